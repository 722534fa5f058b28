"""Notebooks made for a test, and stages that need no scenario."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from workbook.notebook.document import Document, document_of
from workbook.notebook.page import page_html


@dataclass
class FakeStages:
    """Remembers what is put on."""

    placed: list[Any] = field(default_factory=list)

    def place(self, stage: Any) -> str:
        self.placed.append(stage)
        return f'<section class="wb" data-number="{len(self.placed)}"></section>'

    def scripts(self) -> list[str]:
        return ["/* runtime */"] if self.placed else []

    def markup(self) -> str:
        return "<template></template>"

    def style(self) -> str:
        return ".wb {}"


def text_cells(*texts: str) -> Any:
    return new_notebook(cells=[new_markdown_cell(text) for text in texts])


def code_cell(data: dict[str, Any], metadata: dict[str, Any] | None = None, **about: Any) -> Any:
    """A code cell with one output."""
    return new_code_cell("x = 1", outputs=[new_output("display_data", data, metadata=metadata or {})], metadata=about)


def written(*cells: Any, **given: Any) -> Document:
    return document_of(new_notebook(cells=list(cells)), **given)


@pytest.fixture
def saved(tmp_path: Path) -> Callable[..., str]:
    """Write a document as a page; the address to open."""

    def write(document: Document, **given: Any) -> str:
        path = tmp_path / "seite.html"
        path.write_text(page_html(document, **given), encoding="utf-8")
        return path.as_uri()

    return write
