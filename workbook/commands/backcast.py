"""``workbook backcast``: a wish for the last year, and clearly different ways there."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import workbook as wb
from workbook.backcasting import Path as Way
from workbook.backcasting import Plan
from workbook.backcasting.telling import sentences
from workbook.backcasting.wishes import MOST_RESERVE, Wish
from workbook.commands import options, tables
from workbook.commands.wish import number, reading_language
from workbook.commands.words import CommandError, say

_WISH = re.compile(r"\s*(\w+)\s*(<=|>=|=<|=>|≤|≥)\s*(\S+)\s*")
_LOWEST = {">=", "=>", "≥"}


def command(
    scenario: Annotated[str, options.scenario()],
    wishes: Annotated[list[str] | None, options.option("help-wish", "--wish", "-w", metavar="INDICATOR<=N")] = None,
    world: Annotated[str | None, options.world()] = None,
    keep: Annotated[str, options.option("help-keep", "--keep", metavar="A,B")] = "",
    paths: Annotated[int, options.option("help-paths", "--paths", metavar="N")] = 3,
    reserve: Annotated[str, options.option("help-reserve", "--reserve", metavar="PERCENT")] = "0",
    out: Annotated[Path | None, options.option("help-out", "--out", "-o", metavar="FILE")] = None,
    lang: Annotated[str | None, options.lang()] = None,
) -> int:
    if out is not None:
        tables.check_ending(out)
    loaded = wb.load(scenario)
    kept = [name.strip() for name in keep.split(",") if name.strip()]
    plan = wb.backcast(loaded, asked(wishes or ()), world=world, keep=kept, paths=paths, reserve=_share(reserve))
    print("\n".join(sentences(plan, reading_language(loaded.scenario, lang))))
    if out is not None:
        tables.save_table(out, *_table(plan), about(plan))
        print(say("written", file=out))
    return 0 if plan.reachable else 1


def asked(words: Sequence[str]) -> dict[str, tuple[float | None, float | None]]:
    """``trust>=60`` and the like as bounds by indicator; two wishes for one indicator are its two ends.

    Raises
    ------
    CommandError
        For a wish of another form, or one end named twice.
    """
    found: dict[str, tuple[float | None, float | None]] = {}
    for word in words:
        parts = _WISH.fullmatch(word)
        if parts is None:
            raise CommandError("wish-form", found=word)
        name, sign, value = parts.groups()
        low, high = found.get(name, (None, None))
        if (low if sign in _LOWEST else high) is not None:
            raise CommandError("wish-twice", name=name)
        try:
            end = number(name, value)
        except CommandError as error:
            raise CommandError("wish-form", found=word) from error
        found[name] = (end, high) if sign in _LOWEST else (low, end)
    return found


def _share(text: str) -> float:
    """A percentage as people type it, as a share."""
    try:
        share = number("--reserve", text.removesuffix("%").strip()) / 100
    except CommandError as error:
        raise CommandError("reserve-number", found=text) from error
    if not 0 <= share <= MOST_RESERVE:
        raise CommandError("reserve-number", found=text)
    return share


def about(plan: Plan) -> dict[str, object]:
    """What was asked, for files that can keep it."""
    return {
        "scenario": plan.workbook.scenario.id,
        "world": plan.start.setting.world,
        "wishes": {wish.indicator: _bounds(wish) for wish in plan.wishes},
        "reserve": plan.reserve,
        "settings": plan.tried,
    }


def _bounds(wish: Wish) -> str:
    ends = ((">=", wish.low), ("<=", wish.high))
    return " ".join(f"{sign}{end:.12g}" for sign, end in ends if math.isfinite(end))


def _table(plan: Plan) -> tuple[Sequence[str], list[tables.Row]]:
    """One row a path, or the nearest run alone; levers, decisions, wished indicators, and what was missed."""
    s, names = plan.workbook.scenario, [wish.indicator for wish in plan.wishes]
    header = ["code", "met", "holds", *s.levers, *s.decisions, *(f"{name} {s.time.years[-1]}" for name in names)]
    return header, [_row(path, names) for path in plan.paths or (plan.nearest,)]


def _row(path: Way, names: Sequence[str]) -> tables.Row:
    run = path.run
    reached = [path.reached[name] for name in names]
    return [path.code, not path.missed, path.holds, *run.levers.values(), *run.choices.values(), *reached]
