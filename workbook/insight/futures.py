"""Settings and constants -> yearly numbers and the ending that each future is told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from workbook.engine.schedule import segments_side_by_side
from workbook.engine.vector import VectorProgram
from workbook.ensembles.space import Rows, Space, Wish
from workbook.expr.nodes import Node, names_in
from workbook.model import Scenario
from workbook.plays import Plays, scenes_of
from workbook.setting import Setting
from workbook.simulate import Simulator

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Array = NDArray[np.float64]
    Whole = NDArray[np.int64]
    Mask = NDArray[np.bool_]

BLOCK = 10_000
"""Futures computed together; the numbers of one do not depend on it."""
MOST = 200_000
"""Futures kept side by side; their yearly numbers take about 2 KB each."""


@dataclass(frozen=True, slots=True, eq=False)
class _Told(Plays):
    """Plays whose constants differ; a condition of the story reads the same values as the model."""

    drawn: Mapping[str, Array]

    def value(self, name: str, year: int) -> Array | float:
        return self.drawn[name] if name in self.drawn else Plays.value(self, name, year)


@dataclass(frozen=True, slots=True, eq=False)
class Futures:
    """Futures side by side.

    ``yearly`` are yearly means (indicators x years x futures), ``endings`` places of endings,
    ``holds`` whether the condition that was asked for holds. ``sound`` is false where a number is
    not finite.
    """

    scenario: Scenario
    yearly: Array
    endings: Whole
    holds: Mask
    sound: Mask

    def value(self, indicator: str, year: int) -> Array:
        """An indicator in a year, one number for each future."""
        s = self.scenario
        column: Array = self.yearly[list(s.indicators).index(indicator), year - s.time.start]
        return column


def drawn(scenario: Scenario, samples: int, seed: int, *, levers: bool = False, choices: bool = False) -> Space:
    """The plan of a Latin hypercube over the uncertain constants and, where wanted, levers and choices."""
    names = tuple(scenario.levers) if levers else ()
    wish = Wish(samples, seed, "lhs", names, True, choices, scenario.baseline.name, "numpy", BLOCK)
    return Space(scenario, wish)


def fixed_rows(scenario: Scenario, setting: Setting, runs: int) -> Rows:
    """One setting in many futures; the constants are to be put beside it."""
    import numpy as np

    levers = np.repeat([[value] for _, value in setting.levers], runs, axis=1).reshape(-1, runs)
    places = [[list(scenario.decisions[d].options).index(option)] for d, option in setting.choices]
    choices = np.repeat(np.array(places, dtype=np.int64).reshape(-1, 1), runs, axis=1)
    return Rows(levers, np.empty((0, runs)), choices)


def futures_of(
    simulator: Simulator,
    rows: Rows,
    sampled: Sequence[str] = (),
    condition: Node | None = None,
    year: int | None = None,
) -> Futures:
    """Run settings.

    Parameters
    ----------
    rows
        Levers (units of the scenario), constants and places of options, each x futures.
    sampled
        The constants whose values stand in ``rows.constants``, in its order; others at their value.
    condition, year
        What ``holds`` tells, judged in this year.
    """
    import numpy as np

    s = simulator.scenario
    asked = [scene.when for scene in s.endings.scenes if scene.when is not None]
    asked += [] if condition is None else [condition]
    given = {*s.levers, *s.constants, "time"}
    names = tuple(dict.fromkeys([*s.indicators, *(n for node in asked for n in sorted(names_in(node)))]))
    names = tuple(name for name in names if name not in given)
    program, count = _compiled(simulator, names), rows.levers.shape[1]
    yearly = np.empty((len(s.indicators), len(s.time.years), count))
    endings, holds = np.empty(count, dtype=np.int64), np.zeros(count, dtype=bool)
    sound = np.empty(count, dtype=bool)
    for low in range(0, count, BLOCK):
        part = slice(low, min(low + BLOCK, count))
        size = part.stop - low
        own = dict(zip(sampled, rows.constants[:, part], strict=True))
        choices = rows.choices[:, part]
        plan = segments_side_by_side(s, rows.levers[:, part], choices)
        values: list[Any] = [own.get(name, c.value) for name, c in s.constants.items()]
        means = program.run(plan, values, size)
        fine: Mask = np.asarray(np.isfinite(means).all(axis=(0, 1)))
        nowhere = np.empty((0, size), dtype=np.int64)
        told = _Told(s, names, nowhere, choices, means, nowhere, fine, plan, own)
        yearly[:, :, part], sound[part] = means[: len(s.indicators)], fine
        endings[part] = scenes_of(told, s.endings)
        if condition is not None:
            holds[part] = told.holds(condition, s.time.years[-1] if year is None else year)
    return Futures(s, yearly, endings, holds, sound)


@lru_cache(maxsize=8)
def _compiled(simulator: Simulator, names: tuple[str, ...]) -> VectorProgram:
    return VectorProgram(simulator.program, names)
