"""The sheets of a scenario: which rows and columns there are, derived from the shapes of the files.

In: the languages of the scenario and that of the titles. Out: :class:`Table` after :class:`Table`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from workbook.folder.csv_data import COLUMNS, NOTE
from workbook.folder.files import (
    CHECKS,
    DECISIONS,
    FACTS,
    FILES,
    INDICATORS,
    LEVERS,
    MODEL,
    SCENARIO,
    SOURCES,
    STORY,
    WORLDS,
)
from workbook.folder.scalars import Expression, Languages
from workbook.folder.shapes import ListOf, MapOf, NameShape, Record, Shape
from workbook.spreadsheet.columns import REFERS, Column, Kind, column_of, columns_of
from workbook.spreadsheet.document import Order
from workbook.spreadsheet.titles import NOTES, PURPOSES, position, title
from workbook.text import LANGUAGES

Step = str | tuple[str, ...]

NAMED = "*"
"""A step of a pattern: every name of a mapping."""

LISTED = "#"
"""A step of a pattern: every item of a list, called by its ``id``."""


@dataclass(frozen=True, slots=True)
class Table:
    """One sheet: a row for each record that the pattern finds in the file."""

    key: str
    title: str
    about: str
    file: str
    pattern: tuple[Step, ...]
    parents: tuple[Column, ...]
    """Columns that say where a row belongs; the last of them is its own name."""
    columns: tuple[Column, ...]
    shape: Shape = field(default_factory=Shape)
    """The shape of the whole file."""
    naming: NameShape | None = None
    """What an id must look like."""

    @property
    def all_columns(self) -> tuple[Column, ...]:
        return (*self.parents, *self.columns)


@dataclass(frozen=True, slots=True)
class Field:
    """One row of the first sheet: a value that stands alone."""

    column: Column
    file: str
    key: str


_SHAPES: Mapping[str, Shape] = {f"{name}.yaml": shape for name, shape in FILES.items()}


def inner_shape(shape: Shape, *steps: str) -> Any:
    """The shape behind names of records, maps and lists."""
    for step in steps:
        if isinstance(shape, Record):
            shape = shape.keys[step].shape
        elif isinstance(shape, (MapOf, ListOf)):
            shape = shape.shape
    return shape


_SPECS: tuple[tuple[str, str, tuple[Step, ...], tuple[tuple[str, str], ...], Shape], ...] = (
    ("voices", "scenario.yaml", ("voices", NAMED), (), inner_shape(SCENARIO, "voices", "*")),
    ("levers", "levers.yaml", (NAMED,), (), inner_shape(LEVERS, "*")),
    ("constants", "model.yaml", ("constants", NAMED), (), inner_shape(MODEL, "constants", "*")),
    ("inputs", "model.yaml", ("inputs", NAMED), (), inner_shape(MODEL, "inputs", "*")),
    ("stocks", "model.yaml", ("stocks", NAMED), (), inner_shape(MODEL, "stocks", "*")),
    ("variables", "model.yaml", ("variables", NAMED), (), inner_shape(MODEL, "variables", "*")),
    ("loops", "model.yaml", ("loops", NAMED), (), inner_shape(MODEL, "loops", "*")),
    ("indicators", "indicators.yaml", (NAMED,), (), inner_shape(INDICATORS, "*")),
    ("decisions", "decisions.yaml", (NAMED,), (), inner_shape(DECISIONS, "*")),
    ("options", "decisions.yaml", (NAMED, "options", NAMED), (("decision", "decisions"),),
     inner_shape(DECISIONS, "*", "options", "*")),
    ("option_settings", "decisions.yaml", (NAMED, "options", NAMED, ("change", "set"), NAMED),
     (("decision", "decisions"), ("option", "options"), ("field", "")),
     inner_shape(DECISIONS, "*", "options", "*", "set", "*")),
    ("worlds", "worlds.yaml", (NAMED,), (), inner_shape(WORLDS, "*")),
    ("world_settings", "worlds.yaml", (NAMED, ("levers", "choices"), NAMED), (("world", "worlds"), ("field", "")),
     Expression()),
    ("chapters", "story.yaml", ("chapters", LISTED), (), inner_shape(STORY, "chapters", "#")),
    ("scenes", "story.yaml", ("chapters", LISTED, "scenes", LISTED), (("chapter", "chapters"),),
     inner_shape(STORY, "chapters", "#", "scenes", "#")),
    ("endings", "story.yaml", ("endings", LISTED), (), inner_shape(STORY, "endings", "#")),
    ("checks", "checks.yaml", (NAMED,), (), inner_shape(CHECKS, "*")),
    ("check_settings", "checks.yaml", (NAMED, ("levers", "constants", "choices"), NAMED),
     (("check", "checks"), ("field", "")), Expression()),
    ("sources", "sources.yaml", (NAMED,), (), inner_shape(SOURCES, "*")),
    ("facts", "facts.yaml", (NAMED,), (), inner_shape(FACTS, "*")),
)  # fmt: skip
"""Sheet, file, pattern, parent columns with the sheets they name, and the shape of a row's record."""

_SETTING_NAMES = {
    "option_settings": ("levers",),
    "world_settings": ("levers", "decisions"),
    "check_settings": ("levers", "constants", "decisions"),
}

