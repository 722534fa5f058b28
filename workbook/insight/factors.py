"""The unit interval <-> what a model takes: levers on their grid, constants in their range.

A lever can only be set to its positions. For Sobol each of its ``n`` positions owns an equal part
of the interval, so that every position is equally likely, as in :func:`workbook.ensemble`. For
Morris the interval is the lever from end to end, and a share stands for the nearest position; the
two halves mirror each other, so that each step of a trajectory is equally long. How long it truly is,
in shares of the range, is known (:meth:`Factors.step`), and effects are told for the whole range.
Constants go evenly from end to end for Morris and are triangular around their value for Sobol,
as in bands and ensembles.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbook.ensembles.space import Rows, triangular
from workbook.insight.futures import fixed_rows
from workbook.model import Constant, Lever, Scenario
from workbook.setting import Setting

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Array = NDArray[np.float64]

LEVELS = 4
"""Levels of a Morris design; a step is two thirds of the interval."""


@dataclass(frozen=True, slots=True)
class Factors:
    """Levers and constants that vary, in the order of the scenario; the rest stays as in ``setting``."""

    scenario: Scenario
    setting: Setting
    levers: tuple[Lever, ...]
    constants: tuple[Constant, ...]

    @property
    def names(self) -> tuple[str, ...]:
        return (*(lever.name for lever in self.levers), *(constant.name for constant in self.constants))

    def only(self, names: Sequence[str]) -> Factors:
        """Some of them."""
        return Factors(
            self.scenario,
            self.setting,
            tuple(lever for lever in self.levers if lever.name in names),
            tuple(constant for constant in self.constants if constant.name in names),
        )

    def likely(self, shares: Array) -> Rows:
        """Shares (runs x factors) as settings by their probability; for Sobol."""
        import numpy as np

        count = len(self.levers)
        places = [
            np.minimum((column * lever.positions).astype(np.int64), lever.positions - 1)
            for lever, column in zip(self.levers, shares.T, strict=False)
        ]
        return self._rows(places, triangular(np.ascontiguousarray(shares.T[count:]), self.constants))

    def even(self, shares: Array) -> Rows:
        """Shares (runs x factors) as settings from end to end; for Morris."""
        import numpy as np

        places = [nearest_place(lever, column) for lever, column in zip(self.levers, shares.T, strict=False)]
        ends = np.array([(c.low, c.high) for c in self.constants]).reshape(-1, 2)
        columns = shares.T[len(self.levers) :]
        return self._rows(places, ends[:, :1] + columns * (ends[:, 1:] - ends[:, :1]))

    def step(self) -> Array:
        """How long a step of a Morris trajectory truly is, as a share of each factor's range."""
        import numpy as np

        low, high = np.array([0.0]), np.array([LEVELS / (2 * (LEVELS - 1))])
        levers = [
            float((nearest_place(lever, high) - nearest_place(lever, low))[0]) / (lever.positions - 1)
            for lever in self.levers
        ]
        return np.array([*levers, *[float(high[0])] * len(self.constants)])

    def _rows(self, places: Sequence[NDArray[np.int64]], constants: Array) -> Rows:
        import numpy as np

        s, runs = self.scenario, places[0].size if places else constants.shape[1]
        rows = fixed_rows(s, self.setting, runs)
        for lever, column in zip(self.levers, places, strict=True):
            grid = np.array([lever.value(place) for place in range(lever.positions)])
            rows.levers[list(s.levers).index(lever.name)] = grid[column]
        return Rows(rows.levers, constants, rows.choices)


def nearest_place(lever: Lever, shares: Array) -> NDArray[np.int64]:
    """The position nearest to a share of the range; the upper half mirrors the lower."""
    import numpy as np

    last = lever.positions - 1
    lower = np.floor(np.minimum(shares, 1 - shares) * last + 0.5 - 1e-9).astype(np.int64)
    return np.where(shares > 0.5, last - lower, lower)
