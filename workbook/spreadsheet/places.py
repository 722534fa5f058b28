"""A problem of a file -> the cell in which a person would mend it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath

from workbook.errors import Problem
from workbook.folder.draft import ENDING
from workbook.folder.yaml_tree import Mapping as Branch
from workbook.folder.yaml_tree import Scalar, Tree, read_yaml
from workbook.folder.yaml_tree import Sequence as Listed
from workbook.spreadsheet.cells import Cell, Finding, Findings, typed
from workbook.spreadsheet.changes import Path
from workbook.spreadsheet.columns import Column
from workbook.spreadsheet.lines import Made
from workbook.spreadsheet.records import VALUE

_OF_WHOLE = frozenset({"shape-missing", "shape-count", "shape-record", "scene-when-missing", "text-language-missing"})
"""Problems that stand at the beginning of a record and speak of all of it."""


_OF_NAME = frozenset({"lever-unknown", "constant-unknown", "decision-unknown"})
"""Problems of a setting that speak of what is set, not of its value."""


def located(
    problems: Sequence[Problem], files: Mapping[str, str], cells: Mapping[tuple[str, Path], Cell],
    made: Mapping[str, Made], sheets: Mapping[str, str],
) -> list[Finding]:  # fmt: skip
    """Each problem with its cell.

    Parameters
    ----------
    problems
        What the check of the folder said.
    files
        The text of each YAML file that was checked.
    cells
        File and path -> cell.
    made
        The files of texts and series, with the rows behind their lines.
    sheets
        File -> title of the sheet to name when no cell is to blame.
    """
    trees = {name: read_yaml(text, name)[0] for name, text in files.items()}
    found = []
    for problem in problems:
        file = problem.place.file
        cell = None
        if problem.code == "text-scene-missing":
            cell = _scene(problem, file, cells)
        elif file in made:
            cell = _by_line(problem, made[file])
        elif file in trees:
            offset = _offset(files[file], problem.place.line, problem.place.column)
            whole = problem.code in _OF_WHOLE
            cell = _by_path(problem, file, path_at(trees[file], offset, whole=whole), cells)
        found.append(Finding(cell.sheet, cell.where, problem) if cell else Finding(sheets.get(file, ""), "", problem))
    return found


def _offset(text: str, line: int, column: int) -> int:
    return sum(len(one) for one in text.splitlines(keepends=True)[: line - 1]) + column - 1


def path_at(tree: Tree | None, offset: int, *, whole: bool = False) -> Path:
    """The names on the way to what stands at an offset; items of a list by their ``id``, else by their number.

    A record begins where its first name stands: with ``whole`` the record is meant.
    """
    path: list[str] = []
    while tree is not None and not isinstance(tree, Scalar) and not (whole and path and tree.start == offset):
        inner: Tree | None = None
        if isinstance(tree, Branch):
            for key, value in tree.entries:
                if key.start <= offset <= max(value.end, key.end):
                    path.append(key.text)
                    inner = None if offset <= key.end else value
                    break
        elif isinstance(tree, Listed):
            for k, item in enumerate(tree.items):
                if item.start <= offset <= item.end:
                    path.append(_name(item) or str(k))
                    inner = item
                    break
        tree = inner
    return tuple(path)


def _name(item: Tree) -> str | None:
    if not isinstance(item, Branch):
        return None
    return next((v.text for k, v in item.entries if k.text == "id" and isinstance(v, Scalar)), None)


def _by_path(problem: Problem, file: str, path: Path, cells: Mapping[tuple[str, Path], Cell]) -> Cell | None:
    """The cell of the missing key or language, of the value itself, of its first part, or of what it belongs to."""
    named = [str(problem.values[word]) for word in ("key", "language") if word in problem.values]
    if isinstance(missing := problem.values.get("missing"), (list, tuple)):
        named += [str(name) for name in missing]
    for name in named:
        if cell := _within(file, (*path, name), cells):
            return cell
    if problem.code not in _OF_NAME and (cell := cells.get((file, (*path, VALUE)))):
        return cell
    if cell := cells.get((file, path)):
        return cell
    if path and (cell := _within(file, path, cells)):
        return cell
    while path:
        path = path[:-1]
        if cell := cells.get((file, path)):
            return cell
    return None


def _within(file: str, path: Path, cells: Mapping[tuple[str, Path], Cell]) -> Cell | None:
    same = cells.get((file, path))
    return same or next((c for (f, p), c in cells.items() if f == file and p[: len(path)] == path), None)


def _scene(problem: Problem, file: str, cells: Mapping[tuple[str, Path], Cell]) -> Cell | None:
    """The scene that has no text in a file."""
    chapter, scene = PurePosixPath(file).stem, str(problem.values.get("scene"))
    path = ("endings", scene) if chapter == ENDING else ("chapters", chapter, "scenes", scene)
    return cells.get(("story.yaml", path))


def _by_line(problem: Problem, made: Made) -> Cell | None:
    line = problem.place.line
    row = next((cells for first, last, cells in made.cells if first <= line <= last), None)
    if row is None:
        return None
    if "text" in row and "scene" in row:
        first = next(first for first, last, cells in made.cells if cells is row)
        return row["scene" if problem.code.startswith("text-scene") else "title" if line == first else "text"]
    column = "year" if "year" in problem.values else problem.values.get("column")
    if column in row:
        return row[str(column)]
    said = [str(value) for value in problem.values.values()]
    by_value = (cell for key, cell in row.items() if key != "file" and _shown(cell) in said)
    return next(by_value, row["series"])


def _shown(cell: Cell) -> str | None:
    text = typed(cell, Column("", ""), Findings())
    return text if isinstance(text, str) else None
