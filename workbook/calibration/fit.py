"""Which constants, their best values within their ranges, and what the data say about each.

In: a workbook. Out: a :class:`Calibration`. The residuals are relative, ``(told - observed) /
|observed|``, each observation with the same weight. The past does not depend on levers or worlds,
since both act later.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from workbook.calibration.theil import Match, match
from workbook.errors import DivergenceError, UsageError, must_exist
from workbook.model import Constant
from workbook.run import Workbook

GRID = 9
"""Points of a profile."""

MOST_CHOSEN = 5
"""Constants that are chosen when nobody names any."""

_LEAST_FITTED = 2
"""Observations of a series that stay in the fit whatever is held out."""

_WEAK = 0.01
"""A constant moves the data too little when it moves them less than this share of the strongest."""

_STEP = 1e-4
"""Of a range, for differences: small beside its bends, large beside the dust of rounding."""


@dataclass(frozen=True, slots=True)
class Past:
    """One indicator in the years of its history; from ``held`` on they are not part of the fit."""

    indicator: str
    series: str
    years: tuple[int, ...]
    observed: tuple[float, ...]
    before: tuple[float, ...]
    after: tuple[float, ...]
    held: int

    def matches(self, *, held: bool) -> tuple[Match, Match] | None:
        """Before and after, over the fitted or the held-out years; None when there are none."""
        part = slice(self.held, None) if held else slice(0, self.held)
        if not self.observed[part]:
            return None
        return match(self.observed[part], self.before[part]), match(self.observed[part], self.after[part])


@dataclass(frozen=True, slots=True)
class Profile:
    """The error along a constant's range; the others are fitted anew at each point."""

    values: tuple[float, ...]
    errors: tuple[float, ...]
    """Root mean square of the relative residuals in percent; NaN where the model left the numbers."""
    limit: float
    """What lies below cannot be told from the best fit (F statistic, 95 %); infinite without spare data."""

    @property
    def decided(self) -> bool:
        """Whether the data rule out a part of the range on either side."""
        return all(not error <= self.limit for error in (self.errors[0], self.errors[-1]))


@dataclass(frozen=True, slots=True)
class Fitted:
    """A constant with its fitted value, in its unit, and how well the data know it."""

    constant: Constant
    value: float
    profile: Profile

    @property
    def at_edge(self) -> bool:
        """Whether the value lies within a thousandth of the range from one of its ends."""
        width = self.constant.high - self.constant.low
        return min(self.value - self.constant.low, self.constant.high - self.value) < 1e-3 * width


@dataclass(frozen=True, slots=True)
class Calibration:
    """What a fit found for a scenario, named by its id."""

    scenario: str
    constants: tuple[Fitted, ...]
    past: tuple[Past, ...]
    chosen: bool
    """Whether the constants were chosen here and not named."""

    @property
    def values(self) -> dict[str, float]:
        return {fitted.constant.name: fitted.value for fitted in self.constants}


def calibrate(book: Workbook, names: Sequence[str] = (), holdout: int = 2) -> Calibration:
    """Fit constants to history.

    Parameters
    ----------
    book : Workbook
    names : sequence of str
        Constants with a range. Without any, at most five are chosen that move the observed
        indicators most and differently from each other.
    holdout : int
        Last observations of each series that only judge; at least two stay in the fit.

    Raises
    ------
    UsageError
        For constants that do not exist or have no range, or when there is nothing to fit to.
    DivergenceError
        When a world leaves the numbers with the fitted values.
    """
    problem = _Problem(book, holdout)
    chosen = problem.choose() if not names else [_constant(book, name) for name in dict.fromkeys(names)]
    best, _ = problem.fit(chosen, {})
    values = {c.name: _rounded(c, v) for c, v in zip(chosen, best, strict=True)}
    for world in book.scenario.worlds:
        book.simulator.run(book.run(world=world).setting, values)
    profiles = [problem.profile(chosen, k, values) for k in range(len(chosen))]
    fitted = tuple(Fitted(c, values[c.name], p) for c, p in zip(chosen, profiles, strict=True))
    return Calibration(book.scenario.id, fitted, problem.past(values), not names)


def _constant(book: Workbook, name: str) -> Constant:
    known = {n: c for n, c in book.scenario.constants.items() if c.uncertain}
    must_exist("constant", name, known)
    return known[name]


def _rounded(constant: Constant, value: float) -> float:
    """Six digits are more than data ever support; never outside the range."""
    return min(max(float(f"{value:.6g}"), constant.low), constant.high)


