"""An Excel file -> cells, with everything refused that is no workbook of ours or would fill the memory.

Nothing in the file is executed: formulas stay text, macros and links to other files are refused or left out.
"""

from __future__ import annotations

import io
import warnings
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workbook.spreadsheet.cells import Cell, TableError

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

MAX_BYTES = 20_000_000
"""Bytes of the file; the largest scenario needs a third of a million."""

MAX_UNPACKED = 200_000_000
"""Bytes of its parts when unpacked."""

MAX_PARTS = 2_000
MAX_ROWS, MAX_COLUMNS = 20_000, 200

_OLD = b"\xd0\xcf\x11\xe0"
"""How .xls files begin, and those that are locked with a password."""


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a sheet: its number, and its cells by the title of their column."""

    number: int
    cells: dict[str, Cell]


@dataclass(frozen=True, slots=True)
class Read:
    """A sheet: its titles with their cells, its rows, and the ranges whose cells were merged."""

    title: str
    titles: list[tuple[str, Cell]]
    lines: list[Line]
    merged: list[str]


def opened(path: Path) -> Workbook:
    """Open a file that may come from anywhere.

    Raises
    ------
    TableError
        When it is missing, too large, locked, has macros, or is no Excel file.
    """
    _check(path)
    from openpyxl import load_workbook

    try:
        with warnings.catch_warnings():
            # It warns of drop-downs in Excel's newer form that it leaves out; nothing here is written again.
            warnings.simplefilter("ignore")
            return load_workbook(io.BytesIO(path.read_bytes()), keep_links=False, rich_text=False)
    except Exception as error:  # a damaged file fails in as many ways as it has parts
        raise TableError("table-not-excel", file=path.name) from error


def _check(path: Path) -> None:
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise TableError("table-file-large", file=path.name, limit=MAX_BYTES)
        with path.open("rb") as file:
            start = file.read(4)
        if start == _OLD:
            raise TableError("table-locked", file=path.name)
        with zipfile.ZipFile(path) as archive:
            _check_parts(archive, path)
    except OSError as error:
        raise TableError("table-file-missing", file=path.name, detail=error.strerror or "") from error
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
        raise TableError("table-not-excel", file=path.name) from error


def _check_parts(archive: zipfile.ZipFile, path: Path) -> None:
    parts = archive.infolist()
    names = {part.filename for part in parts}
    if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED:
        raise TableError("table-bomb", file=path.name, limit=MAX_UNPACKED)
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        raise TableError("table-macros", file=path.name)
    if "xl/workbook.xml" not in names:
        raise TableError("table-not-excel", file=path.name)
    for part in parts:
        if part.filename.endswith((".xml", ".rels")):
            with archive.open(part) as file:
                # No spreadsheet program writes a document type; whoever does wants entities.
                if b"<!DOCTYPE" in file.read(4_096):
                    raise TableError("table-not-excel", file=path.name)


def read_sheet(ws: Worksheet) -> Read:
    """The cells of a sheet below its titles.

    Raises
    ------
    TableError
        When it has more rows than a scenario can have.
    """
    # Only what is in the file is looked at: asking by row and column would make a cell of each of a million rows.
    stored: dict[tuple[int, int], Any] = ws._cells  # noqa: SLF001
    held = {at: cell for at, cell in stored.items() if cell.value is not None}
    rows: dict[int, dict[int, Cell]] = {}
    for (row, column), cell in held.items():
        if row > MAX_ROWS or column > MAX_COLUMNS:
            raise TableError("table-far", sheet=ws.title, cell=cell.coordinate, rows=MAX_ROWS, columns=MAX_COLUMNS)
        rows.setdefault(row, {})[column] = Cell(cell.value, ws.title, cell.coordinate, cell.data_type)
    heads = rows.pop(1, {})
    titles = [(str(cell.value).strip(), cell) for _, cell in sorted(heads.items())]
    at = {column: str(cell.value).strip() for column, cell in heads.items()}
    lines = [Line(row, dict(_named(ws, row, rows[row], at))) for row in sorted(rows)]
    return Read(ws.title, titles, lines, [str(area) for area in ws.merged_cells.ranges])


def _named(ws: Worksheet, row: int, cells: dict[int, Cell], at: dict[int, str]) -> Iterator[tuple[str, Cell]]:
    from openpyxl.utils import get_column_letter

    for column, name in at.items():
        # An empty cell has a place too: something may be missing there.
        yield name, cells.get(column) or Cell(None, ws.title, f"{get_column_letter(column)}{row}")
