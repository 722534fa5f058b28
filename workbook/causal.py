"""What drives what: the links between all quantities, read from the equations, with their signs.

A sign is a slope, measured at many states of many runs: ``+`` more of the cause makes more of the
effect, ``-`` less, ``?`` now the one and now the other, ``0`` nothing at any state that was seen.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib.util import find_spec
from typing import Any, Literal

from workbook.beforehand import worked_out
from workbook.engine.rewrite import Rewriter
from workbook.errors import DivergenceError, Problem
from workbook.expr.nodes import Node, Number, names_in
from workbook.expr.to_numpy import computed
from workbook.model import Loop, Scenario
from workbook.plays import random_plays
from workbook.setting import plan_of, setting_of
from workbook.simulate import Simulator

Sign = Literal["+", "-", "?", "0"]

STEPS = (1e-4, 0.05, 0.5)
"""How far a cause is moved to either side, as a share of its spread; the next only when nothing moved."""
PLAYS = 24
"""Random plays whose states are looked at beside those of the worlds."""
DUST = 1e-11
"""A difference smaller than this share of the value is rounding."""
LONGEST = 12
"""Links of the longest circle that is counted: without a limit there are too many to count."""


@dataclass(frozen=True, slots=True)
class Link:
    """One cause and one effect; ``delayed`` when it takes time to come through."""

    cause: str
    effect: str
    sign: Sign
    delayed: bool = False


@dataclass(frozen=True, slots=True)
class Circle:
    """A named loop as it is found in the model: a link from each name to the next, None where there is none."""

    loop: Loop
    links: tuple[Link | None, ...]

    @property
    def kind(self) -> str:
        """What the signs make of it: reinforcing, balancing, or an empty string when they do not say."""
        signs = [link.sign for link in self.links if link is not None]
        if len(signs) < len(self.links) or not set(signs) <= {"+", "-"}:
            return ""
        return "balancing" if signs.count("-") % 2 else "reinforcing"


class Causes:
    """All links of a scenario.

    Parameters
    ----------
    simulator : Simulator
        Runs the worlds and some random plays, at whose states the slopes are measured.
    """

    def __init__(self, simulator: Simulator) -> None:
        self.simulator = simulator
        self.scenario = simulator.scenario

    @cached_property
    def links(self) -> Mapping[tuple[str, str], Link]:
        """Every link by (cause, effect): of equations, of flows into and out of stocks, of delays."""
        if find_spec("numpy") is None:
            return {(link[0], link[1]): Link(*link) for link in worked_out(self.scenario, "links")}
        s, slopes = self.scenario, _Slopes(self.simulator)
        found: dict[tuple[str, str], Link] = {}
        for effect in (*s.inputs, *s.variables, *s.indicators):
            for cause, signs in slopes.into(effect).items():
                found[cause, effect] = Link(cause, effect, _sum({sign for sign, _ in signs}), any(d for _, d in signs))
        for stock in s.stocks.values():
            found |= {(name, stock.name): Link(name, stock.name, "+", delayed=True) for name in stock.inflows}
            found |= {(name, stock.name): Link(name, stock.name, "-", delayed=True) for name in stock.outflows}
        return found

    def circle(self, loop: Loop) -> Circle:
        """A named loop with the link behind each of its steps."""
        pairs = zip(loop.through, [*loop.through[1:], loop.through[0]], strict=True)
        return Circle(loop, tuple(self.links.get(pair) for pair in pairs))

    def through(self, name: str) -> int:
        """How many circles of at most :data:`LONGEST` links run through a name."""
        return self.counted[1].get(name, 0)

    @cached_property
    def counted(self) -> tuple[int, Mapping[str, int]]:
        """How many circles there are, and through each name how many of them run."""
        if find_spec("numpy") is None:
            count, through = worked_out(self.scenario, "circles")
            return count, through
        return len(self.circles), Counter(name for circle in self.circles for name in circle)

    @cached_property
    def circles(self) -> list[list[str]]:
        """Every circle of at most :data:`LONGEST` links, as the names it runs through."""
        import networkx as nx

        graph = nx.DiGraph(pair for pair, link in self.links.items() if link.sign != "0")
        return list(nx.simple_cycles(graph, length_bound=LONGEST))


@lru_cache(maxsize=16)
def causes_of(scenario: Scenario) -> Causes:
    """The links of a scenario; measured once."""
    return Causes(Simulator(scenario))


def check_loops(scenario: Scenario) -> list[Problem]:
    """Named loops that are not in the model, or whose signs make them something else than they are said to be."""
    causes = causes_of(scenario)
    return [problem for loop in scenario.loops for problem in _wrong(causes.circle(loop))]


def _wrong(circle: Circle) -> Iterator[Problem]:
    loop = circle.loop
    steps = list(zip(loop.through, [*loop.through[1:], loop.through[0]], circle.links, strict=True))
    for first, second, link in steps:
        names = {"loop": loop.name, "first": first, "second": second}
        if link is None:
            yield Problem("loop-broken", loop.place, names)
        elif link.sign in ("?", "0"):
            yield Problem("loop-idle" if link.sign == "0" else "loop-wavers", loop.place, names)
    if circle.kind and circle.kind != loop.kind:
        path = " ".join([*(f"{first} {link.sign}→" for first, _, link in steps if link), loop.through[0]])
        code = "loop-balances" if circle.kind == "balancing" else "loop-reinforces"
        yield Problem(code, loop.place, {"loop": loop.name, "path": path})


class _Slopes:
    """Slopes of every equation at every state."""

    def __init__(self, simulator: Simulator) -> None:
        rewriter = Rewriter(simulator.scenario)
        s = simulator.scenario
        for variable in s.variables.values():
            rewriter.add(variable.name, variable.equals)
        for indicator in s.indicators.values():
            rewriter.add(indicator.name, indicator.equals)
        self.nodes: dict[str, Node] = {e.name: e.node for e in rewriter.equations}
        self.nodes |= {stock.name: stock.net for stock in rewriter.stocks}
        self.values = _states(simulator)
        self.bounds = {lever.name: (lever.low, lever.high) for lever in s.levers.values()}

    def into(self, effect: str, way: Sign = "+", passed: tuple[str, ...] = ()) -> dict[str, set[tuple[Sign, bool]]]:
        """What an equation reads by name, through hidden stocks of delays: (sign, delayed) of each way."""
        found: dict[str, set[tuple[Sign, bool]]] = {}
        for cause in names_in(self.nodes.get(effect, Number(0.0))) - {effect, *passed}:
            sign = _product(way, self.sign(cause, effect))
            if "__" not in cause:
                found.setdefault(cause, set()).add((sign, bool(passed)))
            elif not cause.endswith("__data"):
                # How long a delay takes changes when something comes, not whether it is more.
                sign = "?" if cause.endswith("_years") else sign
                for name, signs in self.into(cause, sign, (*passed, effect)).items():
                    found.setdefault(name, set()).update(signs)
        return found

    def sign(self, cause: str, effect: str) -> Sign:
        """The sign of the slope at all states, by central differences."""
        import numpy as np

        here = self.values.get(cause)
        if here is None:  # not a single run stayed within the numbers
            return "0"
        spread = float(np.ptp(here)) or float(np.abs(here).max()) or 1.0
        low, high = self.bounds.get(cause, (-np.inf, np.inf))
        for share in STEPS:
            up = self._at(effect, cause, np.minimum(here + share * spread, high))
            down = self._at(effect, cause, np.maximum(here - share * spread, low))
            with np.errstate(invalid="ignore"):
                moved = np.abs(up - down) > DUST * np.maximum(np.abs(up), np.abs(down))
                signs = set(np.sign(up - down)[moved & np.isfinite(up) & np.isfinite(down)].tolist())
            if signs:
                return "?" if len(signs) > 1 else "+" if signs == {1.0} else "-"
        return "0"

    def _at(self, effect: str, cause: str, values: Any) -> Any:
        import numpy as np

        node = self.nodes[effect]
        read = {name: self.values[name] for name in (*names_in(node), "time")}
        return np.broadcast_to(computed(np, node, read | {cause: values}), values.shape)


def _states(simulator: Simulator) -> dict[str, Any]:
    """The value of every name in the middle of each year, in each world and in some random plays."""
    import numpy as np

    s, time = simulator.scenario, simulator.scenario.time
    steps = [time.index(year) + time.steps_per_year // 2 for year in time.years]
    plays = random_plays(simulator, PLAYS)
    columns: dict[str, list[float]] = {}
    for setting in (*(setting_of(s, world) for world in s.worlds), *map(plays.setting, range(PLAYS))):
        try:
            run = simulator.run(setting)
        except DivergenceError:
            continue
        plan = plan_of(s, setting)
        for step in steps:
            segment = max(k for k, bound in enumerate(simulator.program.bounds[:-1]) if bound <= step)
            now = dict(zip(run.names, run.rows[step], strict=True))
            now |= dict(zip(s.levers, plan[segment], strict=True))
            now |= {c.name: c.value for c in s.constants.values()} | {"time": time.at(step)}
            for name, value in now.items():
                columns.setdefault(name, []).append(value)
    return {name: np.array(values) for name, values in columns.items()}


def _product(a: Sign, b: Sign) -> Sign:
    if "0" in (a, b):
        return "0"
    return "?" if "?" in (a, b) else "+" if a == b else "-"


def _sum(signs: set[Sign]) -> Sign:
    """Of several ways from a cause to an effect."""
    moving = signs - {"0"}
    return "?" if len(moving) > 1 else next(iter(moving), "0")
