"""The shapes of single values: names, numbers, dates, texts, expressions.

YAML's own typing plays no part: each shape says what it takes a scalar's text for.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from typing import Any, Literal

from workbook.errors import nearest
from workbook.expr.nodes import Node
from workbook.expr.parse import ExprError, is_name, parse
from workbook.folder import yaml_tree
from workbook.folder.prose import prose_problems
from workbook.folder.shapes import Leaf, NameShape, Reporter, Shape, found_kind
from workbook.folder.yaml_tree import Scalar, Tree
from workbook.text import LANGUAGES, Text

_NUMBER = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,3})?", re.ASCII)
_IDENTIFIER = r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*"
_SLUG = r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*"
_ANY_NAME = r"[a-z][a-z0-9]*(?:[_-][a-z0-9]+)*"
MAX_NAME = 60
MAX_TEXT = 4_000


def scalar_of(tree: Tree, report: Reporter) -> Scalar | None:
    """The scalar, or a report that there is none."""
    if not isinstance(tree, Scalar):
        report("shape-scalar", tree.place, found=found_kind(tree))
        return None
    if not tree.text.strip():
        report("shape-empty", tree.place)
        return None
    return tree


def number_of(scalar: Scalar, report: Reporter) -> float | None:
    """A finite number, or a report."""
    if _NUMBER.fullmatch(scalar.text) and len(scalar.text) <= MAX_NAME:
        value = float(scalar.text)
        if math.isfinite(value):
            return value
    report("shape-number", scalar.place, found=scalar.text)
    return None


class Pattern(NameShape):
    """A name by pattern: an identifier (``a_b``), a slug (``a-b``) or either."""

    def __init__(self, kind: Literal["identifier", "slug", "any"]) -> None:
        self.kind = kind
        self.pattern = {"identifier": f"^{_IDENTIFIER}$", "slug": f"^{_SLUG}$", "any": f"^{_ANY_NAME}$"}[kind]

    def read(self, tree: Tree, report: Reporter) -> Leaf[str] | None:
        scalar = scalar_of(tree, report)
        if scalar is None:
            return None
        if not re.fullmatch(self.pattern[1:-1], scalar.text) or len(scalar.text) > MAX_NAME:
            code = "shape-identifier" if self.kind == "identifier" else "shape-slug"
            report(code, scalar.place, found=scalar.text)
            return None
        if self.kind == "identifier" and not is_name(scalar.text):
            report("name-reserved", scalar.place, name=scalar.text)
            return None
        return Leaf(scalar.text, scalar.place, scalar.text)

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "pattern": self.pattern, "maxLength": MAX_NAME}


class Line(Shape):
    """A text of one language, such as an author's name or a unit."""

    def __init__(self, limit: int = 300) -> None:
        self.limit = limit

    def read(self, tree: Tree, report: Reporter) -> Leaf[str] | None:
        scalar = scalar_of(tree, report)
        if scalar is None:
            return None
        return Leaf(scalar.text, scalar.place, scalar.text) if checked_prose(scalar, report, self.limit) else None

    def schema(self) -> dict[str, Any]:
        return {"type": ["string", "number"], "maxLength": self.limit}


class Languages(Shape):
    """A text in several languages, ``{de: …, en: …}``."""

    def __init__(self, limit: int = MAX_TEXT) -> None:
        self.limit = limit

    def read(self, tree: Tree, report: Reporter) -> Leaf[Text] | None:
        if not isinstance(tree, yaml_tree.Mapping):
            report("text-languages", tree.place, found=found_kind(tree))
            return None
        versions: list[tuple[str, str]] = []
        for key, value in tree.entries:
            if key.text not in LANGUAGES and versions and isinstance(value, Scalar) and not value.text:
                report("text-comma", key.place, found=key.text)
                continue
            if key.text not in LANGUAGES:
                report("text-language-unknown", key.place, language=key.text, allowed=list(LANGUAGES))
                continue
            scalar = scalar_of(value, report)
            if scalar is not None:
                checked_prose(scalar, report, self.limit)
                versions.append((key.text, scalar.text.strip()))
            else:
                versions.append((key.text, ""))
        return Leaf(Text(tuple(versions)), tree.place)

    def schema(self) -> dict[str, Any]:
        text = {"type": ["string", "number"], "maxLength": self.limit}
        return {"type": "object", "properties": dict.fromkeys(LANGUAGES, text), "additionalProperties": False,
                "required": ["de"]}  # fmt: skip


def checked_prose(scalar: Scalar, report: Reporter, limit: int) -> bool:
    """Whether a text is short enough and free of HTML and strange links; reports what is not."""
    if len(scalar.text) > limit:
        report("shape-length", scalar.place, length=len(scalar.text), limit=limit)
        return False
    for code, offset, found in prose_problems(scalar.text):
        report(code, scalar.at(offset), found=found)
    return True


class Decimal(Shape):
    """A number."""

    def read(self, tree: Tree, report: Reporter) -> Leaf[float] | None:
        scalar = scalar_of(tree, report)
        value = number_of(scalar, report) if scalar else None
        return None if value is None or scalar is None else Leaf(value, scalar.place, scalar.text)

    def schema(self) -> dict[str, Any]:
        return {"type": "number"}


