"""The printed things of a scenario as files of the static site."""

from __future__ import annotations

from functools import partial

from workbook.export.site import Leaf
from workbook.kit.making import KINDS, kit_html, languages_of
from workbook.kit.words import say
from workbook.run import Workbook
from workbook.seminar import Seminar


def kit_leaves(book: Workbook, seminar: Seminar | None = None) -> list[Leaf]:
    """Worksheet, cards and script in each language that they are made in."""
    s = book.scenario
    return [
        Leaf(
            f"kit/{s.id}.{kind}.{lang}.html", "kit", lang, say(kind, lang), partial(kit_html, book, kind, lang, seminar)
        )
        for kind in KINDS
        for lang in languages_of(s, kind)
    ]


def deck_leaves(book: Workbook, seminar: Seminar) -> list[Leaf]:
    """The slides of a seminar in each language of its scenario."""
    from workbook.slides import deck_of

    s = book.scenario
    return [
        Leaf(f"slides/{s.id}.{lang}.html", "slides", lang, s.title[lang], partial(deck_of, book, lang, "", seminar))
        for lang in s.languages
    ]
