"""The explorer as a person meets it: a real JupyterLab in a real browser."""

from __future__ import annotations

import pytest

from tests.lab.conftest import run_all, shown

# One JupyterLab at a time: two kernels started in the same moment may be given the same ports.
pytestmark = [pytest.mark.lab, pytest.mark.xdist_group("lab")]

LINE = ".wb-chart-box .js-plotly-plot"
LINES = f"() => JSON.stringify([...document.querySelectorAll('{LINE}')].map(p => Array.from(p.data[3].y)))"
SCENES = "() => [...document.querySelectorAll('.wb-scene h4')].map(h => h.textContent).join('|')"


def opened(browser, address: str, notebook: str):
    page = shown(browser, address, notebook)
    run_all(page)
    page.wait_for_selector(LINE)
    return page


@pytest.mark.parametrize(
    ("notebook", "lever"),
    [
        ("de/01-soziale-arbeit-2030.ipynb", "Erreichbarkeit nach Dienstschluss (Stunden je Woche)"),
        ("en/01-soziale-arbeit-2030.ipynb", "Reachability after hours (hours per week)"),
    ],
)
def test_a_lever_moved_by_keyboard_changes_chart_and_story(
    browser, address: str, notebook: str, lever: str, tmp_path
) -> None:
    page = opened(browser, address, notebook)
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


def test_decision_code_and_reasons(browser, address: str, axe: str) -> None:
    page = opened(browser, address, "de/01-soziale-arbeit-2030.ipynb")
    told = page.evaluate(SCENES)
    page.get_by_label("Die Nacht schließen", exact=True).check()
    page.wait_for_function(f"(told) => ({SCENES})() !== told", arg=told)
    assert "Die Mütze" in page.evaluate(SCENES)
    page.get_by_role("button", name="Warum gerade diese Szene?").nth(2).click()
    page.wait_for_selector(".wb-reasons")
    assert "Die Nacht schließen" in page.locator(".wb-reasons").first.inner_text()
    page.get_by_label("Code eingeben").fill("12345")
    page.keyboard.press("Enter")
    page.wait_for_selector(".wb-fault")
    assert "5 Zeichen" in page.locator(".wb-fault").inner_text()
    page.evaluate(axe)
    found = page.evaluate("async () => (await axe.run('.wb-explorer')).violations")
    assert [(v["id"], v["nodes"][0]["html"][:200]) for v in found] == []
    page.close()
