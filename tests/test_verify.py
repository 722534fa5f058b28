"""Promises of a scenario are tried, not believed."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from workbook.errors import Problem
from workbook.folder import load
from workbook.setting import setting_of
from workbook.simulate import Simulator
from workbook.verify import extremes, random_settings, verify

KLEIN = Path(__file__).parent / "scenarios" / "klein"


@pytest.fixture
def klein(tmp_path: Path) -> Path:
    return Path(shutil.copytree(KLEIN, tmp_path / "klein"))


def problems(folder: Path) -> list[Problem]:
    return verify(load(folder), plays=60)


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_sound_scenario_has_nothing_to_say(klein: Path) -> None:
    assert problems(klein) == []


def test_a_claim_that_the_numbers_contradict(klein: Path) -> None:
    replace(klein / "story" / "de" / "tuer.md", "more than 3%", "more than 90%")
    (found,) = problems(klein)
    assert (found.code, found.place.file, found.place.line) == ("claim-false", "story/de/tuer.md", 4)
    assert "reach rises by more than 90% since 2025" in found.text("de")
    assert found.severity == "error"


def test_a_scene_that_cannot_come(klein: Path) -> None:
    replace(klein / "story.yaml", "when: reach < 12", "when: reach < 0.5")
    (found,) = problems(klein)
    assert (found.code, found.severity) == ("scene-never-told", "warning")
    assert "ruine" in found.text("en")


def test_a_check_that_fails_names_year_and_example(klein: Path) -> None:
    with (klein / "checks.yaml").open("a", encoding="utf-8") as file:
        file.write("\nlate:\n  label: {de: Spät, en: Late}\n  holds: reach < 20\n  years: [2029]\n  extreme: true\n")
    (found,) = problems(klein)
    assert found.code == "check-fails"
    assert found.values["year"] == 2029
    assert "reach < 20" in found.text("de")


def test_worlds_in_the_wrong_order(klein: Path) -> None:
    first, second, *_ = load(klein).worlds
    with (klein / "checks.yaml").open("a", encoding="utf-8") as file:
        for name, order in (("up", (first, second)), ("down", (second, first))):
            file.write(f"\n{name}:\n  label: {{de: x, en: x}}\n  value: reach\n  years: [2030]\n")
            file.write(f"  rising: [{', '.join(order)}]\n")
    found = problems(klein)
    assert [p.code for p in found] == ["check-order"], "one order holds, the other cannot"


def test_a_stock_that_falls_below_zero_is_a_problem_of_its_line(klein: Path) -> None:
    scenario = load(klein)
    stock = next(s for s in scenario.stocks.values() if s.nonnegative and s.outflows)
    flow = scenario.variables[stock.outflows[0]]
    replace(klein / "model.yaml", flow.text, f"{flow.text} + 1000 * ({flow.text})")
    assert {p.code for p in problems(klein)} & {"divergence-negative", "divergence-overflow"}


def test_extremes_visit_both_ends_of_every_lever(klein: Path) -> None:
    scenario = load(klein)
    visited = list(extremes(scenario, setting_of(scenario)))
    for name, lever in scenario.levers.items():
        assert {lever.low, lever.high} <= {dict(s.levers)[name] for s in visited}


def test_random_settings_are_the_same_each_time(klein: Path) -> None:
    scenario = load(klein)
    assert list(random_settings(scenario, 20, 7)) == list(random_settings(scenario, 20, 7))
    assert len(set(random_settings(scenario, 20, 7))) > 10
    simulator = Simulator(scenario)
    for setting in random_settings(scenario, 5, 7):
        simulator.run(setting)
