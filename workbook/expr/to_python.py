"""The tree as plain Python over floats: one run, as fast as written by hand.

The text uses Python's own operators, which raise where IEEE arithmetic would answer with infinity
or NaN. Whoever runs it catches ``ArithmeticError`` and ``ValueError`` and lets
:mod:`workbook.expr.evaluate` settle the matter; so the common case pays nothing for the rare one.
"""

from __future__ import annotations

import math

from workbook.expr.evaluate import interpolate, power
from workbook.expr.nodes import Name, Node, Number
from workbook.expr.printer import Dialect, Printer

NAMESPACE = {
    "abs": abs,
    "exp": math.exp,
    "log": math.log,
    "log10": math.log10,
    "sqrt": math.sqrt,
    "pow": math.pow,
    "power": power,
    "inf": math.inf,
    "nan": math.nan,
    "lookup": lambda x, table: interpolate(x, *table),
}
"""All that printed Python may call."""


def _power(exponent: Node, left: str, right: str) -> str:
    # `**` of a negative base and a fraction would be complex; with a whole exponent it cannot be.
    if not isinstance(exponent, Number) or exponent.value == 0.5:
        return f"power({left}, {right})"
    return f"({left} ** {right})" if exponent.value.is_integer() else f"pow({left}, {right})"


def _operand(printer: Printer, node: Node) -> tuple[str, str]:
    """The text that computes an operand, and the text that reads it again."""
    text = printer.write(node)
    if isinstance(node, Name | Number):
        return text, text
    temporary = printer.temporary()
    return f"({temporary} := {text})", temporary


def _pick(printer: Printer, function: str, a: Node, b: Node) -> str:
    """Write min and max without a call; the last branch is reached by NaN only, which it keeps."""
    first, x = _operand(printer, a)
    second, y = _operand(printer, b)
    op = "<" if function == "min" else ">"
    return f"(({x} if {first} {op} {second} else {y} if {y} {op}= {x} else {x} + {y}) + 0.0)"


PYTHON = Dialect(
    column="python",
    choose="({0} if {1} else {2})",
    negation="(not {0})",
    conjunction="({0} and {1})",
    disjunction="({0} or {1})",
    equal="==",
    unequal="!=",
    true="True",
    false="False",
    infinity="inf",
    nan="nan",
    power=_power,
    pick=_pick,
)
