"""A page made of attacks stays a page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.browser.conftest import Opened, opened_in
from tests.export.hostile import ATTACKS, HOSTILE, HUGE, hostile
from workbook.export import export_html
from workbook.folder import load
from workbook.model import Scenario
from workbook.run import Workbook
from workbook.text import LANGUAGES, Text

pytestmark = pytest.mark.browser

SHARP = 8
"""Attacks that act on their own where they are taken for markup."""

QUIET = "new Promise((done) => requestAnimationFrame(() => setTimeout(done, 30)))"


@pytest.fixture(scope="module")
def attacked(klein: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("hostile") / "seite.html"
    export_html(Workbook(hostile(load(klein), LANGUAGES)), path)
    return path


# Without the policy as well: what the page itself does must be enough.
@pytest.fixture(params=[True, False], ids=["unguarded", "guarded"])
def opened(request: pytest.FixtureRequest, browser: Any, attacked: Path) -> Iterator[Opened]:
    yield from opened_in(browser, attacked.as_uri(), bypass_csp=request.param)


@pytest.fixture
def fresh(browser: Any, attacked: Path) -> Iterator[Opened]:
    yield from opened_in(browser, attacked.as_uri(), before="", bypass_csp=True)


def nothing_happened(opened: Opened) -> None:
    """No attack ran, nothing was fetched, nobody complained, and no element is there that is not ours."""
    page = opened.page
    assert page.evaluate("() => globalThis.pwned ?? ({}).pwned ?? null") is None
    foreign = (
        "img, iframe, object, embed, base, form:not(#code-form), video, audio, math, noscript, meta[http-equiv=refresh]"
    )
    assert page.locator(f"{foreign}, link:not([rel=icon]), body script ~ script ~ script, body style").count() == 0
    drawings = page.eval_on_selector_all(
        "svg", "all => all.filter((e) => !e.closest('.canvas, .prints') && !e.matches('.qr')).map((e) => e.id)"
    )
    assert set(drawings) <= {"js-plotly-tester"}, "plotly measures letters in a hidden one"
    # What a browser makes of an address counts, not how it is spelled.
    schemes = page.eval_on_selector_all(
        "a", "all => all.map((a) => new URL(a.href.baseVal ?? a.href, location).protocol)"
    )
    assert set(schemes) <= {"file:", "https:", "http:"}
    attributes = page.evaluate(
        """() => [...document.querySelectorAll('*')].flatMap((e) => [...e.attributes])
          .filter((a) => a.name.startsWith('on') || a.name === 'srcdoc'
            || a.name === 'style' && /expression|url\\(\\W*(http|\\/)/.test(a.value))
          .map((a) => `${a.name}=${a.value}`)"""
    )
    assert attributes == []
    assert page.url.split("#")[0] == opened.address
    asked = [url for url in opened.asked if not url.startswith(("about:", "data:", "blob:"))]
    assert {url.split("#")[0] for url in asked} == {opened.address}
    assert opened.complaints == []


def still_plays(page: Any, lever: int = 0) -> None:
    """A lever moves, and the code follows."""
    before = page.text_content("#code")
    page.evaluate(
        """(lever) => { const range = document.querySelectorAll('.lever input[type=range]')[lever];
          range.value = range.value === range.max ? range.min : range.max;
          range.dispatchEvent(new Event('input', {bubbles: true})); }""",
        lever,
    )
    page.evaluate(QUIET)
    assert page.text_content("#code") != before
    assert page.locator("#chapters .scene").count() == page.locator("#chapters > .chapter").count()


def test_there_are_attacks_enough() -> None:
    assert len(ATTACKS) == len(set(ATTACKS)) >= 40


def test_the_attacks_are_sharp(page: Any) -> None:
    """They would run, were they taken for markup anywhere: together, and some of them alone."""
    page.goto("about:blank")
    run = """async ([words, patience]) => {
      delete globalThis.pwned;
      document.body.innerHTML = words.replace("http-equiv=refresh", ""); // one that leaves cannot be asked
      // Some act only when a picture or a frame has failed to load, which takes a busy machine its time.
      for (let k = 0; k < patience && globalThis.pwned === undefined; k++)
        await new Promise((done) => setTimeout(done, 20));
      return globalThis.pwned ?? null;
    }"""
    assert page.evaluate(run, [HOSTILE, 500]) is not None
    acting = {attack for attack in ATTACKS if page.evaluate(run, [attack, 10]) is not None}
    missed = [attack for attack in ATTACKS if attack not in acting and len(acting) < SHARP]
    acting |= {attack for attack in missed if page.evaluate(run, [attack, 100]) is not None}
    assert len(acting) >= SHARP


def test_texts_that_attack_are_shown_as_they_are(opened: Opened) -> None:
    page = opened.open()
    for lang in ("en", "de-einfach", "de"):
        page.evaluate(f"document.querySelector('#languages button[data-lang={lang}]').click()")
        for world in ("1", "0"):
            page.select_option("#world", world)
            page.evaluate(QUIET)
            page.evaluate("for (let b; (b = document.querySelector('.scene .margin button'));) b.click()")
            page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
            page.evaluate(QUIET)
        page.mouse.move(1200, 300)
    assert HOSTILE[:300] in page.locator("#title").evaluate("e => e.textContent")
    assert HUGE in page.text_content("#summary")
    nothing_happened(opened)
    still_plays(page)
    nothing_happened(opened)


def test_what_opens_on_demand_is_safe_too(opened: Opened) -> None:
    page = opened.open()
    for world in ("1", "0"):
        page.select_option("#world", world)
        page.evaluate(QUIET)
        page.evaluate("document.getElementById('keep').click()")
    for button in ("compare", "share", "menu"):
        page.evaluate(f"document.getElementById('{button}').click()")
        assert page.locator("#dialog").evaluate("e => e.open")
        nothing_happened(opened)
        page.evaluate("document.getElementById('dialog-close').click()")
    page.evaluate("workbookPage.print()")
    assert "globalThis.pwned" in page.text_content("#paper")
    page.emulate_media(media="print")
    nothing_happened(opened)
    still_plays(page)


def test_the_introduction_tells_attacks_and_runs_none(fresh: Opened) -> None:
    page = fresh.open()
    assert HOSTILE[:300] in page.text_content("#guide")
    page.evaluate("document.getElementById('guide-next').click()")
    page.evaluate("document.getElementById('guide-set').click()")
    page.evaluate(QUIET)
    page.evaluate("document.querySelector('#guess [data-way]').click()")
    assert "globalThis.pwned" in page.text_content("#guessed")
    while page.locator("#guide-next").count():
        page.evaluate("document.getElementById('guide-next').click()")
        nothing_happened(fresh)
    page.evaluate("document.getElementById('guide-done').click()")
    assert page.locator("#guide").is_hidden()
    nothing_happened(fresh)
    still_plays(page)


def named(scenario: Scenario) -> Scenario:
    """Nothing but names that every object has of its own, where authors are free to give names."""
    chapters = tuple(
        replace(c, scenes=tuple(replace(s, care=("constructor", "__proto__", "toString")) for s in c.scenes))
        for c in scenario.chapters
    )
    return replace(scenario, chapters=chapters, title=Text.of(de="constructor", en="__proto__"))


def test_names_that_objects_have_are_words_like_others(browser: Any, klein: Path, tmp_path: Path) -> None:
    path = tmp_path / "namen.html"
    export_html(Workbook(named(load(klein))), path)
    for opened in opened_in(browser, path.as_uri()):
        page = opened.open()
        assert page.title() == "constructor"
        for words in page.locator(".scene .margin > p:first-child").all_text_contents():
            assert words.endswith(" constructor, __proto__, toString.")
        nothing_happened(opened)


def test_an_address_too_long_for_a_picture_is_told_in_words(browser: Any, klein: Path, tmp_path: Path) -> None:
    path = tmp_path / "lang.html"
    address = f"https://example.org/{HUGE}"
    export_html(Workbook(load(klein)), path, address=address)
    for opened in opened_in(browser, path.as_uri()):
        page = opened.open()
        page.click("#share")
        assert address in page.text_content("#dialog .address")
        assert page.locator("#dialog .qr").count() == 0
        page.evaluate("workbookPage.print()")
        assert address in page.text_content("#paper .address")
        nothing_happened(opened)
