"""Bars and bands of the map are as long and as thick as their shares."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest

from workbook.branches import branches_of
from workbook.diagrams.flow import THIN, lying, standing

WAYS = {"lying": lying, "standing": standing}


@pytest.fixture(params=WAYS)
def flow(request, book):
    return WAYS[request.param](book.scenario, branches_of(book.scenario, 2_000))


def bars(flow, parsed):
    found = parsed(flow.drawing.svg("de", "x"))["rect"]
    return [tuple(float(r.get(k)) for k in ("x", "y", "width", "height")) for r in found]


def test_bars_are_as_long_as_their_shares(flow, book, parsed):
    shares = [share for row in branches_of(book.scenario, 2_000).scenes for share in row]
    lengths = [bar[2 if flow.standing else 3] for bar in bars(flow, parsed)]
    scale = max(lengths) / max(shares)
    for share, length in zip(shares, lengths, strict=True):
        assert length == pytest.approx(max(share * scale, 1), abs=0.2)


def test_bars_of_a_chapter_do_not_touch_and_stay_in_the_drawing(flow, parsed):
    found = bars(flow, parsed)
    for x, y, width, height in found:
        assert 0 <= x <= x + width <= flow.drawing.width
        assert 0 <= y <= y + height <= flow.drawing.height
    across, along = (1, 0) if flow.standing else (0, 1)
    for a, b in combinations(found, 2):
        if a[across] == b[across]:
            assert a[along] + a[along + 2] < b[along]


def test_every_way_that_is_gone_is_a_band(flow, book, parsed):
    branches = branches_of(book.scenario, 2_000)
    thick = [float(p.get("stroke-width")) for p in parsed(flow.drawing.svg("de", "x"))["path"]]
    shares = [share for way in branches.ways for row in way for share in row if share >= THIN]
    assert len(thick) == len(shares) > 0
    scale = max(thick) / max(shares)
    assert thick == pytest.approx([share * scale for share in shares], abs=0.2)


def test_the_own_way_runs_through_its_scenes(flow, book, parsed):
    told = [len(c.scenes) - 1 for c in book.scenario.chapters]
    found = parsed(flow.drawing.svg("de", "x", flow.way(told), flow.marked(told)))
    dots = [(float(c.get("cx")), float(c.get("cy"))) for c in found["circle"]]
    assert dots == [pytest.approx(flow.nodes[c][k], abs=0.06) for c, k in enumerate(told)]
    for before, after in pairwise(dots):
        assert after[1 if flow.standing else 0] > before[1 if flow.standing else 0]
    marked = [t for t in found["text"] if t[0].text.startswith("▸")]
    assert len(marked) == len(told)


def test_every_scene_has_its_label_in_every_language(flow, book):
    s = book.scenario
    chapters, scenes = len(s.chapters), sum(len(c.scenes) for c in s.chapters)
    assert len(flow.drawing.spots) == chapters + scenes
    for lang in s.languages:
        assert len(flow.drawing.labels[lang]) == chapters + scenes
        told = [" ".join(lines) for lines in flow.drawing.labels[lang][chapters:]]
        if flow.standing:
            assert told == [str(k + 1) for c in s.chapters for k in range(len(c.scenes))]
        else:
            titles = [s.passages[lang][f"{c.name}.{scene.name}"].title for c in s.chapters for scene in c.scenes]
            assert [t.replace("- ", "") for t in told] == titles
