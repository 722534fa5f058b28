"""``checks.yaml``: what the authors say must hold, tried at the ends of the levers and from world to world."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from workbook.errors import DivergenceError, Problem
from workbook.expr.evaluate import evaluate, number
from workbook.model import Check, Scenario
from workbook.setting import Setting, setting_of
from workbook.simulate import Simulator, Yearly
from workbook.story import Readings


def broken_promises(simulator: Simulator) -> list[Problem]:
    """One problem for each check that does not hold, not one for each run that shows it."""
    runs = _Runs(simulator)
    problems = []
    for check in simulator.scenario.checks:
        problem = next(_broken(runs, check), None)
        if problem is not None:
            problems.append(problem)
    return problems


def extremes(scenario: Scenario, setting: Setting) -> Iterator[Setting]:
    """The setting with each lever at its ends, one at a time, then all low and all high."""
    for name, lever in scenario.levers.items():
        for end in (lever.low, lever.high):
            yield setting.with_lever(name, end)
    for pick in (min, max):
        levers = {n: pick(lv.low, lv.high) for n, lv in scenario.levers.items()}
        yield setting_of(scenario, setting.world, levers, dict(setting.choices))


@dataclass
class _Runs:
    """Runs that several checks ask for are made once."""

    simulator: Simulator
    _made: dict[tuple[Setting, tuple[tuple[str, float], ...]], Yearly] = field(default_factory=dict)

    @property
    def scenario(self) -> Scenario:
        return self.simulator.scenario

    def yearly(self, setting: Setting, check: Check) -> Yearly:
        key = setting, tuple(check.constants.items())
        if key not in self._made:
            self._made[key] = self.simulator.run(setting, check.constants).yearly
        return self._made[key]


def _broken(runs: _Runs, check: Check) -> Iterator[Problem]:
    try:
        yield from _disordered(runs, check) if check.rising else _failing(runs, check)
    except DivergenceError as error:
        yield Problem(error.code, check.place, error.values)


def _named_check(check: Check, year: int, example: str) -> dict[str, object]:
    return {
        "check": check.name, "label": check.label["de"], "text": check.text, "year": year, "example": example,
    }  # fmt: skip


def _disordered(runs: _Runs, check: Check) -> Iterator[Problem]:
    scenario = runs.scenario
    year = (check.years or tuple(scenario.time.years))[-1]
    values: list[tuple[str, float]] = []
    for world in check.rising:
        setting = setting_of(scenario, world, check.levers, check.choices)
        if check.value is not None:
            readings = Readings(scenario, setting, runs.yearly(setting, check), year)
            values.append((world, number(check.value, readings)))
    for (low, a), (high, b) in pairwise(values):
        if not a < b:
            example = f"{low} {a:.6g}, {high} {b:.6g}"
            yield Problem("check-order", check.place, _named_check(check, year, example))


def _failing(runs: _Runs, check: Check) -> Iterator[Problem]:
    scenario = runs.scenario
    for world in check.worlds or tuple(scenario.worlds):
        start = setting_of(scenario, world, check.levers, check.choices)
        for setting in (start, *(extremes(scenario, start) if check.extreme else ())):
            yearly = runs.yearly(setting, check)
            for year in check.years or tuple(scenario.time.years):
                readings = Readings(scenario, setting, yearly, year)
                if check.holds is not None and not evaluate(check.holds, readings):
                    example = in_words(scenario, setting)
                    yield Problem("check-fails", check.place, _named_check(check, year, example))


def in_words(scenario: Scenario, setting: Setting) -> str:
    """A setting in words that can be typed again: the world and what differs from it."""
    start = setting_of(scenario, setting.world)
    levers = [f"{n}={v:g}" for (n, v), known in zip(setting.levers, start.levers, strict=True) if (n, v) != known]
    choices = [f"{n}={o}" for (n, o), known in zip(setting.choices, start.choices, strict=True) if (n, o) != known]
    return " ".join([setting.world, *levers, *choices])
