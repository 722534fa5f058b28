"""What was to be looked at again by a date that has passed."""

from __future__ import annotations

import datetime as dt

from workbook.audit.find import key_in
from workbook.errors import Problem
from workbook.model import Scenario


def overdue(scenario: Scenario, today: dt.date) -> list[Problem]:
    """The scenario itself and each of its facts, when their ``check_by`` is over."""
    problems = []
    if dt.date.fromisoformat(scenario.check_by) < today:
        place = key_in(scenario, "scenario.yaml", "check_by")
        problems.append(Problem("scenario-overdue", place, {"date": scenario.check_by}, "warning"))
    for fact in scenario.facts.values():
        if dt.date.fromisoformat(fact.check_by) < today:
            values: dict[str, object] = {"fact": fact.name, "label": fact.label["de"], "date": fact.check_by}
            problems.append(Problem("fact-overdue", fact.place, values, "warning"))
    return problems
