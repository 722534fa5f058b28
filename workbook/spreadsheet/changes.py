"""What the reading of the sheets leads to, and how one row's cells get into its record."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from workbook.spreadsheet.cells import Cell, Findings, is_same, typed
from workbook.spreadsheet.columns import Column
from workbook.spreadsheet.document import Node, put
from workbook.spreadsheet.renames import Renames
from workbook.spreadsheet.rows import Value

Path = tuple[str, ...]


@dataclass
class Changes:
    """What the reading of all sheets leads to."""

    report: Findings = field(default_factory=Findings)
    cells: dict[tuple[str, Path], Cell] = field(default_factory=dict)
    """File and path in it -> the cell that says so."""
    now: dict[str, dict[Path, Cell]] = field(default_factory=dict)
    """Table -> the names of its rows, with their cells."""
    renamed: dict[str, dict[Path, Path]] = field(default_factory=dict)
    """Table -> old names -> new ones, where they differ."""
    changed: int = 0
    added: int = 0
    removed: int = 0
    renames: Renames = field(default_factory=Renames)


def assign(
    node: Node, several: Sequence[Column], cells: Mapping[str, Cell], titles: Mapping[str, str],
    before: Mapping[str, Value], to: Changes,
) -> None:  # fmt: skip
    """Put the values of a row's cells into its record; what a cell still shows is not touched.

    Parameters
    ----------
    node
        The record.
    several
        The columns.
    cells
        The cells by the titles of their columns.
    titles
        Key of a column -> its title.
    before
        What the cells showed when they were written.
    to
        Told of problems, and of how many cells have changed.
    """
    for column in several:
        cell = cells[titles[column.key]]
        reported = len(to.report.found)
        value = typed(cell, column, to.report)
        if len(to.report.found) > reported or is_same(value, before.get(column.key), column):
            continue
        to.changed += bool(before)
        if column.part is not None:
            _range(node, column, cells, titles, before)
        elif not column.path:
            plus = "+" if node.text.startswith("+") and isinstance(value, str) and value[:1].isdigit() else ""
            node.text = plus + value if isinstance(value, str) else ""
        else:
            put(node, column.path, value, column.orders[-len(column.path) :])


def _range(
    node: Node, column: Column, cells: Mapping[str, Cell], titles: Mapping[str, str], before: Mapping[str, Value]
) -> None:
    """Both numbers of a range; the one whose cell did not change stays as it was written."""
    stem = column.key.rpartition(".")[0]
    found = node.find(column.path)
    texts = []
    for part in (0, 1):
        key = f"{stem}.{part}"
        value = typed(cells[titles[key]], column, Findings())
        old = found.at(part) if found else None
        texts.append(old.text if old and is_same(value, before.get(key), column) else value)
    left = [text for text in texts if isinstance(text, str)]
    put(node, column.path, left or None, column.orders[-len(column.path) :])
