"""Units of the file in the words of a scenario, and units that the equations give away."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.xmile.files import entry
from workbook.expr.parse import parse
from workbook.folder.units import Units
from workbook.xmile.model import Equations, Specs, XmileModel
from workbook.xmile.units import units_of


def found(units: dict[str, str], equations: dict[str, str], stocks: dict[str, tuple[str, ...]], time: str = "Months"):
    entries = {key: entry(key, text, units=units.get(key, "")) for key, text in equations.items()}
    for key, flows in stocks.items():
        entries[key] = replace(entries[key], kind="stock", inflows=flows)
    model = XmileModel("m.xmile", Specs(unit=time), entries)
    return units_of(Equations(model, {key: parse(text) for key, text in equations.items()}))


@pytest.mark.parametrize(
    ("xmile", "ours"),
    [
        ("widgets/month", "widget/year"),
        ("Widget / Months", "widget/year"),
        ("widgets per month", "widget/year"),
        ("1/Month", "1/year"),
        ("people*widgets/(month*euro)", "person widget/year euro"),
        ("widgets/month/month", "widget/year**2"),
        ("widgets^2", "widget**2"),
        ("Degrees Fahrenheit", "degrees_fahrenheit"),
        ("Dmnl", "1"),
        ("1", "1"),
        ("$/hour", "dollar/calendar_hour"),
        ("euro/year", "euro/calendar_year"),
        ("widgets/widgets", "1"),
    ],
)
def test_units_of_the_file(xmile, ours) -> None:
    known = found({"x": xmile}, {"x": "3", "s": "1", "f": "1"}, {"s": ("f",)})
    assert known is not None
    assert known.units["x"] == ours
    Units(known.own).parse(ours)


def test_what_the_file_leaves_out_follows_from_the_equations() -> None:
    known = found(
        {"stock": "widgets", "price": "euro/widget"},
        {"stock": "10", "flow": "(goal - stock) / delay", "goal": "20", "delay": "4", "price": "2",
         "value": "price * stock", "root": "sqrt(stock * goal)", "share": "stock / goal", "free": "7"},
        {"stock": ("flow",)},
    )  # fmt: skip
    assert known is not None
    assert known.units == known.units | {
        "flow": "widget/year", "goal": "widget", "delay": "year", "value": "euro", "root": "widget",
        "share": "1", "free": "1",
    }  # fmt: skip
    assert known.factors == {}
    assert known.own == ("widget",)


def test_an_equation_that_lacks_a_unit_is_named_with_it() -> None:
    known = found({"stock": "widgets"}, {"stock": "10", "flow": "0.1 * stock"}, {"stock": ("flow",)})
    assert known is not None
    assert known.factors == {"flow": "1/year"}


def test_a_unit_that_cannot_be_written_is_no_unit() -> None:
    assert found({"x": "widgets^7"}, {"x": "3", "s": "1", "f": "1"}, {"s": ("f",)}) is None
