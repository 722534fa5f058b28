"""Points in the unit cube, and full factorials; each row reachable without the rows before it."""

from __future__ import annotations

import math
import warnings
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from workbook.errors import UsageError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Array = NDArray[np.float64]
    Whole = NDArray[np.int64]

BLOCK = 10_000
"""Rows of one Latin hypercube. More rows are more hypercubes of this size, each drawn from the seed and
its own number (a replicated Latin hypercube): memory does not grow with the rows, and every ten
thousandth of a range holds the same number of points of each whole block."""

_MOST_LEVERS = 21_201
"""Dimensions for which scipy has Sobol numbers."""


class Uniform(Protocol):
    """Shares between 0 and 1."""

    def rows(self, low: int, high: int) -> Array:
        """The rows ``low ... high - 1`` as columns: dimensions x rows."""


def uniform_of(design: str, dimensions: int, samples: int, seed: int) -> Uniform:
    """The points of a design by its name."""
    return Latin(dimensions, samples, seed) if design == "lhs" else Sobol(dimensions, seed)


class Latin:
    """Latin hypercubes of :data:`BLOCK` rows; the last is as long as what is left."""

    def __init__(self, dimensions: int, samples: int, seed: int) -> None:
        self.dimensions, self.samples, self.seed = dimensions, samples, seed
        self._kept: tuple[int, Any] = (-1, None)

    def rows(self, low: int, high: int) -> Array:
        import numpy as np

        parts = []
        for number in range(low // BLOCK, -(-high // BLOCK)):
            start = number * BLOCK
            parts.append(self._block(number)[:, max(low - start, 0) : high - start])
        whole: Array = np.concatenate(parts, axis=1)
        return whole

    def _block(self, number: int) -> Array:
        import numpy as np
        from scipy.stats import qmc

        if self._kept[0] != number:
            rows = min(BLOCK, self.samples - number * BLOCK)
            rng = np.random.default_rng([self.seed, number])
            points = qmc.LatinHypercube(self.dimensions, rng=rng).random(rows)
            self._kept = number, np.ascontiguousarray(points.T)
        block: Array = self._kept[1]
        return block


class Sobol:
    """Sobol's sequence, scrambled by the seed."""

    def __init__(self, dimensions: int, seed: int) -> None:
        if dimensions > _MOST_LEVERS:
            raise UsageError("ensemble-number", name="levers", low=1, high=_MOST_LEVERS, value=dimensions)
        self.dimensions, self.seed = dimensions, seed
        self._sequence: Any = None

    def rows(self, low: int, high: int) -> Array:
        import numpy as np
        from scipy.stats import qmc

        if self._sequence is None:
            # 32 bits: with more, fast_forward of scipy 1.17 refuses its own numbers.
            self._sequence = qmc.Sobol(self.dimensions, bits=32, rng=np.random.default_rng(self.seed))
        if self._sequence.num_generated > low:
            self._sequence.reset()
        if self._sequence.num_generated < low:
            self._sequence.fast_forward(low - self._sequence.num_generated)
        with warnings.catch_warnings():
            # The sequence may be cut anywhere; the documentation recommends powers of two.
            warnings.filterwarnings("ignore", "The balance properties of Sobol' points", UserWarning)
            points = self._sequence.random(high - low)
        columns: Array = np.ascontiguousarray(points.T)
        return columns


@dataclass(frozen=True, slots=True)
class Factorial:
    """Every combination: for each factor the places it takes. The last factor turns fastest."""

    factors: tuple[tuple[int, ...], ...]

    @property
    def rows(self) -> int:
        return math.prod(len(f) for f in self.factors)

    def places(self, low: int, high: int) -> Whole:
        """Factors x rows."""
        import numpy as np

        rest = np.arange(low, high)
        columns = []
        for factor in reversed(self.factors):
            rest, digit = np.divmod(rest, len(factor))
            columns.append(np.array(factor)[digit])
        whole: Whole = np.array(columns[::-1])
        return whole


def levels(positions: list[int], fixed: list[int], samples: int) -> Factorial:
    """As many evenly spread positions of each lever as fit into ``samples`` rows, at least its two ends.

    Raises
    ------
    UsageError
        When even the ends are too many.
    """
    others = math.prod(fixed)

    def rows(most: int) -> int:
        return others * math.prod(min(most, p) for p in positions)

    most = max(positions, default=2)
    needed = rows(2)
    if needed > samples:
        raise UsageError("ensemble-factorial", needed=needed, samples=samples)
    while rows(most) > samples:
        most -= 1
    factors = [_spread(p, min(most, p)) for p in positions]
    return Factorial((*factors, *(tuple(range(n)) for n in fixed)))


def _spread(positions: int, count: int) -> tuple[int, ...]:
    return tuple(round(k * (positions - 1) / max(count - 1, 1)) for k in range(count))
