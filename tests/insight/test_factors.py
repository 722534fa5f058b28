"""Shares between 0 and 1 as settings: levers on their grid."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

import workbook as wb
from workbook.insight.factors import nearest_place
from workbook.insight.sensitivity import factors_of


@pytest.fixture
def scenario(klein):
    return wb.load(klein).scenario


@pytest.mark.parametrize("positions", [2, 3, 4, 5, 7, 11, 31])
def test_the_nearest_position_mirrors_and_reaches_both_ends(scenario, positions):
    lever = replace(scenario.levers["welcome"], low=0.0, high=float(positions - 1), step=1.0)
    shares = np.linspace(0, 1, 61)
    places = nearest_place(lever, shares)
    assert (places == positions - 1 - places[::-1])[shares != 0.5].all()
    assert (places[0], places[-1]) == (0, positions - 1)
    assert (np.abs(places - shares * (positions - 1)) <= 0.5 + 1e-9).all()


def test_every_position_is_equally_likely(scenario):
    some = factors_of(scenario, ["welcome"], None)
    rows = some.likely((np.arange(11_000)[:, None] + 0.5) / 11_000)
    values, counts = np.unique(rows.levers[list(scenario.levers).index("welcome")], return_counts=True)
    assert values.tolist() == [10.0 * k for k in range(11)]
    assert set(counts) == {1_000}


def test_what_does_not_vary_stays_as_in_the_world(scenario):
    some = factors_of(scenario, ["join_rate"], "utopie")
    rows = some.even(np.array([[0.0], [1.0]]))
    assert rows.constants.tolist() == [[0.2, 0.6]]
    assert rows.levers[list(scenario.levers).index("open_hours")].tolist() == [40.0, 40.0]
    decisions = list(scenario.decisions)
    assert rows.choices[decisions.index("rent")].tolist() == [2, 2]
