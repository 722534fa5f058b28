"""``workbook sensitivity``: which levers and constants move an indicator."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import workbook as wb
from workbook.commands import findings, options


def command(
    scenario: Annotated[str, options.scenario()],
    method: Annotated[str, options.option("help-method", "--method", metavar="morris|sobol")] = "morris",
    indicators: Annotated[str | None, options.option("help-indicators", "--indicators", metavar="A,B")] = None,
    years: Annotated[str | None, options.option("help-years", "--years", metavar="Y,Y")] = None,
    factors: Annotated[str, options.option("help-factors", "--factors", metavar="all|levers|constants|A,B")] = "all",
    most: Annotated[int, options.option("help-most", "--most", metavar="K")] = 20,
    samples: Annotated[int | None, options.option("help-sensitivity-samples", "--samples", metavar="N")] = None,
    seed: Annotated[int, options.option("help-seed", "--seed", metavar="S")] = 2030,
    world: Annotated[str | None, options.world()] = None,
    out: Annotated[Path | None, options.option("help-finding-out", "--out", "-o", metavar="FILE")] = None,
    lang: Annotated[str | None, options.lang()] = None,
) -> None:
    findings.check_out(out)
    chosen = factors if factors in ("all", "levers", "constants") else findings.names_in(factors) or []
    book = wb.load(scenario)
    found = wb.sensitivity(
        book, method, samples=samples, seed=seed, indicators=findings.names_in(indicators),
        years=findings.years_in(years), factors=chosen, most=most, world=world,
    )  # fmt: skip
    line = ["sensitivity", scenario, "--method", method, "--samples", str(found.samples), "--seed", str(seed)]
    line += ["--factors", factors, "--most", str(most), "--world", found.world]
    for option, value in (("--indicators", indicators), ("--years", years)):
        line += [] if value is None else [option, value]
    about = {"method": method, "samples": found.samples, "runs": found.runs, "seed": seed, "world": found.world}
    findings.tell(book.scenario, found, out, lang, about, line)
