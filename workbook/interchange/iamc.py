"""Runs as the long table of the Integrated Assessment Modeling Consortium, as pyam reads it."""

from __future__ import annotations

from collections.abc import Iterable

from workbook.errors import RunCodeError
from workbook.run import Run
from workbook.setting import setting_of

HEADER = ("model", "scenario", "region", "variable", "unit", "year", "value")

REGION = "Model region"
"""Scenarios name no region; a table needs one."""

NO_UNIT = "dimensionless"

Row = tuple[str, str, str, str, str, int, float]


def iamc_rows(runs: Iterable[Run]) -> list[Row]:
    """The indicators of each run, year by year.

    The model is the scenario's id; the scenario is the world, with the run code where somebody has
    moved something in it.
    """
    rows: list[Row] = []
    for run in runs:
        s, told = run.scenario, run.trajectories
        for indicator in s.indicators.values():
            unit = NO_UNIT if indicator.unit in ("", "1") else indicator.unit
            rows += [
                (s.id, _name(run), REGION, indicator.name, unit, year, told.yearly(indicator.name, year))
                for year in s.time.years
            ]
    return rows


def _name(run: Run) -> str:
    if run.setting == setting_of(run.scenario, run.setting.world):
        return run.setting.world
    try:
        return f"{run.setting.world} {run.code}"
    except RunCodeError:  # a lever between two positions has no code
        moved = setting_of(run.scenario, run.setting.world)
        own = [f"{n}={v!r}" for n, v in run.setting.levers if (n, v) not in moved.levers]
        own += [f"{n}={v}" for n, v in run.setting.choices if (n, v) not in moved.choices]
        return " ".join([run.setting.world, *own])
