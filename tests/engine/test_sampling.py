"""The fixed draws are spread evenly, and no two constants move together."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

import workbook as wb
from tests.node import run_script
from workbook.assets import asset
from workbook.engine.sampling import FUTURES, PRIMES, draws, primes, quantile, triangular, uniform

CONSTANTS = 128


def table():
    return np.array([[uniform(n, p) for n in range(FUTURES)] for p in primes(CONSTANTS)])


def test_each_constant_is_spread_evenly():
    for row in np.sort(table(), axis=1):
        gap = np.abs(row - (np.arange(FUTURES) + 0.5) / FUTURES).max()
        assert gap < 0.021
        assert 0 <= row[0] <= row[-1] < 1


def test_no_two_constants_move_together():
    correlation = np.corrcoef(table()) - np.eye(CONSTANTS)
    assert np.abs(correlation).max() < 0.101


def test_beyond_the_table_primes_go_on():
    assert primes(3) == [2, 3, 5]
    assert len(set(PRIMES)) == CONSTANTS
    assert primes(CONSTANTS + 2) == [*PRIMES, 31957, 31963]


def test_the_page_draws_with_the_same_primes():
    script = asset("model.js").split("// --- uncertainty", 1)[1].split("function triangular")[0]
    counts = [5, CONSTANTS, CONSTANTS + 3]
    assert run_script(f"//{script}\noutput(data.map(primes));", counts) == [primes(count) for count in counts]


def test_the_triangle_has_its_ends_and_its_mean():
    assert triangular(0, 1, 2, 5) == 1
    assert triangular(1, 1, 2, 5) == 5
    values = [triangular((k + 0.5) / 4000, 1, 2, 5) for k in range(4000)]
    assert sum(values) / 4000 == pytest.approx((1 + 2 + 5) / 3, rel=1e-4)


def test_certain_constants_stand_still_and_use_no_prime(klein):
    constants = list(wb.load(klein).scenario.constants.values())
    columns = draws(constants, 50)
    for constant, column in zip(constants, columns, strict=True):
        assert all(constant.low <= value <= constant.high for value in column)
        assert constant.uncertain or set(column) == {constant.value}
    more = [*constants, replace(constants[0], low=0, high=1)]
    assert draws(more, 50)[:-1] == columns


@pytest.mark.parametrize("share", [0, 0.1, 0.25, 0.5, 0.9, 1])
def test_quantile_is_numpys(share):
    for values in ([3.0], [1.0, 2.0], [0.5, 1.0, 4.0, 9.0, 9.5, 20.0]):
        assert quantile(values, share) == pytest.approx(np.quantile(values, share))
