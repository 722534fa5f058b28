"""Runs a notebook from top to bottom in its own folder; what fails is told in one sentence."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from workbook.messages import current_language
from workbook.notebook.faults import NotebookError, kind_of
from workbook.notebook.listing import bare_text
from workbook.text import base_language

_OURS = frozenset(("WorkbookError", "ScenarioError", "DivergenceError", "RunCodeError", "UsageError", "CommandError"))
"""Errors whose message is a sentence for readers already."""

_LONGEST = 300


def read_notebook(path: Path) -> Any:
    """A notebook from a file.

    Raises
    ------
    NotebookError
        With a sentence, when the file is missing or is no notebook.
    """
    import nbformat

    if not path.is_file():
        raise NotebookError("notebook-missing", file=path)
    try:
        read: Any = nbformat.read
        notebook = read(path, as_version=4)
        nbformat.validate(notebook)
    except OSError as error:
        raise NotebookError("notebook-closed", file=path, detail=error.strerror or str(error)) from error
    except Exception as error:  # nbformat has an error of its own for each way to be no notebook
        raise NotebookError("notebook-broken", file=path) from error
    return notebook


def run_notebook(notebook: Any, folder: Path, lang: str | None = None) -> None:
    """Run every cell; outputs are put into the notebook.

    Parameters
    ----------
    notebook
        From :func:`read_notebook`; it is changed.
    folder
        Where it lies; its code runs there.
    lang
        Language of the messages that code of ours prints.

    Raises
    ------
    NotebookError
        With the cell, its heading and what went wrong.
    """
    import zmq
    from jupyter_client.kernelspec import NoSuchKernel
    from nbclient import NotebookClient
    from nbclient.exceptions import CellControlSignal, CellExecutionError, DeadKernelError

    count = len(notebook.cells)
    place = {"number": 0}
    with _progress(count) as step:

        def started(cell: Any, cell_index: int) -> None:
            place["number"] = cell_index + 1
            step(cell_index)

        client = NotebookClient(
            notebook, resources={"metadata": {"path": str(folder)}}, store_widget_state=True, on_cell_start=started,
            record_timing=False,
        )  # fmt: skip
        environment = os.environ | {"WORKBOOK_LANG": lang or current_language()}
        try:
            # What a kernel writes on its own output is for programmers; why a cell failed comes with the error.
            client.execute(env=environment, stderr=subprocess.DEVNULL)
            step(count)
        except CellExecutionError as error:
            raise _failed(notebook, place["number"], error.ename, error.evalue) from error
        except NoSuchKernel as error:
            raise NotebookError("kernel-missing", name=error.name) from error
        except (DeadKernelError, CellControlSignal, zmq.ZMQError, RuntimeError) as error:
            raise NotebookError("kernel-died", number=place["number"]) from error


def _failed(notebook: Any, number: int, name: str, value: str) -> NotebookError:
    heading = heading_before(notebook, number)
    detail = " ".join(bare_text(value).split())
    detail = detail if len(detail) <= _LONGEST else f"{detail[:_LONGEST]}…"
    if name in _OURS:
        return NotebookError("cell-refused", number=number, heading=heading, detail=detail)
    return NotebookError("cell-failed", number=number, heading=heading, kind=kind_of(name), name=name, detail=detail)


def heading_before(notebook: Any, number: int) -> str:
    """The heading under which a cell stands; empty when there is none."""
    for cell in reversed(notebook.cells[:number]):
        if cell.cell_type == "markdown":
            found = re.findall(r"^ {0,3}#{1,6}\s+(.+?)\s*#*\s*$", cell.source, re.MULTILINE)
            if found:
                return re.sub(r"[*_`]+", "", str(found[-1]))
    return ""


@contextmanager
def _progress(count: int) -> Iterator[Any]:
    """A bar on the terminal; nothing where a program reads along."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    words = "Cells" if base_language(current_language()) == "en" else "Zellen"
    columns = (TextColumn(words), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(words, total=count)
        yield lambda done: bar.update(task, completed=done)
