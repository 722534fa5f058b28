"""A deck that nobody made."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.slides.conftest import ADDRESS
from workbook.folder import load
from workbook.run import Workbook
from workbook.slides import deck_of


def labels(text: str) -> list[str]:
    return re.findall(
        r'<deck-slide class="[^"]*" role="region" aria-roledescription="[^"]*" aria-label="([^"]*)"', text
    )


def test_it_tells_what_the_scenario_holds(workbook: Workbook) -> None:
    s = workbook.scenario
    text = deck_of(workbook, "de")
    found = labels(text)
    assert found[0] == s.title["de"]
    assert found[-1] == "Woher die Zahlen kommen"
    for decision in s.decisions.values():
        assert f"{decision.year} · {decision.label['de']}" in found
        for option in decision.options.values():
            assert option.label["de"] in text
    assert text.count('data-explorer="') == 1
    assert str(len(s.constants)) + " feste Größen" in text


def test_every_slide_has_notes_and_minutes(workbook: Workbook) -> None:
    text = deck_of(workbook, "de", ADDRESS)
    count = len(labels(text))
    assert text.count('<aside class="notes" hidden>') == count
    minutes = [float(m) for m in re.findall(r'data-minutes="([\d.]+)"', text)]
    assert len(minutes) == count
    assert f'"minutes":{sum(minutes):g}' in text
    assert 40 <= sum(minutes) <= 90


def test_the_address_makes_a_last_slide(workbook: Workbook) -> None:
    assert labels(deck_of(workbook, "de", ADDRESS))[-1] == "Selbst weiterspielen"
    assert labels(deck_of(workbook, "de", "no address"))[-1] == "Woher die Zahlen kommen"


@pytest.mark.parametrize("lang", ["de", "en"])
def test_a_small_scenario_makes_a_deck_too(klein: Path, lang: str) -> None:
    text = deck_of(Workbook(load(klein)), lang)
    assert f'<html lang="{lang}"' in text
    assert len(labels(text)) >= 6


def test_english_is_english(workbook: Workbook) -> None:
    text = deck_of(workbook, "en", ADDRESS)
    slides = text[text.index('<div class="slides">') : text.index("</main>")]
    for german in ("Woher", "Welches", "Folie", "niemand"):
        assert german not in slides
