"""A room is kept as counts in a file, and a room of the year before stands beside it: in the page, as in Python."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.browser.conftest import Opened, opened_in
from tests.browser.steps import becomes, settle
from tests.browser.test_access import violations
from tests.browser.test_room import NARROW, enter
from tests.strategies import random_settings
from workbook.room import cohorts, collect
from workbook.room.memory import Cohort, cohort_of, cohorts_in, memory_text
from workbook.run import Workbook
from workbook.runcode import encode

pytestmark = pytest.mark.browser

TABLES = """() => [...document.querySelectorAll("#dialog .room > div:last-of-type table")].map((table) =>
  [...table.querySelectorAll("tbody tr")].filter((row) => row.cells.length > 1)
    .map((row) => [...row.cells].map((cell) => cell.textContent)))"""


def codes_of(workbook: Workbook, count: int, seed: int) -> list[str]:
    return [encode(workbook.scenario, each) for each in random_settings(workbook.scenario, count, seed)]


def earlier(workbook: Workbook) -> Cohort:
    return cohort_of(collect(workbook, codes_of(workbook, 14, 1)).board, "Sommer 2025", "2025-06-01")


def test_this_year_beside_the_last(opened: Opened, workbook: Workbook, tmp_path: Path) -> None:
    page, s, codes = opened.open(), workbook.scenario, codes_of(workbook, 12, 2)
    last, broken = tmp_path / "2025.json", tmp_path / "fremd.json"
    last.write_text(memory_text(s, [earlier(workbook)]), encoding="utf-8")
    foreign = {"format": "workbook-cohorts", "version": 1, "scenario": "anderswo"}
    broken.write_text(json.dumps(foreign), encoding="utf-8")
    enter(page, "\n".join(codes))
    page.set_input_files("#dialog input[type=file]", [last, broken])
    status = page.locator("#dialog [role=status]")
    status.filter(has_text="»fremd.json« gehört zum Szenario »anderswo«").wait_for()
    assert "12 Läufe" in status.inner_text(), "files of rooms change nothing in what was typed"
    page.click("#room-show")
    page.get_by_role("button", name="Gruppe sichern").click()
    page.get_by_text("ist kein Name einer Gruppe").wait_for()
    page.fill("#room-group", "Sommer 2026")
    with page.expect_download() as download:
        page.click("#room-group-save")
    out = tmp_path / "gesichert.json"
    download.value.save_as(out)
    kept = cohorts_in(out.read_text(encoding="utf-8"), s, 10, out.name)
    room = collect(workbook, codes)
    assert kept == (earlier(workbook), cohort_of(room.board, "Sommer 2026", kept[1].date))
    assert not [code for code in codes if code in out.read_text(encoding="utf-8")]
    levers, *answers, ends = (rows for _, rows in cohorts.tables(s, kept, "de"))
    becomes(lambda: page.evaluate(TABLES), [levers, sum(answers, []), ends])  # noqa: RUF017 - four short lists
    said = page.locator("#dialog .room > div:last-of-type > div > p").all_inner_texts()
    assert said == cohorts.sentences(s, kept, "de")
    assert opened.complaints == []


@pytest.fixture(scope="module")
def bare(browser: Any, saved: Path) -> Any:
    """As ``opened``, for axe-core."""
    yield from opened_in(browser, saved.as_uri(), bypass_csp=True)


@pytest.mark.parametrize("width", [1280, 360])
def test_it_is_accessible_and_narrow(bare: Opened, workbook: Workbook, axe: str, tmp_path: Path, width: int) -> None:
    page, file = bare.open(), tmp_path / "2025.json"
    page.set_viewport_size({"width": width, "height": 740})
    file.write_text(memory_text(workbook.scenario, [earlier(workbook)]), encoding="utf-8")
    enter(page, "\n".join(codes_of(workbook, 12, 2)))
    page.set_input_files("#dialog input[type=file]", file)
    page.get_by_text("Was wollten die Gruppen?").wait_for()
    page.click("#room-show")
    page.get_by_text("Am weitesten verschoben").wait_for()
    settle(page)
    assert page.evaluate(NARROW)
    assert violations(page, axe) == []
