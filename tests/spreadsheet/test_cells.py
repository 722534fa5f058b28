from __future__ import annotations

from datetime import date, datetime

import pytest

from workbook.spreadsheet.cells import Cell, Findings, is_same, plain, typed
from workbook.spreadsheet.columns import Column, Kind


def column(kind: Kind) -> Column:
    return Column("c", "C", kind=kind)


def read(value: object, kind: Kind, how: str = "n") -> tuple[object, list[str]]:
    report = Findings()
    text = typed(Cell(value, "S", "A1", how), column(kind), report)
    return text, [finding.problem.code for finding in report.found]


@pytest.mark.parametrize(
    ("value", "kind", "expected"),
    [
        (None, "text", None),
        ("  ", "number", None),
        (0, "number", "0"),
        (0.1, "number", "0.1"),
        (1e-7, "number", "0.0000001"),
        (25.0, "number", "25"),
        (2026, "text", "2026"),
        (" 7 ", "number", "7"),
        ("a_x000D_\r\nb  ", "text", "a\nb"),
        (True, "flag", "true"),
        ("Wahr", "flag", "true"),
        ("FALSCH", "flag", "false"),
        ("a, b;c\nd", "list", ["a", "b", "c", "d"]),
        (2030, "list", ["2030"]),
        ("Kim, Uni\n\nBo", "lines", ["Kim, Uni", "Bo"]),
        (datetime(2026, 11, 24), "day", "2026-11-24"),  # noqa: DTZ001 - Excel knows no zones
        (date(2026, 11, 24), "day", "2026-11-24"),
        ("=1", "text", "=1"),
    ],
)
def test_what_is_typed_becomes_the_text_of_the_file(value: object, kind: Kind, expected: object) -> None:
    assert read(value, kind) == (expected, [])


@pytest.mark.parametrize(
    ("value", "kind", "how", "code"),
    [
        ("=A1", "text", "f", "table-formula"),
        ("#REF!", "number", "e", "table-error"),
        (True, "text", "b", "table-truth"),
        (date(2026, 5, 3), "number", "d", "table-date"),
        ("0,5", "number", "s", "table-comma"),
        ("a" * 32_768, "text", "s", "table-long"),
        ("a\x0bb", "text", "s", "file-control"),
        ("a\u202eb", "text", "s", "file-control"),
        (object(), "text", "n", "table-kind"),
    ],
)
def test_what_cannot_be_meant_is_told_and_does_not_clear_the_cell(
    value: object, kind: Kind, how: str, code: str
) -> None:
    assert read(value, kind, how) == ("", [code])


@pytest.mark.parametrize(
    ("value", "text"), [(1e21, "1000000000000000000000"), (0.30000000000000004, "0.30000000000000004")]
)
def test_numbers_are_written_out(value: float, text: str) -> None:
    assert plain(value) == text
    assert float(text) == value


@pytest.mark.parametrize(
    ("text", "before", "kind", "same"),
    [
        ("0.3", 0.3, "number", True),
        ("0.30000000000000004", 0.3, "number", True),
        ("0.300000001", 0.3, "number", False),
        ("a\nb", "a \nb\n", "text", True),
        ("a b", "a  b", "text", False),
        (["a"], "a", "list", True),
        (["b", "a"], "a, b", "list", False),
        (None, None, "text", True),
        (None, "a", "text", False),
    ],
)
def test_a_cell_that_a_program_only_saved_again_is_the_same(
    text: str | list[str] | None, before: str | float | None, kind: Kind, *, same: bool
) -> None:
    assert is_same(text, before, column(kind)) is same
