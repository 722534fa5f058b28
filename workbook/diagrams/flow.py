"""The map of branches: chapters one after the other, in each its scenes, between them bands of plays.

Lying for a wide place, with the years as columns and a title at each scene; standing for a phone,
with the years as rows and a number at each scene. A scene is as long as its share of the plays, a
band as thick as the share that goes this way.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from workbook.branches import Branches
from workbook.diagrams.drawing import LINE, MARK, Drawing, Spot, short, width_of, wrapped
from workbook.diagrams.telling import chapter_of, title_of
from workbook.model import Chapter, Scenario

THIN = 0.002
"""A way that fewer plays go is not drawn; it stands in no table either."""
BAR = 10
LYING, STANDING = 960, 328
"""Widths of the drawings; a standing one is as wide as a phone."""
EDGE = 136
"""Room for the titles of the endings."""
MOST_COLUMNS = 8
"""With more chapters there is no room for titles between the columns, and the map only stands."""
BOLD = 1.1
"""How much wider bold letters are."""


@dataclass(frozen=True, slots=True)
class Flow:
    """A map, and where each scene stands in it, so that a run's own way can be drawn on top."""

    drawing: Drawing
    nodes: tuple[tuple[tuple[float, float], ...], ...]
    """The middle of each scene's bar, by chapter and scene."""
    standing: bool

    def way(self, told: Sequence[int]) -> str:
        """The way through the scenes of one run: a thick line."""
        points = [self.nodes[chapter][scene] for chapter, scene in enumerate(told)]
        path = f"M{_pair(points[0])}"
        for (x, y), (u, v) in pairwise(points):
            bends = ((x, (y + v) / 2), (u, (y + v) / 2)) if self.standing else (((x + u) / 2, y), ((x + u) / 2, v))
            path += f"C{' '.join(map(_pair, (*bends, (u, v))))}"
        dots = "".join(f'<circle cx="{short(x)}" cy="{short(y)}" r="6"/>' for x, y in points)
        return f'<g class="way"><path d="{path}" fill="none" stroke="currentColor" stroke-width="4"/>{dots}</g>'

    def marked(self, told: Sequence[int]) -> set[int]:
        """The places of the labels on that way; the chapters' own labels come first."""
        before, found = len(self.nodes), set()
        for row, scene in zip(self.nodes, told, strict=True):
            found.add(before + scene)
            before += len(row)
        return found

    def plain(self) -> dict[str, Any]:
        """The same as JSON takes it."""
        nodes = [[[short(x), short(y)] for x, y in row] for row in self.nodes]
        return {**self.drawing.plain(), "nodes": nodes, "standing": self.standing}


def lying(scenario: Scenario, branches: Branches) -> Flow:
    """Years as columns, from left to right; the title of a scene stands to its right."""
    chapters, length, gap = scenario.chapters, 320.0, 10.0
    pitch = (LYING - EDGE) / max(len(chapters) - 1, 1) if len(chapters) > 1 else 0.0
    room = (pitch or LYING) - BAR - 10
    # Behind an ending the drawing is over: its title has to fit when it is marked, too, and bold.
    rooms = [*[room] * (len(chapters) - 1), (room - width_of(MARK)) / BOLD]
    labels = {
        lang: [
            [wrapped(title_of(scenario, c, k, lang), rooms[c]) for k in range(len(chapter.scenes))]
            for c, chapter in enumerate(chapters)
        ]
        for lang in scenario.languages
    }
    heads = {lang: [_head(scenario, c, lang, room + BAR) for c in chapters] for lang in scenario.languages}
    most = max(len(head) for row in heads.values() for head in row)
    heads = {lang: [(*head, *[""] * (most - len(head))) for head in row] for lang, row in heads.items()}
    above = LINE * most + 14
    nodes, spots, starts, height = [], [], [], 0.0
    for c, chapter in enumerate(chapters):
        x, y, row, begins = c * pitch + 1, float(above), [], []
        for k in range(len(chapter.scenes)):
            long = branches.scenes[c][k] * length
            slot = max(long, LINE * max(len(labels[lang][c][k]) for lang in labels))
            row.append((x + BAR / 2, y + slot / 2))
            begins.append(y + (slot - long) / 2)
            spots.append(Spot(x + BAR + 6, y + slot / 2))
            y += slot + gap
        nodes.append(tuple(row))
        starts.append(begins)
        height = max(height, y - gap)
    tops = [Spot(c * pitch + 1, (above - 14) / 2, bold=True) for c in range(len(chapters))]
    bars = [
        (nodes[c][k][0] - BAR / 2, starts[c][k], BAR, share * length)
        for c, row in enumerate(branches.scenes)
        for k, share in enumerate(row)
    ]
    bands = [
        (f"M{short(c * pitch + 1 + BAR)} {short(y)}C{short((c + 0.5) * pitch + 6)} {short(y)}"
         f" {short((c + 0.5) * pitch + 6)} {short(v)} {short((c + 1) * pitch + 1)} {short(v)}", share * length)
        for c, y, v, share in _bands(branches, starts, length)
    ]  # fmt: skip
    words = {lang: (*heads[lang], *(lines for row in labels[lang] for lines in row)) for lang in scenario.languages}
    drawing = Drawing(LYING, round(height) + 4, _shapes(bars, bands), (*tops, *spots), words)
    return Flow(drawing, tuple(nodes), standing=False)


