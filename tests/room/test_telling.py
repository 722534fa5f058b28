"""What the board says agrees with what it counts, in every language."""

from __future__ import annotations

import re

import pytest

from tests.room.conftest import PEOPLE, settings_for
from workbook.room import telling
from workbook.room.board import board_of
from workbook.runcode import encode
from workbook.setting import setting_of

LANGUAGES = ("de", "en", "de-einfach")


def board_with(workbook, settings, least=10):
    return board_of(workbook, [encode(workbook.scenario, s) for s in settings], settings, least)


@pytest.fixture(scope="module")
def board(large):
    return board_with(large, settings_for(large, PEOPLE, 7))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_first_row_is_the_first_topic(board, lang):
    rows = telling.lever_rows(board, lang)
    _, lever, why = telling.topic_words(board, lang)
    assert rows[0][0] == lever
    assert all(value in why for value in (*rows[0][1:4], rows[0][-1].split("\u00a0")[0]))
    apart = [int(row[-1].split("\u00a0")[0]) for row in rows]
    assert apart == sorted(apart, reverse=True)
    assert {row[0] for row in rows} == {
        telling.headed(lever, lang) for lever in board.workbook.scenario.levers.values()
    }


def test_numbers_are_written_in_the_readers_way(board):
    german, english = (telling.lever_rows(board, lang) for lang in ("de", "en"))
    assert [cell.replace(",", ".") for row in german for cell in row[1:5]] == [c for row in english for c in row[1:5]]


def test_when_all_agree_the_decisions_come_first(small):
    board = board_with(small, [setting_of(small.scenario)] * 10)
    sentence, lever, why = telling.topic_words(board, "de")
    assert "Entscheidungen" in sentence
    assert lever == why == ""


@pytest.mark.parametrize("lang", LANGUAGES)
def test_small_cells_are_not_told(small, lang):
    """Nine pay, one saves: neither figure is there, in no language."""
    lang = lang if lang in small.scenario.languages else "de"
    s = small.scenario
    room = [setting_of(s)] * 9 + [setting_of(s, choices={"rent": "save"})]
    board = board_with(small, room)
    rows = telling.answer_rows(board, board.answers[1], lang)
    assert not any(re.search(r"\b9\b|\b90\b", row[1]) for row in rows)
    assert len({row[1] for row in rows}) == 3
    assert rows[2][1].startswith("0 ")


def test_a_lowered_limit_is_said(small):
    settings = settings_for(small, 4, 1)
    low, usual = board_with(small, settings, 3), board_with(small, settings_for(small, 10, 1))
    assert len(telling.remarks(low, "de")) == 2
    assert "3" in telling.remarks(low, "de")[1]
    assert len(telling.remarks(usual, "de")) == 1