class _Problem:
    def __init__(self, book: Workbook, holdout: int) -> None:
        self.book = book
        self.told = book.hindcast
        self.kept = {
            name: len(h.years) - (holdout if len(h.years) >= holdout + _LEAST_FITTED else 0)
            for name, h in self.told.items()
        }
        if not self.told:
            raise UsageError("usage-no-history")

    @property
    def observations(self) -> int:
        return sum(self.kept.values())

    def residuals(self, values: Mapping[str, float]) -> list[float]:
        """Relative; NaN throughout when the model leaves the numbers, so that the search turns back."""
        try:
            run = self.book.simulator.history(values)
        except DivergenceError:
            return [math.nan] * self.observations
        found = []
        for name, h in self.told.items():
            scale = sum(map(abs, h.observed)) / len(h.observed) or 1.0
            for year, observed in list(zip(h.years, h.observed, strict=True))[: self.kept[name]]:
                found.append((run.yearly(name, year) - observed) / (abs(observed) or scale))
        return found

    def fit(
        self, chosen: Sequence[Constant], fixed: Mapping[str, float], start: Sequence[float] = (), exact: float = 1e-10
    ) -> Any:
        """Best values and half the sum of squares at them; ``start`` is where the search begins."""
        from scipy.optimize import least_squares

        low, width = [c.low for c in chosen], [c.high - c.low for c in chosen]

        def values(shares: Any) -> list[float]:
            return [a + w * float(s) for a, w, s in zip(low, width, shares, strict=True)]

        def residuals(shares: Any) -> list[float]:
            return self.residuals({**fixed, **dict(zip([c.name for c in chosen], values(shares), strict=True))})

        begin = start or [c.value for c in chosen]
        shares = [min(max((v - a) / w, 0.0), 1.0) for v, a, w in zip(begin, low, width, strict=True)]
        if any(map(math.isnan, residuals(shares))):
            return begin, math.nan
        found = least_squares(residuals, shares, bounds=(0.0, 1.0), diff_step=_STEP, xtol=exact, ftol=exact)
        return values(found.x), float(found.cost)

    def choose(self) -> list[Constant]:
        """Pivoted QR of the sensitivities: each next constant is the one that moves the data most in a new way."""
        import numpy as np
        from scipy.linalg import qr

        uncertain = [c for c in self.book.scenario.constants.values() if c.uncertain]
        base = np.array(self.residuals({}))
        columns = []
        for c in uncertain:
            step = (c.high - c.low) / 100 * (1 if c.value < (c.low + c.high) / 2 else -1)
            moved = np.array(self.residuals({c.name: c.value + step}))
            columns.append(np.nan_to_num((moved - base) / 0.01))
        if not columns:
            raise UsageError("usage-no-range")
        _, strength, order = qr(np.array(columns).T, mode="economic", pivoting=True)
        sizes = abs(np.diag(strength))
        most = max(1, min(MOST_CHOSEN, self.observations // 3))
        picked = sorted(int(order[k]) for k in range(min(most, len(sizes))) if sizes[k] > _WEAK * sizes[0])
        if not picked:
            raise UsageError("usage-no-range")
        return [uncertain[k] for k in picked]

    def profile(self, chosen: Sequence[Constant], place: int, best: Mapping[str, float]) -> Profile:
        """The error along one constant; from the best value outwards, each point starts at its neighbour's."""
        from scipy.stats import f

        own, others = chosen[place], [c for k, c in enumerate(chosen) if k != place]
        grid = sorted({*(own.low + (own.high - own.low) * k / (GRID - 1) for k in range(GRID)), best[own.name]})
        middle = grid.index(best[own.name])
        costs = [math.nan] * len(grid)
        for way in (range(middle, -1, -1), range(middle, len(grid))):
            start = [best[c.name] for c in others]
            for k in way:
                fixed = {own.name: grid[k]}
                if others:
                    start, costs[k] = self.fit(others, fixed, start, 1e-6)
                else:
                    costs[k] = sum(r * r for r in self.residuals(fixed)) / 2
        spare = self.observations - len(chosen)
        factor = 1 + float(f.ppf(0.95, 1, spare)) / spare if spare > 0 else math.inf
        errors = tuple(100 * math.sqrt(2 * cost / self.observations) for cost in costs)
        return Profile(tuple(grid), errors, min(e for e in errors if e == e) * math.sqrt(factor))

    def past(self, values: Mapping[str, float]) -> tuple[Past, ...]:
        run = self.book.simulator.history(values)
        return tuple(
            Past(
                name, h.series, h.years, h.observed, h.told,
                tuple(run.yearly(name, year) for year in h.years), self.kept[name],
            )
            for name, h in self.told.items()
        )  # fmt: skip
