"""The file itself: nothing is fetched, nothing runs, and paper stays within its edges."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from functools import partial
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from pypdf import PageObject, PdfReader

from tests.browser.conftest import Opened, opened_in
from tests.browser.test_access import violations
from tests.export.hostile import hostile
from tests.export.page_parts import parts_of
from tests.kit.conftest import SIX, book, page
from workbook.export.pdf import pdf_of
from workbook.kit import KINDS, kit_html
from workbook.kit.paper import css_string
from workbook.run import Workbook

WIDTH, HEIGHT = 182 * 96 / 25.4, 267 * 96 / 25.4
"""What the margins leave of A4, in CSS pixels."""
FOOT, MIDDLE = 48, 297
"""Points from the lower and the left edge of a printed page."""
SHORT = 20
"""Letters of a line that may stand in a note on a scene by chance."""
FEWEST = 6
"""Lines of text on a page: with fewer it is all but empty, and the sheet before it too long."""


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_runs_and_nothing_is_fetched(name: str, kind: str) -> None:
    found = parts_of(page(name, kind))
    assert found.scripts == []
    assert "default-src 'none'" in found.policy
    assert "script-src" not in found.policy
    assert not [a for _, a in found.elements if "style" in a or any(key.startswith("on") for key in a)]
    assert not [a["src"] for _, a in found.elements if "src" in a]
    assert re.findall(r"url\(|@import|https?:", found.styles[0]) == []


@pytest.mark.parametrize("text", ['"; } body { display: none } "', "</style><script>", "Größe · 1", "\n\\\0", ""])
def test_a_string_in_a_style_sheet_stays_one(text: str) -> None:
    written = css_string(text)
    assert re.fullmatch(r'"(?:[A-Za-z0-9]|\\[0-9a-f]{1,6} )*"', written)
    read = re.sub(r"\\([0-9a-f]+) ", lambda m: chr(int(m[1], 16)), written[1:-1])
    assert read == text.replace("\0", "\ufffd")


def test_each_sheet_and_table_has_a_name_of_its_own(name: str) -> None:
    for kind in KINDS:
        found = parts_of(page(name, kind))
        ids = [a["id"] for _, a in found.elements if "id" in a]
        assert len(ids) == len(set(ids))
        regions = [a["aria-label"] for t, a in found.elements if a.get("role") == "region"]
        assert len(regions) == len(set(regions))


# --- in a browser --------------------------------------------------------------------------------

TOO_WIDE = """() => [...document.querySelectorAll('body *')]
  .filter((e) => !e.closest('svg') && !e.matches('.skip, .bare caption, .scroll') && !e.closest('.bare caption'))
  .filter((e) => e.getClientRects().length)
  .filter((e) => {
    const box = e.getBoundingClientRect();
    return box.right > innerWidth + 1 || box.left < -1 || (e.scrollWidth > e.clientWidth + 1 && e.clientWidth > 0
      && getComputedStyle(e).display !== 'inline');
  })
  .map((e) => `${e.tagName}.${e.className} ${e.scrollWidth}>${e.clientWidth} ${e.textContent.slice(0, 60)}`)"""
TOO_HIGH = """(height) => [...document.querySelectorAll('.card, .decision, .lines, .sheet.one, tr, .pairs > *')]
  .filter((e) => e.getBoundingClientRect().height > height)
  .map((e) => `${e.className} ${e.getBoundingClientRect().height} ${e.textContent.slice(0, 60)}`)"""

BROKEN = """() => [...document.querySelectorAll('h1, h2, h3, th, caption, dt, .card .kind')].flatMap((e) => {
  const found = [], texts = document.createTreeWalker(e, NodeFilter.SHOW_TEXT), range = document.createRange();
  while (texts.nextNode()) for (const word of texts.currentNode.data.matchAll(/[\\p{L}\\p{N}*]+/gu)) {
    range.setStart(texts.currentNode, word.index);
    range.setEnd(texts.currentNode, word.index + word[0].length);
    if (new Set([...range.getClientRects()].map((box) => Math.round(box.top))).size > 1) found.push(word[0]);
  }
  return found;
})"""
"""Words of headings that go on in the next line."""


@pytest.fixture(scope="module")
def sheet(browser: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """A tab that opens a text; axe-core is ours and not the page's, so its policy is left out here."""
    place = tmp_path_factory.mktemp("kit") / "blatt.html"
    for opened in opened_in(browser, place.as_uri(), bypass_csp=True):
        yield partial(shown, opened, place)


def shown(opened: Opened, place: Path, html: str, width: float, media: str) -> Any:
    place.write_text(html, encoding="utf-8")
    opened.asked.clear()
    opened.page.set_viewport_size({"width": round(width), "height": 1000})
    opened.page.emulate_media(media=media)
    opened.page.goto(opened.address)
    assert [address for address in opened.asked if not address.startswith(("file:", "data:"))] == []
    return opened.page


