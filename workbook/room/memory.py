"""The memory of a seminar: counts of a whole room, never a single run, that add up exactly over rooms and years.

In: boards and memory files. Out: cohorts, and the file they are kept in (JSON)::

    {"format": "workbook-cohorts", "version": 1, "scenario": "…", "cohorts": [{"name": "2026", "people": 24, …}]}

A cohort holds, for each lever, how many people stood at each position of its slider, and for each decision and the
endings how many gave each answer. No row of it belongs to a person, and there is no room for words. In a room in which
all but one chose the very same, the one still shows: a limit on people is no limit on agreement.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from workbook.model import Scenario
from workbook.room.board import Board
from workbook.room.errors import RoomError
from workbook.room.spread import Spread, Tally

FORMAT, VERSION = "workbook-cohorts", 1
_NAME = re.compile(r"\w[\w .:/()+&-]{0,59}")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_LARGEST = 1_000_000


@dataclass(frozen=True, slots=True)
class Grid:
    """The positions of a slider; only counts over the same grid can be added or compared."""

    low: float
    step: float
    positions: int


@dataclass(frozen=True, slots=True)
class Cohort:
    """One room as counts. ``mark`` tells versions of the scenario apart."""

    name: str
    date: str
    mark: str
    people: int
    levers: tuple[tuple[str, Grid, tuple[int, ...], int], ...]
    """Name, grid, people at each position, people who moved it."""
    answers: tuple[Tally, ...]
    endings: Tally

    def spreads(self, scenario: Scenario) -> dict[str, Spread]:
        """The levers whose slider is still the same."""
        return {
            name: Spread(scenario.levers[name], counts, touched)
            for name, grid, counts, touched in self.levers
            if name in scenario.levers and grid_of(scenario, name) == grid
        }

    def tally(self, scenario: Scenario, name: str) -> Tally | None:
        """The answers to a decision that still has the same options."""
        found = next((t for t in self.answers if t.name == name), None)
        if found is None or [a for a, _ in found.counts] != list(scenario.decisions[name].options):
            return None
        return found

    def ends(self, scenario: Scenario) -> Tally | None:
        """The endings, when they are still the same."""
        same = [a for a, _ in self.endings.counts] == [scene.name for scene in scenario.endings.scenes]
        return self.endings if same else None


def grid_of(scenario: Scenario, name: str) -> Grid:
    """The positions of a lever's slider."""
    lever = scenario.levers[name]
    return Grid(float(lever.low), float(lever.step), lever.positions)


def cohort_of(board: Board, name: str, date: str) -> Cohort:
    """A room as counts.

    Raises
    ------
    RoomError
        For a name that is no short name of a group; people's names do not belong here.
    """
    s = board.workbook.scenario
    if not _NAME.fullmatch(name.strip()):
        raise RoomError("memory-name", found=name)
    levers = tuple((x.lever.name, grid_of(s, x.lever.name), x.counts, x.touched) for x in board.spreads)
    return Cohort(name.strip(), date, s.fingerprint, board.people, levers, board.answers, board.endings)


def merged(cohorts: Iterable[Cohort]) -> tuple[Cohort, ...]:
    """Cohorts of the same name and version added up, count for count; the very same cohort counts once.

    Two groups of one year, read on two machines, become one cohort this way.
    """
    found: dict[tuple[object, ...], Cohort] = {}
    for cohort in dict.fromkeys(cohorts):
        key = (cohort.name, cohort.mark, *_shape(cohort))
        found[key] = _added(found[key], cohort) if key in found else cohort
    return tuple(sorted(found.values(), key=lambda c: (c.date, c.name)))


def _shape(cohort: Cohort) -> tuple[object, ...]:
    levers = tuple((name, grid) for name, grid, _, _ in cohort.levers)
    return levers, *((t.name, tuple(a for a, _ in t.counts)) for t in (*cohort.answers, cohort.endings))


