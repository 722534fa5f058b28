"""Decks for the tests: made by hand, of a scenario, of a notebook that nobody prepared."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.browser.conftest import Opened, opened_in
from tests.browser.steps import becomes, settle
from tests.slides.notebooks import foreign, markdown, prepared
from workbook.folder import load
from workbook.notebook.document import document_of
from workbook.run import Workbook
from workbook.slides.deck import Deck, Slide
from workbook.slides.exporter import deck_from
from workbook.slides.qr import qr_slide
from workbook.slides.scenario import deck_of
from workbook.slides.shell import deck_html

ADDRESS = "https://example.org/seminar?welt=utopie"
LONG = "".join(f"<p>Absatz {k}: Seit März sitzt neben Frau Demir ein zweiter Stuhl.</p>" for k in range(40))
FULL = "".join(f"<p>Absatz {k}: ein zweiter Stuhl.</p>" for k in range(13))


def by_hand(lang: str = "de", minutes: float = 20) -> Deck:
    """Each kind of slide once."""
    listing = '<div class="deck-listing"><pre class="nb-code">x = 1</pre></div>'
    slider = '<label>Hebel <input id="hebel" type="range" min="0" max="10" value="5"></label>'
    nested = "<section><p>innen</p><section><p>noch weiter innen</p></section></section>"
    last = qr_slide(ADDRESS, lang)
    assert last is not None
    return Deck(
        lang,
        "Zwei Stühle",
        (
            (Slide("<h2>Zwei Stühle</h2>", "Zwei Stühle", "<p>Erst <b>warten</b>.</p>", 2, "title"),),
            (
                Slide('<h2>Oben</h2><p>eins</p><p class="fragment">zwei</p>', "Oben"),
                Slide(f'<h2 id="ziel">Darunter</h2>{nested}', "Darunter"),
            ),
            (Slide(f"<h2>Voll</h2>{FULL}", "Voll"),),
            (Slide(f"<h2>Lang</h2>{LONG}", "Lang"),),
            (
                Slide(
                    f'<h2>Regler</h2>{slider}<p><a href="#ziel">dorthin</a> <a href="#%">nirgends</a></p>{listing}',
                    "Regler",
                ),
            ),
            (last,),
        ),
        minutes,
    )


@pytest.fixture(scope="session")
def workbook(root: Path) -> Workbook:
    return Workbook(load(root / "scenarios" / "soziale-arbeit-2030"))


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory, workbook: Workbook) -> Path:
    """All decks as files."""
    place = tmp_path_factory.mktemp("decks")
    decks = {
        "hand": deck_html(by_hand()),
        "scenario": deck_of(workbook, "de", ADDRESS),
        "foreign": deck_html(deck_from(document_of(foreign(), name="fremd", kind="slide"))),
        "two": deck_html(deck_from(document_of(prepared(workbook), name="zwei", kind="slide"))),
        "one": deck_html(deck_from(document_of(markdown("# Nur ein Titel"), name="eins", kind="slide"))),
    }
    for name, text in decks.items():
        (place / f"{name}.html").write_text(text, encoding="utf-8")
    return place


class Show(Opened):
    """A deck in a browser."""

    def start(self, query: str = "", width: int = 1280, height: int = 720, **media: Any) -> Any:
        """The deck as it opens."""
        self.page.set_viewport_size({"width": width, "height": height})
        self.page.emulate_media(**{"color_scheme": "light", "reduced_motion": "reduce", "media": "screen", **media})
        self.page.goto("about:blank")
        self.page.goto(self.address + query)
        self.page.wait_for_selector("html[data-deck]")
        if self.page.locator(".wb").count():
            self.page.wait_for_selector("html[data-bands]")
        if "print-pdf" not in query:
            settle(self.page)
        return self.page

    @property
    def place(self) -> str:
        return self.page.locator("#deck-place").text_content()

    def stands(self, place: str) -> None:
        """Wait for a slide, as "2 / 7"."""
        becomes(lambda: self.place, place)


def show(browser: Any, folder: Path, name: str, **options: Any) -> Iterator[Show]:
    for opened in opened_in(browser, (folder / f"{name}.html").as_uri(), **options):
        yield Show(opened.page, opened.address, opened.asked, opened.complaints)


@pytest.fixture
def hand(browser: Any, folder: Path) -> Iterator[Show]:
    yield from show(browser, folder, "hand")


@pytest.fixture
def scenario_deck(browser: Any, folder: Path) -> Iterator[Show]:
    yield from show(browser, folder, "scenario")


@pytest.fixture
def foreign_deck(browser: Any, folder: Path) -> Iterator[Show]:
    yield from show(browser, folder, "foreign")


@pytest.fixture
def two(browser: Any, folder: Path) -> Iterator[Show]:
    yield from show(browser, folder, "two")
