"""The drawing of a loop has a place for each name, an arrow for each link, and shows the signs."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest

from workbook.causal import Circle, Link, causes_of
from workbook.diagrams.drawing import width_of
from workbook.diagrams.ring import WIDTH, ring


def circle_of(book, count, signs="+", *, delayed=False):
    """A loop of so many names, made up of the scenario's variables."""
    names = tuple(book.scenario.variables)[:count]
    links = tuple(
        Link(a, b, signs[k % len(signs)], delayed)
        for k, (a, b) in enumerate(zip(names, [*names[1:], names[0]], strict=True))
    )
    return Circle(replace(book.scenario.loops[0], through=names), links)


def boxes(found):
    return [tuple(float(r.get(k)) for k in ("x", "y", "width", "height")) for r in found["rect"]]


def test_every_named_loop_can_be_drawn(book, parsed):
    s = book.scenario
    for loop in s.loops:
        drawing = ring(s, causes_of(s).circle(loop))
        for lang in s.languages:
            found = parsed(drawing.svg(lang, loop.label[lang]))
            assert len(found["rect"]) == len(loop.through) == len(drawing.spots)
            signs = [t.text for t in found["text"] if t.text in ("+", "−")]
            assert len(signs) == len(loop.through), "an arrow without its sign"
            assert ("R" if loop.kind == "reinforcing" else "B") in [t.text for t in found["text"]]


@pytest.mark.parametrize("count", range(2, 14))
def test_names_never_lie_on_each_other_and_stay_in_the_drawing(large, parsed, count):
    drawing = ring(large.scenario, circle_of(large, count))
    found = boxes(parsed(drawing.svg("de", "x")))
    for x, y, width, height in found:
        assert 0 <= x <= x + width <= WIDTH
        assert 0 <= y <= y + height <= drawing.height
    for (x, y, w, h), (u, v, _, g) in combinations(found, 2):
        assert abs(x - u) >= w or y + h <= v or v + g <= y


def test_labels_fit_their_boxes(book, parsed):
    s = book.scenario
    for loop in s.loops:
        drawing = ring(s, causes_of(s).circle(loop))
        found = boxes(parsed(drawing.svg("de", "x")))
        for rows in drawing.labels.values():
            for lines, (_, _, width, height) in zip(rows, found, strict=True):
                assert max(map(width_of, lines)) <= width
                assert len(lines) * 15 <= height


def test_a_minus_is_dashed_too_and_a_delay_has_its_strokes(large, parsed):
    plain = parsed(ring(large.scenario, circle_of(large, 5)).svg("de", "x"))["path"]
    minus = parsed(ring(large.scenario, circle_of(large, 5, "-")).svg("de", "x"))["path"]
    assert [p.get("stroke-dasharray") is not None for p in plain].count(True) == 0
    assert [p.get("stroke-dasharray") is not None for p in minus].count(True) == 5
    slow = parsed(ring(large.scenario, circle_of(large, 5, delayed=True)).svg("de", "x"))["path"]
    assert len(slow) == len(plain) + 5


def test_a_missing_link_is_shown_as_open(large, parsed):
    circle = circle_of(large, 4)
    broken = replace(circle, links=(*circle.links[:3], None))
    signs = [t.text for t in parsed(ring(large.scenario, broken).svg("de", "x"))["text"]]
    assert signs.count("?") == 1
