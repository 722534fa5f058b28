"""What a hand does to the exported page: dragging, skipping, turning a phone round."""

from __future__ import annotations

import pytest

from tests.browser.conftest import Opened
from workbook.run import Workbook

pytestmark = pytest.mark.browser


def test_a_drag_is_one_step_back(opened: Opened, workbook: Workbook) -> None:
    page = opened.open()
    name = next(n for n, lever in workbook.scenario.levers.items() if lever.positions > 5)
    box = page.locator(f"#lever-{name}").bounding_box()
    middle = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + 0.1 * box["width"], middle)
    page.mouse.down()
    for share in (0.3, 0.5, 0.7, 0.8):
        page.mouse.move(box["x"] + share * box["width"], middle)
        page.wait_for_timeout(40)
    page.mouse.up()
    page.wait_for_function("start => document.querySelector('#code').textContent !== start", arg=workbook.baseline.code)
    page.click("#undo")
    page.wait_for_function("start => document.querySelector('#code').textContent === start", arg=workbook.baseline.code)
    assert page.is_disabled("#undo")


def test_a_scene_stays_marked_while_the_lever_moves_on(opened: Opened, workbook: Workbook) -> None:
    page = opened.open()
    page.select_option("#world", "2")
    page.locator(".told").first.wait_for()
    before = page.locator(".told").count()
    page.focus(f"#lever-{next(iter(workbook.scenario.levers))}")
    page.keyboard.press("ArrowLeft")
    page.wait_for_timeout(150)
    assert page.locator(".told").count() >= before - 1
    page.select_option("#world", "0")
    page.wait_for_function("() => document.querySelectorAll('.told').length === 0")


def test_the_skip_link_is_not_taken_for_a_code(opened: Opened) -> None:
    page = opened.open()
    page.focus(".skip")
    page.keyboard.press("Enter")
    page.wait_for_timeout(100)
    assert page.evaluate("document.activeElement.id") == "story"
    assert page.locator("#code-fault").inner_text() == ""


def test_the_address_follows_when_the_lever_rests(opened: Opened, workbook: Workbook) -> None:
    page = opened.open()
    page.select_option("#world", "3")
    code = workbook.run(list(workbook.scenario.worlds)[3]).code
    page.wait_for_function("code => location.hash === `#${code}`", arg=code)


def test_charts_fit_after_the_window_changed_out_of_sight(opened: Opened) -> None:
    page = opened.open(width=1280)
    page.wait_for_function("() => document.querySelector('.canvas').data")
    page.set_viewport_size({"width": 360, "height": 740})
    page.click(".tabs [data-tab=numbers]")
    page.wait_for_function(
        """() => {
          const c = document.querySelector('.canvas');
          return Math.abs(c._fullLayout.width - c.clientWidth) < 2;
        }"""
    )


def test_shares_are_seen_as_bars(opened: Opened, workbook: Workbook) -> None:
    page = opened.open()
    name, lever = next((n, lv) for n, lv in workbook.scenario.levers.items() if lv.default != lv.low)
    page.focus(f"#lever-{name}")
    page.keyboard.press("Home")
    box = page.locator('[data-chart="0"]')
    box.locator("details.contributions summary").click()
    beam = box.locator(".beam").first
    beam.wait_for()
    assert beam.bounding_box()["width"] > 20
    assert lever.low != lever.default