def _added(a: Cohort, b: Cohort) -> Cohort:
    levers = tuple(
        (name, grid, tuple(map(sum, zip(mine, theirs, strict=True))), moved + other)
        for (name, grid, mine, moved), (_, _, theirs, other) in zip(a.levers, b.levers, strict=True)
    )
    answers = tuple(_sum(x, y) for x, y in zip(a.answers, b.answers, strict=True))
    return replace(
        a, date=max(a.date, b.date), people=a.people + b.people, levers=levers, answers=answers,
        endings=_sum(a.endings, b.endings),
    )  # fmt: skip


def _sum(a: Tally, b: Tally) -> Tally:
    return Tally(a.name, tuple((name, n + m) for (name, n), (_, m) in zip(a.counts, b.counts, strict=True)))


def memory_text(scenario: Scenario, cohorts: Sequence[Cohort]) -> str:
    """Cohorts as the file that keeps them."""
    plain = {"format": FORMAT, "version": VERSION, "scenario": scenario.id, "cohorts": [_plain(c) for c in cohorts]}
    return json.dumps(plain, ensure_ascii=False, indent=1) + "\n"


def _plain(cohort: Cohort) -> dict[str, Any]:
    return {
        "name": cohort.name, "date": cohort.date, "mark": cohort.mark, "people": cohort.people,
        "levers": {
            name: {"low": grid.low, "step": grid.step, "counts": list(counts), "touched": touched}
            for name, grid, counts, touched in cohort.levers
        },
        "decisions": {tally.name: dict(tally.counts) for tally in cohort.answers},
        "endings": dict(cohort.endings.counts),
    }  # fmt: skip


def cohorts_in(text: str, scenario: Scenario, least: int, file: str) -> tuple[Cohort, ...]:
    """Read a memory file.

    Raises
    ------
    RoomError
        When it is no such file, comes from a newer version or another scenario, its counts do not add up, or a
        cohort has fewer people than ``least``.
    """
    try:
        plain = json.loads(text) if len(text) <= _LARGEST else None
    except (ValueError, RecursionError):
        plain = None
    if not isinstance(plain, dict) or plain.get("format") != FORMAT or not isinstance(plain.get("cohorts"), list):
        raise RoomError("memory-form", file=file)
    if plain.get("version") != VERSION:
        raise RoomError("memory-newer", file=file)
    if plain.get("scenario") != scenario.id:
        raise RoomError("memory-scenario", file=file, found=plain.get("scenario"), scenario=scenario.id)
    found = []
    for number, record in enumerate(plain["cohorts"], start=1):
        try:
            cohort = _cohort(record, scenario)
        except (KeyError, TypeError, ValueError, AttributeError):
            raise RoomError("memory-damaged", file=file, entry=number) from None
        if cohort.people < least:
            raise RoomError("memory-few", file=file, name=cohort.name, found=cohort.people, least=least)
        found.append(cohort)
    return tuple(found)


def _cohort(record: Mapping[str, Any], scenario: Scenario) -> Cohort:
    """A record as a cohort; every lever, decision and the endings must count the same people."""
    people = _count(record["people"])
    name, date, mark = record["name"], record["date"], record["mark"]
    if not (_NAME.fullmatch(name) and _DATE.fullmatch(date) and re.fullmatch(r"[0-9a-f]{1,128}", mark)):
        raise ValueError(name)
    levers = []
    for lever, each in record["levers"].items():
        counts = tuple(map(_count, each["counts"]))
        touched = _count(each["touched"])
        if sum(counts) != people or touched > people or len(counts) < 2:
            raise ValueError(lever)
        levers.append((lever, Grid(float(each["low"]), float(each["step"]), len(counts)), counts, touched))
    answers = tuple(_tally(decision, given, people) for decision, given in record["decisions"].items())
    endings = _tally(scenario.endings.name, record["endings"], people)
    return Cohort(name, date, mark, people, tuple(levers), answers, endings)


def _tally(name: str, given: Mapping[str, Any], people: int) -> Tally:
    counts = tuple((answer, _count(n)) for answer, n in given.items())
    if sum(n for _, n in counts) != people:
        raise ValueError(name)
    return Tally(name, counts)


def _count(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= 1_000_000:
        raise ValueError(value)
    return value
