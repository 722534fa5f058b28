"""An opened Excel file -> what it carries, and the cells of each of its sheets."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from workbook.errors import Place, Problem, nearest
from workbook.spreadsheet.cells import Cell, Finding, TableError
from workbook.spreadsheet.changes import Changes
from workbook.spreadsheet.excel import Read, read_sheet
from workbook.spreadsheet.sheets import Sheet
from workbook.spreadsheet.source import unpacked
from workbook.spreadsheet.titles import title
from workbook.spreadsheet.write import CARRIER, LAYOUT

if TYPE_CHECKING:
    from openpyxl import Workbook

BLOCKING = ("table-sheet-", "table-title-")
"""Problems after which the cells of a sheet cannot be told apart."""


def carried(book: Workbook, path: Path) -> tuple[str, dict[str, bytes]]:
    """The language of the titles, and the files as they were.

    Raises
    ------
    TableError
        For a file that was not written here, is of another layout, or has lost what it carried.
    """
    if CARRIER not in book.sheetnames:
        raise TableError("table-foreign", file=path.name, sheet=CARRIER)
    said: dict[str, list[str]] = {}
    for key, value, *_ in book[CARRIER].iter_rows(min_col=1, max_col=2, max_row=2_000, values_only=True):
        if key is not None and value is not None:
            said.setdefault(str(key), []).append(str(value))
    layout = said.get("layout", ["?"])[0]
    if layout != str(LAYOUT):
        raise TableError("table-layout", file=path.name, found=layout, expected=LAYOUT)
    files = unpacked(said.get("files", []))
    if not files or "scenario.yaml" not in files:
        raise TableError("table-carrier", file=path.name, sheet=CARRIER)
    return ("en" if said.get("lang") == ["en"] else "de"), files


def sheets_read(book: Workbook, sheets: list[Sheet], to: Changes, lang: str) -> dict[str, Read]:
    """The cells of every sheet; missing sheets and titles and merged cells are reported."""
    read: dict[str, Read] = {}
    for sheet in sheets:
        if sheet.title not in book.sheetnames:
            near = nearest(sheet.title, [name for name in book.sheetnames if name not in {s.title for s in sheets}])
            problem = Problem("table-sheet-missing", Place(), {"sheet": sheet.title, "nearest": near})
            to.report.found.append(Finding(sheet.title, "", problem))
            continue
        found = read_sheet(book[sheet.title])
        read[sheet.key] = found
        wanted = [title("origin", lang), *(column.title for column in sheet.columns)]
        _check_titles(found, wanted, to)
        for area in found.merged:
            to.report(Cell(None, sheet.title, area), "table-merged")
    return read


def _check_titles(found: Read, wanted: list[str], to: Changes) -> None:
    there = [name for name, _ in found.titles]
    strange = {name: cell for name, cell in found.titles if name not in wanted}
    for name in wanted:
        if name not in there:
            near = nearest(name, strange)
            cell = strange.get(near)
            where = cell.where if cell else ""
            code = "table-title-missing" if near else "table-title-gone"
            problem = Problem(code, Place(), {"column": name} | ({"renamed": near} if near else {}))
            to.report.found.append(Finding(found.title, where, problem))
    for k, (name, cell) in enumerate(found.titles):
        if name in wanted and name in there[:k]:
            to.report(cell, "table-title-twice", column=name)
