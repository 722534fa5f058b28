"""Medians of repeated calls, and pairs measured in turns so that noise meets both alike."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the report; times in milliseconds."""

    what: str
    value: float
    unit: str
    goal: str = ""
    other: str = ""
    ratio: float | None = None


def median_ms(call: Callable[[], object], repeat: int = 30) -> float:
    """The median time of a call after one warm-up."""
    call()
    return statistics.median(_ms(call) for _ in range(repeat))


def pair_ms(ours: Callable[[], object], theirs: Callable[[], object], repeat: int = 30) -> tuple[float, float, float]:
    """Medians of two calls made in turns, and the median of their ratios."""
    ours(), theirs()
    times = [(_ms(ours), _ms(theirs)) for _ in range(repeat)]
    ratio = statistics.median(a / b for a, b in times)
    return statistics.median(a for a, _ in times), statistics.median(b for _, b in times), ratio


def _ms(call: Callable[[], object]) -> float:
    begin = time.perf_counter()
    call()
    return 1000 * (time.perf_counter() - begin)
