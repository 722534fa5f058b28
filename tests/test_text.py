"""Numbers as readers write them, and texts that fall back."""

from __future__ import annotations

import math

import pytest

from workbook.text import Text, base_language, format_date, format_number


@pytest.mark.parametrize(
    ("value", "digits", "de", "en"),
    [
        (1234567.891, 1, "1.234.567,9", "1,234,567.9"),
        (0.5, 0, "1", "1"),
        (1.5, 0, "2", "2"),
        (2.5, 0, "3", "3"),
        (-2.5, 0, "−3", "−3"),
        (0.125, 2, "0,13", "0.13"),
        (1.005, 2, "1,00", "1.00"),  # the binary number lies below the half
        (1.45, 1, "1,4", "1.4"),
        (-0.04, 1, "0,0", "0.0"),
        (-0.0, 0, "0", "0"),
        (999.5, 0, "1.000", "1,000"),
        (math.nan, 0, "–", "–"),
        (math.inf, 2, "–", "–"),
    ],
)
def test_halves_go_away_from_zero(value, digits, de, en):
    assert format_number(value, "de", digits) == de
    assert format_number(value, "de-einfach", digits) == de
    assert format_number(value, "en", digits) == en


def test_a_sign_only_where_something_is_left():
    assert format_number(3.2, "de", 0, sign=True) == "+3"
    assert format_number(-3.2, "de", 0, sign=True) == "−3"
    assert format_number(0.2, "de", 0, sign=True) == "0"


def test_a_missing_language_falls_back():
    text = Text.of(de="Haus", en="house")
    assert (text["de-einfach"], text["en"]) == ("Haus", "house")
    assert Text.of(de="Haus")["en"] == "Haus"
    assert Text.of(en="house")["de-einfach"] == "house"
    assert "de-einfach" not in text
    assert not Text()
    with pytest.raises(KeyError):
        text["fr"]


def test_base_language():
    assert [base_language(lang) for lang in ("de", "en", "de-einfach")] == ["de", "en", "de"]


@pytest.mark.parametrize(
    ("written", "de", "en"),
    [
        ("2026-11-04", "04.11.2026", "4 November 2026"),
        ("2026-07", "07/2026", "July 2026"),
        ("2026", "2026", "2026"),
        ("2026-13", "2026-13", "2026-13"),
        ("2020/21", "2020/21", "2020/21"),
        ("2021-10 (abstract)", "2021-10 (abstract)", "2021-10 (abstract)"),
    ],
)
def test_a_day_is_written_as_its_readers_write_it(written, de, en):
    assert format_date(written, "de") == format_date(written, "de-einfach") == de
    assert format_date(written, "en") == en
