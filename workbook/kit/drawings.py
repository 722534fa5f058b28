"""Drawings for paper: a lever's scale to tick, and the three horizons."""

from __future__ import annotations

import math
from collections.abc import Sequence
from html import escape

from workbook.kit.words import say
from workbook.model import Lever
from workbook.text import format_number

_MOST_STOPS = 11
"""Circles on a scale: more would touch."""
_LEFT, _RIGHT, _AXIS = 12.0, 248.0, 14.0


def stops(lever: Lever) -> list[float]:
    """The settings that have a circle: all, or as many as fit at even distances with both ends."""
    last = lever.positions - 1
    strides = (s for s in range(1, last + 1) if last % s == 0 and last // s < _MOST_STOPS)
    return [lever.value(place) for place in range(0, last + 1, next(strides, last) or 1)]


def setting_text(value: float, lang: str) -> str:
    """A lever's setting with as many digits as it has, at most four."""
    return format_number(value, lang, next((d for d in range(4) if abs(round(value, d) - value) < 1e-9), 4))


def scale(lever: Lever, lang: str, begin: float | None = None) -> str:
    """The range of a lever as a line with circles to tick, and a mark where the play begins: today when left out."""
    begin = lever.default if begin is None else begin
    mark_key, told_key = ("today-mark", "scale-of") if begin == lever.default else ("begin-mark", "scale-from")

    def number(value: float) -> str:
        return setting_text(value, lang)

    def across(value: float) -> float:
        return _LEFT + (value - lever.low) / (lever.high - lever.low) * (_RIGHT - _LEFT)

    circles = "".join(
        f'<circle cx="{across(v):.1f}" cy="{_AXIS}" r="5" fill="#fff" stroke="#000" stroke-width="1.2"/>'
        for v in stops(lever)
    )
    labels = "".join(
        f'<text x="{across(v):.1f}" y="31" text-anchor="middle">{number(v)}</text>' for v in _labelled(stops(lever))
    )
    at = across(begin)
    named = escape(say(mark_key, lang))
    anchor = "start" if at < _LEFT + 12 else "end" if at > _RIGHT - 12 else "middle"
    shift = {"start": -6, "end": 6, "middle": 0}[anchor]
    mark = (
        f'<path d="M{at:.1f} {_AXIS - 6:.1f}l-3.5 -5h7z"/>'
        f'<text x="{at + shift:.1f}" y="0" text-anchor="{anchor}">{named} {number(begin)}</text>'
    )
    told = say(
        told_key, lang, low=number(lever.low), high=number(lever.high), step=number(lever.step),
        begin=number(begin),
    )  # fmt: skip
    return (
        f'<svg class="scale" viewBox="0 -9 260 43" role="img" aria-label="{escape(told)}">'
        f'<line x1="{_LEFT}" x2="{_RIGHT}" y1="{_AXIS}" y2="{_AXIS}" stroke="#000"/>{circles}{labels}{mark}</svg>'
    )


def _labelled(values: Sequence[float]) -> list[float]:
    """Every stop where there is room for its number, else every second, third …, the ends first."""
    last = len(values) - 1
    stride = next((s for s in range(1, last + 1) if last % s == 0 and last // s <= 6), last) or 1
    return [values[k] for k in range(0, last + 1, stride)]


def horizons(now: int, end: int, lang: str) -> str:
    """Sharpe's three curves: the first falls, the third rises, the second is largest in between."""
    width, height, left, top = 560, 170, 10, 12

    def curve(share: list[float]) -> str:
        step = (width - 2 * left) / (len(share) - 1)
        return " ".join(f"{left + k * step:.1f},{top + (1 - y) * height:.1f}" for k, y in enumerate(share))

    times = [k / 40 for k in range(41)]
    first = [0.08 + 0.84 / (1 + math.exp(9 * (t - 0.42))) for t in times]
    third = [0.06 + 0.84 / (1 + math.exp(-9 * (t - 0.68))) for t in times]
    second = [0.1 + 0.52 * math.exp(-(((t - 0.52) / 0.2) ** 2)) for t in times]
    drawn = [(first, "none", 3), (second, "7 5", 2), (third, "2 4", 3)]
    paths = "".join(
        f'<polyline points="{curve(share)}" fill="none" stroke="#000" stroke-width="{thick}" '
        f'stroke-dasharray="{dash}"/>'
        for share, dash, thick in drawn
    )
    base = top + height + 6
    names = "".join(
        f'<text x="{x}" y="{y}" text-anchor="{anchor}">{name}</text>'
        for name, x, y, anchor in (("1", 16, 20, "start"), ("2", 292, 62, "middle"), ("3", 546, 22, "end"))
    )
    years = f'<text x="10" y="{base + 14}">{now}</text><text x="550" y="{base + 14}" text-anchor="end">{end}</text>'
    told = escape(say("horizons-alt", lang, now=now, end=end))
    return (
        f'<svg class="horizons" viewBox="0 0 {width} {base + 20}" role="img" aria-label="{told}">'
        f'<line x1="10" x2="550" y1="{base}" y2="{base}" stroke="#000"/>{paths}{names}{years}</svg>'
    )