@pytest.mark.browser
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("name", "lang"),
    # The longest words are German; where they fit, the other languages are tried on two.
    [*((name, "de") for name in SIX), ("haushalt-unter-druck", "en"), ("gegen-einsamkeit", "de-einfach")],
)
def test_paper_holds_everything(sheet: Any, name: str, kind: str, lang: str) -> None:
    tab = sheet(page(name, kind, lang), WIDTH, "print")
    assert tab.evaluate(TOO_WIDE) == []
    assert tab.evaluate(TOO_HIGH, HEIGHT) == []
    assert tab.evaluate(BROKEN) == []


@pytest.mark.browser
def test_words_that_break_and_headings_that_are_left_alone_are_found(sheet: Any) -> None:
    """The searches of this module can fail."""
    narrow = "<style>th { overflow-wrap: anywhere; }</style><table style='width: 160px; table-layout: fixed'>"
    tab = sheet(f"{narrow}<tr><th>Schuldnerberatung<th>ab</table>", WIDTH, "print")
    assert tab.evaluate(BROKEN) == ["Schuldnerberatung"]
    alone = "<style>@page { size: A4; margin: 15mm; }</style><div style='height: 245mm'></div><h3>Allein</h3>"
    printed = PdfReader(io.BytesIO(pdf_of(f"{alone}<p style='break-before: page'>Text</p>"))).pages
    assert "Allein" in read_page(printed[0])[1]
    assert lines_of(read_page(printed[1])[0]) < FEWEST


@pytest.mark.browser
@pytest.mark.parametrize("kind", KINDS)
def test_a_narrow_screen_does_not_scroll_sideways(sheet: Any, name: str, kind: str) -> None:
    tab = sheet(page(name, kind), 320, "screen")
    assert tab.evaluate("document.documentElement.scrollWidth <= 320")


@pytest.mark.browser
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", ["gegen-einsamkeit", "soziale-arbeit-2030"])
def test_axe_finds_nothing(sheet: Any, axe: str, name: str, kind: str) -> None:
    for width in (1280, 360):
        assert violations(sheet(page(name, kind), width, "screen"), axe) == []


@pytest.mark.browser
@pytest.mark.parametrize("kind", KINDS)
def test_printed_pages_are_numbered_and_no_heading_is_left_alone(chromium: str, name: str, kind: str) -> None:
    # Of the tables, all made alike and a page each, one is enough: to read them takes longest.
    one = r'<section class="sheet one".*?</section>'
    html = re.sub(rf"(?s)({one})(?:\s*{one})+", r"\1", page(name, kind))
    reader = PdfReader(io.BytesIO(pdf_of(html)))
    s = book(name).scenario
    total = len(reader.pages)
    found = re.findall(r'<h[23]>([^<]+)</h[23]>|<p class="about">([^<]+)</p>|<caption>([^<]+)<', html)
    alone = {unescape(text) for texts in found for text in texts if text}
    notes = "\n".join(text for text in alone if text.endswith("."))
    for number, printed in enumerate(reader.pages, 1):
        assert [round(float(x)) for x in printed.mediabox[2:]] in ([595, 842], [596, 842], [595, 841])
        text, lowest = read_page(printed)
        assert f"{number}/{total}" in text
        assert s.title["de"] in text
        assert s.licence in text.replace("\u2011", "-")
        assert not [line for line in lowest if line in alone or (len(line) > SHORT and line in notes)], number
        assert lines_of(text) >= FEWEST, (number, text)


def lines_of(text: str) -> int:
    return sum(bool(line.strip()) for line in text.splitlines())


def read_page(printed: PageObject) -> tuple[str, list[str]]:
    """The text, and the last line above the foot of the left and of the right half: there may be two columns."""
    pieces: dict[tuple[bool, int], str] = {}

    def collect(text: str, page: list[float], line: list[float], *_: object) -> None:
        x = line[4] * page[0] + line[5] * page[2] + page[4]
        y = line[4] * page[1] + line[5] * page[3] + page[5]
        if text.strip() and y > FOOT:
            half = (x > MIDDLE, round(y))
            pieces[half] = pieces.get(half, "") + text.strip("\n")

    text = printed.extract_text(visitor_text=collect)
    halves = [{y: text for (right, y), text in pieces.items() if right is side} for side in (False, True)]
    return text, [half[min(half)].strip() for half in halves if half]


@pytest.mark.browser
@pytest.mark.parametrize("kind", KINDS)
def test_hostile_texts_stay_texts(sheet: Any, kind: str) -> None:
    bad = Workbook(hostile(book("klein").scenario))
    html = kit_html(bad, kind, "de")
    tab = sheet(html, 1280, "screen")
    assert tab.evaluate("globalThis.pwned") is None
    known = set(parts_of(page("klein", kind)).tags)
    assert set(parts_of(html).tags) <= known | {"strong", "em", "code", "a", "ul", "ol", "li", "br", "hr", "pre", "p"}
    assert tab.evaluate("getComputedStyle(document.body).display") == "block"
    assert (
        tab.evaluate(
            "[...document.querySelectorAll('a:not(.skip)')].filter((a) => !/^(https?|file):/.test(a.href)).length"
        )
        == 0
    )
