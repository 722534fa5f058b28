"""Cutting HTML at headings."""

from __future__ import annotations

import pytest

from workbook.slides.pieces import Piece, first_heading, pieces_of, plain, releveled


def test_it_cuts_at_headings() -> None:
    text = "<p>vor</p>\n<h1>A</h1><p>a</p>\n<h2 id='b'>B</h2>\n<p>b</p><h4>tief</h4>"
    assert pieces_of(text, 3) == [
        Piece(0, "<p>vor</p>"),
        Piece(1, "<h1>A</h1><p>a</p>"),
        Piece(2, "<h2 id='b'>B</h2>\n<p>b</p><h4>tief</h4>"),
    ]


def test_nothing_is_lost() -> None:
    text = "<p>ä < b &amp; c<br>d<img src='x'></p>\n\n<h2>eins</h2>\n<ul><li>x</li></ul>\n<h3>zwei</h3>\n<p>€</p>"
    assert "".join(piece.html for piece in pieces_of(text, 3)).replace("\n", "") == text.replace("\n", "")


@pytest.mark.parametrize(
    "text",
    [
        "<div><h2>in einem Hinweis</h2></div>",
        "<blockquote><p>x</p><h1>y</h1></blockquote>",
        "<svg><path d=''/><g><h2>z</h2></g></svg>",
        "<pre>&lt;h2&gt;</pre>",
    ],
)
def test_headings_inside_other_elements_begin_nothing(text: str) -> None:
    assert pieces_of(text, 6) == [Piece(0, text)]


def test_what_is_empty_makes_no_piece() -> None:
    assert pieces_of(" \n ", 3) == []


def test_the_first_heading_is_plain_text() -> None:
    assert first_heading("<p>x</p><h3 id='a'>Fälle <em>&amp;</em> mehr</h3><h2>y</h2>") == "Fälle & mehr"
    assert first_heading("<p>kein</p>") == ""
    assert plain("<b>a</b>\n b&lt;") == "a b<"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<h1>A</h1><h2>B</h2>", "<h2>A</h2><h3>B</h3>"),
        ("<h3>A</h3><h3>B</h3>", "<h2>A</h2><h2>B</h2>"),
        ("<h2 id='x'>A</h2><h6>B</h6><h2>C</h2>", "<h2 id='x'>A</h2><h3>B</h3><h2>C</h2>"),
        ("<h4>A</h4><h1>B</h1>", "<h2>A</h2><h2>B</h2>"),
        ("<hr><p>h2</p>", "<hr><p>h2</p>"),
    ],
)
def test_headings_of_a_slide_skip_no_rank(before: str, after: str) -> None:
    assert releveled(before) == after
