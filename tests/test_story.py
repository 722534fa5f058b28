"""A run -> its story: the first scene whose condition holds, with its reasons."""

from __future__ import annotations

from dataclasses import replace

import pytest

import workbook as wb
from workbook.expr.parse import parse
from workbook.model import Claim, Figure
from workbook.setting import setting_of
from workbook.story import Readings, asked_in, choose, false_claims, lever_in_year, scenes_of, tell, written


@pytest.fixture
def book(klein):
    return wb.load(klein)


def yearly_of(values):
    return lambda name, year: values.get((name, year), values.get(name))


def test_the_first_scene_that_holds_is_told(book):
    s, setting = book.scenario, setting_of(book.scenario, choices={"rent": "share"})
    assert scenes_of(s, setting, yearly_of({"reach": 26.0})) == ("offen", "voll", "alltag")
    assert scenes_of(s, setting, yearly_of({"reach": 25.0})) == ("zu", "halb", "alltag")
    falling = {("reach", 2025): 30.0, "reach": 11.0}
    assert scenes_of(s, setting, yearly_of(falling)) == ("zu", "leer", "ruine")


def test_a_story_agrees_with_its_numbers(book):
    run = book.run("utopie")
    for told in run.told:
        readings = Readings(book.scenario, run.setting, run.trajectories.yearly, told.chapter.year)
        assert choose(told.chapter, readings) is told.scene
        for term in told.terms:
            for name, value in term.values:
                assert value == run.value(name, told.chapter.year)
    assert not false_claims(book.scenario, run.setting, run.trajectories.yearly)


def test_the_reasons_of_the_last_scene_are_what_kept_the_others_away(book):
    told = tell(book.scenario, setting_of(book.scenario), yearly_of({"reach": 20.0}))
    ending = told[-1]
    assert ending.scene.name == "alltag"
    assert [t.holds for t in ending.terms] == [False, False]
    assert [t.values for t in ending.terms] == [(("reach", 20.0),)] * 2


def test_a_lever_is_read_as_decisions_left_it(book):
    s, setting = book.scenario, setting_of(book.scenario, "utopie")
    assert [lever_in_year(s, setting, "open_hours", y) for y in (2025, 2026, 2028)] == [20, 40, 35]


def test_a_decision_is_asked_in_the_first_chapter_that_can(book):
    asked = [[d.name for d in asked_in(book.scenario, chapter)] for chapter in book.scenario.chapters]
    assert asked == [["night"], ["rent"], []]


def test_figures_in_the_readers_format(book):
    readings = Readings(
        book.scenario, setting_of(book.scenario), yearly_of({"guests": 1234.56, ("guests", 2025): 9.0}), 2029
    )
    assert written(Figure("guests", None, 1), readings, "de") == "1.234,6"
    assert written(Figure("guests", None, 0, sign=True), readings, "en") == "+1,235"
    assert written(Figure("guests", 2025, 0), readings, "de") == "9"
    assert written(Figure("decay_rate", None, 1), readings, "de") == "0,5"


def test_a_false_claim_is_found(book):
    s, run = book.scenario, book.run("utopie")
    key = run.told[0].key
    claim = Claim("reach < 0", parse("reach < 0", "truth"))
    passages = {**s.passages, "de": {**s.passages["de"], key: replace(s.passages["de"][key], claims=(claim,))}}
    wrong = false_claims(replace(s, passages=passages), run.setting, run.trajectories.yearly)
    assert wrong == [("de", key, claim)]
