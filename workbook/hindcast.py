"""How well a run of the model retells the observed past."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from workbook.model import Scenario
from workbook.simulate import Trajectories


@dataclass(frozen=True, slots=True)
class Hindcast:
    """One indicator against its series; ``error`` is the mean absolute percentage error."""

    indicator: str
    series: str
    years: tuple[int, ...]
    observed: tuple[float, ...]
    told: tuple[float, ...]

    @property
    def error(self) -> float:
        parts = [abs(t - o) / abs(o) for o, t in zip(self.observed, self.told, strict=True) if o]
        return 100 * sum(parts) / len(parts)


def hindcast(scenario: Scenario, run: Trajectories) -> Mapping[str, Hindcast]:
    """For each indicator with a history, observation and model in the years both have."""
    found: dict[str, Hindcast] = {}
    for indicator in scenario.indicators.values():
        if not indicator.history:
            continue
        observations = [
            (int(o.year), o.value)
            for o in scenario.series[indicator.history].observations
            if o.year == int(o.year) and scenario.time.start <= o.year <= scenario.time.now
        ]
        if observations:
            years, observed = zip(*observations, strict=True)
            told = tuple(run.yearly(indicator.name, year) for year in years)
            found[indicator.name] = Hindcast(indicator.name, indicator.history, years, observed, told)
    return found
