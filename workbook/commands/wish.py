"""Options of the command line -> the run that they ask for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

import workbook as wb
from workbook.commands.words import CommandError, say

if TYPE_CHECKING:
    from workbook.run import Run

_NUMBER = re.compile(r"[-+]?(\d+\.?\d*|\.\d+)", re.ASCII)


def run_of(
    scenario: str,
    world: str | None,
    levers: Sequence[str] | None,
    choices: Sequence[str] | None,
    code: str | None,
) -> Run:
    """The run that a line asks for.

    Raises
    ------
    CommandError
        When a pair has the wrong form, or a run code comes with settings.
    """
    if code is not None and (world or levers or choices):
        raise CommandError("code-and-settings")
    wanted = {name: number(name, value) for name, value in pairs("--set", levers, "lever=value").items()}
    options = pairs("--choose", choices, "decision=option")
    loaded = wb.load(scenario)
    if code is not None:
        return wb.run_of_code(loaded, code)
    return wb.run(loaded, world=world, levers=wanted, choices=options)


def pairs(option: str, words: Sequence[str] | None, form: str) -> dict[str, str]:
    """``name=value`` words as a mapping; a name given twice is a slip, not a wish."""
    found: dict[str, str] = {}
    for word in words or ():
        name, sign, value = (part.strip() for part in word.partition("="))
        if not (name and sign and value):
            raise CommandError("pair-form", option=option, form=form, found=word)
        if name in found:
            raise CommandError("pair-twice", option=option, name=name)
        found[name] = value
    return found


def number(name: str, text: str) -> float:
    """A number as people type it: ``2.5`` or, in German, ``2,5``."""
    plain = text.replace("\N{MINUS SIGN}", "-")
    if "." not in plain:
        plain = plain.replace(",", ".")
    if not _NUMBER.fullmatch(plain):
        raise CommandError("lever-number", name=name, found=text)
    return float(plain)


def about(run: Run) -> dict[str, object]:
    """What was run, for files that can keep it."""
    return {
        "scenario": run.scenario.id,
        "code": run.code,
        "world": run.setting.world,
        "levers": dict(run.setting.levers),
        "choices": dict(run.setting.choices),
    }


def code_line(run: Run) -> str:
    """The run code as a line, or nothing for a run between two lever positions."""
    from workbook.errors import RunCodeError

    try:
        return say("run-code", code=run.code)
    except RunCodeError as error:
        return error.text()
