"""Options of the command line -> the run that they ask for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import workbook as wb
from workbook.commands.words import CommandError, say
from workbook.errors import RunCodeError, UsageError, nearest
from workbook.messages import current_language
from workbook.model import Scenario
from workbook.text import base_language
from workbook.variant import objection_words

_NUMBER = re.compile(r"[-+]?(\d+\.?\d*|\.\d+)", re.ASCII)


def run_of(
    scenario: str,
    world: str | None,
    levers: Sequence[str] | None,
    choices: Sequence[str] | None,
    code: str | None,
    variants: Sequence[Path] | None = None,
) -> wb.Run:
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
    loaded = loaded_of(scenario, variants)
    if code is not None:
        return loaded.run_of_code(code)
    return loaded.run(world=world, levers=wanted, choices=options)


def loaded_of(scenario: str, variants: Sequence[Path] | None) -> wb.Workbook:
    """A scenario as the files of objections want it, a later one after an earlier."""
    loaded = wb.load(scenario)
    for file in variants or ():
        loaded = loaded.variant(file)
    return loaded


def contested_lines(loaded: wb.Workbook, lang: str | None = None) -> list[str]:
    """What is contested, with values and reasons; nothing for a scenario as its authors wrote it."""
    if loaded.contested is None:
        return []
    spoken = lang or current_language()
    said = [f"- {objection_words(loaded.scenario, each, spoken)}" for each in loaded.contested.objections]
    return [say("variant-of", spoken, name=loaded.contested.name), *said]


def reading_language(scenario: Scenario, asked: str | None) -> str:
    """The language to tell a scenario in: the one asked for, else the nearest to the user's that it has.

    Raises
    ------
    UsageError
        When the scenario has no texts in the language asked for.
    """
    if asked is not None and asked not in scenario.languages:
        near = nearest(asked, scenario.languages) or base_language(asked)
        raise UsageError("usage-language", name=asked, nearest=near, allowed=scenario.languages)
    wanted = (asked, current_language(), base_language(current_language()))
    return next((lang for lang in wanted if lang in scenario.languages), scenario.languages[0])


def pairs(option: str, words: Sequence[str] | None, form: str) -> dict[str, str]:
    """``name=value`` words as a mapping; a name given twice is a slip, not a wish, and is refused."""
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
    """A number as people type it: ``2.5`` or, in German, ``2,5``; anything else is refused."""
    plain = text.replace("\N{MINUS SIGN}", "-")
    if "." not in plain:
        plain = plain.replace(",", ".")
    if not _NUMBER.fullmatch(plain):
        raise CommandError("lever-number", name=name, found=text)
    return float(plain)


def about(run: wb.Run) -> dict[str, object]:
    """What was run, for files that can keep it."""
    return {
        "scenario": run.scenario.id,
        "code": code_of(run),
        "world": run.setting.world,
        "levers": run.levers,
        "choices": run.choices,
        **_contested(run),
    }


def _contested(run: wb.Run) -> dict[str, object]:
    """The name of a variant and its values; nothing for the scenario as its authors wrote it."""
    contested = run.workbook.contested
    if contested is None:
        return {}
    return {"variant": contested.name, "constants": {o.constant: o.value for o in contested.objections}}


def code_of(run: wb.Run) -> str | None:
    """The run code, or None for a run with a lever between two positions: no code can name it."""
    try:
        return run.code
    except RunCodeError:
        return None


def code_line(run: wb.Run) -> str:
    """The run code as a line, or why there is none."""
    try:
        return say("run-code", code=run.code)
    except RunCodeError as error:
        return error.text()
