"""What a scenario includes: shared quantities with their own place, ports, and what cannot be taken away."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from workbook.errors import Problem
from workbook.folder import check_folder, load

ROOT = Path(__file__).parents[2]

HOUSE = """\
units: [soup]
constants:
  bowls:
    label: {de: Suppe je Gast, en: Soup per guest}
    value: 2
    range: [1, 3]
    unit: soup/person year
    grade: assumption
    note: {de: Frei gewählt., en: Chosen freely.}
  hunger:
    label: {de: Hunger, en: Hunger}
    value: 1
    unit: share
    grade: assumption
    note: {de: 1 heißt wie immer., en: 1 means as always.}
    open: true
stocks:
  eaten:
    label: {de: Gegessen, en: Eaten}
    initial: 0
    inflows: [eating]
    unit: soup
variables:
  eating:
    label: {de: Essen, en: Eating}
    equals: bowls * guests * hunger
    unit: soup/year
"""


@pytest.fixture
def beside(folder: Path) -> Path:
    """The small scenario with a module beside it; gives the module's model file."""
    module = folder.parent / "_kitchen"
    module.mkdir()
    (module / "model.yaml").write_text(HOUSE, encoding="utf-8")
    frame = folder / "scenario.yaml"
    frame.write_text(frame.read_text(encoding="utf-8").replace("id: klein", "id: klein\ninclude: [kitchen]"), "utf-8")
    return module / "model.yaml"


def problems(folder: Path) -> list[Problem]:
    return [p for p in check_folder(folder)[1] if p.severity == "error"]


def add(folder: Path, name: str, text: str) -> None:
    with (folder / name).open("a", encoding="utf-8") as file:
        file.write(text)


def test_a_module_adds_its_quantities_before_those_of_the_scenario(folder: Path, beside: Path) -> None:
    scenario = load(folder)
    assert list(scenario.constants)[:2] == ["bowls", "hunger"]
    assert list(scenario.stocks) == ["eaten", "memory", "guests"]
    assert scenario.stocks["eaten"].place.file == "_kitchen/model.yaml"
    assert scenario.units == ("chair", "soup")
    assert scenario.fingerprint != load(ROOT / "tests/scenarios/klein").fingerprint


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        (
            "levers.yaml",
            "welcome:\n",
            "hunger:\n  label: {de: Hunger, en: Hunger}\n  help: {de: Wie viel., en: How much.}\n  unit: share\n"
            "  range: [0, 2]\n  step: 1\n  default: 1\n  group: {de: Haus, en: House}\nwelcome:\n",
        ),
        (
            "model.yaml",
            "variables:\n",
            "variables:\n  hunger:\n    label: {de: Hunger, en: Hunger}\n    equals: pull\n    unit: share\n",
        ),
    ],
)
def test_an_open_constant_gives_way(
    folder: Path, beside: Path, spoil: Callable[[str, str, str], tuple[Problem, ...]], name: str, old: str, new: str
) -> None:
    assert [p for p in spoil(name, old, new) if p.severity == "error"] == []
    scenario = load(folder)
    assert "hunger" not in scenario.constants
    assert "hunger" in (scenario.levers if name == "levers.yaml" else scenario.variables)


def test_what_is_not_open_stays(folder: Path, beside: Path, spoil: Callable[[str, str, str], object]) -> None:
    spoil(
        "model.yaml",
        "variables:\n",
        "variables:\n  eating:\n    label: {de: Essen, en: Eating}\n    equals: 2 * joining\n    unit: persons/year\n",
    )
    (problem,) = [p for p in problems(folder) if p.code == "include-twice"]
    assert problem.place.file == "model.yaml"
    assert problem.values == {"name": "eating", "first": "_kitchen/model.yaml:24:3"}
    assert "Ersetzen lassen sich nur offene Konstanten" in problem.text("de")


def test_a_closed_constant_and_a_lever_of_its_name(folder: Path, beside: Path) -> None:
    beside.write_text(
        HOUSE.replace("hunger:", "welcome:").replace("* hunger", "* welcome").replace("    open: true\n", "")
    )
    assert ("name-twice", "_kitchen/model.yaml") in [(p.code, p.place.file) for p in problems(folder)]


