"""The page for people with a keyboard, a screen reader, a phone, or eyes that tire."""

from __future__ import annotations

from typing import Any

import pytest

from tests.browser.conftest import Opened, far_end
from tests.browser.steps import becomes, focused, settle
from workbook.run import Workbook

pytestmark = pytest.mark.browser

TABS = ("levers", "story", "numbers")


def violations(page: Any, axe: str, *rules: str) -> list[str]:
    """What axe-core objects to; only some of its rules where they are named."""
    if not page.evaluate("() => 'axe' in globalThis"):
        page.evaluate(axe)
    found = page.evaluate(
        "(rules) => axe.run(document, {resultTypes: ['violations'], ...(rules.length ? {runOnly: rules} : {})})", rules
    )
    return [
        f"{v['id']} ({v['impact']}): {node['target']} {node['html'][:120]}"
        for v in found["violations"]
        for node in v["nodes"]
    ]


def move(page: Any, workbook: Workbook) -> None:
    for name in list(workbook.scenario.levers)[:3]:
        page.focus(f"#lever-{name}")
        page.keyboard.press(far_end(workbook, name))
    settle(page)


def open_everything(page: Any) -> None:
    page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
    page.locator(".shares li").first.wait_for(state="attached")
    settle(page)


def test_axe_finds_nothing(injectable: Opened, workbook: Workbook, axe: str) -> None:
    page = injectable.open()
    assert violations(page, axe) == []
    move(page, workbook)
    open_everything(page)
    assert violations(page, axe) == []
    page.emulate_media(color_scheme="dark")
    settle(page)
    open_everything(page)
    assert violations(page, axe, "color-contrast", "link-in-text-block") == []


def test_axe_finds_nothing_on_a_phone(injectable: Opened, workbook: Workbook, axe: str) -> None:
    page = injectable.open(width=360, height=740)
    page.click(".tabs [data-tab=levers]")
    move(page, workbook)
    for tab in TABS:
        page.click(f".tabs [data-tab={tab}]")
        assert page.locator(f"#{tab}").is_visible()
        assert violations(page, axe) == [], tab


@pytest.mark.parametrize("width", [320, 768, 1000, 1400])
def test_nothing_scrolls_sideways(opened: Opened, workbook: Workbook, width: int) -> None:
    page = opened.open(width=width, height=700)
    if width < 1000:
        page.click(".tabs [data-tab=levers]")
    move(page, workbook)
    open_everything(page)
    for tab in TABS:
        if width < 1000:
            page.click(f".tabs [data-tab={tab}]")
        wide = page.evaluate(
            """() => [document.documentElement, ...document.querySelectorAll('.stage > section')]
              .filter((e) => e.scrollWidth > e.clientWidth + 1)
              .map((e) => [e.id || e.tagName, e.scrollWidth, e.clientWidth])"""
        )
        assert wide == [], tab


@pytest.mark.parametrize("width", [360, 1400])
def test_targets_are_large_enough(opened: Opened, workbook: Workbook, width: int) -> None:
    page = opened.open(width=width, height=740)
    if width < 1000:
        page.click(".tabs [data-tab=levers]")
    move(page, workbook)
    for tab in TABS:
        if width < 1000:
            page.click(f".tabs [data-tab={tab}]")
        small = page.evaluate(
            """() => [...document.querySelectorAll('button, select, input, summary, a[href]')].flatMap((e) => {
              if (e.closest('.text') || e.matches('.skip')) return [];  // a link in a sentence is as high as its line
              const label = e.matches('[type=radio]') ? e.closest('.option') : e;
              const {width, height} = label.getBoundingClientRect();
              const small = e.checkVisibility() && (width < 24 || height < 24);
              return small ? [[e.outerHTML.slice(0, 90), width, height]] : [];
            })"""
        )
        assert small == [], tab


def test_tab_reaches_every_lever_and_the_story(opened: Opened, workbook: Workbook) -> None:
    page = opened.open()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    reached = []
    for _ in range(140):
        page.keyboard.press("Tab")
        reached.append(focused(page))
        if reached[-1] == "code-in":
            break
    levers = [name for name in reached if name.startswith("lever-")]
    assert levers == [f"lever-{name}" for name in workbook.scenario.levers]
    assert reached.index("world") < reached.index(levers[0]) < len(reached)
    for name, decision in workbook.scenario.decisions.items():
        assert any(f"option-{name}-{option}" in reached for option in decision.options), name
    assert reached[-1] == "code-in"


def test_skipping_leads_to_the_story(opened: Opened) -> None:
    page = opened.open()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    becomes(lambda: focused(page), "story")


def test_what_is_focused_is_seen(opened: Opened, workbook: Workbook) -> None:
    page = opened.open()
    page.keyboard.press("Tab")
    for _ in range(30):
        page.keyboard.press("Tab")
        outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert outline != "none", page.evaluate("document.activeElement.outerHTML.slice(0, 120)")


def test_a_slider_speaks_its_value_and_that_it_was_moved(opened: Opened, workbook: Workbook) -> None:
    page = opened.open()
    name, lever = next((n, lv) for n, lv in workbook.scenario.levers.items() if lv.default != lv.high)
    slider = page.locator(f"#lever-{name}")
    slider.focus()
    page.keyboard.press("End")
    settle(page)
    spoken = slider.get_attribute("aria-valuetext")
    assert f"{lever.high:g}".replace(".", ",") in spoken
    assert "von Ihnen verändert" in spoken
    assert page.locator("#live").get_attribute("aria-live") == "polite"
    assert page.locator(".chart .summary").first.inner_text()


def test_nothing_moves_for_those_who_asked_for_stillness(opened: Opened) -> None:
    page = opened.open()
    moving = page.evaluate(
        """() => [...document.querySelectorAll('*')].filter((e) => {
          const s = getComputedStyle(e);
          return s.animationName !== 'none' || s.transitionDuration.split(', ').some((t) => parseFloat(t) > 0);
        }).map((e) => e.className)"""
    )
    assert moving == []


def test_large_letters_do_not_break_the_page(opened: Opened) -> None:
    page = opened.open(width=1280, height=800)
    page.evaluate("document.documentElement.style.fontSize = '32px'")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth + 1")
