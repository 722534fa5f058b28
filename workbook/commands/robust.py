"""``workbook robust``: the worlds over the uncertainty, and what each would miss."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import workbook as wb
from workbook.commands import findings, options


def command(
    scenario: Annotated[str, options.scenario()],
    worlds: Annotated[str | None, options.option("help-worlds", "--worlds", metavar="A,B")] = None,
    indicators: Annotated[str | None, options.option("help-indicators", "--indicators", metavar="A,B")] = None,
    year: Annotated[int | None, options.option("help-year", "--year", metavar="Y")] = None,
    samples: Annotated[int, options.option("help-robust-samples", "--samples", metavar="N")] = 1_000,
    seed: Annotated[int, options.option("help-seed", "--seed", metavar="S")] = 2030,
    out: Annotated[Path | None, options.option("help-finding-out", "--out", "-o", metavar="FILE")] = None,
    lang: Annotated[str | None, options.lang()] = None,
) -> None:
    findings.check_out(out)
    book = wb.load(scenario)
    found = wb.robustness(
        book, samples, seed, worlds=findings.names_in(worlds), indicators=findings.names_in(indicators), year=year
    )  # fmt: skip
    line = ["robust", scenario, "--samples", str(samples), "--seed", str(seed), "--year", str(found.year)]
    for option, value in (("--worlds", worlds), ("--indicators", indicators)):
        line += [] if value is None else [option, value]
    about = {"year": found.year, "futures": found.futures, "seed": seed}
    findings.tell(book.scenario, found, out, lang, about, line)
