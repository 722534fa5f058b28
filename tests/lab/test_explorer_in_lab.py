"""The explorer as a person meets it: a real JupyterLab in a real browser."""

from __future__ import annotations

import pytest

import workbook as wb
from tests.lab.conftest import IMPATIENT, run_all, shown, to_top
from workbook.room.words import say

# One JupyterLab at a time: two kernels started in the same moment may be given the same ports.
pytestmark = [pytest.mark.lab, pytest.mark.xdist_group("lab")]

LINE = ".wb-chart-box .js-plotly-plot"
LINES = f"() => JSON.stringify([...document.querySelectorAll('{LINE}')].map(p => Array.from(p.data[3].y)))"
SCENES = "() => [...document.querySelectorAll('.wb-scene h4')].map(h => h.textContent).join('|')"


def opened(browser, address: str, notebook: str, script: str = ""):
    page = shown(browser, address, notebook, script)
    run_all(page)
    return page


@pytest.mark.parametrize(
    ("notebook", "lever", "script"),
    [
        ("de/01-soziale-arbeit-2030.ipynb", "Erreichbarkeit nach Dienstschluss (Stunden je Woche)", ""),
        ("en/01-soziale-arbeit-2030.ipynb", "Reachability after hours (hours per week)", IMPATIENT),
    ],
    ids=["de", "en, slow machine"],
)
def test_a_lever_moved_by_keyboard_changes_chart_and_story(
    browser, address: str, notebook: str, lever: str, script: str, tmp_path
) -> None:
    page = opened(browser, address, notebook, script)
    to_top(page)
    page.wait_for_selector(LINE)
    slider = page.get_by_role("slider", name=lever)
    slider.scroll_into_view_if_needed()
    before, told = page.evaluate(LINES), page.evaluate(SCENES)
    assert told.count("|") == 6
    slider.focus()
    for _ in range(10):
        page.keyboard.press("ArrowRight")
    page.wait_for_function(f"(before) => ({LINES})() !== before", arg=before)
    page.wait_for_function(f"(told) => ({SCENES})() !== told", arg=told)
    page.screenshot(path=str(tmp_path / "lab.png"))
    outside = [url for url in page.asked if not url.startswith(("http://127.0.0.1:", "data:", "blob:"))]
    assert outside == []
    page.close()


def test_the_board_a_decision_reasons_and_a_code_by_mouse(browser, address: str, axe: str) -> None:
    page = opened(browser, address, "de/20-vortrag.ipynb")
    book = wb.load("ki-for-good")
    codes = [book.run(levers={"ai_drafting": share}).code for share in range(0, 65, 5)]
    room = page.locator(".wb-room")
    room.get_by_label(say("paste", "de")).click()
    page.keyboard.insert_text("\n".join(codes))
    room.get_by_role("button", name=say("show", "de"), exact=True).click()
    room.locator("p", has_text=f"{len(codes)} Läufe").first.wait_for()
    faults = [*found(page, axe, ".wb-room")]
    to_top(page)
    page.wait_for_selector(LINE)
    told = page.evaluate(SCENES)
    page.get_by_label("Nein danke", exact=True).check()
    page.wait_for_function(f"(told) => ({SCENES})() !== told && ({SCENES})().includes('Familie Müller')", arg=told)
    page.get_by_role("button", name="Warum gerade diese Szene?").first.click()
    page.locator(".wb-reasons", has_text="Nein danke").first.wait_for()
    page.get_by_label("Code eingeben").fill("12345")
    page.keyboard.press("Enter")
    page.locator(".wb-fault", has_text="5 Zeichen").wait_for()
    assert faults + found(page, axe, ".wb-explorer") == []
    page.close()


def found(page, axe: str, where: str) -> list[tuple[str, str]]:
    """What axe-core has to say."""
    page.evaluate(axe)
    violations = page.evaluate("async (where) => (await axe.run(where)).violations", where)
    return [(each["id"], each["nodes"][0]["html"][:200]) for each in violations]
