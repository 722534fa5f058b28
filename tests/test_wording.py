"""Reasons in words."""

from __future__ import annotations

import pytest

import workbook as wb
from tests.node import run_script
from workbook.assets import asset
from workbook.expr.parse import parse
from workbook.folder.files import CARES
from workbook.nearest import Move
from workbook.text import LANGUAGES
from workbook.wording import (
    care_words,
    condition_words,
    difference,
    digits_of,
    label_of,
    move_words,
    quantity,
    unit_of,
    unit_text,
)  # fmt: skip


@pytest.fixture
def scenario(klein):
    return wb.load(klein).scenario


@pytest.mark.parametrize(
    ("unit", "de", "en"),
    [
        ("case/post", "Fälle je Stelle", "cases per post"),
        ("hours/week", "Stunden je Woche", "hours per week"),
        ("%", "%", "%"),
        ("share", "", ""),
        ("1/week", "je Woche", "per week"),
        ("billion_euro", "Mrd. €", "bn €"),
        ("families", "Familien", "families"),
    ],
)
def test_units(unit, de, en):
    assert unit_text(unit, "de") == unit_text(unit, "de-einfach") == de
    assert unit_text(unit, "en") == en


def test_conditions(scenario):
    above = parse("reach > 25.5", "truth")
    assert condition_words(scenario, above, "de", holds=True) == "Reichweite: über 25,5 %"
    assert condition_words(scenario, above, "en", holds=False) == "Reach: at most 25.5 %"
    turned = parse("12 <= reach", "truth")
    assert condition_words(scenario, turned, "de", holds=True) == "Reichweite: mindestens 12 %"
    decided = parse("decision.rent == 'share'", "truth")
    assert condition_words(scenario, decided, "de", holds=True) == "Miete"
    change = parse("change(reach, 2025, 2030) >= 1.5", "truth")
    said = condition_words(scenario, change, "de", holds=True)
    assert said == "Reichweite, Änderung von 2025 bis 2030: mindestens 1,5"
    assert condition_words(scenario, change, "en", holds=False) == "Reach, change from 2025 to 2030: below 1.5"


def test_quantities(scenario):
    assert quantity(scenario, "reach", 12.4, "de") == "12\u00a0%"
    assert quantity(scenario, "chairs", 0.3, "de").startswith("0,3")
    assert (label_of(scenario, "guests", "en"), unit_of(scenario, "guests")) == ("Guests", "persons")
    assert label_of(scenario, "nobody", "de") == "nobody"
    assert unit_of(scenario, "nobody") == ""
    assert [digits_of(scenario, "guests", v) for v in (0.5, 5, 500)] == [2, 1, 0]


def test_a_move(scenario):
    move = Move("welcome", 30, 60, "offen", 0.3)
    assert move_words(scenario, move, "tuer", "de") == (
        "Mit »Willkommen« auf 60\u00a0% statt 30\u00a0% stünde hier »Die Tür steht offen«."
    )
    assert "60\u00a0%" in move_words(scenario, move, "tuer", "en")
    plain = move_words(scenario, move, "tuer", "de-einfach")
    assert plain.startswith("Stellen Sie »Willkommen« auf 60\u00a0% statt 30\u00a0%. Dann steht hier »")


def test_a_difference_of_shares_is_one_in_points(scenario):
    assert difference(scenario, "reach", -12.4, "de") == "−12\u00a0%-Punkte"
    assert difference(scenario, "reach", 12.4, "en") == "+12\u00a0% points"
    assert difference(scenario, "guests", 2.0, "de") == "+2,0 Personen"
    assert difference(scenario, "guests", 0.0, "de") == "0,00 Personen"
    assert difference(scenario, "guests", -1.0, "de", 0) == "−1 Person"
    assert difference(scenario, "guests", 11.0, "de", 0) == "+11 Personen"


def test_content_notes_are_those_of_the_page():
    words = run_script(f"{asset('words.js')}\noutput(WORDS);", None)
    for lang in LANGUAGES:
        assert set(words[lang]["cares"]) == set(CARES)
        for tag, name in words[lang]["cares"].items():
            assert care_words([tag], lang) == f"{words[lang]['care']} {name}."
    assert care_words(["poverty", "addiction"], "en") == "This scene touches on poverty, addiction."
