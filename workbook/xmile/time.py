"""The time of a model -> years of a scenario, and its dates put there.

One unit of the model's time becomes one year: every number of a run stays what it was. A model that
counts years of the calendar keeps them; any other begins in 2000 (in 1900 when it is longer).
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from workbook.engine.rewrite import A_MOMENT
from workbook.errors import Place, Problem
from workbook.expr.evaluate import number
from workbook.expr.nodes import (
    Arithmetic,
    Call,
    Compare,
    CompareOp,
    Logic,
    Name,
    Node,
    Number,
    names_in,
    rebuilt,
    walk,
)
from workbook.folder.validate import MAX_STEPS
from workbook.xmile.model import Entry, Specs

EARLIEST, LATEST = 1900, 2200
LEAST = 3
"""Years that a scenario needs: one of history, one between, one in which levers act."""
MAX_PULSES = 20
A_TRICE = A_MOMENT / 10
"""Years by which the time of a step may be off when a step is no binary fraction."""

_MIRRORED: Mapping[CompareOp, CompareOp] = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "==": "==", "!=": "!="}


@dataclass(frozen=True, slots=True)
class Calendar:
    """Years of the scenario; ``shift`` is added to a time of the model to get a year."""

    specs: Specs
    start: int
    end: int
    shift: float

    @property
    def now(self) -> int:
        """Levers act from the year after it."""
        return self.start + 1

    @property
    def exact(self) -> bool:
        """Whether every step falls on a binary fraction, so that times can be compared as they are."""
        return self.specs.steps & (self.specs.steps - 1) == 0 and (self.specs.start * 1024).is_integer()


def calendar(specs: Specs, place: Place) -> Calendar | Problem:
    """The years of a model.

    Returns
    -------
    Calendar or Problem
        A problem when its time is no whole number of units, too short or too long.
    """
    length = round(specs.stop - specs.start)
    if abs(specs.stop - specs.start - length) > 1e-9 or not LEAST <= length <= LATEST - EARLIEST:
        return Problem(
            "xmile-horizon", place,
            {"start": specs.start, "stop": specs.stop, "least": LEAST, "most": LATEST - EARLIEST},
        )  # fmt: skip
    if length * specs.steps > MAX_STEPS:
        return Problem("xmile-steps", place, {"found": length * specs.steps, "limit": MAX_STEPS})
    if specs.start.is_integer() and specs.start >= EARLIEST and specs.stop <= LATEST:
        return Calendar(specs, int(specs.start), int(specs.start) + length, 0.0)
    start = 2000 if 2000 + length <= LATEST else EARLIEST
    return Calendar(specs, start, start + length, start - specs.start)


@dataclass
class Dates:
    """Puts steps and pulses on the calendar; what has no one meaning is a problem of its equation."""

    calendar: Calendar
    constants: Mapping[str, float]
    problems: list[Problem] = field(default_factory=list)

    def placed(self, node: Node, entry: Entry) -> Node:
        """An equation with its dates in years; ``time`` in it is still the model's own."""
        node = rebuilt(node, lambda part: self.placed(part, entry))
        if isinstance(node, Compare) and not self.calendar.exact:
            return self._compared(node)
        if isinstance(node, Call) and node.function == "step":
            height, start = node.arguments
            self._known(start, entry, "STEP")
            return Call("step", (height, self._year(start)))
        if isinstance(node, Call) and node.function == "pulse":
            return self._pulses(node, entry)
        return node

    def _compared(self, node: Compare) -> Node:
        """The time beside a date, such that a rounded time counts as the one that is meant."""
        if node.right == Name("time") and node.left != Name("time"):
            node = Compare(_MIRRORED[node.op], node.right, node.left)
        if node.left != Name("time"):
            return node
        before, after = self._beside(node.right, "-"), self._beside(node.right, "+")
        match node.op:
            case ">" | "<=":
                return Compare(node.op, node.left, after)
            case ">=" | "<":
                return Compare(">" if node.op == ">=" else "<", node.left, before)
            case "==":
                return Logic("and", Compare(">", node.left, before), Compare("<", node.left, after))
            case "!=":
                return Logic("or", Compare("<=", node.left, before), Compare(">=", node.left, after))

    def _beside(self, date: Node, op: Literal["+", "-"]) -> Node:
        """A trice before or after a date."""
        if isinstance(date, Number):
            return Number(date.value + (A_TRICE if op == "+" else -A_TRICE))
        return Arithmetic(op, date, Name(TRICE))

    def _pulses(self, node: Call, entry: Entry) -> Node:
        """One step wide and so high that its area is the magnitude; repeated ones side by side."""
        magnitude, start, *interval = node.arguments
        first = self._known(start, entry, "PULSE")
        width = Number(1 / self.calendar.specs.steps)
        height = Arithmetic("/", magnitude, Name("dt"))
        if self.calendar.specs.method == "rk4":
            self.problems.append(
                Problem(
                    "xmile-feature", entry.equation_place, {"feature": "function PULSE (rk4)", "detail": entry.label}
                )
            )
        if first is None:
            return Number(0.0)
        starts = [start]
        # An interval that a lever could move would need another number of pulses.
        every = None if interval and names_in(interval[0]) else self._value(interval[0]) if interval else 0.0
        if every != 0:  # no interval: a single pulse
            count = 0 if every is None or every < 0 else math.floor((self.calendar.specs.stop - first) / every) + 1
            if not 1 <= count <= MAX_PULSES or self._off(every or 0.0):
                feature = "function PULSE (interval)"
                self.problems.append(
                    Problem("xmile-feature", entry.equation_place, {"feature": feature, "detail": entry.label})
                )
                return Number(0.0)
            starts = [_later(start, k * (every or 0.0)) for k in range(count)]
        pulses: list[Node] = [Call("pulse", (height, self._year(one), width)) for one in starts]
        total = pulses[0]
        for pulse in pulses[1:]:
            total = Arithmetic("+", total, pulse)
        return total

    def _known(self, date: Node, entry: Entry, function: str) -> float | None:
        """The value of a date; a problem when it moves or falls between two steps, where software differs."""
        value = self._value(date)
        values = {"name": entry.label, "function": function}
        specs = self.calendar.specs
        if value is None:
            self.problems.append(Problem("xmile-date-moving", entry.equation_place, values))
        elif specs.start < value < specs.stop and self._off(value - specs.start):
            self.problems.append(Problem("xmile-date-between", entry.equation_place, values | {"found": value}))
        return value

    def _off(self, span: float) -> bool:
        """Whether a span is no whole number of steps."""
        steps = span * self.calendar.specs.steps
        return abs(steps - round(steps)) > 1e-6

    def _value(self, node: Node) -> float | None:
        if names_in(node) - self.constants.keys() or _reads_time(node):
            return None
        return number(node, _Constants(self.constants))

    def _year(self, date: Node) -> Node:
        if not self.calendar.shift:
            return date
        if isinstance(date, Number):
            return Number(date.value + self.calendar.shift)
        return Arithmetic("+", Name(SHIFT), date)


SHIFT = "shift of time"
TRICE = "a trice"
"""Keys of constants that hold the shift and the trice; no key of a file has a space in it."""


def _later(date: Node, span: float) -> Node:
    if isinstance(date, Number):
        return Number(date.value + span)
    return Arithmetic("+", date, Number(span)) if span else date


def _reads_time(node: Node) -> bool:
    return any(isinstance(part, Name) and part.name == "time" for part in walk(node))


@dataclass(frozen=True, slots=True)
class _Constants:
    """A scope of constants only."""

    values: Mapping[str, float]

    def value(self, name: str) -> float:
        return self.values[name]

    def value_at(self, name: str, year: int) -> float:
        raise KeyError(name)

    def option(self, decision: str) -> str:
        raise KeyError(decision)
