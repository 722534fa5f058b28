"""What a terminal shows: tables as wide as it is, or unwrapped when a program reads them."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Sequence

_UNWRAPPED = 400
"""Width for a pipe: a line of a table stays one line for grep."""


def width() -> int:
    """Characters in a line."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else _UNWRAPPED


def show_table(header: Sequence[str], rows: Sequence[Sequence[str]], numbers: Sequence[int] = ()) -> None:
    """Print a table.

    Parameters
    ----------
    header, rows
        Texts as the reader should see them.
    numbers
        Columns that are set flush right.
    """
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, header_style="bold")
    for k, name in enumerate(header):
        table.add_column(Text(name), justify="right" if k in numbers else "left")
    for row in rows:
        # Text, not markup: a label may hold square brackets.
        table.add_row(*(Text(cell) for cell in row))
    Console(file=sys.stdout, width=width(), highlight=False, emoji=False).print(table)
