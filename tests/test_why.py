"""Shares of a difference: known games, and the difference is shared out to the last digit."""

from __future__ import annotations

import random

import pytest

import workbook as wb
from workbook import why
from workbook.errors import UsageError
from workbook.why import Player, shapley


def game(count, worth):
    return [worth([k for k in range(count) if mask >> k & 1]) for mask in range(2**count)]


def test_players_who_do_not_meddle_get_what_they_bring():
    assert shapley(game(3, lambda s: sum((5, -2, 0.5)[k] for k in s))) == pytest.approx([5, -2, 0.5])


def test_the_glove_game():
    """Two left gloves and a right one; a pair is worth 1 (Shapley: 1/6, 1/6, 2/3)."""
    worth = game(3, lambda s: float(2 in s and len(s) > 1))
    assert shapley(worth) == pytest.approx([1 / 6, 1 / 6, 2 / 3])


def test_who_is_alike_gets_alike_and_who_adds_nothing_gets_nothing():
    assert shapley(game(4, lambda s: float(len([k for k in s if k < 3]) >= 2))) == pytest.approx([1 / 3] * 3 + [0])


def test_shares_add_up_to_the_difference():
    dice = random.Random(3)
    for count in range(1, 7):
        worth = [dice.uniform(-9, 9) for _ in range(2**count)]
        assert sum(shapley(worth)) == pytest.approx(worth[-1] - worth[0])


def test_the_shares_of_a_run(klein):
    book = wb.load(klein)
    run = book.run("utopie")
    shares = run.why("reach")
    assert set(shares.parts) == {
        Player("lever", "open_hours"), Player("lever", "welcome"), Player("lever", "chairs"),
        Player("decision", "night"), Player("decision", "rent"),
    }  # fmt: skip
    assert shares.baseline == book.baseline.value("reach", 2030)
    assert shares.value == pytest.approx(run.value("reach", 2030))
    assert sum(shares.parts.values()) == pytest.approx(shares.value - shares.baseline, rel=1e-12)
    assert sum(run.why("reach", 2020).parts.values()) == 0  # before anything was moved


def test_one_move_has_the_whole_difference_and_none_has_none(klein):
    book = wb.load(klein)
    shares = book.run(levers={"welcome": 80}).why("reach")
    assert list(shares.parts.values()) == pytest.approx([shares.value - shares.baseline])
    assert book.run().why("reach").parts == {}


def test_too_many_moves_are_refused(klein, monkeypatch):
    monkeypatch.setattr(why, "MOST_PLAYERS", 4)
    with pytest.raises(UsageError) as caught:
        wb.load(klein).run("utopie").why("reach")
    assert caught.value.code == "usage-too-many-moves"


def test_an_unknown_indicator_is_answered_with_the_nearest(klein):
    with pytest.raises(UsageError) as caught:
        wb.load(klein).run().why("raech")
    assert "reach" in str(caught.value)
