"""Scenario -> Program: every equation once, in an order in which it can be computed.

What depends on levers and constants only is set apart, since it changes when a lever does and not
every month.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from graphlib import TopologicalSorter

from workbook.engine.equations import Equation, StockEquation
from workbook.engine.rewrite import Rewriter
from workbook.engine.schedule import boundaries
from workbook.engine.sharing import share
from workbook.expr.nodes import Arithmetic, Name, Negate, Node, Number, names_in, walk
from workbook.expr.printer import fold
from workbook.model import Scenario, Time


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
            (e.name for e in self.moving if not e.part),
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
    rewriter = Rewriter(scenario)
    for variable in scenario.variables.values():
        rewriter.add(variable.name, variable.equals)
    for stock in scenario.stocks.values():
        net = _net_flow(stock.inflows, stock.outflows)
        rewriter.stocks.append(StockEquation(stock.name, stock.initial, net, stock.nonnegative))
    indicators = [Equation(i.name, fold(rewriter.rewrite(i.name, i.equals))) for i in scenario.indicators.values()]
    variables = {e.name: e.node for e in rewriter.equations}
    given = frozenset(scenario.levers) | frozenset(scenario.constants)
    still = _fixed_names(variables, given)
    ordered = _ordered(rewriter.equations)
    lifted, moving, indicators = share([e for e in ordered if e.name not in still], indicators, given | still)
    return Program(
        time=scenario.time,
        levers=tuple(scenario.levers),
        constants=tuple(scenario.constants),
        inputs=rewriter.inputs,
        beginning=_beginning(variables, rewriter.stocks),
        fixed=tuple(e for e in ordered if e.name in still),
        lifted=tuple(lifted),
        moving=_ordered(moving),
        indicators=tuple(indicators),
        stocks=tuple(sorted(rewriter.stocks, key=lambda stock: not stock.nonnegative)),
        bounds=boundaries(scenario),
    )


def _ordered(equations: Iterable[Equation]) -> tuple[Equation, ...]:
    known = {e.name: e for e in equations}
    graph = {name: sorted(names_in(e.node) & known.keys()) for name, e in known.items()}
    return tuple(known[name] for name in TopologicalSorter(graph).static_order())


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
    for equation in _ordered(Equation(name, node) for name, node in variables.items()):
        reads_time = any(isinstance(n, Name) and n.name == "time" for n in walk(equation.node))
        if not reads_time and names_in(equation.node) <= given | fixed:
            fixed.add(equation.name)
    return frozenset(fixed)


def _net_flow(inflows: Iterable[str], outflows: Iterable[str]) -> Node:
    net: Node | None = None
    for name in inflows:
        net = Name(name) if net is None else Arithmetic("+", net, Name(name))
    for name in outflows:
        net = Negate(Name(name)) if net is None else Arithmetic("-", net, Name(name))
    return Number(0.0) if net is None else net
