"""The file of a deck."""

from __future__ import annotations

import html
import re

from tests.slides.conftest import by_hand
from workbook.export.assets import digest
from workbook.slides.deck import Deck, Slide
from workbook.slides.shell import deck_html

HOSTILE = '"><script>alert(1)</script></title></style><!--'


def scripts_of(text: str) -> list[str]:
    return re.findall(r"<script>(.*?)</script>", text, re.DOTALL)


def test_every_script_is_named_by_its_hash() -> None:
    text = deck_html(by_hand())
    policy = html.unescape(re.search(r'Content-Security-Policy" content="([^"]*)"', text)[1])
    scripts = scripts_of(text)
    assert len(scripts) == 2
    assert all(digest(script) in policy for script in scripts)
    assert "connect-src 'none'" in policy
    assert "unsafe-eval" not in policy
    assert text.count("<script") == len(scripts)


def test_titles_cannot_act() -> None:
    text = deck_html(Deck("de", HOSTILE, ((Slide("<p>x</p>", HOSTILE),),)))
    assert "<script>alert" not in text
    assert text.count("<title>") == text.count("</title>") == 1
    assert "<!--" not in "".join(scripts_of(text))


def test_a_style_cannot_end_itself() -> None:
    text = deck_html(Deck("de", "x", ((Slide("<p>x</p>", "x"),),), style="a{content:'</style><b>'}"))
    assert text.count("</style>") == 1


def test_columns_of_one_slide_have_no_stack() -> None:
    text = deck_html(by_hand())
    assert text.count('<deck-slide class="deck-slide') == 7
    assert text.count("<deck-slide>") == 1


def test_the_words_are_of_its_language() -> None:
    assert ">Zurück</button>" in deck_html(by_hand("de"))
    english = deck_html(by_hand("en"))
    assert ">Back</button>" in english
    assert '<html lang="en"' in english
    assert '<html lang="de"' in deck_html(by_hand("de-einfach"))


def test_minutes_and_notes_travel_with_a_slide() -> None:
    text = deck_html(by_hand())
    assert 'data-minutes="2"' in text
    assert '<aside class="notes" hidden><p>Erst <b>warten</b>.</p></aside>' in text


def test_code_may_be_shown_from_the_start() -> None:
    deck = by_hand()
    assert '<html lang="de" class="">' in deck_html(deck)
    shown = deck_html(Deck(deck.lang, deck.title, deck.columns, show_code=True))
    assert '<html lang="de" class="deck-code">' in shown
    assert 'id="deck-code" aria-pressed="true"' in shown
