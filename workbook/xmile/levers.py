"""Which constants of a model become levers: those asked for, else those for which the file gives a range.

A lever needs a grid on which its value of today lies. It is looked for in decimal fractions, so that
no setting is rounded.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal

from workbook.errors import UsageError, nearest
from workbook.expr.nodes import names_in
from workbook.folder.quantities import MAX_POSITIONS
from workbook.xmile.model import Equations
from workbook.xmile.names import key_of

Reason = Literal["asked", "range", "assumed", "narrowed"]
FINE = 50
"""Settings that a lever has about, when nobody says how many."""
ASSUMED = 3
"""Levers that are made of the first constants when the file gives no range at all."""

_WISH = re.compile(r"(?P<name>.+?)(?::(?P<low>[^:]+):(?P<high>[^:]+):(?P<step>[^:]+))?", re.DOTALL)


@dataclass(frozen=True, slots=True)
class LeverChoice:
    """A constant that becomes a lever, in its own unit."""

    key: str
    low: float
    high: float
    step: float
    default: float
    reason: Reason
    given: bool = False
    """Whether a person named the ends; they then stay."""


def choose_levers(equations: Equations, wishes: Iterable[str]) -> Mapping[str, LeverChoice]:
    """The levers of a model.

    Parameters
    ----------
    wishes
        ``NAME`` or ``NAME:low:high:step`` as on the command line; none: the file decides.

    Raises
    ------
    UsageError
        For a wish that names no constant or a range on which its value does not lie, and for a model
        with no constant at all.
    """
    entries = equations.model.entries
    flows = {flow for e in entries.values() for flow in (*e.inflows, *e.outflows)}
    constants = {key: value for key, e in entries.items() if e.kind == "aux" and e.points is None
                 and key not in flows and (value := equations.literal(key)) is not None}  # fmt: skip
    chosen = {c.key: c for c in (_wished(wish, equations, constants) for wish in wishes)}
    if chosen:
        return chosen
    read = frozenset().union(*(names_in(node) for key, node in equations.nodes.items() if entries[key].kind != "stock"))
    moving = {key: value for key, value in constants.items() if key in read}
    for key, value in moving.items():
        entry = entries[key]
        if entry.low is not None and entry.high is not None:
            choice = _fitting(key, entry.low, entry.high, value, "range")
            if choice is not None:
                chosen[key] = choice
    for key, value in moving.items() if not chosen else ():
        choice = _around(key, value)
        if choice is not None and len(chosen) < ASSUMED:
            chosen[key] = choice
    if not chosen:
        raise UsageError("xmile-no-lever", file=equations.model.file)
    return chosen


def _wished(wish: str, equations: Equations, constants: Mapping[str, float]) -> LeverChoice:
    match = _WISH.fullmatch(wish)
    name = match["name"] if match else wish
    key = key_of(name)
    if key not in constants:
        near = nearest(key, constants)
        labels = [equations.model.entries[k].label for k in constants]
        raise UsageError(
            "xmile-lever-unknown",
            name=name,
            nearest=equations.model.entries[near].label if near else "",
            allowed=labels,
        )
    value = constants[key]
    choice: LeverChoice | None
    if match is None or match["low"] is None:
        entry = equations.model.entries[key]
        choice = None
        if entry.low is not None and entry.high is not None:
            choice = _fitting(key, entry.low, entry.high, value, "asked")
        choice = choice or _around(key, value, "asked")
    else:
        low, high, step = (_decimal(match[part]) for part in ("low", "high", "step"))
        fits = low is not None and high is not None and step is not None and low < high and low <= value <= high
        choice = _on_grid(LeverChoice(key, low, high, step, value, "asked", given=True)) if fits else None  # type: ignore[arg-type]
    if choice is None:
        raise UsageError("xmile-lever-grid", name=name, value=value, limit=MAX_POSITIONS)
    return choice


def _decimal(text: str) -> float | None:
    return float(text) if re.fullmatch(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,3})?", text, re.ASCII) else None


def _exact(value: float) -> Fraction:
    """A decimal fraction as it is written."""
    return Fraction(repr(value))


def _on_grid(choice: LeverChoice) -> LeverChoice | None:
    step = _exact(choice.step)
    if step <= 0:
        return None
    spans = [(_exact(end) - _exact(choice.low)) / step for end in (choice.high, choice.default)]
    return choice if all(s.denominator == 1 for s in spans) and spans[0] < MAX_POSITIONS else None


def _fitting(key: str, low: float, high: float, value: float, reason: Reason) -> LeverChoice | None:
    """A grid between two ends on which a value lies; None when there is none with few enough settings."""
    if not low <= value <= high or low >= high:
        return None
    span, here = _exact(high) - _exact(low), _exact(value) - _exact(low)
    whole = span.denominator * here.denominator
    widest = Fraction(math.gcd(int(span * whole), int(here * whole)), whole)
    for parts in (100, 50, 20, 10, 5, 4, 2, 1):
        step = widest / parts
        if span / step <= FINE:
            return _on_grid(LeverChoice(key, low, high, float(step), value, reason))
    # No step leads from end to end over the value: the grid begins at the value and ends before the ends.
    step = Fraction(10) ** math.floor(math.log10(span / 20))
    down, up = int(here / step), int((span - here) / step)
    ends = (float(_exact(value) - down * step), float(_exact(value) + up * step))
    return _on_grid(LeverChoice(key, *ends, float(step), value, reason))


def _around(key: str, value: float, reason: Reason = "assumed") -> LeverChoice | None:
    """Half of a value to one and a half of it: an assumption, told as such."""
    if not value:
        return None
    ends = sorted(float(_exact(value) * Fraction(k, 2)) for k in (1, 3))
    return _fitting(key, ends[0], ends[1], value, reason)


def narrowed(choice: LeverChoice) -> LeverChoice | None:
    """Half the way to both ends; None when nothing is left. Ends that a person named stay."""
    if choice.given:
        return choice
    step, here = _exact(choice.step), _exact(choice.default)
    down = int((here - _exact(choice.low)) / step) // 2
    up = int((_exact(choice.high) - here) / step) // 2
    if not down + up:
        return None
    return replace(choice, low=float(here - down * step), high=float(here + up * step), reason="narrowed")
