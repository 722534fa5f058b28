"""The folder of a seminar: what it chose, in its name and language, and no notebooks."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.browser.test_access import violations
from tests.export.page_parts import parts_of
from tests.kit.conftest import book
from tests.kit.test_seminar_kit import CHOSEN, DOT
from workbook.kit.seminar_folder import write_seminar
from workbook.seminar import Seminar

SMALL = replace(CHOSEN, scenario="klein", language="en", levers=("chairs", "welcome"), chapters=("tuer",))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("seminar") / "stick"
    steps: list[tuple[int, int]] = []
    write_seminar(place, book("klein"), SMALL, lambda done, count: steps.append((done, count)))
    made = [path for path in place.rglob("*.html") if path.parent != place]
    assert steps == [(done, len(made)) for done in range(1, len(made) + 1)]
    return place


def test_whoever_opens_it_reads_the_language_of_the_seminar(folder: Path) -> None:
    first, other = (parts_of((folder / name).read_text(encoding="utf-8")) for name in ("index.html", "de.html"))
    assert [a["lang"] for tag, a in (*first.elements, *other.elements) if tag == "html"] == ["en", "de"]
    assert "de.html" in [a.get("href") for _, a in first.elements]
    assert "index.html" in [a.get("href") for _, a in other.elements]
    assert not (folder / "en.html").exists()


def test_the_index_says_whose_it_is_and_what_is_chosen(folder: Path) -> None:
    s = book("klein").scenario
    found = parts_of((folder / "index.html").read_text(encoding="utf-8"))
    assert SMALL.line in found.text
    assert [a["src"] for tag, a in found.elements if tag == "img"] == [DOT]
    shown = [lever.label["en"] for lever in s.levers.values() if lever.label["en"] in found.text]
    assert shown == [s.levers[name].label["en"] for name in ("welcome", "chairs")]
    assert "1 chapter with" in found.text
    kinds = {path.parent.name for path in folder.rglob("*.html")} - {folder.name}
    assert kinds == {"scenarios", "slides", "kit"}


def test_without_names_the_index_is_that_of_the_scenarios(tmp_path: Path) -> None:
    write_seminar(tmp_path / "stick", book("klein"), Seminar("klein"), lambda *_: None)
    html = (tmp_path / "stick/index.html").read_text(encoding="utf-8")
    assert 'class="seminar"' not in html
    assert "<title>Szenarien" in html


def test_a_title_alone_is_told_once(tmp_path: Path) -> None:
    write_seminar(tmp_path / "stick", book("klein"), Seminar("klein", title="Werkstatt"), lambda *_: None)
    html = (tmp_path / "stick/index.html").read_text(encoding="utf-8")
    assert 'class="seminar"' not in html
    assert html.count("Werkstatt<") == 2, "in the title and in the heading"


@pytest.mark.browser
def test_the_index_opens_without_network_and_shows_the_logo(page: Any, axe: str, folder: Path) -> None:
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto((folder / "index.html").as_uri())
    page.wait_for_function("() => document.querySelector('img').naturalWidth === 9")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert [url for url in page.asked if not url.startswith(("file:", "data:"))] == []
    assert violations(page, axe) == []
