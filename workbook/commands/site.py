"""``workbook site``: everything that there is as static pages, with an index."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
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
from workbook.seminar import Seminar, read_seminar, scenario_of
from workbook.text import base_language, format_number

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
    seminar: Annotated[Path | None, options.seminar()] = None,
    lite: Annotated[bool, options.option("help-site-lite", "--lite")] = False,
    pyodide: Annotated[Path | None, options.option("help-site-pyodide", "--pyodide", metavar="FOLDER")] = None,
) -> None:
    if out is None:
        raise CommandError("argument-missing", name="-o DIR")
    if pyodide is not None and not lite:
        raise CommandError("pyodide-without-lite")
    asked = names or ([scenario_of(seminar)] if seminar is not None else wb.available())
    if not asked:
        raise CommandError("no-scenarios", 1)
    # Twice the same is one: its files have one place.
    books = list({book.scenario.id: book for book in map(wb.load, dict.fromkeys(asked))}.values())
    chosen = _chosen(seminar, books)
    from workbook.export.site import leaves_of, write_site

    with _told(out), _progress() as bar:
        extras: list[Leaf] = []
        if not only:
            if chosen is not None:
                from workbook.kit.seminar_folder import seminar_leaves

                extras = seminar_leaves(books[0], chosen)
            else:
                from workbook.commands.site_notebooks import notebook_leaves
                from workbook.kit.leaves import kit_leaves
                from workbook.lab import shipped_notebooks

                about = {book.scenario.id for book in books} if names else set()
                extras = [leaf for book in books for leaf in kit_leaves(book)]
                extras += notebook_leaves(shipped_notebooks(), about, bar.pause)
        bar.expect(sum(len(leaves_of(book)) for book in books) + len(extras))
        sizes = write_site(out, books, extras, bar.done, chosen, _lite(pyodide) if lite else None)
    _show(sizes)
    print(say("site-written", folder=out, index=out / "index.html"))
    if lite:
        print(say("site-lite", folder=out))


def _lite(pyodide: Path | None) -> Callable[[Path], None]:
    """What writes the notebooks that run in the browser into a folder."""
    from workbook.folder.search import installed_folder
    from workbook.lab import shipped_notebooks
    from workbook.lite import write_lite
    from workbook.lite.site import Source

    source = Source(Path(wb.__file__).parent, installed_folder(), shipped_notebooks(), wb.__version__)
    return lambda folder: write_lite(folder, source, pyodide, base_language(current_language()))


def _chosen(file: Path | None, books: Sequence[wb.Workbook]) -> Seminar | None:
    """What a seminar chose, if there is one; it is about one scenario."""
    if file is None:
        return None
    if len(books) > 1:
        found = scenario_of(file)
        raise CommandError("seminar-other", file=file, found=found, names=", ".join(b.scenario.id for b in books))
    return read_seminar(file, books[0].scenario)


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
