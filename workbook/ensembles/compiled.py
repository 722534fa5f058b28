"""The scalar program's text, compiled by numba: a loop over runs around it.

The printed functions are kept as a module in the user's cache, where numba keeps their machine code
beside them. Serial and parallel builds have folders of their own: numba tells them apart by nothing
else, and the one that came first would silently serve both.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from importlib.metadata import version
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING, Any

from workbook.engine.program import Program
from workbook.engine.scalar import print_program
from workbook.expr.nodes import Node
from workbook.expr.printer import Printer, variable
from workbook.expr.to_python import PYTHON

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Array = NDArray[np.float64]

_HEAD = '''"""Printed and compiled by the workbook; may be deleted at any time."""
from math import exp, log, log10, sqrt, pow
from numba import njit, prange
inf = float("inf")
nan = float("nan")
def power(a, b):
    return sqrt(a) if b == 0.5 else a ** b
def lookup(x, table):
    xs, ys = table
    if x != x:
        return x
    if x <= xs[0]:
        return ys[0]
    for k in range(1, len(xs)):
        if x <= xs[k]:
            return ys[k - 1] + (ys[k] - ys[k - 1]) / (xs[k] - xs[k - 1]) * (x - xs[k - 1])
    return ys[len(ys) - 1]
def least(a, b):
    return (a if a < b else b if b <= a else a + b) + 0.0
def most(a, b):
    return (a if a > b else b if b >= a else a + b) + 0.0
power, lookup = njit(power, error_model="numpy"), njit(lookup, error_model="numpy")
least, most = njit(least), njit(most)
'''


def _pick(printer: Printer, function: str, a: Node, b: Node) -> str:
    return f"{'least' if function == 'min' else 'most'}({printer.write(a)}, {printer.write(b)})"


_DIALECT = replace(PYTHON, pick=_pick)
"""Python, but for min and max, whose assignments inside expressions numba does not understand."""


class Compiled:
    """A program compiled for many runs.

    Parameters
    ----------
    wanted : sequence of str
        The names whose yearly means are kept.
    fixed : mapping
        Constants with one value for all runs: written into the program as numbers.
    parallel : bool
        Use all cores of this machine.
    """

    def __init__(self, program: Program, wanted: Sequence[str], fixed: Mapping[str, float], *, parallel: bool) -> None:
        import numpy as np

        self.program = program
        self.wanted = tuple(wanted)
        self.fixed = dict(fixed)
        self._data = tuple(np.array(values) for values in program.inputs.values())
        self._bounds = np.array(program.bounds)
        text = compiled_text(program, self.wanted, self.fixed, parallel=parallel)
        self._run: Any = module_of(text, parallel=parallel).run

    def run(self, segments: Sequence[Sequence[Any]], constants: Sequence[Any], runs: int) -> Array:
        """Yearly means ``names x years x runs``; the same call as of the NumPy program."""
        import numpy as np

        time = self.program.time
        out = np.zeros((len(self.wanted), len(time.years) + 1, runs))
        levers = np.empty((len(segments), len(self.program.levers), runs))
        for k, row in enumerate(segments):
            for j, value in enumerate(row):
                levers[k, j] = value
        names = self.program.constants
        sampled = np.empty((sum(name not in self.fixed for name in names), runs))
        moving = (v for name, v in zip(names, constants, strict=True) if name not in self.fixed)
        for j, value in enumerate(moving):
            sampled[j] = value
        self._run(runs, self._bounds, levers, sampled, self._data, out)
        means: Array = out[:, :-1] / time.steps_per_year
        return means


def compiled_text(program: Program, wanted: Sequence[str], fixed: Mapping[str, float], *, parallel: bool) -> str:
    """The text of a module with ``run(runs, bounds, levers, constants, data, out)``."""
    printer = Printer(_DIALECT)
    record = [f"y = i // {program.time.steps_per_year}"]
    record += [f"out[{k}, y, r] += {variable(name)}" for k, name in enumerate(wanted)]
    body = print_program(program, printer, "out, r", [], record)
    tables = [f"t_{k} = ({table.xs!r}, {table.ys!r})" for k, table in enumerate(printer.tables)]
    levers = "".join(f"levers[k, {j}, r], " for j in range(len(program.levers)))
    places = iter(range(len(program.constants)))
    constants = "".join(
        f"{printer.number(fixed[name])}, " if name in fixed else f"constants[{next(places)}, r], "
        for name in program.constants
    )
    loop = f"""
def run(runs, bounds, levers, constants, data, out):
    for r in {"prange" if parallel else "range"}(runs):
        c = ({constants})
        k = 0
        stocks = begin(({levers}), c, data)
        for k in range(len(bounds) - 1):
            stocks = advance(bounds[k], bounds[k + 1], ({levers}), c, data, stocks, out, r)
"""
    made = 'begin, advance = njit(begin, error_model="numpy"), njit(advance, error_model="numpy")\n'
    last = f'run = njit(run, error_model="numpy", parallel={parallel}, nogil=True, cache=True)\n'
    return _HEAD + "\n".join([*tables, ""]) + body + made + loop + last


def module_of(text: str, *, parallel: bool) -> Any:
    """The text as a module in a folder that no other text and no other build shares."""
    about = f"{text}\0{parallel}\0{version('numba')}\0{sys.version}"
    name = f"workbook_program_{hashlib.sha256(about.encode()).hexdigest()[:32]}"
    path = _folder(name) / f"{name}.py"
    if not path.is_file() or path.read_text(encoding="utf-8") != text:
        beside = path.with_suffix(f".{os.getpid()}")
        beside.write_text(text, encoding="utf-8")
        beside.replace(path)
    spec = spec_from_file_location(name, path)
    assert spec is not None  # noqa: S101 - the file was just written
    assert spec.loader is not None  # noqa: S101 - as above
    module = module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


def _folder(name: str) -> Path:
    """A folder of the user's cache that nobody else can write to; a temporary one when there is none."""
    home = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    folder = Path(home) / "scenario-workbook" / "numba" / name
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        about = folder.stat()
        ours = os.name == "nt" or (about.st_uid == os.getuid() and not about.st_mode & 0o22)
        if ours and os.access(folder, os.W_OK):
            return folder
    except OSError:
        pass
    return Path(mkdtemp(prefix="workbook-numba-"))
