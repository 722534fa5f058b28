"""What a seminar chose is what its sheets, slides and page show; its name is text and nothing else."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.browser.conftest import opened_in
from tests.browser.test_access import violations
from tests.export.hostile import ATTACKS
from tests.export.page_parts import parts_of
from tests.kit.conftest import SIX, book
from tests.kit.sheets import german, read
from tests.kit.test_paper import TOO_WIDE, WIDTH, sheet  # noqa: F401 - a fixture
from workbook.export import page_html
from workbook.kit import KINDS, kit_html
from workbook.kit.paper_twin import twin_of
from workbook.seminar import Seminar, seminar_book
from workbook.slides import deck_of

DOT = "data:image/svg+xml;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHdpZHRoPSI5IiBoZWlnaHQ9IjkiLz4="
NAME = "gegen-einsamkeit"
CHOSEN = Seminar(
    NAME,
    title="Werkstatt Nachbarschaft",
    lecturer="A. Beispiel",
    organisation="Hochschule am Fluss",
    date="12. Januar 2027",
    world="utopie",
    levers=("meeting_places", "open_talk"),
    chapters=("begleiter", "dienstag"),
    least=17,
    picture=DOT,
)


@pytest.mark.parametrize("kind", KINDS)
def test_every_page_names_the_seminar(kind: str) -> None:
    html = kit_html(book(NAME), kind, "de", CHOSEN)
    found = parts_of(html)
    assert CHOSEN.line in found.text
    assert [a["src"] for tag, a in found.elements if tag == "img"] == [DOT]
    assert "".join(f"\\{ord(c):x} " if not (c.isascii() and c.isalnum()) else c for c in CHOSEN.line) in html


def test_the_worksheet_need_not_be_told_the_date_and_the_world() -> None:
    html = kit_html(book(NAME), "worksheet", "de", CHOSEN)
    world = book(NAME).scenario.worlds[CHOSEN.world].label["de"]
    for label, known in (("Gruppe", ""), ("Datum", CHOSEN.date), ("Welt", world)):
        assert f"<p><span>{label}</span><span>{known}</span></p>" in html
    assert "<p><span>Welt</span><span></span></p>" in kit_html(book(NAME), "worksheet", "de", Seminar(NAME))


def test_only_its_levers_and_chapters_are_there() -> None:
    s = book(NAME).scenario
    hidden = [x.label["de"] for x in s.levers.values() if x.name not in CHOSEN.levers]
    html = kit_html(book(NAME), "worksheet", "de", CHOSEN)
    assert not [label for label in hidden if label in parts_of(html).text]
    (chapters,) = (t for t in read(html).tables if t.caption == "Unsere Geschichte")
    kept = [c for c in s.chapters if c.name in {*CHOSEN.chapters, "ending"}]
    assert [row[0].rpartition(" · ")[2] for row in chapters.rows] == [c.title["de"] for c in kept]
    shown = [text for level, text in read(kit_html(book(NAME), "cards", "de", CHOSEN)).headings if level == "h3"]
    assert not [label for label in hidden if any(title.startswith(label) for title in shown)]


def test_the_game_begins_in_its_world_with_its_levers() -> None:
    w = seminar_book(book(NAME), CHOSEN)
    twin = twin_of(w, CHOSEN.levers, CHOSEN.world)
    assert [lever.name for lever in twin.levers] == list(CHOSEN.levers)
    last = w.scenario.time.years[-1]
    moved = [t for t in twin.tables if t.start.levers]
    assert {t.start.world for t in moved} == {"utopie"}
    begin = w.scenario.worlds["utopie"].levers
    (own,) = (t for t in moved if all(value == begin[name] for name, value in t.start.levers))
    row = own.blocks[-1].rows[0]
    first = {d.name: next(iter(d.options)) for d in w.scenario.decisions.values()}
    run = book(NAME).run(world="utopie", choices=first)
    assert row.values == pytest.approx([run.value(i.name, last) for i in twin.indicators], rel=1e-9)


def test_a_question_about_a_hidden_lever_is_not_asked() -> None:
    w = seminar_book(book(NAME), CHOSEN)
    assert w.scenario.guide is None
    assert seminar_book(book(NAME), replace(CHOSEN, levers=("companion_rules",))).scenario.guide is not None
    # In the dystopia the lever stands already where the question would put it.
    begun = replace(CHOSEN, levers=("companion_rules",), world="dystopie")
    assert seminar_book(book(NAME), begun).scenario.guide is None


@pytest.mark.parametrize("name", SIX)
def test_a_question_is_asked_only_where_its_number_moves(name: str) -> None:
    s = book(name).scenario
    guide, year = s.guide, s.time.years[-1]
    digits = s.indicators[guide.indicator].digits
    for world in s.worlds:
        before, after = (
            f"{book(name).run(world, moved).value(guide.indicator, year):.{digits}f}"
            for moved in ({}, {guide.lever: guide.to})
        )
        asked = seminar_book(book(name), Seminar(name, world=world)).scenario.guide is not None
        assert asked == (before != after), world


def test_run_codes_are_good_for_both() -> None:
    whole, part = book(NAME), seminar_book(book(NAME), CHOSEN)
    code = part.run(levers={"meeting_places": 5}).code
    assert whole.run_of_code(code).levers == part.run_of_code(code).levers
    told = [p.key for p in part.run_of_code(code).story("de", moves=False).passages]
    everything = [p.key for p in whole.run_of_code(code).story("de", moves=False).passages]
    assert told == [key for key in everything if key.split(".")[0] in {*CHOSEN.chapters, "ending"}]


def test_the_least_group_stands_in_the_script() -> None:
    assert "Unter 17 Beteiligten" in parts_of(kit_html(book(NAME), "script", "de", CHOSEN)).text


@pytest.mark.parametrize("kind", KINDS)
def test_hostile_names_stay_text(kind: str) -> None:
    plain = set(parts_of(kit_html(book("klein"), kind, "de", Seminar("klein", title="x"))).tags)
    for attack in ATTACKS:
        line = re.sub(r"[\x00-\x1f\x7f-\x9f]", " ", attack)
        bad = Seminar("klein", title=line, lecturer=line, organisation=line, date=line, picture=DOT)
        found = parts_of(kit_html(book("klein"), kind, "de", bad))
        assert set(found.tags) <= plain | {"img"}
        assert len([t for t in found.tags if t == "img"]) == 1
        assert found.scripts == []


@pytest.mark.parametrize("make", [page_html, deck_of])
def test_page_and_slides_show_title_and_logo_as_text(make: Any) -> None:
    bad = Seminar("klein", title="<script>globalThis.pwned = 1</script>", picture=DOT, levers=("welcome",))
    html = make(book("klein"), "de", seminar=bad)
    assert "<script>globalThis.pwned" not in html
    found = parts_of(html)
    assert [a["src"] for tag, a in found.elements if tag == "img"] == [DOT]
    assert next(a["data-levers"] for _, a in found.elements if "data-levers" in a) == "welcome"


def test_a_page_without_a_seminar_is_as_before() -> None:
    assert page_html(book("klein"), "de") == page_html(book("klein"), "de", "", Seminar("klein"))
    assert 'class="seminar"' not in page_html(book("klein"), "de")


@pytest.mark.browser
def test_the_page_opens_in_its_world_with_its_levers(sheet: Any, axe: str) -> None:  # noqa: F811 - the fixture
    tab = sheet(page_html(book(NAME), "de", "", CHOSEN), 1280, "screen")
    tab.wait_for_selector("html[data-bands]", timeout=60_000)
    assert tab.input_value("#world") == str(list(book(NAME).scenario.worlds).index("utopie"))
    assert tab.locator("#levers .lever").count() == 2
    assert tab.locator(".seminar").inner_text().strip() == CHOSEN.line
    assert tab.evaluate("document.querySelector('.seminar img').naturalWidth") == 9
    assert violations(tab, axe) == []
    tab.click("#menu")
    tab.click("#room")
    assert tab.input_value("#room-least") == str(CHOSEN.least)


@pytest.mark.browser
def test_the_board_tells_the_levers_that_could_be_moved(browser: Any, tmp_path: Path) -> None:
    place = tmp_path / "seite.html"
    w = book(NAME)
    place.write_text(page_html(w, "de", "", replace(CHOSEN, least=3)), "utf-8")
    s, steps = w.scenario, (1, 2, 3)
    codes = [w.run("utopie", {"open_talk": s.levers["open_talk"].value(step)}).code for step in steps]
    for opened in opened_in(browser, place.as_uri()):
        tab = opened.page
        tab.goto(opened.address)
        tab.wait_for_selector("html[data-alive]")
        tab.click("#menu")
        tab.click("#room")
        tab.locator("#room-codes").fill("\n".join(codes))
        tab.click("#room-show")
        told = tab.locator("#dialog table").first.inner_text()
        assert [x.name for x in s.levers.values() if x.label["de"] in told] == list(CHOSEN.levers)


def test_the_lecturers_view_of_a_deck_asks_for_as_many_codes() -> None:
    found = parts_of(deck_of(book(NAME), "de", "", CHOSEN))
    assert [a["data-least"] for _, a in found.elements if "data-least" in a] == [str(CHOSEN.least)]


def test_the_script_computes_from_the_world_in_which_all_begin() -> None:
    w = book(NAME)
    guide, year = w.scenario.guide, w.scenario.time.years[-1]
    html = kit_html(w, "script", "de", replace(CHOSEN, world="ordnung", levers=(guide.lever, "meeting_places")))
    told = re.search(rf"Auflösung: .+?{year}: ([\d.,]+)[^(]*\(sonst ([\d.,]+)", html)
    runs = (w.run("ordnung", {guide.lever: guide.to}), w.run("ordnung"))
    for text, run in zip(told.groups(), runs, strict=True):
        value, digits = german(text)
        assert abs(value - run.value(guide.indicator, year)) <= 0.5 * 10**-digits * (1 + 1e-9)
    assert f"gegenüber der Welt »{w.scenario.worlds['ordnung'].label['de']}«" in html


@pytest.mark.parametrize("kind", ["worksheet", "cards"])
def test_scales_mark_where_the_play_begins(kind: str) -> None:
    s = book(NAME).scenario
    lever, begin = s.levers["meeting_places"], s.worlds["utopie"].levers["meeting_places"]
    assert begin != lever.default
    assert f">Start {begin:.0f}</text>" in kit_html(book(NAME), kind, "de", CHOSEN)
    assert ">Start " not in kit_html(book(NAME), kind, "de")


@pytest.mark.browser
def test_sheets_of_a_seminar_stay_within_their_edges(sheet: Any) -> None:  # noqa: F811 - the fixture
    long = replace(CHOSEN, title="Zukunftswerkstatt " * 6, organisation="Hochschulverbund" * 9)
    for kind in KINDS:
        assert sheet(kit_html(book(NAME), kind, "de", long), WIDTH, "print").evaluate(TOO_WIDE) == []


@pytest.mark.browser
@pytest.mark.parametrize("world", ["", "utopie", "dystopie"])
def test_the_introduction_moves_a_lever_that_is_shown_and_moves(browser: Any, tmp_path: Path, world: str) -> None:
    place = tmp_path / "seite.html"
    place.write_text(page_html(book(NAME), "de", "", replace(CHOSEN, world=world, levers=("visit_hours",))), "utf-8")
    for opened in opened_in(browser, place.as_uri(), before=""):
        tab = opened.page
        tab.goto(opened.address)
        tab.wait_for_selector("html[data-bands]", timeout=60_000)
        before = tab.input_value("#lever-visit_hours")
        tab.get_by_text("Drei Minuten Einführung").click()
        tab.click("#guide-set")
        tab.wait_for_function("(before) => document.querySelector('#lever-visit_hours').value !== before", arg=before)
        assert opened.complaints == []
