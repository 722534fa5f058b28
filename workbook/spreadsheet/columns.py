"""The columns of a record: one for each value that it can hold, derived from its shape."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from workbook.folder.scalars import Day, Decimal, Expression, Flag, Languages, OneOf, Pattern, Span, Whole
from workbook.folder.shapes import Key, ListOf, Record, Shape
from workbook.spreadsheet.document import Order
from workbook.spreadsheet.titles import NOTES, position, title
from workbook.text import LANGUAGES

Kind = Literal["text", "formula", "number", "day", "flag", "list", "lines"]


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a sheet: where its value stands in a row's record, and what may stand there."""

    key: str
    title: str
    about: str = ""
    path: tuple[str, ...] = ()
    kind: Kind = "text"
    part: int | None = None
    """Which of the two numbers of a range."""
    words: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    """Tables whose ids may stand here."""
    orders: tuple[Order, ...] = ()
    required: bool = True
    width: int = 14


REFERS: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("constants", "source"): ("sources",),
    ("facts", "source"): ("sources",),
    ("scenes", "voice"): ("voices",),
    ("endings", "voice"): ("voices",),
    ("decisions", "default"): ("options",),
    ("stocks", "inflows"): ("variables",),
    ("stocks", "outflows"): ("variables",),
    ("loops", "through"): ("levers", "constants", "inputs", "stocks", "variables", "indicators"),
    ("checks", "worlds"): ("worlds",),
    ("checks", "rising"): ("worlds",),
    ("scenario", "lever"): ("levers",),
    ("scenario", "indicator"): ("indicators",),
    ("series", "source"): ("sources",),
}
"""Sheet and key -> the sheets whose ids stand there."""


def columns_of(
    table: str, shape: Shape, languages: Sequence[str], lang: str, *, skip: Sequence[str] = (),
    above: tuple[str, ...] = (), orders: tuple[Order, ...] = (),
) -> Iterator[Column]:  # fmt: skip
    """The columns of a record, inner records written out."""
    if not isinstance(shape, Record):
        return
    orders = (*orders, Order(tuple(shape.keys)))
    for name, key in shape.keys.items():
        path = (*above, name)
        if name in skip:
            continue
        if isinstance(key.shape, Record):
            yield from columns_of(table, key.shape, languages, lang, above=path, orders=orders)
        elif isinstance(key.shape, Languages):
            for code in languages:
                yield column_of(table, (*path, code), key, (*orders, Order(LANGUAGES)), lang)
        elif isinstance(key.shape, Span):
            for part in (0, 1):
                yield column_of(table, path, key, orders, lang, part)
        else:
            yield column_of(table, path, key, orders, lang)


def column_of(
    table: str, path: tuple[str, ...], key: Key, orders: tuple[Order, ...], lang: str, part: int | None = None
) -> Column:
    """The column of one key; ``part`` is 0 or 1 for the two numbers of a range."""
    at = position(lang)
    names = [name for name in path if name not in LANGUAGES]
    shown = ": ".join(title("worlds_in" if name == "worlds" else name, lang) for name in names)
    if part is not None:
        shown += f" {title(('low', 'high')[part], lang)}"
    if path[-1] in LANGUAGES:
        shown += f" ({path[-1]})"
    kind = _kind(key.shape)
    notes = [key.meaning[at] + "."]
    if kind in ("list", "lines"):
        notes.append(NOTES[kind][at])
    inner = key.shape.shape if isinstance(key.shape, ListOf) else key.shape
    words = tuple(inner.words) if isinstance(inner, OneOf) else ("true", "false") if kind == "flag" else ()
    if words:
        notes.append(NOTES["field"][at].format(words=", ".join(words)))
    if not key.required:
        notes.append(NOTES["optional"][at])
    column = ".".join(path) + ("" if part is None else f".{part}")
    return Column(
        column, shown, " ".join(notes), path, kind, part, () if kind == "list" else words,
        REFERS.get((table, names[-1]), ()), orders, key.required, _width(path, kind, key.shape),
    )  # fmt: skip


def _kind(shape: Shape) -> Kind:
    if isinstance(shape, ListOf):
        return "list" if isinstance(shape.shape, (Pattern, OneOf, Whole)) else "lines"
    if isinstance(shape, (Decimal, Whole, Span)):
        return "number"
    if isinstance(shape, Day):
        return "day"
    if isinstance(shape, Expression):
        return "formula"
    return "flag" if isinstance(shape, Flag) else "text"


def _width(path: tuple[str, ...], kind: Kind, shape: Shape) -> int:
    """Characters that a column shows side by side."""
    if isinstance(shape, Expression):
        return 48
    if isinstance(shape, Languages):
        return 26 if shape.limit <= 200 else 44
    if path[-1] in ("title", "url", "publisher"):
        return 40
    return {"number": 10, "flag": 10, "day": 12, "list": 26, "lines": 26}.get(kind, 16)
