"""Scenarios told together: ports multiply, stories interleave, contradictions are named."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import workbook as wb
from tests.folder.test_modules import HOUSE, beside
from workbook.errors import ScenarioError, UsageError
from workbook.folder import load

__all__ = ["beside"]

HUNGER = "variables:\n  hunger:\n    label: {{de: Hunger, en: Hunger}}\n    equals: '{0}'\n    unit: share\n"


@pytest.fixture
def pair(folder: Path, beside: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path]:
    """Two houses that include one kitchen; each has its own hunger, the second a lever and a stock more."""
    other = folder.parent / "gross"
    shutil.copytree(folder, other)
    replace(other, "scenario.yaml", "id: klein", "id: gross")
    replace(other, "scenario.yaml", "title: {de: Kleines Haus, en: A small house}", "title: {de: Großes Haus, en: Big}")
    replace(folder, "model.yaml", "variables:\n", HUNGER.format("1 + welcome / 100"))
    replace(other, "model.yaml", "variables:\n", HUNGER.format("2 - music / 10"))
    with (other / "levers.yaml").open("a", encoding="utf-8") as file:
        file.write(
            "music:\n  label: {de: Musik, en: Music}\n  help: {de: Wie laut., en: How loud.}\n  unit: share\n"
            "  range: [0, 10]\n  step: 1\n  default: 0\n  group: {de: Haus, en: House}\n"
        )
    monkeypatch.chdir(folder.parent)
    return folder, other


def replace(folder: Path, name: str, old: str, new: str) -> None:
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_levers_come_together_and_factors_are_multiplied(pair: tuple[Path, Path]) -> None:
    both = wb.load("klein+gross")
    assert list(both.scenario.levers) == ["open_hours", "welcome", "chairs", "music"]
    assert both.scenario.variables["hunger"].text == "(1 + welcome / 100) * (2 - music / 10)"
    run = both.run(levers={"welcome": 50, "music": 4})
    assert run.trajectories.yearly("hunger", 2030) == pytest.approx(1.5 * 1.6)
    assert both.scenario.title["de"] == "Kleines Haus + Großes Haus"


def test_terms_are_added(pair: tuple[Path, Path], beside: Path) -> None:
    beside.write_text(HOUSE.replace("    value: 1\n    unit: share", "    value: 0\n    unit: share"), encoding="utf-8")
    run = wb.load("klein+gross").run(levers={"welcome": 50, "music": 4})
    assert run.trajectories.yearly("hunger", 2030) == pytest.approx(1.5 + 1.6)


def test_both_stories_are_told_by_year_and_both_end(pair: tuple[Path, Path]) -> None:
    small, both = load(pair[0]), wb.load("klein+gross")
    years = [chapter.year for chapter in both.scenario.chapters]
    assert years == sorted(years)
    assert len(years) == 2 * len(small.chapters)
    names = [chapter.name for chapter in both.scenario.chapters]
    assert names[-2:] == ["ending-klein", "ending"] or names[-2:] == ["ending", "ending"]
    assert len(set(names)) == len(names)
    headings = [(chapter.year, chapter.title["de"]) for chapter in both.scenario.chapters]
    assert len(set(headings)) == len(headings)
    told = both.run("weiter-so").story("de").passages
    assert len(told) == len(names)
    assert all(passage.text for passage in told)


def test_a_run_code_brings_the_same_run_back(pair: tuple[Path, Path]) -> None:
    both = wb.load("klein+gross")
    run = both.run(levers={"welcome": 50, "music": 4})
    assert both.run_of_code(run.code).setting == run.setting


def test_a_single_scenario_is_not_changed_by_being_told_together(pair: tuple[Path, Path]) -> None:
    alone, both = wb.load("klein"), wb.load("klein+gross")
    name = next(iter(alone.scenario.indicators))
    assert alone.run().trajectories.yearly(name, 2030) == both.run().trajectories.yearly(name, 2030)


@pytest.mark.parametrize(
    ("name", "old", "new", "code"),
    [
        ("levers.yaml", "range: [0, 40]", "range: [0, 45]", "combine-differs"),
        ("model.yaml", "leave_rate * guests", "2 * leave_rate * guests", "combine-differs"),
        ("scenario.yaml", "start: 2015", "start: 2016", None),
    ],
)
def test_contradictions_are_named(pair: tuple[Path, Path], name: str, old: str, new: str, code: str | None) -> None:
    replace(pair[1], name, old, new)
    with pytest.raises(ScenarioError if code else UsageError) as caught:
        load("klein+gross")
    if code:
        problems = caught.value.problems
        assert [p.code for p in problems] == [code]
    else:
        assert caught.value.code == "combine-time"


@pytest.mark.parametrize("name", ["klein+", "+klein", "klein+nirgends", "+"])
def test_names_that_do_not_exist(pair: tuple[Path, Path], name: str) -> None:
    with pytest.raises(UsageError):
        load(name)


def test_a_long_code_is_still_read_out_in_groups() -> None:
    code = wb.load("ki-for-good+haushalt-unter-druck").run().code
    assert [len(part) for part in code.split("-")[:-1]] == [5] * code.count("-")
    assert len(code) > 20
