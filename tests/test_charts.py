"""Figures are made from the same rows that tables and sentences use."""

from __future__ import annotations

import pytest

import workbook as wb
from workbook import charts, view


@pytest.fixture(scope="module")
def book() -> wb.Workbook:
    return wb.load("soziale-arbeit-2030")


def test_a_chart_shows_observations_band_baseline_and_run(book: wb.Workbook) -> None:
    run = book.run("utopie")
    figure = charts.figure(run, "vacancies", "de")
    rows = view.rows(run, book.scenario.indicators["vacancies"])
    assert tuple(figure.data[charts.YOU_ROW].y) == rows.you
    assert tuple(figure.data[charts.BASELINE_ROW].y) == rows.baseline
    assert figure.data[charts.BASELINE_ROW].line.dash == "dash"
    assert list(figure.data[charts.OBSERVED_ROW].y) == [value for _, value, _ in rows.observed]
    assert len(rows.observed) >= 10
    assert all("Bundesagentur" in text or "badata" in text for text in figure.data[charts.OBSERVED_ROW].text)
    assert figure.layout.separators == ",."
    assert charts.figure(run, "vacancies", "en").layout.separators == ".,"


def test_limits_are_the_same_in_every_world(book: wb.Workbook) -> None:
    ranges = {tuple(charts.figure(book.run(w), "caseload").layout.yaxis.range) for w in ("utopie", "dystopie")}
    assert len(ranges) == 1


def test_moving_changes_the_run_and_leaves_the_baseline(book: wb.Workbook) -> None:
    indicator = book.scenario.indicators["caseload"]
    frame = charts.ChartFrame.of(book, indicator, "de")
    before, rows = (view.rows(book.run(world), indicator) for world in ("weiter-so", "dystopie"))
    old, new = charts.traces(frame, before), charts.traces(frame, rows)
    assert new[charts.YOU_ROW]["y"] == rows.you != before.you
    assert new[charts.BASELINE_ROW] == old[charts.BASELINE_ROW]
    assert new[charts.YOU_LABEL]["y"] == [rows.you[-1]]


def test_compare_sets_runs_side_by_side(book: wb.Workbook) -> None:
    base, other = book.baseline, book.run("utopie")
    table = wb.compare(base, other, other, lang="de")
    assert list(table.columns)[:3] == ["Weiter so", *list(table.columns)[1:3]]
    assert len(set(table.columns)) == len(table.columns)
    change = table[table.columns[3]].to_numpy()
    assert change == pytest.approx((table[table.columns[1]] - table["Weiter so"]).to_numpy())
    assert table.index.name == "2030"
    own = wb.compare(base, book.run(levers={"case_cap": 40}), lang="en")
    assert list(own.columns)[1] == "Your future"
