"""The base of both exporters: a notebook -> a :class:`Document` of cleaned cells -> one file.

A derived class says how the document is laid out (:meth:`NotebookExporter.page`); what a cell
becomes is the same on every stage.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from nbconvert.exporters import TemplateExporter
from traitlets import Bool, Dict, Unicode

from workbook.notebook.document import Document, document_of


class NotebookExporter(TemplateExporter):
    """What the page and the slides of a notebook share.

    Of nbconvert's template exporter it keeps what is asked for on the command line (``--no-input``,
    tags of cells to leave out, ``--execute``); the template itself is our own.
    """

    output_mimetype = "text/html"
    stage_kind = "notebook"
    """How explorers are put on, see :class:`workbook.export.stage.Stage`."""

    lang = Unicode("", help="Language of the file: de, en, de-einfach; the notebook's own when empty.").tag(config=True)
    show_code = Bool(False, help="Show the code of each cell from the start.").tag(config=True)
    address = Unicode("", help="Where the file will be found; for a QR code.").tag(config=True)
    siblings = Dict(help="Links to other notebooks -> links to what they became.").tag(config=True)

    def _file_extension_default(self) -> str:
        return ".html"

    def from_notebook_node(  # type: ignore[override]  # as nbconvert's own exporters do
        self, nb: Any, resources: dict[str, Any] | None = None, **kw: Any
    ) -> tuple[str, dict[str, Any]]:
        """Convert a notebook; the text of the file and nbconvert's resources."""
        # The template of the class above is not rendered: only what comes before it is wanted.
        notebook, resources = super(TemplateExporter, self).from_notebook_node(nb, resources, **kw)
        return self.page(self.document(notebook, resources)), resources

    def document(self, notebook: Any, resources: dict[str, Any]) -> Document:
        """All cells of a notebook, cleaned and ready to be laid out."""
        about = resources.get("metadata", {})
        folder = about.get("path")
        return document_of(
            notebook,
            name=str(about.get("name") or "notebook"),
            folder=None if folder is None else Path(folder or "."),
            lang=self.lang,
            kind=self.stage_kind,
            siblings=dict(self.siblings),
            without=frozenset(self._left_out()),
            address=self.address,
        )

    def page(self, document: Document) -> str:
        """The whole file."""
        raise NotImplementedError

    def _left_out(self) -> list[str]:
        asked = {
            "code": self.exclude_code_cell,
            "markdown": self.exclude_markdown,
            "raw": self.exclude_raw,
            "source": self.exclude_input,
            "output": self.exclude_output,
        }
        return [name for name, out in asked.items() if out]
