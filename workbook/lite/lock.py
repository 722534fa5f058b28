"""Wheels -> ``pyodide-lock.json``: the list by which Pyodide finds what is to be imported."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from workbook.lite.wheels import Wheel

LOCK = "pyodide-lock.json"
COMPILED = ("numpy", "pandas", "pyarrow", "scipy")
"""What the workbook computes with elsewhere; a folder with Pyodide may hold it."""

_ALWAYS_OURS = {"micropip", "networkx", "piplite", "scenario-workbook"}
"""Stand-ins for installers must stay the only ones, and the networkx of Pyodide brings a whole plotting library."""


def locked(folder: Path, wheels: Iterable[Wheel]) -> dict[str, Any]:
    """The lock of a folder with Pyodide, as it came, with these wheels, and of the rest only what is needed.

    A package that the folder itself holds, as a whole distribution of Pyodide does, stays: it may be compiled.
    """
    lock = _read(folder)
    kept = {name: entry for name, entry in lock["packages"].items() if _lies_in(folder, entry)}
    ours = {wheel.name: _entry(wheel) for wheel in wheels}
    both = {**ours, **kept, **{name: ours[name] for name in ours if name in _ALWAYS_OURS}}
    both = {name: _without_lost(entry, both) for name, entry in both.items()}
    needed = _with_all_they_need({*ours, *COMPILED} & set(both), both)
    lock["packages"] = {name: both[name] for name in sorted(needed)}
    return lock


def holds(folder: Path, name: str) -> bool:
    """Whether a folder with Pyodide has the file of a package."""
    packages = _read(folder)["packages"]
    return name in packages and _lies_in(folder, packages[name])


def first(lock: Mapping[str, Any], wheels: Iterable[Wheel]) -> list[str]:
    """What is loaded before the first cell; NumPy and its like where they are at hand."""
    wanted = {wheel.name for wheel in wheels} | set(COMPILED)
    return sorted(wanted & set(lock["packages"]))


def _read(folder: Path) -> dict[str, Any]:
    lock: dict[str, Any] = json.loads((folder / LOCK).read_text(encoding="utf-8"))
    return lock


def _lies_in(folder: Path, entry: Mapping[str, Any]) -> bool:
    """Not an address elsewhere, and not a file of another folder."""
    name = str(entry["file_name"])
    return Path(name).name == name and (folder / name).is_file()


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


def _with_all_they_need(names: Iterable[str], known: Mapping[str, Any]) -> set[str]:
    found: set[str] = set()
    waiting = list(names)
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += known[name]["depends"]
    return found
