"""Clean HTML is made accessible."""

from __future__ import annotations

import re

import pytest

from workbook.notebook.clean import cleaned
from workbook.notebook.rewrite import KINDS, Place, note_kind
from workbook.notebook.words import WORDS


def test_every_kind_of_note_has_its_word() -> None:
    assert set(KINDS) <= WORDS.keys()


@pytest.mark.parametrize(
    ("classes", "kind"),
    [
        ("alert alert-info", "note"),
        ("alert alert-block alert-danger", "danger"),
        ("alert alert-success", "tip"),
        ("alert", "note"),
        ("admonition warning", "warning"),
        ("admonition", "note"),
        ("markdown-alert markdown-alert-important", "important"),
        ("warning", None),
        ("alerting", None),
        ("", None),
    ],
)
def test_notes_are_known_by_their_classes(classes: str, kind: str | None) -> None:
    assert note_kind(classes) == kind


def test_a_box_of_jupyter_is_a_note_in_the_language_of_the_page() -> None:
    html = cleaned('<div class="alert alert-warning">Vorsicht</div>', Place("en"))
    assert 'role="note" aria-label="Warning"' in html
    assert '<p class="nb-note-title">Warning</p>Vorsicht' in html


def test_headings_leave_no_step_out_and_one_is_the_title() -> None:
    place = Place()
    html = cleaned("<h4>a</h4><h1>b</h1><h3>c</h3><h6>d</h6><h1>e</h1><h2>f</h2>", place)
    assert re.findall(r"<h(\d)", html) == ["2", "1", "2", "3", "2", "3"]
    assert [heading.level for heading in place.headings.found] == [4, 1, 3, 6, 1, 2]
    assert [heading.text for heading in place.headings.found] == list("abcdef")


def test_headings_have_jupyters_names_each_once() -> None:
    place = Place()
    html = cleaned("<h2>Wie es weitergeht</h2><h2>Wie es weitergeht</h2><h2>nb-main</h2><h2> </h2>", place)
    assert re.findall(r'id="([^"]*)"', html) == ["Wie-es-weitergeht", "Wie-es-weitergeht-2", "x-nb-main"]


def test_links_that_leave_are_marked_and_others_lead_somewhere() -> None:
    html = cleaned(
        "<a href='https://a.de' onclick=x>a</a><a href='http://b.de'>b</a><a href='#c'>c</a><a href='d.ipynb'>d</a>"
        "<a href='mailto:e@example.org'>e</a><a href='https://f.de'></a>",
        Place(siblings={"d.ipynb": "d.html"}),
    )
    assert html.count('class="leaves"') == 3
    assert html.count('target="_blank"') == 3
    assert "</a>b<a" in html
    assert '<a href="#c"' in html
    assert 'href="https://f.de" rel="noreferrer noopener">https://f.de</a>' in html


def test_a_link_to_another_notebook_follows_it_where_it_went() -> None:
    kept = cleaned("<a href='d.ipynb'>d</a>", Place(siblings={"d.ipynb": "d.html"}))
    assert kept == '<a class="nb-sibling" href="d.html" rel="noreferrer noopener">d</a>'
    assert cleaned("<a href='d.ipynb'>d</a>", Place()) == "d"


def test_images_say_what_they_show() -> None:
    place = Place(picture=lambda source: "data:image/png;base64,AA==" if source == "da.png" else None)
    html = cleaned("<img src=da.png><img src=da.png alt='Ein Haus'><img src=weg.png>", place)
    assert 'alt="Bild ohne Beschreibung"' in html
    assert 'alt="Ein Haus"' in html
    assert "Bild nicht gefunden: weg.png" in html


def test_an_image_on_the_web_is_a_link_but_not_within_a_link() -> None:
    html = cleaned("<img src='https://a.de/b.png' alt='Haus'>", Place())
    assert ">Bild im Netz: Haus</a>" in html
    assert "<img" not in html
    nested = cleaned("<a href='https://c.de'><img src='//a.de/b.png'></a>", Place())
    assert nested.count("<a ") == 1
    assert "Bild im Netz: a.de" in nested


def test_tables_have_names_and_headings() -> None:
    html = cleaned(
        "<table><thead><tr><th></th><th>n</th></tr></thead><tbody><tr><th>0</th><td>1,5</td><td>Köln</td></tr></tbody></table>",
        Place(),
    )
    assert '<div class="nb-scroll" tabindex="0" role="group" aria-label="Tabelle">' in html
    assert '<td></td><th scope="col">n</th>' in html
    assert '<th scope="row">0</th><td class="nb-number">1,5</td><td>Köln</td>' in html


def test_boxes_to_tick_are_signs() -> None:
    html = cleaned("<input type=checkbox checked> a <input type=text value=b>", Place())
    assert html == '<span role="img" aria-label="erledigt" class="nb-check">☑</span> a '
