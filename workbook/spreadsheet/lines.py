"""Rows of the sheets of texts and series -> Markdown and CSV files; what was not changed stays as it was written."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from workbook.errors import nearest
from workbook.folder.csv_data import COLUMNS, NOTE
from workbook.folder.draft import ENDING
from workbook.spreadsheet.cells import Cell, is_same, typed
from workbook.spreadsheet.changes import Changes
from workbook.spreadsheet.excel import Line
from workbook.spreadsheet.rows import Observation, Passage, SeriesFile, TextFile, Value
from workbook.spreadsheet.sheets import Row, Sheet

Titles = Mapping[str, str]


@dataclass
class Made:
    """A file that was put together, and which row stands in which of its lines."""

    text: str = ""
    cells: list[tuple[int, int, dict[str, Cell]]] = field(default_factory=list)
    """First line, last line, the cells of the row that they come from."""

    def add(self, text: str, cells: dict[str, Cell]) -> None:
        """Put a row's text at the end."""
        first = self.text.count("\n") + 1
        self.text += text
        self.cells.append((first, max(first, self.text.count("\n")), cells))


def series(sheet: Sheet, lines: Sequence[Line], files: Mapping[str, SeriesFile], to: Changes,
           titles: Titles) -> dict[str, Made]:  # fmt: skip
    """The series files that the rows make, by their name."""
    old = {row.origin: (line, row) for file in files.values() for line, row in _paired(file, sheet)}
    grouped: dict[str, list[tuple[dict[str, str], Observation | None, dict[str, Cell]]]] = {}
    for line in lines:
        cells = _cells(line, sheet, titles)
        if _is_empty(cells):
            continue
        origin, row = old.pop(str(line.cells[titles["origin"]].value), (None, Row("", {})))
        values, differs = dict(origin.cells) if origin else {}, origin is None
        for column in sheet.columns:
            text = typed(cells[column.key], column, to.report)
            if is_same(text, row.cells.get(column.key), column):
                continue
            to.changed += origin is not None
            differs = True
            values[column.key] = text if isinstance(text, str) else ""
        source = to.renames.one(("sources",), values.get("source", "").strip())
        if source != values.get("source", "").strip():
            values["source"] = source
            to.renames.followed += 1
            differs = True
        name = values.pop("file", origin.file if origin else "")
        if not _is_name(name):
            to.report(cells["file"], "table-file-name", found=name)
            continue
        to.added += origin is None
        grouped.setdefault(name, []).append((values, None if differs else origin, cells))
    to.removed += len(old)
    return {name: _csv(files.get(name), rows) for name, rows in grouped.items()}


def _paired(file: SeriesFile, sheet: Sheet) -> list[tuple[Observation, Row]]:
    rows = {row.origin: row for row in sheet.rows}
    return [(line, rows[line.origin]) for line in file.rows]


def _csv(file: SeriesFile | None, rows: Sequence[tuple[dict[str, str], Observation | None, dict[str, Cell]]]) -> Made:
    has_notes = any(values.get(NOTE) for values, _, _ in rows)
    usual = (*COLUMNS, NOTE) if has_notes else COLUMNS
    columns = file.columns if file else usual
    wider = NOTE not in columns and has_notes
    made = Made()
    if file and not wider:
        made.text = file.header
    else:
        columns = (*columns, NOTE) if wider else columns
        made.text = _joined(columns)
    for values, origin, cells in rows:
        if origin and not wider and origin.text:
            made.add(_ended(origin.text), cells)
        else:
            made.add(_joined([values.get(column, "") for column in columns]), cells)
    # The last line of the file may have had no end.
    old_end = ((file.rows[-1].text if file.rows else file.header) + file.rest) if file else "\n"
    made.text = made.text.removesuffix("\n") if not old_end.endswith("\n") else made.text + (file.rest if file else "")
    return made


def _ended(text: str) -> str:
    return text if text.endswith("\n") else text + "\n"


