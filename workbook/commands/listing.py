"""``workbook list``: what there is to play with."""

from __future__ import annotations

from typing import Annotated

import workbook as wb
from workbook.commands import options
from workbook.commands.terminal import show_table
from workbook.commands.words import CommandError, say
from workbook.errors import WorkbookError
from workbook.messages import current_language
from workbook.text import format_number


def command(lang: Annotated[str | None, options.lang()] = None) -> None:
    names = wb.available()
    if not names:
        raise CommandError("no-scenarios", 1)
    keys = ("scenario", "title", "levers", "scenes", "hindcast", "languages")
    show_table([say(key) for key in keys], [_row(name) for name in names], numbers=(2, 3, 4))
    print(say("hindcast-note"))


def _row(name: str) -> list[str]:
    lang = current_language()
    try:
        loaded = wb.load(name)
        errors = [past.error for past in loaded.hindcast.values()]
    except WorkbookError:
        return [name, say("invalid", name=name), "", "", "", ""]
    scenario = loaded.scenario
    scenes = sum(len(chapter.scenes) for chapter in scenario.chapters)
    fit = f"{format_number(sum(errors) / len(errors), lang, 1)} %" if errors else "–"
    return [
        name,
        scenario.title[lang],
        str(len(scenario.levers)),
        str(scenes),
        fit,
        ", ".join(scenario.languages),
    ]
