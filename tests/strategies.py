"""Random expressions of every kind of node, and random settings, for property tests."""

from __future__ import annotations

import random
from functools import cache

from hypothesis import strategies as st

from workbook.expr.nodes import Arithmetic, Call, Choose, Compare, Logic, Name, Negate, Node, Not, Number, Points
from workbook.model import Scenario
from workbook.setting import Setting

NAMES = ("a", "b", "c", "d", "e", "time")
MAGNITUDES = (0.0, 1.0, -1.0, 0.5, 2.0, 3.0, -2.5, 0.1, -0.001, 7.25, 40.0, -12.0, 1e-12, -1e-300, 1e6, -1e9, 1e200, -1e308)
LITERALS = (0.0, 0.5, 1.0, 2.0, 3.0, 0.25, 10.0, 0.1, 1e-6, 1e6, 750.0, 1e300)

_ONE_ARGUMENT = ("abs", "exp", "ln", "log10", "sqrt", "logistic")
_TABLES = (
    Points((0.0, 1.0), (0.0, 10.0)),
    Points((-5.0, 0.0, 2.0, 30.0), (4.0, 1.0, -3.0, 8.0)),
    Points((0.25, 0.5, 0.75, 1e6), (1.0, 1.0, 0.0, 1e3)),
)


def values() -> st.SearchStrategy[dict[str, float]]:
    """A value for each name: ordinary, zero, negative, huge, tiny."""
    return st.fixed_dictionaries({name: st.sampled_from(MAGNITUDES) for name in NAMES})


@cache
def numbers(depth: int = 5) -> st.SearchStrategy[Node]:
    """Expressions that yield a number, of at most this depth."""
    leaf = st.sampled_from([*map(Name, NAMES), *map(Number, LITERALS)])
    if depth == 0:
        return leaf
    part, truth = numbers(depth - 1), truths(depth - 1)
    return st.one_of(
        leaf,
        part.map(Negate),
        st.builds(Arithmetic, st.sampled_from(("+", "-", "*", "/", "**")), part, part),
        st.builds(Choose, truth, part, part),
        st.builds(lambda f, x: Call(f, (x,)), st.sampled_from(_ONE_ARGUMENT), part),
        st.builds(lambda f, xs: Call(f, tuple(xs)), st.sampled_from(("min", "max")), st.lists(part, min_size=2, max_size=3)),
        st.builds(lambda *xs: Call("clip", xs), part, part, part),
        st.builds(lambda x, table: Call("lookup", (x, table)), part, st.sampled_from(_TABLES)),
    )


@cache
def truths(depth: int = 5) -> st.SearchStrategy[Node]:
    """Expressions that yield a truth, of at most this depth."""
    below = max(depth - 1, 0)
    compare = st.builds(Compare, st.sampled_from(("<", "<=", ">", ">=", "==", "!=")), numbers(below), numbers(below))
    if depth == 0:
        return compare
    part = truths(depth - 1)
    return st.one_of(compare, part.map(Not), st.builds(Logic, st.sampled_from(("and", "or")), part, part))


def random_setting(scenario: Scenario, dice: random.Random) -> Setting:
    """A world, a position of every lever and an option of every decision by chance."""
    return Setting(
        dice.choice(list(scenario.worlds)),
        tuple((name, lever.value(dice.randrange(lever.positions))) for name, lever in scenario.levers.items()),
        tuple((name, dice.choice(list(d.options))) for name, d in scenario.decisions.items()),
    )


def settings(scenario: Scenario) -> st.SearchStrategy[Setting]:
    """Any setting of a scenario."""
    return st.integers(0, 2**32).map(lambda seed: random_setting(scenario, random.Random(seed)))
