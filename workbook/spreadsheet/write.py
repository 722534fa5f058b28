"""Sheets -> an Excel file: drop-downs, comments, frozen titles, numbers as numbers, texts as texts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from workbook.spreadsheet.columns import Column
from workbook.spreadsheet.rows import Value
from workbook.spreadsheet.sheets import Sheet, Source, core_rows, sheets_of, source_of
from workbook.spreadsheet.source import files_of, packed
from workbook.spreadsheet.styles import FIXED, HEAD, LINK, NAME, NUMBER, STRONG, TEXT, TITLE, add_styles
from workbook.spreadsheet.titles import HOW, NOTES, PURPOSES, position, title

if TYPE_CHECKING:
    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

CARRIER = "_workbook"
"""The hidden sheet: what was written, with which layout, and the files themselves."""

LAYOUT = 1
"""The version of the sheets; a file of another one is refused instead of misread."""

SPARE = 500
"""Rows below the last one that also have drop-downs."""

BLANK = 30
"""Empty rows below the last one that look like the others."""

TALLEST = 380.0
"""Points of a row; Excel allows 409."""


def save(folder: Path, lang: str, path: Path) -> None:
    """Write a scenario folder as an Excel file.

    Parameters
    ----------
    folder
        A folder that is a valid scenario.
    lang
        The language of titles and comments: ``de`` or ``en``.
    path
        The file to write.
    """
    from openpyxl import Workbook

    files = files_of(folder)
    source = source_of(files, lang)
    sheets = sheets_of(source)
    book = Workbook()
    add_styles(book)
    front = book.active
    front.title = title("read", lang)
    core = core_rows(folder, source)
    _front(front, sheets, source, core_is_there=bool(core))
    rows = {sheet.key: len(sheet.rows) for sheet in sheets}
    for sheet in sheets:
        _fill(book.create_sheet(sheet.title), sheet, rows, lang)
    if core:
        _core(book.create_sheet(title("core", lang)), core, lang)
    carrier = book.create_sheet(CARRIER)
    carrier.sheet_state = "hidden"
    for row in (["layout", LAYOUT], ["lang", lang], *(["files", piece] for piece in packed(files))):
        carrier.append(row)
    for k, unit in enumerate(_units(sheets), 1):
        _set(carrier.cell(k, 3), unit)
    book.save(path)


def _front(ws: Worksheet, sheets: Sequence[Sheet], source: Source, *, core_is_there: bool) -> None:
    from openpyxl.worksheet.hyperlink import Hyperlink

    at = position(source.lang)
    ws.column_dimensions["A"].width, ws.column_dimensions["B"].width = 26, 100
    frame = source.roots["scenario.yaml"]
    name, heading = frame.at("id"), frame.find(("title", ("de", "en")[at]))
    about = [(sheet.title, sheet.about) for sheet in sheets]
    if core_is_there:
        about.append((title("core", source.lang), PURPOSES["core"][at]))
    blocks = (
        (TITLE, [(heading.text if heading else "", name.text if name else "")]),
        (STRONG, [*HOW[at], ("", "")]),
        (LINK, about),
    )
    for k, (style, first, text) in enumerate(((style, *line) for style, lines in blocks for line in lines), 1):
        _set(ws.cell(k, 1), first, style)
        _set(ws.cell(k, 2), text, TEXT)
        ws.row_dimensions[k].height = _height([(first, 26), (text, 100)])
        if style == LINK:
            ws.cell(k, 1).hyperlink = Hyperlink(ref="", location=f"'{first}'!A1")
            ws.cell(k, 1).style = LINK
    _across(ws)


def _fill(ws: Worksheet, sheet: Sheet, rows: dict[str, int], lang: str) -> None:
    from openpyxl.utils import get_column_letter

    origin = Column("origin", title("origin", lang), NOTES["origin"][position(lang)], width=10)
    for k, column in enumerate((origin, *sheet.columns), 1):
        _head(ws.cell(1, k), column.title, column.about)
        ws.column_dimensions[get_column_letter(k)].width = column.width
    ws.column_dimensions["A"].hidden = True
    ws.freeze_panes = ws.cell(1, 2).offset(1, _names(sheet))
    for number, row in enumerate(sheet.rows, 2):
        _set(ws.cell(number, 1), row.origin, TEXT)
        for k, column in enumerate(sheet.columns, 2):
            value = row.cells.get(column.key)
            _set(ws.cell(number, k), value, _style(column, row.column or column, value, sheet))
        ws.row_dimensions[number].height = _height((row.cells.get(c.key), c.width) for c in sheet.columns)
    # Empty rows to write into, in which a text stays a text.
    for number in range(len(sheet.rows) + 2, len(sheet.rows) + 2 + (0 if sheet.key == "scenario" else BLANK)):
        for k, column in enumerate(sheet.columns, 2):
            ws.cell(number, k).style = _style(column, column, None if column.path else 0, sheet)
    _choices(ws, sheet, rows, lang)
    ws.row_dimensions[1].height = 34
    ws.print_title_rows = "1:1"
    ws.auto_filter.ref = f"A1:{get_column_letter(len(sheet.columns) + 1)}{max(len(sheet.rows) + 1, 2)}"
    _across(ws)


def _names(sheet: Sheet) -> int:
    """How many columns name a row; they stay in view beside the titles."""
    if sheet.key in ("scenario", "series", "texts"):
        return {"scenario": 1, "series": 2, "texts": 3}[sheet.key]
    return [column.key for column in sheet.columns].index("name") + 1


def _style(column: Column, meant: Column, value: Value, sheet: Sheet) -> str:
    if sheet.key == "scenario" and column.key != "value":
        return FIXED
    if column.key in ("name", "file", "chapter", "scene", "decision", "option", "world", "check", "field"):
        return NAME
    is_number = meant.kind == "number" or (meant.kind == "formula" and isinstance(value, (int, float)))
    return NUMBER if is_number else TEXT


def _choices(ws: Worksheet, sheet: Sheet, rows: dict[str, int], lang: str) -> None:
    """Drop-downs: words that are fixed are required, names of other sheets only offered."""
    from openpyxl.worksheet.datavalidation import DataValidation

    last = len(sheet.rows) + 1 + SPARE
    cells: list[tuple[Column, int, int, int]]
    if sheet.key == "scenario":
        cells = [(row.column, 3, k, k) for k, row in enumerate(sheet.rows, 2) if row.column]
    else:
        cells = [(column, k, 2, last) for k, column in enumerate(sheet.columns, 2)]
    for column, k, first, end in cells:
        source = _offered(column, rows, lang)
        if source is None:
            continue
        rule = DataValidation("list", formula1=source, allow_blank=True, showErrorMessage=bool(column.words))
        if column.words:
            rule.errorTitle = column.title[:32]
            rule.error = NOTES["field"][position(lang)].format(words=", ".join(column.words))[:225]
        ws.add_data_validation(rule)
        rule.add(f"{ws.cell(first, k).coordinate}:{ws.cell(end, k).coordinate}")


def _offered(column: Column, rows: dict[str, int], lang: str) -> str | None:
    if column.words:
        return f'"{",".join(column.words)}"'
    if column.key.split(".")[-1] == "unit":
        return f"'{CARRIER}'!$C$1:$C$200"
    if len(column.names) != 1:
        return None
    sheet = column.names[0]
    letter = "C" if sheet == "options" else "B"
    return f"'{title(sheet, lang)}'!${letter}$2:${letter}${rows[sheet] + 1 + SPARE}"


def _core(ws: Worksheet, rows: Sequence[Sequence[Value]], lang: str) -> None:
    keys = ("include", "field", "name", "label", "value", "unit")
    widths = (18, 16, 28, 40, 60, 20)
    for k, (key, width) in enumerate(zip(keys, widths, strict=True), 1):
        _head(ws.cell(1, k), title(key, lang), NOTES["fixed"][position(lang)])
        ws.column_dimensions["ABCDEF"[k - 1]].width = width
    for number, row in enumerate(rows, 2):
        ws.row_dimensions[number].height = _height(zip(row, widths, strict=True))
        for k, value in enumerate(row, 1):
            _set(ws.cell(number, k), value, FIXED)
    ws.freeze_panes = "D2"
    _across(ws)
    ws.protection.sheet = True
    ws.protection.formatColumns = False
    ws.protection.autoFilter = False


def _units(sheets: Sequence[Sheet]) -> list[str]:
    return sorted({str(row.cells["unit"]) for sheet in sheets for row in sheet.rows if row.cells.get("unit")})[:200]


def _set(cell: Cell, value: Value, style: str = "") -> None:
    """A text stays a text even when it begins like a formula."""
    cell.value = value
    if style:
        cell.style = style
    if isinstance(value, str):
        cell.data_type = "s"
        if value[:1] in ("=", "+", "-", "@"):
            cell.quotePrefix = True


def _head(cell: Cell, text: str, about: str) -> None:
    from openpyxl.comments import Comment

    _set(cell, text, HEAD)
    if about:
        cell.comment = Comment(about, "workbook", height=90, width=320)


def _height(cells: Iterable[tuple[Value, int]]) -> float:
    """Points that a row needs to show its texts; not every program finds that out when it opens a file."""
    lines = (sum(len(part) // width + 1 for part in str(value).split("\n")) for value, width in cells if value)
    return min(15.0 * max(lines, default=1) + 3, TALLEST)


def _across(ws: Worksheet) -> None:
    """Printed across, all columns on one page."""
    ws.page_setup.orientation, ws.page_setup.fitToHeight = "landscape", 0
    ws.sheet_properties.pageSetUpPr.fitToPage = True
