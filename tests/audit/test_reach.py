"""What nothing reaches is told with the reason."""

from __future__ import annotations

import pytest

from tests.audit.test_coverage import changed
from workbook.audit.evidence import gather
from workbook.audit.reach import ranges, reach
from workbook.audit.witnesses import targets
from workbook.expr.parse import parse


def told(house, text, chapter="tisch", scene="leer"):
    dead = changed(house, chapter, scene, when=parse(text, "truth"), text=text)
    return reach(gather(dead, 120)).problems


def test_everything_in_a_sound_scenario_has_a_witness(evidence):
    found = reach(evidence)
    assert found.problems == ()
    assert set(found.codes) == set(found.settings) == set(targets(evidence.scenario))


def test_the_range_that_a_variable_reaches(house):
    (problem,) = told(house, "reach > 99 and welcome > 0")
    assert problem.code == "scene-unreachable"
    said = str(problem.values["ranges"])
    low, high = (float(part) for part in said.removeprefix("reach = ").split(" … "))
    assert 0 < low < high < 99
    assert "welcome" not in said, "only what never held is named"
    assert said in problem.text("en")


def test_terms_that_hold_alone_but_never_together(house):
    (problem,) = told(house, "welcome < 20 and welcome > 80")
    assert problem.code == "scene-unreachable"
    assert problem.values["ranges"] == "welcome = 0 … 100"


def test_a_condition_of_decisions_alone_has_no_range(house):
    (problem,) = told(house, "decision.rent == 'pay' and decision.rent == 'share'")
    assert problem.code == "scene-impossible"
    assert "?" not in problem.text("de")


def test_a_scene_behind_one_that_always_fits_first(house):
    (problem,) = told(house, "reach > 25 and decision.rent == 'share' and welcome > 10")
    assert (problem.code, problem.values["others"]) == ("scene-shadowed", ["voll"])


@pytest.mark.parametrize(
    ("text", "named"), [("not (reach < 99)", "reach"), ("change(reach, 2025, 2029) > 90", "change(reach")]
)
def test_denied_and_computed_sides_are_named_too(house, text, named):
    dead = changed(house, "tisch", "leer", when=parse(text, "truth"), text=text)
    evidence = gather(dead, 120)
    chapter = dead.chapters[1]
    assert ranges(evidence, chapter, chapter.scenes[1]).startswith(named)


def test_an_option_that_always_leaves_the_numbers(house):
    evidence = gather(house, 40)
    broken = type(evidence)(evidence.simulator, evidence.plays)
    object.__setattr__(broken, "told", lambda _: frozenset())
    codes = {problem.code for problem in reach(broken).problems}
    assert "option-unreachable" in codes
