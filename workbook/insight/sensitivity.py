"""Which levers and constants move an indicator: Morris to screen all, Sobol to share out the variance of some."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbook.errors import UsageError
from workbook.insight.asked import known, whole, word, years_of
from workbook.insight.estimate import Effects, Shares, effects_of, need_salib, shares_of
from workbook.insight.factors import Factors
from workbook.insight.futures import MOST, futures_of
from workbook.insight.telling import Finding, Telling
from workbook.model import Scenario
from workbook.run import Workbook, book_of
from workbook.setting import setting_of

if TYPE_CHECKING:
    import pandas as pd

    from workbook.ensembles.space import Rows
    from workbook.insight.estimate import Array

METHODS = ("morris", "sobol")
_USUAL = {"morris": 40, "sobol": 512}
"""Trajectories; points of each base matrix."""


@dataclass(frozen=True, slots=True)
class Influence:
    """One factor's influence on one indicator in one year.

    Morris: ``size`` is how far the indicator moves on average (in its unit) when the factor goes
    over its whole range, ``direction`` the same with its sign, ``spread`` the standard deviation.
    Sobol: ``size`` is the share of the variance with all interactions, ``alone`` without.
    ``error`` is half the width of the 95 % interval of ``size``.
    """

    indicator: str
    year: int
    name: str
    kind: str
    size: float
    error: float
    direction: float | None = None
    spread: float | None = None
    alone: float | None = None
    alone_error: float | None = None


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Sensitivity(Finding):
    """Influences by indicator and year, the largest first."""

    scenario: Scenario
    method: str
    world: str
    influences: tuple[Influence, ...]
    samples: int
    runs: int
    seed: int
    screened: int
    """Factors that were screened before Sobol's shares were computed for the first of them; 0 without."""
    dropped: int = 0
    """Trajectories or points left out because a run left the numbers."""

    @property
    def frame(self) -> pd.DataFrame:
        """One row for each indicator, year and factor."""
        import pandas as pd

        kept = ("direction", "spread") if self.method == "morris" else ("alone", "alone_error")
        names = ("indicator", "year", "name", "kind", "size", "error", *kept)
        return pd.DataFrame([{name: getattr(each, name) for name in names} for each in self.influences])

    def told(self, lang: str) -> Telling:
        from workbook.insight.telling_influence import influence_told

        return influence_told(self, lang)


