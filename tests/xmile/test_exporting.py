"""The model as XMILE: read and run by PySD, an independent simulator."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from dataclasses import replace

import numpy as np
import pytest

import workbook as wb
from tests.engine.models import model
from tests.export.by_pysd import run_by_pysd
from workbook.setting import setting_of
from workbook.simulate import Simulator
from workbook.text import Text
from workbook.xmile.exporting import NAMESPACE, names_for, xmile_text


@pytest.fixture
def simulated(tmp_path):
    def simulate(scenario, setting, columns=None):
        path = tmp_path / "model.xmile"
        path.write_text(xmile_text(scenario, setting), encoding="utf-8")
        return run_by_pysd(path, columns)

    return simulate


def assert_same(simulate, scenario, simulator, setting) -> None:
    run = simulator.run(setting)
    names = names_for(simulator.program.visible)
    frame = simulate(scenario, setting, names.values())
    for name in simulator.program.visible:
        expected = np.array(run.series(name))
        found = frame[names[name]].to_numpy()
        np.testing.assert_allclose(found, expected, rtol=1e-6, atol=1e-9 * np.abs(expected).max(), err_msg=name)


@pytest.fixture(scope="module", params=wb.available())
def book(request):
    return wb.load(request.param)


@pytest.mark.parametrize("world", ["weiter-so", "utopie", "dystopie"])
def test_pysd_tells_the_same_future(simulated, book, world) -> None:
    setting = setting_of(book.scenario, world)
    assert_same(simulated, book.scenario, book.simulator, setting)


def test_pysd_tells_the_same_of_every_function(klein, simulated) -> None:
    frame = wb.load(klein).scenario
    scenario = model(
        frame,
        {"tank": ("10 * rate", ("filling", "shared"), ("emptying", "leak")), "size": ("5", ("shared",), ("shared",))},
        {
            "filling": "min(max(3, time - 2014), 8, 2 * tank) + pulse(2, 2017, 1.5) + welcome / 100",
            "emptying": "smooth(tank, 0.7) * rate + delay1(filling, 1) * 0.1 + delay3(filling, 1, 2) * 0.1",
            "leak": "clip(tank, 0, 3) * abs(rate) * exp(-rate) * logistic(tank - 4) * sqrt(0.3 ** 2)",
            "shared": "step(1, 2018) - ramp(0.1, 2019, 2025) + lookup(tank, [[0, 0], [5, 2], [20, 3]]) / 10",
            "trend": "ln(tank + 1) + log10(residents) ** rate if not (time < 2020 or tank != 3) else -tank",
            "t_0": "0 if time == 2015 and tank <= 2 else 1",
        },
        constants={"rate": 0.4},
    )
    scenario = replace(scenario, decisions=frame.decisions)
    setting = setting_of(scenario, levers={"welcome": 80}, choices={"rent": "share"})
    assert_same(simulated, scenario, Simulator(scenario), setting)


def test_names_are_told_apart() -> None:
    names = names_for(["a__b", "a_b", "trend", "t_1", "c", "c"])
    assert names == {"a__b": "a_b", "a_b": "a_b_2", "trend": "trend_value", "t_1": "t_1_value", "c": "c"}


def test_text_of_authors_cannot_become_markup(klein) -> None:
    scenario = wb.load(klein).scenario
    hostile = '</doc><eqn>0</eqn> & "<![CDATA['
    stock = replace(scenario.stocks["guests"], label=Text.of(de=hostile, en=hostile))
    scenario = replace(scenario, title=Text.of(en=hostile), stocks=dict(scenario.stocks) | {"guests": stock})
    root = ET.fromstring(xmile_text(scenario, setting_of(scenario)))
    found = root.findall(f".//{{{NAMESPACE}}}stock[@name='guests']")
    assert [child.text for child in found[0] if child.tag.endswith("doc")] == [hostile]
    assert root.find(f".//{{{NAMESPACE}}}name").text.startswith(hostile)


def test_levers_follow_the_run(klein) -> None:
    scenario = wb.load(klein).scenario
    setting = setting_of(scenario, "utopie")
    root = ET.fromstring(xmile_text(scenario, setting))
    equation = root.find(f".//{{{NAMESPACE}}}aux[@name='open_hours']/{{{NAMESPACE}}}eqn").text
    assert equation == "(IF (TIME > 2027.999999999) THEN 35.0 ELSE (IF (TIME > 2025.999999999) THEN 40.0 ELSE 20.0))"
