"""Shares of the map are shares of plays that were really played."""

from __future__ import annotations

import math
from collections import Counter

import pytest

import workbook as wb
from workbook.branches import branches_of
from workbook.plays import random_plays
from workbook.story import scenes_of


@pytest.fixture(scope="module")
def small(klein):
    return wb.load(klein)


def test_shares_are_those_of_the_plays_told_one_by_one(small):
    s, count = small.scenario, 60
    found, many = branches_of(s, count, 3), random_plays(small.simulator, count, 3)
    settings = [many.setting(k) for k in range(count)]
    stories = [scenes_of(s, setting, small.simulator.run(setting).yearly) for setting in settings]
    assert found.plays == count
    for k, chapter in enumerate(s.chapters):
        told = Counter(story[k] for story in stories)
        assert found.scenes[k] == tuple(told[scene.name] / count for scene in chapter.scenes)
        if k:
            ways = Counter((story[k - 1], story[k]) for story in stories)
            before = s.chapters[k - 1].scenes
            expected = tuple(tuple(ways[a.name, b.name] / count for b in chapter.scenes) for a in before)
            assert found.ways[k - 1] == expected


def test_what_comes_in_goes_out(small):
    found = branches_of(small.scenario, 300)
    for k, way in enumerate(found.ways):
        for share, row in zip(found.scenes[k], way, strict=True):
            assert math.isclose(share, sum(row), abs_tol=1e-12)
        for place, share in enumerate(found.scenes[k + 1]):
            assert math.isclose(share, sum(row[place] for row in way), abs_tol=1e-12)


def test_computed_once(small):
    assert branches_of(small.scenario, 50) is branches_of(small.scenario, 50)
