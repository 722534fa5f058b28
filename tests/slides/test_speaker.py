"""The speaker's view: a window of its own, or a panel where windows are blocked."""

from __future__ import annotations

from typing import Any

import pytest

from tests.browser.steps import becomes
from tests.browser.test_access import violations
from tests.slides.conftest import Show, show

pytestmark = pytest.mark.browser


def window_of(deck: Show, page: Any) -> Any:
    with page.expect_popup() as waiting:
        page.keyboard.press("s")
    opened = waiting.value
    opened.on("console", lambda m: deck.complaints.append(m.text))
    opened.locator("body.speaker").wait_for()
    return opened


def test_the_window_shows_notes_and_what_comes_next(hand: Show) -> None:
    page = hand.start()
    opened = window_of(hand, page)
    becomes(opened.title, "Sprechansicht: Zwei Stühle")
    assert opened.locator(".spoken-notes b").inner_text() == "warten"
    assert opened.locator(".spoken-title").inner_text() == "Folie 1 von 7: Zwei Stühle"
    assert opened.locator(".spoken-next").inner_text() == "Danach: Oben"
    page.keyboard.press("End")
    opened.locator(".spoken-title", has_text="Folie 7 von 7").wait_for()
    assert opened.locator(".spoken-next").inner_text() == "Das war die letzte Folie."
    assert opened.locator(".spoken-notes").inner_text() == "Zu dieser Folie gibt es keine Notizen."
    assert opened.locator("script").count() == 0
    assert [a for a in hand.asked if not a.startswith(("file:", "about:"))] == []
    assert hand.complaints == []


def test_the_window_turns_the_slides(hand: Show) -> None:
    page = hand.start()
    opened = window_of(hand, page)
    opened.keyboard.press("ArrowRight")
    hand.stands("2 / 7")
    opened.get_by_role("button", name="Weiter").click()
    opened.get_by_role("button", name="Weiter").click()
    hand.stands("3 / 7")
    opened.get_by_role("button", name="Zurück").focus()
    opened.keyboard.press("Enter")
    hand.stands("2 / 7")
    page.bring_to_front()
    page.keyboard.press("s")
    assert len(page.context.pages) == 2
    with opened.expect_event("close"):
        page.goto("about:blank")


def test_the_clock_runs_rests_and_begins_anew(hand: Show) -> None:
    page = hand.page
    page.clock.install(time="2030-01-01T10:00:00")
    hand.start()
    page.clock.pause_at("2030-01-01T11:00:00")  # from here on time passes only as the test lets it
    page.keyboard.press("n")
    panel = page.locator("#deck-notes")
    assert panel.get_by_text("von 20 Minuten").count() == 1
    elapsed, pace = panel.locator(".spoken-time b").nth(1), panel.locator(".spoken-pace")
    assert (elapsed.inner_text(), pace.inner_text()) == ("0:00", "")
    panel.get_by_role("button", name="Uhr starten").click()
    page.clock.run_for(90_000)
    assert elapsed.inner_text() == "1:30"
    assert pace.inner_text() == "im Plan"
    page.clock.run_for(60_000)
    assert pace.inner_text() == "0:30 hinter dem Plan"
    panel.get_by_role("button", name="Uhr anhalten").click()
    page.clock.run_for(60_000)
    assert elapsed.inner_text() == "2:30"
    page.keyboard.press("Escape")
    page.evaluate("Reveal.slide(4)")
    assert pace.inner_text().endswith("vor dem Plan")
    panel.get_by_role("button", name="Uhr auf null").click()
    assert (elapsed.inner_text(), pace.inner_text()) == ("0:00", "")


def test_a_blocked_window_becomes_a_panel(hand: Show) -> None:
    page = hand.start()
    page.evaluate("window.open = () => null")
    page.keyboard.press("s")
    panel = page.locator("#deck-notes")
    panel.wait_for()
    assert "nicht geöffnet" in panel.inner_text()
    assert panel.locator(".spoken-notes b").inner_text() == "warten"
    assert page.get_attribute("#deck-notes-button", "aria-expanded") == "true"
    ends = "(e) => e.getBoundingClientRect().bottom"
    becomes(lambda: page.locator(".slides").evaluate(ends) <= panel.bounding_box()["y"] + 1, wanted=True)
    page.keyboard.press("n")
    panel.wait_for(state="hidden")


def test_the_timer_does_not_speak_by_itself(hand: Show) -> None:
    page = hand.start()
    page.keyboard.press("n")
    timer = page.locator("#deck-notes [role=timer]")
    assert timer.get_attribute("aria-live") == "off"


def test_letters_of_the_notes_grow(hand: Show) -> None:
    page = hand.start()
    page.keyboard.press("n")
    size = "(e) => parseFloat(getComputedStyle(e).fontSize)"
    notes = page.locator("#deck-notes .spoken-notes")
    before = notes.evaluate(size)
    page.locator("#deck-notes").get_by_role("button", name="Größere Schrift").click()
    becomes(lambda: notes.evaluate(size) > before, wanted=True)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_window(browser: Any, folder: Any, axe: str, scheme: str) -> None:
    for deck in show(browser, folder, "hand", bypass_csp=True):
        opened = window_of(deck, deck.start(color_scheme=scheme))
        opened.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        assert violations(opened, axe) == []
