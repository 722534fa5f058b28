"""Cells of a notebook become slides."""

from __future__ import annotations

from typing import Any

from tests.slides.notebooks import code, data, figure, foreign, markdown, notebook, prepared, stream, text
from workbook.notebook.document import document_of
from workbook.run import Workbook
from workbook.slides.cut import Cutter
from workbook.slides.deck import Slide


def cut(made: Any, qr: str = "") -> tuple[tuple[Slide, ...], ...]:
    return Cutter(document_of(made, kind="slide", lang="de"), qr).slides()


def titles(made: Any) -> list[list[str]]:
    return [[slide.title for slide in column] for column in cut(made)]


def test_without_slide_types_headings_begin_slides() -> None:
    made = markdown("# Titel\n\nvor\n\n## Eins\n\ntext\n\n### Unter\n\nmehr", "weiter\n\n## Zwei\n\nSchluss.")
    assert titles(made) == [["Titel"], ["Eins", "Unter"], ["Zwei"]]
    assert "weiter" in cut(made)[1][1].html


def test_a_title_stands_alone_and_is_a_title() -> None:
    first = cut(markdown("# Titel\n\nEin Satz.", "## Eins"))[0][0]
    assert first.kind == "title"
    assert "<h2" in first.html
    assert "<h1" not in first.html


def test_chosen_types_are_kept() -> None:
    made = notebook(
        text("# A", "slide"), text("## im selben"), text("unten", "subslide"), text("dazu", "fragment"),
        text("weg", "skip"), text("**sag** das", "notes"), text("## B", "slide"), text("angehängt", "-"),
    )  # fmt: skip
    columns = cut(made)
    assert [len(column) for column in columns] == [2, 1]
    below = columns[0][1]
    assert 'fragment">' in below.html
    assert "weg" not in "".join(slide.html + slide.notes for column in columns for slide in column)
    assert below.notes == "<p><strong>sag</strong> das</p>"
    assert "angehängt" in columns[1][0].html
    assert "im selben" in columns[0][0].html


def test_a_slide_that_continues_says_so() -> None:
    below = cut(notebook(text("# A", "slide"), text("unten", "subslide")))[0][1]
    assert below.title == "A (Fortsetzung)"
    assert 'class="deck-again"' in below.html


def test_never_do_all_cells_land_on_one_slide() -> None:
    made = notebook(*(code(f"{n}", stream("Zeile\n" * 40)) for n in range(20)))
    slides = [slide for column in cut(made) for slide in column]
    assert len(slides) >= 5
    assert all(slide.html.count("Zeile") <= 6 * 40 for slide in slides)
    figures = notebook(text("# T"), *(code(f"{n}", figure(1, 2)) for n in range(4)))
    assert sum(len(column) for column in cut(figures)) >= 4


def test_an_explorer_has_a_slide_of_its_own(workbook: Workbook) -> None:
    columns = cut(prepared(workbook))
    live = [slide for column in columns for slide in column if slide.kind == "live"]
    assert [slide.html.count('class="wb"') for slide in live] == [1, 1]
    unprepared = prepared(workbook)
    for cell in unprepared["cells"]:
        cell["metadata"].pop("slideshow", None)
    again = [slide for column in cut(unprepared) for slide in column]
    assert [slide.html.count('class="wb"') for slide in again if 'class="wb"' in slide.html] == [1, 1]


def test_code_without_outcome_stands_with_what_follows() -> None:
    columns = cut(notebook(code("import x"), text("# Titel"), code("y = 1"), text("## Eins")))
    slides = [slide for column in columns for slide in column]
    assert [slide.title for slide in slides] == ["Titel", "Eins"]
    assert "import" in slides[0].html
    assert not any(slide.code_only for slide in slides)


def test_a_slide_of_nothing_but_code_shows_it() -> None:
    assert [s.code_only for c in cut(notebook(text("# A", "slide"), code("x = 1", slide="slide"))) for s in c] == [
        False,
        True,
    ]
    assert [s.code_only for c in cut(notebook(code("x = 1"))) for s in c] == [True]


def test_tags_plan_minutes() -> None:
    made = notebook(
        text("# A", "slide", tags=("minutes-2.5",)), text("x", "", tags=("minutes:1",)), text("## B", "slide")
    )
    assert [slide.minutes for column in cut(made) for slide in column] == [3.5, 0]


def test_the_code_to_scan_goes_where_it_is_tagged() -> None:
    columns = cut(notebook(text("# A", "slide"), text("## B", "slide", tags=("qr",))), "<figure>QR</figure>")
    assert ["QR" in slide.html for column in columns for slide in column] == [False, True]


def test_a_foreign_notebook_keeps_to_its_slides() -> None:
    slides = [slide for column in cut(foreign()) for slide in column]
    assert len(slides) >= 6
    assert not any("<deck-slide" in slide.html or "</deck-slide" in slide.html for slide in slides)
    assert not any("<h1" in slide.html for slide in slides)


def test_an_empty_notebook_has_no_slides() -> None:
    assert cut(notebook()) == ()
    assert cut(notebook(text(""), code("", data(plain="")))) == ()
