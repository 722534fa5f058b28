"""Program -> NumPy text -> many runs side by side, one array element each.

The only module of the engine that needs NumPy, and it imports it when first asked to compile.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Literal

from workbook.engine.program import Program
from workbook.engine.scalar import print_program
from workbook.expr.printer import Printer, variable
from workbook.expr.to_numpy import NUMPY, numpy_names

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Array = NDArray[np.float64]

Record = Literal["years", "steps"]

CHUNK = 4_000
"""Runs computed together: small enough for the processor's cache, large enough to be worth a call."""


class VectorProgram:
    """A program compiled for arrays.

    Parameters
    ----------
    program : Program
    wanted : sequence of str
        The names to record, in this order; levers cannot be asked for.
    record : {"years", "steps"}
        Yearly means (shape ``names x years x runs``) or every step (``names x (count + 1) x runs``).
    """

    def __init__(self, program: Program, wanted: Sequence[str], record: Record = "years") -> None:
        import numpy as np

        self.program = program
        self.wanted = tuple(wanted)
        self.record = record
        text, printer = vector_text(program, self.wanted, record)
        namespace = numpy_names(np)
        namespace |= {f"t_{i}": (table.xs, table.ys) for i, table in enumerate(printer.tables)}
        exec(compile(text, "<program>", "exec"), namespace)  # noqa: S102 - our own printed text
        self._begin: Callable[..., tuple[Any, ...]] = namespace["begin"]
        self._advance: Callable[..., tuple[Any, ...]] = namespace["advance"]
        self._numpy = np

    def begin(self, levers: Sequence[Any], constants: Sequence[Any]) -> tuple[Any, ...]:
        """Initial stocks for the lever values of the first segment."""
        with self._numpy.errstate(all="ignore"):
            return self._begin(self._floats(levers), self._floats(constants), self._data())

    def advance(
        self,
        stocks: tuple[Any, ...],
        segments: Sequence[Sequence[Any]],
        constants: Sequence[Any],
        out: Array,
        *,
        first: int,
        end: int,
    ) -> tuple[Any, ...]:
        """Go through the steps ``first ... end - 1`` and add to ``out``.

        ``segments`` holds for each segment of the program one value or array of runs for each
        lever. ``out`` must be zero where years are summed; the caller divides by the steps.
        """
        data, fixed = self._data(), self._floats(constants)
        bounds = self.program.bounds
        with self._numpy.errstate(all="ignore"):
            for k, levers in enumerate(segments):
                low, high = max(bounds[k], first), min(bounds[k + 1], end)
                if low < high:
                    stocks = self._advance(low, high, self._floats(levers), fixed, data, stocks, out)
        return stocks

    def run(self, segments: Sequence[Sequence[Any]], constants: Sequence[Any], runs: int) -> Array:
        """Whole runs from the start, in chunks; yearly means or steps, see ``record``.

        Every lever and constant is one number or an array of ``runs`` numbers.
        """
        np, time = self._numpy, self.program.time
        years = self.record == "years"
        length = len(time.years) + 1 if years else time.count + 1
        out = np.zeros((len(self.wanted), length, runs))
        for low in range(0, runs, CHUNK):
            part = slice(low, min(low + CHUNK, runs))
            cut = [[self._part(v, part) for v in row] for row in segments]
            some = [self._part(v, part) for v in constants]
            chunk = np.zeros((len(self.wanted), length, part.stop - part.start))
            self.advance(self.begin(cut[0], some), cut, some, chunk, first=0, end=time.count + 1)
            out[:, :, part] = chunk
        return self.means(out) if years else out

    def means(self, sums: Array) -> Array:
        """Sums of the steps of each year -> yearly means; the last moment, in no year, is dropped."""
        means: Array = sums[:, :-1] / self.program.time.steps_per_year
        return means

    def _part(self, value: Any, part: slice) -> Any:
        """Runs of a chunk; a value that all of them share is one number, so that a common past is cheap."""
        if isinstance(value, int | float):
            return value
        some = value[part]
        return self._numpy.float64(some[0]) if (some == some[0]).all() else some

    def _data(self) -> tuple[tuple[float, ...], ...]:
        return tuple(self.program.inputs.values())

    def _floats(self, values: Sequence[Any]) -> tuple[Any, ...]:
        # NumPy's own floats divide by zero as arrays do; Python's would raise.
        np = self._numpy
        return tuple(np.float64(v) if isinstance(v, int | float) else v for v in values)


def vector_text(program: Program, wanted: Sequence[str], record: Record) -> tuple[str, Printer]:
    """The NumPy text of a program; the same shape as :func:`workbook.engine.scalar.scalar_text`."""
    printer = Printer(NUMPY)
    outs = [f"o_{k} = out[{k}]" for k in range(len(wanted))]
    if record == "years":
        lines = [f"y = i // {program.time.steps_per_year}"]
        lines += [f"o_{k}[y] += {variable(name)}" for k, name in enumerate(wanted)]
    else:
        lines = [f"o_{k}[i] = {variable(name)}" for k, name in enumerate(wanted)]
    return print_program(program, printer, "out", outs, lines), printer
