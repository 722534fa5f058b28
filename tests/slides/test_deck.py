"""Decks opened from a file in a Chromium without network: going through, keys, fitting, access."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.browser.steps import becomes, focused, settle
from tests.browser.test_access import violations
from tests.slides.conftest import Show, show

pytestmark = pytest.mark.browser

SPILLS = """() => [...document.querySelectorAll('deck-slide.present:not(.stack) > .deck-body')]
  .map((b) => [b.scrollHeight - b.clientHeight, b.scrollWidth - b.clientWidth, b.tabIndex])[0]"""
VISIBLE = "(e) => getComputedStyle(e).visibility"


@pytest.fixture
def injectable(browser: Any, folder: Path, request: pytest.FixtureRequest) -> Iterator[Show]:
    """A deck without its policy: axe-core is a script of ours, not of the deck."""
    yield from show(browser, folder, request.param, bypass_csp=True)


def through(deck: Show) -> Iterator[int]:
    """Every slide, by the button; what was hidden on a slide step by step is shown."""
    total = int(deck.place.split("/")[1])
    number = 1
    while True:
        settle(deck.page)
        yield number
        while number < total and deck.place.startswith(f"{number} /"):
            deck.page.click("#deck-next")
        number += 1
        if number > total:
            return


@pytest.mark.parametrize("name", ["hand", "scenario", "foreign", "two", "one"])
def test_nothing_is_asked_for_and_nothing_complains(browser: Any, folder: Path, name: str) -> None:
    for deck in show(browser, folder, name):
        deck.start()
        for _ in through(deck):
            pass
        assert deck.asked == [deck.address]
        assert deck.complaints == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("injectable", ["hand", "scenario", "foreign", "two"], indirect=True)
def test_axe_finds_nothing_on_any_slide(injectable: Show, axe: str, scheme: str) -> None:
    injectable.start(color_scheme=scheme)
    found = {number: violations(injectable.page, axe) for number in through(injectable)}
    assert not any(found.values()), found


@pytest.mark.parametrize("injectable", ["hand", "two"], indirect=True)
def test_axe_finds_nothing_beside_the_slides(injectable: Show, axe: str) -> None:
    page = injectable.start()
    page.click("#deck-notes-button")
    settle(page)
    assert violations(page, axe) == []
    page.click("#deck-code")
    page.click("#deck-help-button")
    settle(page)
    assert violations(page, axe) == []
    page.click("#deck-help-close")
    page.click("#deck-overview")
    settle(page)
    assert violations(page, axe) == []


@pytest.mark.parametrize("injectable", ["hand", "two"], indirect=True)
def test_axe_finds_nothing_on_a_phone(injectable: Show, axe: str) -> None:
    injectable.start(width=360, height=640)
    found = {number: violations(injectable.page, axe) for number in through(injectable)}
    assert not any(found.values()), found


def test_keys_go_through_all_slides_and_fragments(hand: Show) -> None:
    page = hand.start()
    hand.stands("1 / 7")
    page.keyboard.press("ArrowRight")
    hand.stands("2 / 7")
    assert page.locator(".fragment").evaluate(VISIBLE) == "hidden"
    page.keyboard.press("ArrowRight")
    hand.stands("2 / 7")
    becomes(lambda: page.locator(".fragment").evaluate(VISIBLE), "visible")
    page.keyboard.press("ArrowRight")
    hand.stands("3 / 7")
    page.keyboard.press("ArrowLeft")
    hand.stands("2 / 7")
    page.keyboard.press("End")
    hand.stands("7 / 7")
    assert page.is_disabled("#deck-next")
    page.keyboard.press("Home")
    hand.stands("1 / 7")
    assert page.is_disabled("#deck-previous")


def test_a_section_on_a_slide_is_not_a_slide(hand: Show) -> None:
    page = hand.start("#/1/1")
    hand.stands("3 / 7")
    assert page.locator("section section").is_visible()
    assert page.locator("section.stack, section.present").count() == 0


def test_a_slider_keeps_its_arrows_until_one_leaves_it(hand: Show) -> None:
    page = hand.start("#/4")
    hand.stands("6 / 7")
    page.focus("#hebel")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowUp")
    assert page.input_value("#hebel") == "7"
    hand.stands("6 / 7")
    page.keyboard.press("Escape")
    becomes(lambda: page.evaluate("document.activeElement.localName"), "deck-slide")
    assert not page.evaluate("Reveal.isOverview()")
    page.keyboard.press("ArrowRight")
    assert page.input_value("#hebel") == "7"
    hand.stands("7 / 7")


def test_a_remote_turns_the_slide_also_from_a_slider(hand: Show) -> None:
    page = hand.start("#/4")
    page.focus("#hebel")
    page.keyboard.press("PageDown")
    hand.stands("7 / 7")
    assert page.input_value("#hebel") == "5"


def test_what_is_not_shown_cannot_be_reached(hand: Show) -> None:
    page = hand.start("#/3")
    for _ in range(12):
        page.keyboard.press("Tab")
        slide = "document.activeElement.closest('deck-slide')"
        assert page.evaluate(f"[null, Reveal.getCurrentSlide()].includes({slide})"), page.evaluate(
            "document.activeElement.outerHTML.slice(0, 99)"
        )


def test_a_turn_is_told_and_takes_the_focus_along(hand: Show) -> None:
    page = hand.start()
    page.keyboard.press("ArrowRight")
    becomes(page.locator("#deck-status").text_content, "Folie 2 von 7: Oben")
    becomes(lambda: page.evaluate("document.activeElement.getAttribute('aria-label')"), "Oben")
    page.focus("#deck-next")
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    hand.stands("3 / 7")
    assert focused(page) == "deck-next"
    assert page.locator("[role=application], [aria-live=assertive]").count() == 0


def test_a_full_slide_gets_smaller_letters(hand: Show) -> None:
    page = hand.start("#/2")
    below, across, _ = page.evaluate(SPILLS)
    assert below <= 1
    assert across <= 0
    size = page.locator(".present p").first.evaluate("(e) => parseFloat(getComputedStyle(e).fontSize)")
    assert 19 <= size < 27


def test_a_long_slide_scrolls_and_nothing_is_cut_off(hand: Show) -> None:
    page = hand.start("#/3")
    below, across, reachable = page.evaluate(SPILLS)
    assert below > 500
    assert across <= 0
    assert reachable == 0
    last = page.get_by_text("Absatz 39:")
    assert last.bounding_box()["y"] > 720
    presses, seen = 0, last.bounding_box()
    while hand.place == "5 / 7" and presses < 9:
        seen = last.bounding_box()
        page.keyboard.press("PageDown")
        settle(page)
        presses += 1
    hand.stands("6 / 7")
    assert presses > 2
    assert seen["y"] + seen["height"] < 680


def test_letters_can_be_switched_off(hand: Show) -> None:
    page = hand.start()
    page.keyboard.press("?")
    assert page.locator("#deck-help").evaluate("(e) => e.open")
    page.check("#deck-letters")
    page.keyboard.press("Escape")
    becomes(lambda: page.locator("#deck-help").evaluate("(e) => e.open"), wanted=False)
    settle(page)
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("n")
    assert page.locator("#deck-notes").is_hidden()
    page.keyboard.press("ArrowRight")
    hand.stands("2 / 7")


def test_code_is_hidden_until_asked_for(hand: Show) -> None:
    page = hand.start("#/4")
    assert page.locator(".nb-code").is_hidden()
    page.keyboard.press("c")
    page.locator(".nb-code").wait_for()
    assert page.get_attribute("#deck-code", "aria-pressed") == "true"
    page.click("#deck-code")
    page.locator(".nb-code").wait_for(state="hidden")


def test_the_overview_shows_all_and_leads_back(hand: Show) -> None:
    page = hand.start()
    page.keyboard.press("Escape")
    becomes(lambda: page.get_attribute("#deck-overview", "aria-pressed"), "true")
    becomes(lambda: page.locator("deck-slide.deck-slide:visible").count() >= 5, wanted=True)
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    becomes(lambda: page.get_attribute("#deck-overview", "aria-pressed"), "false")
    hand.stands("2 / 7")


def test_links_within_the_deck_lead_to_their_slide(hand: Show) -> None:
    page = hand.start("#/4")
    page.click("text=nirgends")
    page.click("text=dorthin")
    hand.stands("3 / 7")
    assert hand.complaints == []


def test_nothing_moves_for_those_who_asked_for_stillness(hand: Show) -> None:
    page = hand.start()
    moving = """() => [...document.querySelectorAll('body, body *')].filter((e) => {
      const s = getComputedStyle(e);
      return s.animationName !== 'none' || s.transitionDuration.split(', ').some((t) => parseFloat(t) > 0);
    }).length"""
    assert page.evaluate(moving) == 0
    assert page.evaluate("Reveal.getConfig().transition") == "none"
    page.emulate_media(reduced_motion="no-preference")
    page.wait_for_function("() => Reveal.getConfig().transition === 'fade'")


@pytest.mark.parametrize(("width", "height"), [(360, 640), (320, 568), (640, 360)])
def test_on_a_small_screen_a_slide_is_a_page(two: Show, width: int, height: int) -> None:
    page = two.start(width=width, height=height)
    for _ in through(two):
        assert page.evaluate("Reveal.getScale()") == 1
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert page.evaluate(SPILLS)[1] <= 0
        size = page.locator("deck-slide.present:not(.stack) .deck-body").first.evaluate(
            "(e) => parseFloat(getComputedStyle(e).fontSize)"
        )
        assert size >= 16


def test_targets_are_large_enough(hand: Show) -> None:
    for width, height in ((1280, 720), (360, 640)):
        page = hand.start(width=width, height=height)
        page.click("#deck-help-button")
        small = page.evaluate(
            """() => [...document.querySelectorAll('.deck-bar button, .deck-help :is(button, label)')].filter((e) => {
              const {width, height} = e.getBoundingClientRect();
              return e.checkVisibility() && (width < 24 || height < 24);
            }).map((e) => e.outerHTML)"""
        )
        assert small == []


def test_turning_the_window_lays_the_slide_out_anew(hand: Show) -> None:
    page = hand.start("#/3")
    page.set_viewport_size({"width": 360, "height": 640})
    page.wait_for_function("() => Reveal.getScale() === 1")
    assert page.locator("html.deck-small").count() == 1
    page.set_viewport_size({"width": 1280, "height": 720})
    page.wait_for_function("() => Reveal.getScale() < 1")
    assert page.evaluate("Reveal.getConfig().width") == 1280
    hand.stands("5 / 7")
