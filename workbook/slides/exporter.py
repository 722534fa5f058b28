"""``workbook-slides``: a notebook as slides in one file."""

from __future__ import annotations

import math
from collections.abc import Mapping
from html import escape
from typing import Any

from workbook.notebook.document import Document
from workbook.notebook.exporter import NotebookExporter
from workbook.slides.cut import Cutter
from workbook.slides.deck import Deck, Slide
from workbook.slides.qr import qr_html, qr_slide
from workbook.slides.shell import deck_html


class SlidesExporter(NotebookExporter):
    """Export a notebook as slides that need nothing else."""

    export_from_notebook = "Slides (Workbook)"
    stage_kind = "slide"

    def _file_extension_default(self) -> str:
        return ".slides.html"

    def page(self, document: Document) -> str:
        """The whole file."""
        return deck_html(deck_from(document, address=str(self.address), show_code=bool(self.show_code)))


def deck_from(document: Document, *, address: str = "", show_code: bool = False) -> Deck:
    """The deck of a notebook.

    Parameters
    ----------
    document
        The notebook, its cells cleaned.
    address
        Where participants find what to go on with; the notebook's own ``workbook.address`` when empty.
    show_code
        Whether code is seen from the start.
    """
    about = document.metadata.get("workbook")
    given: Mapping[str, Any] = about if isinstance(about, Mapping) else {}
    own = given.get("address")
    address = address or (own if isinstance(own, str) else "")
    code = qr_html(address, document.lang) if address else ""
    columns = Cutter(document, code).slides()
    if not document.titled:
        columns = ((_title(document.title),), *columns)
    tagged = any("qr" in cell.tags for cell in document.cells)
    if code and not tagged and (last := qr_slide(address, document.lang)):
        columns = (*columns, (last,))
    return Deck(
        document.lang, document.title, columns, _minutes(given.get("minutes")), tuple(document.libraries()),
        document.markup(), document.style(), show_code,
    )  # fmt: skip


def _title(title: str) -> Slide:
    return Slide(f"<h2>{escape(title)}</h2>", title, kind="title")


def _minutes(given: Any) -> float:
    number = given if isinstance(given, (int, float)) and not isinstance(given, bool) else 0
    return float(number) if math.isfinite(number) and 0 < number < 10_000 else 0.0
