"""What a code cell gave, in the form that can live in a file."""

from __future__ import annotations

import pytest
from nbformat.v4 import new_code_cell, new_output

from tests.notebook.conftest import code_cell, written
from tests.notebook.foreign import PNG, SVG, TABLE
from workbook.notebook.outputs import WIDGET, figure_of
from workbook.notebook.plots import MIME as PLOTLY


def html_of(data, metadata=None, *, lang: str = "de", **about) -> str:
    return written(code_cell(data, metadata, **about), lang=lang).cells[0].html


def test_the_richest_form_is_taken() -> None:
    html = html_of({"text/plain": "   n\n0  1", "text/html": TABLE, "image/png": PNG})
    assert '<table class="dataframe">' in html
    assert "<img" not in html
    assert "evil" not in html


def test_a_picture_beats_html_that_was_all_program() -> None:
    html = html_of({"text/html": "<script>draw()</script><div id=x></div>", "image/png": PNG, "text/plain": "Plot"})
    assert "<img" in html
    assert "draw" not in html


def test_a_program_alone_is_told() -> None:
    html = html_of({"text/html": "<script>draw()</script>", "text/plain": "Plot(42)"})
    assert "Diese Ausgabe ist ein Programm" in html
    assert "Plot(42)" in html
    assert "läuft nur im Notebook" in html_of({"application/javascript": "draw()"})


def test_pictures_are_described_by_output_cell_or_not_at_all() -> None:
    assert 'alt="Ein Haus"' in html_of({"image/png": PNG}, {"image/png": {"alt": "Ein Haus"}})
    assert 'alt="Ein Baum"' in html_of({"image/png": PNG}, alt="Ein Baum")
    captioned = html_of({"image/png": PNG}, caption="Bäume <2030>")
    assert "<figcaption>Bäume &lt;2030&gt;</figcaption>" in captioned
    assert 'alt="Bäume &lt;2030&gt;"' in captioned
    assert 'alt="Image without a description"' in html_of({"image/png": PNG}, lang="en")


def test_a_drawing_stands_where_nothing_in_it_runs() -> None:
    html = html_of({"image/svg+xml": SVG})
    assert '<img src="data:image/svg+xml;base64,' in html
    assert "<svg" not in html


def test_a_picture_that_is_none_falls_back_to_words() -> None:
    html = html_of({"image/png": "a2VpbiBCaWxk", "text/plain": "Statt des Bilds"})
    assert "Statt des Bilds" in html
    assert "<img" not in html


def test_formulas() -> None:
    for latex in (r"$\displaystyle \frac{1}{2}$", r"$$x^2$$", r"\begin{align}a&=b\end{align}", r"\(x\)"):
        assert '<math display="block"' in html_of({"text/latex": latex, "text/plain": "x"})


def test_words_that_only_python_understands_are_left_out() -> None:
    for quiet in ("<Figure size 640x480 with 1 Axes>", "<IPython.core.display.HTML object>", "<a.b.C object at 0x7f>"):
        assert html_of({"text/plain": quiet}) == ""
    assert "IntSlider" in html_of({"text/plain": "IntSlider(value=5)"})


def test_streams_stand_together_and_messages_wait() -> None:
    out = [new_output("stream", name="stdout", text=text) for text in ("a", "b\n")]
    err = new_output("stream", name="stderr", text="veraltet <b>")
    html = written(new_code_cell("x", outputs=[*out, err])).cells[0].html
    assert '<pre class="nb-terminal">ab\n</pre>' in html
    assert '<details class="nb-messages"><summary>Meldungen des Programms</summary>' in html
    assert "&lt;b&gt;" in html


def test_a_failed_cell_says_so_in_a_sentence() -> None:
    failed = new_output("error", ename="ValueError", evalue="<b>", traceback=["\x1b[31mZeile 1\x1b[0m"])
    html = written(new_code_cell("x", outputs=[failed])).cells[0].html
    assert "Diese Zelle endete mit einem Fehler: ValueError: &lt;b&gt;" in html
    assert "<details><summary>Einzelheiten" in html
    assert 'class="ansi-red-fg"' in html


def test_controls_of_others_are_told() -> None:
    html = html_of({WIDGET: {"model_id": "x"}, "text/plain": "IntSlider(value=5)"})
    assert "gibt es nur im Notebook" in html
    assert "IntSlider(value=5)" in html
    assert html_of({"application/x-neu": "?"}).count("application/x-neu") == 1


@pytest.mark.parametrize(
    "model", [None, {}, {"state": {}}, {"state": {"_widget_data": []}}, {"state": {"_widget_data": 1}}]
)
def test_a_widget_without_a_figure_has_none(model) -> None:
    assert figure_of(model) is None


def test_a_figure_widget_is_drawn_from_its_state() -> None:
    state = {"_widget_data": [{"type": "bar", "y": [1, 2]}], "_widget_layout": {"title": {"text": "Balken"}}}
    notebook = {
        "cells": [code_cell({WIDGET: {"model_id": "m"}})],
        "metadata": {"widgets": {"application/vnd.jupyter.widget-state+json": {"state": {"m": {"state": state}}}}},
    }
    from workbook.notebook.document import document_of

    document = document_of(notebook)
    assert "<figcaption>Balken</figcaption>" in document.cells[0].html
    assert document.plots.figures[0]["data"] == [{"type": "bar", "y": [1, 2]}]


def test_a_plotly_figure_goes_before_its_other_forms() -> None:
    html = html_of({PLOTLY: {"data": [{"y": [1]}]}, "text/html": "<div>alt</div>", "image/png": PNG})
    assert "nb-canvas" in html
    assert "alt</div>" not in html


def test_json_is_shown_as_text() -> None:
    assert "&lt;script&gt;" in html_of({"application/json": {"a": "<script>"}})
