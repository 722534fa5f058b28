"""Weighing futures and writing a scene as a person does, by keyboard and mouse, in a real JupyterLab."""

from __future__ import annotations

from typing import Any

import pytest

from tests.lab.conftest import run_all, shown
from workbook.widgets.words import word

# One JupyterLab at a time: two kernels started in the same moment may be given the same ports.
pytestmark = [pytest.mark.lab, pytest.mark.xdist_group("lab")]

FAILED = "[data-mime-type='application/vnd.jupyter.stderr'], .jp-RenderedText[data-mime-type*=error]"
SAID = ".wb-weighing [role=status]"


def opened(browser: Any, address: str, notebook: str) -> Any:
    page = shown(browser, address, notebook)
    run_all(page)
    assert page.locator(FAILED).all_inner_texts() == []
    return page


def leave(page: Any, axe: str) -> None:
    """What axe-core has to say about the outputs, and whether anything was asked of another machine."""
    page.evaluate(axe)
    found = page.evaluate("async () => (await axe.run({include: ['.jp-OutputArea-output']})).violations")
    assert [(v["id"], v["nodes"][0]["html"][:200]) for v in found] == []
    assert [url for url in page.asked if not url.startswith(("http://127.0.0.1:", "data:", "blob:"))] == []
    page.close()


def test_futures_are_weighed_and_a_scene_is_told(browser: Any, address: str, axe: str) -> None:
    # Twins have the same code: each notebook is played in one language, and each language once.
    page = opened(browser, address, "de/10-vergleichen.ipynb")
    weigh(page, "de")
    leave(page, axe)
    page = opened(browser, address, "en/11-my-utopia.ipynb")
    write(page, "en")
    leave(page, axe)


def weigh(page: Any, lang: str) -> None:
    before = page.locator(SAID).inner_text()
    assert before.startswith(word("weigh_some", lang))
    page.locator(".wb-weighing select").first.focus()
    page.keyboard.press("ArrowDown")
    page.wait_for_function(f"(before) => document.querySelector('{SAID}').innerText !== before", arg=before)
    assert page.locator(SAID).inner_text().startswith(word("weigh_much", lang))
    page.locator(".wb-weighing select").first.select_option(word("weight_none", lang))
    page.locator(SAID, has_text=word("weigh_some", lang)).wait_for()


def write(page: Any, lang: str) -> None:
    """Each press follows upon the last letter at once: it must not overtake what was typed."""
    studio = page.locator(".wb-studio")
    field = lambda key: studio.get_by_label(word(key, lang), exact=True)  # noqa: E731 - a shorthand
    press = lambda key: studio.get_by_role("button", name=word(key, lang)).click()  # noqa: E731 - by mouse

    def retype(key: str, text: str) -> None:
        field(key).focus()
        page.keyboard.press("Control+a")
        page.keyboard.type(text)

    for key, text in (("title", "Ruth 12"), ("price", "Zwei Abende."), ("when", "lonelines > 0")):
        retype(key, text)
    retype("text", "{trust:.0f} Stühle.")
    press("tell")
    studio.locator("[role=alert]", has_text="loneliness").wait_for()
    retype("when", "loneliness > 0")
    press("tell")
    studio.locator("h4", has_text="Ruth 12").wait_for()
    # Each part of a widget is drawn on its own: the fault may stay a moment longer than the scene that is told.
    studio.locator("[role=status]", has_text=word("own_told", lang)).wait_for()
    studio.locator("[role=alert]").wait_for(state="detached")
    retype("title", "Ruth 13 und die anderen")
    studio.get_by_role("button", name=word("tell", lang)).focus()
    page.keyboard.press("Enter")
    studio.locator("h4", has_text="Ruth 13 und die anderen").wait_for()
    press("untell")
    studio.locator("h4", has_text="Ruth 13").wait_for(state="detached")
