"""``workbook site``: everything that there is as static pages, with an index."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

import workbook as wb
from workbook.commands import options
from workbook.commands.terminal import show_table
from workbook.commands.words import CommandError, say
from workbook.messages import current_language
from workbook.saving import WriteError
from workbook.text import format_number

if TYPE_CHECKING:
    from rich.progress import Progress

    from workbook.export.site import Leaf


def command(
    names: Annotated[
        list[str] | None, typer.Argument(metavar="ID", help=say("help-scenarios"), show_default=False)
    ] = None,
    out: Annotated[Path | None, options.option("help-site-out", "--out", "-o", metavar="DIR")] = None,
    only: Annotated[bool, options.option("help-site-only", "--only-scenarios")] = False,
    lang: Annotated[str | None, options.lang()] = None,
) -> None:
    if out is None:
        raise CommandError("argument-missing", name="-o DIR")
    asked = names or wb.available()
    if not asked:
        raise CommandError("no-scenarios", 1)
    # Twice the same is one: its files have one place.
    books = list({book.scenario.id: book for book in map(wb.load, dict.fromkeys(asked))}.values())
    from workbook.export.site import INDEX, leaves_of, write_site

    with _told(out), _progress() as bar:
        extras: list[Leaf] = []
        if not only:
            from workbook.commands.site_notebooks import notebook_leaves
            from workbook.lab import shipped_notebooks

            about = {book.scenario.id for book in books} if names else set()
            extras = notebook_leaves(shipped_notebooks(), about, bar.pause)
        bar.expect(sum(len(leaves_of(book)) for book in books) + len(extras))
        sizes = write_site(out, books, extras, bar.done)
    _show(sizes)
    print(say("site-written", folder=out, index=out / INDEX["de"]))


@contextmanager
def _told(folder: Path) -> Iterator[None]:
    """What an operating system refuses, as a sentence."""
    try:
        yield
    except OSError as error:
        raise WriteError(folder, error) from error


class _Bar:
    """A bar on the terminal, which is gone at the end; nothing where a program reads."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._task = progress.add_task("", total=None)

    def expect(self, count: int) -> None:
        self._progress.update(self._task, total=count)

    def done(self, leaf: Leaf) -> None:
        self._progress.update(self._task, advance=1, description=leaf.path)

    @contextmanager
    def pause(self) -> Iterator[None]:
        """Leave the line to somebody else for a while."""
        self._progress.stop()
        try:
            yield
        finally:
            self._progress.start()


@contextmanager
def _progress() -> Iterator[_Bar]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    console = Console(file=sys.stderr)
    columns = (MofNCompleteColumn(), BarColumn(), TextColumn("{task.description}", markup=False))
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        yield _Bar(progress)


def _show(sizes: dict[str, int]) -> None:
    lang = current_language()
    rows: Sequence[tuple[str, int]] = [*sizes.items(), (say("site-total"), sum(sizes.values()))]
    table = [[name, format_number(max(1, size / 1000), lang)] for name, size in rows]
    show_table([say("site-file-heading"), "kB"], table, numbers=(1,))
