"""Pyodide, the Python for browsers: from a folder that is given, else from npm into the user's cache."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

from workbook.errors import WorkbookError
from workbook.folder.unit_cache import cache_root

VERSION = "314"
PYTHON = "3.14"
"""The one for which the kernel of the site was made."""

NEEDED = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json")


def pyodide_folder(given: Path | None) -> Path:
    """The folder with Pyodide.

    Parameters
    ----------
    given
        An unpacked distribution, or the folder of the npm package ``pyodide``; from npm when left out.

    Raises
    ------
    WorkbookError
        When files are missing in it, or npm is not there or fails.
    """
    if given is not None:
        # The archive of a distribution holds one folder more.
        found = next((folder for folder in (given, given / "pyodide") if (folder / NEEDED[0]).is_file()), given)
        lost = [name for name in NEEDED if not (found / name).is_file()]
        if lost:
            raise WorkbookError("lite-pyodide", folder=given, names=", ".join(lost))
        python = _python(found / "pyodide-lock.json")
        if python != PYTHON:
            raise WorkbookError("lite-pyodide-python", folder=given, found=python, wanted=PYTHON)
        return found
    kept = cache_root() / f"pyodide-{VERSION}"
    found = kept / "node_modules" / "pyodide"
    if not all((found / name).is_file() for name in NEEDED):
        _fetch(kept)
    return found


def _fetch(folder: Path) -> None:
    npm = shutil.which("npm")
    if npm is None:
        raise WorkbookError("lite-no-npm")
    folder.mkdir(parents=True, exist_ok=True)
    options = ("--no-audit", "--no-fund", "--ignore-scripts", "--no-package-lock", "--silent")
    done = subprocess.run(  # noqa: S603 - npm, by its full path
        [npm, "install", "--prefix", str(folder), *options, f"pyodide@{VERSION}"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode:
        detail = (done.stderr or done.stdout).strip().splitlines()
        raise WorkbookError("lite-npm", detail=detail[-1] if detail else str(done.returncode))


def _python(lock: Path) -> str:
    """Which Python a lock is for, as major.minor; an empty string when it does not say."""
    try:
        version = str(json.loads(lock.read_text(encoding="utf-8"))["info"]["python"])
    except (OSError, ValueError, KeyError, TypeError):
        return ""
    return ".".join(version.split(".")[:2])
