"""Every error of ours has a sentence in both languages."""

from __future__ import annotations

import pytest

from workbook.errors import (
    DivergenceError,
    Place,
    Problem,
    ScenarioError,
    UsageError,
    WorkbookError,
    must_exist,
    nearest,
)


def test_the_nearest_name_or_none():
    assert nearest("cuttof", ["cutoff", "hours"]) == "cutoff"
    assert nearest("zzz", ["cutoff", "hours"]) == ""


def test_a_place_is_what_editors_understand():
    assert str(Place("model.yaml", 3, 7)) == "model.yaml:3:7"


@pytest.mark.parametrize("cause", ["division", "nan", "domain", "overflow", "negative"])
def test_divergence_is_told_in_both_languages(cause):
    error = DivergenceError("load", 2026.5, cause, expression="a / b", detail="b")
    assert isinstance(error, WorkbookError)
    assert error.text("de") != error.text("en")
    assert "load" in error.text("de")
    assert "2026" in error.text("en")


def test_a_folder_carries_all_its_problems():
    values = {"name": "x", "nearest": "", "allowed": ""}
    problems = [Problem("name-unknown", Place("model.yaml", n, 1), values) for n in (1, 2)]
    text = ScenarioError("haus", problems).text("de")
    assert "model.yaml:1:1" in text
    assert "model.yaml:2:1" in text


def test_a_usage_error_reads_as_its_sentence():
    error = UsageError("usage-world", name="utopia", nearest="utopie", allowed="weiter-so, utopie")
    assert "utopie" in str(error)


def test_a_name_must_exist_and_the_refusal_names_all_that_do():
    must_exist("world", "utopie", {"utopie": 1})
    names = [f"world_with_a_long_name_{n}" for n in range(12)]
    with pytest.raises(UsageError) as caught:
        must_exist("world", "world_with_a_long_name_x", iter(names))
    assert all(name in caught.value.text("de") for name in names)
    assert caught.value.values["nearest"] in names
