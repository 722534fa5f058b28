"""Where an error comes from, against cases that can be worked out by hand."""

from __future__ import annotations

import math

import pytest

from workbook.calibration.theil import match


@pytest.mark.parametrize(
    ("told", "shares"),
    [
        ((2, 3, 4, 5), (1, 0, 0)),  # one too high throughout
        ((1.5, 2, 3, 3.5), None),
        ((0.5, 1.5 + 1 / 3, 3.5 - 1 / 3, 4.5), None),
        ((4, 3, 2, 1), (0, 0, 1)),  # same mean, same swing, the other way round
    ],
)
def test_shares(told, shares):
    found = match((1, 2, 3, 4), told)
    assert found.bias + found.variation + found.covariation == pytest.approx(1)
    if shares:
        assert (found.bias, found.variation, found.covariation) == pytest.approx(shares, abs=1e-12)


def test_only_the_swing_differs():
    found = match((1, 2, 3), (0, 2, 4))
    assert (found.bias, found.variation, found.covariation) == pytest.approx((0, 1, 0), abs=1e-12)


def test_percentages_leave_out_zeros():
    assert match((0, 10), (3, 11)).mape == pytest.approx(10)
    assert math.isnan(match((0,), (1,)).mape)


def test_without_error_there_is_nothing_to_part():
    found = match((1e6, 2e6), (1e6, 2e6))
    assert (found.mape, found.bias, found.variation, found.covariation) == (0, None, None, None)
