"""The nearest move, made, tells the scene it promised, and no shorter one does."""

from __future__ import annotations

import random

import workbook as wb
from tests.strategies import random_setting
from workbook.nearest import nearest_moves, story_names
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
            moved = setting.with_lever(move.lever, move.after)
            assert dict(setting.levers)[move.lever] == move.before
            assert told(book, moved)[chapter] == move.scene != here[chapter]


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
                    assert moves[chapter].share <= abs(value - now) / (lever.high - lever.low)


def test_only_what_conditions_ask_is_computed(klein):
    assert story_names(wb.load(klein).scenario) == ("reach",)
