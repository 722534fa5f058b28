"""Where scenario folders are: a path, the working folder, or those that come with the package."""

from __future__ import annotations

import os
import re
from pathlib import Path

from workbook.errors import UsageError, nearest

_ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*", re.ASCII)
_LONGEST_ID = 60
_FRAME = "scenario.yaml"
"""The file that makes a folder a scenario."""


def installed_folder() -> Path:
    """The scenarios of the package: inside it when installed, beside it in a source checkout."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "scenarios"
    return inside if inside.is_dir() else package.parent / "scenarios"


def is_id(name: str) -> bool:
    """Whether a scenario can be called this: small letters, digits and single hyphens."""
    return _ID.fullmatch(name) is not None and len(name) <= _LONGEST_ID


def available() -> list[str]:
    """Ids of all scenarios that are found without a path, sorted."""
    found: set[str] = set()
    for root in _roots():
        try:
            found |= {p.name for p in root.iterdir() if _ID.fullmatch(p.name) and (p / _FRAME).is_file()}
        except OSError:
            continue
    return sorted(found)


def find(name: str | os.PathLike[str]) -> Path:
    """The folder of a scenario.

    Parameters
    ----------
    name
        A path to a folder, or the id of a scenario in ``./scenarios`` or in the package.

    Raises
    ------
    UsageError
        When there is neither.
    """
    text = os.fspath(name)
    found = (_by_id(text) if is_id(text) else None) or _by_path(text)
    if found is not None:
        return found
    known = available()
    raise UsageError("usage-scenario", name=text, nearest=nearest(text, known), allowed=known)


def _by_id(name: str) -> Path | None:
    return next((root / name for root in (Path(), *_roots()) if (root / name / _FRAME).is_file()), None)


def _by_path(text: str) -> Path | None:
    path = Path(text)
    try:
        if text and path.is_dir():
            return path
        if path.name == _FRAME and path.is_file():
            return path.parent
    except (OSError, ValueError):  # a name no file system takes: too long, or with a zero in it
        pass
    return None


def _roots() -> tuple[Path, ...]:
    return (Path("scenarios"), installed_folder())
