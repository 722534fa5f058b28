"""Cohorts side by side: medians, shares, what moved, and what cannot be compared."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.export.page_parts import parts_of
from workbook.room.board import board_of
from workbook.room.cohorts import page, sentences, tables
from workbook.room.memory import cohort_of
from workbook.runcode import encode
from workbook.setting import setting_of


def group(workbook, name, day, hours):
    s = workbook.scenario
    room = [setting_of(s, levers={"open_hours": h}) for h in hours]
    return cohort_of(board_of(workbook, [encode(s, x) for x in room], room), name, day)


@pytest.fixture
def years(small):
    first = group(small, "2025", "2025-11-20", [10] * 5 + [20] * 6)
    return first, group(small, "2026", "2026-11-27", [30] * 12)


def test_what_moved_most_is_told_with_both_medians(small, years):
    told = " ".join(sentences(small.scenario, years, "de"))
    assert "»Öffnungszeit«: Mitte 20,0 (2025), dann 30,0 (2026)" in told
    assert "Nicht verglichen" not in told


def test_nothing_moved(small, years):
    assert "gleich" in sentences(small.scenario, [years[0], replace(years[0], name="b")], "de")[-1]


def test_a_group_below_ten_is_said_to_be_small(small, years):
    few = replace(years[0], people=9)
    assert "auf 9 gesenkt" in " ".join(sentences(small.scenario, [few], "de"))
    assert "gesenkt" not in " ".join(sentences(small.scenario, years, "de"))


def test_each_table_has_a_column_a_group(small, years):
    found = tables(small.scenario, years, "en")
    assert len(found) == 1 + len(small.scenario.decisions) + 1
    assert all(len(row) == 3 for _, rows in found for row in rows)
    # Of eleven, thirty pairs are ten hours apart, of fifty-five, on a slider of forty.
    assert found[0][1][0][1:] == [f"20.0 ({100 * 30 * 10 / 55 / 40:.0f}\u00a0%)", "30.0 (0\u00a0%)"]


def test_a_changed_lever_is_named_and_left_out(small, years):
    s = small.scenario
    levers = {**s.levers, "open_hours": replace(s.levers["open_hours"], step=2.5)}
    changed = replace(s, levers=levers)
    assert "Nicht verglichen" in sentences(changed, years, "de")[-1]
    assert "Öffnungszeit" in sentences(changed, years, "de")[-1]
    assert tables(changed, years, "de")[0][1][0][1:] == ["–", "–"]


def test_the_file_tells_it_all_without_a_script(small, years):
    found = parts_of(page(small.scenario, years, "de"))
    assert "script" not in found.tags
    assert "2025 (11 Läufe, 2025-11-20)" in found.text
    assert all(cell in found.text for _, rows in tables(small.scenario, years, "de") for row in rows for cell in row)
