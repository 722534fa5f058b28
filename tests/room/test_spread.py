"""How far a room lies apart, against counting by hand and over all pairs."""

from __future__ import annotations

import itertools
import statistics

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import ROOT
from tests.room.conftest import settings_for
from workbook.folder import load
from workbook.room.spread import (
    FEW,
    Spread,
    answers_of,
    first_topic,
    nearest_to_all,
    part,
    position,
    spreads_of,
    veiled,
)
from workbook.setting import setting_of

LEVERS = load(ROOT / "tests/scenarios/klein").levers


def test_counted_by_hand(small):
    """Opening hours 0, 0, 20, 40 of a slider from 0 to 40."""
    s = small.scenario
    room = [setting_of(s, levers={"open_hours": hours}) for hours in (0, 0, 20, 40)]
    spread = spreads_of(s, room)[0]
    assert (spread.low, spread.median, spread.high, spread.mean) == (0, 10, 40, 15)
    assert spread.touched == 3, "20 is where the world leaves it"
    # Six pairs: 0, 20, 40, 20, 40, 20 apart, of 40.
    assert spread.apart == pytest.approx((0 + 20 + 40 + 20 + 40 + 20) / 6 / 40)


@given(st.sampled_from(sorted(LEVERS)), st.lists(st.integers(0, 6), min_size=2, max_size=30))
def test_everything_as_from_the_single_values(name, places):
    lever = LEVERS[name]
    counts = [places.count(k) for k in range(lever.positions)]
    spread = Spread(lever, tuple(counts), 0)
    values = [lever.value(k) for k in places]
    pairs = [abs(a - b) for a, b in itertools.combinations(values, 2)]
    assert spread.people == len(places)
    assert (spread.low, spread.high) == (min(values), max(values))
    assert spread.median == pytest.approx(statistics.median(values))
    assert spread.mean == pytest.approx(statistics.fmean(values), abs=1e-12)
    assert spread.apart == pytest.approx(statistics.fmean(pairs) / (lever.high - lever.low), abs=1e-12)


def test_moved_is_told_from_the_own_world(small):
    s = small.scenario
    room = [setting_of(s, world) for world in s.worlds] * 2
    assert [spread.touched for spread in spreads_of(s, room)] == [0] * len(s.levers)


def test_the_first_topic_is_the_widest_and_none_when_all_agree(small):
    s = small.scenario
    alike = [setting_of(s)] * 5
    assert first_topic(spreads_of(s, alike)) is None
    room = [*alike, setting_of(s, levers={"welcome": 100, "open_hours": 25})]
    assert first_topic(spreads_of(s, room)).lever.name == "welcome"
    assert first_topic(()) is None


def test_answers_are_counted_in_the_order_of_the_scenario(small):
    s = small.scenario
    room = [setting_of(s, choices={"rent": option}) for option in ("save", "share", "save")]
    assert answers_of(s, room)[1].counts == (("pay", 0), ("save", 2), ("share", 1))


@pytest.mark.parametrize("seed", range(6))
def test_the_nearest_run_is_the_one_with_the_smallest_sum_over_all_pairs(large, seed):
    s, room = large.scenario, settings_for(large, 17, seed)

    def distance(a, b):
        levers = zip(s.levers.values(), a.levers, b.levers, strict=True)
        gaps = sum(abs(x - y) / (lever.high - lever.low) for lever, (_, x), (_, y) in levers)
        return gaps + sum(x != y for x, y in zip(a.choices, b.choices, strict=True))

    sums = [sum(distance(a, b) for b in room) for a in room]
    assert nearest_to_all(s, room) == sums.index(min(sums))


def test_every_value_has_its_position(large):
    for lever in large.scenario.levers.values():
        assert [position(lever, lever.value(k)) for k in range(lever.positions)] == list(range(lever.positions))


@given(st.lists(st.integers(0, 12), min_size=2, max_size=6).filter(lambda row: sum(row) >= 10))
def test_nobody_can_be_worked_out_from_a_row(counts):
    """Whatever is shown, adding up leaves open for every small cell whether it is one person or two."""
    shown = veiled(counts)
    assert len(shown) == len(counts)
    if not any(0 < n < FEW for n in counts):
        assert list(shown) == counts
        return
    few = shown.count("few")
    assert shown.count("rest") == 1
    left = sum(counts) - sum(cell for cell in shown if isinstance(cell, int))
    possible = [row for row in itertools.product((1, 2), repeat=few) if left - sum(row) > 0]
    assert all({row[k] for row in possible} == {1, 2} for k in range(few))


@pytest.mark.parametrize(
    ("count", "told"), [(0, 0), (1, "few"), (2, "few"), (3, 3), (9, 9), (10, "most"), (11, "most"), (12, 12)]
)
def test_a_part_of_twelve(count, told):
    assert part(count, 12) == told
