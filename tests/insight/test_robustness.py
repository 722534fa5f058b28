"""Worlds over many futures: by hand, and against runs one after the other."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

import workbook as wb
from workbook.errors import UsageError
from workbook.insight import futures
from workbook.insight.futures import drawn
from workbook.insight.robustness import compare
from workbook.setting import setting_of


@pytest.fixture(scope="module")
def book(klein):
    return wb.load(klein)


def test_regret_by_hand(book):
    """Three worlds, four futures; more is better; the second leads with the stated values."""
    indicator = replace(book.scenario.indicators["reach"], better="higher", utopia=8.0, dystopia=2.0)
    values = np.array([[1.0, 5.0, 3.0, 4.0], [4.0, 4.0, 8.0, 4.0], [2.0, 9.0, 1.0, 4.0]])
    found = compare(indicator, ["a", "b", "c"], values, np.array([3.0, 6.0, 4.0]))
    a, b, c = found.standings
    assert (a.regret, b.regret, c.regret) == (5, 5, 7)  # 8-3; 9-4; 8-1
    assert (a.best, b.best, c.best) == (0.25, 0.75, 0.5)  # the last future is a draw
    assert (a.utopia, b.utopia, c.utopia) == (0, 0.25, 0.25)
    assert (a.dystopia, b.dystopia, c.dystopia) == (0.25, 0, 0.5)
    assert b.regret_high == pytest.approx(np.quantile([0, 5, 0, 0], 0.9))
    assert (found.leader, found.same_leader) == ("b", 0.75)
    assert found.same_order == 0.25  # b, c, a: only in the first future


def test_where_less_is_better_all_turns_round(book):
    indicator = book.scenario.indicators["reach"]
    values, stated = np.array([[1.0, 5.0], [4.0, 2.0]]), np.array([1.0, 2.0])
    more = compare(replace(indicator, better="higher", utopia=-1.0, dystopia=-3.0), ["a", "b"], -values, -stated)
    less = compare(replace(indicator, better="lower", utopia=1.0, dystopia=3.0), ["a", "b"], values, stated)
    for one, two in zip(more.standings, less.standings, strict=True):
        assert (one.regret, one.best, one.utopia, one.dystopia) == (two.regret, two.best, two.utopia, two.dystopia)
        assert one.middle == -two.middle
    assert less.standings[0].regret == 3


def test_every_world_meets_the_same_futures(book):
    found = wb.robustness(book, 30, 5, indicators="reach")
    joins = drawn(book.scenario, 30, 5).draw(range(30)).constants[0]
    values = np.array([
        [book.simulator.run(setting_of(book.scenario, w), {"join_rate": j}).yearly("reach", 2030) for j in joins]
        for w in book.scenario.worlds
    ])  # fmt: skip
    (comparison,) = found.comparisons
    regret = values.max(axis=0) - values
    for k, standing in enumerate(comparison.standings):
        assert standing.low == pytest.approx(np.quantile(values[k], 0.1))
        assert standing.middle == pytest.approx(np.quantile(values[k], 0.5))
        assert standing.high == pytest.approx(np.quantile(values[k], 0.9))
        assert standing.regret == pytest.approx(regret[k].max())
        assert standing.utopia == pytest.approx((values[k] >= 40).mean())
        assert standing.dystopia == pytest.approx((values[k] <= 5).mean())
    assert comparison.leader == "utopie"


def test_what_no_world_changes_is_told_as_equal(book):
    found = wb.robustness(book, 20, indicators="memory_left")
    assert found.sentences("de") == ("Bei »Erinnerung« 2030 sind alle Welten gleich.",)
    assert {s.best for s in found.comparisons[0].standings} == {1.0}


def test_the_seed_decides_and_nothing_else(book, monkeypatch):
    first = wb.robustness(book, 40).comparisons
    monkeypatch.setattr(futures, "BLOCK", 7)
    assert wb.robustness(book, 40).comparisons == first
    assert wb.robustness(book, 40, seed=1).comparisons != first


def test_there_is_no_total_over_indicators(book):
    frame = wb.robustness(book, 20).frame
    assert frame.groupby(["indicator", "world"]).size().eq(1).all()
    assert set(frame["indicator"]) == set(book.scenario.indicators)


@pytest.mark.parametrize(
    ("wish", "sentence"),
    [
        ({"worlds": ["utopie"]}, "mindestens zwei Welten"),
        ({"worlds": ["utopie", "utopia"]}, "»utopia«"),
        ({"samples": 3}, "»samples« braucht"),
        ({"indicators": "rich"}, "rich"),
        ({"year": 2024}, "von 2026 bis 2030"),
    ],
)
def test_refusals(book, wish, sentence):
    with pytest.raises(UsageError) as caught:
        wb.robustness(book, **wish)
    assert sentence in caught.value.text("de")
