"""What a caller wishes for, checked before anything is computed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from workbook.errors import UsageError, nearest
from workbook.expr.functions import FUNCTIONS
from workbook.expr.nodes import Call, Compare, Decided, Name, Node, Number, Word, walk
from workbook.expr.parse import ExprError, parse
from workbook.messages import message
from workbook.model import Scenario


def whole(name: str, value: object, low: int, high: int) -> int:
    """A whole number within its bounds, both included; anything else is refused."""
    if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
        raise UsageError("ensemble-number", name=name, low=low, high=high, value=str(value))
    return value


def word(name: str, value: str, allowed: Iterable[str]) -> str:
    """One of some words; any other is refused with the nearest."""
    known = list(allowed)
    if value not in known:
        raise UsageError("ensemble-word", name=name, value=value, nearest=nearest(str(value), known), allowed=known)
    return value


def known(kind: str, names: Sequence[str] | str | None, allowed: Mapping[str, object]) -> tuple[str, ...]:
    """Names of a kind (indicator, world, lever …), each once; all of them when none is named.

    Raises
    ------
    UsageError
        With every name that does not exist.
    """
    wanted = tuple(allowed) if names is None else (names,) if isinstance(names, str) else tuple(dict.fromkeys(names))
    wrong = [name for name in wanted if name not in allowed]
    if wrong:
        near = nearest(str(wrong[0]), allowed)
        raise UsageError(f"usage-{kind}", name=", ".join(map(str, wrong)), nearest=near, allowed=list(allowed))
    if not wanted:
        raise UsageError("insight-nothing", name=kind)
    return wanted


def years_of(scenario: Scenario, years: Sequence[int] | int | None) -> tuple[int, ...]:
    """Years in which levers act; the last one when none is named."""
    time = scenario.time
    wanted = (time.years[-1],) if years is None else (years,) if isinstance(years, int) else tuple(years)
    return tuple(whole("year", year, time.acting, time.years[-1]) for year in wanted)


def condition_of(scenario: Scenario, text: str) -> Node:
    """A condition as the story writes it, ``loneliness >= 12 and decision.heat == 'app'``.

    Raises
    ------
    UsageError
        With the place of the fault, and with every name that does not exist.
    """
    s = scenario
    try:
        node = parse(text, "truth")
    except ExprError as error:
        detail = message(error.code, None, **error.values)
        raise UsageError("insight-condition", text=text, column=error.start + 1, detail=detail) from error
    names = {*s.levers, *s.constants, *s.inputs, *s.stocks, *s.variables, *s.indicators, "time"}
    wrong = []
    for part in walk(node):
        if isinstance(part, Name) and part.name not in names:
            wrong.append((part.name, nearest(part.name, names)))
        elif isinstance(part, Call):
            _call(s, text, part)
        elif isinstance(part, Compare) and isinstance(part.left, Decided):
            decision, right = part.left.decision, part.right
            if decision not in s.decisions:
                wrong.append((f"decision.{decision}", nearest(decision, s.decisions)))
            elif isinstance(right, Word) and right.value not in s.decisions[decision].options:
                wrong.append((f"'{right.value}'", nearest(right.value, s.decisions[decision].options)))
    if wrong:
        near = next((hint for _, hint in wrong if hint), "")
        raise UsageError("usage-name", name=", ".join(dict.fromkeys(name for name, _ in wrong)), nearest=near)
    return node


def _call(scenario: Scenario, text: str, call: Call) -> None:
    """Refuse what only equations may call, and years that have no value."""
    if FUNCTIONS[call.function].use == "equations":
        detail = message("function-story", name=call.function)
        raise UsageError("insight-condition", text=text, column=call.start + 1, detail=detail)
    if call.function in ("at", "change"):
        for year in call.arguments[1:]:
            if isinstance(year, Number):
                whole("year", int(year.value), scenario.time.years[0], scenario.time.years[-1])
