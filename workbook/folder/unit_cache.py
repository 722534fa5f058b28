"""Remembers which folders have units without fault, so that nothing is worked out twice.

Working units out needs pint, which takes longer to import than everything else here. A folder
found without fault is remembered by the hash of its content in the user's cache folder. A cache
that cannot be written is no fault.
"""

from __future__ import annotations

import hashlib
import os
import sys
import tempfile
from pathlib import Path

from workbook.folder.draft import Draft

_WRITTEN = ("dimension.py", "units.py", "unit_rules.py")
"""The modules whose change makes every remembered result stale."""


def check_units(draft: Draft) -> None:
    """Report unknown units and equations whose units do not fit."""
    clean = not any(problem.severity == "error" for problem in draft.report.problems)
    key = key_of(draft.digest)
    mark = cache_root() / "units" / key
    if clean and (mark.exists() or known_before(key)):
        return
    from workbook.folder.unit_rules import UnitRules  # imports pint

    before = len(draft.report.problems)
    UnitRules(draft).check()
    if clean and len(draft.report.problems) == before:
        _remember(mark)


def key_of(digest: str) -> str:
    """Under which name a folder's result is remembered."""
    content = hashlib.sha256(digest.encode("ascii"))
    for name in _WRITTEN:
        content.update(Path(__file__).with_name(name).read_bytes())
    return content.hexdigest()


def known_before(key: str) -> bool:
    """Whether the package brings the result along: it does where nothing is to be worked out."""
    return (Path(__file__).resolve().parent.parent / "worked_out" / "units" / key).is_file()


def cache_root() -> Path:
    """Where this platform keeps what may be thrown away."""
    given = os.environ.get("XDG_CACHE_HOME", "")
    if given and Path(given).is_absolute():
        base = Path(given)
    elif sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA", "~")).expanduser()
    elif sys.platform == "darwin":
        base = Path("~/Library/Caches").expanduser()
    else:
        base = Path("~/.cache").expanduser()
    return base / "scenario-workbook"


def _remember(mark: Path) -> None:
    try:
        mark.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=mark.parent)
        os.close(handle)
        Path(name).replace(mark)
    except OSError:
        pass
