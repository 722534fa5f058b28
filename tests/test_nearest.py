"""The nearest move, made, tells the scene it promised, and no shorter one does."""

from __future__ import annotations

import os
import random

import pytest

import workbook as wb
from tests.strategies import random_setting
from workbook.nearest import Move, Turn, nearest_moves, story_names
from workbook.plays import random_plays
from workbook.setting import setting_of
from workbook.story import scenes_of


def told(book, setting):
    scenes = scenes_of(book.scenario, setting, book.simulator.run(setting).yearly)
    return dict(zip((c.name for c in book.scenario.chapters), scenes, strict=True))


def test_made_it_tells_what_it_promised(klein):
    book, dice = wb.load(klein), random.Random(4)
    for setting in [random_setting(book.scenario, dice) for _ in range(15)]:
        here = told(book, setting)
        for chapter, move in nearest_moves(book.simulator, setting).items():
            before = (
                dict(setting.levers)[move.lever] if isinstance(move, Move) else dict(setting.choices)[move.decision]
            )
            assert before == move.before
            assert told(book, move.made(setting))[chapter] == move.scene != here[chapter]


def test_no_shorter_move_changes_the_scene(klein):
    book = wb.load(klein)
    setting = setting_of(book.scenario)
    here, moves = told(book, setting), nearest_moves(book.simulator, setting)
    assert moves
    for name, now in setting.levers:
        lever = book.scenario.levers[name]
        for value in map(lever.value, range(lever.positions)):
            there = told(book, setting.with_lever(name, value))
            for chapter, scene in there.items():
                if scene != here[chapter]:
                    assert isinstance(moves[chapter], Move)
                    assert moves[chapter].share <= abs(value - now) / (lever.high - lever.low)


def test_only_what_conditions_ask_is_computed(klein):
    assert story_names(wb.load(klein).scenario) == ("reach",)


def test_a_decision_is_turned_only_where_no_lever_does_it():
    book, turned = wb.load("soziale-arbeit-2030"), 0
    s = book.scenario
    for setting in map(random_plays(book.simulator, 6, seed=3).setting, range(6)):
        here = scenes_of(s, setting, book.simulator.run(setting).yearly)
        moved = [setting.with_lever(n, lv.value(p)) for n, lv in s.levers.items() for p in range(lv.positions)]
        numbers = book.simulator.many(moved, story_names(s))
        there = [scenes_of(s, one, yearly) for one, yearly in zip(moved, numbers, strict=True)]
        for k, chapter in enumerate(s.chapters):
            change = nearest_moves(book.simulator, setting).get(chapter.name)
            by_lever = any(scenes[k] != here[k] for scenes in there)
            assert isinstance(change, Move) == by_lever
            turned += isinstance(change, Turn)
    assert turned


@pytest.mark.parametrize("name", wb.available())
def test_made_and_run_again_it_tells_another_story_nearly_everywhere(name):
    """A share of at least 95 in 100 passages; WORKBOOK_RUNS=1000 looks at as many runs."""
    book, count = wb.load(name), int(os.environ.get("WORKBOOK_RUNS", "15"))
    plays, passages, changed = random_plays(book.simulator, count, seed=11), 0, 0
    for setting in map(plays.setting, range(count)):
        here = told(book, setting)
        passages += len(here)
        for chapter, move in nearest_moves(book.simulator, setting).items():
            changed += told(book, move.made(setting))[chapter] == move.scene != here[chapter]
    assert changed >= 0.95 * passages
