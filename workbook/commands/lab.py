"""``workbook lab``: JupyterLab, ready to play."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from workbook.commands import options
from workbook.commands.words import CommandError


def command(
    no_open: Annotated[bool, options.option("help-no-open", "--no-open")] = False,
    port: Annotated[str | None, options.option("help-port", "--port", metavar="PORT")] = None,
    copy: Annotated[Path | None, options.option("help-lab-copy", "--copy", metavar="FOLDER")] = None,
    lang: Annotated[str | None, options.lang()] = None,
) -> int:
    from workbook.lab import bring, start

    if copy is not None:
        if no_open or port is not None:
            raise CommandError("lab-copy-alone")
        bring(copy.resolve())
        return 0
    return start(port=None if port is None else _port(port), open_browser=not no_open)


def _port(text: str) -> int:
    # Read here and not by typer, whose refusal would be in English.
    if not (text.isascii() and text.isdigit() and 0 < int(text[:9]) < 1 << 16):
        raise CommandError("port-number", found=text)
    return int(text)
