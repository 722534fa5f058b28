"""Single runs bear out what many plays say, and what leaves the numbers is found."""

from __future__ import annotations

from tests.audit.conftest import PLAYS, change, found
from workbook.audit.evidence import TRIES
from workbook.errors import DivergenceError
from workbook.runcode import decode


def test_the_first_play_that_bears_it_out(evidence):
    asked = []

    def bears(setting):
        asked.append(setting)
        return len(asked) == 3

    mask = evidence.plays.told(0, 0)
    assert evidence.first(mask, bears) == evidence.plays.setting(int(mask.nonzero()[0][2]))
    assert evidence.first(mask, lambda _: False) is None


def test_a_play_that_leaves_the_numbers_alone_is_passed_over(evidence):
    asked = []

    def bears(setting):
        asked.append(setting)
        if len(asked) == 1:
            raise DivergenceError("guests", 2027.0, "negative")
        return True

    assert evidence.first(evidence.plays.sound, bears) == evidence.plays.setting(1)


def test_it_does_not_try_for_ever(evidence):
    asked = []
    evidence.first(evidence.plays.sound, lambda one: bool(asked.append(one)))
    assert len(asked) == TRIES


def test_a_code_brings_the_run_back(evidence):
    setting = evidence.plays.setting(5)
    assert decode(evidence.scenario, evidence.code(setting)) == setting


def test_a_sound_scenario_stays_within_the_numbers(evidence):
    assert evidence.divergences() == []
    assert len(evidence.plays) == PLAYS


def test_a_stock_that_falls_below_zero_is_told_at_its_line(sound):
    change(sound / "model.yaml", "equals: leave_rate * guests\n", "equals: 1000 * leave_rate * guests\n")
    problems = found(sound)
    assert {p.code for p in problems} == {"divergence-negative"}, "where nothing can be run there is no more to say"
    assert {p.place.file for p in problems} == {"model.yaml", "checks.yaml"}


def test_a_number_that_only_some_plays_reach(sound):
    # Infinite when everybody is welcome and the house is open longest: no world is there.
    change(sound / "worlds.yaml", "open_hours: 40, welcome: 100", "open_hours: 35, welcome: 100")
    corner = "equals: leave_rate * guests / (0 if welcome > 95 and open_hours > 35 and time > 2026 else 1)\n"
    change(sound / "model.yaml", "equals: leave_rate * guests\n", corner)
    problems = [p for p in found(sound) if p.code.startswith("divergence")]
    assert problems
    assert "model.yaml" in {p.place.file for p in problems}


def test_a_number_that_only_some_futures_reach(sound):
    # The stated value of join_rate is 0.4; its range goes up to 0.6.
    change(
        sound / "model.yaml",
        "equals: leave_rate * guests\n",
        "equals: leave_rate * guests / (0 if join_rate > 0.55 else 1)\n",
    )
    (problem,) = found(sound)
    assert problem.code.startswith("divergence")
    assert problem.place.file == "model.yaml"
    assert "join_rate" in problem.text("de")
