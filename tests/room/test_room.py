"""``wb.collect``: tables for a notebook, and nothing below the limit."""

from __future__ import annotations

import pytest

import workbook as wb
from tests.room.conftest import codes_for
from workbook.room.errors import RoomError
from workbook.widgets.room import RoomPaste


@pytest.fixture
def room(large, codes):
    return wb.collect(large, [*codes, codes[0], "kaputt"], lang="de")


def test_tables(large, room, codes):
    assert list(room.runs.index) == sorted(codes)
    assert list(room.spread.index) == list(large.scenario.levers)
    assert room.spread["apart"].between(0, 1).all()
    assert (room.spread["low"] <= room.spread["median"]).all()
    assert (room.spread["median"] <= room.spread["high"]).all()
    assert room.decisions.groupby("decision")["count"].sum().eq(12).all()
    assert room.endings["count"].sum() == 12
    assert room.endings["share"].sum() == pytest.approx(1)


def test_the_preferred_future_is_a_run_of_the_room(room, codes):
    assert room.preferred.code in codes
    assert room.preferred.run.code == room.preferred.code
    assert room.preferred.run.story("de", moves=False).passages


def test_reached_is_what_half_of_the_room_brings_to_utopia(large):
    """Ten runs of one world: what that run reaches, all reach."""
    run = large.run("utopie")
    room = wb.collect(large, [run.code] * 10, keep_duplicates=True)
    year = large.scenario.time.years[-1]
    sides = {"higher": 1, "lower": -1}
    expected = [
        name
        for name, i in large.scenario.indicators.items()
        if sides[i.better] * run.value(name, year) >= sides[i.better] * i.utopia
    ]
    assert list(room.preferred.reached) == expected


def test_faults_and_repeats_are_told(room, codes):
    assert [fault.kind for fault in room.faults] == ["length"]
    assert codes[0] in room.notes()[0]
    assert "12 runs" in repr(room)


def test_one_text_is_as_good_as_a_list(large, codes):
    assert wb.collect(large, "\n".join(codes)).read == wb.collect(large, codes).read


def test_below_the_limit_nothing_is_shown(large, codes):
    room = wb.collect(large, codes[:9], lang="de")
    for table in ("runs", "spread", "decisions", "endings", "preferred", "board"):
        with pytest.raises(RoomError, match="erst ab 10"):
            getattr(room, table)
    html = room._repr_html_()
    assert "<table" not in html
    assert not any(code in html for code in codes)
    assert "<table" in wb.collect(large, codes[:9], least=9, lang="de")._repr_html_()


def test_a_language_that_the_scenario_lacks_is_replaced(small):
    room = wb.collect(small, codes_for(small, 10, 1), lang="de-einfach")
    assert "Der Raum" not in room.html() or room.lang == "de"
    assert room.lang in small.scenario.languages


def test_the_field_to_paste_into_shows_the_same(large, codes):
    paste = wb.board(large, "de")
    assert isinstance(paste, RoomPaste)
    paste.codes.value = "\n".join(codes[:9])
    paste.show()
    assert "9 Codes" in paste.shown.value
    assert "<table" not in paste.shown.value
    paste.codes.value = "\n".join(codes)
    paste.show()
    assert wb.collect(large, codes, lang="de").html() in paste.shown.value


def test_a_room_can_be_opened_by_id():
    assert wb.board("soziale-arbeit-2030", least=3).least.value == 3
