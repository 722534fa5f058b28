"""Scenario + setting -> Trajectories: one run, or many side by side.

One run needs no NumPy. Levers act from ``now + 1`` on, so what lies before is computed once and
kept: turning a lever costs the future only.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from workbook.engine import browser
from workbook.engine.careful import DUST, CarefulRun, explain_divergence
from workbook.engine.program import Program, program_of
from workbook.engine.scalar import Row, compile_scalar
from workbook.engine.schedule import Segments
from workbook.model import Scenario, Time
from workbook.setting import Setting, plan_of

if TYPE_CHECKING:
    from workbook.engine.vector import Array

MANY = 32
"""From how many runs on NumPy is faster than one run after the other."""


@dataclass(frozen=True, slots=True)
class Trajectories:
    """All numbers of one run.

    ``rows`` has ``time.count + 1`` rows of ``names``, from the first moment to the last.
    """

    time: Time
    names: tuple[str, ...]
    rows: tuple[Row, ...]
    _means: dict[str, tuple[float, ...]] = field(default_factory=dict, compare=False, repr=False)

    @property
    def times(self) -> tuple[float, ...]:
        return tuple(self.time.at(i) for i in range(len(self.rows)))

    def series(self, name: str) -> tuple[float, ...]:
        """Every step of one name."""
        index = self.names.index(name)
        return tuple(row[index] for row in self.rows)

    def yearly(self, name: str, year: int) -> float:
        """The mean of the steps that lie in a year."""
        if name not in self._means:
            column = self.series(name)
            per_year = self.time.steps_per_year
            self._means[name] = tuple(
                sum(column[low : low + per_year]) / per_year for low in range(0, self.time.count, per_year)
            )
        if year not in self.time.years:
            raise KeyError((name, year))
        return self._means[name][year - self.time.start]


Yearly = Callable[[str, int], float]
"""Yearly mean by name and year."""


class Simulator:
    """A scenario compiled; keeps the shared history and the programs that were needed."""

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario

    @cached_property
    def program(self) -> Program:
        return program_of(self.scenario)

    @cached_property
    def _data(self) -> tuple[Row, ...]:
        return tuple(self.program.inputs.values())

    @cached_property
    def _scalar(self) -> Any:
        return compile_scalar(self.program)

    @cached_property
    def _names(self) -> tuple[str, ...]:
        return self.program.names

    @cached_property
    def nominal(self) -> Row:
        """The constants at their stated values."""
        return tuple(c.value for c in self.scenario.constants.values())

    @cached_property
    def texts(self) -> Mapping[str, str]:
        """The source text of each equation."""
        s = self.scenario
        return {v.name: v.text for v in s.variables.values()} | {i.name: i.text for i in s.indicators.values()}

    @cached_property
    def _acting(self) -> int:
        return self.scenario.time.index(self.scenario.time.acting)

    @cached_property
    def _history(self) -> tuple[tuple[Row, ...], Row]:
        return self._to_acting(self.nominal)

    def _to_acting(self, constants: Row) -> tuple[tuple[Row, ...], Row]:
        defaults = tuple(lever.default for lever in self.scenario.levers.values())
        rows: list[Row] = []
        try:
            begin, advance = self._scalar
            stocks = begin(defaults, constants, self._data)
            stocks = advance(0, self._acting, defaults, constants, self._data, stocks, rows.append)
        except (ArithmeticError, ValueError):
            careful = CarefulRun(self.program)
            rows.clear()
            stocks = careful.advance(
                0, self._acting, defaults, constants, careful.begin(defaults, constants), rows.append
            )
        self._inspect(rows, 0, (defaults,) * (len(self.program.bounds) - 1), constants)
        return tuple(rows), stocks

    def run(self, setting: Setting, constants: Mapping[str, float] | None = None) -> Trajectories:
        """One run.

        Parameters
        ----------
        setting : Setting
        constants : mapping, optional
            Other values for some constants.

        Raises
        ------
        DivergenceError
            When a number is not finite, or a stock that must not be negative is.
        """
        s = self.scenario
        plan = plan_of(s, setting)
        if constants:
            values = tuple(constants.get(name, c.value) for name, c in s.constants.items())
            past, stocks = self._to_acting(values)
        else:
            values = self.nominal
            past, stocks = self._history
        rows = list(past)
        try:
            self._advance(self._scalar[1], plan, values, stocks, rows)
        except (ArithmeticError, ValueError):
            careful = CarefulRun(self.program)
            rows = list(past)
            for low, high, levers in self._ahead(plan):
                stocks = careful.advance(low, high, levers, values, stocks, rows.append)
        self._inspect(rows, len(past), plan, values)
        return Trajectories(s.time, self._names, tuple(rows))

    def history(self, constants: Mapping[str, float]) -> Trajectories:
        """What lies before levers act, with other values of some constants; raises DivergenceError.

        Its time axis ends where the levers begin, so that nobody reads a year that was not run.
        """
        s = self.scenario
        rows, _ = self._to_acting(tuple(constants.get(name, c.value) for name, c in s.constants.items()))
        return Trajectories(replace(s.time, end=s.time.acting), self._names, rows)

    def _advance(self, advance: Any, plan: Segments, constants: Row, stocks: Row, rows: list[Row]) -> None:
        for low, high, levers in self._ahead(plan):
            stocks = advance(low, high, levers, constants, self._data, stocks, rows.append)

    def _ahead(self, plan: Segments) -> list[tuple[int, int, Row]]:
        bounds = self.program.bounds
        spans = [(max(bounds[k], self._acting), bounds[k + 1], levers) for k, levers in enumerate(plan)]
        return [(low, high, levers) for low, high, levers in spans if low < high]

    def _inspect(self, rows: Sequence[Row], first: int, plan: Segments, constants: Row) -> None:
        """Refuse a run that left the numbers.

        A quick look first: a sum is finite only when all its parts are, and the stocks that may not
        be negative stand at the head of a row. Only when it finds something is each row examined.
        """
        held = sum(stock.nonnegative for stock in self.program.stocks)
        fine = math.isfinite(sum(map(sum, rows[first:])))
        if fine and (not held or min(min(row[:held]) for row in rows[first:]) >= -DUST):
            return
        count = len(self.program.stocks)
        for i in range(first, len(rows)):
            segment = max(k for k, bound in enumerate(self.program.bounds[:-1]) if bound <= i)
            fault = explain_divergence(self.program, i, plan[segment], constants, rows[i][:count], self.texts)
            if fault is not None:
                raise fault

    def many(self, settings: Sequence[Setting], names: Sequence[str]) -> list[Yearly]:
        """Yearly means of many settings, by NumPy or a browser where one is at hand and worth it.

        Levers cannot be asked for. A run that left the numbers has NaN or infinity here.
        """
        vector = find_spec("numpy") is not None
        if len(settings) < MANY or not (vector or browser.at_hand()):
            return [self.run(setting).yearly for setting in settings]
        if not vector:
            return self._many_in_browser(settings, tuple(names))
        means, places = self.array(settings, tuple(names)), {name: k for k, name in enumerate(names)}
        start = self.scenario.time.start

        def reader(run: int) -> Yearly:
            return lambda name, year: float(means[places[name], year - start, run])

        return [reader(run) for run in range(len(settings))]

    def _many_in_browser(self, settings: Sequence[Setting], names: tuple[str, ...]) -> list[Yearly]:
        time, places = self.scenario.time, {name: k for k, name in enumerate(names)}
        program = browser.BrowserProgram(self.program, names)
        plans = [plan_of(self.scenario, setting) for setting in settings]
        begun = program.begin(len(plans), plans[0][0], [self.nominal])
        sums = program.sums(program.advance(begun, plans, 0, time.count + 1))
        length = len(time.years) + 1

        def reader(run: int) -> Yearly:
            first, steps = run * len(names) * length, time.steps_per_year
            return lambda name, year: float(sums[first + places[name] * length + year - time.start]) / steps

        return [reader(run) for run in range(len(plans))]

    def array(self, settings: Sequence[Setting], names: Sequence[str]) -> Array:
        """Yearly means ``names x years x settings`` by NumPy."""
        import numpy as np

        from workbook.engine.vector import VectorProgram

        plans = np.array([plan_of(self.scenario, s) for s in settings])
        program = VectorProgram(self.program, names)
        columns = [[plans[:, k, j] for j in range(plans.shape[2])] for k in range(plans.shape[1])]
        return program.run(columns, self.nominal, len(settings))
