"""``workbook ensemble``: many runs into one Parquet file."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import workbook as wb
from workbook.commands import options
from workbook.commands.wish import loaded_of
from workbook.commands.words import say
from workbook.messages import current_language
from workbook.text import format_number


def command(
    scenario: Annotated[str, options.scenario()],
    out: Annotated[Path, options.option("help-ensemble-out", "--out", "-o", metavar="F.parquet")],
    samples: Annotated[int, options.option("help-samples", "--samples", metavar="N")] = 1_000,
    seed: Annotated[int, options.option("help-seed", "--seed", metavar="S")] = 2030,
    design: Annotated[str, options.option("help-design", "--design", metavar="lhs|sobol|factorial")] = "lhs",
    levers: Annotated[str, options.option("help-ensemble-levers", "--levers", metavar="A,B|all")] = "all",
    constants: Annotated[
        str | None, options.option("help-ensemble-constants", "--constants", metavar="all|none")
    ] = None,
    choices: Annotated[str, options.option("help-ensemble-choices", "--choices", metavar="random|default")] = "random",
    world: Annotated[str | None, options.world()] = None,
    engine: Annotated[str, options.option("help-engine", "--engine", metavar="numpy|numba")] = "numpy",
    chunk: Annotated[int | None, options.option("help-chunk", "--chunk", metavar="N")] = None,
    workers: Annotated[int | None, options.option("help-workers", "--workers", metavar="N")] = None,
    scheduler: Annotated[str | None, options.option("help-scheduler", "--scheduler", metavar="tcp://HOST:PORT")] = None,
    variant: Annotated[list[Path] | None, options.variants()] = None,
    resume: Annotated[bool, options.option("help-resume", "--resume")] = False,
    lang: Annotated[str | None, options.lang()] = None,
) -> None:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

    from workbook.ensembles.running import command_line

    named = levers if levers == "all" else tuple(name.strip() for name in levers.split(",") if name.strip())
    bar = Progress(
        BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(),
        console=Console(file=sys.stderr), disable=not sys.stderr.isatty(),
    )  # fmt: skip
    with bar:
        task = bar.add_task("", total=None)
        table = wb.ensemble(
            loaded_of(scenario, variant) if variant else scenario,
            samples, seed=seed, out=out, design=design, levers=named, constants=constants,
            choices=choices, world=world, engine=engine, chunk=chunk, resume=resume,
            workers=workers, scheduler=scheduler, command=command_line(),
            progress=lambda done, rows: bar.update(task, completed=done, total=rows),
        )  # fmt: skip
    print(say("written", file=out))
    spoken = current_language()
    rows, columns = format_number(len(table), spoken), format_number(len(table.columns), spoken)
    print(say("ensemble-done", rows=rows, columns=columns, groups=len(table.names("indicator"))))
    if table.unsound:
        print(say("ensemble-unsound", count=format_number(table.unsound, spoken)))
