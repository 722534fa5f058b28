"""Options that several commands share.

They are functions because annotations are read when the command line is built: by then it is known
in which language to describe them.
"""

from __future__ import annotations

from typing import Any

import typer

from workbook.commands.words import say


def scenario() -> Any:
    return typer.Argument(metavar="ID", help=say("help-scenario"), show_default=False)


def lang() -> Any:
    # Its value has been read before (see workbook.cli): it is declared to be described and accepted.
    return typer.Option("--lang", metavar="LANG", help=say("help-lang"), show_default=False)


def world() -> Any:
    return typer.Option("--world", metavar="WORLD", help=say("help-world"), show_default=False)


def levers() -> Any:
    return typer.Option("--set", metavar="LEVER=VALUE", help=say("help-set"), show_default=False)


def choices() -> Any:
    return typer.Option("--choose", metavar="DECISION=OPTION", help=say("help-choose"), show_default=False)


def code() -> Any:
    return typer.Option("--code", metavar="CODE", help=say("help-code"), show_default=False)


def variants() -> Any:
    return typer.Option("--variant", metavar="FILE", help=say("help-variant"), show_default=False)


def seminar() -> Any:
    return typer.Option("--seminar", metavar="FILE", help=say("help-seminar-file"), show_default=False)


def option(key: str, *names: str, metavar: str | None = None) -> Any:
    """An option of one command, described by the word for ``key``."""
    return typer.Option(*names, metavar=metavar, help=say(key), show_default=False)
