"""The files that an Excel file makes -> checked, before anybody sees them; problems with their cells."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from pathlib import Path

from workbook.folder import check_folder
from workbook.spreadsheet.cells import Finding, TableError
from workbook.spreadsheet.changes import Changes
from workbook.spreadsheet.lines import Made
from workbook.spreadsheet.places import located
from workbook.spreadsheet.sheets import Sheet, Source
from workbook.spreadsheet.source import text_of


def checked(
    path: Path, beside: Path, files: Mapping[str, bytes], source: Source, sheets: list[Sheet],
    made: Mapping[str, Made], to: Changes,
) -> tuple[Finding, ...]:  # fmt: skip
    """Check the folder before anybody sees it; its warnings, with their cells.

    Raises
    ------
    TableError
        With every error of the folder and of the cells.
    """
    # Beside its future place, so that shared modules are found as they will be.
    with tempfile.TemporaryDirectory(prefix=".workbook-", dir=beside) as folder:
        write_files(Path(folder), files)
        _, problems = check_folder(Path(folder))
    # The folder's name is a passing one.
    told = [problem for problem in problems if problem.code != "folder-id"]
    texts_now = {file: text_of(data) for file, data in files.items() if file in source.roots}
    titles = {table.file: table.title for table in reversed(source.tables)}
    titles |= {"scenario.yaml": next(sheet.title for sheet in sheets if sheet.key == "scenario")}
    shown = {sheet.key: sheet.title for sheet in sheets}
    titles |= {file: shown["series"] for file in files if file.startswith("data/")}
    titles |= {file: shown["texts"] for file in files if file.startswith("story/")}
    found = located(told, texts_now, to.cells, made, titles)
    errors = [finding for finding in found if finding.problem.severity == "error"]
    if errors or to.report.found:
        raise TableError("table-invalid", _sorted([*to.report.found, *errors], sheets), file=path.name)
    return tuple(_sorted([finding for finding in found if finding.problem.severity != "error"], sheets))


def _sorted(findings: list[Finding], sheets: list[Sheet]) -> list[Finding]:
    """Sheet by sheet, row by row; of several problems of one cell that could not be read, only the first."""
    from openpyxl.utils.cell import column_index_from_string, coordinate_from_string

    order = {sheet.title: k for k, sheet in enumerate(sheets)}

    def place(finding: Finding) -> tuple[int, int, int]:
        if not finding.where or ":" in finding.where:
            return order.get(finding.sheet, -1), 0, 0
        letter, row = coordinate_from_string(finding.where)
        return order.get(finding.sheet, -1), row, column_index_from_string(letter)

    unread = {(f.sheet, f.where) for f in findings if f.problem.code.startswith(("table-", "file-"))}
    kept = [
        finding
        for finding in findings
        if finding.problem.code.startswith(("table-", "file-")) or (finding.sheet, finding.where) not in unread
    ]
    unique = {(f.sheet, f.where, f.problem.text()): f for f in kept}
    return sorted(unique.values(), key=place)


def write_files(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files into a folder that is there."""
    for name, data in files.items():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
