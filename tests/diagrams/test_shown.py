"""``wb.map`` and ``wb.causes`` in a notebook: sentences, drawings and tables, and clean when exported."""

from __future__ import annotations

import base64
import re

import pytest

import workbook as wb
from workbook.errors import UsageError
from workbook.notebook.clean import cleaned
from workbook.notebook.images import Pictures
from workbook.notebook.rewrite import Place

ROW = re.compile(r"<tr><th scope=\"row\">")


def test_the_map_marks_the_way_of_a_run(small):
    run = small.run("utopie")
    shown = wb.map(run)
    html = shown._repr_html_()
    assert html.count('class="way"') == 2
    assert html.count(">Ihr Weg<") == 1 + len(run.told)
    for told in run.told:
        assert f"»{small.scenario.passages['de'][told.key].title}«" in repr(shown)
    assert len(ROW.findall(html)) == sum(len(c.scenes) for c in small.scenario.chapters)


def test_the_map_of_a_scenario_marks_nothing(small):
    html = wb.map(small, "en")._repr_html_()
    assert "way" not in re.sub(r"<p>.*?</p>", "", html)
    assert "▸" not in html
    assert "plays were computed" in repr(wb.map(small, "en"))


def test_a_scenario_is_found_by_its_id():
    assert "10.000" in repr(wb.map("soziale-arbeit-2030"))


def test_all_loops_or_one(large):
    loops = large.scenario.loops
    html = wb.causes(large, "en")._repr_html_()
    assert html.count("<svg") == len(loops)
    assert html.count("<details open>") == 1
    one = wb.causes(large.run(), loop=loops[1].name)
    assert one._repr_html_().count("<svg") == 1
    assert loops[1].label["de"] in repr(one)
    assert loops[0].label["de"] not in repr(one)


def test_wrong_names_are_said(small):
    with pytest.raises(UsageError, match="kreis"):
        wb.causes(small, loop="kreis")
    with pytest.raises(UsageError, match="fr"):
        wb.map(small, "fr")
    with pytest.raises(UsageError, match="fr"):
        wb.causes(small, "fr")


@pytest.mark.parametrize("show", [lambda book: wb.map(book.run()), wb.causes])
def test_an_exported_notebook_keeps_drawing_and_table(small, show):
    html = cleaned(show(small)._repr_html_(), Place("de", picture=Pictures(None, {}).find))
    images = re.findall(r'<img[^>]*src="data:image/svg\+xml;base64,([^"]+)"[^>]*>', html)
    assert images
    for image in images:
        assert b"<svg" in base64.b64decode(image)
    assert all(re.search(r'alt="[^"]+"', tag) for tag in re.findall(r"<img[^>]*>", html))
    assert "<table>" in html
    assert "<style" not in html


def test_the_map_of_an_exported_notebook_has_a_form_for_phones(small, root):
    html = cleaned(wb.map(small)._repr_html_(), Place("de"))
    style = (root / "workbook/static/notebook.css").read_text(encoding="utf-8")
    for name in ("nb-wide", "nb-narrow"):
        assert f'class="{name}"' in html
        assert f".{name}" in style
