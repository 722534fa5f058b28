"""What only an author writes -> what every printer understands.

Functions of time become comparisons with ``time``; delays become hidden stocks, whose names contain
a double underscore that no author can write; figures of data become numbers.
"""

from __future__ import annotations

from workbook.engine.equations import Equation, StockEquation
from workbook.engine.inputs import grid, value_in_year
from workbook.expr.nodes import Arithmetic, Call, Choose, Compare, Logic, Name, Node, Not, Number, rebuilt
from workbook.expr.printer import fold
from workbook.model import Scenario

A_MOMENT = 1e-9
"""Years by which a time may miss a date and still count as having reached it."""


class Rewriter:
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
