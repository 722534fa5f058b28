"""What was found, as sentences and tables: the same for notebook, terminal and page."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from workbook.expr.nodes import Compare, Decided, Logic, Node, Word
from workbook.messages import current_language
from workbook.model import Scenario
from workbook.text import base_language, format_number
from workbook.wording import condition_words, digits_of, label_of, unit_between, with_unit

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True)
class Part:
    """One table: the first column names the row; ``numbers`` are set flush right."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Telling:
    """A finding for a reader. ``method`` says how it was computed and what it does not say."""

    title: str
    sentences: tuple[str, ...]
    tables: tuple[Part, ...]
    method: str


class Finding:
    """What every finding can do; a notebook shows its sentences and tables."""

    __slots__ = ()

    def told(self, lang: str) -> Telling:
        """Sentences and tables in a language."""
        raise NotImplementedError

    @property
    def frame(self) -> pd.DataFrame:
        """Full numbers under names for programs."""
        raise NotImplementedError

    def sentences(self, lang: str = "de") -> tuple[str, ...]:
        """What can be read aloud."""
        return self.told(lang).sentences

    def __repr__(self) -> str:
        return "\n".join(self.sentences(current_language()))

    def _repr_html_(self) -> str:
        told = self.told(current_language())
        return "".join([*(f"<p>{escape(s)}</p>" for s in told.sentences), *map(table_html, told.tables)])


def table_html(part: Part, *, classes: bool = False) -> str:
    """A table with headings in both directions; a wide one scrolls within itself, its caption stays.

    ``classes`` aligns by the classes ``left`` and ``right``, for a page whose policy allows no style attributes.
    """

    def aligned(k: int) -> str:
        side = "right" if k in part.numbers else "left"
        return f'class="{side}"' if classes else f'style="text-align: {side}"'

    head = "".join(f'<th scope="col" {aligned(k)}>{escape(name)}</th>' for k, name in enumerate(part.header))
    body = "".join(
        f'<tr><th scope="row" {aligned(0)}>{escape(row[0])}</th>'
        + "".join(f"<td {aligned(k)}>{escape(cell)}</td>" for k, cell in enumerate(row[1:], start=1))
        + "</tr>"
        for row in part.rows
    )
    caption, plain = escape(part.caption), "" if classes else ' style="margin: 0"'
    return (
        f"<figure{plain}><figcaption>{caption}</figcaption>"
        f'<div class="scroll" tabindex="0" role="group" aria-label="{caption}">'
        f'<table class="nb-table" aria-label="{caption}"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'
        "</div></figure>"
    )


def german(lang: str) -> bool:
    """Whether labels and sentences are German; Einfache Sprache has none of its own here."""
    return base_language(lang) == "de"


def hundred(share: float, lang: str) -> str:
    """A share as ``78 von 100``; what is neither none nor all is never told as that."""
    count = min(max(round(100 * share), 1), 99) if 0 < share < 1 else round(100 * share)
    few = 0 < share < 0.005
    many = 0.995 < share < 1
    if german(lang):
        return ("weniger als 1" if few else "mehr als 99" if many else str(count)) + " von 100"
    return ("fewer than 1" if few else "more than 99" if many else str(count)) + " of 100"


def quoted(text: str, lang: str) -> str:
    """A label in the marks of its language."""
    return f"»{text}«" if german(lang) else f"“{text}”"


def named(scenario: Scenario, name: str, lang: str) -> str:
    """The label of anything, in marks."""
    return quoted(label_of(scenario, name, lang), lang)


def listed(words: Iterable[str], lang: str, *, last: str = "") -> str:
    """Words with commas and an *and* before the last."""
    words = list(words)
    joint = last or ("und" if german(lang) else "and")
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {joint} {words[-1]}"


def ending_title(scenario: Scenario, place: int, lang: str) -> str:
    """The title of an ending."""
    scene = scenario.endings.scenes[place]
    passage = scenario.passages.get(base_language(lang), {}).get(f"{scenario.endings.name}.{scene.name}")
    return passage.title if passage else scene.name


def node_words(scenario: Scenario, node: Node, text: str, lang: str) -> str:
    """A condition in labels where it is comparisons joined by one word, else as it was written."""
    parts = _joined_by(node, node.op) if isinstance(node, Logic) else [node]
    words = [_comparison(scenario, part, lang) for part in parts]
    if not all(words):
        return text
    joint = ("und", "and") if isinstance(node, Logic) and node.op == "and" else ("oder", "or")
    return f" {joint[not german(lang)]} ".join(words)


def _joined_by(node: Node, op: str) -> list[Node]:
    if isinstance(node, Logic) and node.op == op:
        return [*_joined_by(node.left, op), *_joined_by(node.right, op)]
    return [node]


def _comparison(scenario: Scenario, node: Node, lang: str) -> str:
    """A comparison in labels; nothing for any other node."""
    if not isinstance(node, Compare):
        return ""
    if not isinstance(node.left, Decided):
        return condition_words(scenario, node, lang, holds=True).replace(": ", " ", 1)
    if not isinstance(node.right, Word) or node.op != "==":
        return ""
    decision = scenario.decisions[node.left.decision]
    option = decision.options[node.right.value]
    return f"{quoted(decision.label[lang], lang)}: {quoted(option.label[lang], lang)}"


def amount(scenario: Scenario, name: str, value: float, lang: str) -> str:
    """The size of a difference with its unit, to three digits; between two shares of a hundred it is one in points."""
    own = digits_of(scenario, name, value)
    if value:
        value = round(value, 2 - math.floor(math.log10(abs(value))))
        while abs(value) < 2 * 10.0**-own and own < 6:
            own += 1
    return with_unit(format_number(value, lang, own), unit_between(scenario, name, lang))


def digits_within(low: float, high: float) -> int:
    """Decimal places that tell a hundred values of a range apart."""
    return min(max(math.ceil(-math.log10((high - low) / 100)), 0), 12) if high > low else 0


def columns_of(frame: pd.DataFrame) -> tuple[list[str], list[list[object]]]:
    """A frame as header and rows of plain values, None where there is none."""
    rows = [
        [None if isinstance(value, float) and not math.isfinite(value) else value for value in row]
        for row in frame.to_dict("split")["data"]
    ]
    return [str(name) for name in frame.columns], rows
