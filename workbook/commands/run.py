"""``workbook run``: one future, year by year."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from workbook.commands import options, tables
from workbook.commands.terminal import show_table
from workbook.commands.wish import about, code_line, run_of
from workbook.commands.words import say
from workbook.messages import current_language
from workbook.text import base_language, format_number

if TYPE_CHECKING:
    from workbook.run import Run


def command(
    scenario: Annotated[str, options.scenario()],
    world: Annotated[str | None, options.world()] = None,
    levers: Annotated[list[str] | None, options.levers()] = None,
    choices: Annotated[list[str] | None, options.choices()] = None,
    code: Annotated[str | None, options.code()] = None,
    out: Annotated[Path | None, options.option("help-out", "--out", "-o", metavar="FILE")] = None,
    lang: Annotated[str | None, options.lang()] = None,
) -> None:
    if out is not None:
        tables.check_ending(out)
    run = run_of(scenario, world, levers, choices, code)
    if out is None:
        _show(run)
    else:
        header, rows = run.table(years=True)
        tables.save_table(out, header, rows, about(run))
        print(say("written", file=out))
    print(code_line(run))


def _show(run: Run) -> None:
    """Indicators as rows, years as columns: a screen is wider than it is high."""
    lang = current_language()
    indicators = run.scenario.indicators
    header, rows = run.table(years=True)
    years = [str(int(row[0])) for row in rows]
    shown = []
    for name, indicator in indicators.items():
        column = list(header).index(name)
        label = f"{indicator.label[base_language(lang)]} ({indicator.unit})"
        shown.append([label, *(format_number(row[column], lang, indicator.digits) for row in rows)])
    show_table(["", *years], shown, numbers=range(1, len(years) + 1))
