"""Notebooks as a participant meets them: a real browser, one static server, nothing else within reach."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

import workbook as wb
from workbook.widgets.words import word

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("lite")]

PLOTS = ".wb-chart-box .js-plotly-plot"
LINES = f"() => JSON.stringify([...document.querySelectorAll('{PLOTS}')].map(p => Array.from(p.data[3].y)))"
SCENES = "() => [...document.querySelectorAll('.wb-scene h4')].map(h => h.textContent).join('|')"
IDLE = {
    "lab": "#jp-main-statusbar >> text=/Pyodide. \\| (Leerlauf|Idle)/",
    "notebooks": ".jp-Notebook-ExecutionIndicator[data-status='idle']",
}
PANEL = ".jp-WindowedPanel-outer"
SLOW = 120_000
"""Milliseconds; Python starts in the browser, and the machine may have more to do."""


@pytest.fixture
def room(browser: Any, served: str) -> Iterator[Any]:
    """A browser of its own; ``asked`` holds every address outside of the site that it asked for."""
    context = browser.new_context(locale="de-DE", viewport={"width": 1500, "height": 1000})
    context.set_default_timeout(SLOW)
    context.asked = []

    def gate(route: Any) -> None:
        context.asked.append(route.request.url)
        route.abort()

    context.route(lambda url: not url.startswith((served, "data:", "blob:")), gate)
    yield context
    context.close()


def opened(room: Any, served: str, notebook: str, view: str = "lab") -> Any:
    page = room.new_page()
    page.goto(f"{served}/{view}/index.html?path={notebook}")
    page.wait_for_selector(IDLE[view])  # before, cells are run by nobody
    page.locator(".lm-MenuBar-item").nth(3).click()
    page.locator(".lm-Menu-item[data-command='runmenu:run-all']").click()
    return page


def test_the_welcome_speaks_german_tells_a_story_and_fits_on_a_phone(room, served) -> None:
    page = opened(room, served, "de/00-willkommen.ipynb", "notebooks")
    title = wb.load("soziale-arbeit-2030").run("utopie").story("de", moves=False).passages[-1].title
    page.wait_for_selector(f".jp-RenderedMarkdown.jp-OutputArea-output h3:has-text('{title}')")
    assert page.get_by_role("menuitem", name="Ausführen", exact=True).is_visible()
    assert page.get_by_role("slider").count() == 3
    page.set_viewport_size({"width": 360, "height": 740})
    page.wait_for_function(f"() => document.querySelector('{PANEL}').clientWidth <= 360")
    page.wait_for_function(f"() => document.querySelector('{PANEL}').scrollWidth <= 360")
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 360
    assert page.locator("[role=alert]").count() == 0
    assert room.asked == []


def test_a_lever_moves_chart_and_story_and_what_is_kept_comes_back(room, served) -> None:
    page = opened(room, served, "de/01-soziale-arbeit-2030.ipynb")
    slider = page.get_by_role("slider", name="Erreichbarkeit nach Dienstschluss (Stunden je Woche)")
    slider.wait_for()
    page.wait_for_selector(PLOTS)
    page.wait_for_selector("caption:has-text('beobachteten Jahre')", state="attached")  # the last cell
    before, told = page.evaluate(LINES), page.evaluate(SCENES)
    assert told.count("|") == 6
    slider.scroll_into_view_if_needed()
    slider.focus()
    for _ in range(10):
        page.keyboard.press("ArrowRight")
    page.wait_for_function(f"(before) => ({LINES})() !== before", arg=before)
    page.wait_for_function(f"(told) => ({SCENES})() !== told", arg=told)
    kept = page.locator(".wb-keeping")
    assert "meine-zukuenfte/soziale-arbeit-2030.json" in kept.inner_text()
    assert "Speicher dieses Browsers" in kept.inner_text()
    assert page.locator("[role=alert], [data-mime-type='application/vnd.jupyter.stderr']").count() == 0
    assert page.locator(".jp-OutputArea-output details svg").count() > 0  # the loops, worked out beforehand
    page.close()
    again = opened(room, served, "de/01-soziale-arbeit-2030.ipynb")
    again.wait_for_selector(f".wb-keeping:has-text('{word('back_again', 'de')}')")
    assert "gegenüber weiter so" in again.locator(".wb-live").first.inner_text()
    assert room.asked == []
