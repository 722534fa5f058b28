"""A page made of attacks stays a page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.browser.conftest import Opened, opened_in
from tests.export.hostile import HOSTILE, hostile
from workbook.export import export_html
from workbook.folder import load
from workbook.run import Workbook

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def attacked(browser: Any, klein: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Opened]:
    path = tmp_path_factory.mktemp("hostile") / "seite.html"
    export_html(Workbook(hostile(load(klein))), path)
    # Without the policy: what the page itself does must be enough.
    yield from opened_in(browser, path.as_uri(), bypass_csp=True)


def test_texts_that_attack_are_shown_as_they_are(attacked: Opened) -> None:
    page = attacked.open()
    for world in ("1", "0"):
        page.select_option("#world", world)
        page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
        while page.locator(".scene .margin button").count():
            page.locator(".scene .margin button").first.click()
        for lang in ("en", "de"):
            page.click(f"#languages button[data-lang={lang}]")
            page.wait_for_timeout(150)
            page.mouse.move(1200, 300)
    page.wait_for_timeout(200)
    assert page.evaluate("() => globalThis.pwned ?? null") is None
    assert page.locator("img, iframe, object, embed, base, body script ~ script ~ script").count() == 0
    drawings = page.eval_on_selector_all("svg", "all => all.filter((e) => !e.closest('.canvas')).map((e) => e.id)")
    assert set(drawings) <= {"js-plotly-tester"}, "plotly measures letters in a hidden one"
    links = page.eval_on_selector_all("a[href]", "all => all.map((a) => a.getAttribute('href'))")
    assert all(link.startswith(("#", "https://", "http://")) for link in links), links
    events = page.evaluate(
        """() => [...document.querySelectorAll('*')].flatMap((e) => [...e.attributes])
          .filter((a) => a.name.startsWith('on')).map((a) => a.name)"""
    )
    assert events == []
    assert HOSTILE[:300] in page.locator("#title").evaluate("e => e.textContent")
    asked = [url for url in attacked.asked if not url.startswith(("file:", "about:", "data:", "blob:"))]
    assert asked == []
    assert attacked.complaints == []
