"""One site for all tests of this folder, and a server for it on this machine."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

import workbook
from workbook.lite import write_lite
from workbook.lite.site import Source, write_python


class _Silent(SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


@pytest.fixture(scope="session")
def pyodide(root: Path) -> Path:
    """The folder of the npm package; its absence is a skip here and a failure where CI runs."""
    folder = root / "tests/node_modules/pyodide"
    if not folder.is_dir():
        reason = "Pyodide is missing: run `make test`"
        pytest.fail(reason) if os.environ.get("CI") else pytest.skip(reason)
    return folder


@pytest.fixture(scope="session")
def source(root: Path) -> Source:
    """The checkout."""
    return Source(root / "workbook", root / "scenarios", root / "notebooks", workbook.__version__)


@pytest.fixture(scope="session")
def python(source: Source, pyodide: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Pyodide with all that the notebooks need."""
    out = tmp_path_factory.mktemp("python") / "pyodide"
    write_python(out, source, pyodide)
    return out


@pytest.fixture(scope="session")
def lite(source: Source, pyodide: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The notebooks of the checkout as a site."""
    out = tmp_path_factory.mktemp("site") / "lite"
    write_lite(out, source, pyodide)
    return out


@pytest.fixture(scope="session")
def served(lite: Path) -> Iterator[str]:
    """The address of the site."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Silent, directory=str(lite))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
