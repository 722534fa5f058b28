"""The exported page, opened from a file in a Chromium without network."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from tests.browser.steps import PATIENCE, settle
from workbook.export import export_html
from workbook.folder import load
from workbook.run import Workbook

READY = "html[data-alive][data-bands]"


@dataclass
class Opened:
    """A page with all that it asked for and complained about."""

    page: Any
    address: str
    asked: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def open(self, fragment: str = "", width: int = 1400, height: int = 900) -> Any:
        """The page as a person first meets it."""
        self.page.set_viewport_size({"width": width, "height": height})
        self.page.emulate_media(color_scheme="light", reduced_motion="reduce", media="screen")
        self.page.goto("about:blank")
        self.page.goto(self.address + fragment)
        self.page.wait_for_selector(READY)
        settle(self.page)
        return self.page


@pytest.fixture(scope="session")
def workbook(root: Path) -> Workbook:
    return Workbook(load(root / "scenarios" / "soziale-arbeit-2030"))


@pytest.fixture(scope="session")
def saved(workbook: Workbook, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "seite.html"
    export_html(workbook, path)
    return path


KNOWS_ITS_WAY = """try {
  localStorage.clear();
  localStorage.setItem("workbook/habits", JSON.stringify({guided: true, noGuess: true}));
} catch (error) { /* no storage, no habits */ }"""
"""Somebody who has seen the introduction, and of whom no play is kept."""


def opened_in(browser: Any, address: str, before: str = KNOWS_ITS_WAY, **options: Any) -> Iterator[Opened]:
    context = browser.new_context(offline=True, locale="de-DE", **options)
    context.add_init_script(before)
    page = context.new_page()
    page.set_default_timeout(1000 * PATIENCE)
    opened = Opened(page, address)
    page.on("request", lambda request: opened.asked.append(request.url))
    page.on("pageerror", lambda error: opened.complaints.append(str(error)))
    page.on("console", lambda m: opened.complaints.append(m.text) if m.type in {"error", "warning"} else None)
    yield opened
    context.close()


@pytest.fixture(scope="module")
def opened(browser: Any, saved: Path) -> Iterator[Opened]:
    yield from opened_in(browser, saved.as_uri())


@pytest.fixture(scope="module")
def injectable(browser: Any, saved: Path) -> Iterator[Opened]:
    """As ``opened``, without the page's policy: axe-core is a script of ours, not of the page."""
    yield from opened_in(browser, saved.as_uri(), bypass_csp=True)


def far_end(workbook: Workbook, name: str) -> str:
    """The key that takes a slider from its default to another place."""
    lever = workbook.scenario.levers[name]
    return "End" if lever.default != lever.high else "Home"
