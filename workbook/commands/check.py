"""``workbook check``: every problem of every scenario, as a person or a program would want it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from workbook.commands import options
from workbook.commands.words import CommandError, say
from workbook.errors import Problem
from workbook.folder import available, check_folder, find
from workbook.messages import current_language
from workbook.verify import verify


def command(
    names: Annotated[
        list[str] | None, typer.Argument(metavar="ID|FOLDER", help=say("help-scenarios"), show_default=False)
    ] = None,
    as_json: Annotated[bool, options.option("help-json", "--json")] = False,
    lang: Annotated[str | None, options.lang()] = None,
) -> int:
    asked = names or available()
    if not asked:
        raise CommandError("no-scenarios", 1)
    # All names are looked up first: a typo is told before minutes of checking.
    found = [(name, find(name)) for name in asked]
    results = [(name, folder, _problems(folder)) for name, folder in found]
    if as_json:
        print(json.dumps([_record(*result) for result in results], ensure_ascii=False, indent=2))
    else:
        for result in results:
            _tell(*result)
    return int(any(_errors(problems) for _, _, problems in results))


def _problems(folder: Path) -> tuple[Problem, ...]:
    """What is wrong with the folder and, when nothing is, with what it promises."""
    scenario, problems = check_folder(folder)
    return problems if scenario is None else (*problems, *verify(scenario))


def _tell(name: str, folder: Path, problems: Sequence[Problem]) -> None:
    lang = current_language()
    for problem in problems:
        place = problem.place
        mark = "" if problem.severity == "error" else say("warning")
        print(f"{folder / place.file}:{place.line}:{place.column}: {mark}{problem.text(lang)}")
    errors = _errors(problems)
    if errors:
        print(say("checked-bad", name=name, count=errors))
    elif problems:
        print(say("checked-warnings", name=name, count=len(problems)))
    else:
        print(say("checked-good", name=name))


def _record(name: str, folder: Path, problems: Sequence[Problem]) -> dict[str, Any]:
    lang = current_language()
    return {
        "scenario": name,
        "folder": str(folder),
        "valid": not _errors(problems),
        "problems": [
            {
                "file": problem.place.file,
                "line": problem.place.line,
                "column": problem.place.column,
                "severity": problem.severity,
                "code": problem.code,
                "message": problem.text(lang),
            }
            for problem in problems
        ],
    }


def _errors(problems: Sequence[Problem]) -> int:
    return sum(problem.severity == "error" for problem in problems)
