"""Every key of the format has a place on some sheet."""

from __future__ import annotations

import pytest

from workbook.folder.files import FILES
from workbook.folder.scalars import Languages
from workbook.folder.shapes import ListOf, MapOf, Record, Shape
from workbook.spreadsheet.layout import LISTED, NAMED, ORDER, fields, tables
from workbook.spreadsheet.titles import HOW, NOTES, PURPOSES, TITLES

LANGUAGES = ("de", "en", "de-einfach")


def leaves(shape: Shape, path: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    """Every value that a file can hold, with ``*`` and ``#`` for names and items."""
    if isinstance(shape, Record):
        return [leaf for name, key in shape.keys.items() for leaf in leaves(key.shape, (*path, name))]
    if isinstance(shape, MapOf):
        return leaves(shape.shape, (*path, NAMED))
    if isinstance(shape, ListOf) and isinstance(shape.shape, Record):
        return leaves(shape.shape, (*path, LISTED))
    if isinstance(shape, Languages):
        return [(*path, lang) for lang in LANGUAGES]
    return [path]


def test_no_value_of_the_format_is_missing() -> None:
    wanted = {(f"{name}.yaml", leaf) for name, shape in FILES.items() for leaf in leaves(shape)}
    shown = {(one.file, one.column.path) for one in fields(LANGUAGES, "de")}
    for table in tables(LANGUAGES, "de"):
        choices = next((step for step in table.pattern if isinstance(step, tuple)), ("",))
        for choice in choices:
            base = tuple(step if isinstance(step, str) else choice for step in table.pattern)
            shown |= {(table.file, (*base, *column.path)) for column in table.columns}
            if table.pattern[-1] == LISTED:
                shown.add((table.file, (*base, "id")))
    assert wanted - shown == set()


def test_every_sheet_says_what_it_is_for() -> None:
    assert set(ORDER) == set(PURPOSES)
    assert set(ORDER) <= set(TITLES)


@pytest.mark.parametrize("texts", [TITLES.values(), PURPOSES.values(), NOTES.values(), [tuple(map(len, HOW))]])
def test_everything_is_said_in_both_languages(texts) -> None:
    assert all(len(pair) == 2 and all(pair) for pair in texts)
    assert len(HOW[0]) == len(HOW[1])


def test_titles_of_sheets_fit_into_a_tab() -> None:
    for key in ORDER:
        for name in TITLES[key]:
            assert len(name) <= 31
            assert not set(name) & set("[]:*?/\\'")
    for lang in (0, 1):
        names = [TITLES[key][lang] for key in ("read", *ORDER)]
        assert len(set(names)) == len(names)
