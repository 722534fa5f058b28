"""Which lever stands where, and when: defaults, then the chosen setting, then what decisions change.

Every run of a scenario has the same segments, so that many runs can go through them side by side.
"""

from __future__ import annotations

from collections.abc import Mapping

from workbook.model import Scenario

Segments = tuple[tuple[float, ...], ...]
"""One row of lever values for each segment, in the order of the scenario's levers."""


def boundaries(scenario: Scenario) -> tuple[int, ...]:
    """The steps at which a lever may change, from 0 to ``count + 1``."""
    time = scenario.time
    years = {time.acting} | {d.year for d in scenario.decisions.values()}
    inner = sorted(time.index(year) for year in years if time.start < year < time.end)
    return (0, *inner, time.count + 1)


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
    time = scenario.time
    bounds = boundaries(scenario)
    now = {name: lever.default for name, lever in scenario.levers.items()}
    rows: list[tuple[float, ...]] = []
    for begin in bounds[:-1]:
        if begin == time.index(time.acting):
            now.update({name: levers[name] for name in now if name in levers})
        for decision in scenario.decisions.values():
            if time.index(decision.year) == begin:
                option = decision.options[choices.get(decision.name, decision.default)]
                now.update(option.set)
                for name, step in option.change.items():
                    lever = scenario.levers[name]
                    now[name] = min(max(now[name] + step, lever.low), lever.high)
        rows.append(tuple(now.values()))
    return tuple(rows)
