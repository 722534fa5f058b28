"""All cells of a notebook together."""

from __future__ import annotations

import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_output, new_raw_cell

from tests.notebook.conftest import code_cell, text_cells, written
from tests.notebook.foreign import foreign
from workbook.notebook.document import document_of
from workbook.notebook.exporter import NotebookExporter
from workbook.notebook.page import HtmlExporter, page_html


def test_cells_carry_what_their_authors_said() -> None:
    cell = code_cell({"text/plain": "7"}, tags=["a", "b"], slideshow={"slide_type": "fragment"})
    (found,) = written(cell).cells
    assert (found.number, found.kind, found.tags, found.slide, found.text) == (
        1,
        "code",
        ("a", "b"),
        "fragment",
        "x = 1",
    )
    assert found.source.startswith('<pre class="nb-code">')


@pytest.mark.parametrize("tag", ["remove-cell", "remove_cell"])
def test_cells_can_be_left_out_by_their_tags(tag: str) -> None:
    hidden = new_markdown_cell("weg", metadata={"tags": [tag]})
    assert [cell.number for cell in written(hidden, new_markdown_cell("da")).cells] == [2]


def test_outputs_can_be_left_out() -> None:
    for about in ({"tags": ["remove-output"]}, {"jupyter": {"outputs_hidden": True}}):
        (cell,) = written(code_cell({"text/plain": "7"}, **about)).cells
        assert cell.html == ""
        assert cell.source


def test_kinds_can_be_left_out() -> None:
    cells = (new_markdown_cell("m"), code_cell({"text/plain": "7"}))
    assert [c.kind for c in written(*cells, without=frozenset(["markdown"])).cells] == ["code"]
    assert written(*cells, without=frozenset(["source"])).cells[1].source == ""
    assert written(*cells, without=frozenset(["output"])).cells[1].html == ""


def test_raw_cells_are_for_their_own_format() -> None:
    raw = [new_raw_cell("<p>a<script>x</script></p>", metadata={"raw_mimetype": "text/html"}), new_raw_cell("\\latex")]
    first, second = written(*raw).cells
    assert first.html == "<p>a</p>"
    assert second.html == ""


def test_the_title_is_the_first_heading_or_the_name() -> None:
    assert document_of(text_cells("## B", "# A")).title == "A"
    document = document_of(text_cells("## B"), name="heft")
    assert (document.title, document.titled) == ("heft", False)
    assert "<h1>heft</h1>" in page_html(document)


def test_a_notebook_that_only_tells_needs_no_library() -> None:
    document = document_of(text_cells("# A", "Text"))
    assert document.libraries() == []
    assert document.markup() == ""
    assert "<script" not in page_html(document)


def test_sources_may_be_lists_and_metadata_nonsense() -> None:
    notebook = {
        "cells": [
            {"cell_type": "markdown", "source": ["# A\n", "b"], "metadata": None},
            {"cell_type": "code", "source": "x", "outputs": None, "metadata": {"tags": None, "slideshow": 3}},
            {"cell_type": "unbekannt", "source": ""},
            "unsinn",
        ],
        "metadata": {"workbook": 3, "widgets": [], "language_info": None},
    }
    document = document_of(notebook)
    assert [cell.number for cell in document.cells] == [1, 2]
    assert document.title == "A"


def test_nbconverts_own_options_go_on_working() -> None:
    from traitlets.config import Config

    notebook = text_cells("# A", "Text")
    notebook.cells.append(new_code_cell("geheim = 1", outputs=[new_output("stream", text="Ausgabe")]))
    notebook.cells.append(new_code_cell("unerwuenscht", metadata={"tags": ["weg"]}))
    config = Config(
        {"TemplateExporter": {"exclude_input": True}, "TagRemovePreprocessor": {"remove_cell_tags": ["weg"]}}
    )
    html, resources = HtmlExporter(config=config).from_notebook_node(notebook)
    assert "geheim" not in html
    assert "unerwuenscht" not in html
    assert "Ausgabe" in html
    assert resources["output_extension"] == ".html"


def test_exporters_are_found_by_their_names() -> None:
    from nbconvert.exporters import get_exporter

    assert get_exporter("workbook-html") is HtmlExporter
    assert issubclass(get_exporter("workbook-slides"), NotebookExporter)


def test_the_base_does_not_lay_out() -> None:
    with pytest.raises(NotImplementedError):
        NotebookExporter().from_notebook_node(text_cells("# A"))


def test_the_same_notebook_gives_the_same_file() -> None:
    assert page_html(document_of(foreign())) == page_html(document_of(foreign()))
