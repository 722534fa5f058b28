"""What an ensemble varies: levers, constants, choices; and which row has which values.

A row is a function of the plan and its number: no row needs the rows before it, so that any worker,
in any order, computes the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from workbook.ensembles.design import Factorial, Uniform, levels, uniform_of
from workbook.errors import UsageError, nearest
from workbook.model import Constant, Decision, Lever, Scenario
from workbook.setting import Setting, setting_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Array = NDArray[np.float64]
    Whole = NDArray[np.int64]

Design = Literal["lhs", "sobol", "factorial"]
Engine = Literal["numpy", "numba"]
DESIGNS: tuple[Design, ...] = ("lhs", "sobol", "factorial")
ENGINES: tuple[Engine, ...] = ("numpy", "numba")
MOST = 2**32
"""Rows of an ensemble: as many as Sobol's sequence has points here."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What was asked for; plain values only, so that it can be written down and sent to a worker."""

    samples: int
    seed: int
    design: Design
    levers: tuple[str, ...]
    constants: bool
    choices: bool
    world: str
    engine: Engine
    chunk: int


@dataclass(frozen=True, slots=True)
class Rows:
    """The settings of some rows: values of levers and constants (names x rows), places of options."""

    levers: Array
    constants: Array
    choices: Whole


class Space:
    """The plan of an ensemble.

    Raises
    ------
    UsageError
        For a lever or world that does not exist, a plan that varies nothing, and a full factorial
        with more rows than asked for.
    """

    def __init__(self, scenario: Scenario, wish: Wish) -> None:
        self.scenario = scenario
        self.wish = wish
        self.base: Setting = setting_of(scenario, wish.world)
        for name in wish.levers:
            if name not in scenario.levers:
                near = nearest(name, scenario.levers)
                raise UsageError("usage-lever", name=name, nearest=near, allowed=", ".join(scenario.levers))
        self.levers: tuple[Lever, ...] = tuple(v for v in scenario.levers.values() if v.name in wish.levers)
        uncertain = (c for c in scenario.constants.values() if c.uncertain and wish.constants)
        self.constants: tuple[Constant, ...] = tuple(uncertain)
        self.decisions: tuple[Decision, ...] = tuple(scenario.decisions.values()) if wish.choices else ()
        if not (self.levers or self.constants or self.decisions):
            raise UsageError("ensemble-nothing")
        self._uniform: Uniform | None = None
        self._factorial: Factorial | None = None
        if wish.design == "factorial":
            fixed = [3] * len(self.constants) + [len(d.options) for d in self.decisions]
            self._factorial = levels([lever.positions for lever in self.levers], fixed, wish.samples)
        else:
            count = len(self.levers) + len(self.constants) + len(self.decisions)
            self._uniform = uniform_of(wish.design, count, wish.samples, wish.seed)

    @property
    def rows(self) -> int:
        """How many rows the plan has; a factorial may have fewer than were allowed."""
        return self._factorial.rows if self._factorial else self.wish.samples

    @property
    def chunks(self) -> int:
        return -(-self.rows // self.wish.chunk)

    def part(self, chunk: int) -> range:
        """The row numbers of a chunk."""
        low = chunk * self.wish.chunk
        return range(low, min(low + self.wish.chunk, self.rows))

    def draw(self, part: range) -> Rows:
        """The settings of some rows."""
        import numpy as np

        places, constants = self._factors(part) if self._factorial else self._drawn(part)
        s, count = self.scenario, len(part)
        values = np.empty((len(s.levers), count))
        varied = {lever.name: places[k] for k, lever in enumerate(self.levers)}
        for k, lever in enumerate(s.levers.values()):
            if lever.name in varied:
                values[k] = np.array([lever.value(p) for p in range(lever.positions)])[varied[lever.name]]
            else:
                values[k] = dict(self.base.levers)[lever.name]
        choices = np.empty((len(s.decisions), count), dtype=np.int64)
        if self.decisions:
            choices[:] = places[len(self.levers) :]
        else:
            for k, (decision, (_, option)) in enumerate(zip(s.decisions.values(), self.base.choices, strict=True)):
                choices[k] = list(decision.options).index(option)
        return Rows(values, constants, choices)

    def _drawn(self, part: range) -> tuple[Whole, Array]:
        import numpy as np

        assert self._uniform is not None  # noqa: S101 - made in the constructor
        u = self._uniform.rows(part.start, part.stop)
        first, last = len(self.levers), len(self.levers) + len(self.constants)
        sizes = [lever.positions for lever in self.levers] + [len(d.options) for d in self.decisions]
        shares = np.concatenate([u[:first], u[last:]])
        size = np.array(sizes, dtype=np.int64).reshape(-1, 1)
        places = np.minimum((shares * size).astype(np.int64), size - 1)
        return places, triangular(u[first:last], self.constants)

    def _factors(self, part: range) -> tuple[Whole, Array]:
        import numpy as np

        assert self._factorial is not None  # noqa: S101 - made in the constructor
        places = self._factorial.places(part.start, part.stop)
        first, last = len(self.levers), len(self.levers) + len(self.constants)
        spread = np.array([(c.low, c.value, c.high) for c in self.constants]).reshape(-1, 3)
        constants = np.take_along_axis(spread, places[first:last], axis=1)
        return np.concatenate([places[:first], places[last:]]), constants


def triangular(u: Array, constants: tuple[Constant, ...]) -> Array:
    """The inverse of each constant's triangular distribution, see :mod:`workbook.engine.sampling`."""
    import numpy as np

    low, mode, high = np.array([(c.low, c.value, c.high) for c in constants]).reshape(-1, 3).T[:, :, None]
    rising = low + np.sqrt(u * (high - low) * (mode - low))
    falling = high - np.sqrt((1.0 - u) * (high - low) * (high - mode))
    values: Array = np.where(u * (high - low) < mode - low, rising, falling)
    return values
