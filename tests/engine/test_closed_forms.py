"""Models whose course is known on paper, within the error of the method."""

from __future__ import annotations

import math

import pytest

from tests.engine.models import model
from workbook.engine.program import program_of
from workbook.model import Time
from workbook.setting import setting_of
from workbook.simulate import Simulator

YEARS = 10
EULER = Time(2000, 2001, 2000 + YEARS, 12)
RK4 = Time(2000, 2001, 2000 + YEARS, 12, "rk4")


@pytest.fixture
def frame(klein):
    import workbook as wb

    return wb.load(klein).scenario


def course(scenario, name):
    return Simulator(scenario).run(setting_of(scenario)).series(name)


def test_decay_is_a_power_under_euler_and_an_exponential_under_rk4(frame):
    parts = {"x": ("100", (), ("out",))}, {"out": "0.5 * x"}
    euler = course(model(frame, *parts, time=EULER), "x")
    for i, value in enumerate(euler):
        assert value == pytest.approx(100 * (1 - 0.5 / 12) ** i, rel=1e-12)
    rk4 = course(model(frame, *parts, time=RK4), "x")
    for i, value in enumerate(rk4):
        # each step errs by (0.5 / 12) ** 5 / 120
        assert value == pytest.approx(100 * math.exp(-0.5 * i / 12), rel=1.2e-9 * i + 1e-12)


def test_logistic_growth(frame):
    parts = {"x": ("1", ("grow",), ())}, {"grow": "1.2 * x * (1 - x / 50)"}
    for time, error in ((EULER, 0.05), (RK4, 1e-6)):
        for i, value in enumerate(course(model(frame, *parts, time=time), "x")):
            exact = 50 / (1 + 49 * math.exp(-1.2 * i / 12))
            assert value == pytest.approx(exact, abs=50 * error)


@pytest.mark.parametrize("time", [EULER, RK4])
def test_what_leaves_one_stock_arrives_in_the_next(frame, time):
    scenario = model(
        frame,
        {"a": ("70", ("back",), ("go",)), "b": ("30", ("go",), ("on",)), "c": ("0", ("on",), ("back",))},
        {"go": "0.9 * a", "on": "b ** 1.5 / 5", "back": "c * 0.3"},
        time=time,
    )
    run = Simulator(scenario).run(setting_of(scenario))
    for a, b, c in zip(*(run.series(name) for name in "abc"), strict=True):
        assert a + b + c == pytest.approx(100, rel=1e-13)


def test_a_first_order_delay_answers_a_step_exponentially(frame):
    scenario = model(frame, {}, {"x": "delay1(1 + step(1, 2002), 2)"}, time=RK4)
    for i, value in enumerate(course(scenario, "x")):
        since = max(i / 12 - 2, 0)
        # the step falls inside the last RK4 step before it: its last stage already sees the new height
        assert value == pytest.approx(2 - math.exp(-since / 2), abs=0.01)
    euler = course(model(frame, {}, {"x": "delay1(1 + step(1, 2002), 2)"}, time=EULER), "x")
    for i, value in enumerate(euler):
        assert value == pytest.approx(2 - (1 - 1 / 24) ** max(i - 24, 0), rel=1e-12)


def test_a_third_order_delay_answers_a_step_as_an_erlang_wave(frame):
    scenario = model(frame, {}, {"x": "delay3(step(1, 2002), 3)"}, time=Time(2000, 2001, 2010, 96))
    for i, value in enumerate(course(scenario, "x")):
        t = max(i / 96 - 2, 0)
        exact = 1 - math.exp(-t) * (1 + t + t * t / 2)
        assert value == pytest.approx(exact, abs=0.005)


@pytest.mark.parametrize("function", ["delay1", "delay3"])
def test_a_delay_loses_nothing(frame, function):
    text = f"{function}(pulse(12, 2001, 1), 0.5, 0)"
    total = sum(course(model(frame, {}, {"x": text}, time=EULER), "x")) / 12
    assert total == pytest.approx(12, rel=1e-4)


@pytest.mark.parametrize(("before", "after"), [(0, 10), (10, 0)])
def test_smooth_follows_upwards_and_downwards(frame, before, after):
    text = f"smooth({before} + step({after} - {before}, 2001), 0.5)"
    values = course(model(frame, {}, {"x": text}, time=EULER), "x")
    for i, value in enumerate(values):
        assert value == pytest.approx(after + (before - after) * (1 - 1 / 6) ** max(i - 12, 0), abs=1e-12)
    assert values == tuple(sorted(values, reverse=after < before))


def test_rk4_converges_with_fourth_order_and_euler_with_first(frame):
    def error(method, steps):
        time = Time(2000, 2001, 2003, steps, method)
        scenario = model(frame, {"x": ("1", ("grow",), ())}, {"grow": "x * (1 - x / 3)"}, time=time)
        return abs(course(scenario, "x")[-1] - 3 / (1 + 2 * math.exp(-3)))

    for method, order in (("euler", 1), ("rk4", 4)):
        assert math.log2(error(method, 4) / error(method, 8)) == pytest.approx(order, abs=0.35)


def test_step_pulse_and_ramp_reach_their_dates_exactly(frame):
    scenario = model(
        frame,
        {},
        {"s": "step(2, 2003)", "p": "pulse(5, 2003, 0.25)", "r": "ramp(6, 2003, 2004)"},
        time=EULER,
    )
    s, p, r = (course(scenario, name) for name in "spr")
    assert s[35:37] == (0, 2)
    assert p[35:40] == (0, 5, 5, 5, 0)
    assert r[36:39] == pytest.approx((0, 0.5, 1))
    assert r[48] == r[-1] == 6


def test_levers_stand_still_within_a_step(frame):
    """RK4 looks into the middle and the end of a step, but takes the levers of its start."""
    scenario = model(frame, {"x": ("0", ("go",), ())}, {"go": "welcome"}, time=Time(2000, 2001, 2004, 12, "rk4"))
    values = Simulator(scenario).run(setting_of(scenario, levers={"welcome": 90})).series("x")
    assert values[24] == pytest.approx(60)
    assert values[36] == pytest.approx(150)


def test_all_stocks_move_at_once(frame):
    scenario = model(
        frame,
        {"a": ("1", ("to_a",), ("to_b",)), "b": ("0", ("to_b",), ("to_a",))},
        {"to_b": "12 * a", "to_a": "12 * b"},
        time=EULER,
    )
    assert course(scenario, "a")[:4] == pytest.approx((1, 0, 1, 0))
    assert program_of(scenario).stocks[0].name == "a"
