"""Dates on the calendar: what starts, ends and is compared does so at the step that is meant."""

from __future__ import annotations

import pytest

from tests.xmile.files import entry, taken_over, tank
from workbook.errors import Place, Problem
from workbook.setting import setting_of
from workbook.xmile.equations import EquationReader
from workbook.xmile.importing import import_xmile
from workbook.xmile.model import Specs, XmileError
from workbook.xmile.text import text_of
from workbook.xmile.time import Dates, calendar


def placed(text: str, specs: Specs | None = None, constants: dict[str, float] | None = None):
    years = calendar(specs or Specs(0.0, 20.0, 4), Place("m.xmile"))
    dates = Dates(years, constants or {"k": 5.0})
    known = {name: entry(name, "1") for name in ("k", "moving")}
    one = entry("x", text)
    node = EquationReader(known).read(one)
    return text_of(dates.placed(node, one)), [p.code for p in dates.problems]


@pytest.mark.parametrize(
    ("xmile", "ours"),
    [
        ("STEP(3, 5)", "step(3, 2005)"),
        ("STEP(3, k)", "step(3, shift of time + k)"),
        ("PULSE(3, 5)", "pulse(3 / dt, 2005, 0.25)"),
        ("PULSE(3, 5, 0)", "pulse(3 / dt, 2005, 0.25)"),
        ("PULSE(1, k, 10)", "pulse(1 / dt, shift of time + k, 0.25) + pulse(1 / dt, shift of time + (k + 10), 0.25)"),
        ("PULSE(3, 4, 1e3)", "pulse(3 / dt, 2004, 0.25)"),
        ("PULSE(3, 15, 2)", "pulse(3 / dt, 2015, 0.25) + pulse(3 / dt, 2017, 0.25) + pulse(3 / dt, 2019, 0.25)"),
        ("IF TIME >= 5 THEN 1 ELSE 0", "1 if time >= 5 else 0"),
    ],
)
def test_where_a_date_falls(xmile, ours) -> None:
    assert placed(xmile) == (ours, [])


def test_where_a_step_is_no_binary_fraction_times_are_compared_with_tolerance() -> None:
    specs = Specs(0.0, 20.0, 10)
    late, early = repr(5 + 1e-10), repr(5 - 1e-10)
    for xmile, ours in {
        "TIME > 5": f"time > {late}", "TIME <= 5": f"time <= {late}", "5 < TIME": f"time > {late}",
        "TIME >= 5": f"time > {early}", "TIME < 5": f"time < {early}", "TIME = 5": f"time > {early} and time < {late}",
        "TIME <> 5": f"time <= {early} or time >= {late}", "TIME > k": "time > k + a trice",
    }.items():  # fmt: skip
        assert placed(f"IF {xmile} THEN 1 ELSE 0", specs) == (f"1 if {ours} else 0", [])


@pytest.mark.parametrize("op", ["<", "<=", ">", ">=", "=", "<>"])
@pytest.mark.parametrize("steps", [8, 10])
def test_a_date_is_reached_at_its_step(op, steps, tmp_path) -> None:
    """Counted in whole steps, where nothing is rounded."""
    date = 3
    data = tank(f"rate + (IF TIME {op.replace('<', '&lt;')} {date} THEN 1 ELSE 0)")
    data = data.replace(b"<dt>0.25</dt>", f'<dt reciprocal="true">{steps}</dt>'.encode())
    imported, book = taken_over(data, tmp_path / "m")
    found = book.simulator.run(setting_of(book.scenario)).series(imported.names["f"])
    compare = {"<": int.__lt__, "<=": int.__le__, ">": int.__gt__, ">=": int.__ge__, "=": int.__eq__, "<>": int.__ne__}[
        op
    ]
    assert [round(value - 2) for value in found] == [int(compare(i, date * steps)) for i in range(10 * steps + 1)]


@pytest.mark.parametrize(
    ("xmile", "code"),
    [
        ("STEP(1, 5.1)", "xmile-date-between"),
        ("PULSE(1, 5.1)", "xmile-date-between"),
        ("STEP(1, moving)", "xmile-date-moving"),
        ("STEP(1, TIME)", "xmile-date-moving"),
        ("PULSE(1, 5, 0.3)", "xmile-feature"),
        ("PULSE(1, 0, 0.25)", "xmile-feature"),
        ("PULSE(1, 0, moving)", "xmile-feature"),
        ("PULSE(1, 0, k)", "xmile-feature"),
    ],
)
def test_dates_without_one_meaning(xmile, code) -> None:
    assert placed(xmile)[1] == [code]


def test_a_pulse_has_no_one_area_by_runge_kutta() -> None:
    with pytest.raises(XmileError) as caught:
        import_xmile(tank("rate + PULSE(1, 2)").replace(b'"euler"', b'"rk4"'), "m.xmile", "m")
    assert [p.code for p in caught.value.problems] == ["xmile-feature"]


def test_years_of_models() -> None:
    place = Place("m.xmile")
    for start, stop, years in (
        (2015.0, 2031.0, (2015, 2031, 0)),
        (0.0, 100.0, (2000, 2100, 2000)),
        (0.0, 250.0, (1900, 2150, 1900)),
        (-5.5, 4.5, (2000, 2010, 2005.5)),
        (1800.0, 1850.0, (2000, 2050, 200)),
    ):
        found = calendar(Specs(start, stop, 2), place)
        assert not isinstance(found, Problem)
        assert (found.start, found.end, found.shift) == years
        assert found.start < found.now < found.end - 1
