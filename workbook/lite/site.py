"""Scenarios and notebooks -> a JupyterLite site that any static server can serve."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from workbook.errors import WorkbookError
from workbook.lite.before import files_of
from workbook.lite.configured import EXTENSIONS, lite_settings, overrides
from workbook.lite.core import NEEDED, pyodide_folder
from workbook.lite.lock import LOCK, first, holds, locked
from workbook.lite.nothing_to_install import stand_ins
from workbook.lite.wheels import ROOTS, installed, own, repacked, shipped

_NOT_NEEDED = ("piplite-", "widgetsnbextension-3")
BUILDERS = ("jupyterlite-core", "jupyterlite-pyodide-kernel")


@dataclass(frozen=True, slots=True)
class Source:
    """What the site is made of."""

    package: Path
    scenarios: Path
    notebooks: Path
    version: str


def write_lite(out: Path, source: Source, pyodide: Path | None = None, lang: str = "de") -> None:
    """Write the site.

    Parameters
    ----------
    out
        An empty or new folder.
    source
        Where package, scenarios and notebooks are.
    pyodide
        A folder with Pyodide, see :func:`workbook.lite.core.pyodide_folder`.
    lang
        The language of the surface, ``de`` or ``en``.

    Raises
    ------
    WorkbookError
        When something that is needed is missing, or the build fails.
    """
    installed((*ROOTS, *BUILDERS))  # all that is missing is said at once
    core = pyodide_folder(pyodide)
    with tempfile.TemporaryDirectory(prefix="workbook-lite-") as name:
        folder = Path(name)
        packages = write_python(folder / "static" / "pyodide", source, core)
        _json(folder / "jupyter-lite.json", lite_settings(packages, lang))
        _json(folder / "overrides.json", overrides(lang))
        _build(folder, out, source.notebooks)


def write_python(folder: Path, source: Source, core: Path) -> list[str]:
    """Write Pyodide with all that the notebooks need into a new folder; the packages to be loaded first."""
    folder.mkdir(parents=True)
    # With NumPy here, the feedback loops of one's own scenario can be looked for, too.
    roots = (*ROOTS, "networkx") if holds(core, "numpy") else ROOTS
    wheels = [repacked(dist, folder) for dist in installed(roots)]
    wheels += [shipped(Path(shutil.copy(path, folder))) for path in _kernel_wheels()]
    wheels += stand_ins(folder)
    more = {path: data for each in _scenarios(source.scenarios) for path, data in files_of(each).items()}
    parts = {"scenarios": source.scenarios, "notebooks": source.notebooks}
    wheels.append(own(source.package, folder, parts, more, source.version))
    lock = locked(core, wheels)
    wanted = {entry["file_name"]: entry["sha256"] for entry in lock["packages"].values()}
    for wheel in wheels:
        if wanted.get(wheel.path.name) == wheel.sha256:
            del wanted[wheel.path.name]
        else:  # the folder has one of its own, perhaps by the same name
            wheel.path.unlink()
    for name in (*NEEDED, *wanted):
        shutil.copyfile(core / name, folder / name)
    _json(folder / LOCK, lock)
    return first(lock, wheels)


def _scenarios(folder: Path) -> Iterator[Path]:
    return (path.parent for path in sorted(folder.glob("*/scenario.yaml")))


def _kernel_wheels() -> list[Path]:
    """What the kernel brings along: itself, and stand-ins for what a browser cannot have."""
    folder = _extension(EXTENSIONS[0]) / "static" / "pypi"
    return sorted(path for path in folder.glob("*.whl") if not path.name.startswith(_NOT_NEEDED))


def _extension(name: str) -> Path:
    return Path(sys.prefix) / "share" / "jupyter" / "labextensions" / name


def _build(folder: Path, out: Path, notebooks: Path) -> None:
    """Let JupyterLite put it together, from these files only."""
    _json(folder / "jupyter_lite_config.json", {
        "LiteBuildConfig": {
            "apps": ["lab", "notebooks", "tree", "edit"],
            "contents": [str(notebooks)],
            "federated_extensions": [str(_extension(name)) for name in EXTENSIONS],
            "ignore_sys_prefix": ["federated_extensions"],
            "no_sourcemaps": True,
            "no_unused_shared_packages": True,
            "output_dir": str(out),
        }
    })  # fmt: skip
    own_folders = {name: str(folder / "jupyter") for name in ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "HOME")}
    done = subprocess.run(
        [sys.executable, "-m", "jupyterlite_core", "build"], cwd=folder, env={**os.environ, **own_folders},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode or not (out / "lab" / "index.html").is_file():
        told = (done.stderr or done.stdout).strip().splitlines()
        raise WorkbookError("lite-build", detail=told[-1] if told else str(done.returncode))


def _json(path: Path, content: object) -> None:
    path.write_text(json.dumps(content, indent=1, ensure_ascii=False), encoding="utf-8")
