"""Twelve people, twelve browsers without network, one board: in the page, on the command line, in a notebook."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import workbook as wb
from tests.browser.conftest import KNOWS_ITS_WAY, READY, Opened, opened_in
from tests.browser.steps import PATIENCE, Keys, becomes, code, focused, settle
from tests.browser.test_access import violations
from tests.strategies import random_settings
from workbook.cli import answer
from workbook.room import telling
from workbook.run import Workbook

pytestmark = pytest.mark.browser

VOICE = ("0", "0", "0", "0", "1", "1", "1", "8", "8", "8", "8", "8")
CAP = ("80", "80", "80", "80", "60", "60", "80", "80", "80", "80", "40", "40")
DAY = ("pool",) * 5 + ("lower",) * 7
NARROW = "[document.documentElement, document.querySelector('dialog')].every((e) => e.scrollWidth <= e.clientWidth + 1)"
SEEN = """() => document.querySelector('#dialog h3').getBoundingClientRect().top
  >= document.querySelector('.dialog-head').getBoundingClientRect().bottom - 1"""


@pytest.fixture(scope="module")
def played(browser: Any, saved: Path) -> tuple[list[str], list[str]]:
    """The codes of twelve people who each moved levers and decided in a browser of their own."""
    codes, asked = [], []
    for voice, cap, day in zip(VOICE, CAP, DAY, strict=True):
        (opened,) = [*_come(browser, saved)]
        page = opened.page
        for name, value in (("public_voice", voice), ("case_cap", cap)):
            field = page.locator(f".lever[data-name={name}] input[type=number]")
            field.fill(value)
            field.press("Tab")
        page.click(f"label[for=option-all_day-{day}]")
        settle(page)
        codes.append(code(page))
        asked += opened.asked[1:]
        page.context.close()
    return codes, asked


def _come(browser: Any, saved: Path) -> Iterator[Opened]:
    context = browser.new_context(offline=True, locale="de-DE")
    context.add_init_script(KNOWS_ITS_WAY)
    page = context.new_page()
    page.set_default_timeout(1000 * PATIENCE)
    opened = Opened(page, saved.as_uri())
    page.on("request", lambda request: opened.asked.append(request.url))
    page.goto(opened.address)
    page.wait_for_selector(READY)
    yield opened


def enter(page: Any, words: str, least: int | None = None) -> None:
    page.click("#menu")
    page.click("#room")
    page.locator("#room-codes").fill(words)
    if least is not None:
        page.locator("#room-least").fill(str(least))
    page.click("#room-show")


def tables(page: Any) -> list[list[list[str]]]:
    """Every table of the board, row by row, without headings over groups."""
    return page.eval_on_selector_all(
        "#dialog table",
        """found => found.map((table) => [...table.querySelectorAll("tbody tr")].filter((row) => row.cells.length > 1)
          .map((row) => [...row.cells].map((cell) => cell.textContent)))""",
    )


def test_twelve_browsers_ask_nobody_and_give_twelve_codes(played: tuple[list[str], list[str]]) -> None:
    codes, asked = played
    assert len(codes) == 12
    assert asked == []


def test_the_board_equals_a_calculation_by_hand(opened: Opened, played: tuple[list[str], list[str]]) -> None:
    page = opened.open()
    enter(page, "\n".join(played[0]))
    # Some of the twelve chose the very same: six different runs.
    assert "6 Codes gelesen" in page.locator("#dialog [role=status]").inner_text()
    page.check("#dialog input[type=checkbox]")
    page.click("#room-show")
    rows = {row[0]: row[1:] for row in tables(page)[0]}
    # Voice 0 to 8: 12 pairs are 1 apart, 20 are 8, 15 are 7; 277 over 66 pairs over a range of 8 are 52 %.
    # Lowest 0, between the sixth and seventh person 1, highest 8, 43 over 12 people; nine do not stand at 1.
    assert rows["Öffentliche Stimme (Stunden je Monat)"] == [
        "0,0",
        "1,00",
        "8,0",
        "3,58",
        "9 von 12 (75\u00a0%)",
        "52\u00a0%",
    ]
    # Cap 80, 60 or 40: 16 pairs are 20 apart, 16 are 40, 4 are 20; 1040 over 66 pairs over a range of 50 are 32 %.
    assert rows["Fallobergrenze (Fälle je Stelle)"] == ["40", "80,0", "80", "70,0", "4 von 12 (33\u00a0%)", "32\u00a0%"]
    others = [row for label, row in rows.items() if not label.startswith(("Öffentliche Stimme", "Fallobergrenze"))]
    assert len(others) == 10
    assert all(row[-2:] == ["0 von 12 (0\u00a0%)", "0\u00a0%"] for row in others)
    assert page.locator("#dialog .talk strong").inner_text() == "Öffentliche Stimme (Stunden je Monat)"
    shares = {row[0]: row[1] for row in tables(page)[1]}
    assert shares["Gemeinsamer Pool mit den Schulen"] == "5 von 12 (42\u00a0%)"
    assert shares["Standards senken"] == "7 von 12 (58\u00a0%)"


def test_page_command_and_notebook_show_the_same(
    opened: Opened, workbook: Workbook, played: tuple[list[str], list[str]], tmp_path: Path
) -> None:
    page, codes = opened.open(), played[0]
    enter(page, "\n".join(codes))
    page.check("#dialog input[type=checkbox]")
    page.click("#room-show")
    room = wb.collect(workbook, codes, lang="de", keep_duplicates=True)
    board = room.board
    answers = [row for tally in board.answers for row in telling.answer_rows(board, tally, "de")]
    expected = [telling.lever_rows(board, "de"), answers, telling.ending_rows(board, "de")]
    expected += [telling.number_rows(board, "de"), telling.run_rows(board, "de")]
    assert tables(page) == expected
    assert page.locator("#dialog .big-code").inner_text() == room.preferred.code
    out = tmp_path / "raum.csv"
    assert answer(["collect", "soziale-arbeit-2030", *codes, "--keep-duplicates", "--out", str(out)]) == 0
    rows = list(csv.reader(out.read_text(encoding="utf-8").splitlines()))
    for measure in ("low", "median", "high", "mean", "apart"):
        assert {r[2]: float(r[4]) for r in rows if r[1] == "lever" and r[3] == measure} == dict(room.spread[measure])


def test_below_ten_nothing_is_shown_and_lowering_is_said(opened: Opened, played: tuple[list[str], list[str]]) -> None:
    page = opened.open()
    enter(page, "\n".join(played[0][:9]))
    assert tables(page) == []
    said = page.locator("#dialog [role=status]")
    assert "Gezeigt wird ab 10" in said.inner_text()
    page.locator("#room-least").fill("3")
    page.click("#room-show")
    assert len(tables(page)) == 5
    assert "auf 3 gesenkt" in said.inner_text()
    for wrong in ("2", "0", "", "5000", "3.5"):
        page.locator("#room-least").fill(wrong)
        page.click("#room-show")
        assert tables(page) == [], wrong
        assert "von 3 bis 1000" in said.inner_text()


def test_each_damaged_code_is_refused_by_its_line(
    opened: Opened, workbook: Workbook, played: tuple[list[str], list[str]]
) -> None:
    page, codes = opened.open(), played[0]
    foreign = wb.load("ki-for-good").run().code
    broken = ("2" if codes[0][0] != "2" else "3") + codes[0][1:]
    enter(page, "\n".join([broken, *codes, codes[1][:-3], "Frau Yilmaz: " + foreign]))
    faults = page.locator("#dialog .fault").all_inner_texts()
    assert [words.split(":")[0] for words in faults] == ["Zeile 1", "Zeile 14", "Zeile 15"]
    assert "beschädigt" in faults[0]
    assert "Länge" in faults[1]
    assert "Yilmaz" not in " ".join(faults)


def test_with_the_keyboard_alone_and_back(opened: Opened, played: tuple[list[str], list[str]]) -> None:
    page, keys = opened.open(), Keys(opened.page)
    keys.press("#menu")
    keys.press("#room")
    keys.reach("#room-codes")
    for each in sorted(set(played[0])):
        page.keyboard.type(each.lower())
        page.keyboard.press("Enter")
    assert "6 Codes gelesen" in page.locator("#dialog [role=status]").inner_text()
    keys.reach("#room-least")
    page.keyboard.press("Control+A")
    page.keyboard.type("6")
    keys.press("#room-show")
    becomes(lambda: page.evaluate("document.activeElement.textContent"), "Der Raum")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "scroll"
    page.keyboard.press("Escape")
    page.locator("#dialog").wait_for(state="hidden")
    becomes(lambda: focused(page), "menu")
    settle(page)
    keys.press("#menu")
    keys.press("#room")
    page.locator("#room-codes").wait_for()
    assert page.locator("#room-codes").input_value().count("\n") == 6, "what was typed is still there"


def test_nothing_typed_is_kept_anywhere(opened: Opened, played: tuple[list[str], list[str]]) -> None:
    page, codes = opened.open(), played[0]
    enter(page, "\n".join(codes), least=3)
    page.click("#dialog-close")
    kept = page.evaluate("JSON.stringify(localStorage)") + page.url
    assert not [each for each in codes if each in kept and each != code(page)]
    assert opened.asked == [opened.address] * len(opened.asked) or all(a.startswith("file:") for a in opened.asked)
    assert opened.complaints == []


def test_the_nearest_run_can_be_opened(opened: Opened, played: tuple[list[str], list[str]]) -> None:
    page = opened.open()
    enter(page, "\n".join(played[0]), least=3)
    wanted = page.locator("#dialog .big-code").inner_text()
    page.get_by_role("button", name="Diesen Lauf öffnen").click()
    settle(page)
    assert code(page) == wanted
    assert not page.locator("#dialog").is_visible()


def test_files_of_runs_are_opened_and_the_codes_saved(
    opened: Opened, workbook: Workbook, played: tuple[list[str], list[str]], tmp_path: Path
) -> None:
    page, codes = opened.open(), sorted(set(played[0]))
    saved = tmp_path / "lauf.json"
    saved.write_text(json.dumps({"format": "workbook-run", "version": 1, "run": {"code": codes[0]}}), encoding="utf-8")
    plain, foreign = tmp_path / "codes.txt", tmp_path / "fremd.json"
    plain.write_text("\n".join(codes[1:]), encoding="utf-8")
    foreign.write_text("{}", encoding="utf-8")
    page.click("#menu")
    page.click("#room")
    page.set_input_files("#dialog input[type=file]", [saved, plain, foreign])
    said = page.locator("#dialog [role=status]")
    said.filter(has_text="fremd.json").wait_for()
    assert "6 Codes gelesen" in said.inner_text()
    with page.expect_download() as download:
        page.get_by_role("button", name="Codes als Datei sichern").click()
    out = tmp_path / "gesichert.json"
    download.value.save_as(out)
    from workbook.room.reading import written_in_file
    from workbook.runcode import code_length

    read = written_in_file(out.read_text(encoding="utf-8"), code_length(workbook.scenario), out.name)
    assert [each.typed for each in read] == codes


@pytest.mark.parametrize("lang", ["en", "de-einfach"])
def test_it_speaks_the_language_of_the_page(
    opened: Opened, workbook: Workbook, played: tuple[list[str], list[str]], lang: str
) -> None:
    page = opened.open()
    page.click(f"#languages [data-lang={lang}]")
    enter(page, "\n".join(played[0]), least=3)
    board = wb.collect(workbook, played[0], least=3).board
    assert tables(page)[0] == telling.lever_rows(board, lang)
    assert tables(page)[2] == telling.ending_rows(board, lang)
    assert page.locator("#dialog .talk").inner_text().split("\n")[0] == telling.topic_words(board, lang)[0]


@pytest.fixture(scope="module")
def bare(browser: Any, saved: Path) -> Iterator[Opened]:
    """As ``injectable``, for axe-core."""
    yield from opened_in(browser, saved.as_uri(), bypass_csp=True)


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (360, 740), (1920, 1080)])
def test_axe_finds_nothing(
    bare: Opened, played: tuple[list[str], list[str]], axe: str, width: int, height: int
) -> None:
    page = bare.open(width=width, height=height)
    enter(page, "\n".join([*played[0], "kaputt"]), least=3)
    page.evaluate("document.querySelectorAll('#dialog details').forEach((d) => { d.open = true; })")
    assert violations(page, axe) == []
    page.emulate_media(color_scheme="dark")
    settle(page)
    assert violations(page, axe, "color-contrast") == []


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_nothing_scrolls_sideways_and_targets_are_large(
    opened: Opened, played: tuple[list[str], list[str]], width: int
) -> None:
    page = opened.open(width=width, height=740)
    enter(page, "\n".join([*played[0], "kaputt"]), least=3)
    assert page.evaluate(NARROW)
    small = page.eval_on_selector_all(
        "#dialog :is(button, input:not([hidden]), textarea, summary)",
        """found => found.map((e) => e.closest("label") ?? e)
          .map((e) => [e.outerHTML.slice(0, 80), e.getBoundingClientRect()])
          .filter(([, {width, height}]) => width < 24 || height < 24)""",
    )
    assert small == []
    seen = page.evaluate(SEEN)
    assert seen, "the heading that has the focus lies below the bar on top"


@pytest.fixture(scope="module")
def files(workbook: Workbook, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The board and the comparison of two groups, as files."""
    folder = tmp_path_factory.mktemp("raum")
    codes = [workbook.run_of(setting).code for setting in random_settings(workbook.scenario, 24, seed=4)]
    memory, found = str(folder / "m.json"), {"board": folder / "raum.html", "groups": folder / "gruppen.html"}
    for name, some in (("2025", codes[:12]), ("2026", codes[12:])):
        words = ["collect", workbook.scenario.id, *some, "--memory", memory, "--cohort", name]
        assert answer([*words, "--out", str(found["board"])]) == 0
    assert answer(["collect", workbook.scenario.id, "--memory", memory, "--out", str(found["groups"])]) == 0
    return found


@pytest.mark.parametrize("name", ["board", "groups"])
def test_the_files_are_accessible_and_narrow(browser: Any, files: dict[str, Path], axe: str, name: str) -> None:
    context = browser.new_context(offline=True, bypass_csp=True)
    page = context.new_page()
    for width, scheme in ((320, "light"), (1280, "dark")):
        page.set_viewport_size({"width": width, "height": 740})
        page.emulate_media(color_scheme=scheme)
        page.goto(files[name].as_uri())
        page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
        settle(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert violations(page, axe) == []
    context.close()
