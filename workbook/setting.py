"""What a person has chosen: a value for each lever, an option for each decision, and from where."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from workbook.engine.schedule import Segments, segments
from workbook.errors import UsageError, must_exist
from workbook.model import Scenario
from workbook.text import format_number


@dataclass(frozen=True, slots=True)
class Setting:
    """One complete setting, in the order of the scenario; hashable by its values."""

    world: str
    levers: tuple[tuple[str, float], ...]
    choices: tuple[tuple[str, str], ...]

    def with_lever(self, name: str, value: float) -> Setting:
        return replace(self, levers=tuple((n, value if n == name else v) for n, v in self.levers))

    def with_choice(self, name: str, option: str) -> Setting:
        return replace(self, choices=tuple((n, option if n == name else o) for n, o in self.choices))


@lru_cache(maxsize=4_096)
def plan_of(scenario: Scenario, setting: Setting) -> Segments:
    """Where each lever of a setting stands in each segment, see :func:`workbook.engine.schedule.segments`."""
    return segments(scenario, dict(setting.levers), dict(setting.choices))


def setting_of(
    scenario: Scenario,
    world: str | None = None,
    levers: Mapping[str, float] | None = None,
    choices: Mapping[str, str] | None = None,
) -> Setting:
    """Complete a wish: the world's values, overlaid with those given.

    Raises
    ------
    UsageError
        For an unknown world, lever, decision or option, or a value outside a lever's range.
    """
    world = scenario.baseline.name if world is None else world
    must_exist("world", world, scenario.worlds)
    start = scenario.worlds[world]
    values = {name: lever.default for name, lever in scenario.levers.items()}
    values |= start.levers
    options = {name: decision.default for name, decision in scenario.decisions.items()}
    options |= start.choices
    for name, value in (levers or {}).items():
        must_exist("lever", name, scenario.levers)
        values[name] = _in_range(scenario, name, value)
    for name, option in (choices or {}).items():
        must_exist("decision", name, scenario.decisions)
        must_exist("option", option, scenario.decisions[name].options)
        options[name] = option
    return Setting(
        world,
        tuple((name, float(values[name])) for name in scenario.levers),
        tuple((name, options[name]) for name in scenario.decisions),
    )


def _in_range(scenario: Scenario, name: str, value: float) -> float:
    lever = scenario.levers[name]
    if not math.isfinite(value) or not lever.low <= value <= lever.high:
        digits = 0 if lever.step == int(lever.step) else 2
        raise UsageError(
            "usage-range", lever=name, value=value,
            low=format_number(lever.low, digits=digits), high=format_number(lever.high, digits=digits),
            unit=lever.unit,
        )  # fmt: skip
    return float(value)
