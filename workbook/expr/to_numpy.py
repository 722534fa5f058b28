"""The tree as NumPy over arrays: one element per run. Imports no NumPy itself; the caller does.

Both branches of a choice are computed and one is taken, so warnings about the other are noise:
run the text under ``numpy.errstate(all="ignore")``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from workbook.expr.nodes import Node, Number
from workbook.expr.printer import Dialect, Printer, fold, variable


def _power(exponent: Node, left: str, right: str) -> str:
    if isinstance(exponent, Number) and exponent.value != 0.5:
        return f"({left} ** {right})"
    return f"power({left}, {right})"


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
"""What printed NumPy text takes from the numpy module; :func:`numpy_names` adds what differs."""


def numpy_names(np: Any) -> dict[str, Any]:
    """All that printed NumPy text may call, made from the numpy module."""
    names = {name: getattr(np, name) for name in NUMPY_NAMES}
    names["interp"] = lambda x, table: np.interp(x, *table)
    # NumPy answers the power of 0.5 by a square root for one exponent, by pow for an array of them.
    names["power"] = lambda a, b: np.where(b == 0.5, np.sqrt(a), a**b)
    return names


def computed(np: Any, node: Node, values: Mapping[str, Any]) -> Any:
    """What a tree yields for many values of its names at once: an array, or one value for all."""
    printer = Printer(NUMPY)
    text = printer.write(fold(node))
    scope = numpy_names(np) | {f"t_{k}": (table.xs, table.ys) for k, table in enumerate(printer.tables)}
    # NumPy's own floats divide by zero as arrays do; Python's would raise.
    scope |= {variable(name): np.float64(value) for name, value in values.items()}
    with np.errstate(all="ignore"):
        return eval(text, scope)  # noqa: S307 - our own printed text
