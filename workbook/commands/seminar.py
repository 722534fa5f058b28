"""``workbook seminar``: the file of a seminar, to be filled in."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

import workbook as wb
from workbook.commands import options
from workbook.commands.wish import reading_language
from workbook.commands.words import CommandError, say
from workbook.saving import written
from workbook.seminar import Seminar
from workbook.seminar_text import seminar_text


def command(
    name: Annotated[str, options.scenario()],
    out: Annotated[Path, typer.Option("--out", "-o", metavar="FILE", help=say("help-seminar-out"))] = Path(
        "seminar.yaml"
    ),
    lang: Annotated[str | None, options.lang()] = None,
) -> None:
    scenario = wb.load(name).scenario
    text = seminar_text(scenario, Seminar(scenario.id), reading_language(scenario, lang))
    file = out / "seminar.yaml" if out.is_dir() else out
    if file.exists():
        # Somebody may have filled it in already.
        raise CommandError("seminar-exists", 1, file=file)
    with written(file) as beside:
        beside.write_text(text, encoding="utf-8")
    print(say("written", file=file))
    print(say("seminar-next", id=scenario.id, file=file))
