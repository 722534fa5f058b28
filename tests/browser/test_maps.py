"""Map and feedback loops of the page: drawn as Python draws them, told in its words, marked for the run at hand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.browser.conftest import Opened, opened_in
from tests.browser.steps import Keys, becomes, focused, settle
from workbook import load
from workbook.branches import PLAYS, branches_of
from workbook.causal import causes_of
from workbook.diagrams.flow import lying, standing
from workbook.diagrams.telling import loop_rows, map_rows, map_words, way_words
from workbook.diagrams.words import say
from workbook.export import export_html
from workbook.run import Run, Workbook

pytestmark = pytest.mark.browser

WINDOWS = {"desk": (1280, 800), "phone": (360, 740)}


@pytest.fixture(params=WINDOWS)
def page(request: Any, browser: Any, saved: Any) -> Iterator[Any]:
    width, height = WINDOWS[request.param]
    for opened in opened_in(browser, saved.as_uri(), viewport={"width": width, "height": height}):
        opened.page.goto(opened.address)
        opened.page.wait_for_selector("html[data-alive]", state="attached")
        yield opened.page
        assert opened.complaints == []
        assert opened.asked == [opened.address]


def open_from_menu(page: Any, name: str) -> None:
    page.click("#menu")
    page.click(f"#{name}")
    page.locator("#dialog svg").first.wait_for(state="attached")


def places(run: Run) -> list[int]:
    return [told.chapter.scenes.index(told.scene) for told in run.told]


def shown_run(page: Any, workbook: Workbook) -> Run:
    return workbook.run_of_code(page.locator("#code").text_content())


def own_way(page: Any, name: str) -> str:
    return page.locator(f"#dialog .{name} .way path").get_attribute("d")


def path_of(way: str) -> str:
    return re.search(r' d="([^"]+)"', way)[1]


def numbers(path: str) -> list[float]:
    return [float(number) for number in re.findall(r"[\d.]+", path)]


def table(page: Any) -> list[list[str]]:
    rows = "rows => rows.map((row) => [...row.cells].map((cell) => cell.textContent))"
    return [row for row in page.eval_on_selector_all("#dialog table.words tbody tr", rows) if len(row) > 1]


def test_the_map_is_drawn_and_told_as_python_does(page: Any, workbook: Workbook) -> None:
    s = workbook.scenario
    page.select_option("#world", "2")
    settle(page)
    branches, told = branches_of(s, PLAYS), places(shown_run(page, workbook))
    for lang in s.languages:
        page.click(f"#languages [data-lang={lang}]")
        open_from_menu(page, "map")
        for flow, name in ((lying(s, branches), "lying"), (standing(s, branches), "standing")):
            assert numbers(own_way(page, name)) == pytest.approx(numbers(path_of(flow.way(told))), abs=0.11)
            assert page.locator(f"#dialog .{name} .bands path").count() == flow.drawing.shapes.count("stroke-width")
            lines = page.locator(f"#dialog .{name} tspan").all_text_contents()
            marked, rows = flow.marked(told), flow.drawing.labels[lang]
            expected = [
                f"▸\u00a0{line}" if k in marked and not n else line
                for k, row in enumerate(rows)
                for n, line in enumerate(row)
            ]
            assert lines == expected
        sentences = page.locator("#dialog-body > p").all_text_contents()
        about, *found = map_words(s, branches, lang)
        assert sentences == [about, *way_words(s, branches, told, lang), *found]
        expected_rows = [
            [f"{row.number} · {row.title}", row.share, say("own", lang) if row.own else ""]
            for row in map_rows(s, branches, told, lang)
        ]
        assert table(page) == expected_rows
        page.click("#dialog-close")


def test_the_own_way_follows_the_run(page: Any, workbook: Workbook) -> None:
    ways = []
    for world in ("1", "2"):
        page.select_option("#world", world)
        settle(page)
        open_from_menu(page, "map")
        ways.append(own_way(page, "standing"))
        flow = standing(workbook.scenario, branches_of(workbook.scenario))
        expected = path_of(flow.way(places(shown_run(page, workbook))))
        assert numbers(ways[-1]) == pytest.approx(numbers(expected), abs=0.11)
        page.click("#dialog-close")
    assert ways[0] != ways[1]


def test_it_lies_where_there_is_room_and_stands_on_a_phone(page: Any) -> None:
    open_from_menu(page, "map")
    wide = page.viewport_size["width"] > 1000
    assert page.locator("#dialog .lying").is_visible() == wide
    assert page.locator("#dialog .standing").is_visible() != wide
    assert page.evaluate("(d) => d.scrollWidth <= d.clientWidth", page.locator("#dialog").element_handle())
    page.click("#dialog-close")
    open_from_menu(page, "causes")
    assert page.evaluate("(d) => d.scrollWidth <= d.clientWidth", page.locator("#dialog").element_handle())


def test_letters_can_be_read_on_every_window(page: Any) -> None:
    for name in ("map", "causes"):
        open_from_menu(page, name)
        heights = page.evaluate(
            "[...document.querySelectorAll('#dialog svg')].filter((svg) => svg.checkVisibility())"
            ".map((svg) => 12 * svg.getBoundingClientRect().width / svg.viewBox.baseVal.width)"
        )
        assert len(heights) == 1
        assert heights[0] >= 10.5
        page.click("#dialog-close")


def test_every_loop_is_shown_with_its_words_and_table(page: Any, workbook: Workbook) -> None:
    s = workbook.scenario
    open_from_menu(page, "causes")
    for k, loop in enumerate(s.loops):
        page.select_option("#loop", str(k))
        circle = causes_of(s).circle(loop)
        assert page.locator("#dialog svg").get_attribute("aria-label") == loop.label["de"]
        assert page.locator("#dialog svg rect").count() == len(loop.through)
        assert page.locator("#dialog .told").text_content().endswith("(R)." if loop.kind == "reinforcing" else "(B).")
        page.click("#dialog summary")
        assert [tuple(row) for row in table(page)] == loop_rows(s, circle, "de")


def test_a_long_story_stands_on_a_wide_window_too(browser: Any, tmp_path: Path) -> None:
    path = tmp_path / "lang.html"
    export_html(load("ki-for-good+haushalt-unter-druck"), path)
    for opened in opened_in(browser, path.as_uri(), viewport={"width": 1280, "height": 800}):
        opened.page.goto(opened.address)
        opened.page.wait_for_selector("html[data-alive]", state="attached")
        open_from_menu(opened.page, "map")
        assert opened.page.locator("#dialog svg").count() == 1
        assert 300 < opened.page.locator("#dialog svg").bounding_box()["width"] < 450


def test_all_of_it_is_reached_by_keys(browser: Any, saved: Any) -> None:
    for opened in opened_in(browser, saved.as_uri(), viewport={"width": 1280, "height": 800}):
        reached_by_keys(opened)


def reached_by_keys(opened: Opened) -> None:
    page = opened.page
    page.goto(opened.address)
    page.wait_for_selector("html[data-alive]", state="attached")
    keys = Keys(page)
    keys.press("#menu")
    keys.press("#causes")
    keys.reach("#loop")
    before = page.locator("#dialog svg").get_attribute("aria-label")
    page.keyboard.press("ArrowDown")
    becomes(lambda: page.locator("#dialog svg").get_attribute("aria-label") != before, wanted=True)
    page.keyboard.press("Escape")
    becomes(lambda: focused(page), "menu")
    keys.press("#menu")
    keys.press("#map")
    page.locator("#dialog .bands").first.wait_for(state="attached")
    becomes(lambda: focused(page), "dialog-title")
    assert page.locator("#dialog :is(svg, svg *)[tabindex]").count() == 0
