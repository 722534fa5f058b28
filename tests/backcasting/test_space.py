"""Points around a start world: there and back, spread, neighbours, and how far two are apart."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.backcasting.targets import SCENARIOS, opened
from workbook.backcasting.space import Difference, Space, at
from workbook.setting import setting_of


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_every_world_is_a_point_and_comes_back_as_it_was(scenario: str) -> None:
    s = opened(scenario).scenario
    for world in s.worlds:
        space = Space(s, world, frozenset())
        assert space.setting(space.base) == setting_of(s, world)


def test_the_points_of_the_sample_use_every_position_about_alike(space: Space) -> None:
    points = space.spread(1_200)
    for k, size in enumerate(space.sizes):
        counts = Counter(point[k] for point in points)
        assert set(counts) == set(range(size))
        assert max(counts.values()) - min(counts.values()) < 0.1 * len(points) / size


def test_what_is_kept_stays_in_sample_and_worlds(small) -> None:
    space = Space(small.scenario, "weiter-so", frozenset({"welcome", "rent"}))
    assert space.free == (0, 2, 3)
    for point in [*space.spread(200), *space.worlds()]:
        assert (point[1], point[4]) == (space.base[1], space.base[4])
    assert space.worlds()[0][0] == space.sizes[0] - 1


def test_neighbours_differ_in_one_place_and_stay_in_range(space: Space) -> None:
    for point in space.spread(50):
        others = space.others(point, space.free)
        assert len(others) == len(set(others))
        for other in others:
            assert sum(a != b for a, b in zip(point, other, strict=True)) == 1
            assert all(0 <= p < size for p, size in zip(other, space.sizes, strict=True))
        assert {other[4] for other in others if other[4] != point[4]} == {0, 1, 2} - {point[4]}


def test_paths_are_clearly_different_from_two_levers_by_two_steps_on(space: Space) -> None:
    here = space.base
    two = at(at(here, 0, here[0] + 2), 1, here[1] - 2)
    assert space.difference(here, two) == Difference(2, 2_000 // 8 + 2_000 // 10)
    assert space.difference(here, two).clear
    assert not space.difference(here, at(two, 0, here[0] + 1)).clear
    assert not space.difference(here, at(at(here, 3, 0), 4, 2)).clear


def test_effort_counts_moves_and_steps(space: Space) -> None:
    point = at(at(space.base, 0, space.base[0] + 3), 4, 2)
    assert space.moved(point) == [0, 4]
    assert space.effort(point) == (2, 3)
