"""The tree as NumPy over arrays: one element per run. Imports no NumPy itself; the caller does.

Both branches of a choice are computed and one is taken, so warnings about the other are noise:
run the text under ``numpy.errstate(all="ignore")``.
"""

from __future__ import annotations

from workbook.expr.nodes import Node
from workbook.expr.printer import Dialect, Printer


def _power(exponent: Node, left: str, right: str) -> str:
    return f"({left} ** {right})"


def _pick(printer: Printer, function: str, a: Node, b: Node) -> str:
    name = "minimum" if function == "min" else "maximum"
    return f"({name}({printer.write(a)}, {printer.write(b)}) + 0.0)"


NUMPY = Dialect(
    column="numpy",
    choose="where({1}, {0}, {2})",
    negation="logical_not({0})",
    conjunction="logical_and({0}, {1})",
    disjunction="logical_or({0}, {1})",
    equal="==",
    unequal="!=",
    true="True",
    false="False",
    infinity="inf",
    nan="nan",
    power=_power,
    pick=_pick,
)

NUMPY_NAMES = (
    "absolute", "exp", "inf", "log", "log10", "logical_and", "logical_not", "logical_or",
    "maximum", "minimum", "nan", "sqrt", "where",
)  # fmt: skip
"""What printed NumPy text takes from the numpy module; ``interp`` is handed over with the tables."""
