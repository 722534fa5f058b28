"""File -> text, with what every file of a folder must satisfy: inside, small, UTF-8, visible.

In: the scenario's folder and a relative name. Out: the text, or problems.
"""

from __future__ import annotations

import re
from pathlib import Path

from workbook.errors import Place, Problem

MAX_BYTES = 1_000_000
"""Bytes of one file, looked at before reading it."""

MAX_FILES = 100
"""Files of one inner folder."""

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff]")
"""Control characters and the marks that turn the direction of writing."""


def read_file(folder: Path, name: str) -> tuple[bytes, str | None, list[Problem]]:
    """Read one file.

    Returns
    -------
    tuple
        The bytes (for the content hash), the text (None when there is none) and the problems.
    """
    try:
        problem = _obstacle(folder, name)
        data = b"" if problem else (folder / name).read_bytes()
    except (OSError, RuntimeError) as error:
        detail = getattr(error, "strerror", None) or type(error).__name__
        problem, data = Problem("file-unreadable", Place(name), {"detail": detail}), b""
    if problem:
        return b"", None, [problem]
    try:
        text = data.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return data, None, [Problem("file-encoding", Place(name, line), {"position": error.start + 1})]
    hidden = _CONTROL.search(text)
    if hidden:
        before = text[: hidden.start()]
        place = Place(name, before.count("\n") + 1, len(before) - before.rfind("\n"))
        return data, None, [Problem("file-control", place, {"found": f"U+{ord(hidden.group()):04X}"})]
    return data, text, []


def _obstacle(folder: Path, name: str) -> Problem | None:
    """Why a file must not be opened."""
    path = folder / name
    if not path.resolve().is_relative_to(folder.resolve()):
        return Problem("file-outside", Place(name))
    if not path.exists():
        return Problem("file-missing", Place(name), {"name": name})
    if not path.is_file():
        return Problem("file-unreadable", Place(name))
    size = path.stat().st_size
    return Problem("file-size", Place(name), {"size": size, "limit": MAX_BYTES}) if size > MAX_BYTES else None


def list_files(folder: Path, inner: str, ending: str) -> tuple[list[str], list[Problem]]:
    """The names of the files of one inner folder, sorted, with that folder in front."""
    try:
        entries = sorted(p.name for p in (folder / inner).iterdir() if p.name.endswith(ending))
    except OSError:
        return [], []
    names = [f"{inner}/{name}" for name in entries if not name.startswith(".")]
    if len(names) > MAX_FILES:
        many = Problem("file-count", Place(inner), {"found": len(names), "limit": MAX_FILES})
        return names[:MAX_FILES], [many]
    return names, []
