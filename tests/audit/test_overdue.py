"""Dates are held against a day that is given."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from workbook.audit.overdue import overdue
from workbook.model import Fact


@pytest.mark.parametrize(("day", "codes"), [
    ("2027-01-31", []), ("2027-02-01", ["fact-overdue"]), ("2027-12-01", ["scenario-overdue", "fact-overdue"]),
])  # fmt: skip
def test_only_what_is_past_its_day(house, day, codes):
    fact = Fact("rule", house.title, house.summary, "house2020", "2026-01-01", "2027-01-31")
    told = overdue(replace(house, facts={"rule": fact}), dt.date.fromisoformat(day))
    assert [problem.code for problem in told] == codes
    assert all(problem.severity == "warning" for problem in told)
