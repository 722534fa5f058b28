"""Shares of all indicators in one table: exact, in words, and nothing that the numbers do not bear."""

from __future__ import annotations

from pathlib import Path

import pytest

import workbook as wb
from workbook.reasons import reasons
from workbook.run import Workbook


@pytest.fixture(scope="module")
def book(klein: Path) -> Workbook:
    return wb.load(klein)


def test_each_row_adds_up_to_the_difference(book: Workbook) -> None:
    run = book.run("utopie")
    frame = reasons(run).frame
    year = book.scenario.time.years[-1]
    for name in book.scenario.indicators:
        gap = run.value(name, year) - book.baseline.value(name, year)
        assert frame.loc[name].sum() == pytest.approx(gap, rel=1e-9, abs=1e-12)


def test_in_words_of_both_languages() -> None:
    run = wb.load("gegen-einsamkeit").run(levers={"companion_rules": 100})
    german, english = reasons(run)._repr_html_(), reasons(run, "en")._repr_html_()
    lever = run.scenario.levers["companion_rules"]
    assert lever.label["de"] in german
    assert lever.label["en"] in english
    assert run.scenario.baseline.label["de"] in german
    assert run.scenario.baseline.label["en"] in english


def test_without_any_move_nothing_made_a_difference(book: Workbook) -> None:
    html = reasons(book.run())._repr_html_()
    assert html.count('<td style="text-align: left">–</td>') == len(book.scenario.indicators)
