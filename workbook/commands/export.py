"""``workbook export``: a scenario as one file that needs nothing else."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import workbook as wb
from workbook.commands import options
from workbook.commands.saving import written
from workbook.commands.wish import reading_language
from workbook.commands.words import CommandError, say

_KINDS = ("html",)


def command(
    scenario: Annotated[str, options.scenario()],
    to: Annotated[str, options.option("help-to", "--to", metavar="KIND")] = "html",
    out: Annotated[Path | None, options.option("help-export-out", "--out", "-o", metavar="FILE")] = None,
    lang: Annotated[str | None, options.lang()] = None,
) -> None:
    if to not in _KINDS:
        raise CommandError("kind-unknown", found=to, allowed=", ".join(_KINDS))
    loaded = wb.load(scenario)
    language = reading_language(loaded.scenario, lang)
    path = out or Path(f"{loaded.scenario.id}.{to}")
    from workbook.export import export_html

    with written(path) as beside:
        export_html(loaded, beside, lang=language)
    print(say("written", file=path))
