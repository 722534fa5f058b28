"""Influences as a researcher asks for them."""

from __future__ import annotations

import pytest

import workbook as wb
from workbook.errors import UsageError
from workbook.insight import futures


@pytest.fixture
def book(klein):
    return wb.load(klein)


def test_nothing_moves_what_only_a_certain_constant_moves(book):
    found = wb.sensitivity(book, indicators="memory_left", samples=5)
    assert found.frame["size"].tolist() == [0, 0, 0, 0]
    assert found.sentences("de") == ("»Erinnerung« 2030 bewegt sich durch nichts von alledem.",)
    shares = wb.sensitivity(book, "sobol", indicators="memory_left", samples=16)
    assert shares.sentences("en") == ("“Memory” in 2030 is moved by none of these.",)


def test_a_lever_that_only_opens_has_one_direction(book):
    frame = wb.sensitivity(book, indicators="reach").frame.set_index("name")
    assert frame.loc["welcome", "direction"] == pytest.approx(frame.loc["welcome", "size"])
    assert frame["size"].is_monotonic_decreasing
    assert set(frame["kind"]) == {"lever", "constant"}


def test_with_one_factor_all_variance_is_its_own(book):
    (row,) = wb.sensitivity(book, "sobol", indicators="reach", factors="join_rate", samples=256).influences
    assert (row.size, row.alone) == (pytest.approx(1, abs=0.02), pytest.approx(1, abs=0.02))


def test_sobol_takes_the_factors_that_morris_found_strongest(book):
    screened = wb.sensitivity(book, indicators="reach").frame["name"][:2]
    found = wb.sensitivity(book, "sobol", indicators="reach", most=2, samples=32)
    assert set(found.frame["name"]) == set(screened)
    assert found.screened == 4
    assert found.runs == 32 * 4 + 40 * 5
    assert "aus 4 Größen ausgewählt" in found.told("de").method


def test_the_same_seed_the_same_numbers_in_any_blocks(book, monkeypatch):
    first = wb.sensitivity(book, samples=6).influences
    monkeypatch.setattr(futures, "BLOCK", 5)
    assert wb.sensitivity(book, samples=6).influences == first
    assert wb.sensitivity(book, samples=6, seed=1).influences != first


def test_years_and_indicators_are_told_in_their_order(book):
    found = wb.sensitivity(book, indicators=["memory_left", "reach"], years=[2030, 2027], samples=3)
    assert list(dict.fromkeys(zip(found.frame["indicator"], found.frame["year"], strict=True))) == [
        ("memory_left", 2030), ("memory_left", 2027), ("reach", 2030), ("reach", 2027),
    ]  # fmt: skip
    assert [s[:20] for s in found.sentences("de")][-1].startswith("»Reichweite« 2027")


@pytest.mark.parametrize(
    ("wish", "sentence"),
    [
        ({"method": "sobl"}, "Meinten Sie »sobol«?"),
        ({"indicators": ["reech", "x"]}, "reech, x"),
        ({"factors": ["decay_rate"]}, "decay_rate"),
        ({"factors": []}, "mindestens einen Namen"),
        ({"years": 2020}, "von 2026 bis 2030"),
        ({"method": "sobol", "samples": 100}, "Zweierpotenz"),
        ({"samples": 0}, "»samples« braucht"),
        ({"seed": -1}, "»seed« braucht"),
        ({"world": "utopia"}, "utopie"),
    ],
)
def test_refusals(book, wish, sentence):
    with pytest.raises(UsageError) as caught:
        wb.sensitivity(book, **wish)
    assert sentence in caught.value.text("de")


def test_without_salib_a_sentence_says_what_to_install(book, monkeypatch):
    monkeypatch.setattr("workbook.insight.estimate.find_spec", lambda _: None)
    with pytest.raises(UsageError) as caught:
        wb.sensitivity(book)
    assert "SALib" in caught.value.text("de")
    assert "research" in caught.value.text("en")
