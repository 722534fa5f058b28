"""What PySD, an independent simulator, makes of an XMILE file.

Two things that cost most of its time and change no number are left out: the Python text that it writes
is not laid out prettily, and an equation that it has read before is not parsed again.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any


def run_by_pysd(path: Path, columns: Iterable[str] | None = None) -> Any:
    """A DataFrame with these columns (all when none are named), one row for each step."""
    with warnings.catch_warnings():
        # PySD builds its result with a keyword that pandas 3 gives up, and reads tables with an old NumPy function.
        warnings.simplefilter("ignore")
        return _quick().read_xmile(str(path)).run(return_columns=None if columns is None else sorted(set(columns)))


@cache
def _quick() -> Any:
    import pysd
    from pysd.builders.python import python_model_builder
    from pysd.translators.xmile.xmile_element import Element

    python_model_builder.black.format_file_contents = lambda text, **_: text
    parse, known = Element._smile_parser, {}

    def remembered(element: Element, expression: str) -> Any:
        if expression not in known:
            known[expression] = parse(element, expression)
        return known[expression]

    Element._smile_parser = remembered
    return pysd
