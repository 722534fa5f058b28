"""Explorers and figures on slides: alive, of the right size, and in nobody's way."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.browser.conftest import far_end
from tests.browser.steps import becomes, rest
from tests.slides.conftest import Show
from workbook.run import Workbook

pytestmark = pytest.mark.browser

LIVE = 4
"""Place of the explorer in the deck of the scenario, from 0."""

WIDTHS = """() => [...document.querySelectorAll('deck-slide.present .canvas:has(.main-svg)')]
  .map((c) => [c.clientWidth, c.querySelector('.main-svg').getBoundingClientRect().width / Reveal.getScale()])"""
FIGURE = """() => { const c = document.querySelector('deck-slide.present .nb-canvas');
  return [[c.clientWidth, c.querySelector('.main-svg').getBoundingClientRect().width / Reveal.getScale()]]; }"""


def present(name: str) -> str:
    return f"deck-slide.present:not(.stack) {name}"


def fitting(page: Any, widths: str, least: int) -> list[list[float]]:
    """Widths of places and of what is drawn in them, once at least so many are drawn and all fit."""

    def fit() -> bool:
        found = page.evaluate(widths)
        return len(found) >= least and all(abs(place - drawn) <= 2 for place, drawn in found)

    becomes(fit, wanted=True)
    return page.evaluate(widths)


def test_charts_on_a_slide_that_was_hidden_have_its_width(scenario_deck: Show) -> None:
    page = scenario_deck.start()
    assert page.locator(".wb .main-svg").count() == 0 or page.locator(present(".wb")).count() == 0
    page.evaluate(f"Reveal.slide({LIVE})")
    page.locator(present(".canvas .main-svg")).first.wait_for()
    widths = fitting(page, WIDTHS, 2)
    assert all(place > 250 for place, _ in widths)


def test_charts_follow_the_window(scenario_deck: Show) -> None:
    page = scenario_deck.start(f"#/{LIVE}")
    page.locator(present(".canvas .main-svg")).first.wait_for()
    page.set_viewport_size({"width": 1000, "height": 900})
    page.wait_for_function("() => innerWidth === 1000")
    rest(page)
    fitting(page, WIDTHS, 2)


def test_an_explorer_fits_its_slide(scenario_deck: Show) -> None:
    page = scenario_deck.start(f"#/{LIVE}")
    rest(page, 200)
    box = page.locator(present(".explorer")).bounding_box()
    area = page.locator(".slides").bounding_box()
    assert box["y"] + box["height"] <= area["y"] + area["height"] + 1
    assert box["width"] <= area["width"] + 1
    for part in (".levers", ".story", ".numbers"):
        assert page.locator(present(part)).first.is_visible()


def test_moving_a_lever_tells_what_python_tells(scenario_deck: Show, workbook: Workbook) -> None:
    page = scenario_deck.start(f"#/{LIVE}")
    name, lever = next(iter(workbook.scenario.levers.items()))
    slider = page.locator(present(f"[id$=lever-{name}]"))
    slider.focus()
    key = far_end(workbook, name)
    page.keyboard.press(key)
    to = lever.high if key == "End" else lever.low
    code = workbook.run(levers={name: to}).code
    page.wait_for_function(
        "code => document.querySelector('deck-slide.present output[id$=code]').textContent === code", arg=code
    )
    assert scenario_deck.place.startswith(f"{LIVE + 1} /")
    page.keyboard.press("Escape")
    page.keyboard.press("ArrowRight")
    becomes(lambda: scenario_deck.place.split()[0], f"{LIVE + 2}")
    page.wait_for_function("hash => location.hash === hash", arg=f"#/{LIVE + 1}")


def test_two_explorers_live_side_by_side(two: Show, workbook: Workbook) -> None:
    page = two.start("#/1")
    codes = [page.locator(".wb output[id$=code]").nth(k).text_content() for k in (0, 1)]
    assert codes == [workbook.baseline.code, workbook.run("dystopie").code]
    name = next(iter(workbook.scenario.levers))
    page.locator(present(f"[id$=lever-{name}]")).focus()
    page.keyboard.press(far_end(workbook, name))
    page.wait_for_function(
        "code => document.querySelectorAll('.wb output[id$=code]')[0].textContent !== code", arg=codes[0]
    )
    assert page.locator(".wb output[id$=code]").nth(1).text_content() == codes[1]


def test_a_figure_on_a_hidden_slide_is_drawn_when_shown(two: Show) -> None:
    page = two.start()
    page.evaluate("Reveal.slide(2, 1)")
    page.locator(present(".nb-canvas[data-drawn]")).wait_for()
    ((place, _),) = fitting(page, FIGURE, 1)
    assert place > 900
    assert page.locator(present(".nb-values")).count() == 1


def test_sizes(folder: Path) -> None:
    sizes = {path.stem: path.stat().st_size for path in folder.glob("*.html")}
    assert sizes["two"] <= 2_800_000, sizes
    assert sizes["scenario"] <= 2_800_000, sizes
    assert sizes["one"] <= 300_000, sizes
