"""``workbook-slides`` as nbconvert calls it."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest
from nbconvert.exporters import get_exporter

from tests.slides.notebooks import code, foreign, markdown, notebook, prepared, text
from workbook.notebook.document import document_of
from workbook.run import Workbook
from workbook.slides import SlidesExporter
from workbook.slides.exporter import deck_from


def test_nbconvert_knows_it_by_name() -> None:
    assert get_exporter("workbook-slides") is SlidesExporter


def test_a_file_becomes_a_file(tmp_path: Path) -> None:
    path = tmp_path / "vortrag.ipynb"
    nbformat.write(nbformat.from_dict(markdown("# Vortrag", "## Eins\n\nText")), path)
    exporter = SlidesExporter()
    written, resources = exporter.from_filename(str(path))
    assert resources["output_extension"] == exporter.file_extension == ".slides.html"
    assert "<title>Vortrag</title>" in written
    assert written.count('<deck-slide class="deck-slide') == 2


def test_options_reach_the_deck() -> None:
    made = nbformat.from_dict(notebook(text("# A"), code("x = 1")))
    exporter = SlidesExporter(lang="en", show_code=True, address="https://example.org/")
    written, _ = exporter.from_notebook_node(made)
    assert '<html lang="en" class="deck-code">' in written
    assert "Play on yourselves" in written


def test_a_notebook_without_a_title_gets_one() -> None:
    deck = deck_from(document_of(markdown("nur Text", "noch mehr"), name="ohne-titel", kind="slide"))
    assert deck.slides[0].kind == "title"
    assert deck.slides[0].title == "ohne-titel"


def test_an_empty_notebook_is_one_slide() -> None:
    assert len(deck_from(document_of(notebook(), name="leer", kind="slide")).slides) == 1


@pytest.mark.parametrize("minutes", ["viele", -5, float("nan"), float("inf"), True, None, [3]])
def test_minutes_that_are_none_plan_nothing(minutes: object) -> None:
    made = markdown("# A", workbook={"minutes": minutes})
    assert deck_from(document_of(made, kind="slide")).minutes == 0


def test_the_lecture_has_its_address_where_it_was_tagged(workbook: Workbook) -> None:
    deck = deck_from(document_of(prepared(workbook), kind="slide"))
    assert deck.minutes == 30
    assert [slide.title for slide in deck.slides if "deck-qr" in slide.html] == ["Weiter"]
    plain = deck_from(document_of(markdown("# A"), kind="slide"), address="https://example.org/")
    assert plain.slides[-1].kind == "qr"


def test_a_foreign_notebook_cannot_act() -> None:
    written, _ = SlidesExporter().from_notebook_node(nbformat.from_dict(foreign()))
    slides = written[written.index('<div class="slides">') : written.index("</main>")]
    for sign in ("<script", "onerror", 'href="javascript', "<iframe", 'src="http', "<style"):
        assert sign not in slides
