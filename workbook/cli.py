"""The command ``workbook``: reads the line, speaks the user's language, answers with an exit code.

0: done. 1: a problem was found. 2: wrong use. No input leads to a traceback.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from typing import Annotated

import typer

from workbook import __version__
from workbook.commands import (
    backcast,
    branches,
    calibrate,
    check,
    collect,
    compare,
    discover,
    ensemble,
    export,
    import_,
    lab,
    listing,
    new,
    options,
    package,
    robust,
    run,
    seminar,
    sensitivity,
    site,
    story,
    table,
    tipping,
)
from workbook.commands.spoken import Command, Group, refusal
from workbook.commands.words import say
from workbook.errors import RunCodeError, UsageError, WorkbookError, must_exist
from workbook.messages import set_language
from workbook.text import LANGUAGES

_COMMANDS: Mapping[str, Callable[..., object]] = {
    "lab": lab.command,
    "list": listing.command,
    "check": check.command,
    "new": new.command,
    "import": import_.command,
    "run": run.command,
    "story": story.command,
    "map": branches.command,
    "compare": compare.command,
    "backcast": backcast.command,
    "calibrate": calibrate.command,
    "package": package.command,
    "table": table.command,
    "ensemble": ensemble.command,
    "sensitivity": sensitivity.command,
    "discover": discover.command,
    "robust": robust.command,
    "tipping": tipping.command,
    "collect": collect.command,
    "seminar": seminar.command,
    "export": export.command,
    "site": site.command,
}


def main(argv: Sequence[str] | None = None) -> None:
    """Run the command line and leave with its exit code.

    Parameters
    ----------
    argv
        The words after ``workbook``; those of this process when left out.
    """
    _forgive_terminals()
    try:
        sys.exit(answer(list(sys.argv[1:] if argv is None else argv)))
    except BrokenPipeError:
        # The reader (head, less) has seen enough. Python would complain once more on leaving.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)


def answer(argv: list[str]) -> int:
    """Do what ``argv`` asks for; the exit code."""
    try:
        set_language(language_of(argv))
        app = build()
        code = app(argv, prog_name="workbook", standalone_mode=False)
        sys.stdout.flush()
    except WorkbookError as error:
        _complain(error.text())
        return _exit_code(error)
    except typer.TyperException as error:
        _complain(refusal(error))
        return 2
    except (KeyboardInterrupt, typer.Abort):
        _complain(say("interrupted"))
        return 130
    return code if isinstance(code, int) else 0


def language_of(argv: Sequence[str]) -> str | None:
    """The language asked for anywhere on the line, None when none is.

    It is looked for before the line is understood, since it decides how the line is answered.

    Raises
    ------
    UsageError
        For a language that does not exist.
    """
    found: str | None = None
    for word, following in zip(argv, [*argv[1:], None], strict=False):
        if word == "--":
            break
        if word == "--lang":
            found = following
        elif word.startswith("--lang="):
            found = word.removeprefix("--lang=")
    if found is not None:
        must_exist("language", found, LANGUAGES)
    return found


def build() -> typer.Typer:
    """All commands, described in the language of this process."""
    app = typer.Typer(
        name="workbook", cls=Group, help=say("help-workbook"), rich_markup_mode=None, add_completion=False,
        no_args_is_help=False, invoke_without_command=True, callback=_callback, pretty_exceptions_enable=False,
    )  # fmt: skip
    for name, command in _COMMANDS.items():
        app.command(name, help=say(f"help-{name}"), cls=Command)(command)
    return app


def _callback(
    context: typer.Context,
    lang: Annotated[str | None, options.lang()] = None,
    version: Annotated[bool, options.option("help-version", "--version")] = False,
) -> None:
    if version:
        print(__version__)
        raise typer.Exit
    if context.invoked_subcommand is None:
        print(context.get_help())


def _exit_code(error: WorkbookError) -> int:
    code = getattr(error, "exit_code", None)
    if isinstance(code, int):
        return code
    return 2 if isinstance(error, (UsageError, RunCodeError)) else 1


def _complain(text: str) -> None:
    print(text, file=sys.stderr)


def _forgive_terminals() -> None:
    """A terminal that cannot show a sign gets a question mark instead of a failure."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
