"""``workbook table``: a scenario as an Excel file, and the folder back from it."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

import workbook as wb
from workbook.commands import options
from workbook.commands.words import CommandError, say
from workbook.export.shelf import FolderError
from workbook.folder import find
from workbook.folder.combine import SIGN
from workbook.messages import current_language
from workbook.saving import WriteError, written
from workbook.text import base_language

ENDING = ".xlsx"


def command(
    scenario: Annotated[str | None, typer.Argument(metavar="ID", help=say("help-scenario"), show_default=False)] = None,
    out: Annotated[Path | None, options.option("help-table-out", "--out", "-o", metavar="FILE|FOLDER")] = None,
    read: Annotated[Path | None, options.option("help-table-read", "--read", metavar="FILE.xlsx")] = None,
    replace: Annotated[bool, options.option("help-table-replace", "--replace")] = False,
    lang: Annotated[str | None, options.lang()] = None,
) -> None:
    if (scenario is None) == (read is None):
        raise CommandError("table-which")
    if out is None:
        raise CommandError("table-where")
    if read is not None:
        _read(read, out, replace=replace)
    else:
        _write(str(scenario), out)


def _write(scenario: str, out: Path) -> None:
    from workbook.spreadsheet.write import save

    if out.suffix.lower() != ENDING:
        raise CommandError("table-ending", found=out.suffix or out.name)
    if SIGN in scenario and not Path(scenario).is_dir():
        raise CommandError("table-together")
    # A folder with problems is told what they are before it becomes a file that hides them.
    wb.load(scenario)
    with written(out) as beside:
        save(find(scenario), base_language(current_language()), beside)
    print(say("written", file=out))
    print(say("table-next", file=out))


def _read(file: Path, out: Path, *, replace: bool) -> None:
    from workbook.spreadsheet.back import read_back

    _check_target(out, replace=replace)
    try:
        made = read_back(file, out.resolve().parent)
        changed = _replaced(out, made.before, made.files) if out.is_dir() and replace else _new(out, made.files)
    except OSError as error:
        raise WriteError(out, error) from error
    for warning in made.warnings:
        print(say("warning") + warning.line())
    print(say("written", file=out))
    said = say(
        "table-done",
        changed=made.changed,
        added=made.added,
        removed=made.removed,
        followed=made.followed,
        files=changed,
    )
    print(said)
    if made.name != out.resolve().name:
        print(say("table-name", name=made.name, folder=out.name))


def _check_target(out: Path, *, replace: bool) -> None:
    if out.is_file():
        raise FolderError("folder-is-file", out)
    if not out.resolve().parent.is_dir():
        raise WriteError(out, FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT)))
    if out.is_dir() and any(out.iterdir()) and not replace:
        raise CommandError("table-exists", 1, folder=out)


def _new(out: Path, files: Mapping[str, bytes]) -> int:
    """Whole or not at all: the folder is finished beside before it takes its name."""
    from workbook.spreadsheet.judge import write_files

    with tempfile.TemporaryDirectory(prefix=f".{out.name}-", dir=out.resolve().parent) as beside:
        made = Path(beside) / "made"
        made.mkdir()
        write_files(made, files)
        if out.is_dir():
            out.rmdir()
        made.rename(out)
    return len(files)


def _replaced(out: Path, before: Mapping[str, bytes], files: Mapping[str, bytes]) -> int:
    """Only what differs, each file whole; nothing at all when someone else has changed one meanwhile."""
    differing = {name: files.get(name) for name in {*before, *files} if before.get(name) != files.get(name)}
    moved = [name for name in sorted(differing) if _now(out / name) not in (before.get(name), files.get(name))]
    if moved:
        raise CommandError("table-meanwhile", 1, folder=out, names=", ".join(moved[:5]))
    for name, data in sorted(differing.items()):
        path = out / name
        if data is None:
            path.unlink(missing_ok=True)
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        with written(path) as beside:
            beside.write_bytes(data)
    return len(differing)


def _now(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None
