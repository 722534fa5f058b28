"""Texts of a scenario -> HTML: Markdown without HTML, figures as elements that the page fills."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from workbook.model import Figure, Passage

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore

_OPEN, _CLOSE = "\ue000", "\ue001"
"""Private-use characters, which no text of a checked folder contains."""


@cache
def markdown() -> MarkdownIt:
    """The one Markdown reader: CommonMark, no HTML, links marked as leaving the page."""
    from markdown_it import MarkdownIt

    reader = MarkdownIt("commonmark", {"html": False, "linkify": False}).disable("image")

    def leaving(state: StateCore) -> None:
        for token in state.tokens:
            for child in token.children or ():
                if child.type == "link_open":
                    child.attrs |= {"rel": "noreferrer noopener", "target": "_blank", "class": "leaves"}

    reader.core.ruler.push("leaving", leaving)
    return reader


@lru_cache(maxsize=256)
def prose_html(text: str) -> str:
    """Markdown as HTML; the scenes that a moved lever leaves alone are not rendered again."""
    rendered: str = markdown().render(text)
    return rendered


def passage_html(passage: Passage, figure: Callable[[Figure], str]) -> str:
    """A passage as HTML; ``figure`` writes each figure of it."""
    figures: list[Figure] = []
    text = ""
    for part in passage.parts:
        if isinstance(part, str):
            text += part
        else:
            text += f"{_OPEN}{len(figures)}{_CLOSE}"
            figures.append(part)
    html: str = markdown().render(text)
    for number, part in enumerate(figures):
        html = html.replace(f"{_OPEN}{number}{_CLOSE}", figure(part))
    return html
