"""Slides as one file that needs nothing else: of a notebook, or of a scenario alone.

::

    deck      a deck as plain data                 words     what it says of itself
    pieces    HTML cut at its headings             cut       cells of a notebook -> slides
    qr        a code to scan                       reveal    the library that shows slides
    shell     deck -> one HTML file                scenario  a deck made from a scenario
    exporter  ``workbook-slides`` for nbconvert
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from workbook.slides.deck import Deck, Slide

if TYPE_CHECKING:
    from workbook.slides.exporter import SlidesExporter
    from workbook.slides.scenario import deck_of

__all__ = ["Deck", "Slide", "SlidesExporter", "deck_of"]


def __getattr__(name: str) -> Any:
    # nbconvert is heavy; a deck of a scenario does without it.
    if name == "SlidesExporter":
        from workbook.slides.exporter import SlidesExporter

        return SlidesExporter
    if name == "deck_of":
        from workbook.slides.scenario import deck_of

        return deck_of
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
