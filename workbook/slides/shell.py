"""A deck -> one HTML file with everything in it: reveal.js, the look, the slides."""

from __future__ import annotations

import html
from string import Template

from workbook.assets import asset
from workbook.export.assets import json_script, policy, script_safe
from workbook.slides.deck import Deck, Slide
from workbook.slides.reveal import ELEMENT, reveal_script, reveal_style
from workbook.slides.words import word, words_of
from workbook.text import base_language

RUNTIME = ("slides.pace.js", "slides.keys.js", "slides.speaker.js", "slides.window.js", "slides.print.js", "slides.js")


def deck_html(deck: Deck) -> str:
    """The whole file."""
    scripts = [script_safe(reveal_script()), *deck.libraries, script_safe(_runtime(deck))]
    return Template(asset("slides.html")).substitute(
        {name.replace("-", "_"): html.escape(text) for name, text in words_of(deck.lang).items()},
        lang=html.escape(base_language(deck.lang)),
        title=html.escape(deck.title),
        policy=html.escape(policy(scripts)),
        state="deck-code" if deck.show_code else "",
        pressed="true" if deck.show_code else "false",
        style=f"{reveal_style()}\n{deck.style}\n{asset('slides.css')}".replace("</", "<\\/"),
        slides="\n".join(_column(column, deck.lang) for column in deck.columns),
        markup=deck.markup,
        scripts="\n".join(f"<script>{script}</script>" for script in scripts),
    )


def _runtime(deck: Deck) -> str:
    lang = base_language(deck.lang)
    about = {"lang": lang, "title": deck.title, "minutes": deck.minutes, "words": words_of(lang)}
    return "\n".join(
        ['"use strict";', "(function () {", f"const DECK = {json_script(about)};", *map(asset, RUNTIME), "})();"]
    )


def _column(column: tuple[Slide, ...], lang: str) -> str:
    slides = "\n".join(_slide(slide, lang) for slide in column)
    return slides if len(column) == 1 else f"<{ELEMENT}>{slides}</{ELEMENT}>"


def _slide(slide: Slide, lang: str) -> str:
    classes = " ".join(
        [
            "deck-slide",
            *([f"deck-{slide.kind}"] if slide.kind else []),
            *(["deck-code-only"] if slide.code_only else []),
        ]
    )
    title = html.escape(slide.title or word("slide", lang))
    minutes = f' data-minutes="{slide.minutes:g}"' if slide.minutes else ""
    # reveal.js keeps swipes away from what carries data-prevent-swipe: a finger on a slider moves the slider.
    swipe = " data-prevent-swipe" if slide.kind == "live" else ""
    notes = f'<aside class="notes" hidden>{slide.notes}</aside>' if slide.notes else ""
    return (
        f'<{ELEMENT} class="{classes}" role="region" aria-roledescription="{html.escape(word("slide", lang))}" '
        f'aria-label="{title}" tabindex="-1"{minutes}>'
        f'<div class="deck-body"{swipe}>{slide.html}</div>{notes}</{ELEMENT}>'
    )
