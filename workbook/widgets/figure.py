"""Charts of an explorer: each travels to the browser as text, and one script draws them all.

No ``FigureWidget``: each of those brings the whole of plotly.js along, five megabytes a chart, and anywidget no longer
passes on any change to a widget that took more than two seconds to begin. The line then stands still while the story
moves on. Text always arrives.
"""

from __future__ import annotations

import json
from html import escape
from typing import Any

import anywidget
import ipywidgets as ui

from workbook.assets import asset


class Plots(anywidget.AnyWidget):
    """Draws every :class:`Chart` of the explorer that it stands in."""

    # The library names itself in the window, where another part of the page may have one of its own.
    _esm = (
        f"const theirs = window.Plotly;\n{asset('vendor/plotly-basic.min.js')}\n"
        f"const Plotly = window.Plotly;\nwindow.Plotly = theirs;\n{asset('plots.js')}"
    )


class Chart(ui.HTML):  # type: ignore[misc]  # ipywidgets is untyped
    """A Plotly figure as plain data; ``name`` is what it is called for those who do not see it."""

    def __init__(self, name: str, data: list[dict[str, Any]], layout: dict[str, Any]) -> None:
        self._name, self._frame = name, layout
        super().__init__()
        self.draw(data)

    def draw(self, data: list[dict[str, Any]]) -> None:
        """Show other rows in the same frame."""
        self.data = data
        figure = escape(json.dumps({"data": data, "layout": self._frame}, ensure_ascii=False))
        # As high as the chart will be, so that nothing below it jumps when it is drawn.
        self.value = (
            f'<div class="wb-plot" role="img" aria-label="{escape(self._name)}" '
            f'style="height:{self._frame["height"]}px" data-figure="{figure}"></div>'
        )
