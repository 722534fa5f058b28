"""What the commands about many futures share: show a finding, and keep it as a table or a page."""

from __future__ import annotations

import shlex
from collections.abc import Mapping, Sequence
from pathlib import Path

from workbook.commands.tables import check_ending, save_table
from workbook.commands.terminal import show_table
from workbook.commands.wish import reading_language
from workbook.commands.words import CommandError, say
from workbook.insight.page import page
from workbook.insight.telling import Finding, columns_of
from workbook.model import Scenario
from workbook.saving import written

_PAGE = (".html", ".htm")


def check_out(out: Path | None) -> None:
    """Refuse an unknown ending before anything is computed."""
    if out is None or out.suffix.lower() in _PAGE:
        return
    try:
        check_ending(out)
    except CommandError as error:
        allowed = f"{error.values['allowed']}, .html"
        raise CommandError(error.code, error.exit_code, **dict(error.values) | {"allowed": allowed}) from error


def names_in(text: str | None) -> list[str] | None:
    """``A,B`` as names; None when nothing was said."""
    return None if text is None else [name.strip() for name in text.split(",") if name.strip()]


def years_in(text: str | None) -> list[int] | None:
    """``2028,2030`` as years; any other form is refused."""
    names = names_in(text)
    if names is None:
        return None
    wrong = [name for name in names if not name.isdecimal() or not name.isascii()]
    if wrong or not names:
        raise CommandError("years-form", found=", ".join(wrong) or str(text))
    return [int(name) for name in names]


def tell(
    scenario: Scenario,
    found: Finding,
    out: Path | None,
    lang: str | None,
    about: Mapping[str, object],
    line: Sequence[str],
) -> None:
    """Print sentences and tables; write the file that was asked for.

    Parameters
    ----------
    about
        What was asked, for files that can keep it.
    line
        The words that make it again.
    """
    reading = reading_language(scenario, lang)
    told = found.told(reading)
    print("\n".join(told.sentences))
    if out is None:
        for part in told.tables:
            print(f"\n{part.caption}")
            show_table(part.header, part.rows, part.numbers)
        print(f"\n{told.method}")
        return
    if out.suffix.lower() in _PAGE:
        command = shlex.join(["workbook", *line])
        with written(out) as beside:
            beside.write_text(page(told, reading, command, scenario.fingerprint), encoding="utf-8")
    else:
        header, rows = columns_of(found.frame)
        save_table(out, header, rows, {"scenario": scenario.id, "fingerprint": scenario.fingerprint, **about})
    print(say("written", file=out))
