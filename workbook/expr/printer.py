"""One walk over the tree, written in the words of a dialect.

A dialect says how names, numbers, divisions and so on look; the walk is the same for all. The
printed text contains nothing from a scenario but numbers and checked names.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, field

from workbook.expr.evaluate import evaluate
from workbook.expr.functions import FUNCTIONS
from workbook.expr.nodes import (
    Arithmetic,
    Call,
    Choose,
    Compare,
    Decided,
    Logic,
    Name,
    Negate,
    Node,
    Not,
    Number,
    Points,
    Word,
    rebuilt,
    walk,
)


def variable(name: str) -> str:
    """How a scenario's name is written in every printed program; no keyword can collide."""
    return f"v_{name}"


@dataclass(frozen=True, slots=True)
class Dialect:
    """The words of one target language; templates take their parts as ``{0}``, ``{1}`` ..."""

    column: str
    """Which column of the table of functions."""
    choose: str
    negation: str
    conjunction: str
    disjunction: str
    equal: str
    unequal: str
    true: str
    false: str
    infinity: str
    nan: str
    power: Callable[[Node, str, str], str]
    pick: Callable[[Printer, str, Node, Node], str]
    """How ``min`` and ``max`` of two numbers are written."""
    name: Callable[[str], str] = variable
    at: Callable[[str, int], str] | None = None
    option: Callable[[str], str] | None = None


@dataclass(slots=True)
class Printer:
    """Prints trees in a dialect and collects the tables and temporaries that the text refers to."""

    dialect: Dialect
    tables: list[Points] = field(default_factory=list)
    temporaries: int = 0

    def number(self, value: float) -> str:
        if math.isnan(value):
            return self.dialect.nan
        if math.isinf(value):
            return self.dialect.infinity if value > 0 else f"(-{self.dialect.infinity})"
        return f"({value!r})" if value < 0 or math.copysign(1, value) < 0 else repr(value)

    def table(self, points: Points) -> str:
        if points not in self.tables:
            self.tables.append(points)
        return f"t_{self.tables.index(points)}"

    def temporary(self) -> str:
        self.temporaries += 1
        return f"m_{self.temporaries}"

    def write(self, node: Node) -> str:
        """The text of a tree."""
        d = self.dialect
        match node:
            case Number():
                return self.number(node.value)
            case Word():
                return f"'{node.value}'"
            case Name():
                return d.name(node.name)
            case Decided():
                return self._option(node.decision)
            case Negate():
                return f"(-{self.write(node.operand)})"
            case Arithmetic():
                left, right = self.write(node.left), self.write(node.right)
                if node.op == "**":
                    return d.power(node.right, left, right)
                return f"({left} {node.op} {right})"
            case Compare():
                op = {"==": d.equal, "!=": d.unequal}.get(node.op, node.op)
                return f"({self.write(node.left)} {op} {self.write(node.right)})"
            case Logic():
                template = d.conjunction if node.op == "and" else d.disjunction
                return template.format(self.write(node.left), self.write(node.right))
            case Not():
                return d.negation.format(self.write(node.operand))
            case Choose():
                parts = (self.write(node.yes), self.write(node.condition), self.write(node.no))
                return d.choose.format(*parts)
            case Call():
                return self._call(node)
            case Points():
                return self.table(node)

    def _option(self, decision: str) -> str:
        if self.dialect.option is None:
            raise TypeError("this dialect knows no decisions")
        return self.dialect.option(decision)

    def _call(self, node: Call) -> str:
        arguments = node.arguments
        match node.function:
            case "min" | "max":
                first = arguments[0]
                if len(arguments) == 2:
                    return self.dialect.pick(self, node.function, first, arguments[1])
                return self.dialect.pick(self, node.function, Call(node.function, arguments[:-1]), arguments[-1])
            case "clip":
                x, low, high = arguments
                return self.dialect.pick(self, "min", Call("max", (x, low)), high)
            case "at" | "change":
                return self._series(node)
            case "lookup":
                arguments = arguments[:2]
        template: str = getattr(FUNCTIONS[node.function], self.dialect.column)
        if not template:
            raise TypeError(f"{node.function} is rewritten before it is printed")
        return template.format(*(self.write(argument) for argument in arguments))

    def _series(self, node: Call) -> str:
        at = self.dialect.at
        if at is None:
            raise TypeError(f"this dialect knows no {node.function}")
        name, *years = node.arguments
        values = [
            at(name.name, int(year.value)) for year in years if isinstance(name, Name) and isinstance(year, Number)
        ]
        return values[0] if node.function == "at" else f"({values[1]} - {values[0]})"


class _Nothing:
    """A scope without names: for trees of literals."""

    def value(self, name: str) -> float:
        raise KeyError(name)

    def value_at(self, name: str, year: int) -> float:
        raise KeyError(name)

    def option(self, decision: str) -> str:
        raise KeyError(decision)


def fold(node: Node) -> Node:
    """Compute what consists of literals only, by the reference meaning, so that no target does it.

    A literal division by zero would be an exception in Python and an infinity elsewhere. A power
    of 0.5 is a square root, which every target computes faster.
    """
    literal = not any(isinstance(part, Name | Decided | Compare | Choose) for part in walk(node))
    if literal and isinstance(node, Arithmetic | Negate | Call):
        return Number(float(evaluate(node, _Nothing())), start=node.start, end=node.end)
    short = rebuilt(node, fold)
    if isinstance(short, Arithmetic) and short.op == "**" and short.right == Number(0.5):
        return Call("sqrt", (short.left,), start=node.start, end=node.end)
    return short
