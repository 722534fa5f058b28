"""A table as .csv, .json, .xlsx or .parquet: names and full numbers for programs, not for readers."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from workbook.commands.words import CommandError
from workbook.saving import written

Row = Sequence[Any]


def check_ending(path: Path) -> None:
    """Refuse an unknown ending before anything is computed."""
    if path.suffix.lower() not in _WRITERS:
        raise CommandError("format-unknown", found=path.suffix or path.name, allowed=", ".join(_WRITERS))


def save_table(path: Path, header: Sequence[str], rows: Sequence[Row], about: Mapping[str, Any]) -> None:
    """Write a table.

    Parameters
    ----------
    path
        Its ending chooses the format.
    header, rows
        Names of the columns, and the rows in plain Python values.
    about
        What was run; kept where the format has a place for it (.json, .xlsx, .parquet).
    """
    check_ending(path)
    with written(path) as beside:
        _WRITERS[path.suffix.lower()](beside, header, rows, about)


def _csv(path: Path, header: Sequence[str], rows: Sequence[Row], about: Mapping[str, Any]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def _json(path: Path, header: Sequence[str], rows: Sequence[Row], about: Mapping[str, Any]) -> None:
    records = [dict(zip(header, row, strict=True)) for row in rows]
    text = json.dumps({**about, "rows": records}, ensure_ascii=False, allow_nan=False, indent=2)
    path.write_text(text + "\n", encoding="utf-8")


def _xlsx(path: Path, header: Sequence[str], rows: Sequence[Row], about: Mapping[str, Any]) -> None:
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    sheet.title = "run"
    for row in (header, *rows):
        sheet.append(list(row))
    sheet.freeze_panes = "B2"
    setting = book.create_sheet("setting")
    for name, value in about.items():
        for part, inner in value.items() if isinstance(value, Mapping) else [("", value)]:
            setting.append([name, part, inner])
    book.save(path)


def _parquet(path: Path, header: Sequence[str], rows: Sequence[Row], about: Mapping[str, Any]) -> None:
    import pyarrow as pa
    from pyarrow import parquet

    columns = {name: [row[k] for row in rows] for k, name in enumerate(header)}
    kept = {"workbook": json.dumps(about, ensure_ascii=False)}
    parquet.write_table(pa.table(columns).replace_schema_metadata(kept), path)


_WRITERS: dict[str, Callable[[Path, Sequence[str], Sequence[Row], Mapping[str, Any]], None]] = {
    ".csv": _csv,
    ".json": _json,
    ".xlsx": _xlsx,
    ".parquet": _parquet,
}
