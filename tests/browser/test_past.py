"""Scenes that were told before: marked as past, one a chapter, and gone with a new beginning."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from tests.browser.conftest import Opened, opened_in
from tests.browser.steps import marks_fade, marks_stay, scenes, settle
from tests.browser.test_access import violations
from workbook.prose import prose_html
from workbook.run import Workbook
from workbook.story import Readings, text_of

pytestmark = pytest.mark.browser

TITLES = {"de": "Vorher erzählt: »{}«", "en": "Told before: “{}”", "de-einfach": "Vorher stand hier: »{}«"}


@pytest.fixture
def opened_here(browser: Any, saved: Path) -> Iterator[Opened]:
    yield from opened_in(browser, saved.as_uri(), bypass_csp=True)


@pytest.fixture
def page(opened_here: Opened) -> Any:
    page = opened_here.open(width=1280, height=800)
    marks_stay(page)
    return page


def strike(page: Any) -> None:
    page.check("#option-platform-strike")
    settle(page)


def moved(page: Any, workbook: Workbook) -> tuple[Any, list[int]]:
    """After a lever and a decision: the run told before, and the chapters that tell another scene."""
    before = workbook.run("utopie")
    page.select_option("#world", "1")
    settle(page)
    assert page.locator(".past").count() == 0
    page.focus("#lever-reachability")
    page.keyboard.press("End")
    settle(page)
    strike(page)
    now = scenes(page)
    changed = [k for k, told in enumerate(before.told) if told.key != now[k]]
    assert changed
    return before, changed


def test_a_scene_told_before_stands_below_as_past(page: Any, workbook: Workbook) -> None:
    before, changed = moved(page, workbook)
    assert page.locator(".past").count() == len(changed)
    for k in changed:
        past = page.locator(f"#scene-{k} .past")
        told = before.told[k]
        passage = workbook.scenario.passages["de"][told.key]
        assert past.locator("summary").inner_text() == TITLES["de"].format(passage.title)
        assert past.get_attribute("open") is None
        past.locator("summary").click()
        assert "Vergangen" in past.inner_text()
        readings = Readings(workbook.scenario, before.setting, before.trajectories.yearly, told.chapter.year)
        wanted = re.sub("<[^>]*>", " ", prose_html(text_of(passage, readings, "de")))
        if not told.scene.care:
            assert re.findall(r"\w+", past.locator(".past-text").inner_text()) == re.findall(r"\w+", unescape(wanted))


@pytest.mark.parametrize("lang", list(TITLES))
def test_in_every_language(page: Any, workbook: Workbook, lang: str) -> None:
    before, changed = moved(page, workbook)
    page.click(f"#languages [data-lang={lang}]")
    settle(page)
    titles = [workbook.scenario.passages[lang][before.told[k].key].title for k in changed]
    assert page.locator(".past summary").all_inner_texts() == [TITLES[lang].format(title) for title in titles]


def test_only_the_latest_of_a_chapter_and_none_for_one_that_is_back(page: Any, workbook: Workbook) -> None:
    _, changed = moved(page, workbook)
    assert all(page.locator(f"#scene-{k} .past").count() == 1 for k in changed)
    for _ in range(2):
        page.click("#undo")
        settle(page)
    assert scenes(page) == [told.key for told in workbook.run("utopie").told]
    assert page.locator(".past").count() == 0


@pytest.mark.parametrize("begin", ["reset", "world"])
def test_a_new_beginning_has_no_past(page: Any, workbook: Workbook, begin: str) -> None:
    moved(page, workbook)
    if begin == "reset":
        page.click("#reset")
    else:
        page.select_option("#world", "2")
    settle(page)
    assert page.locator(".past").count() == 0
    # Nor does the story of the world before come back with the next move.
    strike(page)
    world = workbook.run("utopie" if begin == "reset" else "dystopie")
    titles = [workbook.scenario.passages["de"][told.key].title for told in world.told]
    for summary in page.locator(".past summary").all_inner_texts():
        assert summary in [TITLES["de"].format(title) for title in titles]


def test_figures_of_the_past_do_not_follow(page: Any, workbook: Workbook) -> None:
    _, changed = moved(page, workbook)
    texts = page.locator(".past-text").all_text_contents()
    marks_fade(page)  # what is told now may become past
    page.focus("#lever-team_voice")
    page.keyboard.press("ArrowLeft")
    settle(page)
    after = {k: page.locator(f"#scene-{k} .past-text").text_content() for k in changed}
    kept = [text for text in after.values() if text in texts]
    assert kept


def test_axe_finds_nothing(page: Any, axe: str, workbook: Workbook) -> None:
    moved(page, workbook)
    for summary in page.locator(".past summary").all():
        summary.click()
    settle(page)
    for light in ("light", "dark"):
        page.emulate_media(color_scheme=light)
        settle(page)
        assert violations(page, axe) == []


def test_nothing_complains(opened_here: Opened, workbook: Workbook) -> None:
    moved(opened_here.open(width=1280, height=800), workbook)
    assert opened_here.complaints == []
