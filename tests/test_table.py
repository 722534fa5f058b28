"""Tables stay DataFrames for who computes, and are readable for who reads."""

from __future__ import annotations

import pickle
import re

import pandas as pd
import pytest

import workbook as wb
from workbook.messages import set_language
from workbook.notebook.clean import cleaned
from workbook.notebook.rewrite import Place
from workbook.table import Table
from workbook.text import format_number
from workbook.wording import digits_of


@pytest.fixture(scope="module")
def book() -> wb.Workbook:
    return wb.load("soziale-arbeit-2030")


def cells(html: str) -> list[list[str]]:
    rows = re.findall(r"<tr>(.*?)</tr>", html)
    return [
        [re.sub(r"<[^>]*>", " ", inside).strip() for inside in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row)]
        for row in rows
    ]


@pytest.mark.parametrize("lang", ["de", "en", "de-einfach"])
def test_compared_runs_are_shown_in_a_language(book: wb.Workbook, lang: str) -> None:
    base, other = book.baseline, book.run("dystopie")
    html = wb.compare(base, other, lang=lang)._repr_html_()
    head, *rows = cells(html)
    assert head[1:] == [book.scenario.worlds[name].label[lang] for name in (base.setting.world, "dystopie")]
    assert "<caption" in html
    assert len(rows) == len(book.scenario.indicators)
    for indicator, row in zip(book.scenario.indicators.values(), rows, strict=True):
        assert row[0].startswith(indicator.label[lang])
        values = [run.value(indicator.name, 2030) for run in (base, other)]
        digits = [digits_of(book.scenario, indicator.name, v) for v in (*values, values[1] - values[0])]
        assert row[1] == format_number(values[0], lang, digits[0])
        gap = format_number(values[1] - values[0], lang, digits[2], sign=True)
        assert row[2].split() == [format_number(values[1], lang, digits[1]), gap]
    assert not re.search(r">\d{4,}|>-\d", html)


def test_a_table_is_a_frame_and_what_is_computed_from_it_a_plain_one(book: wb.Workbook) -> None:
    told = book.baseline.indicators
    assert isinstance(told, pd.DataFrame)
    assert list(told.columns) == list(book.scenario.indicators)
    assert told.loc[2030, "caseload"] == book.baseline.value("caseload", 2030)
    for made in (told.round(1), told[["caseload"]], told.copy(), told.T):
        assert type(made) is pd.DataFrame
    assert type(told["caseload"]) is pd.Series


def test_yearly_values_are_shown_in_the_language_of_the_process(book: wb.Workbook) -> None:
    told = book.baseline.indicators
    head, *rows = cells(told._repr_html_())
    assert head[:2] == ["Jahr", "Fälle je Fachkraft (Fälle je Stelle)"]
    assert [row[0] for row in rows] == [str(year) for year in book.scenario.time.years]
    set_language("en")
    assert cells(told._repr_html_())[0][0] == "Year"
    assert cells(told.spoken("de")._repr_html_())[0][0] == "Jahr"


def test_how_the_past_is_retold(book: wb.Workbook) -> None:
    told = wb.past(book, "de")
    assert list(told.index) == list(book.hindcast)
    assert told.loc["vacancies", "error"] == book.hindcast["vacancies"].error
    head, *rows = cells(told._repr_html_())
    assert head == ["Indikator", "Beobachtete Jahre", "von", "bis", "Mittlere Abweichung in %"]
    by_label = {row[0]: row[1:] for row in rows}
    hindcast = book.hindcast["vacancies"]
    label, error = book.scenario.indicators["vacancies"].label["de"], format_number(hindcast.error, "de", 1)
    assert by_label[label] == [
        str(len(hindcast.years)), str(min(hindcast.years)), str(max(hindcast.years)), error
    ]  # fmt: skip


def test_a_table_that_was_changed_is_shown_as_it_is(book: wb.Workbook) -> None:
    told = book.baseline.indicators
    told["mine"] = 1.0
    assert "mine" in told._repr_html_()
    other = book.baseline.indicators
    other.loc[2030, "caseload"] = 1234.0
    assert cells(other._repr_html_())[-1][1] == "1.234"


def test_a_table_is_kept_with_its_looks(book: wb.Workbook) -> None:
    told = wb.compare(book.baseline, book.run("utopie"))
    again = pickle.loads(pickle.dumps(told))
    assert isinstance(again, Table)
    assert again._repr_html_() == told._repr_html_()


def test_nothing_in_a_label_becomes_markup(book: wb.Workbook) -> None:
    from workbook.table import Looks, Words, table_html

    words = Words("<b>", "<i>", ("<script>",), ("<u>",))
    html = table_html(pd.DataFrame({"a": [1.0]}), Looks({"de": words}, ((0,),)), "de")
    assert not re.search(r"<(b|i|script|u)>", html)


def test_the_cleaner_of_exported_notebooks_keeps_it_whole(book: wb.Workbook) -> None:
    html = wb.compare(book.baseline, book.run("utopie"))._repr_html_()
    clean = cleaned(html, Place("de"))
    assert cells(clean) == cells(html)
    assert "<caption" in clean
    assert clean.count('scope="row"') == len(book.scenario.indicators)
    assert "nb-table" in clean
