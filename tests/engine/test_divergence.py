"""A run that leaves the numbers is refused: which variable, when, why, and the part of the equation."""

from __future__ import annotations

import pytest

from tests.engine.models import model
from workbook.errors import DivergenceError
from workbook.model import Time
from workbook.setting import setting_of
from workbook.simulate import Simulator

TIME = Time(2000, 2001, 2010, 12)


@pytest.fixture
def frame(klein):
    import workbook as wb

    return wb.load(klein).scenario


CASES = {
    "division": ({}, {"x": "1 + 2 / (time - 2003)"}, "x", 2003, "division", "2 / (time - 2003)"),
    "nan": ({}, {"x": "time * (0 / 0)"}, "x", 2000, "nan", "(0 / 0)"),
    "domain of ln": ({}, {"x": "2 * ln(2004 - time)"}, "x", 2004, "domain", "ln(2004 - time)"),
    "domain of sqrt": ({}, {"x": "sqrt(2004.95 - time)"}, "x", 2005, "domain", "sqrt(2004.95 - time)"),
    "overflow": ({}, {"x": "exp((time - 2000) * 200)"}, "x", 2003 + 7 / 12, "overflow", "exp((time - 2000) * 200)"),
    "growing stock": ({"s": ("1", ("go",), ())}, {"go": "s ** 3 * 100"}, "go", None, "overflow", "s ** 3"),
    "negative stock": ({"s": ("1", (), ("go",))}, {"go": "step(12, 2005)"}, "s", 2005 + 2 / 12, "negative", "s"),
}


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("method", ["euler", "rk4"])
def test_cause_date_and_part_are_named(frame, case, method):
    stocks, variables, name, date, cause, part = CASES[case]
    time = Time(2000, 2001, 2010, 12, method)
    scenario = model(frame, stocks, variables, time=time)
    with pytest.raises(DivergenceError) as caught:
        Simulator(scenario).run(setting_of(scenario))
    error = caught.value
    assert (error.variable, error.cause) == (name, cause) or (case, method) == ("growing stock", "rk4")
    if date is not None and method == "euler":
        assert error.time == pytest.approx(date, abs=1 / 24)
    if part and (case, method) != ("growing stock", "rk4"):
        assert error.values["expression"] == part
    for lang in ("de", "en"):
        assert error.variable in error.text(lang)
        assert f"{int(error.time)}" in error.text(lang)


def test_a_stock_that_may_be_negative_is_left_alone(frame):
    scenario = model(frame, {"s": ("1", (), ("go",))}, {"go": "2"}, time=TIME, may_fall=("s",))
    assert Simulator(scenario).run(setting_of(scenario)).series("s")[-1] == pytest.approx(-19)


def test_a_power_of_a_literal_that_is_not_finite_is_refused_as_any_other(frame):
    scenario = model(frame, {}, {"x": "time ** (1 / 0)"}, time=TIME)
    with pytest.raises(DivergenceError):
        Simulator(scenario).run(setting_of(scenario))
