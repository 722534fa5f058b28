"""The page on paper: story, charts, settings and notes, in black and white, on a few sheets."""

from __future__ import annotations

import io
import itertools
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from tests.browser.conftest import KNOWS_ITS_WAY, opened_in
from tests.browser.steps import code, settle
from workbook.export import export_html
from workbook.run import Run, Workbook
from workbook.wording import quantity

pytestmark = pytest.mark.browser

A4 = (595, 842)
"""Points of 1/72 inch, wide and high."""
SHEETS = range(2, 5)
LANGUAGES = ("de", "en", "de-einfach")
NOTE = "Wer holt um vier ab, und wer bleibt bis sechs?"
COLOURS = """() => {
  const found = [];
  const names = ["color", "backgroundColor", "fill", "stroke", "outlineColor", "textDecorationColor",
    "borderTopColor", "borderLeftColor", "borderBottomColor", "borderRightColor"];
  for (const e of document.querySelectorAll(".paper, .paper *")) {
    const style = getComputedStyle(e);
    for (const name of names) {
      const written = style[name], parts = (written.match(/^rgba?\\(([^)]*)\\)$/)?.[1] ?? "").split(",").map(Number);
      const coloured = parts.length >= 3 ? parts[3] !== 0 && new Set(parts.slice(0, 3)).size > 1 : /\\(/.test(written);
      if (coloured) found.push(`${e.tagName}.${e.className} ${name} ${written}`);
    }
    if (style.backgroundImage !== "none") found.push(`${e.tagName} ${style.backgroundImage}`);
  }
  return found;
}"""


@pytest.fixture(scope="module", params=LANGUAGES)
def lang(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture(scope="module")
def played(browser: Any, workbook: Workbook, lang: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """Moved, decided, kept and noted in the dystopia, whose scenes ask before they are shown."""
    path: Path = tmp_path_factory.mktemp("paper") / "seite.html"
    export_html(workbook, path, lang)
    for opened in opened_in(browser, path.as_uri(), KNOWS_ITS_WAY):
        page = opened.open()
        page.select_option("#world", "2")
        for name in ("team_voice", "public_voice"):
            page.focus(f"#lever-{name}")
            page.keyboard.press("End")
        page.check("#option-platform-strike")
        settle(page)
        page.click("#keep")
        page.focus("#lever-study_places")
        page.keyboard.press("End")
        settle(page)
        page.click("[data-chapter=plattform] summary")
        page.fill("#note-plattform", NOTE)
        yield page
        assert opened.complaints == []


@pytest.fixture(scope="module")
def run(played: Any, workbook: Workbook) -> Run:
    return workbook.run_of_code(code(played))


@pytest.fixture(scope="module")
def sheets(played: Any) -> PdfReader:
    played.emulate_media(media="null")
    printed = played.pdf(prefer_css_page_size=True)
    played.emulate_media(media="screen")
    return PdfReader(io.BytesIO(printed))


@pytest.fixture(scope="module")
def printed(sheets: PdfReader) -> str:
    """What stands on the sheets, whatever breaks its lines."""
    return plain("".join(sheet.extract_text() for sheet in sheets.pages))


@pytest.fixture
def on_paper(played: Any) -> Iterator[Any]:
    """The page as print media show it."""
    played.evaluate("workbookPages[0].print()")
    played.emulate_media(media="print")
    yield played
    played.emulate_media(media="screen")


def plain(words: str) -> str:
    """Letters, digits and signs without the spaces and hyphens at which lines may break."""
    return re.sub(r"[\s\u00ad\u2010-]+", "", unicodedata.normalize("NFKC", words))


def test_a_few_sheets_of_a4(sheets: PdfReader) -> None:
    assert len(sheets.pages) in SHEETS
    for sheet in sheets.pages:
        assert (round(sheet.mediabox.width), round(sheet.mediabox.height)) == pytest.approx(A4, abs=1)
        assert len(sheet.extract_text().split()) > 20, "no sheet is empty"


def test_the_story_is_on_the_sheets(printed: str, run: Run, lang: str) -> None:
    assert plain(run.scenario.title[lang]) in printed
    for passage in run.story(lang, moves=False).passages:
        assert plain(passage.title) in printed, passage.key
        assert plain(passage.chapter) in printed, passage.key
        if not passage.care:
            assert plain(passage.price) in printed, passage.key
            assert plain(passage.crack) in printed, passage.key


def test_a_careful_scene_stays_veiled_on_paper(played: Any, on_paper: Any, run: Run) -> None:
    careful = [n for n, told in enumerate(run.told) if told.scene.care]
    assert careful
    for n in careful:
        box = on_paper.locator(".paper-scene").nth(n)
        assert box.locator(".text").count() == 0
        assert box.locator(".margin").count() == 1


def test_settings_code_and_notes_are_on_the_sheets(printed: str, run: Run, lang: str) -> None:
    s = run.scenario
    assert plain(run.code) in printed
    assert plain(NOTE) in printed
    for name, value in run.levers.items():
        row = s.levers[name].label[lang] + quantity(s, name, value, lang)
        assert plain(row) in printed, name
    for name, option in run.choices.items():
        assert plain(s.decisions[name].label[lang] + s.decisions[name].options[option].label[lang]) in printed, name


def test_charts_are_drawings_with_words(on_paper: Any, workbook: Workbook, lang: str) -> None:
    drawings = on_paper.locator(".paper figure svg[role=img]")
    assert drawings.count() == len(workbook.scenario.indicators)
    summaries = on_paper.locator(".chart .summary").all_text_contents()
    assert [each.get_attribute("aria-label") for each in drawings.all()] == summaries
    assert all(each.locator("polyline").count() == 3 for each in drawings.all()), "this run, carry on, one kept run"
    for label, indicator in zip(summaries, workbook.scenario.indicators.values(), strict=True):
        assert indicator.label[lang] in label
    assert on_paper.locator(".paper canvas, .paper img").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_black_and_white(on_paper: Any, scheme: str) -> None:
    on_paper.emulate_media(media="print", color_scheme=scheme)
    found = on_paper.evaluate(COLOURS)
    ink = on_paper.eval_on_selector(".paper p", "(e) => getComputedStyle(e).color")
    ground = on_paper.evaluate("getComputedStyle(document.body).backgroundColor")
    on_paper.emulate_media(color_scheme="light")
    assert found == []
    assert ink == "rgb(0, 0, 0)"
    assert ground in {"rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"}


def test_the_sheets_have_one_title_and_no_gap_in_their_headings(on_paper: Any, workbook: Workbook, lang: str) -> None:
    levels = on_paper.eval_on_selector_all(
        "h1, h2, h3, h4, h5, h6", "found => found.filter((e) => e.checkVisibility()).map((e) => Number(e.tagName[1]))"
    )
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))
    assert on_paper.locator("h1:visible").inner_text() == workbook.scenario.title[lang]


def test_paper_hides_what_can_only_be_pressed(on_paper: Any) -> None:
    assert on_paper.locator(".paper").is_visible()
    for other in (".top", ".strip", ".stage", ".below", "#guide", "button", "input", "select"):
        assert on_paper.locator(f"{other}:visible").count() == 0, other
    on_paper.emulate_media(media="screen")
    assert not on_paper.locator(".paper").is_visible()
    assert on_paper.locator(".stage").is_visible()
