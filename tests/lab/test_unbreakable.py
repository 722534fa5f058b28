"""Participants cannot lose their work nor break a notebook: killed kernels, reloaded pages, spoiled cells."""

from __future__ import annotations

import json
import os
import signal
from pathlib import Path
from typing import Any

import pytest

from tests.lab.conftest import run_all, shown

# One JupyterLab at a time: two kernels started in the same moment may be given the same ports.
pytestmark = [pytest.mark.lab, pytest.mark.xdist_group("lab")]

NOTEBOOK = "de/05-gegen-einsamkeit.ipynb"


def kernels() -> list[int]:
    """Kernels that ``workbook lab`` has started, by what their command line says."""
    found = []
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            words = path.read_bytes().decode(errors="replace")
        except OSError:  # it has just ended
            continue
        if "ipykernel_launcher" in words and "extra_extensions=workbook.fresh" in words:
            found.append(int(path.parent.name))
    return found


def note_of(page: Any) -> Any:
    return page.locator(".wb-story textarea").first


def test_a_killed_kernel_and_a_reloaded_page_lose_nothing(browser: Any, address: str, tmp_path: Path) -> None:
    page = shown(browser, address, NOTEBOOK)
    run_all(page)
    before = set(kernels())
    slider = page.locator(".wb-levers [role=slider]").first
    slider.focus()
    page.keyboard.press("Home")
    page.keyboard.press("ArrowRight")
    page.get_by_role("button", name="Notiz").first.click()
    note_of(page).fill("Die Suppe fehlt hier noch.")
    page.locator(".wb-keeping").scroll_into_view_if_needed()
    page.get_by_label("Name", exact=True).fill("erster Versuch")
    page.keyboard.press("Tab")
    page.get_by_role("button", name="Merken").click()
    page.get_by_role("button", name="erster Versuch", exact=True).wait_for()
    kept = tmp_path / "seminar/workbook-notebooks/meine-zukuenfte/gegen-einsamkeit.json"
    value = slider.get_attribute("aria-valuenow")
    code = page.locator(".wb-story code").inner_text()
    assert "Die Suppe fehlt hier noch." in kept.read_text(encoding="utf-8")

    for number in before:
        os.kill(number, signal.SIGKILL)
    page.close()
    page = shown(browser, address, NOTEBOOK)
    run_all(page)
    assert note_of(page).input_value() == "Die Suppe fehlt hier noch."
    assert page.locator(".wb-levers [role=slider]").first.get_attribute("aria-valuenow") == value
    assert page.locator(".wb-story code").inner_text() == code
    assert page.get_by_role("button", name="erster Versuch", exact=True).count() == 1
    page.close()


def test_a_spoiled_notebook_says_so_and_a_click_brings_a_fresh_one(browser: Any, address: str, tmp_path: Path) -> None:
    path = tmp_path / "seminar/workbook-notebooks" / NOTEBOOK
    whole = path.read_text(encoding="utf-8")
    notebook = json.loads(whole)
    places = [k for k, cell in enumerate(notebook["cells"]) if cell["cell_type"] == "code"]
    notebook["cells"][places[1]]["source"] = "import workbook as wb\n\nbook = wb.load("
    path.write_text(json.dumps(notebook), encoding="utf-8")
    page = shown(browser, address, NOTEBOOK)
    run_all(page)
    said = page.locator("[role=alert]").all_inner_texts()
    assert "fehlt eine Zelle mit Code, oder sie ist verändert" in said[0]
    assert "In Zeile 3 ist etwas vertippt oder unvollständig: »book = wb.load(«" in said[1]
    assert (
        page.locator(
            "[data-mime-type='application/vnd.jupyter.stderr'], .jp-RenderedText[data-mime-type*=error]"
        ).count()
        == 0
    )
    page.locator("[role=alert] a").last.click()
    page.locator(".lm-DockPanel-tabBar .jp-mod-current", has_text="05-gegen-einsamkeit-frisch.ipynb").wait_for()
    assert path.with_name("05-gegen-einsamkeit-frisch.ipynb").read_text(encoding="utf-8") == whole
    page.screenshot(path=str(tmp_path / "fresh.png"))
    page.close()
