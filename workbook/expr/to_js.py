"""The tree as JavaScript over doubles. The few functions it calls stand in :data:`PRELUDE`."""

from __future__ import annotations

from dataclasses import replace

from workbook.expr.nodes import Name, Node, Number
from workbook.expr.printer import Dialect, Printer

PRELUDE = """\
// The last branch of min and max is reached by NaN only, which it keeps; + 0 turns -0 into 0.
function min(a, b) { return (a < b ? a : b <= a ? b : a + b) + 0; }
function max(a, b) { return (a > b ? a : b >= a ? b : a + b) + 0; }
// C and Python answer 1 where Math.pow says NaN.
function pow(a, b) {
  if (b === 0.5) return Math.sqrt(a);
  if (a > 0) {
    // Twice as fast as Math.pow and exact to 1e-13 where the result is an ordinary number.
    const e = b * Math.log(a);
    if (e > -700 && e < 700) return Math.exp(e);
  }
  return a === 1 || (a === -1 && (b === Infinity || b === -Infinity)) ? 1 : Math.pow(a, b);
}
function square(x) { return x * x; }
function lookup(x, t) {
  const xs = t[0], ys = t[1], n = xs.length;
  if (x !== x) return x;
  if (x <= xs[0]) return ys[0];
  if (x >= xs[n - 1]) return ys[n - 1];
  let i = 0;
  while (x >= xs[i + 1]) i++;
  return ys[i] + (x - xs[i]) * ((ys[i + 1] - ys[i]) / (xs[i + 1] - xs[i]));
}
"""


def _power(exponent: Node, left: str, right: str) -> str:
    if isinstance(exponent, Number) and exponent.value == 2:
        return f"square({left})"
    return f"pow({left}, {right})"


def _inline_power(exponent: Node, left: str, right: str) -> str:
    """As ``pow`` for ordinary numbers, without its call: what calls return, V8 keeps on the heap."""
    plain = isinstance(exponent, Name) or (isinstance(exponent, Number) and exponent.value not in (0.5, 2))
    if not plain:
        return _power(exponent, left, right)
    return f"((e = {right} * Math.log(a = {left})) > -700 && e < 700 ? Math.exp(e) : pow(a, {right}))"


def _pick(printer: Printer, function: str, a: Node, b: Node) -> str:
    return f"{function}({printer.write(a)}, {printer.write(b)})"


JAVASCRIPT = Dialect(
    column="javascript",
    choose="({1} ? {0} : {2})",
    negation="(!{0})",
    conjunction="({0} && {1})",
    disjunction="({0} || {1})",
    equal="===",
    unequal="!==",
    true="true",
    false="false",
    infinity="Infinity",
    nan="NaN",
    power=_power,
    pick=_pick,
)

LOOPED = replace(JAVASCRIPT, power=_inline_power)
"""For code that is run many times; it needs two variables of its own, ``a`` and ``e``."""
