"""A page that is played with for hours needs no more than it needed at the start."""

from __future__ import annotations

from typing import Any

import pytest

from tests.browser.conftest import Opened
from tests.browser.steps import rest

pytestmark = pytest.mark.browser

LIMIT = 20_000_000
"""Bytes that moves may leave behind."""

MOVES = """async (count) => {
  const sliders = [...document.querySelectorAll('.lever input[type=range]')];
  for (let n = 0; n < count; n++) {
    const slider = sliders[n % sliders.length], places = Number(slider.max) + 1;
    slider.value = (Number(slider.value) + 1 + n % 3) % places;
    slider.dispatchEvent(new Event('input', {bubbles: true}));
    await new Promise((done) => requestAnimationFrame(done));
  }
}"""


def held(page: Any, session: Any) -> tuple[int, int, int]:
    """Bytes of JavaScript, nodes (also those outside the document), and listeners that are still held."""
    # Charts follow when the levers rest, what is kept is written, marks fade.
    rest(page, 1500)
    for _ in range(2):
        session.send("HeapProfiler.collectGarbage")
    counters = session.send("Memory.getDOMCounters")
    return session.send("Runtime.getHeapUsage")["usedSize"], counters["nodes"], counters["jsEventListeners"]


def test_moves_leave_nothing_behind(opened: Opened) -> None:
    page = opened.open(width=1280)
    for name in ("contributions", "table", "hundred"):
        page.locator(f"[data-chart='0'] details.{name} > summary").click()
    page.locator("details.why > summary").first.click()
    session = page.context.new_cdp_session(page)
    page.evaluate(MOVES, 60)
    before = held(page, session)
    page.evaluate(MOVES, 400)  # `make bench` measures a thousand
    assert page.evaluate("() => globalThis.workbookPage.play.past.length") <= 500
    after = held(page, session)
    session.detach()
    assert after[0] - before[0] <= LIMIT, (before, after)
    # A scene told otherwise may hold some more or fewer elements; moves that are kept would hold thousands.
    assert after[1] - before[1] <= 1500, (before, after)
    assert after[2] - before[2] <= 100, (before, after)


def test_languages_and_dialogs_leave_nothing_behind(opened: Opened) -> None:
    page = opened.open(width=1280)
    session = page.context.new_cdp_session(page)

    def look(times: int) -> None:
        for _ in range(times):
            page.click("#share")
            page.click("#dialog-close")
            page.click("#languages button:nth-child(2)")
            page.click("#languages button:nth-child(1)")

    # Each language draws every chart anew; what was drawn before must be let go.
    look(3)
    before = held(page, session)
    look(20)
    after = held(page, session)
    session.detach()
    assert after[0] - before[0] <= 5_000_000, (before, after)
    assert after[1] - before[1] <= 3000, (before, after)
    assert after[2] - before[2] <= 500, (before, after)
