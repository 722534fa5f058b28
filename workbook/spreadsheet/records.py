"""Rows of a sheet -> changes of the YAML file behind it.

A row is known again by its names, else by its mark, wherever it stands now: so names can change and
rows can move. What has neither, or what was met before, is new; what is missing has been deleted.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from workbook.errors import Place, nearest
from workbook.folder.shapes import Record, Reporter
from workbook.folder.yaml_tree import Scalar
from workbook.folder.yaml_tree import Sequence as Listed
from workbook.spreadsheet.cells import Cell, Findings, is_same, typed
from workbook.spreadsheet.changes import Changes, Path, assign
from workbook.spreadsheet.document import Entry, Node, Order, moved, put
from workbook.spreadsheet.excel import Line
from workbook.spreadsheet.layout import LISTED, NAMED, Table, inner_shape
from workbook.spreadsheet.renames import QUANTITIES
from workbook.spreadsheet.rows import Match, Value
from workbook.spreadsheet.sheets import Row, Sheet

VALUE = ""
"""Behind the path of a setting: the cell of its value; without it, that of its name."""

PARENTS = {
    "options": "decisions", "option_settings": "options", "world_settings": "worlds", "check_settings": "checks",
    "scenes": "chapters",
}  # fmt: skip
"""Sheet -> the sheet to whose rows its rows belong."""


@dataclass(frozen=True, slots=True)
class _Kept:
    line: Line
    match: Match | None
    before: Mapping[str, Value]


def apply_records(table: Table, sheet: Sheet, lines: Sequence[Line], found: Sequence[Match], root: Node, to: Changes,
                  columns: Mapping[str, str]) -> None:  # fmt: skip
    """Carry out what a sheet says.

    Parameters
    ----------
    table, sheet
        What the sheet is, and how it was written.
    lines
        Its rows as they are now.
    found
        Its records as they were, from the same ``root``.
    root
        The file, with what the sheets before have changed in it.
    to
        Told of every cell and every problem.
    columns
        Key of a column -> its title.
    """
    kept = _known_again(table, sheet, lines, found, columns)
    filled: dict[int, list[Entry]] = {id(match.container): [] for match in found}
    containers = {id(match.container): match.container for match in found}
    to.now[table.key], to.renamed[table.key] = {}, {}
    for one in kept:
        names = _names(table, one, columns, to)
        if names is None:
            # What was there stays while its name is mended, so that nothing else is told to miss it.
            above = PARENTS.get(table.key)
            if one.match and (above is None or any(_begins(one.match.names, name) for name in to.now[above])):
                filled[id(one.match.container)].append(one.match.entry)
                to.now[table.key].setdefault(one.match.names, one.line.cells[columns[table.parents[-1].key]])
            continue
        container = _container(root, table, names[:-1])
        entry = _entry(table, one, names[-1], container)
        containers[id(container)] = container
        filled.setdefault(id(container), []).append(entry)
        base = _path(table, names)
        _fill(table, one, entry.node, base, columns, to)
        if one.match and one.match.names != names:
            to.renamed[table.key][one.match.names] = names
            to.changed += sum(
                not is_same(typed(one.line.cells[columns[c.key]], c, Findings()), one.before.get(c.key), c)
                for c in table.parents
            )
        to.added += one.match is None
    met = {id(one.match) for one in kept if one.match}
    to.removed += sum(id(match) not in met for match in found)
    for key, entries in filled.items():
        containers[key].entries = entries
    _prune(root, table.pattern[:-1], table.shape)
    kinds = QUANTITIES if table.key in QUANTITIES else (table.key,)
    to.renames.learn(table.key, to.renamed[table.key], {name[0] for kind in kinds for name in to.now.get(kind, ())})


def _begins(names: Path, above: Path) -> bool:
    return names[: len(above)] == above


def _known_again(
    table: Table, sheet: Sheet, lines: Sequence[Line], found: Sequence[Match], columns: Mapping[str, str]
) -> list[_Kept]:
    """Each row with the record that it was: by its names, else by its mark.

    Names come first because marks can be left behind, as when only some columns of a sheet are sorted.
    """
    left = {match.origin: (match, row) for match, row in zip(found, sheet.rows, strict=True)}
    filled = [line for line in lines if any(line.cells[columns[c.key]].value is not None for c in sheet.columns)]
    called = {id(line): "/".join(_said(line.cells[columns[c.key]]) for c in table.parents) for line in filled}
    same = {id(line): left.pop(called[id(line)]) for line in filled if called[id(line)] in left}
    kept = []
    for line in filled:
        found_again = same.get(id(line)) or left.pop(_said(line.cells[columns["origin"]]), None)
        match, row = found_again or (None, Row("", {}))
        kept.append(_Kept(line, match, row.cells))
    return kept


def _said(cell: Cell) -> str:
    return "" if cell.value is None else str(cell.value).strip()


def _names(table: Table, one: _Kept, columns: Mapping[str, str], to: Changes) -> Path | None:
    """The names of a row, from its first columns; None when one is missing, unknown or taken."""
    cells = [one.line.cells[columns[column.key]] for column in table.parents]
    before = len(to.report.found)
    names = []
    for cell, column in zip(cells, table.parents, strict=True):
        text = typed(cell, column, to.report)
        if text is None:
            to.report(cell, "table-name-missing", column=column.title)
        names.append(text if isinstance(text, str) else "")
        if text and column.words and text not in column.words:
            to.report(cell, "shape-choice", found=text, nearest=nearest(str(text), column.words), allowed=column.words)
    if table.naming and names[-1]:
        told = Reporter()
        table.naming.read(Scalar(names[-1], Place()), told)
        for problem in told.problems:
            to.report(cells[-1], problem.code, **problem.values)
    if len(to.report.found) > before:
        return None
    parent = PARENTS.get(table.key)
    if parent:
        size = len(next(iter((*to.now[parent], *to.renamed[parent])), ()))
        above = tuple(names[:size])
        followed = above if above in to.now[parent] else to.renamed[parent].get(above)
        if followed is None:
            at = next((k for k in range(size) if not any(n[: k + 1] == above[: k + 1] for n in to.now[parent])), 0)
            known = list(dict.fromkeys(n[at] for n in to.now[parent] if n[:at] == above[:at]))
            to.report(cells[at], "table-parent", found=names[at], nearest=nearest(names[at], known), allowed=known)
            return None
        names[:size] = followed
    own = table.parents[-1]
    if own.names:
        # A setting is called by the lever, constant or decision that it sets.
        kinds = ("decisions",) if "choices" in names[:-1] else tuple(kind for kind in own.names if kind != "decisions")
        new = to.renames.one(kinds, names[-1])
        to.renames.followed += new != names[-1]
        names[-1] = new
    full = tuple(names)
    first = to.now[table.key].get(full)
    if first:
        to.report(cells[-1], "table-twice", name=names[-1], first=first.where)
        return None
    to.now[table.key][full] = cells[-1]
    return full


def _container(root: Node, table: Table, names: Sequence[str]) -> Node:
    """The mapping or list in which a row stands; made when it is not there yet."""
    node, shape, left = root, table.shape, list(names)
    steps = table.pattern[:-1]
    for k, step in enumerate(steps):
        name = step if isinstance(step, str) and step not in (NAMED, LISTED) else left.pop(0)
        entry = node.entry(name)
        if entry is None:
            entries = node.entries = node.entries if node.entries is not None else []
            order = Order(tuple(shape.keys)) if isinstance(shape, Record) else Order()
            entry = Entry(Node(entries=[]), name)
            entries.insert(order.position(entries, name), entry)
        node, shape = entry.node, inner_shape(shape, name)
        if node.entries is None:
            node.entries, node.origin = [], None
        following = table.pattern[k + 1]
        node.listed = following == LISTED
    return node


def _entry(table: Table, one: _Kept, name: str, container: Node) -> Entry:
    key = "" if table.pattern[-1] == LISTED else name
    match = one.match
    if match is None:
        single = table.columns[0].path == ()
        entry = Entry(Node(entries=None if single else []), key)
    elif match.container is container:
        entry = match.entry
        entry.key = key
    else:
        entry = Entry(moved(match.entry.node), key)
    return entry


def _fill(table: Table, one: _Kept, node: Node, base: Path, columns: Mapping[str, str], to: Changes) -> None:
    cells = one.line.cells
    name = table.parents[-1]
    to.cells[table.file, base] = cells[columns[name.key]]
    if table.pattern[-1] == LISTED:
        to.cells[table.file, (*base, "id")] = cells[columns[name.key]]
        put(node, ("id",), base[-1], (Order(("id",)),))
    for column in table.columns:
        cell = cells[columns[column.key]]
        part = () if column.part is None else (str(column.part),)
        to.cells[table.file, (*base, *(column.path or (VALUE,)), *part)] = cell
    assign(node, table.columns, cells, columns, one.before, to)


def _path(table: Table, names: Sequence[str]) -> Path:
    left = list(names)
    steps = (step if isinstance(step, str) and step not in (NAMED, LISTED) else left.pop(0) for step in table.pattern)
    return tuple(steps)


def _prune(node: Node, steps: Sequence[str | tuple[str, ...]], shape: object) -> None:
    """Take away what was left empty where it may be missing."""
    if not steps:
        return
    step, rest = steps[0], steps[1:]
    for entry in list(node.entries or ()):
        fits = step in (NAMED, LISTED) or entry.key == step or (isinstance(step, tuple) and entry.key in step)
        if not fits:
            continue
        inner = inner_shape(shape, entry.key)  # type: ignore[arg-type]
        _prune(entry.node, rest, inner)
        optional = isinstance(shape, Record) and not shape.keys[entry.key].required
        if optional and entry.node.entries == [] and _was_filled(entry.node):
            node.entries = [e for e in node.entries or () if e is not entry]


def _was_filled(node: Node) -> bool:
    """Whether something stood in it: what its author left empty stays so."""
    origin = node.origin
    return origin is None or bool(origin.items if isinstance(origin, Listed) else getattr(origin, "entries", ()))
