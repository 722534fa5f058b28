"""Futures side by side are the runs one after the other."""

from __future__ import annotations

import numpy as np
import pytest

import workbook as wb
from workbook.insight import futures
from workbook.insight.asked import condition_of
from workbook.insight.futures import drawn, fixed_rows, futures_of
from workbook.story import tell


def test_each_future_is_its_own_run_with_its_own_ending(klein):
    book = wb.load(klein)
    s = book.scenario
    space = drawn(s, 40, 3, levers=True, choices=True)
    rows = space.draw(range(40))
    names = [c.name for c in space.constants]
    found = futures_of(book.simulator, rows, names)
    options = [list(d.options) for d in s.decisions.values()]
    for k in range(0, 40, 3):
        choices = {d: options[i][rows.choices[i, k]] for i, d in enumerate(s.decisions)}
        run = book.run(levers=dict(zip(s.levers, rows.levers[:, k], strict=True)), choices=choices)
        yearly = book.simulator.run(run.setting, dict(zip(names, rows.constants[:, k], strict=True))).yearly
        for indicator in s.indicators:
            assert found.value(indicator, 2030)[k] == pytest.approx(yearly(indicator, 2030), rel=1e-12)
        assert s.endings.scenes[found.endings[k]].name == tell(s, run.setting, yearly)[-1].scene.name


def test_a_condition_sees_the_drawn_constants(klein):
    book = wb.load(klein)
    space = drawn(book.scenario, 50, 3)
    rows = space.draw(range(50))
    condition = condition_of(book.scenario, "join_rate > 0.4 and decision.rent == 'pay'")
    found = futures_of(book.simulator, rows, ["join_rate"], condition)
    assert found.holds.tolist() == (rows.constants[0] > 0.4).tolist()
    assert 10 < found.holds.sum() < 40


def test_the_numbers_do_not_depend_on_the_blocks(klein, monkeypatch):
    book = wb.load(klein)
    rows = drawn(book.scenario, 100, 3, levers=True, choices=True).draw(range(100))
    whole = futures_of(book.simulator, rows, ["join_rate"])
    monkeypatch.setattr(futures, "BLOCK", 7)
    parts = futures_of(book.simulator, rows, ["join_rate"])
    assert np.array_equal(whole.yearly, parts.yearly)
    assert np.array_equal(whole.endings, parts.endings)


def test_one_setting_in_many_futures(klein):
    book = wb.load(klein)
    run = book.run("utopie")
    found = futures_of(book.simulator, fixed_rows(book.scenario, run.setting, 3))
    assert found.value("reach", 2030) == pytest.approx([run.value("reach", 2030)] * 3, rel=1e-12)