def sensitivity(
    scenario: str | os.PathLike[str] | Workbook,
    method: str = "morris",
    *,
    samples: int | None = None,
    seed: int = 2030,
    indicators: Sequence[str] | str | None = None,
    years: Sequence[int] | int | None = None,
    factors: Sequence[str] | str = "all",
    most: int = 20,
    world: str | None = None,
) -> Sensitivity:
    """Tell which levers and constants move an indicator.

    Parameters
    ----------
    scenario
        A workbook, or what :func:`workbook.load` takes.
    method : {"morris", "sobol"}
        Elementary effects of all factors, in the indicator's unit; or shares of the variance.
    samples
        Morris: trajectories, each one run more than there are factors. Sobol: points, a power of
        two; ``samples * (factors + 2)`` runs.
    indicators, years
        All, and the last year, when left out.
    factors : {"all", "levers", "constants"} or names
        What varies; the rest stays as in ``world``, decisions always.
    most
        Sobol: at most so many factors; when there are more, Morris chooses them, in turns the first
        of each indicator, then the second.

    Raises
    ------
    UsageError
        For names, numbers and words that do not fit, and when SALib is missing.

    Notes
    -----
    How levers on their grid meet the unit interval stands in :mod:`workbook.insight.factors`.
    Measures: M. D. Morris 1991, Technometrics 33; F. Campolongo et al. 2007, Environmental Modelling &
    Software 22; A. Saltelli et al. 2010, Computer Physics Communications 181; computed by SALib.
    """
    need_salib()
    book = book_of(scenario)
    s = book.scenario
    word("method", method, METHODS)
    wanted = _Wanted(book, known("indicator", indicators, s.indicators), years_of(s, years))
    whole("seed", seed, 0, 2**63 - 2)
    whole("most", most, 1, 200)
    some = factors_of(s, factors, world)
    kept = len(some.names) if method == "morris" else min(len(some.names), most)
    count = _USUAL[method] if samples is None else whole("samples", samples, 2, MOST // (kept + 2))
    if method == "sobol" and count & (count - 1):
        raise UsageError("insight-power", value=count)
    screened = 0
    if method == "morris":
        found = wanted.effects(some, count, seed)
        influences, runs, dropped = wanted.told_effects(some, found), found.runs, found.dropped
    else:
        extra = 0
        if len(some.names) > most:
            screened = len(some.names)
            screen = wanted.effects(some, _USUAL["morris"], seed)
            some, extra = some.only(_leading(screen, some.names, most)), screen.runs
        shares = wanted.shares(some, count, seed)
        influences, runs, dropped = wanted.told_shares(some, shares), shares.runs + extra, shares.dropped
    return Sensitivity(s, method, some.setting.world, influences, count, runs, seed, screened, dropped)


def factors_of(scenario: Scenario, wanted: Sequence[str] | str, world: str | None) -> Factors:
    """The levers and uncertain constants that vary; those with one value only never do.

    Raises
    ------
    UsageError
        For names that do not exist or do not vary, and when nothing varies.
    """
    levers = {lever.name: lever for lever in scenario.levers.values() if lever.positions > 1}
    constants = {c.name: c for c in scenario.constants.values() if c.uncertain}
    groups = {"all": (*levers, *constants), "levers": tuple(levers), "constants": tuple(constants)}
    names = groups.get(wanted) if isinstance(wanted, str) else None
    names = known("factor", wanted, {**levers, **constants}) if names is None else names
    if not names:
        raise UsageError("ensemble-nothing")
    return Factors(
        scenario, setting_of(scenario, world), tuple(levers.values()), tuple(constants.values())
    ).only(names)  # fmt: skip


def _leading(screen: Effects, names: Sequence[str], most: int) -> list[str]:
    """In turns the strongest factor of each outcome, then the second, until there are enough."""
    import numpy as np

    ranks = np.argsort(-screen.size, axis=1, kind="stable")
    return list(dict.fromkeys(names[k] for k in ranks.T.ravel().tolist()))[:most]


@dataclass(frozen=True, slots=True)
class _Wanted:
    """The outcomes asked for: indicators in years, in this order."""

    book: Workbook
    indicators: tuple[str, ...]
    years: tuple[int, ...]

    @property
    def outcomes(self) -> list[tuple[str, int]]:
        return [(indicator, year) for indicator in self.indicators for year in self.years]

    def run(self, rows: Rows, some: Factors) -> Array:
        """Outcomes x runs."""
        import numpy as np

        futures = futures_of(self.book.simulator, rows, [c.name for c in some.constants])
        return np.array([futures.value(indicator, year) for indicator, year in self.outcomes])

    def effects(self, some: Factors, trajectories: int, seed: int) -> Effects:
        return effects_of(lambda shares: self.run(some.even(shares), some), some.step(), trajectories, seed)

    def shares(self, some: Factors, samples: int, seed: int) -> Shares:
        return shares_of(lambda shares: self.run(some.likely(shares), some), len(some.names), samples, seed)

    def told_effects(self, some: Factors, found: Effects) -> tuple[Influence, ...]:
        rows = [
            Influence(
                *outcome, name, _kind(some, name), float(found.size[i, k]), float(found.error[i, k]),
                direction=float(found.mean[i, k]), spread=float(found.spread[i, k]),
            )
            for i, outcome in enumerate(self.outcomes)
            for k, name in enumerate(some.names)
        ]  # fmt: skip
        return self._sorted(rows)

    def told_shares(self, some: Factors, found: Shares) -> tuple[Influence, ...]:
        rows = [
            Influence(
                *outcome, name, _kind(some, name), float(found.total[i, k]), float(found.total_error[i, k]),
                alone=float(found.first[i, k]), alone_error=float(found.first_error[i, k]),
            )
            for i, outcome in enumerate(self.outcomes)
            for k, name in enumerate(some.names)
        ]  # fmt: skip
        return self._sorted(rows)

    def _sorted(self, rows: list[Influence]) -> tuple[Influence, ...]:
        places = {outcome: k for k, outcome in enumerate(self.outcomes)}
        return tuple(sorted(rows, key=lambda each: (places[each.indicator, each.year], -each.size)))


def _kind(some: Factors, name: str) -> str:
    return "lever" if any(lever.name == name for lever in some.levers) else "constant"
