"""The tree walked directly: the reference meaning of every node.

Slow and plain. It judges story conditions, explains which part of an equation went wrong, and
settles what the printed programs must agree with. The rules for special values stand here:
everything is an IEEE double; outside its domain a function is NaN; too large is infinity.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Callable, Mapping
from typing import Protocol

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
)

Value = float | bool | str


class Scope(Protocol):
    """Where a tree finds its values."""

    def value(self, name: str) -> float:
        """The value of a name now; ``time`` is a name too."""

    def value_at(self, name: str, year: int) -> float:
        """The value of a name in a year."""

    def option(self, decision: str) -> str:
        """The option chosen in a decision."""


def evaluate(node: Node, scope: Scope) -> Value:
    """The value of a tree: float, bool or str by its kind."""
    match node:
        case Number():
            return node.value
        case Name():
            return scope.value(node.name)
        case Word():
            return node.value
        case Decided():
            return scope.option(node.decision)
        case Negate():
            return -number(node.operand, scope)
        case Arithmetic():
            return ARITHMETIC[node.op](number(node.left, scope), number(node.right, scope))
        case Compare():
            return _compare(node, evaluate(node.left, scope), evaluate(node.right, scope))
        case Logic():
            left = bool(evaluate(node.left, scope))
            if node.op == "and":
                return left and bool(evaluate(node.right, scope))
            return left or bool(evaluate(node.right, scope))
        case Not():
            return not evaluate(node.operand, scope)
        case Choose():
            chosen = node.yes if evaluate(node.condition, scope) else node.no
            return evaluate(chosen, scope)
        case Call():
            return _call(node, scope)
        case Points():
            raise TypeError("a table has no value of its own")


def number(node: Node, scope: Scope) -> float:
    """The value of a tree that yields a number."""
    return float(evaluate(node, scope))


def divide(a: float, b: float) -> float:
    """IEEE division: x/0 is an infinity with the sign of both, 0/0 is NaN."""
    try:
        return a / b
    except ZeroDivisionError:
        if a == 0 or math.isnan(a):
            return math.nan
        return math.copysign(math.inf, a) * math.copysign(1.0, b)


def power(a: float, b: float) -> float:
    """C's ``pow``: a negative base with a fractional exponent is NaN, 0 to a negative infinity.

    The power of 0.5 is the square root, also of what is not finite.
    """
    if b == 0.5:
        return _ONE["sqrt"](a)
    try:
        return math.pow(a, b)
    except OverflowError:
        return -math.inf if a < 0 and b % 2 == 1 else math.inf
    except ValueError:
        if a != 0:
            return math.nan
        return math.copysign(math.inf, a) if b % 2 == 1 else math.inf


def smallest(a: float, b: float) -> float:
    """Give the smaller of two; NaN with any NaN; never -0."""
    return math.nan if a != a or b != b else (a if a < b else b) + 0.0


def largest(a: float, b: float) -> float:
    """Give the larger of two; NaN with any NaN; never -0."""
    return math.nan if a != a or b != b else (a if a > b else b) + 0.0


def interpolate(x: float, xs: tuple[float, ...], ys: tuple[float, ...]) -> float:
    """A table read with straight lines between its points and its edge values outside."""
    if x != x:
        return x
    if x <= xs[0]:
        return ys[0]
    if x >= xs[-1]:
        return ys[-1]
    i = bisect_right(xs, x) - 1
    return ys[i] + (x - xs[i]) * ((ys[i + 1] - ys[i]) / (xs[i + 1] - xs[i]))


def _guarded(function: Callable[[float], float], at_zero: float, on_overflow: float) -> Callable[[float], float]:
    def guarded(x: float) -> float:
        try:
            return function(x)
        except OverflowError:
            return on_overflow
        except ValueError:
            return at_zero if x == 0 else math.nan

    return guarded


ARITHMETIC: Mapping[str, Callable[[float, float], float]] = {
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "/": divide,
    "**": power,
}

_ONE: Mapping[str, Callable[[float], float]] = {
    "abs": abs,
    "exp": _guarded(math.exp, math.nan, math.inf),
    "ln": _guarded(math.log, -math.inf, math.inf),
    "log10": _guarded(math.log10, -math.inf, math.inf),
    "sqrt": _guarded(math.sqrt, math.nan, math.inf),
}


def _compare(node: Compare, left: Value, right: Value) -> bool:
    match node.op:
        case "==":
            return left == right
        case "!=":
            return left != right
        case "<":
            return float(left) < float(right)
        case "<=":
            return float(left) <= float(right)
        case ">":
            return float(left) > float(right)
        case ">=":
            return float(left) >= float(right)


def _call(node: Call, scope: Scope) -> float:
    arguments = node.arguments
    match node.function:
        case "min" | "max":
            pick = smallest if node.function == "min" else largest
            result = number(arguments[0], scope)
            for argument in arguments[1:]:
                result = pick(result, number(argument, scope))
            return result
        case "clip":
            x, low, high = (number(argument, scope) for argument in arguments)
            return smallest(largest(x, low), high)
        case "logistic":
            return divide(1.0, 1.0 + _ONE["exp"](-number(arguments[0], scope)))
        case "lookup":
            points = arguments[1]
            assert isinstance(points, Points)  # noqa: S101 - the parser saw to it
            return interpolate(number(arguments[0], scope), points.xs, points.ys)
        case "at" | "change":
            series = arguments[0]
            assert isinstance(series, Name)  # noqa: S101 - the parser saw to it
            years = [int(number(argument, scope)) for argument in arguments[1:]]
            if node.function == "at":
                return scope.value_at(series.name, years[0])
            return scope.value_at(series.name, years[1]) - scope.value_at(series.name, years[0])
        case function if function in _ONE:
            return _ONE[function](number(arguments[0], scope))
        case function:
            raise TypeError(f"{function} is rewritten before a tree is walked")
