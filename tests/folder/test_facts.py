"""Dated facts: what may change is said with a source, a date and the day to look at it again."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbook.folder import check_folder, load

LAW = """\
law:
  label: {de: Das Gesetz, en: The law}
  text: {de: Es gilt ab 2028., en: It applies from 2028.}
  source: house2020
  stand: 2026-11-24
  check_by: 2027-06-30
"""


def test_facts_are_read(folder: Path) -> None:
    (folder / "facts.yaml").write_text(LAW, encoding="utf-8")
    fact = load(folder).facts["law"]
    assert (fact.source, fact.check_by, fact.text["en"], fact.place.line) == (
        "house2020", "2027-06-30", "It applies from 2028.", 1
    )  # fmt: skip


def test_a_scenario_may_have_none(folder: Path) -> None:
    assert load(folder).facts == {}


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("house2020", "hous2020", "source-unknown"),
        ("2027-06-30", "2026-06-30", "date-order"),
        ("2027-06-30", "bald", "shape-date"),
        ("  source: house2020\n", "", "shape-missing"),
        (", en: It applies from 2028.", "", "text-language-missing"),
    ],
)
def test_faults_are_told(folder: Path, old: str, new: str, code: str) -> None:
    (folder / "facts.yaml").write_text(LAW.replace(old, new), encoding="utf-8")
    assert [(p.code, p.place.file) for p in check_folder(folder)[1]] == [(code, "facts.yaml")]
