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


PRIMES = (
    2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 47, 53, 59, 61, 67, 71, 79, 83, 89, 97, 103, 107, 131, 139,
    149, 157, 163, 173, 193, 197, 211, 223, 251, 293, 307, 311, 317, 463, 467, 479, 499, 521, 541, 557, 563,
    569, 571, 601, 617, 659, 829, 857, 941, 947, 967, 977, 1021, 1123, 1153, 1193, 1297, 1481, 1493, 1531, 1699,
    1723, 1823, 1871, 1913, 2447, 2939, 3041, 3061, 3169, 3541, 3671, 4363, 4397, 4513, 4637, 4733, 5009, 5209,
    5653, 5779, 5783, 5851, 5987, 6229, 6553, 7057, 7079, 7559, 8011, 8513, 8819, 9049, 9209, 9817, 9829, 10357,
    11287, 13441, 14387, 15061, 16267, 16931, 20063, 20201, 21587, 21599, 22013, 22037, 22859, 23003, 23549,
    25087, 25561, 27739, 28871, 29453, 29881, 30367, 30391, 31907,
)
"""The first primes of which, over 500 draws, no two move together (correlation below 0.1) and each
is spread evenly (no gap above 0.02). Roots of neighbouring primes can be nearly multiples of each
other: taken without choice, the first 80 have pairs with a correlation of 0.7."""


def primes(count: int) -> list[int]:
    """The chosen primes; beyond their table the primes that follow."""
    found = list(PRIMES[:count])
    candidate = PRIMES[-1] + 1
    while len(found) < count:
        if all(candidate % divisor for divisor in range(2, math.isqrt(candidate) + 1)):
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
    of :data:`PRIMES`; adding one at the end leaves the draws of the others as they were.
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
