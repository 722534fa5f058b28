"""How far a room lies apart: counts over slider positions and answers, and what follows from them.

Everything is worked out from counts, so that rooms can be added together exactly.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import comb
from typing import Literal

from workbook.model import Lever, Scenario
from workbook.setting import Setting, setting_of

FEW = 3
"""Cells with fewer people than this are not told exactly."""

Cell = int | Literal["few", "rest", "most"]
"""A count that is told.

``few``: one or two people; ``rest``: the most frequent answer beside such a cell; ``most``: all but one or two.
"""


@dataclass(frozen=True, slots=True)
class Spread:
    """One lever in a room.

    ``counts`` has one place for each position of the slider; ``touched`` is how many people moved it from where it
    stood in the world they began in.
    """

    lever: Lever
    counts: tuple[int, ...]
    touched: int

    @property
    def people(self) -> int:
        return sum(self.counts)

    @property
    def low(self) -> float:
        return self.lever.value(next(k for k, n in enumerate(self.counts) if n))

    @property
    def high(self) -> float:
        return self.lever.value(max(k for k, n in enumerate(self.counts) if n))

    @property
    def median(self) -> float:
        """The value in the middle; between the two middle ones when the room is even."""
        lower, upper = self._ranked((self.people - 1) // 2), self._ranked(self.people // 2)
        return (lower + upper) / 2

    @property
    def mean(self) -> float:
        return sum(n * self.lever.value(k) for k, n in enumerate(self.counts)) / self.people

    @property
    def apart(self) -> float:
        """Mean distance of all pairs of people as a share of the lever's range (Gini's mean difference).

        0: all stand alike. It is about 1/3 when people stand evenly from end to end, and 1/2 or a little more (by
        the factor n/(n-1)) when half of them stand at either end, which is the most there can be.
        """
        below, gaps = 0, 0
        for count in self.counts[:-1]:
            below += count
            gaps += below * (self.people - below)
        return gaps / comb(self.people, 2) / (len(self.counts) - 1)

    def _ranked(self, rank: int) -> float:
        seen = 0
        for k, count in enumerate(self.counts):
            seen += count
            if rank < seen:
                return self.lever.value(k)
        raise IndexError(rank)


@dataclass(frozen=True, slots=True)
class Tally:
    """How many people gave each answer: options of a decision, endings, yes and no."""

    name: str
    counts: tuple[tuple[str, int], ...]

    @property
    def cells(self) -> tuple[Cell, ...]:
        return veiled([count for _, count in self.counts])


def veiled(counts: Sequence[int]) -> tuple[Cell, ...]:
    """Counts as they may be told.

    One or two people with an answer of their own are ``few``, and then the most frequent answer is ``rest``: with its
    count, the few could be worked out from the whole.
    """
    cells: list[Cell] = ["few" if 0 < count < FEW else count for count in counts]
    if "few" in cells:
        cells[counts.index(max(counts))] = "rest"
    return tuple(cells)


def part(count: int, people: int) -> Cell:
    """How many of all did a thing, as it may be told."""
    if 0 < count < FEW:
        return "few"
    return "most" if 0 < people - count < FEW else count


def spreads_of(scenario: Scenario, settings: Sequence[Setting]) -> tuple[Spread, ...]:
    """One spread for each lever, in the order of the scenario."""
    worlds = {name: setting_of(scenario, name) for name in scenario.worlds}
    found = []
    for k, lever in enumerate(scenario.levers.values()):
        counts = [0] * lever.positions
        for setting in settings:
            counts[position(lever, setting.levers[k][1])] += 1
        touched = sum(s.levers[k] != worlds[s.world].levers[k] for s in settings)
        found.append(Spread(lever, tuple(counts), touched))
    return tuple(found)


def position(lever: Lever, value: float) -> int:
    """Where a value stands on the slider, counted from 0."""
    return round((value - lever.low) / lever.step)


def answers_of(scenario: Scenario, settings: Sequence[Setting]) -> tuple[Tally, ...]:
    """One tally for each decision, options in the order of the scenario."""
    return tuple(
        tally(name, decision.options, (dict(s.choices)[name] for s in settings))
        for name, decision in scenario.decisions.items()
    )


def tally(name: str, answers: Iterable[str], given: Iterable[str]) -> Tally:
    """Count given answers."""
    counts = dict.fromkeys(answers, 0)
    for answer in given:
        counts[answer] += 1
    return Tally(name, tuple(counts.items()))


def first_topic(spreads: Sequence[Spread]) -> Spread | None:
    """The lever that the room lies farthest apart on, the first of equals; None when it agrees on all."""
    widest = max(spreads, key=lambda s: s.apart, default=None)
    return widest if widest is not None and widest.apart > 0 else None


def nearest_to_all(scenario: Scenario, settings: Sequence[Setting]) -> int:
    """The place of the run whose distance to all others together is smallest (the medoid), the first of equals.

    Two runs differ in each lever by a share of its range, and by 1 in each decision answered otherwise.
    """
    spreads, answers = spreads_of(scenario, settings), answers_of(scenario, settings)
    farness = [_farness(spread.counts) for spread in spreads]
    given = [dict(each.counts) for each in answers]

    def distance(setting: Setting) -> float:
        total = 0.0
        for spread, far, (_, value) in zip(spreads, farness, setting.levers, strict=True):
            total += far[position(spread.lever, value)] / (len(far) - 1)
        for counts, (_, option) in zip(given, setting.choices, strict=True):
            total += len(settings) - counts[option]
        return total

    return min(range(len(settings)), key=lambda k: distance(settings[k]))


def _farness(counts: Sequence[int]) -> list[int]:
    """For each position the steps to all people together."""
    return [sum(n * abs(k - other) for other, n in enumerate(counts)) for k in range(len(counts))]
