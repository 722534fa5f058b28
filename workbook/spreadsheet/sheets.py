"""A folder's files -> the sheets of its Excel file, as plain rows; nothing of Excel yet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from workbook.folder.draft import ENDING
from workbook.folder.modules import MARK
from workbook.folder.search import installed_folder
from workbook.folder.yaml_tree import read_yaml
from workbook.spreadsheet.columns import Column
from workbook.spreadsheet.document import Node, node_of
from workbook.spreadsheet.layout import ORDER, Field, Table, fields, series_columns, tables, text_columns
from workbook.spreadsheet.rows import (
    Match,
    SeriesFile,
    TextFile,
    Value,
    cell_value,
    matches,
    series_file,
    shown,
    text_file,
)
from workbook.spreadsheet.source import text_of
from workbook.spreadsheet.titles import PURPOSES, position, title

_MODULE_GROUPS = ("constants", "inputs", "stocks", "variables")


@dataclass(frozen=True, slots=True)
class Row:
    """One row: the mark by which it is known again, and what its cells show."""

    origin: str
    cells: Mapping[str, Value]
    column: Column | None = None
    """On the sheet of single values each row has a kind of its own."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet, ready to be written or compared with."""

    key: str
    title: str
    about: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


@dataclass
class Source:
    """The files of a folder, read as far as rows need it."""

    files: Mapping[str, bytes]
    lang: str
    roots: dict[str, Node] = field(default_factory=dict)
    series: dict[str, SeriesFile] = field(default_factory=dict)
    texts: dict[str, TextFile] = field(default_factory=dict)
    languages: tuple[str, ...] = ()
    tables: list[Table] = field(default_factory=list)
    fields: list[Field] = field(default_factory=list)
    found: dict[str, list[Match]] = field(default_factory=dict)
    """Table -> its records, as they were before any change."""


def source_of(files: Mapping[str, bytes], lang: str) -> Source:
    """Read the files of a folder that is a valid scenario."""
    source = Source(files, lang)
    for name, data in files.items():
        path = PurePosixPath(name)
        if len(path.parts) == 1 and path.suffix == ".yaml":
            tree, _ = read_yaml(text_of(data), name)
            if tree is not None:
                source.roots[name] = node_of(tree)
        elif path.parts[0] == "data" and path.suffix == ".csv" and len(path.parts) == 2:
            source.series[path.name] = series_file(path.name, text_of(data))
        elif path.parts[0] == "story" and path.suffix == ".md" and len(path.parts) == 3:
            source.texts[name] = text_file(path.parts[1], path.stem, text_of(data))
    frame = source.roots.get("scenario.yaml")
    listed = frame.at("languages") if frame else None
    source.languages = tuple(entry.node.text for entry in (listed.entries or [])) if listed else ()
    source.tables = tables(source.languages, lang)
    source.fields = fields(source.languages, lang)
    source.found = {table.key: matches(table, source.roots.get(table.file)) for table in source.tables}
    return source


def sheets_of(source: Source) -> list[Sheet]:
    """All sheets that are read back, in their order."""
    made = [_form(source), _series(source), _texts(source), *(_records(source, table) for table in source.tables)]
    return sorted(made, key=lambda sheet: ORDER.index(sheet.key))


def form_columns(lang: str) -> tuple[Column, ...]:
    """The columns of the sheet of single values."""
    return (
        Column("item", title("item", lang), width=28),
        Column("value", title("value", lang), width=70),
        Column("meaning", title("meaning", lang), width=60),
    )


def _form(source: Source) -> Sheet:
    rows = []
    for one in source.fields:
        root = source.roots.get(one.file)
        value = shown(root, one.column) if root else None
        cells = {"item": one.column.title, "value": value, "meaning": one.column.about}
        rows.append(Row(one.key, cells, one.column))
    return _sheet("scenario", source.lang, form_columns(source.lang), rows)


