"""Observed series -> drivers of the model, one value for each half step.

A yearly figure stands for the mean of its year and is put at mid-year; between mid-years the line
is straight, before the first it is level, and what follows the last is said by the author.
"""

from __future__ import annotations

from typing import Literal

from workbook.expr.evaluate import interpolate
from workbook.model import Series, Time

TREND_POINTS = 5
"""How many last observations a trend is drawn through."""


def middle_of(year: float) -> float:
    """Where a figure of a whole year stands on the time axis; a dated figure stays where it is."""
    return year + 0.5 if year == int(year) else year


def value_in_year(series: Series, year: float) -> float:
    """The figure of a year, between its neighbours when none was observed."""
    xs, ys = _points(series)
    return interpolate(middle_of(year), xs, ys)


def grid(series: Series, time: Time, after: Literal["hold", "trend"]) -> tuple[float, ...]:
    """Values at ``start, start + step/2, ... end + step``: ``2 * time.count + 3`` of them.

    ``hold`` keeps the last figure; ``trend`` goes on from it with the slope of the least-squares
    line through the last five observations.
    """
    xs, ys = _points(series)
    slope = _slope(xs[-TREND_POINTS:], ys[-TREND_POINTS:]) if after == "trend" else 0.0
    values = []
    for j in range(2 * time.count + 3):
        t = time.start + j / (2 * time.steps_per_year)
        values.append(interpolate(t, xs, ys) if t <= xs[-1] else ys[-1] + slope * (t - xs[-1]))
    return tuple(values)


def _points(series: Series) -> tuple[tuple[float, ...], tuple[float, ...]]:
    xs = tuple(middle_of(o.year) for o in series.observations)
    ys = tuple(o.value for o in series.observations)
    if len(xs) == 1:  # a single figure is a level line
        return (xs[0], xs[0] + 1), (ys[0], ys[0])
    return xs, ys


def _slope(xs: tuple[float, ...], ys: tuple[float, ...]) -> float:
    x_mean, y_mean = sum(xs) / len(xs), sum(ys) / len(ys)
    spread = sum((x - x_mean) ** 2 for x in xs)
    return sum((x - x_mean) * (y - y_mean) for x, y in zip(xs, ys, strict=True)) / spread if spread else 0.0
