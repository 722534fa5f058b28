"""One run by walking the trees: slow, never raises, and can say what went wrong.

Called when the printed program met an exception or left the numbers.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from workbook.engine.equations import Equation
from workbook.engine.program import Program
from workbook.engine.scalar import Row
from workbook.errors import DivergenceError
from workbook.expr.evaluate import evaluate, number
from workbook.expr.nodes import Arithmetic, Call, Name, Node, Number, Points, children

DUST = 1e-9
"""How far below zero a stock may fall by rounding, in its own unit."""


class _Now:
    """The names of one moment."""

    def __init__(self, values: dict[str, float]) -> None:
        self.values = values

    def value(self, name: str) -> float:
        return self.values[name]

    def value_at(self, name: str, year: int) -> float:
        raise KeyError(name)

    def option(self, decision: str) -> str:
        raise KeyError(decision)


class CarefulRun:
    """The same steps as the printed program, by the reference meaning of each node."""

    def __init__(self, program: Program) -> None:
        self.program = program

    def begin(self, levers: Row, constants: Row) -> Row:
        """Initial stocks."""
        now = self._moment(0, levers, constants, ())
        self._compute(self.program.beginning, now)
        return tuple(now.values[s.name] for s in self.program.stocks)

    def advance(
        self, first: int, end: int, levers: Row, constants: Row, stocks: Row, append: Callable[[Row], Any]
    ) -> Row:
        """The steps ``first ... end - 1``; a row of ``program.names`` each."""
        program, step = self.program, self.program.time.step
        for i in range(first, end):
            now = self.look(2 * i, levers, constants, stocks)
            append(tuple(now.values[name] for name in program.names))
            slopes = [self._slopes(now)]
            if program.time.method == "rk4":
                for stage in (1, 2, 3):
                    way = step if stage == 3 else 0.5 * step
                    there = tuple(s + way * k for s, k in zip(stocks, slopes[-1], strict=True))
                    half = 2 * i + (2 if stage == 3 else 1)
                    slopes.append(self._slopes(self.look(half, levers, constants, there)))
                k1, k2, k3, k4 = slopes
                total = [a + 2.0 * b + 2.0 * c + d for a, b, c, d in zip(k1, k2, k3, k4, strict=True)]
                stocks = tuple(s + step / 6.0 * k for s, k in zip(stocks, total, strict=True))
            else:
                stocks = tuple(s + step * k for s, k in zip(stocks, slopes[0], strict=True))
        return stocks

    def look(self, half: int, levers: Row, constants: Row, stocks: Row) -> _Now:
        """Every name at a half step."""
        now = self._moment(half, levers, constants, stocks)
        for equations in (self.program.fixed, self.program.lifted, self.program.moving, self.program.indicators):
            self._compute(equations, now)
        return now

    def _moment(self, half: int, levers: Row, constants: Row, stocks: Row) -> _Now:
        program, time = self.program, self.program.time
        i, rest = divmod(half, 2)
        values = {"time": time.start + (i + 0.5 if rest else i) / time.steps_per_year}
        values |= dict(zip(program.levers, levers, strict=True))
        values |= dict(zip(program.constants, constants, strict=True))
        values |= {name: data[half] for name, data in program.inputs.items()}
        values |= {s.name: v for s, v in zip(program.stocks, stocks, strict=False)}
        return _Now(values)

    def _compute(self, equations: Sequence[Equation], now: _Now) -> None:
        for equation in equations:
            now.values[equation.name] = number(equation.node, now)

    def _slopes(self, now: _Now) -> Row:
        return tuple(number(s.net, now) for s in self.program.stocks)


def explain_divergence(
    program: Program, i: int, levers: Row, constants: Row, stocks: Row, texts: Mapping[str, str]
) -> DivergenceError | None:
    """The first thing that is wrong in a step: variable, date and cause; None when nothing is.

    Parameters
    ----------
    stocks : tuple of float
        The stocks at step ``i``.
    texts : mapping
        The source text of each equation, to quote the part that failed.
    """
    time = program.time.at(i)
    for stock, value in zip(program.stocks, stocks, strict=True):
        if not math.isfinite(value):
            return DivergenceError(stock.name, time, "overflow", expression=stock.name, detail=f"{value}")
        if stock.nonnegative and value < -DUST:
            return DivergenceError(stock.name, time, "negative", expression=stock.name, detail=f"{value:.6g}")
    now = CarefulRun(program).look(2 * i, levers, constants, stocks)
    for equation in (*program.fixed, *program.lifted, *program.moving, *program.indicators):
        if not math.isfinite(now.values[equation.name]):
            return _fault(equation, now, time, texts)
    return None


def _fault(equation: Equation, now: _Now, time: float, texts: Mapping[str, str]) -> DivergenceError:
    part = _innermost(equation.node, now)
    owner = equation.name.split("__", maxsplit=1)[0]
    text = texts.get(owner, "")
    quoted = text[part.start : part.end] if part.end > part.start else text
    cause, detail = _cause(part, now, text)
    return DivergenceError(owner, time, cause, expression=quoted or owner, detail=detail)


def _innermost(node: Node, now: _Now) -> Node:
    """The deepest part that is not finite although all its parts are."""
    for child in children(node):
        if isinstance(child, Points):
            continue
        value = evaluate(child, now)
        if isinstance(value, float) and not math.isfinite(value):
            return _innermost(child, now)
    return node


def _cause(part: Node, now: _Now, text: str) -> tuple[str, str]:
    if isinstance(part, Arithmetic) and part.op == "/" and number(part.right, now) == 0:
        return "division", text[part.right.start : part.right.end]
    parts = [c for c in children(part) if isinstance(c, Name | Number) or not isinstance(c, Points)]
    shown = ", ".join(
        f"{text[c.start : c.end]} = {value:.6g}" for c in parts if isinstance(value := evaluate(c, now), float)
    )
    value = evaluate(part, now)
    if isinstance(value, float) and math.isnan(value):
        return ("domain" if isinstance(part, Call) or getattr(part, "op", "") == "**" else "nan"), shown
    domain = isinstance(part, Call) and part.function in ("ln", "log10")
    return ("domain" if domain else "overflow"), shown
