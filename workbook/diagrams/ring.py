"""One causal loop: its names on a ring, clockwise, an arrow with its sign to each next one.

The ring is a tall oval as wide as a phone: one name on top, two columns, and one below when their
number is even. An arrow that turns round is dashed and carries a minus, one that takes time two strokes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import hypot

from workbook.causal import Circle, Link
from workbook.diagrams.drawing import LINE, Drawing, Spot, short, wrapped
from workbook.model import Scenario
from workbook.wording import label_of

WIDTH = 340
BOX, CAP = 144, 132
"""Width of a name at the side, and of one on top or below."""
SIDE = 97
"""From the middle of the drawing to the middle of a column."""
GAP = 36
"""Room for an arrow between two names."""
PAD = 7
HEAD = 8


@dataclass(frozen=True, slots=True)
class _Box:
    x: float
    y: float
    width: float
    height: float
    """Its middle, and how far it reaches in all."""

    @property
    def top(self) -> tuple[float, float]:
        return self.x, self.y - self.height / 2

    @property
    def foot(self) -> tuple[float, float]:
        return self.x, self.y + self.height / 2

    @property
    def left(self) -> tuple[float, float]:
        return self.x - self.width / 2, self.y

    @property
    def right(self) -> tuple[float, float]:
        return self.x + self.width / 2, self.y


def ring(scenario: Scenario, circle: Circle) -> Drawing:
    """The drawing of a loop, with labels in all languages of the scenario."""
    names = circle.loop.through
    places = _places(len(names))
    labels = {
        lang: tuple(
            wrapped(label_of(scenario, name, lang), (BOX if side else CAP) - 2 * PAD)
            for name, (side, _) in zip(names, places, strict=True)
        )
        for lang in scenario.languages
    }
    lines = [max(len(rows[k]) for rows in labels.values()) for k in range(len(names))]
    boxes, height = _boxes(places, lines)
    arrows = [
        _arrow(_curve(boxes[k], boxes[(k + 1) % len(boxes)], side, places[(k + 1) % len(places)][0]), link)
        for k, ((side, _), link) in enumerate(zip(places, circle.links, strict=True))
    ]
    frames = "".join(
        f'<rect x="{short(b.x - b.width / 2)}" y="{short(b.y - b.height / 2)}" width="{b.width}"'
        f' height="{short(b.height)}" rx="7"/>'
        for b in boxes
    )
    shapes = f'<g fill="none" stroke="currentColor" stroke-opacity=".45">{frames}</g>{"".join(arrows)}'
    spots = tuple(Spot(b.x, b.y, "middle") for b in boxes)
    return Drawing(WIDTH, round(height), shapes + _kind(circle, boxes), spots, labels)


def _places(count: int) -> list[tuple[int, int]]:
    """(side, row) of each name, clockwise from the top: side 1 right, -1 left, 0 in the middle."""
    rows = (count - 1) // 2
    below = [(0, rows + 1)] if count % 2 == 0 else []
    return [(0, 0), *((1, k) for k in range(1, rows + 1)), *below, *((-1, k) for k in range(rows, 0, -1))]


def _boxes(places: Sequence[tuple[int, int]], lines: Sequence[int]) -> tuple[list[_Box], float]:
    heights = [0.0] * (1 + max(row for _, row in places))
    for (_, row), count in zip(places, lines, strict=True):
        heights[row] = max(heights[row], count * LINE + 2 * PAD)
    middles, y = [], 1.0
    # Where only two rows are, the sign of the loop stands between them.
    gap = 2 * GAP if len(heights) == 2 else GAP
    for height in heights:
        middles.append(y + height / 2)
        y += height + gap
    boxes = [
        _Box(WIDTH / 2 + side * SIDE, middles[row], BOX if side else CAP, count * LINE + 2 * PAD)
        for (side, row), count in zip(places, lines, strict=True)
    ]
    return boxes, y - gap + 1


_Points = tuple[tuple[float, float], ...]


def _curve(a: _Box, b: _Box, side: int, other: int) -> _Points:
    """From one name to the next: start, one or two points that draw the curve, end."""
    match side, other:
        case 0, 0:  # two names only: out on the one side and back on the other
            away = WIDTH / 2 + (SIDE if a.y < b.y else -SIDE)
            start, end = (a.right, b.right) if a.y < b.y else (a.left, b.left)
            return start, (away, start[1]), (away, end[1]), end
        case 0, _:
            start, end = (a.right, b.top) if other > 0 else (a.left, b.foot)
            return start, (end[0], start[1]), end
        case _, 0:
            start, end = (a.foot, b.right) if side > 0 else (a.top, b.left)
            return start, (start[0], end[1]), end
        case 1, -1:
            return a.left, ((a.left[0] + b.right[0]) / 2, (a.y + b.y) / 2), b.right
        case _:
            start, end = (a.foot, b.top) if side > 0 else (a.top, b.foot)
            return start, ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2), end


def _arrow(curve: _Points, link: Link | None) -> str:
    start, *bends, end = curve
    dx, dy = end[0] - bends[-1][0], end[1] - bends[-1][1]
    length = hypot(dx, dy) or 1.0
    ux, uy = dx / length, dy / length
    foot = (end[0] - HEAD * ux, end[1] - HEAD * uy)
    points = (foot, (foot[0] - 4 * uy, foot[1] + 4 * ux), end, (foot[0] + 4 * uy, foot[1] - 4 * ux))
    sign = {"-": "−"}.get(link.sign, link.sign) if link else "?"
    middle, away = _middle(curve), 20 if link and link.delayed else 15
    out = (0, 3 - away) if start[1] == end[1] else (away if middle[0] >= WIDTH / 2 else -away, 0)
    dash = ' stroke-dasharray="5 4"' if sign == "−" else ""
    path = f"M{_pair(start)}{'QC'[len(bends) - 1]}{' '.join(map(_pair, (*bends, foot)))}"
    return (
        f'<path d="{path}" fill="none" stroke="currentColor" stroke-width="1.6"{dash}/>'
        f'<path d="M{_pair(points[1])}L{_pair(points[2])}L{_pair(points[3])}Z"/>'
        f'<text x="{short(middle[0] + out[0])}" y="{short(middle[1] + out[1] + 6)}" text-anchor="middle" font-size="18"'
        f' font-weight="600">{sign}</text>{_strokes(middle, curve) if link and link.delayed else ""}'
    )


def _middle(curve: _Points) -> tuple[float, float]:
    weights = (0.25, 0.5, 0.25) if len(curve) == 3 else (0.125, 0.375, 0.375, 0.125)
    x = sum(w * p[0] for w, p in zip(weights, curve, strict=True))
    return x, sum(w * p[1] for w, p in zip(weights, curve, strict=True))


def _strokes(middle: tuple[float, float], curve: _Points) -> str:
    """Two short strokes across an arrow: it takes time."""
    dx, dy = curve[-1][0] - curve[0][0], curve[-1][1] - curve[0][1]
    length = hypot(dx, dy) or 1.0
    ux, uy = dx / length, dy / length
    marks = ""
    for along in (-2, 2):
        x, y = middle[0] + along * ux, middle[1] + along * uy
        marks += f"M{_pair((x - 6 * uy, y + 6 * ux))}L{_pair((x + 6 * uy, y - 6 * ux))}"
    return f'<path d="{marks}" stroke="currentColor" stroke-width="1.6"/>'


def _kind(circle: Circle, boxes: Sequence[_Box]) -> str:
    """R or B in the middle, with an arrow round it the way the loop runs."""
    low = max(boxes, key=lambda box: box.y)
    end = low.y - 22 if len(boxes) % 2 and len(boxes) > 1 else low.top[1]
    x, y = WIDTH / 2, (boxes[0].foot[1] + end) / 2
    letter = "R" if circle.loop.kind == "reinforcing" else "B"
    head = "L".join(map(_pair, ((x - 18.5, y + 1.5), (x - 10.5, y + 5.5), (x - 18, y + 10.5))))
    return (
        f'<path d="M{_pair((x - 12, y - 12))}A17 17 0 1 1 {_pair((x - 15, y + 8))}" fill="none" stroke="currentColor"'
        f' stroke-width="1.6"/><path d="M{head}Z"/>'
        f'<text x="{short(x)}" y="{short(y + 6)}" text-anchor="middle" font-size="17" font-weight="600">{letter}</text>'
    )


def _pair(point: tuple[float, float]) -> str:
    return f"{short(point[0])} {short(point[1])}"
