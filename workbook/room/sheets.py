"""Board and cohorts as rows for programs: one fact a row, names of the scenario, full numbers.

Counts of one or two people stay empty here as they are veiled on the board; the note says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from workbook.model import Scenario
from workbook.room.board import Board
from workbook.room.memory import Cohort
from workbook.room.spread import Cell, Spread, Tally, part

HEADER = ("cohort", "kind", "name", "part", "value", "note")
Fact = tuple[str, str, str, str, Any, str]


def board_facts(board: Board) -> list[Fact]:
    """Everything that the board shows, and the runs by their codes."""
    rows: list[Fact] = [("", "room", "people", "", board.people, ""), ("", "room", "least", "", board.least, "")]
    rows += [fact for spread in board.spreads for fact in _lever("", spread)]
    rows += [fact for tally in board.answers for fact in _answers("", "decision", tally)]
    rows += _answers("", "ending", board.endings)
    for band in board.bands:
        name = band.indicator.name
        for year, *values in zip(band.years, band.low, band.middle, band.high, strict=True):
            rows += [
                ("", "indicator", name, f"{edge} {year}", value, "") for edge, value in zip(_PARTS, values, strict=True)
            ]
        rows.append(_cell("", "indicator", name, "reaches utopia", part(band.reached, board.people)))
    rows.append(("", "nearest", board.nearest_code, "", "", ""))
    for run in board.rows:
        rows += [
            ("", "run", run.code, "world", run.world, ""),
            ("", "run", run.code, "levers moved", run.levers, ""),
            ("", "run", run.code, "decided otherwise", run.decisions, ""),
        ]
    return rows


_PARTS = ("tenth", "median", "ninetieth")


def cohort_facts(scenario: Scenario, cohorts: Sequence[Cohort]) -> list[Fact]:
    """The same of several cohorts, as far as they can be compared."""
    rows: list[Fact] = []
    for cohort in cohorts:
        rows += [
            (cohort.name, "room", "people", "", cohort.people, ""),
            (cohort.name, "room", "date", "", cohort.date, ""),
        ]
        rows += [fact for spread in cohort.spreads(scenario).values() for fact in _lever(cohort.name, spread)]
        tallies = [cohort.tally(scenario, name) for name in scenario.decisions]
        rows += [fact for tally in tallies if tally for fact in _answers(cohort.name, "decision", tally)]
        ends = cohort.ends(scenario)
        rows += _answers(cohort.name, "ending", ends) if ends else ()
    return rows


def _lever(cohort: str, spread: Spread) -> Iterator[Fact]:
    for measure in ("low", "median", "high", "mean", "apart"):
        yield cohort, "lever", spread.lever.name, measure, getattr(spread, measure), ""
    touched = part(spread.touched, spread.people)
    yield _cell(cohort, "lever", spread.lever.name, "touched", touched)


def _answers(cohort: str, kind: str, tally: Tally) -> Iterator[Fact]:
    for (answer, _), cell in zip(tally.counts, tally.cells, strict=True):
        yield _cell(cohort, kind, tally.name, answer, cell)


def _cell(cohort: str, kind: str, name: str, what: str, cell: Cell) -> Fact:
    told = isinstance(cell, int)
    return cohort, kind, name, what, cell if told else "", "" if told else str(cell)
