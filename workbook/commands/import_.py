"""``workbook import``: a system dynamics model in XMILE becomes a scenario folder that passes the check."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from workbook.commands import options
from workbook.commands.words import CommandError, say
from workbook.folder import is_id
from workbook.messages import message
from workbook.saving import WriteError
from workbook.xmile.importing import Wishes, import_xmile, write_files
from workbook.xmile.tree import MAX_BYTES


def command(
    model: Annotated[Path, typer.Argument(metavar="MODEL", help=say("help-import-model"), show_default=False)],
    out: Annotated[Path, options.option("help-import-out", "--out", "-o", metavar="FOLDER")],
    name: Annotated[str | None, options.option("help-import-id", "--id", metavar="ID")] = None,
    lever: Annotated[
        list[str] | None, options.option("help-import-lever", "--lever", metavar="NAME[:LOW:HIGH:STEP]")
    ] = None,
    indicator: Annotated[
        list[str] | None, options.option("help-import-indicator", "--indicator", metavar="NAME")
    ] = None,
    lang: Annotated[str | None, options.lang()] = None,
) -> None:
    scenario_id = out.resolve().name if name is None else name
    if not is_id(scenario_id):
        raise CommandError("new-id", name=scenario_id)
    if out.exists():
        raise CommandError("new-exists", 1, folder=out)
    data = _read(model)
    try:
        imported = import_xmile(data, model.name, scenario_id, Wishes(lever or (), indicator or ()))
        _write(out, imported.files)
    except OSError as error:
        raise WriteError(out, error) from error
    for code, values in imported.notes:
        print(message(code, None, **values))
    print(say("new-done", folder=out))
    print(say("new-next", folder=out))


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            # One byte more than allowed is enough to refuse the file; an endless one is never read whole.
            return file.read(MAX_BYTES + 1)
    except OSError as error:
        raise CommandError("unreadable", 1, file=path, detail=error.strerror or str(error)) from error


def _write(out: Path, files: Mapping[str, str]) -> None:
    """Whole or not at all: the folder is finished beside before it takes its name."""
    with tempfile.TemporaryDirectory(prefix=f".{out.name}-", dir=out.resolve().parent) as beside:
        made = Path(beside) / out.name
        write_files(made, files)
        made.rename(out)
