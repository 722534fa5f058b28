"""What a hand does to the exported page: dragging, skipping, turning a phone round."""

from __future__ import annotations

import pytest

from tests.browser.conftest import Opened
from tests.browser.steps import becomes, focused, marks_fade, marks_stay, settle
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
        settle(page)
    page.mouse.up()
    page.wait_for_function("start => document.querySelector('#code').textContent !== start", arg=workbook.baseline.code)
    page.click("#undo")
    page.wait_for_function("start => document.querySelector('#code').textContent === start", arg=workbook.baseline.code)
    assert page.is_disabled("#undo")


def test_a_scene_stays_marked_while_the_lever_moves_on(opened: Opened, workbook: Workbook) -> None:
    page = opened.open()
    marks_stay(page)
    page.select_option("#world", "2")
    page.locator(".told").first.wait_for()
    before = page.locator(".told").count()
    page.focus(f"#lever-{next(iter(workbook.scenario.levers))}")
    page.keyboard.press("ArrowLeft")
    settle(page)
    assert page.locator(".told").count() >= before - 1
    page.select_option("#world", "0")
    settle(page)
    marks_fade(page)
    assert page.locator(".told").count() == 0


def test_a_dialog_opened_again_at_once_is_whole(opened: Opened) -> None:
    """A browser tells of the closing a moment later: what was opened meanwhile is not emptied by it."""
    page = opened.open()
    page.evaluate("() => ['menu', 'dialog-close', 'menu'].forEach((id) => document.getElementById(id).click())")
    settle(page)
    assert page.locator("#dialog-body button").count() > 3


def test_the_skip_link_is_not_taken_for_a_code(opened: Opened) -> None:
    page = opened.open()
    page.focus(".skip")
    page.keyboard.press("Enter")
    becomes(lambda: focused(page), "story")
    settle(page)
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
    becomes(lambda: beam.bounding_box()["width"] > 20, wanted=True)
    assert lever.low != lever.default
