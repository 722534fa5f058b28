"""An Excel file -> the files of its folder: unchanged cells leave the text as it was, letter by letter.

The files as they were travel in the hidden sheet; from them the sheets are made once more, and only
where a cell now says something else is the text changed, at that place.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from workbook.errors import Place, Problem
from workbook.folder.yaml_tree import Mapping as Branch
from workbook.folder.yaml_tree import Scalar, Tree, read_yaml
from workbook.spreadsheet.cells import Finding, TableError, typed
from workbook.spreadsheet.changes import Changes, assign
from workbook.spreadsheet.columns import Column
from workbook.spreadsheet.document import Node
from workbook.spreadsheet.excel import Read, opened
from workbook.spreadsheet.intake import BLOCKING, carried, sheets_read
from workbook.spreadsheet.judge import checked
from workbook.spreadsheet.lines import Made, series, texts
from workbook.spreadsheet.patch import patched
from workbook.spreadsheet.records import apply_records
from workbook.spreadsheet.renames import QUANTITIES
from workbook.spreadsheet.rows import matches
from workbook.spreadsheet.sheets import Sheet, Source, module_constants, sheets_of, source_of
from workbook.spreadsheet.source import bytes_of, text_of
from workbook.spreadsheet.titles import title


@dataclass(frozen=True, slots=True)
class Folder:
    """What an Excel file makes of the folder that it came from."""

    before: Mapping[str, bytes]
    files: Mapping[str, bytes]
    name: str
    """The scenario's id."""
    warnings: tuple[Finding, ...]
    changed: int
    """Cells with another value."""
    added: int
    removed: int
    """Rows."""
    followed: int
    """Values in which a renamed id was followed."""


def read_back(path: Path, beside: Path) -> Folder:
    """Read an Excel file that :func:`workbook.spreadsheet.write.save` wrote and people have edited.

    Parameters
    ----------
    path
        The Excel file.
    beside
        The folder in which the scenario will lie: modules beside it are found there.

    Raises
    ------
    TableError
        When the file is none of ours, or its cells do not make a valid scenario: with every cell to mend.
    """
    book = opened(path)
    lang, before = carried(book, path)
    source = source_of(before, lang)
    sheets = sheets_of(source)
    to = Changes()
    read = sheets_read(book, sheets, to, lang)
    if any(finding.problem.code.startswith(BLOCKING) for finding in to.report.found):
        # Without its titles a sheet says nothing about the others.
        raise TableError("table-invalid", to.report.found, file=path.name)
    made = _applied(source, sheets, read, beside, to)
    files = _files(source, made)
    name = _name_of(source)
    warnings = checked(path, beside, files, source, sheets, made, to)
    return Folder(before, files, name, warnings, to.changed, to.added, to.removed, to.renames.followed)


def _applied(
    source: Source, sheets: list[Sheet], read: Mapping[str, Read], beside: Path, to: Changes
) -> dict[str, Made]:
    """Carry out every difference; the files of texts and series as they are now."""
    by_key = {sheet.key: sheet for sheet in sheets}
    _apply_form(source, by_key["scenario"], read["scenario"], to)
    for table in source.tables:
        sheet = by_key[table.key]
        lines = read[table.key].lines
        if table.file not in source.roots:
            source.roots[table.file] = Node(entries=[])
        apply_records(
            table, sheet, lines, source.found[table.key], source.roots[table.file], to, _titles(sheet, source)
        )
    _check_ports(source, beside, to)
    for table in source.tables:
        for match in matches(table, source.roots[table.file]):
            to.renames.follow(table, match)
    _follow_form(source, to)
    made = {}
    sheet = by_key["series"]
    for name, one in series(sheet, read["series"].lines, source.series, to, _titles(sheet, source)).items():
        made[f"data/{name}"] = one
    sheet = by_key["texts"]
    return made | texts(sheet, read["texts"].lines, source.texts, to, _titles(sheet, source))


