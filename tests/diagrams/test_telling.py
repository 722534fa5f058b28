"""What is said of map and loops is what the numbers say."""

from __future__ import annotations

import pytest

from workbook.branches import Branches, branches_of
from workbook.causal import Circle, Link, causes_of
from workbook.diagrams.telling import (
    chapter_of,
    count_words,
    hundredth,
    loop_rows,
    loop_words,
    map_rows,
    map_words,
    way_words,
)
from workbook.model import Loop
from workbook.text import Text


@pytest.fixture(scope="module")
def shares(small):
    """Made-up shares of the small scenario: chapters with 2, 3 and 3 scenes."""
    scenes = ((0.9, 0.1), (0.004, 0.496, 0.5), (0.0, 0.25, 0.75))
    return Branches(1234, scenes, ())


def test_shares_are_told_of_a_hundred():
    assert [hundredth(x, "de") for x in (0, 0.001, 0.005, 0.254, 1)] == ["0", "unter 1", "1", "25", "100"]
    assert hundredth(0.001, "en") == "less than 1"


def test_the_map_in_words(small, shares):
    about, ends, rare = map_words(small.scenario, shares, "de")
    assert "1.234 Durchgänge" in about
    titles = {k: small.scenario.passages["de"][k].title for k in small.scenario.passages["de"]}
    assert f"»{titles['ending.alltag']}« (75 von 100)" in ends
    assert f"»{titles['ending.haus']}« (0 von 100)" in ends
    assert f"»{titles['ending.haus']}«, 2030 (0 von 100)" in rare


def test_the_own_way_in_words(small, shares):
    way, rare = way_words(small.scenario, shares, [1, 0, 2], "en")
    texts = small.scenario.passages["en"]
    parts = [f"2027 “{texts['tuer.zu'].title}”", f"2029 “{texts['tisch.voll'].title}”"]
    assert way.startswith(f"Your way: {' → '.join(parts)} → 2030")
    assert f"“{texts['tisch.voll'].title}” (less than 1 in 100)" in rare


def test_the_map_as_rows(small, shares):
    rows = map_rows(small.scenario, shares, [1, 0, 2], "de")
    assert [(r.number, r.share, r.own) for r in rows] == [
        (1, "90", False), (2, "10", True), (1, "unter 1", True), (2, "50", False), (3, "50", False),
        (1, "0", False), (2, "25", False), (3, "75", True),
    ]  # fmt: skip
    assert not any(r.own for r in map_rows(small.scenario, shares, None, "de"))
    assert rows[0].chapter == "2027 · Die Tür"
    endings = small.scenario.endings
    assert rows[-1].chapter == endings.title["de"] == chapter_of(small.scenario, endings, "de")


def chain(signs, kind):
    names = ("joining", "guests", "leaving", "memory")[: len(signs)]
    pairs = zip(names, [*names[1:], names[0]], signs, strict=True)
    links = tuple(Link(a, b, sign, delayed=a == "joining") for a, b, sign in pairs)
    return Circle(Loop("x", Text.of(de="x", en="x"), kind, names), links)


def test_a_loop_as_a_chain(small):
    told = loop_words(small.scenario, chain("+--+", "reinforcing"), "de")
    assert told == (
        "Mehr »Zugang« → mehr »Gäste« → weniger »Abgang« → mehr »Erinnerung« → und so noch mehr »Zugang«. "
        "Der Kreislauf verstärkt sich selbst (R)."
    )
    told = loop_words(small.scenario, chain("+-", "balancing"), "en")
    assert told == "More “Joining” → more “Guests” → and so less “Joining” again. The loop checks itself (B)."


def test_a_loop_as_rows(small):
    rows = loop_rows(small.scenario, chain("+-", "balancing"), "de")
    assert rows == [("Zugang", "Gäste", "+", "ja"), ("Gäste", "Zugang", "−", "nein")]


def test_the_signs_that_are_told_are_those_of_the_model(large):
    s, causes = large.scenario, causes_of(large.scenario)
    for loop in s.loops:
        told = loop_words(s, causes.circle(loop), "de")
        assert told.endswith("(R)." if loop.kind == "reinforcing" else "(B).")
        chained = told.split(" → und so ", maxsplit=1)[0].split(" → ")
        assert len(chained) == len(loop.through)
        up = [part.startswith(("Mehr", "mehr")) for part in chained]
        for link, before, after in zip(causes.circle(loop).links, up, up[1:], strict=False):
            assert (before == after) == (link.sign == "+")


def test_loops_are_counted(small):
    told = count_words(causes_of(small.scenario), "de")
    assert "3 Kreisläufe" in told
    assert "»Gäste« (2)" in told


def test_real_shares_are_told(large):
    branches = branches_of(large.scenario, 2_000)
    rows = map_rows(large.scenario, branches, None, "de")
    assert [r.share for r in rows] == [hundredth(x, "de") for row in branches.scenes for x in row]
