from __future__ import annotations

import pytest

from workbook.expr.nodes import Node
from workbook.expr.parse import parse
from workbook.folder.dimension import Dimensions
from workbook.folder.units import Units, UnknownUnitError

UNITS = Units(["chair", "billion_euro"])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("persons", "person"),
        ("people", "person"),
        ("children", "child"),
        ("families", "family"),
        ("EUR", "euro"),
        ("share", "%"),
        ("1", "point"),
        ("cases/1000 persons", "case/person"),
        ("hours/week person", "hour/person week"),
        ("euro/case", "euros/cases"),
        ("12 months", "month"),
        ("%/year", "1/year"),
        ("billion_euro", "billion_euro"),
        ("person year", "year person"),
        ("euro**2", "euro euro"),
    ],
)
def test_the_same(one: str, other: str) -> None:
    assert UNITS.same(UNITS.parse(one), UNITS.parse(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("persons/month", "persons/year"),
        ("person", "1"),
        ("hours/week", "1"),
        ("chair", "billion_euro"),
        ("billion_euro", "euro"),
        ("day", "week"),
        ("case/post", "post/case"),
    ],
)
def test_not_the_same(one: str, other: str) -> None:
    assert not UNITS.same(UNITS.parse(one), UNITS.parse(other))


def test_spans_of_time_may_be_turned_into_each_other() -> None:
    product = UNITS.parse("persons/month") * UNITS.parse("months/year")
    assert UNITS.same(product, UNITS.parse("persons/year"))


@pytest.mark.parametrize(
    ("text", "word", "near"),
    [("hors/week", "hors", "hour"), ("kilometre", "kilometre", ""), ("a/b/c", "a/b/c", ""), ("person/", "person/", ""),
     ("person**x", "person**x", ""), ("own0", "own0", "")],
)  # fmt: skip
def test_unknown(text: str, word: str, near: str) -> None:
    with pytest.raises(UnknownUnitError) as caught:
        UNITS.parse(text)
    assert (caught.value.word, caught.value.near) == (word, near)


@pytest.mark.parametrize(
    "text", ["1", "person", "person/year", "person/month", "1/week", "chair", "euro**2", "case/post year", "1/day"]
)
def test_shown_as_authors_write(text: str) -> None:
    assert UNITS.show(UNITS.parse(text)) == text


NAMES = {
    "guests": UNITS.parse("persons"),
    "staff": UNITS.parse("posts"),
    "rate": UNITS.parse("1/year"),
    "monthly": UNITS.parse("1/month"),
    "part": UNITS.parse("share"),
    "delay": UNITS.parse("years"),
    "wait": UNITS.parse("months"),
    "area": UNITS.parse("person**2"),
}


def infer(text: str, kind: str = "number") -> tuple[str | None, list[str]]:
    faults: list[str] = []

    def fault(code: str, node: Node, **_: object) -> None:
        faults.append(f"{code} {text[node.start : node.end]}")

    unit = Dimensions(UNITS, NAMES, text, fault).of(parse(text, "truth" if kind == "truth" else "number"))
    return (None if unit is None else UNITS.show(unit)), faults


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("1", "1"),
        ("guests", "person"),
        ("-guests", "person"),
        ("2 * guests", "person"),
        ("guests * rate", "person/year"),
        ("guests / staff", "person/post"),
        ("guests + 0", "person"),
        ("guests - 0 * guests", "person"),
        ("max(guests, 1)", "person"),
        ("clip(guests, 0, 10)", "person"),
        ("min(1, 2)", "1"),
        ("guests if part > 0.5 else 0", "person"),
        ("guests if part > 0.5 else 5", "person"),
        ("exp(part) * guests", "person"),
        ("guests ** 2", "person**2"),
        ("sqrt(area)", "person"),
        ("part ** part", "1"),
        ("lookup(guests, [[0, 0], [1, 1]])", "1"),
        ("lookup(guests, [[0, 0], [1, 1]], 'posts')", "post"),
        ("smooth(guests, 2)", "person"),
        ("smooth(guests, delay)", "person"),
        ("smooth(guests, delay, 5)", "person"),
        ("ramp(rate, 2020, 2022)", "1"),
        ("step(guests, 2020)", "person"),
        ("time", "year"),
        ("at(guests, 2020)", "person"),
        ("change(guests, 2020, 2022) / at(guests, 2020)", "1"),
        ("unheard * guests", None),
    ],
)
def test_inferred(text: str, unit: str | None) -> None:
    assert infer(text) == (unit, [])


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("guests + staff", "unit-operands guests + staff"),
        ("guests + 5", "unit-operands guests + 5"),
        ("rate + monthly", "unit-operands rate + monthly"),
        ("max(guests, staff)", "unit-operands max(guests, staff)"),
        ("guests if guests > staff else 0", "unit-operands guests > staff"),
        ("exp(guests)", "unit-argument guests"),
        ("logistic(rate)", "unit-argument rate"),
        ("2 ** guests", "unit-argument guests"),
        ("guests ** part", "unit-power guests ** part"),
        ("smooth(guests, wait)", "unit-argument wait"),
        ("smooth(guests, guests)", "unit-argument guests"),
        ("lookup(guests, [[0, 0], [1, 1]], 'pots')", "unit-unknown 'pots'"),
    ],
)
def test_faults(text: str, fault: str) -> None:
    assert infer(text)[1] == [fault]


def test_truths() -> None:
    assert infer("guests > 5 and not part < 0.1 or staff == 3", "truth") == (None, [])
    assert infer("guests > 5 and guests < staff", "truth")[1] == ["unit-operands guests < staff"]
