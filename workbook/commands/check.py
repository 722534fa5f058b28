"""``workbook check``: every problem of every scenario, as a person or a program would want it."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Annotated, Any

import typer

from workbook.audit import Audit, audit
from workbook.audit.witnesses import witnesses_text
from workbook.commands import options
from workbook.commands.audit_tables import as_data, show_coverage, show_reading
from workbook.commands.terminal import show_table
from workbook.commands.words import CommandError, say
from workbook.errors import Problem
from workbook.folder import available, check_folder, find
from workbook.folder.draft import WITNESSES
from workbook.messages import current_language
from workbook.model import Scenario
from workbook.saving import written


@dataclass(frozen=True, slots=True)
class Result:
    """A folder and what is to be said of it; no audit when the folder itself is not valid."""

    name: str
    folder: Path
    problems: tuple[Problem, ...]
    scenario: Scenario | None = None
    audit: Audit | None = None

    @property
    def errors(self) -> int:
        return sum(problem.severity == "error" for problem in self.problems)


def command(
    names: Annotated[
        list[str] | None, typer.Argument(metavar="ID|FOLDER", help=say("help-scenarios"), show_default=False)
    ] = None,
    as_json: Annotated[bool, options.option("help-json", "--json")] = False,
    coverage: Annotated[bool, options.option("help-coverage", "--coverage")] = False,
    reading: Annotated[bool, options.option("help-reading", "--reading")] = False,
    dimensions: Annotated[bool, options.option("help-dimensions", "--dimensions")] = False,
    witnesses: Annotated[bool, options.option("help-witnesses", "--witnesses")] = False,
    lang: Annotated[str | None, options.lang()] = None,
) -> int:
    asked = names or available()
    if not asked:
        raise CommandError("no-scenarios", 1)
    # All names are looked up first: a typo is told before minutes of checking.
    found = [(name, find(name)) for name in asked]
    results = []
    for name, folder in found:
        result = _result(name, folder)
        saved = _save(result) if witnesses else None
        if saved is not None:
            # What was stale a moment ago has just been written anew.
            result = replace(result, problems=tuple(p for p in result.problems if p.code != "witness-stale"))
        results.append(result)
        if not as_json:
            _tell(result)
            if result.audit is not None and result.scenario is not None:
                if coverage:
                    show_coverage(result.scenario, result.audit)
                if reading:
                    show_reading(result.scenario, result.audit)
                if dimensions:
                    _show_dimensions(result.scenario)
            if saved is not None:
                print(say("written", file=saved))
    if as_json:
        records = [_record(result) | _dimensions(result, wanted=dimensions) for result in results]
        print(json.dumps(records, ensure_ascii=False, indent=2))
    return int(any(result.errors for result in results))


def _result(name: str, folder: Path) -> Result:
    """What is wrong with the folder and, when nothing is, with what it promises."""
    scenario, problems = check_folder(folder)
    if scenario is None:
        return Result(name, folder, problems)
    found = audit(scenario)
    return Result(name, folder, (*problems, *found.problems), scenario, found)


def _save(result: Result) -> Path | None:
    """Keep the witnesses that were found; what is missing has been told as a problem."""
    if result.scenario is None or result.audit is None:
        return None
    path = result.folder / WITNESSES
    with written(path) as file:
        file.write_text(witnesses_text(result.scenario, result.audit.witnesses), encoding="utf-8", newline="\n")
    return path


def _tell(result: Result) -> None:
    lang = current_language()
    for problem in result.problems:
        place = problem.place
        mark = "" if problem.severity == "error" else say("warning")
        folder = result.folder.parent if place.file.startswith("_") else result.folder
        print(f"{folder / place.file}:{place.line}:{place.column}: {mark}{problem.text(lang)}")
    if result.errors:
        print(say("checked-bad", name=result.name, count=result.errors))
    elif result.problems:
        print(say("checked-warnings", name=result.name, count=len(result.problems)))
    else:
        print(say("checked-good", name=result.name))


def _show_dimensions(scenario: Scenario) -> None:
    from workbook.folder.derivation import derivations  # imports pint

    rows = [
        [each.name, say(f"dimensions-{each.kind}"), each.unit, each.dimension, each.derivation]
        for each in derivations(scenario)
    ]
    show_table([say(f"dimensions-{head}") for head in ("name", "kind", "unit", "dimension", "derivation")], rows)


def _dimensions(result: Result, *, wanted: bool) -> dict[str, Any]:
    if not wanted or result.scenario is None:
        return {}
    from workbook.folder.derivation import derivations  # imports pint

    return {"dimensions": [asdict(each) for each in derivations(result.scenario)]}


def _record(result: Result) -> dict[str, Any]:
    record = {
        "scenario": result.name,
        "folder": str(result.folder),
        "valid": not result.errors,
        "problems": [_told(problem) for problem in result.problems],
    }
    return record if result.audit is None else record | as_data(result.audit)


def _told(problem: Problem) -> dict[str, Any]:
    return {
        "file": problem.place.file,
        "line": problem.place.line,
        "column": problem.place.column,
        "severity": problem.severity,
        "code": problem.code,
        "message": problem.text(current_language()),
    }
