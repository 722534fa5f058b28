"""The model against the observed past."""

from __future__ import annotations

import pytest

import workbook as wb
from workbook.hindcast import Hindcast


def test_the_error_is_the_mean_of_absolute_percentages():
    told = Hindcast("x", "s", (2020, 2021, 2022), (10, 0, -20), (11, 5, -15))
    assert told.error == pytest.approx((10 + 25) / 2)


def test_only_whole_years_until_now_are_compared(klein):
    book = wb.load(klein)
    assert list(book.hindcast) == ["reach"]
    reach = book.hindcast["reach"]
    known = {int(o.year): o.value for o in book.scenario.series["reach_survey"].observations}
    for year, observed, told in zip(reach.years, reach.observed, reach.told, strict=True):
        assert 2015 <= year <= 2025
        assert known[year] == observed
        assert told == book.baseline.value("reach", year)