def _check_ports(source: Source, beside: Path, to: Changes) -> None:
    """A name in the place of a constant of the shared core only acts there by its name."""
    ports = {name for name, is_open in module_constants(beside, source).items() if is_open}
    for kind in QUANTITIES:
        for old, new in to.renamed[kind].items():
            if old[0] in ports and new != old:
                to.report(to.now[kind][new], "table-port", name=old[0])


def _follow_form(source: Source, to: Changes) -> None:
    """Ids on the sheet of single values: those of the guide."""
    for one in source.fields:
        node = source.roots[one.file].find(one.column.path) if one.column.names else None
        if node is not None:
            new = to.renames.one(one.column.names, node.text)
            to.renames.followed += new != node.text
            node.text = new


def _titles(sheet: Sheet, source: Source) -> dict[str, str]:
    return {"origin": title("origin", source.lang)} | {column.key: column.title for column in sheet.columns}


def _apply_form(source: Source, sheet: Sheet, read: Read, to: Changes) -> None:
    """The sheet of single values: each row is known by its mark."""
    titles = _titles(sheet, source)
    rows = {str(line.cells[titles["origin"]].value): line for line in read.lines}
    for row, one in zip(sheet.rows, source.fields, strict=True):
        line = rows.pop(row.origin, None)
        if line is None:
            problem = Problem("table-row-missing", Place(), {"item": row.cells["item"]})
            to.report.found.append(Finding(sheet.title, "", problem))
            continue
        cell = line.cells[titles["value"]]
        part = () if one.column.part is None else (str(one.column.part),)
        to.cells[one.file, (*one.column.path, *part)] = cell
        root = source.roots.setdefault(one.file, Node(entries=[]))
        before = {one.column.key: row.cells["value"]}
        assign(root, [one.column], {one.column.title: cell}, {one.column.key: one.column.title}, before, to)
        for key in ("item", "meaning"):
            fixed = line.cells[titles[key]]
            if typed(fixed, Column(key, ""), to.report) != row.cells[key]:
                to.report(fixed, "table-fixed", expected=row.cells[key])
    for line in rows.values():
        cell = line.cells[titles["item"]]
        if any(line.cells[titles[column.key]].value is not None for column in sheet.columns):
            to.report(cell, "table-row-unknown")


def _files(source: Source, made: Mapping[str, Made]) -> dict[str, bytes]:
    """All files as they are now; those that no row speaks of are as they were."""
    files = {}
    for name, data in source.files.items():
        if name in source.roots:
            text = text_of(data)
            now = _proved(patched(text, source.roots[name]), name, source.roots[name])
            files[name] = data if now == text else bytes_of(now, data)
        elif name in source.texts or name.removeprefix("data/") in source.series:
            if name in made:
                text = text_of(data)
                files[name] = data if made[name].text == text else bytes_of(made[name].text, data)
        else:
            files[name] = data
    for name, root in source.roots.items():
        if name not in files and root.entries:
            files[name] = _proved(patched("", root), name, root).encode("utf-8")
    return files | {name: one.text.encode("utf-8") for name, one in made.items() if name not in source.files}


def _proved(text: str, name: str, root: Node) -> str:
    """The text, when it says what the nodes say.

    Raises
    ------
    TableError
        Otherwise: better no folder than one that says something else.
    """
    tree, _ = read_yaml(text, name)
    if tree is None or _bare(tree) != _bare_node(root):
        raise TableError("table-not-written", file=name)
    return text


def _bare(tree: Tree) -> object:
    if isinstance(tree, Scalar):
        return tree.text.rstrip("\n")
    if isinstance(tree, Branch):
        return {key.text: _bare(value) for key, value in tree.entries}
    return [_bare(item) for item in tree.items]


def _bare_node(node: Node) -> object:
    if node.entries is None:
        return node.text.rstrip("\n")
    if node.listed:
        return [_bare_node(entry.node) for entry in node.entries]
    return {entry.key: _bare_node(entry.node) for entry in node.entries}


def _name_of(source: Source) -> str:
    name = source.roots["scenario.yaml"].at("id")
    return name.text if name else ""
