"""Points -> what they come to in the last year, many side by side; and what was learnt from all that was tried."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from workbook.backcasting.space import Point, Space
from workbook.backcasting.wishes import Wish
from workbook.engine.schedule import segments, segments_side_by_side
from workbook.simulate import Simulator

if TYPE_CHECKING:
    from workbook.engine.vector import Array


class Trying:
    """Runs points and remembers how near each wish came, alone and without one of the others.

    The loss of a point is the sum of what its wishes lack, each as a share of the way from dystopia
    to utopia. It only leads the search: no reader sees it.
    """

    def __init__(self, simulator: Simulator, space: Space, wishes: Sequence[Wish]) -> None:
        self.simulator = simulator
        self.space = space
        self.wishes = tuple(wishes)
        self.count = 0
        self.nearest = [math.inf] * len(self.wishes)
        """For each wish the least that it lacked in any run."""
        self.without = [False] * len(self.wishes)
        """For each wish whether some run met all the others."""

    def losses(self, points: Sequence[Point], among: Iterable[int] | None = None) -> list[float]:
        """The loss of each point, 0 where all wishes are met; ``among`` looks at some wishes only."""
        if not points:
            return []
        import numpy as np

        values = self.values(points)
        sound = np.isfinite(values).all(axis=0)
        missed = np.array(
            [
                np.maximum(np.maximum(wish.floor - row, row - wish.ceiling), 0.0)
                for wish, row in zip(self.wishes, values, strict=True)
            ]
        )
        missed[:, ~sound] = math.inf
        self.count += len(points)
        for k, row in enumerate(missed):
            self.nearest[k] = min(self.nearest[k], float(row.min()))
            self.without[k] = self.without[k] or not np.delete(missed, k, axis=0).any(axis=0).all()
        asked = range(len(self.wishes)) if among is None else among
        loss = sum((missed[k] / self.wishes[k].scale for k in asked), start=np.zeros(len(points)))
        return [float(each) for each in loss]

    def values(self, points: Sequence[Point]) -> Array:
        """Yearly means of the last year, ``wishes x points``."""
        import numpy as np

        s = self.space.scenario
        count, places = len(s.levers), np.array(points).T
        levers = [values[row] for values, row in zip(self._positions, places[:count], strict=True)]
        plan = segments_side_by_side(s, levers, places[count:])
        program, stocks = self._past
        out = np.zeros((len(self.wishes), len(s.time.years) + 1, len(points)))
        first, end = s.time.index(s.time.acting), s.time.count + 1
        program.advance(stocks, plan, self.simulator.nominal, out, first=first, end=end)
        last: Array = program.means(out)[:, -1]
        return last

    @cached_property
    def _positions(self) -> list[Array]:
        """The values of each lever, by slider position."""
        import numpy as np

        levers = self.space.scenario.levers.values()
        return [np.array([lever.value(position) for position in range(lever.positions)]) for lever in levers]

    @cached_property
    def _past(self) -> tuple[Any, tuple[Any, ...]]:
        """The program, and the stocks that all runs share when the levers begin to act."""
        import numpy as np

        from workbook.engine.vector import VectorProgram

        s = self.space.scenario
        program = VectorProgram(self.simulator.program, [wish.indicator for wish in self.wishes])
        plan, constants = segments(s, {}, {}), self.simulator.nominal
        unused = np.zeros((len(self.wishes), len(s.time.years) + 1, 1))
        stocks = program.begin(plan[0], constants)
        return program, program.advance(stocks, plan, constants, unused, first=0, end=s.time.index(s.time.acting))


def coarse(loss: float) -> float:
    """A loss to compare by: what differs by rounding is alike, so that page and notebook go the same way."""
    return math.floor(loss * 1e9 + 0.5) if math.isfinite(loss) else math.inf
