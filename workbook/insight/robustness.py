"""The worlds over the uncertainty: what each reaches, how often, and what it costs not to have chosen another.

All worlds meet the same futures: what is drawn for one is drawn for all, so that a difference
between two worlds is their own.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbook.ensembles.space import Rows
from workbook.errors import UsageError
from workbook.insight.asked import known, whole, years_of
from workbook.insight.futures import MOST, drawn, fixed_rows, futures_of
from workbook.insight.telling import Finding, Telling
from workbook.model import Indicator, Scenario
from workbook.run import Workbook, book_of
from workbook.setting import setting_of

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
    from numpy.typing import NDArray

    from workbook.insight.futures import Array, Mask

LOW, MIDDLE, HIGH = 0.1, 0.5, 0.9


@dataclass(frozen=True, slots=True)
class Standing:
    """One world, one indicator: values in the indicator's unit, shares of the futures.

    Regret is what the best world of the same future does better; 0 where this one is the best.
    """

    world: str
    low: float
    middle: float
    high: float
    utopia: float
    """Share that reaches the utopia value."""
    dystopia: float
    """Share that reaches the dystopia value."""
    best: float
    """Share in which no world does better."""
    regret: float
    """The largest."""
    regret_high: float
    """In nine of ten futures it is at most so much."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """One indicator: the worlds in their order, and how firm the order among them is."""

    indicator: str
    standings: tuple[Standing, ...]
    leader: str
    """Who is best with all constants at their stated value."""
    same_leader: float
    """Share of the futures in which no world does better than that one."""
    same_order: float
    """Share of the futures with the same order of all worlds."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Robustness(Finding):
    """Comparisons by indicator; there is no single total score."""

    scenario: Scenario
    year: int
    comparisons: tuple[Comparison, ...]
    futures: int
    seed: int
    unsound: int

    @property
    def frame(self) -> pd.DataFrame:
        """One row for each indicator and world."""
        import pandas as pd

        return pd.DataFrame([
            {
                "indicator": each.indicator, "year": self.year,
                **{name: getattr(standing, name) for name in Standing.__slots__},
                "leader": standing.world == each.leader, "same_leader": each.same_leader,
                "same_order": each.same_order,
            }
            for each in self.comparisons
            for standing in each.standings
        ])  # fmt: skip

    def told(self, lang: str) -> Telling:
        from workbook.insight.telling_worlds import worlds_told

        return worlds_told(self, lang)


def robustness(
    scenario: str | os.PathLike[str] | Workbook,
    samples: int = 1_000,
    seed: int = 2030,
    *,
    worlds: Sequence[str] | None = None,
    indicators: Sequence[str] | str | None = None,
    year: int | None = None,
) -> Robustness:
    """Compare worlds over many futures of the uncertain constants.

    Parameters
    ----------
    scenario
        A workbook, or what :func:`workbook.load` takes.
    samples
        Futures; every world meets all of them (Latin hypercube, constants triangular).
    worlds
        At least two; all when left out.
    indicators, year
        All, and the last year, when left out.

    Raises
    ------
    UsageError
        For names and numbers that do not fit, fewer than two worlds, and a scenario in which no
        constant is uncertain.

    Notes
    -----
    Regret after L. J. Savage 1951, Journal of the American Statistical Association 46; by indicator, as in
    R. J. Lempert et al. 2006, Management Science 52, but never added up over indicators.
    """
    import numpy as np

    book = book_of(scenario)
    s = book.scenario
    whole("samples", samples, 10, MOST)
    whole("seed", seed, 0, 2**63 - 1)
    names = known("world", worlds, s.worlds)
    if len(names) < 2:
        raise UsageError("insight-two-worlds", name=", ".join(names))
    wanted = known("indicator", indicators, s.indicators)
    (judged,) = years_of(s, year)
    space = drawn(s, samples, seed)
    constants = space.draw(range(samples)).constants
    sampled = [c.name for c in space.constants]
    # The last column is the future in which every constant has its stated value.
    stated = np.array([[c.value] for c in space.constants])
    constants = np.concatenate([constants, stated], axis=1)
    values = np.empty((len(names), len(s.indicators), samples + 1))
    sound = np.ones(samples + 1, dtype=bool)
    for k, name in enumerate(names):
        rows = fixed_rows(s, setting_of(s, name), samples + 1)
        futures = futures_of(book.simulator, Rows(rows.levers, constants, rows.choices), sampled)
        values[k] = futures.yearly[:, judged - s.time.start]
        sound &= futures.sound
    if not sound[:-1].any() or not sound[-1]:
        raise UsageError("insight-unsound", count=int((~sound).sum()))
    comparisons = tuple(
        compare(indicator, names, values[:, place, :-1][:, sound[:-1]], values[:, place, -1])
        for place, indicator in enumerate(s.indicators.values())
        if indicator.name in wanted
    )
    unsound = int((~sound[:-1]).sum())
    return Robustness(s, judged, comparisons, samples - unsound, seed, unsound)


def compare(indicator: Indicator, worlds: Sequence[str], values: Array, stated: Array) -> Comparison:
    """Compare worlds by one indicator.

    Parameters
    ----------
    values
        Worlds x futures, in the indicator's unit.
    stated
        Each world's value with all constants as stated.
    """
    import numpy as np

    sign = 1.0 if indicator.better == "higher" else -1.0
    regret = (sign * values).max(axis=0) - sign * values
    ahead = regret <= _dust(values)
    low, middle, high = np.quantile(values, (LOW, MIDDLE, HIGH), axis=1)
    standings = tuple(
        Standing(
            name, float(low[k]), float(middle[k]), float(high[k]),
            float((sign * values[k] >= sign * indicator.utopia).mean()),
            float((sign * values[k] <= sign * indicator.dystopia).mean()),
            float(ahead[k].mean()), float(regret[k].max()), float(np.quantile(regret[k], HIGH)),
        )
        for k, name in enumerate(worlds)
    )  # fmt: skip
    leader = int((sign * stated).argmax())
    order = ranks(sign * stated[:, None], _dust(stated[:, None]))
    same = (ranks(sign * values, _dust(values)) == order).all(axis=0)
    return Comparison(
        indicator.name, standings, worlds[leader], float(ahead[leader].mean()), float(same.mean())
    )  # fmt: skip


def _dust(values: Array) -> Array:
    """Differences below are rounding: worlds that differ by so little are equal."""
    import numpy as np

    dust: Array = 1e-9 * np.abs(values).max(axis=0)
    return dust


def ranks(goodness: Array, dust: Array) -> NDArray[np.int64]:
    """How many worlds are better in each future: worlds x futures; equal ones share a rank."""
    better: Mask = goodness[None, :, :] > goodness[:, None, :] + dust
    counted: NDArray[np.int64] = better.sum(axis=1)
    return counted
