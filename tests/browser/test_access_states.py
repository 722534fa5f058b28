"""What axe-core says of the page in its passing states: asked, guessed, compared, shared, printed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.browser.conftest import KNOWS_ITS_WAY, opened_in
from tests.browser.steps import NEVER_HERE, settle
from tests.browser.test_access import violations

pytestmark = pytest.mark.browser

WINDOWS = {"desk": (1280, 800), "phone": (360, 740)}


def asked(page: Any) -> None:
    page.click("#guide-next")
    page.click("#guide-set")
    page.locator("#guess [data-way]").first.wait_for()


def guessed(page: Any) -> None:
    asked(page)
    page.click("#guess [data-way=higher]")
    page.locator("#guessed").wait_for()


def finished(page: Any) -> None:
    guessed(page)
    page.click("#guide-next")
    page.click("#guide-next")


FIRST: dict[str, Callable[[Any], object]] = {
    "guide open": lambda page: page.locator("#guide").wait_for(),
    "lever of the guide": lambda page: page.click("#guide-next"),
    "guess open": asked,
    "guessed": guessed,
    "end of the guide": finished,
}


def tab(page: Any, name: str) -> None:
    if page.viewport_size["width"] < 1000:
        page.click(f".tabs [data-tab={name}]")


def kept(page: Any) -> None:
    page.click("#keep")
    page.select_option("#world", "2")
    settle(page)
    page.click("#keep")
    page.click("#compare")
    page.locator("#dialog table").wait_for()


def pressed(selector: str) -> Callable[[Any], None]:
    def press(page: Any) -> None:
        page.click(selector)
        page.locator("#dialog[open]").wait_for()

    return press


def from_menu(selector: str) -> Callable[[Any], None]:
    def choose(page: Any) -> None:
        page.click("#menu")
        page.click(selector)
        page.locator("#dialog svg[role=img]").first.wait_for(state="attached")
        for summary in page.locator("#dialog summary").all():
            summary.click()

    return choose


def noted(page: Any) -> None:
    page.click("[data-chapter=ganztag] summary")
    page.fill("#note-ganztag", "Wer holt ab?")
    page.select_option("#world", "1")
    page.locator(".note .origin button").wait_for()


def dotted(page: Any) -> None:
    tab(page, "numbers")
    page.click('[data-chart="0"] details.hundred summary')
    page.locator(".dots").wait_for()


def cared(page: Any) -> None:
    page.select_option("#world", "2")
    settle(page)
    boxes = page.locator(".scene .margin .group")
    boxes.first.locator("button").first.click()
    boxes.first.locator("button").last.click()
    settle(page)


def refused(page: Any) -> None:
    page.fill("#code-in", "XXXX")
    page.press("#code-in", "Enter")
    settle(page)


def printed(page: Any) -> None:
    kept(page)
    page.click("#dialog-close")
    page.evaluate("workbookPages[0].print()")
    page.emulate_media(media="print")


LATER: dict[str, Callable[[Any], object]] = {
    "compare": kept,
    "share": pressed("#share"),
    "more": pressed("#menu"),
    "map of branches": from_menu("#map"),
    "feedback loops": from_menu("#causes"),
    "note": noted,
    "100 dots": dotted,
    "care": cared,
    "code refused": refused,
    "simple language": lambda page: page.click("#languages [data-lang=de-einfach]"),
    "english": lambda page: page.click("#languages [data-lang=en]"),
    "print": printed,
}


PAPER_HAS_NONE = ("landmark-one-main ", "region ")
"""Landmarks are for moving about a page; sheets are leafed through."""


@pytest.fixture(params=list(WINDOWS))
def window(request: pytest.FixtureRequest) -> tuple[int, int]:
    return WINDOWS[request.param]


def looked_at(browser: Any, saved: Path, before: str, window: tuple[int, int]) -> Iterator[Any]:
    for opened in opened_in(browser, saved.as_uri(), before, bypass_csp=True):
        yield opened.open(width=window[0], height=window[1])


@pytest.fixture
def fresh(browser: Any, saved: Path, window: tuple[int, int]) -> Iterator[Any]:
    yield from looked_at(browser, saved, NEVER_HERE, window)


@pytest.fixture
def known(browser: Any, saved: Path, window: tuple[int, int]) -> Iterator[Any]:
    yield from looked_at(browser, saved, KNOWS_ITS_WAY, window)


def in_both_lights(page: Any, axe: str, passed_over: tuple[str, ...] = ()) -> list[str]:
    found = []
    for light in ("light", "dark"):
        page.emulate_media(color_scheme=light)
        settle(page)
        found += [f"{light}: {v}" for v in violations(page, axe) if not v.startswith(passed_over)]
    return found


@pytest.mark.parametrize("state", list(FIRST))
def test_axe_finds_nothing_on_the_first_visit(fresh: Any, axe: str, state: str) -> None:
    FIRST[state](fresh)
    settle(fresh)
    assert in_both_lights(fresh, axe) == []


@pytest.mark.parametrize("state", list(LATER))
def test_axe_finds_nothing_later(known: Any, axe: str, state: str) -> None:
    LATER[state](known)
    settle(known)
    assert in_both_lights(known, axe, PAPER_HAS_NONE if state == "print" else ()) == []
