"""``workbook tipping``: where another option of a decision becomes better, or the story ends otherwise."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

import workbook as wb
from workbook.commands import findings, options
from workbook.commands.words import say


def command(
    scenario: Annotated[str, options.scenario()],
    decision: Annotated[str, typer.Argument(metavar="DECISION", help=say("help-decision"), show_default=False)],
    world: Annotated[str | None, options.world()] = None,
    indicators: Annotated[str | None, options.option("help-indicators", "--indicators", metavar="A,B")] = None,
    year: Annotated[int | None, options.option("help-year", "--year", metavar="Y")] = None,
    samples: Annotated[int, options.option("help-tipping-samples", "--samples", metavar="N")] = 100,
    seed: Annotated[int, options.option("help-seed", "--seed", metavar="S")] = 2030,
    out: Annotated[Path | None, options.option("help-finding-out", "--out", "-o", metavar="FILE")] = None,
    lang: Annotated[str | None, options.lang()] = None,
) -> None:
    findings.check_out(out)
    book = wb.load(scenario)
    found = wb.tipping(
        book, decision, world=world, indicators=findings.names_in(indicators), year=year, samples=samples, seed=seed
    )  # fmt: skip
    line = ["tipping", scenario, decision, "--world", found.world, "--year", str(found.year)]
    line += ["--samples", str(samples), "--seed", str(seed)]
    line += [] if indicators is None else ["--indicators", indicators]
    about = {"decision": decision, "world": found.world, "year": found.year, "futures": samples, "seed": seed}
    findings.tell(book.scenario, found, out, lang, about, line)
