"""Where an error comes from: Theil's inequality statistics (J. D. Sterman 1984, Dynamica 10).

The mean square error is the sum of three parts: bias (the means differ), unequal variation (the
swings differ in size) and unequal covariation (they differ in time). An error of the third kind is
the least harmful: a model that explains trends need not hit each point.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Match:
    """``bias``, ``variation`` and ``covariation`` are shares that add up to 1; None without error."""

    count: int
    mape: float
    """Mean absolute percentage error; observations of zero do not count."""
    bias: float | None
    variation: float | None
    covariation: float | None


def match(observed: Sequence[float], told: Sequence[float]) -> Match:
    """Compare two series of the same length, at least one value long."""
    count = len(observed)
    pairs = list(zip(observed, told, strict=True))
    parts = [abs(t - o) / abs(o) for o, t in pairs if o]
    mape = 100 * math.fsum(parts) / len(parts) if parts else math.nan
    mean_o, mean_t = math.fsum(observed) / count, math.fsum(told) / count
    spread_o = math.sqrt(math.fsum((o - mean_o) ** 2 for o in observed) / count)
    spread_t = math.sqrt(math.fsum((t - mean_t) ** 2 for t in told) / count)
    together = math.fsum((o - mean_o) * (t - mean_t) for o, t in pairs) / count
    error = math.fsum((t - o) ** 2 for o, t in pairs) / count
    if error <= (1e-12 * max(map(abs, (*observed, *told)))) ** 2:
        return Match(count, mape, None, None, None)
    bias, variation = (mean_t - mean_o) ** 2 / error, (spread_t - spread_o) ** 2 / error
    return Match(count, mape, bias, variation, 2 * (spread_o * spread_t - together) / error)
