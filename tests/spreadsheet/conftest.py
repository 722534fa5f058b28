"""The small scenario as an Excel file, and what happens to its folder when cells are edited."""

from __future__ import annotations

import difflib
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import openpyxl
import pytest

from workbook.spreadsheet.back import Folder, read_back
from workbook.spreadsheet.cells import TableError
from workbook.spreadsheet.write import save


@dataclass
class Tables:
    """An opened Excel file whose cells are found by row mark and column title."""

    path: Path
    folder: Path

    def __post_init__(self) -> None:
        self.book = openpyxl.load_workbook(self.path)

    def column(self, sheet: str, title: str) -> int:
        return next(cell.column for cell in self.book[sheet][1] if cell.value == title)

    def row(self, sheet: str, mark: str) -> int:
        return next(cell.row for cell in self.book[sheet]["A"] if cell.value == mark)

    def cell(self, sheet: str, mark: str, title: str):
        return self.book[sheet].cell(self.row(sheet, mark), self.column(sheet, title))

    def set(self, sheet: str, mark: str, title: str, value: object) -> str:
        """Type a value; the cell's coordinate."""
        cell = self.cell(sheet, mark, title)
        cell.value = value
        return cell.coordinate

    def add(self, sheet: str, before: str | None = None, **values: object) -> int:
        """A new row, above another or below the last; titles with blanks are written with ``_``."""
        ws = self.book[sheet]
        row = next(k for k in range(ws.max_row + 1, 0, -1) if k == 1 or ws.cell(k - 1, 1).value)
        while any(ws.cell(row, k).value is not None for k in range(1, ws.max_column + 1)):
            row += 1
        if before is not None:
            row = self.row(sheet, before)
            ws.insert_rows(row)
        for title, value in values.items():
            ws.cell(row, self.column(sheet, title.replace("_", " "))).value = value
        return row

    def delete(self, sheet: str, mark: str) -> None:
        self.book[sheet].delete_rows(self.row(sheet, mark))

    def read(self) -> Folder:
        """Save, and read back."""
        self.book.save(self.path)
        return read_back(self.path, self.folder)

    def faults(self) -> list[tuple[str, str, str]]:
        """Sheet, cell and code of every problem."""
        with pytest.raises(TableError) as caught:
            self.read()
        return [(finding.sheet, finding.where, finding.problem.code) for finding in caught.value.findings]

    def changes(self) -> list[str]:
        """The lines that reading back takes away and adds, as ``file -line`` and ``file +line``."""
        return changed_lines(self.read())


def changed_lines(made: Folder) -> list[str]:
    """Every line that differs, with its file."""
    lines = []
    for name in sorted({*made.before, *made.files}):
        old, new = (files.get(name, b"").decode().splitlines() for files in (made.before, made.files))
        diff = list(difflib.unified_diff(old, new, n=0, lineterm=""))[2:]
        lines += [f"{name} {line}" for line in diff if not line.startswith("@@")]
    return lines


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory, klein: Path) -> Path:
    """The small scenario, written once."""
    path = tmp_path_factory.mktemp("tables") / "klein.xlsx"
    save(klein, "de", path)
    return path


@pytest.fixture
def copied(written: Path, tmp_path: Path) -> Path:
    """A copy that a test may damage."""
    return Path(shutil.copy(written, tmp_path / "klein.xlsx"))


@pytest.fixture
def tables(copied: Path, tmp_path: Path) -> Tables:
    return Tables(copied, tmp_path)


@pytest.fixture
def tables_of(tmp_path: Path) -> Callable[[Path], Tables]:
    """The tables of any folder."""

    def opened(folder: Path, lang: str = "de") -> Tables:
        path = tmp_path / f"{folder.name}.xlsx"
        save(folder, lang, path)
        return Tables(path, folder.parent)

    return opened