class Whole(Shape):
    """A whole number within bounds, such as a year."""

    def __init__(self, low: int, high: int) -> None:
        self.low = low
        self.high = high

    def read(self, tree: Tree, report: Reporter) -> Leaf[int] | None:
        scalar = scalar_of(tree, report)
        if scalar is None:
            return None
        if not re.fullmatch(r"\d{1,9}", scalar.text, re.ASCII) or not self.low <= int(scalar.text) <= self.high:
            report("shape-integer", scalar.place, found=scalar.text, low=self.low, high=self.high)
            return None
        return Leaf(int(scalar.text), scalar.place, scalar.text)

    def schema(self) -> dict[str, Any]:
        return {"type": "integer", "minimum": self.low, "maximum": self.high}


class StepOfTime(Shape):
    """A whole part of a year, ``1/12``; read as steps per year."""

    def read(self, tree: Tree, report: Reporter) -> Leaf[int] | None:
        scalar = scalar_of(tree, report)
        if scalar is None:
            return None
        if re.fullmatch(r"1(/[1-9]\d{0,2})?|0\.\d{1,4}", scalar.text, re.ASCII):
            parts = Fraction(scalar.text)
            if parts.numerator == 1 and parts.denominator <= 366:
                return Leaf(parts.denominator, scalar.place, scalar.text)
        report("shape-fraction", scalar.place, found=scalar.text)
        return None

    def schema(self) -> dict[str, Any]:
        return {"type": ["string", "number"], "examples": ["1/12", 1]}


class Day(Shape):
    """A date, ``2026-11-24``."""

    def read(self, tree: Tree, report: Reporter) -> Leaf[str] | None:
        scalar = scalar_of(tree, report)
        if scalar is None:
            return None
        if not _is_day(scalar.text):
            report("shape-date", scalar.place, found=scalar.text)
            return None
        return Leaf(scalar.text, scalar.place, scalar.text)

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"}


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return re.fullmatch(r"\d{4}-\d{2}-\d{2}", text, re.ASCII) is not None


class Address(Shape):
    """A web address."""

    def read(self, tree: Tree, report: Reporter) -> Leaf[str] | None:
        scalar = scalar_of(tree, report)
        if scalar is None:
            return None
        if not re.fullmatch(r"https?://[^\s<>\"'`{}|\\^]{3,2000}", scalar.text):
            report("shape-url", scalar.place, found=scalar.text)
            return None
        return Leaf(scalar.text, scalar.place, scalar.text)

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "pattern": "^https?://"}


class Span(Shape):
    """Two numbers, the lower first, ``[0, 10]``."""

    def read(self, tree: Tree, report: Reporter) -> Leaf[tuple[float, float]] | None:
        if not isinstance(tree, yaml_tree.Sequence):
            report("shape-range", tree.place, found=found_kind(tree))
            return None
        scalars = [item for item in tree.items if isinstance(item, Scalar)]
        if len(scalars) != len(tree.items) or len(scalars) != 2:
            report("shape-range", tree.place, found=[found_kind(item) for item in tree.items])
            return None
        low, high = number_of(scalars[0], report), number_of(scalars[1], report)
        if low is None or high is None:
            return None
        if low >= high:
            report("shape-range-order", tree.place, low=low, high=high)
            return None
        return Leaf((low, high), tree.place)

    def schema(self) -> dict[str, Any]:
        return {"type": "array", "items": {"type": "number"}, "minItems": 2, "maxItems": 2}


class OneOf(Shape):
    """One of a few words."""

    def __init__(self, *words: str) -> None:
        self.words: Sequence[str] = words

    def read(self, tree: Tree, report: Reporter) -> Leaf[str] | None:
        scalar = scalar_of(tree, report)
        if scalar is None:
            return None
        if scalar.text not in self.words:
            near = nearest(scalar.text, self.words)
            report("shape-choice", scalar.place, found=scalar.text, nearest=near, allowed=list(self.words))
            return None
        return Leaf(scalar.text, scalar.place, scalar.text)

    def schema(self) -> dict[str, Any]:
        return {"enum": list(self.words)}


class Flag(Shape):
    """``true`` or ``false``."""

    def read(self, tree: Tree, report: Reporter) -> Leaf[bool] | None:
        scalar = scalar_of(tree, report)
        if scalar is None:
            return None
        if scalar.text not in ("true", "false"):
            report("shape-boolean", scalar.place, found=scalar.text)
            return None
        return Leaf(scalar.text == "true", scalar.place, scalar.text)

    def schema(self) -> dict[str, Any]:
        return {"type": "boolean"}


class Expression(Shape):
    """An expression that yields a number or a truth; ``words`` may stand instead of it."""

    def __init__(self, kind: Literal["number", "truth"] = "number", words: Sequence[str] = ()) -> None:
        self.kind = kind
        self.words = words

    def read(self, tree: Tree, report: Reporter) -> Leaf[Node | str] | None:
        scalar = scalar_of(tree, report)
        if scalar is None:
            return None
        if scalar.text in self.words:
            return Leaf(scalar.text, scalar.place, scalar.text, scalar.at)
        try:
            node = parse(scalar.text, self.kind)
        except ExprError as error:
            report(error.code, scalar.at(error.start), **error.values)
            return None
        return Leaf(node, scalar.place, scalar.text, scalar.at)

    def schema(self) -> dict[str, Any]:
        return {"type": ["string", "number"] if self.kind == "number" else "string"}
