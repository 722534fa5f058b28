"""Random expressions of every kind, values for their names, and settings of a scenario."""

from __future__ import annotations

import random
from collections.abc import Iterator

from hypothesis import strategies as st

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
    children,
)
from workbook.model import Scenario
from workbook.setting import Setting, setting_of

NAMES = ("a", "b", "c", "d", "e")
DEPTH = 5

_ODD = (0.0, 0.5, 1.0, 2.0, 3.0, 1e-300, 1e-9, 0.1, 710.0, 1e9, 1e155, 1.7e308)

literals = st.one_of(
    st.sampled_from(_ODD), st.integers(0, 20).map(float), st.floats(0, 1e6, allow_nan=False, allow_subnormal=False)
).map(abs)
"""Numbers as an author may write them: never negative."""

values = st.one_of(literals, literals.map(lambda x: -x), st.floats(-10, 10, allow_subnormal=False))
"""Values that names take, minus zero among them."""

scopes = st.tuples(*(values for _ in NAMES)).map(lambda row: dict(zip(NAMES, row, strict=True)))

tables = st.lists(
    st.tuples(st.integers(-20, 20), st.floats(-100, 100, allow_subnormal=False)), min_size=2, max_size=5,
    unique_by=lambda p: p[0],
).map(lambda points: Points(*(tuple(map(float, column)) for column in zip(*sorted(points), strict=True))))  # fmt: skip

_LEAVES = st.one_of(literals.map(Number), st.sampled_from(NAMES).map(Name))
_ONE = ("abs", "exp", "ln", "log10", "sqrt", "logistic")


@st.composite
def numbers(draw: st.DrawFn, depth: int = DEPTH, *, story: bool = False) -> Node:
    """An expression that yields a number; with ``story`` also what only a story may ask."""
    if depth <= 1 or draw(st.integers(0, 5)) == 0:
        return draw(_LEAVES)
    inner = numbers(depth - 1, story=story)
    kinds = ["arithmetic"] * 3 + ["negate", "choose", "one", "extreme", "clip", "lookup"] + ["series"] * story
    match draw(st.sampled_from(kinds)):
        case "arithmetic":
            return Arithmetic(draw(st.sampled_from(("+", "-", "*", "/", "**"))), draw(inner), draw(inner))
        case "negate":
            return Negate(draw(inner))
        case "choose":
            return Choose(draw(truths(depth - 1, story=story)), draw(inner), draw(inner))
        case "one":
            return Call(draw(st.sampled_from(_ONE)), (draw(inner),))
        case "extreme":
            arguments = draw(st.lists(inner, min_size=2, max_size=4))
            return Call(draw(st.sampled_from(("min", "max"))), tuple(arguments))
        case "clip":
            return Call("clip", (draw(inner), draw(inner), draw(inner)))
        case "lookup":
            unit = draw(st.sampled_from(((), (Word("euro"),))))
            return Call("lookup", (draw(inner), draw(tables), *unit))
        case _:
            name, year = Name(draw(st.sampled_from(NAMES))), st.integers(2015, 2030).map(lambda y: Number(float(y)))
            if draw(st.booleans()):
                return Call("at", (name, draw(year)))
            return Call("change", (name, draw(year), draw(year)))


@st.composite
def truths(draw: st.DrawFn, depth: int = DEPTH, *, story: bool = False) -> Node:
    """An expression that yields a truth value."""
    kinds = ["compare"] if depth <= 1 else ["compare", "compare", "logic", "not"]
    match draw(st.sampled_from(kinds + ["decided"] * story)):
        case "compare":
            op = draw(st.sampled_from(("<", "<=", ">", ">=", "==", "!=")))
            inner = numbers(max(depth - 1, 1), story=story)
            return Compare(op, draw(inner), draw(inner))
        case "logic":
            inner = truths(depth - 1, story=story)
            return Logic(draw(st.sampled_from(("and", "or"))), draw(inner), draw(inner))
        case "not":
            return Not(draw(truths(depth - 1, story=story)))
        case _:
            return Compare(draw(st.sampled_from(("==", "!="))), Decided("evening"), Word("residents"))


def source(node: Node) -> str:
    """The text that an author would write, every operation in parentheses."""
    parts = [source(child) for child in children(node)]
    match node:
        case Number():
            return repr(node.value)
        case Word():
            return f"'{node.value}'"
        case Name():
            return node.name
        case Decided():
            return f"decision.{node.decision}"
        case Negate():
            return f"(-{parts[0]})"
        case Not():
            return f"(not {parts[0]})"
        case Arithmetic() | Compare() | Logic():
            return f"({parts[0]} {node.op} {parts[1]})"
        case Choose():
            return f"({parts[1]} if {parts[0]} else {parts[2]})"
        case Points():
            return f"[{', '.join(f'[{x!r}, {y!r}]' for x, y in zip(node.xs, node.ys, strict=True))}]"
        case Call():
            years = node.function in ("at", "change")
            if years:
                parts = [parts[0], *(str(int(float(year))) for year in parts[1:])]
            return f"{node.function}({', '.join(parts)})"


def random_setting(scenario: Scenario, dice: random.Random) -> Setting:
    """A world, a position of every lever and an option of every decision by the dice: for many at once."""
    return Setting(
        dice.choice(list(scenario.worlds)),
        tuple((name, lever.value(dice.randrange(lever.positions))) for name, lever in scenario.levers.items()),
        tuple((name, dice.choice(list(d.options))) for name, d in scenario.decisions.items()),
    )


def settings_of(scenario: Scenario) -> st.SearchStrategy[Setting]:
    """Any setting of a scenario."""
    return st.integers(0, 2**32).map(lambda seed: random_setting(scenario, random.Random(seed)))


def random_settings(scenario: Scenario, count: int, seed: int) -> Iterator[Setting]:
    """Seeded settings, every lever position and every option equally likely."""
    draw = random.Random(seed)
    for _ in range(count):
        levers = {n: lv.value(draw.randrange(lv.positions)) for n, lv in scenario.levers.items()}
        choices = {n: draw.choice(list(d.options)) for n, d in scenario.decisions.items()}
        yield setting_of(scenario, levers=levers, choices=choices)


def worlds_of(scenario: Scenario) -> Iterator[Setting]:
    """The setting of each world."""
    return (setting_of(scenario, world) for world in scenario.worlds)
