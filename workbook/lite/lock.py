"""Wheels -> ``pyodide-lock.json``: the list by which Pyodide finds what is to be imported."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from workbook.lite.wheels import Wheel

LOCK = "pyodide-lock.json"


def locked(folder: Path, wheels: Iterable[Wheel]) -> dict[str, Any]:
    """The lock of a folder with Pyodide, as it came, and of these wheels; what the folder does not hold is left out.

    A package that the folder itself holds, as a whole distribution of Pyodide does, stays: it may be compiled.
    """
    lock: dict[str, Any] = json.loads((folder / LOCK).read_text(encoding="utf-8"))
    kept = {name: entry for name, entry in lock["packages"].items() if (folder / entry["file_name"]).is_file()}
    ours = {wheel.name: _entry(wheel) for wheel in wheels}
    both = {**ours, **kept, **{name: ours[name] for name in ours if name == "scenario-workbook"}}
    lock["packages"] = {name: _without_lost(both[name], both) for name in sorted(both)}
    return lock


def first(lock: Mapping[str, Any], wheels: Iterable[Wheel]) -> list[str]:
    """What is loaded before the first cell; NumPy and pandas where they are at hand."""
    wanted = {wheel.name for wheel in wheels} | {"numpy", "pandas"}
    return sorted(wanted & set(lock["packages"]))


def _entry(wheel: Wheel) -> dict[str, Any]:
    return {
        "name": wheel.name,
        "version": wheel.version,
        "file_name": wheel.path.name,
        "install_dir": "site",
        "sha256": wheel.sha256,
        "package_type": "package",
        "imports": list(wheel.imports),
        "depends": list(wheel.depends),
        "unvendored_tests": False,
    }


def _without_lost(entry: Mapping[str, Any], known: Mapping[str, Any]) -> dict[str, Any]:
    return {**entry, "depends": [name for name in entry["depends"] if name in known]}
