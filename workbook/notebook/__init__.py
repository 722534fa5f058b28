"""A notebook as one file that needs nothing else; also one that nobody prepared.

::

    language   in which language a notebook speaks       words      what the file says of itself
    markdown   text cells -> HTML                         formula    LaTeX -> MathML
    clean      any HTML -> HTML that cannot act           rewrite    headings, links, images, tables
    images     pictures as data of the file               listing    code and terminal colours
    plots      plotly figures with summary and table      explorers  live explorers
    outputs    what a code cell gave -> HTML              document   all cells together
    exporter   the base of every exporter                 page       ``workbook-html``
    running    runs a notebook, tells what failed         writing    ``workbook export NOTEBOOK``
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from workbook.notebook.exporter import NotebookExporter
    from workbook.notebook.page import HtmlExporter

__all__ = ["HtmlExporter", "NotebookExporter"]


def __getattr__(name: str) -> Any:
    # nbconvert is heavy: `workbook list` must not wait for it.
    if name == "HtmlExporter":
        from workbook.notebook.page import HtmlExporter

        return HtmlExporter
    if name == "NotebookExporter":
        from workbook.notebook.exporter import NotebookExporter

        return NotebookExporter
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
