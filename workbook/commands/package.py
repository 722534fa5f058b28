"""``workbook package``: a scenario as a data package, in a folder that is new or empty."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Annotated

import workbook as wb
from workbook.commands import options
from workbook.commands.wish import reading_language
from workbook.commands.words import say
from workbook.export.shelf import FolderError
from workbook.interchange.package import package_files
from workbook.saving import WriteError


def command(
    scenario: Annotated[str, options.scenario()],
    out: Annotated[Path, options.option("help-package-out", "--out", "-o", metavar="FOLDER")],
    lang: Annotated[str | None, options.lang()] = None,
) -> None:
    _check(out)
    book = wb.load(scenario)
    files = package_files(book, reading_language(book.scenario, lang))
    try:
        _write(out, files)
    except OSError as error:
        raise WriteError(out, error) from error
    print(say("written", file=out))


def _check(out: Path) -> None:
    if out.is_file():
        raise FolderError("folder-is-file", out)
    found = sorted(p.name for p in out.iterdir()) if out.is_dir() else []
    if found:
        raise FolderError("folder-foreign", out, found)


def _write(out: Path, files: dict[str, str]) -> None:
    """Whole or not at all: the folder is finished beside before it takes its name."""
    parent = out.resolve().parent
    with tempfile.TemporaryDirectory(prefix=f".{out.name}-", dir=parent) as beside:
        made = Path(beside) / "package"
        for name, text in files.items():
            path = made / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        if out.is_dir():
            out.rmdir()
        made.rename(out)
