"""A scenario folder -> a valid, frozen :class:`~workbook.model.Scenario`, or all its problems.

::

    reading      file -> text: inside the folder, small, UTF-8
    yaml_tree    text -> tree with places          csv_data, texts, claims   the other files
    shapes, scalars, prose, files                  what each file looks like
    draft        all files as read
    modules      what the scenario includes: shared parts of the model
    combine      several scenarios -> one
    validate     names, cycles, quantities, choices, story_rules
    unit_cache   remembers what is clean           unit_rules, dimension, units
    build        draft -> scenario                 fingerprint
    search       id -> folder                      schema
"""

from __future__ import annotations

import os
from pathlib import Path

from workbook.errors import Place, Problem, ScenarioError
from workbook.folder.build import build
from workbook.folder.combine import SIGN, combine
from workbook.folder.draft import Draft, read_folder
from workbook.folder.modules import include
from workbook.folder.search import available, find, is_id
from workbook.folder.unit_cache import check_units
from workbook.folder.validate import validate
from workbook.model import Scenario

__all__ = ["available", "check_folder", "find", "is_id", "load"]


def check_folder(folder: str | os.PathLike[str]) -> tuple[Scenario | None, tuple[Problem, ...]]:
    """Read a folder and say everything that is wrong with it.

    Returns
    -------
    tuple
        The scenario (None when there is an error) and the problems, sorted by place; warnings
        come with a scenario.
    """
    path = Path(folder)
    if not path.is_dir():
        return None, (Problem("folder-missing", Place("", 1, 1), {"folder": path.name}),)
    return _finished(_whole(path))


def _whole(folder: Path) -> Draft:
    draft = read_folder(folder)
    include(draft)
    return draft


def _finished(draft: Draft) -> tuple[Scenario | None, tuple[Problem, ...]]:
    validate(draft)
    check_units(draft)
    unique = {(p.place, p.code, repr(p.values)): p for p in draft.report.problems}
    problems = tuple(sorted(unique.values(), key=lambda p: (p.place, p.code)))
    if any(problem.severity == "error" for problem in problems):
        return None, problems
    return build(draft), problems


def load(name: str | os.PathLike[str]) -> Scenario:
    """Read a scenario.

    Parameters
    ----------
    name
        A folder, the id of a scenario (see :func:`find`), or several ids with ``+`` between them:
        scenarios that are told together (see :mod:`workbook.folder.combine`).

    Raises
    ------
    ScenarioError
        With every problem of the folder, not only the first.
    """
    parts = os.fspath(name).split(SIGN)
    if len(parts) == 1 or Path(name).is_dir():
        return _sound(_whole(find(name)), str(name))
    drafts = [_whole(find(part)) for part in parts]
    for part, draft in zip(parts, drafts, strict=True):
        _sound(draft, part)
    return _sound(combine(drafts), str(name))


def _sound(draft: Draft, name: str) -> Scenario:
    scenario, problems = _finished(draft)
    if scenario is None:
        errors = [problem for problem in problems if problem.severity == "error"]
        raise ScenarioError(name, errors)
    return scenario
