"""Uncertainty: the same setting in many futures, each with other values of the uncertain constants.

Python and JavaScript draw alike (see :mod:`workbook.engine.sampling`), so the band of a notebook is
the band of the page.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib.util import find_spec
from typing import Any

from workbook.engine import browser
from workbook.engine.sampling import FUTURES, draws, quantile
from workbook.engine.schedule import segments
from workbook.model import Indicator
from workbook.setting import Setting, plan_of
from workbook.simulate import Simulator

LOW, MIDDLE, HIGH = 0.1, 0.5, 0.9
"""The quantiles of a band: four futures of five lie inside."""


@dataclass(frozen=True, slots=True)
class Band:
    """Quantiles of one indicator by year, and how many futures end better than ``now``."""

    years: tuple[int, ...]
    low: tuple[float, ...]
    middle: tuple[float, ...]
    high: tuple[float, ...]
    better: float
    """Share of futures whose last year is better than their own year ``now``."""


class Futures:
    """The draws of a scenario and their common past; gives bands for any setting.

    Without NumPy they are computed by the browser in which Python runs, else one run after the other.
    """

    def __init__(self, simulator: Simulator, runs: int = FUTURES) -> None:
        self.simulator = simulator
        self.runs = runs
        self.scenario = simulator.scenario

    @cached_property
    def draws(self) -> list[Sequence[float]]:
        """One column for each constant."""
        return draws(self.scenario.constants.values(), self.runs)

    @cached_property
    def _vector(self) -> Any:
        import numpy as np

        from workbook.engine.vector import VectorProgram

        time = self.scenario.time
        program = VectorProgram(self.simulator.program, tuple(self.scenario.indicators))
        constants = [
            np.array(column) if c.uncertain else c.value
            for c, column in zip(self.scenario.constants.values(), self.draws, strict=True)
        ]
        past = np.zeros((len(self.scenario.indicators), len(time.years) + 1, self.runs))
        plan = segments(self.scenario, {}, {})
        acting = time.index(time.acting)
        stocks = program.advance(program.begin(plan[0], constants), plan, constants, past, first=0, end=acting)
        return program, constants, past, stocks

    @cached_property
    def _scripted(self) -> Any:
        program = browser.BrowserProgram(self.simulator.program, tuple(self.scenario.indicators))
        plan, acting = segments(self.scenario, {}, {}), self.scenario.time.index(self.scenario.time.acting)
        begun = program.begin(self.runs, plan[0], list(zip(*self.draws, strict=True)))
        return program, program.advance(begun, [plan], 0, acting)

    def values(self, setting: Setting) -> Any:
        """Yearly means ``indicators x years x runs`` (an array, or nested lists without NumPy)."""
        time = self.scenario.time
        if find_spec("numpy") is not None:
            program, constants, past, stocks = self._vector
            out = past.copy()
            plan = plan_of(self.scenario, setting)
            acting = time.index(time.acting)
            program.advance(stocks, plan, constants, out, first=acting, end=time.count + 1)
            return program.means(out)
        if browser.at_hand():
            program, past = self._scripted
            acting = time.index(time.acting)
            return program.means(program.advance(past, [plan_of(self.scenario, setting)], acting, time.count + 1))
        names = list(self.scenario.constants)
        runs = [
            self.simulator.run(setting, dict(zip(names, column, strict=True)))
            for column in zip(*self.draws, strict=True)
        ]
        return [[[run.yearly(name, year) for run in runs] for year in time.years] for name in self.scenario.indicators]

    def bands(self, setting: Setting) -> Mapping[str, Band]:
        """A band for each indicator."""
        values = self.values(setting)
        found: dict[str, Band] = {}
        for k, indicator in enumerate(self.scenario.indicators.values()):
            found[indicator.name] = self._band(indicator, values[k])
        return found

    def _band(self, indicator: Indicator, values: Any) -> Band:
        time = self.scenario.time
        if hasattr(values, "shape"):
            import numpy as np

            ordered = np.sort(values, axis=1)
            low, middle, high = np.quantile(ordered, (LOW, MIDDLE, HIGH), axis=1).tolist()
        else:
            rows = [sorted(row) for row in values]
            low, middle, high = ([quantile(row, q) for row in rows] for q in (LOW, MIDDLE, HIGH))
        now, last = values[time.years.index(time.now)], values[-1]
        sign = 1 if indicator.better == "higher" else -1
        better = sum(1 for a, b in zip(now, last, strict=True) if sign * (b - a) > 0) / self.runs
        return Band(tuple(time.years), tuple(low), tuple(middle), tuple(high), better)
