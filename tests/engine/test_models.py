"""Whole models in plain Python, NumPy and JavaScript."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

import workbook as wb
from tests.engine.models import model
from tests.node import run_script
from tests.strategies import random_setting
from workbook.engine.schedule import segments
from workbook.engine.script import script_text
from workbook.engine.vector import VectorProgram
from workbook.model import Time
from workbook.setting import setting_of
from workbook.simulate import Simulator

_PARTS = (
    "0.3 * a", "b / (1 + a)", "min(a, b, 5)", "smooth(a, 0.7)", "smooth(b, 2, 1)", "delay1(a * 0.2, 1.5)",
    "delay3(b * 0.4, 2)", "step(2, 2005)", "pulse(3, 2004.5, 0.75)", "ramp(0.5, 2003, 2006)",
    "lookup(a, [[0, 0], [2, 1.5], [9, 2]])", "welcome / 100", "0.001 * residents", "clip(time - 2003, 0, 1)",
    "(1 if a > b else 0.5)", "a ** 0.5", "logistic(b - 2)", "exp(-a)", "ln(1 + b)", "(2 if a > 1 and not b < 1 else 0)",
)  # fmt: skip


def small(frame, dice, method):
    """Two stocks with four flows, each a few parts added up; nothing can run away within ten years."""

    def text() -> str:
        return " + ".join(dice.sample(_PARTS, 3))

    return model(
        frame,
        {"a": ("2", ("gain_a",), ("lose_a",)), "b": ("3", ("gain_b",), ("lose_b",))},
        {
            "gain_a": f"min({text()}, 4)",
            "gain_b": f"min({text()}, 4)",
            "lose_a": f"a * min({text()}, 1) / 3",
            "lose_b": "0.4 * b",
        },
        time=Time(2000, 2001, 2010, 12, method),
    )


def in_numpy(simulator, settings):
    program = simulator.program
    plans = np.array([segments(simulator.scenario, dict(s.levers), dict(s.choices)) for s in settings])
    columns = [[plans[:, k, j] for j in range(plans.shape[2])] for k in range(plans.shape[1])]
    return VectorProgram(program, program.names, "steps").run(columns, simulator.nominal, len(settings))


def in_script(simulator, settings):
    program = simulator.program
    levers = [v for s in settings for row in segments(simulator.scenario, dict(s.levers), dict(s.choices)) for v in row]
    count, runs, names = program.time.count + 1, len(settings), len(program.names)
    found = run_script(
        f"""
        const m = {script_text(program, ())};
        const levers = {levers}, constants = {list(simulator.nominal)};
        const stride = levers.length / {runs}, stocks = new Float64Array({max(1, runs * len(program.stocks))});
        const steps = new Float64Array({runs * count * names});
        m.begin({runs}, levers, stride, constants, 0, stocks);
        m.advance({runs}, 0, {count}, levers, stride, constants, 0, stocks, new Float64Array(1), steps);
        output(Array.from(steps, Number));
    """,
        None,
    )
    return np.array(found, dtype=float).reshape(runs, count, names).transpose(2, 1, 0)


def in_python(simulator, settings):
    return np.array([simulator.run(s).rows for s in settings]).transpose(2, 1, 0)


@pytest.mark.parametrize("method", ["euler", "rk4"])
@pytest.mark.parametrize("seed", range(6))
def test_random_models_in_three_languages(klein, method, seed):
    frame = wb.load(klein).scenario
    dice = random.Random(seed)
    simulator = Simulator(small(frame, dice, method))
    settings = [setting_of(simulator.scenario, levers={"welcome": w}) for w in (0, 40, 100)]
    plain = in_python(simulator, settings)
    np.testing.assert_allclose(in_numpy(simulator, settings), plain, rtol=1e-9, atol=1e-12)
    np.testing.assert_allclose(in_script(simulator, settings), plain, rtol=1e-9, atol=1e-12)


@pytest.mark.parametrize("method", ["euler", "rk4"])
def test_the_small_scenario_in_three_languages(klein, method):
    scenario = wb.load(klein).scenario
    scenario = replace(scenario, time=replace(scenario.time, method=method))
    simulator, dice = Simulator(scenario), random.Random(1)
    settings = [setting_of(scenario, world) for world in scenario.worlds]
    settings += [random_setting(scenario, dice) for _ in range(20)]
    plain = in_python(simulator, settings)
    np.testing.assert_allclose(in_numpy(simulator, settings), plain, rtol=1e-9, atol=1e-12)
    np.testing.assert_allclose(in_script(simulator, settings), plain, rtol=1e-9, atol=1e-12)


def test_social_work_one_by_one_and_side_by_side(root: Path):
    scenario = wb.load(root / "scenarios/soziale-arbeit-2030").scenario
    simulator, dice = Simulator(scenario), random.Random(2030)
    settings = [setting_of(scenario, world) for world in scenario.worlds]
    settings += [random_setting(scenario, dice) for _ in range(200)]
    names = simulator.program.names
    means = simulator.array(settings, names)
    start = scenario.time.start
    for run, setting in enumerate(settings):
        one = simulator.run(setting)
        told = np.array([[one.yearly(n, y) for y in (start, 2025, 2026, 2028, 2030)] for n in names])
        np.testing.assert_allclose(means[:, [0, 10, 11, 13, 15], run], told, rtol=1e-9, atol=1e-12)
