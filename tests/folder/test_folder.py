"""The small scenario as a whole: what is read, what is kept, what stays out."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from workbook.errors import Problem, ScenarioError
from workbook.expr.nodes import Arithmetic, Call, Compare, Name, Negate, Number
from workbook.folder import check_folder, load
from workbook.model import Figure


def test_klein_is_valid(folder: Path) -> None:
    scenario, problems = check_folder(folder)
    assert problems == ()
    assert scenario is not None
    assert scenario.fingerprint == load(folder).fingerprint
    assert scenario.passages == load(folder).passages


def test_what_was_read(folder: Path) -> None:
    scenario = load(folder)
    assert (scenario.id, scenario.languages, scenario.folder) == ("klein", ("de", "en"), folder)
    assert (scenario.time.start, scenario.time.end, scenario.time.steps_per_year) == (2015, 2031, 12)
    assert list(scenario.levers) == ["open_hours", "welcome", "chairs"]
    assert scenario.levers["chairs"].positions == 7
    assert scenario.levers["chairs"].value(2) == 0.3
    assert scenario.constants["join_rate"].uncertain
    assert not scenario.constants["decay_rate"].uncertain
    assert scenario.inputs["residents"].after == "trend"
    assert [o.year for o in scenario.series["residents"].observations] == [2015, 2020, 2024]
    assert scenario.series["reach_survey"].note["de"] == "Befragung, klein"
    assert scenario.stocks["memory"].initial == Number(100.0)
    assert scenario.stocks["memory"].nonnegative
    assert scenario.decisions["night"].options["open"].change == {"open_hours": 10.0}
    assert scenario.decisions["rent"].options["save"].set == {"chairs": 0.1}
    assert scenario.baseline.name == "weiter-so"
    assert [c.name for c in scenario.chapters] == ["tuer", "tisch", "ending"]
    assert scenario.endings.year == 2030
    assert scenario.endings.scenes[0].price["en"] == "It costs evenings."
    assert [c.name for c in scenario.checks] == ["reach_is_a_share", "open_house_reaches_more"]
    assert scenario.checks[1].rising == ("weiter-so", "utopie")
    assert scenario.checks[1].holds is None
    assert scenario.loops[0].through == ("joining", "guests")
    assert scenario.levers["welcome"].place.line == 9


def test_passages(folder: Path) -> None:
    passage = load(folder).passages["de"]["tuer.offen"]
    assert passage.title == "Die Tür steht offen"
    assert passage.parts == (
        "Von hundert Nachbar*innen kommen **",
        Figure("reach", None, 0),
        "**. Im Jahr 2025 waren es ",
        Figure("reach", 2025, 1),
        ".\n\nNiemand klingelt mehr.",
    )
    assert [claim.text for claim in passage.claims] == ["reach rises by more than 3% since 2025"]
    assert passage.claims[0].place.line == 4
    last = load(folder).passages["en"]["tisch.leer"].claims[0].condition
    grown = Call("change", (Name("reach"), Number(2025.0), Number(2029.0)))
    assert last == Compare(">", Negate(grown), Number(0.0))


def test_all_problems_at_once_sorted_by_place(folder: Path) -> None:
    for name, old, new in (
        ("levers.yaml", "default: 20", "default: 22"),
        ("levers.yaml", "step: 0.1", "step: 0"),
        ("model.yaml", "leave_rate * guests", "leave_rat * guests"),
        ("story/en/tuer.md", "{reach:.0f}**", "{reach}}**"),
    ):
        path = folder / name
        path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    scenario, problems = check_folder(folder)
    assert scenario is None
    codes = ["value-grid", "lever-step", "name-unknown", "text-brace"]
    assert [p.code for p in problems] == codes
    assert sorted(p.place for p in problems) == [p.place for p in problems]
    with pytest.raises(ScenarioError, match=r"levers\.yaml:7:12"):
        load(folder)


def test_warnings_come_with_a_scenario(folder: Path) -> None:
    (folder / "level.yaml").write_text("a: b\n", encoding="utf-8")
    moved = folder.rename(folder.with_name("anders"))
    scenario, problems = check_folder(moved)
    assert scenario is not None
    assert [(p.code, p.severity) for p in problems] == [("file-unknown", "warning"), ("folder-id", "warning")]
    assert "levers.yaml" in problems[0].text("en")


def test_a_missing_folder(tmp_path: Path) -> None:
    scenario, problems = check_folder(tmp_path / "nirgends")
    assert scenario is None
    assert [p.code for p in problems] == ["folder-missing"]


@pytest.mark.parametrize(
    ("old", "new", "column"),
    [
        ("leave_rate * guests", "leave_rate * gests", 26),
        ("leave_rate * guests", "'leave_rate * gests'", 27),
        ("leave_rate * guests", '"leave_rate * gests"', 27),
        ("leave_rate * guests", ">-\n      leave_rate *\n      gests", 13),
    ],
)
def test_the_column_of_an_expression(spoil: Spoil, old: str, new: str, column: int) -> None:
    problems = spoil("model.yaml", old, new)
    assert [(p.code, p.place.line, p.place.column) for p in problems] == [("name-unknown", 58, column)]


def test_doubled_quotes_count_twice(spoil: Spoil) -> None:
    old = "when: \"reach > 25 and decision.rent == 'share'\""
    problems = spoil("story.yaml", old, "when: 'decision.rent == ''share'' and reech > 25'")
    assert [(p.code, p.place.column) for p in problems] == [("name-unknown", 58)]


def test_fast_when_nothing_changed(folder: Path) -> None:
    load(folder)
    before = time.process_time()
    load(folder)
    assert time.process_time() - before < 0.2


def test_import_and_second_load_stay_light(folder: Path) -> None:
    heavy = "[m for m in ('numpy', 'pandas', 'pint', 'jsonschema', 'plotly') if m in sys.modules]"
    code = f"import sys, workbook.folder as f; print({heavy}); f.load({str(folder)!r}); print({heavy})"
    load(folder)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split("\n")[:2] == ["[]", "[]"]


def test_nothing_is_folded(spoil: Spoil) -> None:
    """A tower of powers is a number like any other, and takes no time to read."""
    before = time.process_time()
    assert spoil("indicators.yaml", "equals: memory", "equals: memory * 9**9**9**9**9") == ()
    assert time.process_time() - before < 2.0


def test_an_expression_keeps_its_tree(folder: Path) -> None:
    leaving = load(folder).variables["leaving"]
    assert leaving.equals == Arithmetic("*", Name("leave_rate"), Name("guests"))
    assert leaving.text == "leave_rate * guests"


Spoil = Callable[[str, str, str], tuple[Problem, ...]]
