"""Plotly figures: drawn when they are seen, and said in words and as a table from the same data."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from html import escape
from importlib.resources import files
from typing import Any

from workbook.assets import asset
from workbook.export.assets import json_script, script_safe
from workbook.notebook.figure_data import Series, plain, series_of, told, traces_of, values
from workbook.notebook.words import word
from workbook.text import base_language

MIME = "application/vnd.plotly.v1+json"
BASIC = frozenset(("scatter", "bar", "pie"))
"""What the small bundle draws."""

_BY_NET = frozenset(
    """
    scattergeo choropleth scattermap choroplethmap densitymap scattermapbox choroplethmapbox densitymapbox
    """.split()
)
"""Maps: their outlines and tiles are fetched from the net."""

_FEW_POINTS = 20_000
"""Up to here points drawn as SVG move as fast as those drawn by the graphics card, and print better."""

_HEIGHT = 420
_MOST_SERIES, _MOST_ROWS = 8, 400


class Plots:
    """The figures of one file."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self.figures: list[dict[str, Any]] = []
        self.kinds: set[str] = set()
        self.count = 0

    def add(self, figure: Any, caption: str = "") -> str:
        """Take a figure in; the HTML that stands in its place."""
        self.count += 1
        number = self.count
        if isinstance(figure, str):
            try:
                figure = json.loads(figure)
            except ValueError:
                figure = None
        if not isinstance(figure, Mapping) or not isinstance(figure.get("data"), list):
            return f'<p class="nb-aside">{escape(word("figure-broken", self.lang))}</p>'
        figure = _finite(figure)
        layout = figure.get("layout") if isinstance(figure.get("layout"), Mapping) else {}
        own = plain(layout.get("title"))
        title = caption or own or word("figure", self.lang, number=number)
        kinds = {str(trace.get("type", "scatter")) for trace in traces_of(figure)}
        series = series_of(figure, self.lang)
        parts = [self._canvas(figure, kinds, title), f"<figcaption>{escape(title)}</figcaption>"]
        parts += [self._summary(series), self._table(series, layout)]
        return f'<figure class="nb-plot">{"".join(parts)}</figure>\n'

    def libraries(self) -> list[str]:
        """Plotly, the smallest bundle that draws all figures, and what draws them; nothing without figures."""
        if not self.figures:
            return []
        if self.kinds <= BASIC:
            return [*self.basic(), script_safe(asset("notebook.plots.js"))]
        plotly = files("plotly").joinpath("package_data", "plotly.min.js").read_text(encoding="utf-8")
        return [script_safe(plotly), script_safe(asset("notebook.plots.js"))]

    @staticmethod
    def basic() -> list[str]:
        """The small bundle, which is all that explorers need."""
        return [script_safe(asset("vendor/plotly-basic.min.js"))]

    def markup(self) -> str:
        """The figures as data; a browser reads each when it draws it."""
        return "\n".join(
            f'<script type="application/json" data-plot-of="{number}">{json_script(figure)}</script>'
            for number, figure in enumerate(self.figures)
        )

    def _canvas(self, figure: Mapping[str, Any], kinds: set[str], title: str) -> str:
        if not traces_of(figure):
            return f'<p class="nb-aside">{escape(word("figure-empty", self.lang))}</p>'
        if kinds & _BY_NET:
            return f'<p class="nb-aside">{escape(word("figure-map", self.lang))}</p>'
        self.figures.append(self._drawable(figure))
        self.kinds |= {str(trace.get("type", "scatter")) for trace in self.figures[-1]["data"]}
        height = self.figures[-1]["layout"]["height"]
        return (
            f'<div class="nb-canvas" data-plot="{len(self.figures) - 1}" role="img" aria-label="{escape(title)}"'
            f' data-fault="{escape(word("figure-undrawn", self.lang))}" style="min-height:{height}px"></div>'
        )

    def _drawable(self, figure: Mapping[str, Any]) -> dict[str, Any]:
        """The figure as it is drawn here: as wide as its place, its title in the caption, nothing fetched."""
        given = figure.get("layout")
        layout = dict(given) if isinstance(given, Mapping) else {}
        for name in ("width", "title", "map", "mapbox", "geo"):
            layout.pop(name, None)
        height = layout.get("height")
        layout["height"] = int(height) if isinstance(height, (int, float)) and 80 <= height <= 2000 else _HEIGHT
        layout["autosize"] = True
        layout.setdefault("separators", ".," if base_language(self.lang) == "en" else ",.")
        font = layout.get("font")
        layout["font"] = {"family": "system-ui, sans-serif"} | (dict(font) if isinstance(font, Mapping) else {})
        if "margin" not in layout:
            layout["margin"] = {"l": 60, "r": 30, "t": 30, "b": 50}
        images = layout.get("images")
        if isinstance(images, list):
            inside = [
                i for i in images if isinstance(i, Mapping) and str(i.get("source", "")).startswith("data:image/")
            ]
            layout["images"] = inside
        frames = figure.get("frames")
        return {
            "data": self._named([_as_svg(trace) for trace in traces_of(figure)]),
            "layout": layout,
            "frames": frames if isinstance(frames, list) else [],
        }

    def _named(self, traces: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """Several nameless rows are called in the legend as they are called below it."""
        if len(traces) < 2:
            return traces
        return [
            trace if trace.get("name") else trace | {"name": word("series", self.lang, number=number)}
            for number, trace in enumerate(traces, start=1)
        ]

    def _summary(self, series: list[Series]) -> str:
        said = [self._said(one) for one in series[:_MOST_SERIES]]
        if len(series) > _MOST_SERIES:
            said.append(word("more-series", self.lang, count=len(series) - _MOST_SERIES))
        items = "".join(f"<li>{escape(text)}</li>" for text in said)
        return f'<ul class="nb-summary">{items}</ul>' if items else ""

    def _said(self, one: Series) -> str:
        numbers = one.numbers
        if not numbers:
            return word("range-none", self.lang, name=one.name)
        ends = [self._at(one, numbers[0], 0), self._at(one, numbers[-1], len(one.ys) - 1)]
        if len(numbers) == 1:
            return word("range-one", self.lang, name=one.name, first=ends[0])
        low, high = told(min(numbers), self.lang), told(max(numbers), self.lang)
        return word(
            "range", self.lang, name=one.name, count=len(numbers), low=low, high=high, first=ends[0], last=ends[1]
        )

    def _at(self, one: Series, value: float, place: int) -> str:
        where = f" ({told(one.xs[place], self.lang, place=True)})" if place < len(one.xs) else ""
        return told(value, self.lang) + where

    def _table(self, series: list[Series], layout: Mapping[str, Any]) -> str:
        if not series:
            return ""
        axis = layout.get("xaxis")
        across = plain(axis.get("title")) if isinstance(axis, Mapping) else ""
        shared = len({one.xs for one in series if _hashable(one.xs)}) == 1 and all(_hashable(one.xs) for one in series)
        if shared:
            head = [across or "x", *(one.name for one in series)]
            count = max(len(one.ys) for one in series)
            rows = [
                [self._place(series[0].xs, k), *(self._cell(one.ys, k) for one in series)]
                for k in range(min(count, _MOST_ROWS))
            ]
        else:
            head = ["", across or "x", "y"]
            every = [(one, k) for one in series for k in range(len(one.ys))]
            count = len(every)
            rows = [[one.name, self._place(one.xs, k), self._cell(one.ys, k)] for one, k in every[:_MOST_ROWS]]
        return self._written(head, rows, count)

    def _cell(self, row: tuple[Any, ...], number: int) -> str:
        return told(row[number] if number < len(row) else None, self.lang)

    def _place(self, row: tuple[Any, ...], number: int) -> str:
        return told(row[number] if number < len(row) else number + 1, self.lang, place=True)

    def _written(self, head: list[str], rows: list[list[str]], count: int) -> str:
        name = escape(word("figure-data", self.lang))
        top = "".join(f'<th scope="col">{escape(text)}</th>' if text else "<td></td>" for text in head)
        body = "".join(
            f'<tr><th scope="row">{escape(row[0])}</th>{"".join(f"<td>{escape(cell)}</td>" for cell in row[1:])}</tr>'
            for row in rows
        )
        cut = word("rows-cut", self.lang, shown=len(rows), count=count) if count > len(rows) else ""
        note = f'<p class="nb-aside">{escape(cut)}</p>' if cut else ""
        return (
            f'<details class="nb-values"><summary>{name}</summary>'
            f'<div class="nb-scroll" tabindex="0" role="group" aria-label="{name}"><table class="nb-numbers">'
            f"<thead><tr>{top}</tr></thead><tbody>{body}</tbody></table></div>{note}</details>"
        )


def _as_svg(trace: dict[str, Any]) -> dict[str, Any]:
    """A row of few points without the graphics card, so that the small bundle can draw it."""
    if trace.get("type") != "scattergl" or len(values(trace.get("y"))) >= _FEW_POINTS:
        return trace
    return trace | {"type": "scatter"}


def _finite(value: Any) -> Any:
    """The same data without numbers that JSON has not."""
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, Mapping):
        return {str(key): _finite(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_finite(item) for item in value]
    return value


def _hashable(row: tuple[Any, ...]) -> bool:
    return all(isinstance(item, (str, int, float, bool, type(None))) for item in row)