def _records(source: Source, table: Table) -> Sheet:
    rows = []
    for match in source.found[table.key]:
        cells: dict[str, Value] = dict(zip((c.key for c in table.parents), match.names, strict=True))
        cells |= {column.key: shown(match.entry.node, column) for column in table.columns}
        rows.append(Row(match.origin, cells))
    return Sheet(table.key, table.title, table.about, table.all_columns, tuple(rows))


def _series(source: Source) -> Sheet:
    columns = series_columns(source.lang)
    rows = []
    for name, file in sorted(source.series.items()):
        for line in file.rows:
            cells: dict[str, Value] = {"file": name}
            for column in columns[1:]:
                text = line.cells.get(column.key, "").strip()
                cells[column.key] = cell_value(text, column) if text else None
            rows.append(Row(line.origin, cells))
    return _sheet("series", source.lang, columns, rows)


def _texts(source: Source) -> Sheet:
    """Scene by scene as the story tells them, each in all languages."""
    columns = text_columns(source.languages, source.lang)
    chapters = [match.names[0] for match in source.found["chapters"]] + [ENDING]
    rows = []
    for chapter in chapters:
        files = [source.texts.get(f"story/{lang}/{chapter}.md", TextFile()) for lang in source.languages]
        scenes = dict.fromkeys(p.scene for file in files for p in file.passages)
        for scene in scenes:
            for file in files:
                for p in file.passages:
                    if p.scene == scene:
                        cells = {"chapter": chapter, "scene": scene, "language": p.language, "title": p.title}
                        rows.append(Row(p.origin, {**cells, "text": p.body.strip()}))
    return _sheet("texts", source.lang, columns, rows)


def _sheet(key: str, lang: str, columns: tuple[Column, ...], rows: list[Row]) -> Sheet:
    return Sheet(key, title(key, lang), PURPOSES[key][position(lang)], columns, tuple(rows))


def core_rows(folder: Path, source: Source) -> list[tuple[Value, ...]]:
    """What included modules bring, for reading: module, kind, id, name, value or equation, unit."""
    rows: list[tuple[Value, ...]] = []
    for module, root in _modules(folder.resolve().parent, source):
        for group in _MODULE_GROUPS:
            inner = root.at(group)
            listed = (inner.entries or []) if inner else []
            rows += [_core_row(module, group, one.key, one.node, source.lang) for one in listed]
    return rows


def module_constants(beside: Path, source: Source) -> dict[str, bool]:
    """The constants of included modules, and whether a scenario may put something else in their place."""
    found = {}
    for _, root in _modules(beside, source):
        inner = root.at("constants")
        for one in (inner.entries or []) if inner else []:
            is_open = one.node.at("open")
            found[one.key] = is_open is not None and is_open.text == "true"
    return found


def _modules(beside: Path, source: Source) -> Iterator[tuple[str, Node]]:
    """The model of each included module, from beside the scenario or from the package."""
    frame = source.roots.get("scenario.yaml")
    listed = frame.at("include") if frame else None
    for entry in (listed.entries or []) if listed else []:
        places = [root / f"{MARK}{entry.node.text}" / "model.yaml" for root in (beside, installed_folder())]
        path = next((place for place in places if place.is_file()), None)
        tree = read_yaml(text_of(path.read_bytes()), "")[0] if path else None
        if tree is not None:
            yield entry.node.text, node_of(tree)


def _core_row(module: str, group: str, name: str, node: Node, lang: str) -> tuple[Value, ...]:
    label = node.find(("label", lang)) or node.find(("label", ("de", "en")[position(lang)]))
    value = next((found for key in ("value", "data", "initial", "equals") if (found := node.at(key))), None)
    unit = node.at("unit")
    number = Column("value", "", kind="formula")
    return (
        module, title(group, lang), name, label.text if label else None,
        cell_value(value.text, number) if value else None, unit.text if unit else None,
    )  # fmt: skip
