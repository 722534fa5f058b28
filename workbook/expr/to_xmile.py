"""The tree as an equation of XMILE 1.0, for other system dynamics software.

Every operation stands in parentheses, so that no reader's order of precedence matters. (OASIS, XML
Interchange Language for System Dynamics 1.0, 2015, ch. 3.)
"""

from __future__ import annotations

from workbook.expr.nodes import Node
from workbook.expr.printer import Dialect, Printer


def _power(exponent: Node, left: str, right: str) -> str:
    return f"({left} ^ {right})"


def _pick(printer: Printer, function: str, a: Node, b: Node) -> str:
    return f"{function.upper()}({printer.write(a)}, {printer.write(b)})"


XMILE = Dialect(
    column="xmile",
    choose="(IF {1} THEN {0} ELSE {2})",
    negation="(NOT {0})",
    conjunction="({0} AND {1})",
    disjunction="({0} OR {1})",
    equal="=",
    unequal="<>",
    true="(1 = 1)",
    false="(1 = 0)",
    # A run with such numbers is refused; they can stand in a branch that is never taken.
    infinity="1e308",
    nan="(0 / 0)",
    power=_power,
    pick=_pick,
)
