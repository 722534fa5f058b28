"""A drawing whose shapes are the same in every language, and labels that stand in it line by line.

It takes its colour from the text around it and has no styles, no ids and no scripts, so that it can
stand in a notebook, in a page with a strict policy, and as an image of its own, black on white.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

SIZE = 12
"""Height of the letters. A drawing for a phone is as wide as a phone, so that this is their real size."""
LINE = 15
"""From one line of a label to the next."""
_NARROW, _WIDE = frozenset("fijlrtI.,:;()[]'’!|· "), frozenset("mwMWÄÖÜGOQ%@–—")
MARK = "▸\N{NO-BREAK SPACE}"
HALO = (
    'paint-order="stroke" stroke="var(--paper, var(--jp-layout-color0, Canvas))" stroke-width="3"'
    ' stroke-linejoin="round"'
)
"""A label keeps a rim in the colour of the ground, so that it can be read on bands and lines."""


@dataclass(frozen=True, slots=True)
class Spot:
    """The middle of a label's height, and which side of it is held fast."""

    x: float
    y: float
    anchor: str = "start"
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Drawing:
    """Shapes as SVG text, and spots for the labels, in the units of the view box."""

    width: int
    height: int
    shapes: str
    spots: tuple[Spot, ...]
    labels: Mapping[str, tuple[tuple[str, ...], ...]]
    """By language: the lines of the label of each spot."""

    def svg(self, lang: str, name: str, between: str = "", marked: Collection[int] = ()) -> str:
        """The drawing as an element.

        Parameters
        ----------
        name : str
            What it shows, for those who do not see it.
        between : str
            Shapes that lie on the others and under the labels.
        marked : collection of int
            Places of labels that are set off by a sign and by their weight.
        """
        rows = zip(self.spots, self.labels[lang], strict=True)
        labels = "".join(label(spot, lines, marked=k in marked) for k, (spot, lines) in enumerate(rows))
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {self.width} {self.height}" width="{self.width}"'
            f' role="img" aria-label="{escape(name)}" fill="currentColor" font-family="system-ui, sans-serif"'
            f' font-size="{SIZE}">{self.shapes}{between}<g {HALO}>{labels}</g></svg>'
        )

    def plain(self) -> dict[str, Any]:
        """The same as JSON takes it, for a page that composes it itself."""
        return {
            "box": [self.width, self.height],
            "shapes": self.shapes,
            "spots": [[short(s.x), short(s.y), s.anchor, int(s.bold)] for s in self.spots],
            "labels": {lang: [list(lines) for lines in rows] for lang, rows in self.labels.items()},
        }


def label(spot: Spot, lines: Sequence[str], *, marked: bool = False) -> str:
    """The lines of a label below each other."""
    x, weight = short(spot.x), ' font-weight="600"' if spot.bold or marked else ""
    foot = spot.y + 0.35 * SIZE - (len(lines) - 1) * LINE / 2
    told = [MARK + lines[0], *lines[1:]] if marked else lines
    rows = "".join(f'<tspan x="{x}" y="{short(foot + k * LINE)}">{escape(row)}</tspan>' for k, row in enumerate(told))
    return f'<text text-anchor="{spot.anchor}"{weight}>{rows}</text>'


def short(value: float) -> float | int:
    """A coordinate to a tenth of a pixel."""
    rounded = round(value, 1)
    return int(rounded) if rounded == int(rounded) else rounded


def width_of(text: str) -> float:
    """About how wide a text is; on the safe side for the fonts of the usual systems."""
    return sum(SIZE * (0.38 if c in _NARROW else 0.92 if c in _WIDE else 0.72 if c.isupper() else 0.62) for c in text)


def wrapped(text: str, width: float) -> tuple[str, ...]:
    """A text in lines that fit; a word that does not fit is broken with a hyphen."""
    lines: list[str] = []
    for word in text.split():
        for part in _parts(word, width):
            if lines and not lines[-1].endswith("-\u200b") and width_of(f"{lines[-1]} {part}") <= width:
                lines[-1] += f" {part}"
            else:
                lines.append(part)
    return tuple(line.replace("\u200b", "") for line in lines) or ("",)


def _parts(word: str, width: float) -> list[str]:
    """A word, in pieces when it is too long: each as long as fits, never leaving fewer than four letters."""
    parts = []
    while width_of(word) > width and len(word) > 8:
        fit = max((k for k in range(4, len(word) - 3) if width_of(word[:k] + "-") <= width), default=4)
        parts.append(word[:fit] + "-\u200b")
        word = word[fit:]
    return [*parts, word]
