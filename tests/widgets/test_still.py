"""What stays of a widget in an exported notebook: words and tables, and nobody's code."""

from __future__ import annotations

from typing import Any

import pytest
from nbformat.v4 import new_code_cell, new_notebook, new_output

import workbook as wb
from tests.export.page_parts import parts_of
from workbook.notebook import HtmlExporter
from workbook.run import Workbook


@pytest.fixture(scope="module")
def book() -> Workbook:
    return wb.load("gegen-einsamkeit")


def exported(widget: Any) -> Any:
    """The page of a notebook whose only cell showed the widget."""
    data = widget._repr_mimebundle_()
    cell = new_code_cell("widget", outputs=[new_output("execute_result", data, execution_count=1)])
    text, _ = HtmlExporter().from_notebook_node(new_notebook(cells=[cell]), {"metadata": {"name": "n"}})
    return parts_of(text)


def test_a_weighing_keeps_its_sentence_and_its_table(book: Workbook) -> None:
    futures = {"unsere": book.run("utopie"), "weiter so": book.run()}
    weighing = wb.weigh(futures, "de")
    first, *others = weighing.controls
    weighing.controls[first].value = 2
    weighing.controls[others[0]].value = 0
    page = exported(weighing)
    assert weighing.sentence() in page.text
    rows = {name: reading for name, reading in weighing.places["unsere"].items() if name != others[0]}
    assert all(reading.text in page.text for reading in rows.values())
    assert page.tags.count("tr") == 1 + len(rows)
    assert not {"select", "input", "button"} & {tag for tag, a in page.elements if "wb" in str(a.get("class"))}


def test_a_board_without_codes_says_what_it_is_for(book: Workbook) -> None:
    page = exported(wb.board(book, "en", least=12))
    assert "From 12 codes on" in page.text
    assert "table" not in page.tags


def test_a_board_keeps_the_room_and_no_code(book: Workbook) -> None:
    lever = next(iter(book.scenario.levers.values()))
    codes = [book.run(levers={lever.name: lever.value(step)}).code for step in (0, 1, 2)]
    board = wb.board(book, "de", least=3)
    board.codes.value = "\n".join(codes)
    board.show()
    page = exported(board)
    assert page.tags.count("tr") == 1 + len(book.scenario.levers)
    assert lever.label["de"] in page.text
    assert "3 Läufe." in page.text
    assert not [code for code in codes if code in page.text or code in str(page.elements)]
    board.codes.value = codes[0]
    board.show()
    assert "table" not in exported(board).tags
