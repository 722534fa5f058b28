"""The search, held against every setting of a scenario small enough to try them all."""

from __future__ import annotations

import pytest

from workbook.backcasting.search import Search
from workbook.backcasting.space import Point, Space, at
from workbook.backcasting.trying import Trying
from workbook.backcasting.wishes import wishes_of


def searched(small, space: Space, wishes, paths: int = 3, **more):
    trying = Trying(small.simulator, space, wishes_of(small.scenario, wishes))
    return Search(trying, **more).run(paths), trying


@pytest.mark.parametrize("share", [0.2, 0.5, 0.8, 0.97, 1.0, 1.01])
def test_it_reaches_exactly_what_some_setting_reaches(small, space: Space, everything, share: float) -> None:
    top, now = max(everything.values()), everything[space.base]
    wanted = now + share * (top - now)
    found, _ = searched(small, space, {"reach": (wanted, None)}, sample=64)
    best = max(everything[point] for point in (*found.points, found.nearest))
    assert bool(found.points) == (share <= 1)
    assert all(everything[point] >= wanted - 1e-9 for point in found.points)
    if not found.points:
        assert best == pytest.approx(top)


def test_a_range_is_reached_too(small, space: Space, everything) -> None:
    now = everything[space.base]
    found, _ = searched(small, space, {"reach": (now - 3, now - 1)})
    assert len(found.points) == 3
    assert all(now - 3 <= everything[point] <= now - 1 for point in found.points)


@pytest.mark.parametrize("share", [0.3, 0.6, 0.9])
def test_nothing_of_the_first_path_can_be_spared(small, space: Space, everything, share: float) -> None:
    wanted = everything[space.base] + share * (max(everything.values()) - everything[space.base])
    found, _ = searched(small, space, {"reach": (wanted, None)})
    path = found.points[0]
    for k in space.moved(path):
        assert everything[at(path, k, space.base[k])] < wanted
        if space.is_lever(k):
            nearer = path[k] - (1 if path[k] > space.base[k] else -1)
            assert everything[at(path, k, nearer)] < wanted


@pytest.mark.parametrize("share", [0.1, 0.4, 0.7, 0.9])
def test_paths_are_clearly_different_and_as_many_as_can_be(small, space: Space, everything, share: float) -> None:
    wanted = everything[space.base] + share * (max(everything.values()) - everything[space.base])
    found, _ = searched(small, space, {"reach": (wanted, None)})
    for n, a in enumerate(found.points):
        for b in found.points[:n]:
            assert space.difference(a, b).clear
    assert len(found.points) == 3


def test_a_start_world_that_meets_the_wish_is_the_path(small, space: Space) -> None:
    found, trying = searched(small, space, {"reach": (0, None)})
    assert found.points == (space.base,)
    assert trying.count == 1


def test_what_is_kept_is_never_moved(small) -> None:
    space = Space(small.scenario, "weiter-so", frozenset({"welcome", "night"}))
    found, _ = searched(small, space, {"reach": (32, None)})
    for point in (*found.points, found.nearest):
        assert not {1, 3} & set(space.moved(point))


def test_the_same_question_has_the_same_answer(small, space: Space) -> None:
    first, second = (searched(small, space, {"reach": (32, None)}) for _ in range(2))
    assert first[0] == second[0]
    assert first[1].count == second[1].count


def test_what_no_lever_moves_is_told_as_unreachable_for_itself(small, space: Space, everything) -> None:
    found, trying = searched(small, space, {"reach": (32, None), "memory_left": (50, None)})
    assert not found.points
    assert trying.nearest[0] == 0
    assert trying.nearest[1] > 0
    assert trying.without == [False, True]
    assert everything[found.nearest] >= 32


def test_nearest_moves_nothing_that_does_not_bring_it_nearer(small, space: Space, everything) -> None:
    top = max(everything.values())
    found, _ = searched(small, space, {"reach": (top + 5, None)})
    point: Point = found.nearest
    assert everything[point] == pytest.approx(top)
    for k in space.moved(point):
        assert everything[at(point, k, space.base[k])] < top
