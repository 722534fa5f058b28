"""HTML of a notebook cell, cut at its headings, and headings put in order for one slide."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from html.parser import HTMLParser
from itertools import pairwise

_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_HEADING = re.compile(r"<(/?)h([1-6])(?=[\s>])")
_FIRST = re.compile(r"<h([1-6])(?:\s[^>]*)?>(.*?)</h\1>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a cell: from one heading to the next; ``rank`` is 0 for what stands before the first."""

    rank: int
    html: str


def pieces_of(text: str, deepest: int) -> list[Piece]:
    """Cut well-formed HTML at headings of a rank up to ``deepest`` that stand in no other element."""
    marks = _Marks(text, deepest).found
    bounds = [(0, 0), *marks, (len(text), 0)]
    pieces = [Piece(rank, text[start:end].strip()) for (start, rank), (end, _) in pairwise(bounds)]
    return [piece for piece in pieces if piece.html]


class _Marks(HTMLParser):
    """Finds where headings begin, with their rank."""

    def __init__(self, text: str, deepest: int) -> None:
        super().__init__(convert_charrefs=False)
        self.found: list[tuple[int, int]] = []
        self._deepest = deepest
        self._depth = 0
        self._lines = [0]
        for line in text.split("\n"):
            self._lines.append(self._lines[-1] + len(line) + 1)
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._depth == 0 and re.fullmatch("h[1-6]", tag) and int(tag[1]) <= self._deepest:
            line, column = self.getpos()
            self.found.append((self._lines[line - 1] + column, int(tag[1])))
        if tag not in _VOID:
            self._depth += 1

    def handle_endtag(self, tag: str) -> None:
        if tag not in _VOID:
            self._depth = max(self._depth - 1, 0)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """``<br/>`` opens nothing; ``<path/>`` in a picture neither."""


def first_heading(text: str) -> str:
    """The words of the first heading, as plain text; empty when there is none."""
    found = _FIRST.search(text)
    return plain(found[2]) if found else ""


def plain(text: str) -> str:
    """HTML as one line of plain text."""
    return " ".join(html.unescape(_TAG.sub(" ", text)).split())


def releveled(text: str) -> str:
    """The headings of one slide: the first becomes an ``h2`` below the deck's title, none is skipped."""
    first = last = now = 0

    def put(found: re.Match[str]) -> str:
        nonlocal first, last, now
        if not found[1]:
            level = int(found[2])
            first = first or level
            now = last = 2 if not last else max(2, min(level - first + 2, last + 1, 6))
        return f"<{found[1]}h{now or 2}"

    return _HEADING.sub(put, text)
