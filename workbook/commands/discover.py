"""``workbook discover``: which levers, constants and choices lead to an ending or a condition."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import workbook as wb
from workbook.commands import findings, options


def command(
    scenario: Annotated[str, options.scenario()],
    where: Annotated[str | None, options.option("help-where", "--where", metavar="CONDITION")] = None,
    ending: Annotated[str | None, options.option("help-ending", "--ending", metavar="END")] = None,
    mood: Annotated[str | None, options.option("help-mood", "--mood", metavar="utopia|dystopia|ambivalent")] = None,
    year: Annotated[int | None, options.option("help-year", "--year", metavar="Y")] = None,
    boxes: Annotated[int, options.option("help-boxes", "--boxes", metavar="N")] = 3,
    limits: Annotated[int, options.option("help-limits", "--limits", metavar="N")] = 4,
    density: Annotated[float, options.option("help-density", "--density", metavar="D")] = 0.8,
    samples: Annotated[int, options.option("help-futures", "--samples", metavar="N")] = 10_000,
    seed: Annotated[int, options.option("help-seed", "--seed", metavar="S")] = 2030,
    ensemble: Annotated[
        Path | None, options.option("help-discover-ensemble", "--ensemble", metavar="F.parquet")
    ] = None,
    out: Annotated[Path | None, options.option("help-finding-out", "--out", "-o", metavar="FILE")] = None,
    lang: Annotated[str | None, options.lang()] = None,
) -> None:
    from workbook.ensembles import EnsembleTable

    findings.check_out(out)
    book = wb.load(scenario)
    source = book if ensemble is None else EnsembleTable(ensemble)
    found = wb.discover(
        source, where, ending=ending, mood=mood, year=year, scenario=book, samples=samples, seed=seed,
        boxes=boxes, limits=limits, density=density,
    )  # fmt: skip
    case = found.case
    line = ["discover", scenario, f"--{case.kind}", case.name, "--boxes", str(boxes), "--limits", str(limits)]
    line += ["--density", str(density)] + ["--year", str(year)] * (year is not None)
    line += ["--ensemble", ensemble.name] if ensemble else ["--samples", str(samples), "--seed", str(seed)]
    about = {
        case.kind: case.name,
        "year": case.year,
        "futures": found.futures,
        "share": found.share,
        "seed": found.seed,
    }
    findings.tell(book.scenario, found, out, lang, about, line)