def test_a_fault_in_a_module_is_told_with_its_file_and_line(folder: Path, beside: Path) -> None:
    beside.write_text(HOUSE.replace("bowls * guests", "bowls * gusts"), encoding="utf-8")
    (problem,) = problems(folder)
    assert str(problem.place) == "_kitchen/model.yaml:26:21"
    assert problem.values == {"name": "gusts", "nearest": "guests"}


def test_units_of_a_module_are_looked_at_even_when_the_scenario_is_remembered(folder: Path, beside: Path) -> None:
    assert problems(folder) == []
    beside.write_text(HOUSE.replace("unit: soup/year", "unit: soup"), encoding="utf-8")
    assert {p.place.file for p in problems(folder)} == {"_kitchen/model.yaml"}


def test_checks_sources_and_data_of_a_module(folder: Path, beside: Path) -> None:
    module = beside.parent
    (module / "checks.yaml").write_text(
        "soup_is_eaten:\n  label: {de: Es wird gegessen, en: Soup is eaten}\n  holds: eaten >= 0\n  extreme: true\n",
        encoding="utf-8",
    )
    (module / "sources.yaml").write_text(
        "cook:\n  title: Kochbuch\n  publisher: Küche\n  published: '2020'\n  url: https://example.org/\n"
        "  accessed: 2026-11-24\n",
        encoding="utf-8",
    )
    (module / "data").mkdir()
    (module / "data" / "soup.csv").write_text(
        "series,label_de,label_en,year,value,unit,source\nsoup,Suppe,Soup,2020,5,soup,cook\n", encoding="utf-8"
    )
    scenario = load(folder)
    assert "soup_is_eaten" in [check.name for check in scenario.checks]
    assert "cook" in scenario.sources
    assert scenario.series["soup"].place.file == "_kitchen/data/soup.csv"


def test_an_unknown_module_is_told_once_with_the_nearest(folder: Path, beside: Path) -> None:
    frame = folder / "scenario.yaml"
    frame.write_text(frame.read_text(encoding="utf-8").replace("[kitchen]", "[kitchn]"), encoding="utf-8")
    (problem,) = problems(folder)
    assert (problem.code, problem.values["nearest"], problem.place.line) == ("include-unknown", "kitchen", 3)


@pytest.mark.parametrize("name", ["../kitchen", "/etc", "kitchen/..", "_kitchen", ""])
def test_a_module_is_a_name_and_no_path(folder: Path, beside: Path, name: str) -> None:
    frame = folder / "scenario.yaml"
    frame.write_text(frame.read_text(encoding="utf-8").replace("[kitchen]", f"['{name}']"), encoding="utf-8")
    assert {p.code for p in problems(folder)} & {"shape-slug", "shape-empty"}


def test_a_module_that_points_out_of_its_folder(
    folder: Path, beside: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "model.yaml"
    beside.rename(elsewhere)
    beside.symlink_to(elsewhere)
    assert ("file-outside", "_kitchen/model.yaml") in [(p.code, p.place.file) for p in problems(folder)]


def test_all_scenarios_share_the_core() -> None:
    """Staff, time, exhaustion, trust, hidden need and money: same names, equations and data."""
    folders = sorted(p.parent for p in ROOT.glob("scenarios/*/scenario.yaml"))
    scenarios = [load(folder) for folder in folders]
    first = scenarios[0]
    shared = [n for n, v in (first.stocks | first.variables).items() if v.place.file.startswith("_core/")]
    assert {"experienced", "hours_with_people", "exhausted", "client_trust", "hidden_need"} <= set(shared)
    for scenario in scenarios[1:]:
        for name in shared:
            assert (scenario.stocks | scenario.variables)[name] == (first.stocks | first.variables)[name]
        for name, indicator in scenario.indicators.items():
            for other in scenarios:
                if name in other.indicators:
                    twin = other.indicators[name]
                    assert (indicator.text, indicator.unit, indicator.utopia, indicator.dystopia) == (
                        twin.text, twin.unit, twin.utopia, twin.dystopia
                    ), (name, scenario.id, other.id)  # fmt: skip
