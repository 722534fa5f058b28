"""What belongs to a person: the run shown, runs kept, notes. As a file that page and notebook both read.

The form is the page's own ("Als Datei sichern"); what this module does not know of a file it hands on untouched.
In: a scenario and a text. Out: a :class:`Play`, or a sentence saying why not.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import isfinite
from types import MappingProxyType
from typing import Any

from workbook.errors import RunCodeError, UsageError
from workbook.model import Scenario
from workbook.runcode import encode, mark
from workbook.setting import Setting, setting_of
from workbook.variant import Objection

FORMAT, VERSION = "workbook-run", 1
LONGEST_NOTE, LONGEST_NAME, LONGEST_PERSON, LARGEST_FILE = 20_000, 60, 200, 2_000_000


@dataclass(frozen=True, slots=True)
class Note:
    """Words of a person about a chapter; ``code`` names the run they were written for."""

    text: str
    code: str = ""
    changed: str = ""


@dataclass(frozen=True, slots=True)
class Kept:
    """A run kept under a name, with the objections it was computed with."""

    name: str
    setting: Setting
    objections: tuple[Objection, ...] = ()


@dataclass(frozen=True, slots=True)
class Play:
    """The run shown, the runs kept by name, and a note for each chapter."""

    setting: Setting
    kept: tuple[Kept, ...] = ()
    notes: Mapping[str, Note] = field(default_factory=dict)
    objections: tuple[Objection, ...] = ()
    """Values of constants that the person contests and computes with, from a page."""
    lost: int = 0
    """Settings of another version of the scenario that no longer fit, and stand at the world's value."""
    more: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    """What a page has written beside these, as it was."""


def play_text(scenario: Scenario, play: Play, lang: str, now: str) -> str:
    """The file of a play.

    Parameters
    ----------
    now
        The moment, as ``2026-11-27T14:03:00Z``.
    """
    plain = dict(play.more) | {
        "format": FORMAT, "version": VERSION, "scenario": scenario.id, "mark": mark(scenario),
        "stand": scenario.stand, "saved": now, "language": lang,
        "run": _run(scenario, play.setting),
        "kept": [{"name": k.name, "run": _run(scenario, k.setting), **_told(k.objections)} for k in play.kept],
        "notes": {
            chapter: {"text": note.text, "code": note.code, "changed": note.changed}
            for chapter, note in play.notes.items()
        },
    } | _told(play.objections)  # fmt: skip
    return json.dumps(plain, ensure_ascii=False, indent=2) + "\n"


def play_from(scenario: Scenario, text: str) -> Play:
    """Read a file of a play.

    Raises
    ------
    UsageError
        When the text is no such file, is of a newer version, or belongs to another scenario.
    """
    if len(text) > LARGEST_FILE:
        raise UsageError("kept-foreign")
    try:
        plain = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise UsageError("kept-damaged") from error
    if not isinstance(plain, dict) or plain.get("format") != FORMAT:
        raise UsageError("kept-foreign")
    version = plain.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise UsageError("kept-damaged")
    if version > VERSION:
        raise UsageError("kept-newer")
    if plain.get("scenario") != scenario.id:
        raise UsageError("kept-other", found=str(plain.get("scenario"))[:80], name=scenario.id)
    shown = _setting(scenario, plain.get("run"))
    if shown is None:
        raise UsageError("kept-damaged")
    setting, lost = shown
    kept = []
    for each in _listed(plain.get("kept")):
        found = _setting(scenario, each.get("run"))
        lost += found[1] if found else 1
        if found:
            contested, unfit = _objections(scenario, each.get("objections"))
            lost += unfit
            kept.append(Kept(_clipped(each.get("name"), LONGEST_NAME), found[0], contested))
    contested, unfit = _objections(scenario, plain.get("objections"))
    ours = {"format", "version", "scenario", "mark", "stand", "saved", "language", "run", "kept", "notes", "objections"}
    more = {name: value for name, value in plain.items() if name not in ours}
    return Play(setting, tuple(kept), _notes(plain.get("notes")), contested, lost + unfit, more)


def merged(mine: Mapping[str, Note], theirs: Mapping[str, Note]) -> dict[str, Note]:
    """Notes of two who wrote at once: of each chapter the later one."""
    both = dict(theirs)
    for chapter, note in mine.items():
        if chapter not in both or both[chapter].changed <= note.changed:
            both[chapter] = note
    return both


def _run(scenario: Scenario, setting: Setting) -> dict[str, Any]:
    try:
        code = encode(scenario, setting)
    except RunCodeError:  # a lever between two positions
        code = ""
    return {"code": code, "world": setting.world, "levers": dict(setting.levers), "choices": dict(setting.choices)}


def _setting(scenario: Scenario, plain: Any) -> tuple[Setting, int] | None:
    """What still fits of a run, and how much does not."""
    if not isinstance(plain, dict):
        return None
    world, levers, choices = plain.get("world"), plain.get("levers"), plain.get("choices")
    if not isinstance(levers, dict) or not isinstance(choices, dict):
        return None
    known = isinstance(world, str) and world in scenario.worlds
    fits = {name: float(levers[name]) for name, lever in scenario.levers.items() if _fits(lever, levers.get(name))}
    taken = {n: choices[n] for n, d in scenario.decisions.items() if isinstance(choices.get(n), str)
             and choices[n] in d.options}  # fmt: skip
    lost = len(scenario.levers) - len(fits) + len(scenario.decisions) - len(taken) + (not known)
    return setting_of(scenario, world if known else None, fits, taken), lost


def _told(objections: Sequence[Objection]) -> dict[str, Any]:
    plain = []
    for o in objections:
        person = {"person": o.person} if o.person else {}
        plain.append({"constant": o.constant, "value": o.value, "reason": o.reason, **person, "on": True})
    return {"objections": plain} if plain else {}


def _objections(scenario: Scenario, plain: Any) -> tuple[tuple[Objection, ...], int]:
    """Those that are computed with, and how many no longer fit; of a constant the first one counts."""
    found: dict[str, Objection] = {}
    listed = _listed(plain)
    lost = 0
    for each in listed:
        name, value, reason = each.get("constant"), each.get("value"), _clipped(each.get("reason"), LONGEST_NOTE)
        constant = scenario.constants.get(name) if isinstance(name, str) else None
        number = isinstance(value, (int, float)) and not isinstance(value, bool) and isfinite(value)
        if constant is None or not number or not reason or constant.name in found:
            lost += 1
        elif each.get("on") is not False:
            person = _clipped(each.get("person"), LONGEST_PERSON)
            found[constant.name] = Objection(constant.name, float(value or 0), constant.value, reason, person)
    return tuple(found.values()), lost


def _fits(lever: Any, value: Any) -> bool:
    number = isinstance(value, (int, float)) and not isinstance(value, bool)
    return bool(number and lever.low <= value <= lever.high)


def _listed(plain: Any) -> Sequence[dict[str, Any]]:
    return [each for each in plain[:100] if isinstance(each, dict)] if isinstance(plain, list) else []


def _notes(plain: Any) -> dict[str, Note]:
    """Notes of chapters that this version does not know are kept all the same: nobody's words are lost."""
    notes = {}
    for name, each in list(plain.items())[:200] if isinstance(plain, dict) else []:
        words = _clipped(each.get("text"), LONGEST_NOTE) if isinstance(each, dict) else ""
        if words:
            notes[name] = Note(words, _clipped(each.get("code"), 40), _clipped(each.get("changed"), 30))
    return notes


def _clipped(value: Any, longest: int) -> str:
    return value[:longest] if isinstance(value, str) else ""
