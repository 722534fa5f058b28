"""The files that surfaces put before a reader: scripts, styles, templates."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def asset(name: str) -> str:
    """A text file of ``workbook/static``."""
    return files("workbook").joinpath("static", *name.split("/")).read_text(encoding="utf-8")
