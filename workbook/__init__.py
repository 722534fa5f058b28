"""Scenarios of social work in 2030: numbers and a branching story as one future.

``import workbook`` needs neither NumPy nor pandas, plotly, ipywidgets or nbconvert; each is
imported by the first call that needs it.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from workbook.errors import DivergenceError, RunCodeError, ScenarioError, UsageError, WorkbookError
from workbook.run import Run, Story, Workbook

if TYPE_CHECKING:
    from workbook.backcasting import backcast
    from workbook.calibration.fit import calibrate
    from workbook.charts import compare
    from workbook.commands.seminar_form import seminar_form
    from workbook.diagrams.shown import branch_map as map  # noqa: A004 - wb.map
    from workbook.diagrams.shown import loops_of as causes
    from workbook.ensembles import ensemble
    from workbook.insight.discovery import discover
    from workbook.insight.robustness import robustness
    from workbook.insight.sensitivity import sensitivity
    from workbook.insight.tipping import tipping
    from workbook.reasons import reasons
    from workbook.room import collect
    from workbook.shelf import kept, recent
    from workbook.table import past
    from workbook.widgets import explore, studio, weigh
    from workbook.widgets.room import board

__version__ = "0.1.0"

__all__ = [
    "DivergenceError",
    "Run",
    "RunCodeError",
    "ScenarioError",
    "Story",
    "UsageError",
    "Workbook",
    "WorkbookError",
    "available",
    "backcast",
    "board",
    "calibrate",
    "causes",
    "collect",
    "compare",
    "discover",
    "ensemble",
    "explore",
    "kept",
    "load",
    "map",
    "past",
    "reasons",
    "recent",
    "robustness",
    "seminar_form",
    "sensitivity",
    "studio",
    "tipping",
    "weigh",
]

_LATER = {
    "backcast": ("workbook.backcasting", "backcast"),
    "board": ("workbook.widgets.room", "board"),
    "calibrate": ("workbook.calibration.fit", "calibrate"),
    "causes": ("workbook.diagrams.shown", "loops_of"),
    "collect": ("workbook.room", "collect"),
    "compare": ("workbook.charts", "compare"),
    "discover": ("workbook.insight.discovery", "discover"),
    "ensemble": ("workbook.ensembles", "ensemble"),
    "explore": ("workbook.widgets", "explore"),
    "kept": ("workbook.shelf", "kept"),
    "load_ipython_extension": ("workbook.fresh", "begin"),
    "map": ("workbook.diagrams.shown", "branch_map"),
    "past": ("workbook.table", "past"),
    "reasons": ("workbook.reasons", "reasons"),
    "recent": ("workbook.shelf", "recent"),
    "robustness": ("workbook.insight.robustness", "robustness"),
    "seminar_form": ("workbook.commands.seminar_form", "seminar_form"),
    "sensitivity": ("workbook.insight.sensitivity", "sensitivity"),
    "studio": ("workbook.widgets", "studio"),
    "tipping": ("workbook.insight.tipping", "tipping"),
    "weigh": ("workbook.widgets", "weigh"),
}


def available() -> list[str]:
    """The ids of all scenarios that can be opened by name."""
    from workbook.folder import available as found

    return found()


def load(scenario: str | os.PathLike[str]) -> Workbook:
    """Open a scenario, ready to be played.

    Parameters
    ----------
    scenario
        The id of a scenario (in ``./scenarios`` or installed with the package), a folder, or ids
        with ``+`` between them, ``"ki-for-good+haushalt-unter-druck"``: themes told together.

    Raises
    ------
    ScenarioError
        With every problem of the folder: file, line, column, what was found, what is allowed.
    """
    from workbook.folder import load as load_folder

    return Workbook(load_folder(scenario))


def __getattr__(name: str) -> Any:
    if name in _LATER:
        from importlib import import_module

        module, own = _LATER[name]
        return getattr(import_module(module), own)
    raise AttributeError(f"module 'workbook' has no attribute {name!r}")
