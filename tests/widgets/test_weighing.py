"""What matters to the reader is compared number by number; nothing is added up."""

from __future__ import annotations

import pytest

import workbook as wb
from workbook.errors import UsageError
from workbook.run import Workbook
from workbook.widgets import Weighing, weigh


@pytest.fixture(scope="module")
def book() -> Workbook:
    return wb.load("gegen-einsamkeit")


@pytest.fixture
def two(book: Workbook) -> Weighing:
    return weigh({"unsere": book.run("utopie"), "weiter so": book.run()})


def test_who_leads_is_read_off_the_numbers(book: Workbook, two: Weighing) -> None:
    year = book.scenario.time.years[-1]
    for name, indicator in book.scenario.indicators.items():
        for each, control in two.controls.items():
            control.value = 2 if each == name else 0
        a, b = book.run("utopie").value(name, year), book.run().value(name, year)
        ahead = "unsere" if (a > b) == (indicator.better == "higher") else "weiter so"
        assert (
            f"»{ahead}« liegt vorn bei {indicator.label['de']}." in two.sentence() or "unterscheiden" in two.sentence()
        )


def test_what_matters_most_comes_first_and_the_rest_goes(two: Weighing) -> None:
    first, second, *others = two.controls
    for name in others:
        two.controls[name].value = 0
    two.controls[second].value = 2
    assert two.weights[second] == 2
    labels = [two.places["unsere"][name].label for name in (second, first)]
    places = [two.result.value.index(f">{label}<") for label in labels]
    assert places == sorted(places)
    assert two.places["unsere"][others[0]].label not in two.result.value
    assert "In dem, was Ihnen sehr wichtig ist" in two.result.value


def test_nothing_important_is_no_failure(two: Weighing) -> None:
    for control in two.controls.values():
        control.value = 0
    assert "Wählen Sie" in two.result.value


def test_names_are_only_words(book: Workbook) -> None:
    shown = weigh({"<b>x</b>": book.run("utopie"), "y": book.run()}).result.value
    assert "<b>x" not in shown


@pytest.mark.parametrize("count", [0, 1])
def test_it_takes_two(book: Workbook, count: int) -> None:
    with pytest.raises(UsageError, match="mindestens zwei"):
        weigh({str(k): book.run() for k in range(count)})


def test_of_one_scenario(book: Workbook) -> None:
    with pytest.raises(UsageError, match="desselben"):
        weigh({"a": book.run(), "b": wb.load("ki-for-good").run()})
