"""What was typed into a cell -> the text that belongs into the file, or what is wrong with it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from workbook.errors import Place, Problem, WorkbookError
from workbook.messages import message
from workbook.spreadsheet.columns import Column
from workbook.spreadsheet.rows import Value

LONGEST = 32_767
"""Characters that Excel allows in a cell."""

_COMMA = re.compile(r"[+-]?\d+,\d+", re.ASCII)
_FLAGS = {"wahr": "true", "true": "true", "falsch": "false", "false": "false"}
_TURNING = ("LRE", "RLE", "PDF", "LRO", "RLO", "LRI", "RLI", "FSI", "PDI")


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell as it was read."""

    value: Any
    sheet: str
    where: str
    """``D7``"""
    kind: str = "n"
    """How the file types it: ``f`` is a formula, ``e`` an error of one."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem, with the cell in which a person would mend it; ``where`` is empty for a whole sheet."""

    sheet: str
    where: str
    problem: Problem

    def line(self, lang: str | None = None) -> str:
        """The place and the sentence."""
        said = message(self.problem.code, lang, **self.problem.values)
        if not self.sheet:
            return f"{self.problem.place}: {said}"
        code = "table-place" if self.where else "table-place-sheet"
        return f"{message(code, lang, sheet=self.sheet, cell=self.where)} {said}"


class TableError(WorkbookError):
    """An Excel file that does not make a scenario; ``findings`` names every cell to mend."""

    def __init__(self, code: str, findings: Sequence[Finding] = (), **values: object) -> None:
        super().__init__(code, count=len(findings), **values)
        self.findings = tuple(findings)

    def text(self, lang: str | None = None) -> str:
        return "\n".join([super().text(lang), *(finding.line(lang) for finding in self.findings)])


@dataclass
class Findings:
    """Collects problems while cells are read."""

    found: list[Finding] = field(default_factory=list)

    def __call__(self, cell: Cell, code: str, **values: object) -> None:
        self.found.append(Finding(cell.sheet, cell.where, Problem(code, Place(), values)))


def plain(value: float) -> str:
    """A number without exponent and without superfluous zeros."""
    return f"{Decimal(repr(value)):f}".removesuffix(".0")


def typed(cell: Cell, column: Column, report: Findings) -> str | list[str] | None:
    """The text of a cell.

    Returns
    -------
    str, list of str or None
        None for an empty cell; a list where the column holds several. What cannot be meant is reported, and then the
        text is an empty one, so that the cell does not count as cleared.
    """
    value = cell.value
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    text = _text(cell, column, report)
    if column.kind == "list":
        return [part.strip() for part in re.split(r"[,;\n]", text) if part.strip()]
    if column.kind == "lines":
        return [part.strip() for part in text.split("\n") if part.strip()]
    return text


def _text(cell: Cell, column: Column, report: Findings) -> str:
    value = cell.value
    if cell.kind == "f":
        report(cell, "table-formula", found=str(getattr(value, "text", None) or value))
    elif cell.kind == "e":
        report(cell, "table-error", found=str(value))
    elif isinstance(value, bool):
        if column.kind == "flag":
            return str(value).lower()
        report(cell, "table-truth")
    elif isinstance(value, (date, datetime)):
        return _day(cell, column, report)
    elif isinstance(value, (int, float)):
        return plain(value)
    elif isinstance(value, str):
        return _written(cell, column, report)
    else:
        report(cell, "table-kind", found=type(value).__name__)
    return ""


def _day(cell: Cell, column: Column, report: Findings) -> str:
    day = str(cell.value.isoformat())[:10]
    if column.kind == "day":
        return day
    report(cell, "table-date", found=day)
    return ""


def _written(cell: Cell, column: Column, report: Findings) -> str:
    text = str(cell.value).replace("_x000D_", "").replace("\r\n", "\n").replace("\r", "\n").rstrip()
    if len(text) > LONGEST:
        report(cell, "table-long", length=len(text), limit=LONGEST)
        return ""
    hidden = next((c for c in text if _is_hidden(c)), None)
    if hidden:
        report(cell, "file-control", found=f"U+{ord(hidden):04X}")
        return ""
    if column.kind in ("number", "formula") and _COMMA.fullmatch(text.strip()):
        report(cell, "table-comma", found=text.strip(), number=text.strip().replace(",", "."))
        return ""
    if column.kind == "flag":
        return _FLAGS.get(text.strip().lower(), text.strip())
    return text.strip() if column.kind in ("number", "day") else text


def _is_hidden(c: str) -> bool:
    control = unicodedata.category(c) == "Cc" and c not in "\n\t"
    return control or c == "\ufeff" or unicodedata.bidirectional(c) in _TURNING


def is_same(text: str | list[str] | None, before: Value, column: Column) -> bool:
    """Whether a cell still shows what was written into it."""
    was = typed(Cell(before, "", ""), column, Findings())
    if text == was:
        return True
    if column.kind in ("number", "formula") and isinstance(text, str) and isinstance(before, (int, float)):
        try:
            # Programs keep fifteen digits.
            return abs(float(text) - before) <= 1e-14 * abs(before)
        except ValueError:
            return False
    if isinstance(text, str) and isinstance(was, str):
        return _words(text) == _words(was)
    return False


def _words(text: str) -> Sequence[str]:
    """A text without what programs change by themselves: spaces at the ends of its lines."""
    return [line.rstrip() for line in text.strip().split("\n")]
