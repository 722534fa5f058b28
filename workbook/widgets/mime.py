"""What an explorer leaves in a notebook's file, so that an exporter can bring it back to life.

A widget's own state is of no use to a page without a kernel: here stands which scenario is shown,
in which language, and how it was set when the cell ran. No path of this machine is written.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from workbook.errors import WorkbookError
from workbook.folder import find
from workbook.model import Scenario
from workbook.run import Run

EXPLORER_MIME = "application/vnd.workbook.explorer+json"


def explorer_data(run: Run, lang: str, levers: Iterable[str]) -> dict[str, Any]:
    """The explorer as plain data.

    Parameters
    ----------
    run
        The future that is shown.
    lang
        Language of the explorer.
    levers
        Those that are shown; an empty list stands for all of them.
    """
    shown = list(levers)
    return {
        "scenario": scenario_name(run.scenario),
        "lang": lang,
        "levers": [] if shown == list(run.scenario.levers) else shown,
        "setting": {"world": run.setting.world, "levers": run.levers, "choices": run.choices},
        "code": _code(run),
    }


def explorer_words(run: Run, lang: str) -> str:
    """The explorer for a place that shows text only."""
    code = _code(run)
    title = run.scenario.title[lang]
    return f"{title} ({code})" if code else title


def scenario_name(scenario: Scenario) -> str:
    """How a notebook beside it finds a scenario: by its id, or by a folder relative to its own."""
    try:
        by_id = find(scenario.id).resolve() == scenario.folder.resolve()
    except WorkbookError:
        by_id = False
    if by_id:
        return scenario.id
    try:
        return Path(os.path.relpath(scenario.folder)).as_posix()
    except ValueError:  # another drive
        return scenario.id


def _code(run: Run) -> str | None:
    try:
        return run.code
    except WorkbookError:
        return None
