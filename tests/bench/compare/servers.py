"""Tools that need a server with a kernel: no file to open, but what they show is alive.

They also prove that the probe knows a living page of marimo and of ipywidgets when it sees one.
"""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

from tests.bench.compare import makers, notebook

Serving = Callable[[Path], AbstractContextManager[str]]


@contextlib.contextmanager
def marimo(folder: Path) -> Iterator[str]:
    """The app under ``marimo run``."""
    programs, app = makers.marimo_app(folder)
    port = _free_port()
    arguments = ["run", str(app), "--headless", "--no-token", "--host", "127.0.0.1", "--port", str(port)]
    with _running(folder, programs / "marimo", arguments, port) as address:
        yield address


@contextlib.contextmanager
def voila(folder: Path) -> Iterator[str]:
    """The notebook under Voilà."""
    programs = makers.jupyter_tools(folder)
    path = notebook.written(folder / "page.ipynb")
    port = _free_port()
    arguments = [str(path), "--no-browser", f"--port={port}", "--Voila.ip=127.0.0.1"]
    with _running(folder, programs / "voila", arguments, port) as address:
        yield address


@contextlib.contextmanager
def _running(folder: Path, program: Path, arguments: list[str], port: int) -> Iterator[str]:
    """A server from its first answer on until it is no longer needed."""
    environment = os.environ | {"PATH": f"{program.parent}{os.pathsep}{os.environ['PATH']}"}
    address = f"http://127.0.0.1:{port}/"
    process = subprocess.Popen(
        [program, *arguments], cwd=folder, env=environment,
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        if not _answers(process, address):
            raise makers.NotHereError(f"{program.name}: the server did not start")
        yield address
    finally:
        process.terminate()
        try:
            process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _answers(process: subprocess.Popen[bytes], address: str) -> bool:
    end = time.monotonic() + 60
    while process.poll() is None and time.monotonic() < end:
        with contextlib.suppress(OSError), urllib.request.urlopen(address, timeout=30):
            return True
        time.sleep(0.2)
    return False


def _free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]
