"""Many runs in a browser: the program's JavaScript, the same text that an exported page runs.

For a Python that itself runs in a browser (Pyodide) and has no NumPy. The numbers lie in arrays of the browser, so
that nothing but results is copied.
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from workbook.engine.program import Program
from workbook.engine.script import script_text

Rows = Sequence[Sequence[float]]


def at_hand() -> bool:
    """Whether this Python runs in a browser."""
    return sys.platform == "emscripten" and find_spec("pyodide") is not None


def lasting() -> bool:
    """Whether what is written there outlives the page: JupyterLite keeps it below ``/drive``, over https only."""
    return Path.cwd().is_relative_to("/drive")


@dataclass(frozen=True, slots=True)
class Abreast:
    """Runs side by side at one moment; its arrays belong to the browser."""

    runs: int
    constants: Any
    stride: int
    stocks: Any
    years: Any


class BrowserProgram:
    """A program compiled by the browser.

    Parameters
    ----------
    program : Program
    wanted : sequence of str
        The names whose yearly means are kept, in this order; levers cannot be asked for.
    """

    def __init__(self, program: Program, wanted: Sequence[str]) -> None:
        from pyodide.code import run_js

        self.program = program
        self.wanted = tuple(wanted)
        text = script_text(program, self.wanted)
        self._script = run_js(f"(() => {{ const p = {text}; {_FRAME} }})()")
        self._years = len(program.time.years) + 1

    def begin(self, runs: int, levers: Sequence[float], constants: Rows) -> Abreast:
        """The first moment of many runs; one row of ``constants`` for all of them, or one for each."""
        fixed, stride = _floats(constants), len(self.program.constants) if len(constants) > 1 else 0
        stocks = _zeros(runs * len(self.program.stocks))
        self._script.begin(runs, _floats([levers]), 0, fixed, stride, stocks)
        return Abreast(runs, fixed, stride, stocks, _zeros(runs * len(self.wanted) * self._years))

    def advance(self, moment: Abreast, plans: Sequence[Rows], first: int, end: int) -> Abreast:
        """The runs after the steps ``first ... end - 1``; ``moment`` stays as it is.

        ``plans`` holds the segments of all runs, or one plan that they share.
        """
        stocks, years = moment.stocks.slice(), moment.years.slice()
        levers = _floats([row for plan in plans for row in plan])
        stride = len(plans[0]) * len(self.program.levers) if len(plans) > 1 else 0
        fixed = moment.constants, moment.stride
        self._script.advance(moment.runs, first, end, levers, stride, *fixed, stocks, years)
        return Abreast(moment.runs, *fixed, stocks, years)

    def means(self, moment: Abreast) -> list[list[list[float]]]:
        """Yearly means ``names x years x runs``."""
        sums, size = moment.years.to_py(), len(self.wanted) * self._years
        flat = [each / self.program.time.steps_per_year for each in sums.tolist()]
        years = range(self._years - 1)  # the last moment lies in no year
        return [[flat[k * self._years + y :: size] for y in years] for k in range(len(self.wanted))]

    def sums(self, moment: Abreast) -> Any:
        """The same as a flat memory ``runs x names x (years + 1)``, not yet divided by the steps of a year."""
        return moment.years.to_py()


_FRAME = "return {begin: p.begin, advance: (...given) => p.advance(...given, null)};"
"""Python has no ``null`` of its own to say that no single step is wanted."""


def _floats(rows: Rows) -> Any:
    from pyodide.ffi import to_js

    return to_js(array("d", (value for row in rows for value in row)))


def _zeros(count: int) -> Any:
    from js import Float64Array

    return Float64Array.new(count)
