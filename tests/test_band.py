"""Many futures of one setting."""

from __future__ import annotations

import pytest

import workbook as wb
from workbook import band as module


def test_with_and_without_numpy_the_band_is_the_same(klein, monkeypatch):
    book = wb.load(klein)
    setting = book.run("utopie").setting
    fast = module.Futures(book.simulator, 60).bands(setting)
    monkeypatch.setattr(module, "find_spec", lambda _: None)
    slow = module.Futures(book.simulator, 60).bands(setting)
    for name, band in fast.items():
        for part in ("low", "middle", "high"):
            assert getattr(band, part) == pytest.approx(getattr(slow[name], part), rel=1e-10)
        assert band.better == slow[name].better


def test_a_band_is_ordered_and_widens(klein):
    bands = wb.load(klein).run("utopie").bands
    reach = bands["reach"]
    assert all(a <= b <= c for a, b, c in zip(reach.low, reach.middle, reach.high, strict=True))
    assert reach.high[-1] - reach.low[-1] > reach.high[0] - reach.low[0] > 0
    assert reach.years == tuple(range(2015, 2031))
    assert 0 <= reach.better <= 1


def test_what_is_certain_has_no_width(klein):
    band = wb.load(klein).run().bands["memory_left"]
    assert band.low == pytest.approx(band.high)
    assert band.better == 0
