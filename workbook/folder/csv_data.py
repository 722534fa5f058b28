"""data/*.csv -> series of observations.

Header: ``series,label_de,label_en,year,value,unit,source`` and, if wanted, ``note``. A line is one
observation; the lines of a series agree in label and unit.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from workbook.errors import Place
from workbook.folder.files import FIRST_YEAR, LAST_YEAR
from workbook.folder.prose import prose_problems
from workbook.folder.scalars import number_of
from workbook.folder.shapes import Reporter
from workbook.folder.yaml_tree import MOST_PROBLEMS, Scalar
from workbook.model import Observation, Series
from workbook.text import Text

COLUMNS = ("series", "label_de", "label_en", "year", "value", "unit", "source")
NOTE = "note"
_NAME = re.compile(r"[a-z][a-z0-9]*(?:[_-][a-z0-9]+)*", re.ASCII)
_SAME = ("label_de", "label_en", "unit")


@dataclass
class Draft:
    """A series while its lines come in; remembers where each stood."""

    name: str
    place: Place
    row: dict[str, str]
    observations: dict[float, Observation] = field(default_factory=dict)
    lines: dict[float, Place] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    differs: set[str] = field(default_factory=set)
    """Columns whose lines disagree; each is told once."""

    def series(self) -> Series:
        """The finished series, in the order of years."""
        notes = " ".join(self.notes)
        return Series(
            name=self.name,
            label=Text.of(de=self.row["label_de"], en=self.row["label_en"]),
            unit=self.row["unit"],
            observations=tuple(o for _, o in sorted(self.observations.items())),
            note=Text.of(de=notes) if notes else Text(),
            place=self.place,
        )


def read_csv(text: str, file: str, drafts: dict[str, Draft], report: Reporter) -> bool:
    """Add one file's observations to ``drafts``; False when the file could not be read through."""
    before = len(report.problems)
    rows = _rows(text, file, report)
    header = next(rows, None)
    if header is None:
        report("csv-empty", Place(file, 1, 1))
        return False
    columns = [name.strip() for name in header[1]]
    if tuple(columns) not in (COLUMNS, (*COLUMNS, NOTE)):
        expected = [*COLUMNS, f"[{NOTE}]"]
        report("csv-header", header[0], expected=expected, found=columns)
        return False
    found = False
    for place, cells in rows:
        found = True
        if len(report.problems) - before >= MOST_PROBLEMS:
            report("file-many", place, count=MOST_PROBLEMS)
            return False
        if len(cells) != len(columns):
            report("csv-columns", place, found=len(cells), expected=len(columns))
            continue
        _observation(place, dict(zip(columns, (cell.strip() for cell in cells), strict=True)), drafts, report)
    if not found:
        report("csv-empty", Place(file, 1, 1))
    return all(problem.code not in ("csv-empty", "csv-syntax") for problem in report.problems[before:])


def _rows(text: str, file: str, report: Reporter) -> Iterator[tuple[Place, list[str]]]:
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    line = 1
    try:
        for cells in reader:
            if cells:
                yield Place(file, line, 1), cells
            line = reader.line_num + 1
    except csv.Error as error:
        report("csv-syntax", Place(file, line, 1), detail=str(error))


def _observation(place: Place, row: dict[str, str], drafts: dict[str, Draft], report: Reporter) -> None:
    if not _is_complete(place, row, report):
        return
    year = number_of(Scalar(row["year"], place), report)
    value = number_of(Scalar(row["value"], place), report)
    if year is None or value is None:
        return
    if not FIRST_YEAR <= year <= LAST_YEAR:
        report("year-outside", place, year=row["year"], low=FIRST_YEAR, high=LAST_YEAR)
        return
    draft = drafts.setdefault(row["series"], Draft(row["series"], place, row))
    _agree(draft, place, row, report)
    if year in draft.observations:
        report("csv-year-twice", place, series=draft.name, year=row["year"], first=str(draft.lines[year]))
        return
    draft.observations[year] = Observation(year, value, row["source"])
    draft.lines[year] = place
    note = row.get(NOTE, "")
    if note and note not in draft.notes:
        draft.notes.append(note)


def _is_complete(place: Place, row: dict[str, str], report: Reporter) -> bool:
    for column in COLUMNS:
        if not row[column]:
            report("csv-field", place, column=column)
            return False
    if not _NAME.fullmatch(row["series"]):
        report("shape-identifier", place, found=row["series"])
        return False
    for column in (*_SAME, NOTE):
        for code, _, found in prose_problems(row.get(column, "")):
            report(code, place, found=found)
    return True


def _agree(draft: Draft, place: Place, row: dict[str, str], report: Reporter) -> None:
    """The lines of a series must name it alike."""
    for column in _SAME:
        if draft.row[column] != row[column] and column not in draft.differs:
            draft.differs.add(column)
            first, other = draft.row[column], row[column]
            report("csv-differs", place, series=draft.name, column=column, first=first, found=other)
