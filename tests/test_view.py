"""One run as plain data: places between dystopia and utopia, and a sentence that is true."""

from __future__ import annotations

from pathlib import Path

import pytest

import workbook as wb
from workbook import view


@pytest.fixture(scope="module")
def book() -> wb.Workbook:
    return wb.load(Path(__file__).parent / "scenarios" / "klein")


def test_places_run_from_dystopia_to_utopia(book: wb.Workbook) -> None:
    for indicator in book.scenario.indicators.values():
        assert view.place_of(indicator, indicator.dystopia) == 0
        assert view.place_of(indicator, indicator.utopia) == 1
        beyond = indicator.utopia + (indicator.utopia - indicator.dystopia)
        assert view.place_of(indicator, beyond) == 1, "the scale ends at the utopia value"


def test_the_baseline_says_that_nothing_was_moved(book: wb.Workbook) -> None:
    assert view.sentence(book.run(), "de").startswith("Alles steht wie in der Welt »")
    assert "Move a lever" in view.sentence(book.run(), "en")


def test_the_sentence_quotes_the_numbers_of_the_run(book: wb.Workbook) -> None:
    lever = next(iter(book.scenario.levers.values()))
    run = book.run(levers={lever.name: lever.high})
    said = view.sentence(run, "de")
    changed = [r for r in view.readings(run, "de") if r.text != r.base_text]
    assert changed
    assert all(f"{r.label} {r.short} statt {r.base_text}" in said for r in changed[:1])


def test_rows_hold_every_year_and_the_band_encloses_its_middle(book: wb.Workbook) -> None:
    run = book.run("utopie")
    for indicator in book.scenario.indicators.values():
        rows = view.rows(run, indicator)
        assert rows.years == tuple(book.scenario.time.years)
        assert len(rows.you) == len(rows.baseline) == len(rows.low) == len(rows.high) == len(rows.years)
        assert all(low <= high for low, high in zip(rows.low, rows.high, strict=True))
        low, high = view.limits([book.run(world) for world in book.scenario.worlds], indicator)
        assert low <= min(rows.low)
        assert high >= max(rows.high)


def test_shares_are_told_largest_first_and_add_up(book: wb.Workbook) -> None:
    run = book.run("utopie")
    name = next(iter(book.scenario.indicators))
    shares = run.why(name)
    told = view.share_words(book.scenario, shares, run.choices, "en")
    amounts = [amount for _, amount, _ in told]
    assert [abs(a) for a in amounts] == sorted((abs(a) for a in amounts), reverse=True)
    assert sum(amounts) == pytest.approx(shares.value - shares.baseline, rel=1e-9)
