"""Printed sheets read back: headings, and tables as rows of text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser


@dataclass
class Printed:
    """A table as a reader finds it; ``sheet`` is the heading of its page."""

    sheet: str
    caption: str = ""
    labels: list[str] = field(default_factory=list)
    """Names of the columns: what is read out, where that is more than what is printed."""
    rows: list[list[str]] = field(default_factory=list)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[Printed] = []
        self.headings: list[tuple[str, str]] = []
        self._text = ""
        self._head = False
        self._label = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in {"h1", "h2", "h3", "caption", "th", "td"}:
            self._text, self._label = "", dict(attrs).get("aria-label") or ""
        if tag == "table":
            self.tables.append(Printed(next((text for level, text in reversed(self.headings) if level == "h2"), "")))
        if tag in {"thead", "tbody"}:
            self._head = tag == "thead"
        if tag == "tr" and not self._head:
            self.tables[-1].rows.append([])

    def handle_endtag(self, tag: str) -> None:
        if tag in {"h1", "h2", "h3"}:
            self.headings.append((tag, self._text))
        elif tag == "caption":
            self.tables[-1].caption = self._text
        elif tag in {"th", "td"} and self._head:
            self.tables[-1].labels.append(self._label or self._text)
        elif tag in {"th", "td"}:
            self.tables[-1].rows[-1].append(self._text)

    def handle_data(self, data: str) -> None:
        self._text += data


def read(html: str) -> _Reader:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader


def german(text: str) -> tuple[float, int]:
    """A printed number and its decimal places."""
    assert re.fullmatch(r"−?\d{1,3}(\.\d{3})*(,\d+)?", text), text
    plain = text.replace(".", "").replace(",", ".").replace("−", "-")
    return float(plain), len(plain.partition(".")[2])
