"""Uncertain constants -> many draws, from one fixed sequence that Python and JavaScript share.

The draws are Richtmyer's sequence, the multiples of the square roots of primes modulo 1: spread
more evenly than random numbers, free of any seed, and made of operations that IEEE arithmetic
rounds alike everywhere, so that a band in the page equals the band in the notebook.
(R. D. Richtmyer 1951; H. Niederreiter 1992, Random Number Generation and Quasi-Monte Carlo
Methods, ch. 3.)
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from workbook.model import Constant

FUTURES = 500
"""Runs of a band."""


def primes(count: int) -> list[int]:
    """The first primes."""
    found: list[int] = []
    candidate = 2
    while len(found) < count:
        if all(candidate % p for p in found if p * p <= candidate):
            found.append(candidate)
        candidate += 1
    return found


def uniform(index: int, prime: int) -> float:
    """Draw ``index`` (from 0) of the dimension that belongs to ``prime``, in [0, 1)."""
    return (0.5 + (index + 1) * math.sqrt(prime)) % 1.0


def triangular(u: float, low: float, mode: float, high: float) -> float:
    """The value below which a share ``u`` of the triangular distribution lies."""
    if u * (high - low) < mode - low:
        return low + math.sqrt(u * (high - low) * (mode - low))
    return high - math.sqrt((1.0 - u) * (high - low) * (high - mode))


def draws(constants: Iterable[Constant], runs: int) -> list[Sequence[float]]:
    """For each constant its values in ``runs`` futures, in the order given.

    A certain constant has its one value in all of them. The k-th uncertain constant uses the k-th
    prime; adding one at the end leaves the draws of the others as they were.
    """
    constants = list(constants)
    roots = iter(primes(sum(c.uncertain for c in constants)))
    columns: list[Sequence[float]] = []
    for constant in constants:
        if not constant.uncertain:
            columns.append([constant.value] * runs)
            continue
        prime = next(roots)
        spread = constant.low, constant.value, constant.high
        columns.append([triangular(uniform(n, prime), *spread) for n in range(runs)])
    return columns


def quantile(ordered: Sequence[float], share: float) -> float:
    """A quantile of sorted values, straight between neighbours (as ``numpy.quantile`` does)."""
    place = share * (len(ordered) - 1)
    low = math.floor(place)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (place - low) * (ordered[high] - ordered[low])
