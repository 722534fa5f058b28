"""Files -> the rows of the sheets, each with a mark by which it is known again."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from workbook.spreadsheet.columns import Column
from workbook.spreadsheet.document import Entry, Node
from workbook.spreadsheet.layout import LISTED, NAMED, Step, Table

Value = str | int | float | None
"""What a cell shows."""

_NUMBER = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,3})?", re.ASCII)
_EXACT = 15
"""Digits that every spreadsheet program keeps; a longer number stays text."""

_HEADING = re.compile(r"##[ \t]+(?P<scene>[a-z0-9-]+)[ \t]*:[ \t]*(?P<title>\S.*)")


@dataclass(frozen=True, slots=True)
class Match:
    """A record that a pattern found, with the names on the way to it."""

    names: tuple[str, ...]
    container: Node
    entry: Entry

    @property
    def origin(self) -> str:
        return "/".join(self.names)


def matches(table: Table, root: Node | None) -> list[Match]:
    """Every record of a table, in the order of the file."""
    return list(_matches(root, table.pattern, ())) if root else []


def _matches(node: Node, pattern: tuple[Step, ...], names: tuple[str, ...]) -> Iterator[Match]:
    step, rest = pattern[0], pattern[1:]
    for entry in node.entries or ():
        if step == LISTED:
            found = entry.node.at("id")
            name = found.text if found else ""
        else:
            name = entry.key
        if step not in (NAMED, LISTED) and name != step and name not in step:
            continue
        onward = names if isinstance(step, str) and step not in (NAMED, LISTED) else (*names, name)
        if rest:
            yield from _matches(entry.node, rest, onward)
        else:
            yield Match(onward, node, entry)


def shown(node: Node, column: Column) -> Value:
    """What the cell of a column shows of a record."""
    found = node.find(column.path)
    if found is None:
        return None
    if column.part is not None:
        found = found.at(column.part)
        return cell_value(found.text, column) if found else None
    if found.entries is not None:
        mark = "\n" if column.kind == "lines" else ", "
        return mark.join(entry.node.text for entry in found.entries)
    return cell_value(found.text, column)


def cell_value(text: str, column: Column) -> Value:
    """A text of the file as a cell holds it: numbers as numbers."""
    digits = sum(c.isdigit() for c in text)
    if column.kind in ("number", "formula") and _NUMBER.fullmatch(text) and digits <= _EXACT:
        number = float(text)
        return int(number) if number.is_integer() and abs(number) < 10**_EXACT else number
    return text.rstrip("\n")


@dataclass(frozen=True, slots=True)
class Observation:
    """A line of a series file: its cells, and how it was written."""

    origin: str
    file: str
    cells: Mapping[str, str]
    text: str


@dataclass(frozen=True, slots=True)
class SeriesFile:
    """A series file, line by line."""

    header: str
    columns: tuple[str, ...]
    rows: tuple[Observation, ...] = ()
    rest: str = ""
    """Empty lines at the end."""


def series_file(name: str, text: str) -> SeriesFile:
    """Cut a CSV file into its records; each keeps its text, empty lines above included."""
    lines = text.splitlines(keepends=True)
    reader = csv.reader(io.StringIO(text, newline=""))
    columns: tuple[str, ...] = ()
    rows: list[Observation] = []
    header, start = "", 0
    for cells in reader:
        if not cells:
            continue
        raw = "".join(lines[start : reader.line_num])
        start = reader.line_num
        if not columns:
            columns, header = tuple(cell.strip() for cell in cells), raw
        else:
            rows.append(Observation(f"{name}:{len(rows) + 1}", name, dict(zip(columns, cells, strict=False)), raw))
    return SeriesFile(header, columns, tuple(rows), "".join(lines[start:]))


@dataclass(frozen=True, slots=True)
class Passage:
    """The text of a scene in one language: heading, and the lines up to the next."""

    language: str
    chapter: str
    scene: str
    title: str
    heading: str
    body: str

    @property
    def origin(self) -> str:
        return f"{self.language}/{self.chapter}/{self.scene}"


@dataclass(frozen=True, slots=True)
class TextFile:
    """A file of texts, scene by scene."""

    preface: str = ""
    passages: tuple[Passage, ...] = field(default=())


def text_file(language: str, chapter: str, text: str) -> TextFile:
    """Cut a file of texts at its headings."""
    parts = re.split(r"(?m)^(?=##[^#])", text)
    preface = "" if parts[0].startswith("##") else parts.pop(0)
    passages = []
    for part in parts:
        heading, end, body = part.partition("\n")
        found = _HEADING.fullmatch(heading.rstrip())
        scene, title = (found["scene"], found["title"]) if found else ("", heading)
        passages.append(Passage(language, chapter, scene, title, heading + end, body))
    return TextFile(preface, tuple(passages))
