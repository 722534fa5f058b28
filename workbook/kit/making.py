"""A scenario and a kind of file -> the file."""

from __future__ import annotations

from collections.abc import Callable

from workbook.kit import words
from workbook.kit.cards import cards
from workbook.kit.paper import Bundle, Sheet, bundle_html, foot_of
from workbook.kit.script import script
from workbook.kit.worksheet import worksheet
from workbook.model import Scenario
from workbook.run import Workbook
from workbook.seminar import Seminar, banner, seminar_book
from workbook.text import base_language

_MAKERS: dict[str, Callable[[Workbook, str, Seminar], tuple[Sheet, ...]]] = {
    "worksheet": worksheet,
    "cards": cards,
    "script": script,
}
KINDS = tuple(_MAKERS)
"""What can be made."""


def kit_html(workbook: Workbook, kind: str, lang: str = "de", seminar: Seminar | None = None) -> str:
    """One file of the kit.

    Parameters
    ----------
    workbook
    kind
        One of :data:`KINDS`.
    lang
        One of the scenario's languages; a script is for lecturers and reads German in Einfache Sprache.
    seminar
        What it chose is shown, and who holds it; everything when left out.

    Returns
    -------
    str
        HTML that needs nothing else and runs nothing; printed, it is A4.
    """
    seminar = seminar or Seminar(workbook.scenario.id)
    workbook = seminar_book(workbook, seminar)
    s = workbook.scenario
    lang = base_language(lang) if kind == "script" else lang
    return bundle_html(
        Bundle(
            lang,
            s.title[lang],
            words.say(kind, lang),
            words.say(f"{kind}-lead", lang),
            foot_of(s, lang, seminar.line),
            _MAKERS[kind](workbook, lang, seminar),
            banner(seminar),
        )
    )


def languages_of(scenario: Scenario, kind: str) -> tuple[str, ...]:
    """The scenario's languages that a kind is made in: a script is not for participants."""
    return tuple(lang for lang in scenario.languages if kind != "script" or lang == base_language(lang))
