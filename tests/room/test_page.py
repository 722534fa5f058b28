"""The board as a file: everything told, nothing fetched, nothing that a scenario says becomes markup."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from tests.export.page_parts import parts_of
from tests.room.conftest import PEOPLE, settings_for
from workbook.export.assets import digest
from workbook.room import telling
from workbook.room.board import board_of
from workbook.room.page import page, share_pictures
from workbook.room.spread import Tally
from workbook.run import Workbook
from workbook.runcode import encode
from workbook.text import Text


def board_for(workbook, count=PEOPLE):
    settings = settings_for(workbook, count, 7)
    return board_of(workbook, [encode(workbook.scenario, s) for s in settings], settings)


@pytest.fixture(scope="module")
def board(large):
    return board_for(large)


def test_it_runs_and_fetches_nothing(board):
    found = parts_of(page(board, "de"))
    assert not {"script", "img", "iframe", "object", "embed", "form", "link", "a"} & set(found.tags)
    assert not [a for _, a in found.elements if {"src", "href", "style", "onclick"} & set(a)]
    (style,) = found.styles
    assert digest(style) in found.policy
    assert "default-src 'none'" in found.policy


@pytest.mark.parametrize("lang", ["de", "en", "de-einfach"])
def test_everything_is_told(board, lang):
    text = parts_of(page(board, lang)).text
    rows = [
        *telling.lever_rows(board, lang),
        *telling.ending_rows(board, lang),
        *telling.number_rows(board, lang),
        *telling.run_rows(board, lang),
        *(row for tally in board.answers for row in telling.answer_rows(board, tally, lang)),
    ]
    assert all(cell in text for row in rows for cell in row)
    assert board.nearest_code in text
    told = board.workbook.run_of(board.nearest).told
    assert all(board.workbook.scenario.passages[lang][scene.key].title in text for scene in told)


def test_what_was_typed_is_not_in_the_file(large):
    from workbook.room import collect
    from workbook.room.page import piece

    codes = [encode(large.scenario, s) for s in settings_for(large, PEOPLE, 7)]
    room = collect(large, [*codes, "Yilmaz"], lang="de")
    for text in (page(room.board, "de", room.notes()), room.html(), piece(room.board, "de", room.notes())):
        assert "Yilmaz" not in text
    assert "Yilmaz" in str(room.faults[0])


def test_texts_of_a_scenario_stay_texts(small):
    attack = "<script>alert(1)</script>"
    s = small.scenario
    name, lever = next(iter(s.levers.items()))
    hostile = replace(s, levers={**s.levers, name: replace(lever, label=Text.of(de=attack, en=attack))})
    found = parts_of(page(board_for(Workbook(hostile)), "de"))
    assert "script" not in found.tags
    assert attack in found.text


def test_bars_of_hidden_cells_tell_nothing():
    """Ten and two, eleven and one: the same picture."""
    one, other = (share_pictures(Tally("a", (("x", 12 - n), ("y", n))), 12) for n in (1, 2))
    assert one == other
    assert re.findall(r'width="([\d.]+)" height="6"', "".join(one)) == ["100.0", "0.0"]


def test_every_table_can_be_reached_and_is_named(board):
    found = parts_of(page(board, "de"))
    frames = [a for tag, a in found.elements if tag == "div" and a.get("class") == "scroll"]
    assert len(frames) == found.tags.count("table") == 4 + len(board.answers)
    assert all(a["tabindex"] == "0" and a["aria-label"] for a in frames)
