"""``workbook export NOTEBOOK``: read, run, convert; the text of the file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from workbook.notebook.faults import NotebookError
from workbook.notebook.running import read_notebook, run_notebook
from workbook.text import LANGUAGES


def is_notebook(name: str) -> bool:
    """Whether a word of the command line names a notebook."""
    return name.lower().endswith(".ipynb")


def notebook_text(
    path: Path, *, slides: bool = False, lang: str = "", run: bool = True, show_code: bool = False, address: str = ""
) -> str:
    """A notebook as one HTML document.

    Parameters
    ----------
    path
        The notebook.
    slides
        Slides instead of a page.
    lang
        Language of the file; the notebook's own when empty.
    run
        Run every cell first; otherwise what is stored is taken.
    show_code
        Show the code from the start.
    address
        Where the file will be published; empty when nowhere.

    Raises
    ------
    NotebookError
        For a file that is no notebook, and for a cell that fails.
    """
    notebook = read_notebook(path)
    folder = path.resolve().parent
    if run:
        run_notebook(notebook, folder, lang or _spoken(notebook))
    exporter = _exporter(slides=slides)
    exporter.lang, exporter.show_code, exporter.address = lang, show_code, address
    # What nbconvert calls metadata: the folder, for pictures beside the notebook, and its name.
    text, _ = exporter.from_notebook_node(notebook, {"metadata": {"name": path.stem, "path": str(folder)}})
    return str(text)


def _exporter(*, slides: bool) -> Any:
    if not slides:
        from workbook.notebook.page import HtmlExporter

        page: Any = HtmlExporter
        return page()
    from workbook.slides import SlidesExporter

    slides_of: Any = SlidesExporter
    return slides_of()


def _spoken(notebook: Any) -> str | None:
    """The language a notebook says it has; None leaves it to this process."""
    own = notebook.metadata.get("workbook")
    if not isinstance(own, dict):
        return None
    found = own.get("lang") or own.get("language")
    return found if found in LANGUAGES else None


__all__ = ["NotebookError", "is_notebook", "notebook_text"]
