"""Everything that a seminar hands out in one folder: pages, slides, worksheets, cards, scripts, and an index."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from workbook.export.site import Leaf, leaves_of, write_site
from workbook.kit.leaves import deck_leaves, kit_leaves
from workbook.run import Workbook
from workbook.seminar import Seminar


def seminar_leaves(book: Workbook, seminar: Seminar) -> list[Leaf]:
    """What stands beside the pages. Notebooks do not: they show every lever and chapter, and need a kernel."""
    return [*kit_leaves(book, seminar), *deck_leaves(book, seminar)]


def write_seminar(folder: Path, book: Workbook, seminar: Seminar, step: Callable[[int, int], None]) -> None:
    """Write the folder of a seminar.

    Parameters
    ----------
    folder
        New, empty, or written by this before.
    book
    seminar
    step
        Told (files done, files in all) after each file.

    Raises
    ------
    WorkbookError
        When the folder is somebody else's.
    OSError
        When it cannot be written; nothing has changed then.
    """
    extras = seminar_leaves(book, seminar)
    count, done = len(leaves_of(book, seminar)) + len(extras), 0

    def one(_: Leaf) -> None:
        nonlocal done
        done += 1
        step(done, count)

    write_site(folder, [book], extras, one, seminar)
