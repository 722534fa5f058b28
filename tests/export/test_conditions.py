"""Conditions of the story, printed for the page, judge as Python does."""

from __future__ import annotations

import json
import subprocess

import pytest

from workbook.export.conditions import Conditions
from workbook.expr.evaluate import evaluate
from workbook.expr.parse import parse

PLACES = {"share": 0, "cases": 1, "rate": 2}
DECISIONS = {"night": 0, "rent": 1}
VALUES = {"share": 40.0, "cases": -2.5, "rate": 0.0}
OPTIONS = {"night": "open", "rent": "save"}
YEAR = 2029
TRUTHS = [
    "share > 40",
    "share >= 40",
    "share == 40 and not cases > 0",
    "cases / rate < 0",
    "rate / rate == rate / rate",
    "rate / rate != 1 or share < 0",
    "share ** 0.5 * 2 - -cases > 10",
    "decision.night == 'open'",
    "decision.rent == 'share' or share > 39",
    "at(share, 2025) < at(share, 2029)",
    "change(share, 2025, 2029) / at(share, 2025) > 0.01",
    "time == 2029",
    "lookup(share, [[0, 0], [40, 1], [80, 4]]) > 0.5",
    "lookup(share + 100, [[0, 0], [40, 1], [80, 4]]) == 4",
    "(1 if share > 3 else 2) == 1",
    "min(share, cases, rate) == cases and max(share, cases) == share",
    "clip(share, 0, 10) == 10 and logistic(rate) == 0.5",
    "ln(cases) > 0",
    "exp(rate) == 1 and log10(share * 25) == 3 and sqrt(abs(cases + 6.5)) == 2",
]


class Asked:
    """What a condition may ask, from a table."""

    def value(self, name: str) -> float:
        return float(YEAR) if name == "time" else self.value_at(name, YEAR)

    def value_at(self, name: str, year: int) -> float:
        return VALUES[name] + (year - YEAR)

    def option(self, decision: str) -> str:
        return OPTIONS[decision]


@pytest.fixture
def conditions() -> Conditions:
    return Conditions(PLACES, DECISIONS)


def test_python_and_javascript_agree(conditions: Conditions, node: str) -> None:
    nodes = [parse(text, "truth") for text in TRUTHS]
    places = [conditions.add(each) for each in nodes]
    values = [VALUES[name] for name in PLACES]
    program = f"""
const conditions = {conditions.script()};
const values = {json.dumps(values)}, options = {json.dumps([OPTIONS[d] for d in DECISIONS])};
const at = (k, year) => values[k] + (year - {YEAR});
const v = (k) => k === -1 ? {YEAR} : at(k, {YEAR});
console.log(JSON.stringify(conditions.map((c) => c(v, at, (d) => options[d]))));
"""
    done = subprocess.run([node, "-"], input=program, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    for text, each, place in zip(TRUTHS, nodes, places, strict=True):
        assert found[place] is bool(evaluate(each, Asked())), text


def test_the_same_condition_stands_once(conditions: Conditions) -> None:
    assert conditions.add(parse("share > 40", "truth")) == 0
    assert conditions.add(parse("cases > 40", "truth")) == 1
    assert conditions.add(parse("(share) > 40.0", "truth")) == 0
    assert len(conditions.functions) == 2


def test_names_are_read_by_place(conditions: Conditions) -> None:
    conditions.add(parse("cases > at(rate, 2025) and time < 2030 and decision.rent == 'save'", "truth"))
    (text,) = conditions.functions
    assert "v(1)" in text
    assert "at(2, 2025)" in text
    assert "v(-1)" in text
    assert "option(1)" in text
    assert "cases" not in text
    assert "rent" not in text


def test_an_unknown_name_is_no_silent_zero(conditions: Conditions) -> None:
    with pytest.raises(KeyError):
        conditions.add(parse("nobody > 1", "truth"))
