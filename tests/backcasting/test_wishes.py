"""Wishes as data, and everything that is wrong with them at once."""

from __future__ import annotations

import math

import pytest

from workbook.backcasting.wishes import WishError, wishes_of


def test_a_wish_has_two_ends_and_the_scale_of_its_indicator(small) -> None:
    (wish,) = wishes_of(small.scenario, {"reach": (None, 30)})
    assert (wish.low, wish.high, wish.scale) == (-math.inf, 30.0, 35.0)
    assert [wish.missed(value) for value in (29, 30, 32.5)] == [0, 0, 2.5]


def test_a_reserve_moves_both_ends_inwards(small) -> None:
    (wish,) = wishes_of(small.scenario, {"reach": (10, 30)}, reserve=0.1)
    assert (wish.floor, wish.ceiling) == (13.5, 26.5)
    assert wish.missed(12) == pytest.approx(1.5)
    assert wish.missed(27) == pytest.approx(0.5)


def test_wishes_stand_in_the_order_of_the_indicators(small) -> None:
    found = wishes_of(small.scenario, {"memory_left": (1, 2), "reach": (1, None)})
    assert [wish.indicator for wish in found] == ["reach", "memory_left"]


def test_everything_wrong_is_told_at_once(small) -> None:
    with pytest.raises(WishError) as told:
        wishes_of(
            small.scenario, {"reech": (1, 2), "reach": (3, 1), "memory_left": 7}, ["chair"],
            paths=0, reserve=0.7, sample=2.5, lang="fr",
        )  # fmt: skip
    assert told.value.text("de").splitlines() == [
        "Einen Indikator »reech« gibt es nicht. Meinten Sie »reach«? Möglich: reach, memory_left.",
        "Einen Hebel oder eine Entscheidung »chair« gibt es nicht. Meinten Sie »chairs«? "
        "Möglich: open_hours, welcome, chairs, night, rent.",
        "Die Sprache »fr« gibt es hier nicht. Möglich: de, en.",
        "»paths« muss eine Zahl von 1 bis 20 sein, nicht 0.",
        "»sample« muss eine Zahl von 1 bis 1000000 sein, nicht 2.5.",
        "»reserve« muss eine Zahl von 0 bis 0.5 sein, nicht 0.7.",
        "Der Wunsch für »reach« lässt keinen Wert übrig: mindestens 3 und höchstens 1.",
        "Der Wunsch für »memory_left« ist kein Bereich: 7. Möglich sind zwei Zahlen (unten, oben); None lässt ein Ende "
        "offen.",
    ]


@pytest.mark.parametrize(
    ("wishes", "more", "code"),
    [
        ({}, {}, "wish-none"),
        ({"reach": (None, None)}, {}, "wish-bounds"),
        ({"reach": (math.nan, None)}, {}, "wish-bounds"),
        ({"reach": (None, math.inf)}, {}, "wish-bounds"),
        ({"reach": (True, None)}, {}, "wish-bounds"),
        ({"reach": ("1", None)}, {}, "wish-bounds"),
        ({"reach": (1, 2, 3)}, {}, "wish-bounds"),
        ({"reach": "12"}, {}, "wish-bounds"),
        ({"reach": (5, 6)}, {"reserve": 0.1}, "wish-narrow"),
        ({"reach": (5, None)}, {"keep": ["open_hours", "welcome", "chairs", "night", "rent"]}, "wish-nothing-free"),
        ({"reach": (5, None)}, {"paths": True}, "wish-count"),
        ({"reach": (5, None)}, {"reserve": math.nan}, "wish-count"),
        ({"reach": (5, None)}, {"reserve": "viel"}, "wish-count"),
    ],
)
def test_each_fault_has_its_sentence(small, wishes, more, code: str) -> None:
    with pytest.raises(WishError) as told:
        wishes_of(small.scenario, wishes, **more)
    assert [problem.code for problem in told.value.problems] == [code]
    assert told.value.text("en") != told.value.text("de")
