"""``workbook map``: which ways lead where, and which of them a future goes."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from workbook.branches import branches_of
from workbook.commands import options
from workbook.commands.terminal import show_table
from workbook.commands.wish import contested_lines, reading_language, run_of
from workbook.diagrams.telling import map_rows, map_words, way_words
from workbook.diagrams.words import say


def command(
    scenario: Annotated[str, options.scenario()],
    world: Annotated[str | None, options.world()] = None,
    levers: Annotated[list[str] | None, options.levers()] = None,
    choices: Annotated[list[str] | None, options.choices()] = None,
    code: Annotated[str | None, options.code()] = None,
    variant: Annotated[list[Path] | None, options.variants()] = None,
    lang: Annotated[str | None, options.lang()] = None,
) -> None:
    run = run_of(scenario, world, levers, choices, code, variant)
    reading = reading_language(run.scenario, lang)
    for line in contested_lines(run.workbook, reading):
        print(line)
    branches = branches_of(run.scenario)
    told = [each.chapter.scenes.index(each.scene) for each in run.told]
    about, *found = map_words(run.scenario, branches, reading)
    print(about)
    rows = [
        [row.chapter, f"{row.number} · {row.title}", row.share, say("own", reading) if row.own else ""]
        for row in map_rows(run.scenario, branches, told, reading)
    ]
    show_table([say(key, reading) for key in ("chapter", "scene", "share", "own")], rows, numbers=(2,))
    print("\n".join([*way_words(run.scenario, branches, told, reading), *found]))
