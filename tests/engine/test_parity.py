"""One meaning, four ways: the walked tree, printed Python, printed NumPy, printed JavaScript.

Python falls back to the walker on an exception, as a run does. An expression that rounding alone
turns into something else (1 / (exp(ln(a)) - a)) says nothing about a printer: it is found by
shaking every result by a few parts in 10 ** 13, and left out.
"""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import HealthCheck, given, seed, settings

from tests.node import run_script
from tests.strategies import NAMES, numbers, scopes
from workbook.expr.evaluate import number
from workbook.expr.nodes import Arithmetic, Call, Node, Number, rebuilt
from workbook.expr.printer import Printer, fold, variable
from workbook.expr.to_js import JAVASCRIPT, PRELUDE
from workbook.expr.to_numpy import NUMPY, numpy_names
from workbook.expr.to_python import NAMESPACE, PYTHON

EXAMPLES, PARTS = 2_000, 4
TOLERANCE = 1e-9


class Values(dict[str, float]):
    """A scope of plain numbers."""

    def value(self, name: str) -> float:
        return self[name]


def close(a: float, b: float) -> bool:
    """Whether two results are the same number, the same infinity, or both no number."""
    if math.isnan(a) or math.isnan(b):
        return math.isnan(a) and math.isnan(b)
    if math.isinf(a) or math.isinf(b):
        return a == b
    # What is smaller than any normal number has lost its digits.
    return abs(a - b) <= max(TOLERANCE * max(abs(a), abs(b)), 1e-300)


def shaken(node: Node, by: float) -> Node:
    """The tree with the result of each operation moved a little, neighbours in opposite directions."""
    moved = rebuilt(node, lambda part: shaken(part, -0.7 * by if abs(by) > 1e-15 else -by))
    return Arithmetic("*", moved, Number(1 + by)) if isinstance(node, Arithmetic | Call) else moved


def steady(node: Node, scope: Values) -> bool:
    plain = number(node, scope)
    return all(close(plain, number(shaken(node, by), scope)) for by in (4e-13, -4e-13))


def in_python(node: Node, scope: Values) -> float:
    printer = Printer(PYTHON)
    text = printer.write(node)
    names = NAMESPACE | {f"t_{i}": (t.xs, t.ys) for i, t in enumerate(printer.tables)}
    try:
        return eval(text, names | {variable(n): v for n, v in scope.items()})
    except (ArithmeticError, ValueError):
        return number(node, scope)


def in_numpy(node: Node, scope: Values) -> tuple[float, float]:
    """All names as arrays; and every other name as one number that all runs share."""
    printer = Printer(NUMPY)
    text = printer.write(node)
    names = numpy_names(np) | {f"t_{i}": (t.xs, t.ys) for i, t in enumerate(printer.tables)}
    arrays = {variable(n): np.array([7.0, v]) for n, v in scope.items()}
    mixed = {variable(n): np.float64(v) if i % 2 else np.array([v, v]) for i, (n, v) in enumerate(scope.items())}
    with np.errstate(all="ignore"):
        found = [np.ravel(eval(text, names | given))[-1] for given in (arrays, mixed)]
    return float(found[0]), float(found[1])


def in_javascript(cases: list[tuple[Node, Values]]) -> list[float]:
    """Every case in one Node.js process."""
    printer = Printer(JAVASCRIPT)
    names = ", ".join(variable(n) for n in NAMES)
    functions = [f"({names}) => {printer.write(node)}" for node, _ in cases]
    tables = [f"const t_{i} = [{list(t.xs)!r}, {list(t.ys)!r}];" for i, t in enumerate(printer.tables)]
    script = "\n".join([
        '"use strict";', PRELUDE, *tables, f"const all = [{', '.join(functions)}];",
        "output(data.map((row, i) => String(all[i](...row))));",
    ])  # fmt: skip
    # Minus zero survives JSON only as the text "-0.0", which both sides write alike.
    return [float(text) for text in run_script(script, [list(scope.values()) for _, scope in cases])]


@pytest.mark.parametrize("part", range(PARTS))
def test_random_expressions_agree(part: int) -> None:
    cases: list[tuple[Node, Values]] = []
    left_out = 0

    @seed(part)
    @settings(max_examples=EXAMPLES // PARTS, database=None, suppress_health_check=list(HealthCheck))
    @given(numbers(), scopes)
    def check(node: Node, scope: dict[str, float]) -> None:
        nonlocal left_out
        values = Values(scope)
        plain = number(node, values)
        if not steady(node, values):
            left_out += 1
            return
        short = fold(node)
        assert close(plain, number(short, values))
        assert close(plain, in_python(node, values))
        assert close(plain, in_python(short, values))
        # Literals alone are Python's numbers, also in NumPy's text: a program is folded before it is printed.
        assert all(close(plain, found) for found in in_numpy(short, values))
        cases.extend([(node, values), (short, values)])

    check()
    assert left_out < EXAMPLES / PARTS / 20
    wrong = [
        (node, scope, found)
        for (node, scope), found in zip(cases, in_javascript(cases), strict=True)
        if not close(number(node, scope), found)
    ]
    assert wrong == []


HARD = [
    ("-inf ** 0.5", "(0 - a / b) ** c", {"a": 1.0, "b": 0.0, "c": 0.5}),
    ("inf ** 0", "(a / b) ** 0", {"a": 1.0, "b": 0.0}),
    ("1 ** inf", "1 ** (a / b)", {"a": 1.0, "b": 0.0}),
    ("-1 ** inf", "a ** (b / c)", {"a": -1.0, "b": 1.0, "c": 0.0}),
    ("-8 ** 1/3", "a ** (1 / 3)", {"a": -8.0}),
    ("0 ** -1", "a ** (-1)", {"a": -0.0}),
    ("sign of zero", "1 / max(a, b)", {"a": -0.0, "b": -0.0}),
    ("nan first", "min(a / a, 1)", {"a": 0.0}),
    ("nan last", "max(1, a / a)", {"a": 0.0}),
    ("nan compared", "1 if a / a < 1 or a / a >= 1 else 2", {"a": 0.0}),
    ("nan unequal", "1 if a / a != a / a else 2", {"a": 0.0}),
    ("both sides of or", "1 if a == 0 or 1 / a > 2 else 2", {"a": 0.0}),
    ("both branches", "0 if a <= 0 else ln(a)", {"a": -1.0}),
    ("exp too large", "exp(a)", {"a": 710.0}),
    ("logistic too small", "logistic(a)", {"a": -800.0}),
    ("lookup of nan", "lookup(a / a, [[0, 1], [1, 2]])", {"a": 0.0}),
    ("lookup of inf", "lookup(1 / a, [[0, 1], [1, 2]])", {"a": 0.0}),
    ("times too large", "a * a", {"a": 1e200}),
    ("square too large", "a ** 2", {"a": -1e200}),
    ("cube too large", "a ** 3", {"a": -1e200}),
]


def test_hard_cases_agree() -> None:
    from workbook.expr.parse import parse

    cases = [(parse(text), Values(dict.fromkeys(NAMES, 0.0) | scope)) for _, text, scope in HARD]
    for (title, *_), (node, scope), found in zip(HARD, cases, in_javascript(cases), strict=True):
        plain = number(node, scope)
        for told in (number(fold(node), scope), in_python(node, scope), *in_numpy(fold(node), scope), found):
            assert close(plain, told), title
