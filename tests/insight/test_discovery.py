"""What leads where: the boxes, counted again by hand from the ensemble's own rows."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

import workbook as wb
from workbook.errors import UsageError


@pytest.fixture(scope="module")
def book(klein):
    return wb.load(klein)


@pytest.fixture(scope="module")
def found(book):
    return wb.discover(book, "reach >= 30", samples=2_000)


def inside(frame, rules):
    mask = np.ones(len(frame), dtype=bool)
    for rule in rules:
        column = frame[rule.name]
        if rule.kind == "choice":
            mask &= column.isin(rule.options).to_numpy()
            continue
        mask &= (column >= (rule.low if rule.low is not None else -np.inf)).to_numpy()
        mask &= (column <= (rule.high if rule.high is not None else np.inf)).to_numpy()
    return mask


def test_every_share_can_be_counted_again(book, found):
    frame = wb.ensemble(book, 2_000).frame()
    cases = (frame["reach_2030"] >= 30).to_numpy()
    assert found.share == pytest.approx(cases.mean())
    unseen, before = np.arange(2_000) % 2 == 1, np.zeros(2_000, dtype=bool)
    assert found.boxes
    for box in found.boxes:
        mask = inside(frame, box.rules)
        assert box.density == pytest.approx(cases[mask & unseen].mean())
        assert box.outside == pytest.approx(cases[~mask & unseen].mean())
        assert box.coverage == pytest.approx((cases & mask & unseen).sum() / (cases & unseen).sum())
        assert box.added == pytest.approx((cases & mask & unseen & ~before).sum() / (cases & unseen).sum())
        assert box.mass == pytest.approx(mask[unseen].mean())
        before |= mask


def test_a_way_is_far_more_often_a_case_than_the_rest_and_its_limits_stand_on_the_grid(book, found):
    for box in found.boxes:
        assert box.density > box.outside
        assert len(box.rules) <= 4
        for rule in (rule for rule in box.rules if rule.kind == "lever"):
            lever = book.scenario.levers[rule.name]
            grid = [lever.value(place) for place in range(lever.positions)]
            assert {value for value in (rule.low, rule.high) if value is not None} <= set(grid)


def test_an_ensemble_is_the_same_futures(book, found):
    table = wb.ensemble(book, 2_000)
    assert wb.discover(table, "reach >= 30", scenario=book).boxes == found.boxes


def test_an_ending_is_the_same_future_as_its_numbers(book):
    """In this scenario the ending »haus« is told exactly where the reach is above 30."""
    by_story = wb.discover(book, ending="haus", samples=2_000)
    by_number = wb.discover(book, "reach > 30", samples=2_000)
    assert by_story.boxes == by_number.boxes
    assert wb.discover(book, mood="utopia", samples=2_000).boxes == by_story.boxes


def test_the_sentence_says_what_the_numbers_say(found):
    first, *ways = found.sentences("de")
    assert first.startswith(
        f"In {round(100 * found.share)} von 100 gezogenen Zukünften gilt 2030: Reichweite mindestens 30 %"
    )
    assert f"In {round(100 * found.boxes[0].density)} von 100 Zukünften, in denen" in ways[0]
    assert "»Willkommen« auf mindestens" in ways[0]
    assert f"liegen {round(100 * found.boxes[0].coverage)} von 100 aller Zukünfte, in denen das gilt" in ways[0]
    assert "is set to at least" in found.sentences("en")[1]


def test_without_a_way_a_sentence_says_so(found):
    told = replace(found, boxes=()).told("de")
    assert told.sentences[1].startswith("Keine Grenzen von Hebeln")
    assert told.tables == ()


@pytest.mark.parametrize(
    ("wish", "sentence"),
    [
        ({"where": "reach > 1000"}, "in keiner der 400 Zukünfte"),
        ({"where": "reach > 0"}, "in allen 400 Zukünften"),
        ({"where": "reech > 3 and wellcome < 2"}, "»reech, wellcome«"),
        ({"where": "reach >"}, "an Stelle"),
        ({"where": "reach"}, "an Stelle"),
        ({"where": "smooth(reach, 1) > 2"}, "smooth"),
        ({"where": "decision.rent == 'buy'"}, "'buy'"),
        ({"where": "decision.rant == 'pay'"}, "decision.rant"),
        ({"where": "at(reach, 1990) > 2"}, "von 2015 bis 2030"),
        ({"ending": "huas"}, "haus"),
        ({"mood": "sad"}, "utopia, dystopia, ambivalent"),
        ({"mood": "utopia", "ending": "haus"}, "Gesucht wird eines"),
        ({"ending": "haus", "year": 2027}, "gehört zu einer Bedingung"),
        ({"density": 0.0}, "über 0 und höchstens 1"),
        ({"boxes": 0}, "»boxes« braucht"),
    ],
)
def test_refusals(book, wish, sentence):
    with pytest.raises(UsageError) as caught:
        wb.discover(book, **{"samples": 400} | wish)
    assert sentence in caught.value.text("de")
    assert caught.value.text("en") != caught.value.text("de")


def test_an_ensemble_of_another_version_is_refused(book, klein, tmp_path):
    table = wb.ensemble(klein, 300, out=tmp_path / "a.parquet")
    with pytest.raises(UsageError) as caught:
        wb.discover(table, "reach > 30", scenario="soziale-arbeit-2030")
    assert "Stand von »soziale-arbeit-2030«" in caught.value.text("de")
