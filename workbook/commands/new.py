"""``workbook new``: a folder of one's own that passes ``check``, to be changed line by line."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from workbook.commands import options
from workbook.commands.words import CommandError, say
from workbook.folder import find, is_id
from workbook.folder.copying import copy_folder
from workbook.saving import WriteError

STARTER = Path(__file__).resolve().parent.parent / "starter"
"""A small scenario on top of the shared core."""


def command(
    name: Annotated[str, typer.Argument(metavar="ID", help=say("help-new-id"), show_default=False)],
    source: Annotated[str | None, options.option("help-new-from", "--from", metavar="ID")] = None,
    lang: Annotated[str | None, options.lang()] = None,
) -> None:
    target = Path(name) if Path(name).name != name or not Path("scenarios").is_dir() else Path("scenarios") / name
    if not is_id(target.name):
        raise CommandError("new-id", name=target.name)
    if target.exists():
        raise CommandError("new-exists", 1, folder=target)
    origin = STARTER if source is None else find(source)
    try:
        copy_folder(origin, target)
    except OSError as error:
        raise WriteError(target, error) from error
    print(say("new-done", folder=target))
    print(say("new-next", folder=target))
