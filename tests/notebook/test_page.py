"""The page of a notebook, opened from a file in a Chromium without network."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from nbformat.v4 import new_markdown_cell

from tests.browser.steps import PATIENCE, becomes, focused, rest
from tests.notebook.conftest import code_cell, text_cells, written
from tests.notebook.foreign import foreign
from workbook.notebook.document import document_of
from workbook.notebook.explorers import MIME
from workbook.notebook.page import page_html
from workbook.notebook.plots import MIME as PLOTLY

pytestmark = pytest.mark.browser
LINE = {"type": "scatter", "name": "Fälle", "x": ["2021-05-01", "2022-03-01"], "y": [1234.5, 2345.5]}
NOTEBOOKS = Path(__file__).parent.parent.parent / "notebooks"
EXPLORER = {"scenario": "soziale-arbeit-2030", "lang": "de", "levers": ["case_cap"]}


@pytest.fixture(scope="module")
def foreign_page(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("fremd") / "fremd.html"
    path.write_text(page_html(document_of(foreign())), encoding="utf-8")
    return path.as_uri()


@pytest.fixture
def watched(browser: Any):
    """A page without network, and all that it asked for or complained about."""
    context = browser.new_context(offline=True, locale="de-DE", reduced_motion="reduce")
    page = context.new_page()
    page.set_default_timeout(1000 * PATIENCE)
    page.asked, page.complaints = [], []
    page.on("request", lambda request: page.asked.append(request.url))
    page.on("pageerror", lambda error: page.complaints.append(str(error)))
    page.on("console", lambda m: page.complaints.append(m.text) if m.type in {"error", "warning"} else None)
    yield page
    context.close()


def draw_all(page: Any) -> None:
    page.evaluate("Promise.all((globalThis.workbookPlots?.all() ?? []).map(workbookPlots.draw))")


def violations(page: Any, axe: str) -> list[str]:
    page.evaluate(axe)
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")["violations"]
    return [f"{v['id']}: {node['html'][:120]}" for v in found for node in v["nodes"]]


def test_a_foreign_notebook_does_nothing_and_asks_nobody(watched: Any, foreign_page: str) -> None:
    watched.goto(foreign_page)
    draw_all(watched)
    for link in watched.locator("main p").all()[:200]:
        link.dispatch_event("click")
    rest(watched, 300)
    assert [url for url in watched.asked if not url.startswith("data:")] == [foreign_page]
    assert watched.complaints == []
    assert watched.evaluate("globalThis.hacked") is None
    assert watched.url == foreign_page
    drawn = watched.evaluate(
        "workbookPlots.all().map((e) => [e.hasAttribute('data-drawn'), e.querySelectorAll('svg').length > 0])"
    )
    assert len(drawn) == 3
    assert drawn == [[True, True]] * 3
    assert watched.locator("math").count() >= 4


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (360, "dark")])
def test_axe_finds_nothing_in_a_foreign_notebook(
    browser: Any, foreign_page: str, axe: str, width: int, scheme: str
) -> None:
    context = browser.new_context(offline=True, bypass_csp=True, color_scheme=scheme, reduced_motion="reduce")
    page = context.new_page()
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(foreign_page)
    draw_all(page)
    assert violations(page, axe) == []
    page.click(".nb-switch")
    page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
    assert violations(page, axe) == []
    context.close()


@pytest.mark.parametrize("width", [320, 768, 1280])
def test_nothing_scrolls_sideways(page: Any, foreign_page: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(foreign_page)
    draw_all(page)
    page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.evaluate("document.documentElement.style.fontSize = '32px'")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_page_has_its_landmarks_and_one_title(page: Any, foreign_page: str) -> None:
    page.goto(foreign_page)
    for landmark in ("banner", "navigation", "main", "contentinfo"):
        assert page.get_by_role(landmark).count() == 1, landmark
    assert page.locator("h1").count() == 1
    assert page.locator("html").get_attribute("lang") == "de"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "nb-skip"
    page.keyboard.press("Enter")
    becomes(lambda: focused(page), "nb-main")
    for link in page.locator(".nb-contents a").all():
        name = link.get_attribute("href").removeprefix("#")
        assert page.evaluate("(name) => document.getElementById(name) !== null", name), name


def test_the_switch_shows_all_code_and_remembers(page: Any, saved) -> None:
    cells = [new_markdown_cell("# A"), code_cell({"text/plain": "7"}), code_cell({})]
    page.goto(saved(written(*cells)))
    switch = page.get_by_role("button", name="Code zeigen")
    listings = page.locator(".nb-source pre")
    assert switch.get_attribute("aria-pressed") == "false"
    assert [item.is_visible() for item in listings.all()] == [False, False]
    assert not page.locator(".nb-code-only").is_visible()
    switch.press("Enter")
    assert switch.get_attribute("aria-pressed") == "true"
    assert [item.is_visible() for item in listings.all()] == [True, True]
    page.locator(".nb-source summary").first.click()
    assert [item.is_visible() for item in listings.all()] == [False, True]
    page.reload()
    assert switch.get_attribute("aria-pressed") == "true"
    assert listings.nth(1).is_visible()
    switch.click()
    page.reload()
    assert [item.is_visible() for item in listings.all()] == [False, False]


def test_code_may_be_shown_from_the_start(page: Any, saved) -> None:
    page.goto(saved(written(new_markdown_cell("# A"), code_cell({})), show_code=True))
    assert page.locator(".nb-source pre").is_visible()
    assert page.get_by_role("button", name="Code zeigen").get_attribute("aria-pressed") == "true"


def test_code_can_be_read_without_scripts(browser: Any, saved) -> None:
    context = browser.new_context(offline=True, java_script_enabled=False)
    page = context.new_page()
    page.goto(saved(written(new_markdown_cell("# A"), code_cell({}))))
    page.locator(".nb-source summary").click()
    assert page.locator(".nb-source pre").is_visible()
    context.close()


@pytest.mark.parametrize(("lang", "number", "month"), [("de", "2.345,5", "Mai"), ("en", "2,345.5", "May")])
def test_a_figure_is_drawn_when_it_is_seen_in_the_language_of_the_page(
    watched: Any, saved, lang, number, month
) -> None:
    layout = {
        "xaxis": {"tickvals": ["2021-05-01"], "tickformat": "%B"},
        "yaxis": {"tickvals": [2345.5], "tickformat": ",.1f"},
    }
    far = new_markdown_cell("# A\n\n" + "Zeile\n\n" * 150)
    address = saved(written(far, code_cell({PLOTLY: {"data": [LINE], "layout": layout}}), lang=lang))
    watched.goto(address)
    canvas = watched.locator(".nb-canvas")
    rest(watched, 200)
    assert canvas.locator("svg").count() == 0
    canvas.scroll_into_view_if_needed()
    canvas.locator("path.js-line").wait_for(state="attached")
    words = " ".join(canvas.locator(".xtick, .ytick").all_text_contents())
    assert number in words
    assert month in words
    assert watched.complaints == []
    width = "(e) => e.getBoundingClientRect().width"
    becomes(lambda: abs(canvas.evaluate(width) - canvas.locator("svg").first.evaluate(width)) < 2, wanted=True)


def test_a_figure_beyond_the_small_bundle_is_drawn(watched: Any, saved) -> None:
    address = saved(
        written(new_markdown_cell("# A"), code_cell({PLOTLY: {"data": [{"type": "heatmap", "z": [[1, 2], [3, 4]]}]}}))
    )
    watched.goto(address)
    watched.locator(".nb-canvas[data-drawn] image, .nb-canvas[data-drawn] .hm").first.wait_for(state="attached")
    assert watched.complaints == []
    assert watched.asked[0] == address


def test_all_figures_are_drawn_for_print(page: Any, saved) -> None:
    far = new_markdown_cell("# A\n\n" + "Zeile\n\n" * 150)
    page.goto(saved(written(far, code_cell({PLOTLY: {"data": [LINE]}}))))
    page.pdf()
    page.wait_for_selector(".nb-canvas[data-drawn]", state="attached")


def test_several_explorers_live_in_one_page_and_share_their_libraries(watched: Any, saved) -> None:
    cells = [
        new_markdown_cell("# A"),
        code_cell({MIME: EXPLORER}),
        new_markdown_cell("## B"),
        code_cell({MIME: EXPLORER}),
    ]
    document = written(*cells, code_cell({PLOTLY: {"data": [LINE]}}))
    one = page_html(written(*cells[:2]))
    two = page_html(document)
    assert len(two) - len(one) < 20_000
    assert two.count(".nb-canvas") == one.count(".nb-canvas") + 1
    address = saved(document)
    watched.set_viewport_size({"width": 1280, "height": 900})
    watched.goto(address)
    watched.wait_for_selector("html[data-bands]")
    explorers = watched.locator("section.wb")
    assert explorers.count() == 2
    before = [explorers.nth(k).locator("[role=status]").first.inner_text() for k in range(2)]
    explorers.nth(1).locator("input[type=range]").first.press("Home")
    told = [explorers.nth(k).locator("[role=status]").first for k in range(2)]
    becomes(lambda: told[1].inner_text() != before[1], wanted=True)
    assert told[0].inner_text() == before[0]
    assert explorers.nth(0).locator("input[type=range]").count() == 1
    assert watched.complaints == []
    assert [url for url in watched.asked if not url.startswith(("data:", "blob:"))] == [address]


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (360, "dark")])
def test_axe_finds_nothing_beside_an_explorer(browser: Any, saved, axe: str, width: int, scheme: str) -> None:
    found = in_page(browser, saved, axe, [new_markdown_cell("# A"), code_cell({MIME: EXPLORER})], width, scheme)
    assert found == []


def test_axe_finds_nothing_beside_two_explorers(browser: Any, saved, axe: str) -> None:
    cells = [new_markdown_cell("# A"), *(code_cell({MIME: EXPLORER}) for _ in "ab")]
    assert in_page(browser, saved, axe, cells, 1280, "light") == []


def in_page(browser: Any, saved, axe: str, cells: list[Any], width: int, scheme: str) -> list[str]:
    context = browser.new_context(offline=True, bypass_csp=True, color_scheme=scheme, reduced_motion="reduce")
    page = context.new_page()
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(saved(written(*cells)))
    page.wait_for_selector("html[data-bands]")
    rest(page, 0)
    found = violations(page, axe)
    context.close()
    return found


def test_text_of_a_notebook_is_no_template(saved) -> None:
    html = page_html(document_of(text_cells("# A\n\n$title ${style} $$policy"), name="$lang"))
    assert "$title ${style}" in html


def test_the_policy_names_every_script_by_its_hash() -> None:
    import base64
    import hashlib
    from html import unescape

    html = page_html(written(new_markdown_cell("# A"), code_cell({PLOTLY: {"data": [LINE]}})))
    policy = unescape(re.search(r'Content-Security-Policy" content="([^"]*)"', html)[1])
    scripts = re.findall(r"<script>(.*?)</script>", html, re.DOTALL)
    assert len(scripts) == 3
    for script in scripts:
        digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in policy
    for forbidden in ("unsafe-eval", "https:", "*"):
        assert forbidden not in policy
    assert "script-src 'unsafe-inline'" not in policy


def test_a_page_without_scripts_allows_none() -> None:
    html = page_html(document_of(text_cells("# A")))
    assert "script-src ;" in html  # an empty list names nothing


@pytest.mark.parametrize("path", sorted(NOTEBOOKS.glob("??/*.ipynb")), ids=lambda p: f"{p.parent.name}/{p.stem}")
def test_our_own_notebooks_say_their_language_and_title(path: Path) -> None:
    import nbformat

    notebook = nbformat.read(path, as_version=4)
    document = document_of(notebook, name=path.stem, folder=path.parent)
    assert document.lang == path.parent.name
    assert document.titled
