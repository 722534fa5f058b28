"""A Plotly figure as a widget that reaches the browser whole."""

from __future__ import annotations

from typing import Any

import plotly.graph_objects as go


class ChartWidget(go.FigureWidget):  # type: ignore[misc]  # plotly is untyped
    """A FigureWidget that is announced to the browser only when it has its data.

    Plotly announces an empty widget and sends data, layout and settings after it; a browser that
    reads quickly, or a kernel that is slow, then draws an empty chart.
    """

    _whole = False

    def __init__(self, data: list[dict[str, Any]], layout: dict[str, Any]) -> None:
        super().__init__(data=data, layout=layout)
        self._config = {"displayModeBar": False}
        self._whole = True
        self.open()

    def open(self) -> None:
        """Announce the widget, unless it is still being made."""
        if self._whole:
            super().open()
