"""What a person does to the page, with a mouse, with the keyboard alone, or with a finger."""

from __future__ import annotations

import re
import time
from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import Any

NEVER_HERE = "/* a person who comes for the first time */"
"""Run before the page instead of the habits of somebody who knows it."""

FARTHEST = 400
"""More presses of Tab than the page has places."""

PATIENCE = 30
"""Seconds that a slow machine may need for what takes a moment elsewhere."""

SETTLED = """() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(
  () => requestIdleCallback(done, {timeout: 5000}))))"""

# Each turn gives way once to what the page does in turns of its own, as charts drawn one after the other.
RESTED = """async (milliseconds) => {
  const wait = (time) => new Promise((done) => setTimeout(done, time));
  await wait(milliseconds);
  for (let n = 0; n < 30; n++) await wait(12);
}"""

MARKS_STAY = """() => {
  const later = globalThis.setTimeout;
  globalThis.fading = [];
  globalThis.setTimeout = (act, time, ...more) => (time === 8000 ? -fading.push(act) : later(act, time, ...more));
}"""


def settle(page: Any) -> None:
    """Until what a change set off is drawn, and nothing waits to be done at once."""
    page.evaluate(SETTLED)


def rest(page: Any, milliseconds: int = 600) -> None:
    """Until the page has done what it put off: its own clock counts, so a slow machine makes no difference."""
    page.evaluate(RESTED, milliseconds)


def becomes(ask: Callable[[], object], wanted: object) -> None:
    """Ask until the answer is the wanted one."""
    end = time.monotonic() + PATIENCE
    while (found := ask()) != wanted:
        assert time.monotonic() < end, f"{found!r} instead of {wanted!r}"
        time.sleep(0.02)


def focused(page: Any) -> str:
    """The id of the element that has the focus."""
    return page.evaluate("document.activeElement.id")


def marks_stay(page: Any) -> None:
    """Scenes told anew stay marked until the test lets the marks fade, instead of for eight seconds."""
    page.evaluate(MARKS_STAY)


def marks_fade(page: Any) -> None:
    page.evaluate("() => fading.splice(0).forEach((act) => act())")


def code(page: Any) -> str:
    return page.locator("#code").text_content()


def scenes(page: Any) -> list[str]:
    return page.eval_on_selector_all("[data-scene]", "found => found.map((e) => e.dataset.scene)")


def notice(page: Any) -> str:
    return page.locator("#notice").inner_text()


def digits(words: str) -> int:
    """The first whole number in a sentence."""
    found = re.search(r"\d+", words)
    assert found, words
    return int(found[0])


class Way(ABC):
    """One way of reaching things; what only one of them can do is asked of the page."""

    width, height = 1280, 800
    options: dict[str, Any] = {}  # noqa: RUF012 - read only

    def __init__(self, page: Any) -> None:
        self.page = page

    @abstractmethod
    def press(self, selector: str) -> None:
        """A button, a summary, a link."""

    @abstractmethod
    def slide(self, selector: str) -> None:
        """A slider, to somewhere else."""

    @abstractmethod
    def choose(self, name: str, option: str) -> None:
        """An option of a decision."""

    def world(self, place: int) -> None:
        self.page.select_option("#world", str(place))
        settle(self.page)

    def write(self, selector: str, words: str) -> None:
        self.press(selector)
        self.page.keyboard.press("Control+A")
        self.page.keyboard.type(words)
        self.page.keyboard.press("Tab")
        settle(self.page)

    def look_at(self, tab: str) -> None:
        """On a phone one part is seen at a time."""
        if self.width < 1000:
            self.press(f".tabs [data-tab={tab}]")
        assert self.page.locator(f"#{tab}").is_visible()


class Mouse(Way):
    def press(self, selector: str) -> None:
        self.page.click(selector)
        settle(self.page)

    def slide(self, selector: str) -> None:
        slider = self.page.locator(selector)
        slider.scroll_into_view_if_needed()
        box = slider.bounding_box()
        self.page.mouse.move(box["x"] + 10, box["y"] + box["height"] / 2)
        self.page.mouse.down()
        self.page.mouse.move(box["x"] + box["width"] * 0.7, box["y"] + box["height"] / 2, steps=6)
        self.page.mouse.up()
        settle(self.page)

    def choose(self, name: str, option: str) -> None:
        self.press(f"label[for=option-{name}-{option}]")


class Touch(Way):
    width, height = 360, 740
    options = {"has_touch": True}  # noqa: RUF012 - read only

    def press(self, selector: str) -> None:
        self._tap(self.page.locator(selector))

    def slide(self, selector: str) -> None:
        slider = self.page.locator(selector)
        box = slider.bounding_box()
        self._tap(slider, "input", position={"x": box["width"] * 0.7, "y": box["height"] / 2})

    def _tap(self, target: Any, event: str = "click", **where: Any) -> None:
        """A browser makes its event of a tap a moment after the finger is gone."""
        self.page.evaluate(
            """(event) => { globalThis.tapped = false;
              addEventListener(event, () => { globalThis.tapped = true; }, {capture: true, once: true}); }""",
            event,
        )
        target.tap(**where)
        self.page.wait_for_function("() => globalThis.tapped")
        settle(self.page)

    def choose(self, name: str, option: str) -> None:
        self.press(f"label[for=option-{name}-{option}]")


class Keys(Way):
    """Nothing but keys: everything is reached by Tab, forwards or backwards, wherever the focus stands."""

    def reach(self, selector: str) -> None:
        target = self.page.locator(selector).element_handle()
        back = target.evaluate(
            "(e) => Boolean(document.activeElement.compareDocumentPosition(e) & Node.DOCUMENT_POSITION_PRECEDING)"
            " && !document.activeElement.contains(e)"
        )
        for _ in range(FARTHEST):
            if target.evaluate("(e) => e === document.activeElement"):
                return
            self.page.keyboard.press("Shift+Tab" if back else "Tab")
        raise AssertionError(f"Tab does not reach {selector}")

    def press(self, selector: str) -> None:
        self.reach(selector)
        typed = self.page.evaluate("['INPUT', 'TEXTAREA'].includes(document.activeElement.tagName)")
        if not typed:
            self.page.keyboard.press("Enter")
            settle(self.page)

    def slide(self, selector: str) -> None:
        self.reach(selector)
        for _ in range(3):
            self.page.keyboard.press("ArrowRight")
        settle(self.page)

    def choose(self, name: str, option: str) -> None:
        self.reach(f"[name={name}]:checked")
        for _ in range(self.page.locator(f"[name={name}]").count()):
            if self.page.is_checked(f"#option-{name}-{option}"):
                return
            self.page.keyboard.press("ArrowDown")
            settle(self.page)
        assert self.page.is_checked(f"#option-{name}-{option}")

    def world(self, place: int) -> None:
        self.reach("#world")
        while int(self.page.input_value("#world")) < place:
            self.page.keyboard.press("ArrowDown")
            settle(self.page)


WAYS = {"mouse": Mouse, "keys": Keys, "touch": Touch}