def _joined(cells: Sequence[str]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow(cells)
    return out.getvalue()


def _is_name(name: str) -> bool:
    return name.endswith(".csv") and name[:-4].replace("-", "").replace("_", "").isalnum() and name.isascii()


@dataclass(frozen=True, eq=False, slots=True)
class _Placed:
    """A passage with the row that it comes from."""

    origin: str
    passage: Passage
    cells: dict[str, Cell]


def texts(sheet: Sheet, lines: Sequence[Line], files: Mapping[str, TextFile], to: Changes,
          titles: Titles) -> dict[str, Made]:  # fmt: skip
    """The files of texts that the rows make, by their path in the folder."""
    old = {passage.origin: passage for file in files.values() for passage in file.passages}
    was = {row.origin: row for row in sheet.rows}
    grouped: dict[str, list[_Placed]] = {}
    filled = [(line, _cells(line, sheet, titles)) for line in lines]
    filled = [(line, cells) for line, cells in filled if not _is_empty(cells)]
    # As with records: by what a row is called, else by its mark.
    called = ["/".join(str(cells[key].value) for key in ("language", "chapter", "scene")) for _, cells in filled]
    for k, (line, cells) in enumerate(filled):
        mark = str(line.cells[titles["origin"]].value)
        origin = called[k] if called[k] in old else mark if mark not in called else ""
        before = old.pop(origin, None)
        passage = _passage(before, was.get(origin), sheet, cells, to)
        if passage:
            name = f"story/{passage.language}/{passage.chapter}.md"
            grouped.setdefault(name, []).append(_Placed(origin if before else "", passage, cells))
    to.removed += len(old)
    usual = [row.origin for row in sheet.rows]
    return {name: _markdown(files.get(name), rows, usual) for name, rows in grouped.items()}


def _passage(old: Passage | None, row: Row | None, sheet: Sheet, cells: dict[str, Cell], to: Changes) -> Passage | None:
    """The text of a row; what is not changed is the old one itself."""
    before: Mapping[str, Value] = row.cells if row and old else {}
    reported = len(to.report.found)
    said: dict[str, str] = {}
    same = True
    for column in sheet.columns:
        text = typed(cells[column.key], column, to.report)
        if text is None and column.key in ("chapter", "scene", "language"):
            to.report(cells[column.key], "table-name-missing", column=column.title)
        kept = old is not None and is_same(text, before.get(column.key), column)
        to.changed += old is not None and not kept
        same = same and kept
        said[column.key] = str(before.get(column.key) or "") if kept else text if isinstance(text, str) else ""
    language = next(column for column in sheet.columns if column.key == "language")
    if said["language"] and said["language"] not in language.words:
        near = nearest(said["language"], language.words)
        to.report(cells["language"], "shape-choice", found=said["language"], nearest=near, allowed=language.words)
    if "/" in said["chapter"] or said["chapter"].startswith("."):
        to.report(cells["chapter"], "shape-slug", found=said["chapter"])
    if len(to.report.found) > reported:
        return old
    to.added += old is None
    chapter, scene = _followed(said["chapter"], said["scene"], to)
    if old and same and (chapter, scene) == (old.chapter, old.scene) and to.renames.prose(old.body) == old.body:
        return old
    if old is None:
        return Passage(said["language"], chapter, scene, said["title"], "", to.renames.prose(said["text"]))
    heading = old.heading
    if scene != old.scene:
        heading = heading.replace(old.scene, scene, 1)
    if said["title"] != old.title:
        before_title, _, after = heading.rpartition(old.title)
        heading = before_title + said["title"].replace("\n", " ") + after
    body = old.body
    if not is_same(said["text"], before.get("text"), sheet.columns[-1]):
        inner = body.strip()
        start = body.index(inner) if inner else len(body)
        body = body[:start] + said["text"].strip() + body[start + len(inner) :]
    now = to.renames.prose(body)
    to.renames.followed += now != body
    return Passage(said["language"], chapter, scene, said["title"], heading, now)


def _followed(chapter: str, scene: str, to: Changes) -> tuple[str, str]:
    """Chapter and scene after they were renamed on their own sheets."""
    if chapter == ENDING:
        new = to.renamed.get("endings", {}).get((scene,))
        return chapter, new[0] if new and (scene,) not in to.now["endings"] else scene
    renamed = to.renamed.get("scenes", {})
    if (chapter, scene) in renamed and (chapter, scene) not in to.now["scenes"]:
        return renamed[chapter, scene][0], renamed[chapter, scene][1]
    return chapter, scene


def _markdown(file: TextFile | None, rows: Sequence[_Placed], usual: Sequence[str]) -> Made:
    made = Made(file.preface if file else "")
    old = {p.origin: k for k, p in enumerate(file.passages)} if file else {}
    kept = [row for row in rows if row.origin in old]
    if [row.origin for row in kept] == [origin for origin in usual if any(origin == row.origin for row in kept)]:
        # A file may tell its scenes in another order than the story: nobody asked to change that.
        ordered = sorted(kept, key=lambda row: old[row.origin])
        for k, row in enumerate(rows):
            if row.origin not in old:
                ordered.insert(ordered.index(rows[k - 1]) + 1 if k else 0, row)
        rows = ordered
    gap = "\n" if file is None or any(p.body.startswith("\n") for p in file.passages) else ""
    is_whole = len(kept) == len(rows) == len(old)
    for k, row in enumerate(rows):
        passage = row.passage
        text = passage.heading + passage.body
        if not passage.heading:
            text = f"## {passage.scene}: {passage.title}\n{gap}{passage.body.strip()}\n"
        if not is_whole and k == len(rows) - 1:
            text = text.rstrip("\n") + _end(file)
        elif not is_whole and not text.endswith("\n\n"):
            text = text.rstrip("\n") + "\n\n"
        made.add(text, row.cells)
    return made


def _end(file: TextFile | None) -> str:
    last = file.passages[-1].body if file and file.passages else "\n"
    return last[len(last.rstrip("\n")) :]


def _cells(line: Line, sheet: Sheet, titles: Titles) -> dict[str, Cell]:
    return {column.key: line.cells[titles[column.key]] for column in sheet.columns}


def _is_empty(cells: Mapping[str, Cell]) -> bool:
    return all(cell.value is None for cell in cells.values())
