"""How large the written files are: page, notebook and slides, each with all languages of the scenario."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

import workbook as wb
from tests.bench.engine import SCENARIO
from tests.bench.measure import Figure, median_ms
from workbook.notebook.writing import notebook_text
from workbook.widgets.mime import EXPLORER_MIME, explorer_data


def lesson(book: wb.Workbook, folder: Path) -> Path:
    """A notebook with text and two explorers, as it is stored after it ran."""
    worlds = list(book.scenario.worlds)

    def explorer(world: str) -> Any:
        shown = {EXPLORER_MIME: explorer_data(book.run(world), "de", []), "text/plain": "Explorer"}
        return new_code_cell(f"wb.explore('{world}')", outputs=[new_output("display_data", data=shown)])

    cells = [
        new_markdown_cell("# Zwei Wege\n\nEin Satz davor.", metadata={"slideshow": {"slide_type": "slide"}}),
        explorer(worlds[1]),
        new_markdown_cell("## Und der andere", metadata={"slideshow": {"slide_type": "slide"}}),
        explorer(worlds[2]),
    ]
    path = folder / "lesson.ipynb"
    nbformat.write(new_notebook(cells=cells, metadata={"workbook": {"lang": "de"}}), path)
    return path


def figures() -> Iterator[Figure]:
    """All figures of this file."""
    from workbook.export import export_html

    book = wb.load(SCENARIO)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        page = folder / "page.html"
        yield Figure("export of the page", median_ms(lambda: export_html(book, page), 5) / 1000, "s", "at most 3 s")
        languages = len(book.scenario.languages)
        size = page.stat().st_size / 1e6
        yield Figure(f"size of the page, {languages} languages", size, "MB", "at most 1.8 MB")
        path = lesson(book, folder)
        for kind, goal in (("notebook as a page", ""), ("slides", "at most 2.8 MB")):
            text = notebook_text(path, slides=kind == "slides", run=False)
            places = text.count("data-explorer=")
            yield Figure(f"size of the {kind}, {places} explorers", len(text.encode()) / 1e6, "MB", goal)
