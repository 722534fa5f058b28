"""What makes an ensemble the one it is: written into its file, compared before it is continued."""

from __future__ import annotations

import json
import platform
from collections.abc import Mapping
from dataclasses import asdict
from importlib.metadata import version
from typing import Any

from workbook.ensembles.space import Space
from workbook.errors import UsageError

KEY = b"workbook-ensemble"
"""Where the record stands in the metadata of a Parquet file."""

_TOLD = ("command", "python", "machine")
"""Told, not compared: another command line may ask for the same rows."""


def record_of(space: Space, command: str) -> dict[str, Any]:
    """The record of an ensemble: JSON values only."""
    s, wish = space.scenario, space.wish
    return {
        "format": 1,
        "scenario": s.id,
        "fingerprint": s.fingerprint,
        **asdict(wish),
        "levers": list(wish.levers),
        "rows": space.rows,
        "sampled": [c.name for c in space.constants],
        "columns": {column: list(about) for column, about in columns_of(space).items()},
        "versions": versions_of(wish.engine),
        "command": command,
        "python": platform.python_version(),
        "machine": platform.machine(),
    }


def versions_of(engine: str) -> dict[str, str]:
    """The versions that may change a digit."""
    libraries = ["scenario-workbook", "numpy", "scipy", "pyarrow", *(["numba"] if engine == "numba" else [])]
    return {name: version(name) for name in libraries}


def columns_of(space: Space) -> dict[str, tuple[str, str, int | None]]:
    """Column -> (kind, name, year), in the order of the file.

    One column for each indicator and year: a run stays one row, as every method of sensitivity and
    scenario discovery wants it, and Parquet reads only the columns that are asked for. In the long
    form each run's setting would be repeated for every indicator and year.
    """
    s = space.scenario
    wanted: list[tuple[str, tuple[str, str, int | None]]] = [("sample", ("sample", "sample", None))]
    wanted += [(name, ("lever", name, None)) for name in s.levers]
    wanted += [(c.name, ("constant", c.name, None)) for c in space.constants]
    wanted += [(name, ("choice", name, None)) for name in s.decisions]
    wanted += [(f"{name}_{year}", ("indicator", name, year)) for name in s.indicators for year in s.time.years]
    columns: dict[str, tuple[str, str, int | None]] = {}
    for name, about in wanted:
        free = name
        while free in columns:  # a decision may be called as a lever is
            free += "_"
        columns[free] = about
    return columns


def check_same(file: object, found: Mapping[str, Any], wanted: Mapping[str, Any]) -> None:
    """Refuse to continue another ensemble.

    Raises
    ------
    UsageError
        With the names of what differs.
    """
    keys = [k for k in {**wanted, **found} if k not in _TOLD and found.get(k) != wanted.get(k)]
    if keys:
        raise UsageError("ensemble-differs", file=file, names=", ".join(keys))


def parsed(text: bytes | str) -> dict[str, Any] | None:
    """A record as it was written, None when it is none."""
    try:
        found = json.loads(text)
    except ValueError:
        return None
    return found if isinstance(found, dict) else None