ORDER = (
    "scenario", "voices", "levers", "constants", "inputs", "series", "stocks", "variables", "loops", "indicators",
    "decisions", "options", "option_settings", "worlds", "world_settings", "chapters", "scenes", "endings", "texts",
    "checks", "check_settings", "sources", "facts", "core",
)  # fmt: skip
"""Sheets behind the first, in their order."""


def tables(languages: Sequence[str], lang: str) -> list[Table]:
    """The sheets whose rows are records of YAML files."""
    return [_table(*spec, languages, lang) for spec in _SPECS]


def fields(languages: Sequence[str], lang: str) -> list[Field]:
    """The rows of the sheet of single values."""
    found = [
        Field(column, "scenario.yaml", ".".join((*column.path, *([] if column.part is None else [str(column.part)]))))
        for column in columns_of("scenario", SCENARIO, languages, lang, skip=("voices",))
    ]
    units = column_of("scenario", ("units",), MODEL.keys["units"], (Order(tuple(MODEL.keys)),), lang)
    named = Column("model_units", title("model_units", lang), units.about, units.path, units.kind, orders=units.orders,
                   required=False)  # fmt: skip
    return [*found, Field(named, "model.yaml", "model.units")]


def series_columns(lang: str) -> tuple[Column, ...]:
    """The columns of observations."""
    special = {"series": "series_name", NOTE: "csv_note"}
    widths = {"label_de": 30, "label_en": 30, NOTE: 30, "series": 26}
    listed = [Column("file", title("file", lang), _fixed_name(lang), width=22)]
    for name in (*COLUMNS, NOTE):
        kind: Kind = "number" if name in ("year", "value") else "text"
        listed.append(
            Column(name, title(special.get(name, name), lang), "", (name,), kind, width=widths.get(name, 14),
                   names=REFERS.get(("series", name), ()), required=name != NOTE)
        )  # fmt: skip
    return tuple(listed)


def text_columns(languages: Sequence[str], lang: str) -> tuple[Column, ...]:
    """The columns of the scenes' texts."""
    return (
        Column("chapter", title("chapter", lang), _parent_note("chapters", lang), names=("chapters",), width=16),
        Column("scene", title("scene", lang), _parent_note("scenes", lang), width=18),
        Column("language", title("language", lang), "", words=tuple(languages), width=12),
        Column("title", title("title", lang), "", width=30),
        Column("text", title("text", lang), "", width=90),
    )


def _table(
    key: str, file: str, pattern: tuple[Step, ...], parents: Sequence[tuple[str, str]], shape: Shape,
    languages: Sequence[str], lang: str,
) -> Table:  # fmt: skip
    named = [_parent(name, sheet, pattern, lang) for name, sheet in parents]
    settings = _SETTING_NAMES.get(key, ())
    own = ("id",) if pattern[-1] == LISTED else ()
    named.append(Column("name", title("name", lang), NOTES["name"][position(lang)], own, names=settings, width=24))
    if settings:
        kind: Kind = "number" if key == "option_settings" else "formula"
        columns = [Column("value", title("value", lang), "", (), kind, width=18)]
    elif isinstance(shape, Languages):
        columns = [
            Column(code, f"{title('label', lang)} ({code})", "", (code,), orders=(Order(LANGUAGES),), width=30,
                   required=code != "de-einfach")
            for code in languages
        ]  # fmt: skip
    else:
        columns = list(columns_of(key, shape, languages, lang, skip=("id", "options", "scenes", *_settings_of(key))))
    about = PURPOSES[key][position(lang)]
    return Table(
        key,
        title(key, lang),
        about,
        file,
        pattern,
        tuple(named),
        tuple(columns),
        _SHAPES[file],
        _naming(_SHAPES[file], pattern),
    )


def _naming(shape: Shape, pattern: Sequence[Step]) -> NameShape | None:
    """The shape of the names that the last step of a pattern finds."""
    for step in pattern[:-1]:
        shape = inner_shape(shape, step if isinstance(step, str) else step[0])
    if isinstance(shape, MapOf):
        return shape.names
    named = inner_shape(shape, LISTED, "id")
    return named if isinstance(named, NameShape) else None


def _parent(name: str, sheet: str, pattern: tuple[Step, ...], lang: str) -> Column:
    if name == "field":
        words = next(step for step in pattern if isinstance(step, tuple))
        note = NOTES["field"][position(lang)].format(words=", ".join(words))
        return Column("field", title("field", lang), note, words=words, width=12)
    return Column(name, title(name, lang), _parent_note(sheet, lang), names=(sheet,), width=20)


def _parent_note(sheet: str, lang: str) -> str:
    return NOTES["parent"][position(lang)].format(sheet=title(sheet, lang))


def _fixed_name(lang: str) -> str:
    return ("Datei im Ordner data, zum Beispiel haus.csv.", "File in the folder data, such as house.csv.")[
        position(lang)
    ]


def _settings_of(key: str) -> tuple[str, ...]:
    return {
        "options": ("change", "set"),
        "worlds": ("levers", "choices"),
        "checks": ("levers", "constants", "choices"),
    }.get(key, ())
