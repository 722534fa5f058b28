"""What a code cell gave -> HTML. Of several forms of one output the richest that can live here is taken."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import escape
from typing import Any

from workbook.notebook import explorers, plots
from workbook.notebook.clean import cleaned, plain_text
from workbook.notebook.explorers import Explorers
from workbook.notebook.formula import formula_html
from workbook.notebook.images import data_uri, decoded
from workbook.notebook.listing import plain_html, terminal_html
from workbook.notebook.markdown import markdown_html
from workbook.notebook.plots import Plots
from workbook.notebook.rewrite import Place
from workbook.notebook.words import word

WIDGET = "application/vnd.jupyter.widget-view+json"
_PICTURES = ("image/svg+xml", "image/png", "image/jpeg", "image/gif", "image/webp", "image/avif", "image/bmp")
_PROGRAMS = ("application/javascript", "text/javascript")
_QUIET = re.compile(
    r"<(?:Figure|Axes|matplotlib|Markdown|IPython)[^>]*>|<[\w.]+ object[^>]*>|Figure\(.*|\[?<matplotlib.*"
)
"""What Python calls an object; it helps nobody beside or instead of the object itself."""


@dataclass
class Outputs:
    """Turns outputs into HTML, one cell after another."""

    place: Place
    plots: Plots
    explorers: Explorers
    widgets: Mapping[str, Any] = field(default_factory=dict)
    """State of the notebook's widgets by their name."""
    caption: str = ""
    """What the outputs of this cell show, when the cell says it."""
    number: int = 0

    @property
    def lang(self) -> str:
        return self.place.lang

    def html(self, outputs: list[Mapping[str, Any]]) -> str:
        """All outputs of a cell; what a program wrote piece by piece stands together."""
        parts: list[str] = []
        streams: dict[str, str] = {}
        for output in outputs:
            kind = output.get("output_type")
            if kind == "stream":
                name = str(output.get("name", "stdout"))
                streams[name] = streams.get(name, "") + _text(output.get("text"))
                continue
            parts += self._streams(streams)
            streams = {}
            parts.append(self._failed(output) if kind == "error" else self.bundle(output))
        return "".join([*parts, *self._streams(streams)])

    def bundle(self, output: Mapping[str, Any]) -> str:
        """One output that comes in several forms."""
        data = output.get("data")
        data = data if isinstance(data, Mapping) else {}
        about = output.get("metadata")
        about = about if isinstance(about, Mapping) else {}
        writers = (
            (explorers.MIME, self.explorers.add),
            (plots.MIME, lambda figure: self.plots.add(figure, self.caption)),
            (WIDGET, lambda view: self._widget(view, data)),
            ("text/html", lambda html: self._cleaned(_text(html), data)),
            ("text/markdown", lambda text: markdown_html(_text(text), self.place, self.number)),
            *((mime, self._picture(mime, about)) for mime in _PICTURES),
            ("text/latex", lambda text: _formulas(_text(text))),
            *((mime, lambda _: self._aside("program")) for mime in _PROGRAMS),
            ("application/json", lambda value: plain_html(json.dumps(value, ensure_ascii=False, indent=2))),
            ("text/plain", lambda text: _plain(_text(text))),
        )
        for mime, write in writers:
            if mime in data:
                html = write(data[mime])
                if html.strip():
                    return f'<div class="nb-output">{html}</div>\n'
        if not data or "text/plain" in data:
            return ""
        return self._aside("output-unknown", kind=next(iter(data)))

    # --- one form each ---------------------------------------------------------------------------

    def _cleaned(self, html: str, data: Mapping[str, Any]) -> str:
        """HTML, unless all of it was program: then another form, or a sentence."""
        clean = cleaned(html, self.place)
        if re.sub(r"<(?!img\b)[^>]*>|\s", "", clean):
            return clean
        others = [mime for mime in (*_PICTURES, "text/markdown", "text/latex") if mime in data]
        if others or not re.search(r"<(?:script|iframe|object|embed|style|link|canvas)\b", html, re.IGNORECASE):
            return ""
        return self._aside("program") + _plain(_text(data.get("text/plain")))

    def _picture(self, mime: str, about: Mapping[str, Any]) -> Any:
        def write(content: Any) -> str:
            address = data_uri(decoded(content))
            if address is None:
                return ""
            own = about.get(mime)
            told = own if isinstance(own, Mapping) else {}
            alt = str(told.get("alt") or about.get("alt") or self.place.alt or word("image-undescribed", self.lang))
            image = f'<img src="{address}" alt="{escape(plain_text(alt))}">'
            if not self.caption:
                return f'<p class="nb-picture">{image}</p>'
            return f"<figure>{image}<figcaption>{escape(self.caption)}</figcaption></figure>"

        return write

    def _widget(self, view: Any, data: Mapping[str, Any]) -> str:
        model = self.widgets.get(str(view.get("model_id"))) if isinstance(view, Mapping) else None
        figure = figure_of(model)
        if figure is not None:
            return self.plots.add(figure, self.caption)
        others = any(mime in data for mime in ("text/html", *_PICTURES))
        return "" if others else self._aside("widget") + _plain(_text(data.get("text/plain")))

    def _failed(self, output: Mapping[str, Any]) -> str:
        name, value = str(output.get("ename", "")), str(output.get("evalue", ""))
        said = escape(plain_text(word("failed", self.lang, error=f"{name}: {value}".strip(": "))))
        trace = terminal_html(plain_text("\n".join(map(str, output.get("traceback") or ()))))
        details = escape(word("failed-details", self.lang))
        title = escape(word("warning", self.lang))
        return (
            f'<div class="nb-note nb-note-danger" role="note" aria-label="{title}"><p>{said}</p>'
            f"<details><summary>{details}</summary>{trace}</details></div>\n"
        )

    def _streams(self, streams: Mapping[str, str]) -> list[str]:
        parts = []
        for name, text in streams.items():
            if not text.strip():
                continue
            html = terminal_html(plain_text(text))
            if name == "stderr":
                summary = escape(word("messages", self.lang))
                html = f'<details class="nb-messages"><summary>{summary}</summary>{html}</details>'
            parts.append(f'<div class="nb-output">{html}</div>\n')
        return parts

    def _aside(self, key: str, **values: object) -> str:
        return f'<p class="nb-aside">{escape(word(key, self.lang, **values))}</p>\n'


def figure_of(model: Any) -> dict[str, Any] | None:
    """The plotly figure that a widget shows, None for another widget or one that was stored empty."""
    state = model.get("state") if isinstance(model, Mapping) else None
    if not isinstance(state, Mapping) or "_widget_data" not in state:
        return None
    data, layout = state.get("_widget_data"), state.get("_widget_layout")
    if not isinstance(data, list) or not data:
        return None
    return {"data": data, "layout": layout if isinstance(layout, Mapping) else {}}


def _formulas(text: str) -> str:
    """A formula as a program gives it: with its dollar signs, or a whole environment."""
    inside = re.fullmatch(r"\s*(?:\$\$(.+?)\$\$|\$(.+?)\$|\\\[(.+?)\\\]|\\\((.+?)\\\))\s*", text, re.DOTALL)
    latex = next((group for group in inside.groups() if group), text) if inside else text
    return f'<p class="nb-picture">{formula_html(plain_text(latex), block=True)}</p>'


def _plain(text: str) -> str:
    return "" if _QUIET.fullmatch(text.strip()) else terminal_html(plain_text(text)) if text.strip() else ""


def _text(value: Any) -> str:
    return "".join(map(str, value)) if isinstance(value, list) else value if isinstance(value, str) else ""