def standing(scenario: Scenario, branches: Branches) -> Flow:
    """Years as rows, from top to bottom; the number of a scene stands on its bar."""
    chapters, gap, pitch, above = scenario.chapters, 8.0, 96.0, 24.0
    most = max(len(chapter.scenes) for chapter in chapters)
    length = STANDING - 2 - gap * (most - 1) - 16 * most
    nodes, spots, starts = [], [], []
    for c, chapter in enumerate(chapters):
        y, x, row, begins = c * pitch + above, 1.0, [], []
        for k in range(len(chapter.scenes)):
            slot = branches.scenes[c][k] * length + 16
            row.append((x + slot / 2, y + BAR / 2))
            begins.append(x + 8)
            spots.append(Spot(x + slot / 2, y + BAR + 11, "middle"))
            x += slot + gap
        nodes.append(tuple(row))
        starts.append(begins)
    tops = [Spot(0, c * pitch + 10, bold=True) for c in range(len(chapters))]
    bars = [
        (starts[c][k], nodes[c][k][1] - BAR / 2, share * length, BAR)
        for c, row in enumerate(branches.scenes)
        for k, share in enumerate(row)
    ]
    bands = [
        (f"M{short(x)} {short(c * pitch + above + BAR)}C{short(x)} {short((c + 0.6) * pitch + above)}"
         f" {short(u)} {short((c + 0.5) * pitch + above)} {short(u)} {short((c + 1) * pitch + above)}", share * length)
        for c, x, u, share in _bands(branches, starts, length)
    ]  # fmt: skip
    words = {
        lang: (
            *((chapter_of(scenario, chapter, lang),) for chapter in chapters),
            *((str(k + 1),) for chapter in chapters for k in range(len(chapter.scenes))),
        )
        for lang in scenario.languages
    }
    height = (len(chapters) - 1) * pitch + above + BAR + 24
    drawing = Drawing(STANDING, round(height), _shapes(bars, bands), (*tops, *spots), words)
    return Flow(drawing, tuple(nodes), standing=True)


def _bands(
    branches: Branches, starts: Sequence[Sequence[float]], length: float
) -> list[tuple[int, float, float, float]]:
    """(gap, middle at its beginning, middle at its end, share) of each band; they lie side by side on a bar."""
    found = []
    for c, way in enumerate(branches.ways):
        leaves, arrives = list(starts[c]), list(starts[c + 1])
        for a, row in enumerate(way):
            for b, share in enumerate(row):
                if share >= THIN:
                    found.append((c, leaves[a] + share * length / 2, arrives[b] + share * length / 2, share))
                leaves[a] += share * length
                arrives[b] += share * length
    return found


def _shapes(bars: Sequence[tuple[float, ...]], bands: Sequence[tuple[str, float]]) -> str:
    drawn = "".join(f'<path d="{path}" stroke-width="{short(thick)}"/>' for path, thick in bands)
    rects = "".join(
        f'<rect x="{short(x)}" y="{short(y)}" width="{short(max(w, 1))}" height="{short(max(h, 1))}"/>'
        for x, y, w, h in bars
    )
    return f'<g class="bands" fill="none" stroke="currentColor" stroke-opacity=".14">{drawn}</g><g>{rects}</g>'


def _head(scenario: Scenario, chapter: Chapter, lang: str, room: float) -> tuple[str, ...]:
    year = () if chapter is scenario.endings else (str(chapter.year),)
    return (*year, *wrapped(chapter.title[lang], room / BOLD))


def _pair(point: tuple[float, float]) -> str:
    return f"{short(point[0])} {short(point[1])}"
