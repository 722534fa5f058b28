"""``?print-pdf``: one sheet of 16:9 a slide, explorers as pictures of their state."""

from __future__ import annotations

import re

import pytest

from tests.slides.conftest import Show

pytestmark = pytest.mark.browser


def printed(deck: Show, query: str = "?print-pdf") -> tuple[int, list[tuple[float, float]]]:
    """Count of the document's own sheets; sizes of the PDF's pages in points."""
    page = deck.start(query)
    page.wait_for_selector("html[data-deck=printed]")
    paper = page.pdf(prefer_css_page_size=True, print_background=True)
    pages = len(re.findall(rb"/Type\s*/Page\b(?!s)", paper))
    boxes = re.findall(rb"/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)\s*\]", paper)
    assert len(boxes) == pages
    return page.locator(".pdf-page").count(), [(float(w), float(h)) for w, h in boxes]


def test_every_slide_is_a_sheet_of_16_to_9(scenario_deck: Show) -> None:
    sheets, sizes = printed(scenario_deck)
    assert sheets == len(sizes) == 12
    assert set(sizes) == {(960.0, 540.0)}
    assert scenario_deck.complaints == []
    assert scenario_deck.asked == [scenario_deck.address + "?print-pdf"]


def test_explorers_are_pictures(two: Show) -> None:
    _, sizes = printed(two)
    page = two.page
    assert len(sizes) == 6
    assert page.locator(".wb button:visible").count() == 0
    assert page.locator(".wb details:visible").count() == 0
    drawn = page.locator(".wb").evaluate_all(
        "(all) => all.map((wb) => wb.querySelectorAll('.canvas .main-svg').length)"
    )
    assert all(count >= 2 for count in drawn), drawn
    assert page.locator(".nb-canvas .main-svg").count() >= 1
    overflow = page.locator(".wb .explorer").evaluate_all("(all) => all.map((e) => e.getBoundingClientRect().height)")
    assert all(height <= 721 for height in overflow)


def test_long_slides_take_further_sheets(hand: Show) -> None:
    sheets, sizes = printed(hand)
    assert sheets == 7
    assert len(sizes) == 9
    assert hand.page.locator(".fragment").evaluate("(e) => getComputedStyle(e).visibility") == "visible"
    assert hand.page.get_by_text("Absatz 39:").count() == 1


def test_notes_are_printed_when_asked_for(hand: Show) -> None:
    _, without = printed(hand)
    assert hand.page.locator(".speaker-notes-pdf").count() == 0
    _, with_notes = printed(hand, "?print-pdf&showNotes=separate-page")
    assert hand.page.locator(".speaker-notes-pdf").inner_text() == "Erst warten."
    assert len(with_notes) == len(without) + 1


def test_paper_is_white_also_for_those_who_like_it_dark(hand: Show) -> None:
    page = hand.start("?print-pdf", color_scheme="dark", media="print")
    assert (
        page.evaluate("getComputedStyle(document.querySelector('.pdf-page')).backgroundColor") == "rgb(255, 255, 255)"
    )
    assert page.locator(".deck-bar").is_hidden()
