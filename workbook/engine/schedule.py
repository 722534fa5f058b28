"""Which lever stands where, and when: defaults, then the chosen setting, then what decisions change.

Every run of a scenario has the same segments, so that many runs can go through them side by side.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from workbook.model import Option, Scenario

Segments = tuple[tuple[float, ...], ...]
"""One row of lever values for each segment, in the order of the scenario's levers."""


@dataclass(frozen=True, slots=True)
class Schedule:
    """What is known of the segments before anything is chosen.

    ``acting`` is the segment from which on the chosen levers hold; ``decided`` names for each
    segment the decisions that act from its beginning.
    """

    bounds: tuple[int, ...]
    acting: int
    decided: tuple[tuple[str, ...], ...]
    defaults: Mapping[str, float]


@lru_cache(maxsize=64)
def schedule_of(scenario: Scenario) -> Schedule:
    """The schedule of a scenario, computed once."""
    time = scenario.time
    years = {time.acting} | {d.year for d in scenario.decisions.values()}
    inner = sorted(time.index(year) for year in years if time.start < year < time.end)
    bounds = (0, *inner, time.count + 1)
    decided = tuple(
        tuple(d.name for d in scenario.decisions.values() if time.index(d.year) == begin) for begin in bounds[:-1]
    )
    defaults = {name: lever.default for name, lever in scenario.levers.items()}
    return Schedule(bounds, bounds.index(time.index(time.acting)), decided, defaults)


def boundaries(scenario: Scenario) -> tuple[int, ...]:
    """The steps at which a lever may change, from 0 to ``count + 1``."""
    return schedule_of(scenario).bounds


def segments(scenario: Scenario, levers: Mapping[str, float], choices: Mapping[str, str]) -> Segments:
    """Lever values for each segment of a run.

    Parameters
    ----------
    levers : mapping
        Settings from ``now + 1`` on; a lever not named keeps its default.
    choices : mapping
        Option by decision; a decision not named takes its default.

    Returns
    -------
    tuple of tuples
        One row a segment, in the units and order of ``scenario.levers``; a change beyond a lever's
        range stops at its end.
    """
    schedule = schedule_of(scenario)
    now = dict(schedule.defaults)
    rows: list[tuple[float, ...]] = []
    for k, decided in enumerate(schedule.decided):
        if k == schedule.acting:
            now.update(levers)
        for name in decided:
            decision = scenario.decisions[name]
            _act(scenario, decision.options[choices.get(name, decision.default)], now)
        rows.append(tuple(now.values()))
    return tuple(rows)


def segments_side_by_side(scenario: Scenario, levers: Iterable[Any], choices: Any) -> list[list[Any]]:
    """The same for many runs at once.

    Parameters
    ----------
    levers : iterable
        One array of runs, or one number that all share, for each lever in the scenario's order.
    choices : array of int
        Places of options, decisions x runs.

    Returns
    -------
    list of lists
        One row a segment; what all runs share stays one number, so that a common past is cheap.
    """
    import numpy as np

    schedule = schedule_of(scenario)
    now: dict[str, Any] = dict(schedule.defaults)
    rows = []
    for k, decided in enumerate(schedule.decided):
        if k == schedule.acting:
            now.update(zip(scenario.levers, levers, strict=True))
        for name in decided:
            chosen, before = choices[list(scenario.decisions).index(name)], dict(now)
            for place, option in enumerate(scenario.decisions[name].options.values()):
                after = dict(before)
                _act(scenario, option, after, np.clip)
                for lever in {**option.set, **option.change}:
                    now[lever] = np.where(chosen == place, after[lever], now[lever])
        rows.append(list(now.values()))
    return rows


def _clip(value: float, low: float, high: float) -> float:
    return min(max(value, low), high)


def _act(scenario: Scenario, option: Option, now: dict[str, Any], clip: Callable[..., Any] = _clip) -> None:
    now.update(option.set)
    for name, step in option.change.items():
        lever = scenario.levers[name]
        now[name] = clip(now[name] + step, lever.low, lever.high)
