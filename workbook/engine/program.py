"""Scenario -> Program: every equation once, in an order in which it can be computed.

Functions of time become comparisons with ``time``; delays become hidden stocks, whose names
contain a double underscore that no author can write. What depends on levers and constants only is
set apart, since it changes when a lever does and not every month.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from graphlib import TopologicalSorter

from workbook.engine.inputs import grid, value_in_year
from workbook.engine.schedule import boundaries
from workbook.expr.nodes import (
    Arithmetic,
    Call,
    Choose,
    Compare,
    Logic,
    Name,
    Negate,
    Node,
    Not,
    Number,
    names_in,
    rebuilt,
    walk,
)
from workbook.expr.printer import fold
from workbook.model import Scenario, Time

A_MOMENT = 1e-9
"""Years by which a time may miss a date and still count as having reached it."""


@dataclass(frozen=True, slots=True)
class Equation:
    name: str
    node: Node


@dataclass(frozen=True, slots=True)
class StockEquation:
    """A stock: its start, and what it gains in a year."""

    name: str
    initial: Node
    net: Node
    nonnegative: bool


@dataclass(frozen=True, slots=True)
class Program:
    """A model in computable order.

    ``inputs`` hold one value for each half step (``2 * count + 3`` values), so that RK4 finds its
    middle and its end. ``bounds`` are the steps at which levers may change, from 0 to ``count + 1``; segment
    ``k`` covers the steps ``bounds[k] ... bounds[k + 1] - 1``. Stocks that must not be negative
    stand first.
    """

    time: Time
    levers: tuple[str, ...]
    constants: tuple[str, ...]
    inputs: Mapping[str, tuple[float, ...]]
    beginning: tuple[Equation, ...]
    """Initial values of stocks, and the variables they need, in order."""
    fixed: tuple[Equation, ...]
    """Variables of levers and constants only, in order."""
    lifted: tuple[Equation, ...]
    """Parts of moving equations that are fixed, computed once instead of every step."""
    moving: tuple[Equation, ...]
    """Variables that may change with every step, in order."""
    indicators: tuple[Equation, ...]
    stocks: tuple[StockEquation, ...]
    bounds: tuple[int, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """Everything a step has a value for, in the order of its row."""
        parts: tuple[Iterable[str], ...] = (
            (s.name for s in self.stocks),
            self.inputs,
            (e.name for e in self.fixed),
            (e.name for e in self.moving),
            (e.name for e in self.indicators),
        )
        return tuple(name for part in parts for name in part)

    @property
    def visible(self) -> tuple[str, ...]:
        """The names that authors gave."""
        return tuple(name for name in self.names if "__" not in name)


def program_of(scenario: Scenario) -> Program:
    """Order the equations of a valid scenario.

    Raises
    ------
    graphlib.CycleError
        When equations need each other with no stock between; a checked scenario has none.
    """
    rewriter = _Rewriter(scenario)
    for variable in scenario.variables.values():
        rewriter.add(variable.name, variable.equals)
    for stock in scenario.stocks.values():
        net = _net_flow(stock.inflows, stock.outflows)
        rewriter.stocks.append(StockEquation(stock.name, stock.initial, net, stock.nonnegative))
    indicators = tuple(Equation(i.name, fold(rewriter.rewrite(i.name, i.equals))) for i in scenario.indicators.values())
    variables = {e.name: e.node for e in rewriter.equations}
    still = _fixed_names(variables, frozenset(scenario.levers) | frozenset(scenario.constants))
    ordered = _ordered(variables)
    lifter = _Lifter(still | frozenset(scenario.levers) | frozenset(scenario.constants))
    moving = tuple(Equation(e.name, lifter.lift(e.name, e.node)) for e in ordered if e.name not in still)
    indicators = tuple(Equation(e.name, lifter.lift(e.name, e.node)) for e in indicators)
    return Program(
        time=scenario.time,
        levers=tuple(scenario.levers),
        constants=tuple(scenario.constants),
        inputs=rewriter.inputs,
        beginning=_beginning(variables, rewriter.stocks),
        fixed=tuple(e for e in ordered if e.name in still),
        lifted=tuple(lifter.lifted),
        moving=moving,
        indicators=indicators,
        stocks=tuple(sorted(rewriter.stocks, key=lambda stock: not stock.nonnegative)),
        bounds=boundaries(scenario),
    )


def _ordered(variables: Mapping[str, Node]) -> tuple[Equation, ...]:
    graph = {name: sorted(names_in(node) & variables.keys()) for name, node in variables.items()}
    return tuple(Equation(name, variables[name]) for name in TopologicalSorter(graph).static_order())


def _beginning(variables: Mapping[str, Node], stocks: Iterable[StockEquation]) -> tuple[Equation, ...]:
    """Initial values in order; the variables in between are computed for the first moment."""
    nodes = dict(variables) | {s.name: s.initial for s in stocks}
    needed: dict[str, list[str]] = {}
    waiting = [s.name for s in stocks]
    while waiting:
        name = waiting.pop()
        if name not in needed:
            needed[name] = sorted(names_in(nodes[name]) & nodes.keys())
            waiting += needed[name]
    return tuple(Equation(name, nodes[name]) for name in TopologicalSorter(needed).static_order())


def _fixed_names(variables: Mapping[str, Node], given: frozenset[str]) -> frozenset[str]:
    fixed: set[str] = set()
    for equation in _ordered(variables):
        reads_time = any(isinstance(n, Name) and n.name == "time" for n in walk(equation.node))
        if not reads_time and names_in(equation.node) <= given | fixed:
            fixed.add(equation.name)
    return frozenset(fixed)


class _Lifter:
    """Moves fixed parts out of moving equations, as a hand would before a loop."""

    def __init__(self, given: frozenset[str]) -> None:
        self.given = given
        self.lifted: list[Equation] = []
        self.known: dict[Node, str] = {}

    def lift(self, owner: str, node: Node) -> Node:
        if self._fixed(node):
            return self._name(owner, node)
        return rebuilt(node, lambda part: self.lift(owner, part))

    def _fixed(self, node: Node) -> bool:
        works = isinstance(node, Arithmetic | Call | Negate | Choose) and bool(names_in(node))
        return works and all(not isinstance(n, Name) or n.name in self.given for n in walk(node))

    def _name(self, owner: str, node: Node) -> Name:
        if node not in self.known:
            self.known[node] = f"{owner}__part{len(self.known) + 1}"
            self.lifted.append(Equation(self.known[node], node))
        return Name(self.known[node], start=node.start, end=node.end)


def _net_flow(inflows: Iterable[str], outflows: Iterable[str]) -> Node:
    net: Node | None = None
    for name in inflows:
        net = Name(name) if net is None else Arithmetic("+", net, Name(name))
    for name in outflows:
        net = Negate(Name(name)) if net is None else Arithmetic("-", net, Name(name))
    return Number(0.0) if net is None else net


class _Rewriter:
    """Turns what only an author writes into what every printer understands."""

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        self.inputs: dict[str, tuple[float, ...]] = {}
        self.equations: list[Equation] = []
        self.stocks: list[StockEquation] = []
        self.hidden = 0
        for entry in scenario.inputs.values():
            series = scenario.series[entry.series]
            if isinstance(entry.after, str):
                self.inputs[entry.name] = grid(series, scenario.time, entry.after)
            else:
                data = f"{entry.name}__data"
                self.inputs[data] = grid(series, scenario.time, "hold")
                last = series.observations[-1].year + 0.5
                known = Compare("<=", Name("time"), Number(last + A_MOMENT))
                self.add(entry.name, Choose(known, Name(data), entry.after))

    def add(self, name: str, node: Node) -> None:
        self.equations.append(Equation(name, fold(self.rewrite(name, node))))

    def rewrite(self, owner: str, node: Node) -> Node:

        if isinstance(node, Call):
            return self._call(owner, node)
        return rebuilt(node, lambda part: self.rewrite(owner, part))

    def _call(self, owner: str, node: Call) -> Node:
        span = {"start": node.start, "end": node.end}
        arguments = tuple(self.rewrite(owner, argument) for argument in node.arguments)
        now = Name("time")
        match node.function:
            case "step":
                height, start = arguments
                return Choose(_reached(now, start), height, Number(0.0), **span)
            case "pulse":
                height, start, width = arguments
                over = _reached(now, Arithmetic("+", start, width))
                return Choose(Logic("and", _reached(now, start), Not(over)), height, Number(0.0), **span)
            case "ramp":
                slope, start, end = arguments
                run = Arithmetic("-", Call("clip", (now, start, end)), start)
                return Arithmetic("*", slope, run, **span)
            case "smooth" | "delay1" | "delay3":
                return self._delay(owner, node.function, arguments)
            case "at" | "change":
                return Number(self._data(node), **span)
            case _:
                return Call(node.function, arguments, **span)

    def _data(self, node: Call) -> float:
        name, *years = node.arguments
        assert isinstance(name, Name)  # noqa: S101 - the parser saw to it
        series = self.scenario.series[self.scenario.inputs[name.name].series]
        values = [value_in_year(series, year.value) for year in years if isinstance(year, Number)]
        return values[0] if node.function == "at" else values[1] - values[0]

    def _delay(self, owner: str, function: str, arguments: tuple[Node, ...]) -> Node:
        """Hidden stocks: a smooth chases its input, a delay passes it on and loses nothing."""
        self.hidden += 1
        base = f"{owner}__{function}{self.hidden}"
        self.equations.append(Equation(f"{base}_in", fold(arguments[0])))
        entering: Node = Name(f"{base}_in")
        self.equations.append(Equation(f"{base}_years", fold(arguments[1])))
        years: Node = Name(f"{base}_years")
        initial = fold(arguments[2]) if len(arguments) > 2 else entering
        if function == "smooth":
            chase = Arithmetic("/", Arithmetic("-", entering, Name(base)), years)
            # the net flow of a stock may read variables and itself only, see engine.scalar
            self.stocks.append(StockEquation(base, initial, chase, nonnegative=False))
            return Name(base)
        stages = 3 if function == "delay3" else 1
        stay = Arithmetic("/", years, Number(float(stages)))
        for stage in range(1, stages + 1):
            stock, out = f"{base}_{stage}", f"{base}_{stage}_out"
            self.equations.append(Equation(out, Arithmetic("/", Name(stock), stay)))
            net = Arithmetic("-", entering, Name(out))
            self.stocks.append(StockEquation(stock, Arithmetic("*", initial, stay), net, nonnegative=False))
            entering = Name(out)
        return entering


def _reached(now: Node, date: Node) -> Node:
    return Compare(">", now, fold(Arithmetic("-", date, Number(A_MOMENT))))
