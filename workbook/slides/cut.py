"""Cells of a notebook -> columns of slides.

Where the author chose slides, these are the slides. Where nobody did, headings begin slides, and a
slide that grows too full goes on below: never do all cells land on one slide.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import escape
from itertools import pairwise

from workbook.notebook.document import Cell, Document
from workbook.slides.deck import Slide
from workbook.slides.pieces import first_heading, pieces_of, plain, releveled
from workbook.slides.words import word

_MINUTES = re.compile(r"minutes?[-:=](\d+(?:\.\d+)?)")
_LIVE = 'class="wb"'
_LARGE = ("<img", 'class="nb-plot"', "<svg")
_FOLDED = re.compile(r"<details.*?</details>", re.DOTALL)
_TABLE = re.compile(r"<table.*?</table>", re.DOTALL)
_LINES = re.compile(r"<pre.*?</pre>", re.DOTALL)
_FULL = 1.0
"""What a slide of 16:9 holds, in its own measure; see :func:`_weight`."""


@dataclass
class _Draft:
    """A slide that is still being written."""

    parts: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    listings: int = 0
    minutes: float = 0
    title: str = ""
    rank: int = 0
    weight: float = 0

    @property
    def seen(self) -> bool:
        """Whether anything but code stands on it."""
        return len(self.parts) > self.listings

    @property
    def live(self) -> bool:
        return any(_LIVE in part for part in self.parts)


class Cutter:
    """Writes the slides of one document, cell by cell."""

    def __init__(self, document: Document, qr: str = "") -> None:
        self.document = document
        self.lang = document.lang
        self.qr = qr
        self.columns: list[list[_Draft]] = []
        self.prepared = any(cell.slide in ("slide", "subslide") for cell in document.cells)

    def slides(self) -> tuple[tuple[Slide, ...], ...]:
        """All columns."""
        for cell in self.document.cells:
            if cell.slide == "skip":
                continue
            if cell.slide == "notes":
                self._here().notes.append(cell.html or cell.source)
            elif self.prepared:
                self._chosen(cell)
            else:
                self._found(cell)
        self._join_code()
        drafts = [[draft for draft in column if draft.parts or draft.notes] for column in self.columns]
        title = self.document.title
        written: list[tuple[Slide, ...]] = []
        for column in filter(None, drafts):
            slides = []
            for draft in column:
                slides.append(_slide(draft, title, self.lang))
                title = draft.title or title
            written.append(tuple(slides))
        return tuple(written)

    # --- where slides begin --------------------------------------------------------------------------

    def _here(self) -> _Draft:
        if not self.columns:
            self.columns.append([_Draft()])
        return self.columns[-1][-1]

    def _begin(self, *, below: bool = False) -> None:
        """A new slide, unless the one at hand is still empty."""
        if below and self.columns:
            self.columns[-1].append(_Draft())
        elif not below or not self.columns:
            self.columns.append([_Draft()])

    def _chosen(self, cell: Cell) -> None:
        if cell.slide in ("slide", "subslide"):
            self._begin(below=cell.slide == "subslide")
        self._add(cell, cell.html)

    def _found(self, cell: Cell) -> None:
        if cell.kind != "markdown":
            self._room(cell.html)
            self._add(cell, cell.html)
            return
        for piece in pieces_of(cell.html, deepest=3):
            here = self._here()
            if piece.rank and (here.seen or here.rank):
                self._begin(below=piece.rank == 3)
            elif not piece.rank:
                self._room(piece.html)
            self._here().rank = self._here().rank or piece.rank
            self._add(cell, piece.html, listing=False)

    def _room(self, html: str) -> None:
        """Go on below when the slide at hand is too full for what comes, or filled by an explorer."""
        here = self._here()
        if not html or not here.seen:
            return
        only_heading = here.weight <= 0.2
        over = here.weight + _weight(html) > _FULL and not only_heading
        if over or here.live or (_LIVE in html and not only_heading):
            self._begin(below=True)

    # --- what stands on them -------------------------------------------------------------------------

    def _add(self, cell: Cell, html: str, *, listing: bool = True) -> None:
        here = self._here()
        if listing and cell.source:
            here.parts.append(f'<div class="deck-listing">{cell.source}</div>')
            here.listings += 1
        if "qr" in cell.tags and self.qr:
            html += self.qr
        if html:
            step = " fragment" if cell.slide == "fragment" else ""
            here.parts.append(f'<div class="nb-cell nb-{escape(cell.kind)}{step}">{html}</div>')
            here.weight += _weight(html)
            here.title = here.title or first_heading(html)
        for tag in cell.tags:
            if found := _MINUTES.fullmatch(tag):
                here.minutes += float(found[1])

    def _join_code(self) -> None:
        """In a notebook that nobody prepared, code that shows nothing stands with what follows."""
        if self.prepared:
            return
        every = [draft for column in self.columns for draft in column]
        for draft, after in pairwise(every):
            if draft.parts and not draft.seen:
                after.parts[:0] = draft.parts
                after.listings += draft.listings
                draft.parts, draft.listings = [], 0


def _weight(html: str) -> float:
    """How much of a slide something takes: a picture two thirds, 900 letters, 18 rows or 25 lines all of it."""
    if _LIVE in html:
        return _FULL
    # Of a figure only the drawing counts: its table is folded.
    shown = _FOLDED.sub("", html)
    rows = shown.count("<tr")
    lines = sum(found[0].count("\n") + len(found[0]) / 120 for found in _LINES.finditer(shown))
    shown = _LINES.sub("", _TABLE.sub("", shown))
    large = min(sum(shown.count(sign) for sign in _LARGE), 2)
    return large * 0.65 + rows * 0.055 + lines * 0.04 + len(plain(shown)) / 900 + shown.count("<p") * 0.03


def _slide(draft: _Draft, before: str, lang: str) -> Slide:
    html = "\n".join(draft.parts)
    kind = "live" if draft.live else "title" if _is_title(draft) else ""
    title = draft.title
    if not title and before:
        title = word("continued", lang, title=before)
        # An explorer needs all the room; its own title heads it.
        html = html if draft.live or not html else f'<h2 class="deck-again">{escape(title)}</h2>\n{html}'
    html = releveled(html)
    return Slide(html, title, "\n".join(draft.notes), draft.minutes, kind, code_only=not draft.seen and bool(html))


def _is_title(draft: _Draft) -> bool:
    html = "".join(draft.parts)
    return "<h1" in html and draft.weight < 0.5 and not any(sign in html for sign in (*_LARGE, "<table"))
