"""One chart as a still drawing with its parts named, to learn how the charts are read."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from html import escape

from workbook import charts, view
from workbook.model import Indicator
from workbook.run import Run, Workbook
from workbook.slides.talk import say
from workbook.text import format_number
from workbook.view import Rows
from workbook.wording import headed

_WIDTH, _HEIGHT, _LEFT, _RIGHT, _FOOT = 1120, 330, 90, 210, 34


def reading_picture(workbook: Workbook, lang: str) -> str:
    """How one indicator goes in the second world, beside the baseline; empty when there is no second world.

    Parameters
    ----------
    workbook
    lang
        One of the scenario's languages.
    """
    s = workbook.scenario
    worlds = list(s.worlds)
    if len(worlds) < 2:
        return ""
    guided = s.indicators[s.guide.indicator] if s.guide else next(iter(s.indicators.values()))
    # One that was measured shows more of what there is to read.
    measured = [i for i in s.indicators.values() if len(view.observed(s, i)) > 3]
    return _drawing(workbook.run(worlds[1]), measured[0] if measured else guided, lang)


def _drawing(run: Run, indicator: Indicator, lang: str) -> str:
    shown = view.rows(run, indicator)
    worlds = [run.workbook.run(world) for world in run.scenario.worlds]
    low, high = view.limits(worlds, indicator)
    first, last = shown.years[0], shown.years[-1]

    def across(year: float) -> float:
        return _LEFT + (year - first) / (last - first) * (_WIDTH - _LEFT - _RIGHT)

    def up(value: float) -> float:
        return 8 + (1 - (value - low) / (high - low)) * (_HEIGHT - _FOOT - 16)

    def points(values: Iterable[float]) -> str:
        return " ".join(f"{across(y):.1f},{up(v):.1f}" for y, v in zip(shown.years, values, strict=True))

    band = f"{points(shown.low)} " + " ".join(reversed(points(shown.high).split()))
    dots = "".join(f'<circle cx="{across(year):.1f}" cy="{up(value):.1f}" r="5"/>' for year, value, _ in shown.observed)
    ends = _labels(shown, lang, up)
    years = "".join(
        f'<text x="{across(y):.1f}" y="{_HEIGHT - 6}" text-anchor="middle">{y}</text>'
        for y in shown.years
        if y % 5 == 0
    )
    step = 10 ** math.floor(math.log10(high - low))
    digits = max(0, -round(math.log10(step)))
    scale = "".join(
        f'<text x="{_LEFT - 12}" y="{up(v) + 6:.1f}" text-anchor="end">{format_number(v, lang, digits)}</text>'
        for v in sorted({math.ceil(low / step) * step, math.floor(high / step) * step})
    )
    name = headed(indicator, lang)
    world = run.scenario.worlds[run.setting.world].label[lang]
    caption = say("picture", lang, name=name, world=world)
    return (
        f'<figure class="deck-picture"><svg viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" aria-label="{escape(caption)}">'
        f'<polygon class="deck-band" points="{band}"/>'
        f'<line class="deck-axis" x1="{_LEFT}" x2="{_WIDTH - _RIGHT}" y1="{_HEIGHT - _FOOT}" y2="{_HEIGHT - _FOOT}"/>'
        f'<polyline class="deck-base" points="{points(shown.baseline)}"/>'
        f'<polyline class="deck-you" points="{points(shown.you)}"/><g class="deck-seen">{dots}</g>'
        f"<g>{years}{scale}{ends}</g></svg><figcaption>{escape(caption)}</figcaption></figure>"
    )


def _labels(shown: Rows, lang: str, up: Callable[[float], float]) -> str:
    """The names of the lines at their ends, kept apart."""
    ends = {
        charts.you(lang): (up(shown.you[-1]), "deck-name-you"),
        charts.carry_on(lang): (up(shown.baseline[-1]), "deck-name-base"),
    }
    (above, (y1, c1)), (below, (y2, c2)) = sorted(ends.items(), key=lambda each: each[1][0])
    gap = max(0.0, 26 - (y2 - y1)) / 2
    at = _WIDTH - _RIGHT + 12
    return (
        f'<text class="{c1}" x="{at}" y="{y1 - gap + 6:.1f}">{escape(above)}</text>'
        f'<text class="{c2}" x="{at}" y="{y2 + gap + 6:.1f}">{escape(below)}</text>'
    )
