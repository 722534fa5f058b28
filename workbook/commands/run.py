"""``workbook run``: one future, year by year."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import workbook as wb
from workbook.commands import options, tables
from workbook.commands.terminal import show_table, width
from workbook.commands.wish import about, code_line, contested_lines, run_of
from workbook.commands.words import CommandError, say
from workbook.interchange.iamc import HEADER, iamc_rows
from workbook.messages import current_language
from workbook.saving import written
from workbook.text import format_number
from workbook.wording import headed
from workbook.xmile.exporting import xmile_text

_FORMS = ("wide", "iamc", "xmile")

_LABEL, _COLUMN = 40, 8
"""Characters for the name of an indicator, and for one year."""


def command(
    scenario: Annotated[str, options.scenario()],
    world: Annotated[str | None, options.world()] = None,
    levers: Annotated[list[str] | None, options.levers()] = None,
    choices: Annotated[list[str] | None, options.choices()] = None,
    code: Annotated[str | None, options.code()] = None,
    out: Annotated[Path | None, options.option("help-out", "--out", "-o", metavar="FILE")] = None,
    months: Annotated[bool, options.option("help-months", "--months")] = False,
    variant: Annotated[list[Path] | None, options.variants()] = None,
    form: Annotated[str, options.option("help-form", "--form", metavar="FORM")] = "wide",
    lang: Annotated[str | None, options.lang()] = None,
) -> None:
    if form not in _FORMS:
        raise CommandError("form-unknown", found=form)
    if form != "wide" and (out is None or months):
        raise CommandError("form-months" if months else "form-without-file", form=form)
    if out is not None and form != "xmile":
        tables.check_ending(out)
    elif out is None and months:
        raise CommandError("months-without-file")
    run = run_of(scenario, world, levers, choices, code, variant)
    for line in contested_lines(run.workbook):
        print(line)
    if out is None:
        _show(run)
    elif form == "xmile":
        with written(out) as beside:
            beside.write_text(xmile_text(run.scenario, run.setting), encoding="utf-8")
        print(say("written", file=out))
    else:
        header, rows = _table(run, form, months=months)
        tables.save_table(out, header, rows, about(run))
        print(say("written", file=out))
    print(code_line(run))


def _table(run: wb.Run, form: str, *, months: bool) -> tuple[Sequence[str], Sequence[tables.Row]]:
    if form == "iamc":
        return HEADER, iamc_rows([run])
    return run.table() if months else _years(run)


def _years(run: wb.Run) -> tuple[tuple[str, ...], list[tuple[float, ...]]]:
    names = tuple(run.scenario.indicators)
    value = run.trajectories.yearly
    rows = [(year, *(value(name, year) for name in names)) for year in run.scenario.time.years]
    return ("year", *names), rows


def _show(run: wb.Run) -> None:
    """Indicators as rows, years as columns: a screen is wider than it is high."""
    lang = current_language()
    time = run.scenario.time
    _, rows = _years(run)
    if width() < _LABEL + _COLUMN * len(rows):
        # The future in full, the past in strides.
        rows = [row for row in rows if row[0] >= time.now or (row[0] - time.start) % 5 == 0]
    shown = []
    for k, indicator in enumerate(run.scenario.indicators.values(), start=1):
        label = headed(indicator, lang)
        shown.append([label, *(format_number(row[k], lang, indicator.digits) for row in rows)])
    show_table(["", *(str(row[0]) for row in rows)], shown, numbers=range(1, len(rows) + 1))
