"""The board of a room equals what its single runs say."""

from __future__ import annotations

import statistics
from collections import Counter

import pytest

from tests.room.conftest import PEOPLE, codes_for, settings_for
from workbook.errors import DivergenceError, UsageError
from workbook.room.board import FEWEST, LEAST, board_of, least_of
from workbook.room.errors import RoomError
from workbook.runcode import encode


@pytest.fixture(scope="module")
def room(large):
    settings = sorted(settings_for(large, PEOPLE, 7), key=lambda s: encode(large.scenario, s))
    return [encode(large.scenario, s) for s in settings], settings


@pytest.fixture(scope="module")
def board(large, room):
    return board_of(large, *room)


def test_endings_and_numbers_are_those_of_the_single_runs(large, room, board):
    runs = [large.run_of(setting) for setting in room[1]]
    ends = Counter(run.told[-1].scene.name for run in runs)
    assert dict(board.endings.counts) == {scene.name: ends[scene.name] for scene in large.scenario.endings.scenes}
    for band in board.bands:
        name = band.indicator.name
        for year, middle in zip(band.years, band.middle, strict=True):
            assert middle == pytest.approx(statistics.median(run.value(name, year) for run in runs), rel=1e-9)
        last = [run.value(name, band.years[-1]) for run in runs]
        goal, higher = band.indicator.utopia, band.indicator.better == "higher"
        assert band.reached == sum(v >= goal if higher else v <= goal for v in last)
        assert min(last) - 1e-9 <= band.low[-1] <= band.middle[-1] <= band.high[-1] <= max(last) + 1e-9
        # Nobody has moved anything before levers act.
        past = large.scenario.time.acting - large.scenario.time.start
        assert band.low[:past] == pytest.approx(band.high[:past], rel=1e-12)


def test_the_quantiles_are_the_usual_ones(large, room, board):
    import numpy as np

    band = board.bands[0]
    last = [large.run_of(s).value(band.indicator.name, band.years[-1]) for s in room[1]]
    ranked, place = sorted(last), 0.1 * (len(last) - 1)
    by_hand = ranked[int(place)] + (place - int(place)) * (ranked[int(place) + 1] - ranked[int(place)])
    assert band.low[-1] == pytest.approx(by_hand, rel=1e-9) == pytest.approx(float(np.quantile(last, 0.1)))


def test_the_nearest_run_is_one_of_the_room(room, board):
    assert board.nearest_code in room[0]
    assert board.nearest == room[1][room[0].index(board.nearest_code)]


def test_rows_say_what_was_changed(large, room, board):
    from workbook.setting import setting_of

    for row, setting in zip(board.rows, room[1], strict=True):
        world = setting_of(large.scenario, setting.world)
        assert row.levers == sum(a != b for a, b in zip(setting.levers, world.levers, strict=True))
        assert row.decisions == sum(a != b for a, b in zip(setting.choices, world.choices, strict=True))
        assert row.world == setting.world


@pytest.mark.parametrize("count", [0, 1, LEAST - 1])
def test_below_ten_nothing_is_shown(large, room, count):
    with pytest.raises(RoomError) as caught:
        board_of(large, room[0][:count], room[1][:count])
    assert caught.value.code == "room-few"
    assert str(count) in caught.value.text("de")


def test_the_limit_can_be_lowered_but_not_to_nothing(large, room):
    assert board_of(large, room[0][:FEWEST], room[1][:FEWEST], FEWEST).least == FEWEST
    for least in (-1, 0, FEWEST - 1, 1_001):
        with pytest.raises(UsageError, match="Grenze"):
            least_of(least)


def test_a_run_that_leaves_the_numbers_is_named(small, monkeypatch):
    import numpy as np

    from workbook import plays
    from workbook.engine.vector import VectorProgram

    settings = settings_for(small, 10, 1)
    codes = codes_for(small, 10, 1)
    real = VectorProgram.run

    def broken(self, *args, **options):
        found = np.array(real(self, *args, **options))
        found[..., 3] = np.nan
        return found

    asked = []

    def diverging(self, setting):
        asked.append(setting)
        raise DivergenceError("guests", 2026.0, "negative", detail="-3")

    assert plays is not None
    monkeypatch.setattr(VectorProgram, "run", broken)
    monkeypatch.setattr(type(small), "run_of", diverging)
    with pytest.raises(DivergenceError):
        board_of(small, codes, settings)
    assert asked == [settings[3]]
