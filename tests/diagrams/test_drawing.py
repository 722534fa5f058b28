"""A drawing is plain SVG, and a label stays within its room."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbook.diagrams.drawing import MARK, Drawing, Spot, short, width_of, wrapped

EVIL = '<script>alert("1")</script> & "x"'


def drawn(label="a", **given):
    drawing = Drawing(100, 50, '<rect width="1"/>', (Spot(1, 2), Spot(3, 4.25, "middle", bold=True)),
                      {"de": ((label,), ("b", "c"))})  # fmt: skip
    return drawing.svg("de", **{"name": "Bild", **given})


def test_a_label_cannot_become_markup(parsed):
    found = parsed(drawn(EVIL, name=EVIL))
    assert found["svg"][0].get("aria-label") == EVIL
    assert found["tspan"][0].text == EVIL
    assert "script" not in found


def test_lines_stand_below_each_other_around_the_middle(parsed):
    *_, first, second = parsed(drawn())["tspan"]
    assert float(second.get("y")) - float(first.get("y")) == 15
    assert (float(first.get("y")) + float(second.get("y"))) / 2 == pytest.approx(4.25 + 0.35 * 12, abs=0.11)


def test_a_marked_label_differs_by_sign_and_weight(parsed):
    first, second = parsed(drawn(marked={0}))["text"]
    assert (first[0].text, first.get("font-weight")) == (f"{MARK}a", "600")
    assert second[0].text == "b"
    assert parsed(drawn())["text"][0].get("font-weight") is None


def test_what_lies_between_is_over_shapes_and_under_labels():
    svg = drawn(between="<circle/>")
    assert svg.index("<rect") < svg.index("<circle/>") < svg.index("<text")


def test_nothing_is_fetched_and_nothing_runs():
    svg = drawn().replace('xmlns="http://www.w3.org/2000/svg"', "")
    assert not re.search(r"https?:|url\(|\son\w+=|\sstyle=|\sid=", svg)


@given(st.text(st.characters(categories=("L", "N", "P")), max_size=80).map(str), st.integers(60, 200))
def test_no_line_is_wider_than_its_room(text, room):
    lines = wrapped(text, room)
    assert lines
    for line in lines:
        assert width_of(line) <= room or len(line) <= 9
    assert "".join(lines).replace("-", "").replace(" ", "") == "".join(text.split()).replace("-", "")


def test_words_are_kept_whole_where_they_fit():
    assert wrapped("Stunden für Briefe und Rückfragen", 100) == ("Stunden für", "Briefe und", "Rückfragen")
    assert wrapped("", 50) == ("",)
    first, *rest = wrapped("Gefährdungseinschätzungen", 130)
    assert first.endswith("-")
    assert len(rest) == 1
    assert len(rest[0]) >= 4


def test_coordinates_are_short():
    assert [short(1.04), short(2.0), short(3.26)] == [1, 2, 3.3]
