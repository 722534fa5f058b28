"""JupyterLab on the welcome notebook, in the user's language, without a request to the outside.

It opens copies of the notebooks, in ``./workbook-notebooks``: what a person has changed there is never overwritten, and
the originals stay as they are, so that a notebook can always be begun afresh.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import socket
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote

from workbook.commands.words import CommandError, say
from workbook.messages import current_language
from workbook.saving import WriteError
from workbook.text import base_language

WORKING_FOLDER = "workbook-notebooks"
_MEMORY = ".copied.json"
"""Beside the copied notebooks: the hash of each as it was copied, to tell later what was changed."""

_LOCALES = {"de": "de_DE", "en": "en"}


def start(*, port: int | None = None, open_browser: bool = True) -> int:
    """Run JupyterLab until it is ended; the exit code.

    Parameters
    ----------
    port
        A port of this machine; a free one near Jupyter's usual when left out.
    open_browser
        Whether to show the page, or only to print its address.
    """
    lang = base_language(current_language())
    if port is not None and _taken(port):
        raise CommandError("lab-port", 1, port=port, other=port + 1)
    root, page = _place(lang)
    # Here, since they are slow and only `lab` needs them.
    from jupyterlab.labapp import LabApp

    with tempfile.TemporaryDirectory(prefix="workbook-lab-") as folder:
        write_settings(Path(folder), lang)
        write_kernel(Path(folder))
        for name in ("JUPYTER_CONFIG_PATH", "JUPYTER_PATH"):
            os.environ[name] = os.pathsep.join([folder, *filter(None, [os.environ.get(name)])])
        LabApp.launch_instance(arguments(root, page, port, open_browser=open_browser))
    return 0


def arguments(root: Path, page: str, port: int | None, *, open_browser: bool) -> list[str]:
    """The command line of JupyterLab: this machine only, no news, no look for updates or extensions."""
    told = [
        f"--ServerApp.root_dir={root}",
        f"--LabApp.default_url=/lab/tree/{quote(page)}",
        "--ServerApp.ip=127.0.0.1",
        f"--ServerApp.open_browser={open_browser}",
        "--LabApp.news_url=None",
        "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
        "--LabApp.extension_manager=readonly",
        "--ServerApp.log_level=WARN",
        "--LabApp.log_level=WARN",
    ]
    if port is not None:
        told += [f"--ServerApp.port={port}", "--ServerApp.port_retries=0"]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        # In a container one often is root; the server still listens to this machine only.
        told.append("--allow-root")
    return told


def write_settings(folder: Path, lang: str) -> None:
    """Defaults of the page, below what a person has set: its language, and no question about news."""
    settings: dict[str, dict[str, Any]] = {
        "@jupyterlab/apputils-extension:notification": {"fetchNews": "false", "checkForUpdates": False},
        "@jupyterlab/translation-extension:plugin": {"locale": _LOCALES[lang]},
    }
    target = folder / "labconfig" / "default_setting_overrides.json"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(json.dumps(settings), encoding="utf-8")


def write_kernel(folder: Path) -> None:
    """The usual Python kernel, which also answers failing cells with a sentence, see :mod:`workbook.fresh`."""
    argv = [sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}"]
    spec = {
        "argv": [*argv, "--IPKernelApp.extra_extensions=workbook.fresh"],
        "display_name": "Python 3 (ipykernel)",
        "language": "python",
        "metadata": {"debugger": True},
    }
    target = folder / "kernels" / "python3" / "kernel.json"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(json.dumps(spec), encoding="utf-8")


def shipped_notebooks() -> Path:
    """The notebooks of the package: inside it when installed, beside it in a source checkout."""
    package = Path(__file__).resolve().parent
    inside = package / "notebooks"
    return inside if inside.is_dir() else package.parent / "notebooks"


def welcome(folder: Path, lang: str) -> Path:
    """The first notebook of a language, else of German."""
    for language in (lang, "de"):
        found = sorted((folder / language).glob("00-*.ipynb"))
        if found:
            return found[0]
    raise CommandError("lab-missing", 1)


def _place(lang: str) -> tuple[Path, str]:
    """The folder that JupyterLab shows, and the notebook in it that it opens."""
    shipped = shipped_notebooks()
    page = welcome(shipped, lang).relative_to(shipped)
    target = Path(WORKING_FOLDER).resolve()
    bring(target)
    if shipped == target.parent / "notebooks":  # a checkout: its scenarios are to be seen, too
        return target.parent, f"{target.name}/{page.as_posix()}"
    return target, page.as_posix()


def bring(target: Path) -> None:
    """Copy the notebooks into a folder, and say where they are and what stayed because it was changed there.

    Raises
    ------
    CommandError
        When the notebooks are missing.
    WriteError
        When the folder cannot be written.
    """
    kept = copy_notebooks(shipped_notebooks(), target)
    print(say("lab-folder", folder=target))
    if kept:
        print(say("lab-kept", names=", ".join(kept)))


def copy_notebooks(source: Path, target: Path) -> list[str]:
    """Bring a working folder up to date.

    Returns
    -------
    list of str
        Files that are newer in the package but were changed here, and therefore stay as they are.

    Raises
    ------
    WriteError
        When the folder cannot be written.
    """
    try:
        return _copy(source, target)
    except OSError as error:
        raise WriteError(target, error) from error


def _copy(source: Path, target: Path) -> list[str]:
    target.mkdir(parents=True, exist_ok=True)
    memory = target / _MEMORY
    copied: dict[str, str] = dict(_remembered(memory))
    kept = []
    for path in sorted(source.rglob("*")):
        name = path.relative_to(source).as_posix()
        if not path.is_file() or ".ipynb_checkpoints" in path.parts:
            continue
        new, here = _hash(path), target / name
        old = _hash(here) if here.is_file() else None
        if old not in (None, new, copied.get(name)):
            # Only worth a word when the package has something else than what was changed.
            kept += [name] * (copied.get(name) != new)
            continue
        if old != new:
            here.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, here)
        copied[name] = new
    memory.write_text(json.dumps(copied, indent=0, sort_keys=True), encoding="utf-8")
    return kept


def _remembered(memory: Path) -> Mapping[str, str]:
    try:
        found = json.loads(memory.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _taken(port: int) -> bool:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return True
    return False
