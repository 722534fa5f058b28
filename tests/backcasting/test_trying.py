"""Many points at once come to what single runs come to."""

from __future__ import annotations

import pytest

from tests.backcasting.targets import SCENARIOS, opened
from workbook.backcasting.space import Space
from workbook.backcasting.trying import Trying, coarse
from workbook.backcasting.wishes import wishes_of


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_values_are_those_of_single_runs(scenario: str) -> None:
    workbook = opened(scenario)
    s = workbook.scenario
    space = Space(s, s.baseline.name, frozenset())
    trying = Trying(workbook.simulator, space, wishes_of(s, dict.fromkeys(s.indicators, (0, None))))
    points = [space.base, *space.worlds(), *space.spread(12)]
    values = trying.values(points)
    for point, column in zip(points, values.T, strict=True):
        run = workbook.run_of(space.setting(point))
        expected = [run.trajectories.yearly(name, s.time.years[-1]) for name in s.indicators]
        assert list(column) == pytest.approx(expected, rel=1e-9)


def test_losses_are_shares_of_the_way_from_dystopia_to_utopia(small, space: Space) -> None:
    wishes = wishes_of(small.scenario, {"reach": (90, None), "memory_left": (None, 0)})
    trying = Trying(small.simulator, space, wishes)
    run = small.run()
    reach, memory = (run.trajectories.yearly(wish.indicator, 2030) for wish in wishes)
    assert trying.losses([space.base]) == pytest.approx([(90 - reach) / 35 + memory / 50])
    assert trying.losses([space.base], [1]) == pytest.approx([memory / 50])
    assert trying.nearest == pytest.approx([90 - reach, memory])
    assert trying.count == 2


def test_it_learns_what_is_met_without_one_of_the_wishes(small, space: Space) -> None:
    wishes = wishes_of(small.scenario, {"reach": (0, None), "memory_left": (50, None)})
    trying = Trying(small.simulator, space, wishes)
    trying.losses([space.base])
    assert trying.without == [False, True]
    assert trying.nearest[0] == 0
    assert trying.nearest[1] > 0


def test_losses_that_differ_by_rounding_are_alike() -> None:
    assert coarse(0.1 + 0.2) == coarse(0.3)
    assert coarse(0.3) < coarse(0.300001) < coarse(float("inf"))
