"""Ensembles: a million runs against a hand-written numba loop, PySD and the EMA Workbench; files, memory, Dask.

All runs are rows of one Latin hypercube over levers, choices and 106 uncertain constants.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import workbook as wb
from tests.bench.compare.makers import NotHereError, installed
from tests.bench.engine import HANDMADE, SCENARIO, handmade
from tests.bench.measure import Figure, median_ms
from workbook.ensembles.compute import Job, job_of
from workbook.ensembles.design import BLOCK
from workbook.ensembles.space import Rows, Wish
from workbook.xmile.exporting import NAMESPACE, xmile_text

MANY = 1_000_000
SOME = 100_000


def figures() -> Iterator[Figure]:
    """All figures of this file."""
    book = wb.load(SCENARIO)
    jobs = {
        (engine, parallel): job_of(book.scenario, _wish(book, MANY, engine), parallel=parallel)
        for engine, parallel in (("numpy", False), ("numba", False), ("numba", True))
    }
    each = yield from engines(jobs)
    yield from pysd(book, each)
    yield from ema(book, each)
    with tempfile.TemporaryDirectory() as folder:
        yield from files(book, Path(folder))
        yield from memory(Path(folder))
        yield from dask(book, Path(folder))


def _wish(book: wb.Workbook, samples: int, engine: Any) -> Wish:
    s = book.scenario
    return Wish(samples, 2030, "lhs", tuple(s.levers), True, True, s.baseline.name, engine, BLOCK)


class Clock:
    """Wall and CPU seconds of several calls, one list for each."""

    def __init__(self) -> None:
        self.wall: list[float] = []
        self.cpu: list[float] = []

    def call(self, function: Callable[[], object]) -> None:
        wall, cpu = time.perf_counter(), time.process_time()
        function()
        self.wall.append(time.perf_counter() - wall)
        self.cpu.append(time.process_time() - cpu)

    def each(self, runs: int) -> float:
        """Microseconds of one run."""
        return 1e6 * sum(self.wall) / runs

    @property
    def cores(self) -> float:
        """CPU time over wall time: how many cores were at work."""
        return sum(self.cpu) / sum(self.wall)


def _ratio(ours: Clock, theirs: Clock) -> float:
    return statistics.median(a / b for a, b in zip(ours.wall, theirs.wall, strict=True))


def by_hand(loop: Any, rows: Rows) -> Any:
    """The means of the hand-written loop."""
    import numpy as np

    model = handmade("model")
    out = np.empty((len(model.INDICATORS), model.END - model.START, rows.levers.shape[1]))
    loop(rows.levers, rows.choices, rows.constants, out)
    return out


def engines(jobs: dict[tuple[str, bool], Job]) -> Iterator[Figure]:
    """Both engines and the hand-written loop in turns; returns microseconds of one run with numba on all cores."""
    serial, parallel, numpy = jobs["numba", False], jobs["numba", True], jobs["numpy", False]
    loops = handmade("model_numba").loops([c.name for c in parallel.space.constants])
    calls: dict[str, tuple[Callable[[Rows], object], int]] = {
        "parallel": (parallel.means, 1),
        "hand, parallel": (partial(by_hand, loops[True]), 1),
        "serial": (serial.means, 5),
        "hand, serial": (partial(by_hand, loops[False]), 5),
        "numpy": (numpy.means, 5),
    }
    clocks = {name: Clock() for name in calls}
    first = parallel.space.draw(parallel.space.part(0))
    for call, _ in calls.values():
        call(first)
    for chunk in range(parallel.space.chunks):
        rows = parallel.space.draw(parallel.space.part(chunk))
        for name, (call, every) in calls.items():
            if chunk % every == 0:
                clocks[name].call(partial(call, rows))
    times = {name: clock.each(MANY // calls[name][1]) for name, clock in clocks.items()}
    for what, name, hand in (
        ("one run of 1,000,000, numba on all cores", "parallel", "hand, parallel"),
        ("the same on one core, 200,000 runs", "serial", "hand, serial"),
    ):
        yield Figure(
            f"{what}, {clocks[name].cores:.1f} cores at work", times[name], "µs", "at most 1.5 times",
            f"by hand with numba {times[hand]:.1f} µs, {clocks[hand].cores:.1f} cores",
            _ratio(clocks[name], clocks[hand]),
        )  # fmt: skip
    yield Figure(
        "the same with NumPy", times["numpy"], "µs", "at most 5 times",
        f"by hand with numba {times['hand, serial']:.1f} µs", _ratio(clocks["numpy"], clocks["hand, serial"]),
    )  # fmt: skip
    return times["parallel"]


def straight(text: str) -> str:
    """XMILE with a straight line instead of each table over time: what PySD computes fastest."""
    ET.register_namespace("", NAMESPACE)
    root, prefix = ET.fromstring(text), f"{{{NAMESPACE}}}"
    for element in root.iter(f"{prefix}aux"):
        table = element.find(f"{prefix}gf")
        if table is not None:
            xs, ys = ([float(v) for v in table.findtext(f"{prefix}{n}").split(",")] for n in ("xpts", "ypts"))
            slope = (ys[-1] - ys[0]) / (xs[-1] - xs[0])
            element.find(f"{prefix}eqn").text = f"{ys[0]!r} + RAMP({slope!r}, {xs[0]!r})"
            element.remove(table)
    return ET.tostring(root, encoding="unicode")


def pysd(book: wb.Workbook, each: float) -> Iterator[Figure]:
    """One run of PySD, whose slow lookup tables are left out."""
    import pysd

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "model.xmile"
        path.write_text(straight(xmile_text(book.scenario, book.run("utopie").setting)), encoding="utf-8")
        slow = median_ms(pysd.read_xmile(str(path)).run, 5)
    yield Figure(
        "one run of 1,000,000, numba, against one run of PySD without its tables", each, "µs", "at most 1/3000",
        f"PySD {slow:.0f} ms", each / 1000 / slow,
    )  # fmt: skip


def ema(book: wb.Workbook, each: float) -> Iterator[Figure]:
    """The hand-written Python model in the EMA Workbench, in an environment of its own."""
    s = book.scenario
    space = {
        "levers": {name: (lever.low, lever.high) for name, lever in s.levers.items()},
        "constants": {c.name: (c.low, c.high) for c in s.constants.values() if c.uncertain},
        "choices": {d.name: list(d.options) for d in s.decisions.values()},
    }
    goal, what = "at most 1/300", "the same against one experiment of the EMA Workbench, model in plain Python"
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "space.json"
        path.write_text(json.dumps(space), encoding="utf-8")
        (Path(folder) / "ema").mkdir()
        script = [str(Path(__file__).parent / "ema.py"), str(HANDMADE), str(path), "200"]
        try:
            python = installed(Path(folder) / "ema", "ema", "ema-workbench") / "python"
        except NotHereError as reason:
            yield Figure(what, each, "µs", goal, f"could not be installed here: {reason}")
            return
        done = subprocess.run([str(python), "-W", "ignore", *script], check=True, capture_output=True, text=True)
    slow = float(done.stdout)
    yield Figure(what, each, "µs", goal, f"EMA Workbench {slow:.1f} ms", each / 1000 / slow)


def files(book: wb.Workbook, folder: Path) -> Iterator[Figure]:
    """The same rows computed only, and written to Parquet."""
    for engine, samples in (("numba", 5 * SOME), ("numpy", 2 * SOME)):
        job = job_of(book.scenario, _wish(book, samples, engine))
        job.batch(0)
        bare, written = Clock(), Clock()
        for _ in range(2):
            bare.call(lambda job=job: [job.batch(chunk) for chunk in range(job.space.chunks)])
            written.call(partial(wb.ensemble, book, samples, engine=engine, out=folder / "a.parquet"))
        yield Figure(
            f"one run of {samples:,}, {engine}, drawn, computed and written to Parquet",
            written.each(2 * samples), "µs", "at most 2 times", f"not written {bare.each(2 * samples):.1f} µs",
            _ratio(written, bare),
        )  # fmt: skip


_PEAK = """
import re, sys, workbook as wb
wb.ensemble(sys.argv[1], int(sys.argv[2]), engine="numba", out=sys.argv[3])
# Not ru_maxrss: a process begins with that of the one that started it.
print(re.search(r"VmHWM:\\s+(\\d+)", open("/proc/self/status").read())[1])
"""


def memory(folder: Path) -> Iterator[Figure]:
    """Peak memory of a process of its own."""
    for samples in (SOME, MANY):
        line = [sys.executable, "-c", _PEAK, SCENARIO, str(samples), str(folder / "a.parquet")]
        done = subprocess.run(line, check=True, capture_output=True, text=True)
        peak = int(done.stdout) / (2**20 if sys.platform != "darwin" else 2**30)
        yield Figure(f"peak memory of {samples:,} runs with their file", peak, "GB", "at most 1 GB")


def dask(book: wb.Workbook, folder: Path) -> Iterator[Figure]:
    """Worker processes, measured from the first chunk that came back to the last."""
    clocks: dict[int, list[float]] = {}
    for workers in (1, 2, 1, 2):
        seen: list[tuple[float, int]] = []

        def progress(done: int, _rows: int, seen: Any = seen) -> None:
            seen.append((time.perf_counter(), done))

        wb.ensemble(book, 3 * SOME, engine="numba", workers=workers, out=folder / "a.parquet", progress=progress)
        clocks.setdefault(workers, []).append(_speed(seen[1:]))
    one, two = (statistics.mean(clocks[n]) for n in (1, 2))
    yield Figure(
        "one run of 300,000, numba, Dask with two processes, once they run", two, "µs", "at most 1/1.6",
        f"one process {one:.1f} µs", two / one,
    )  # fmt: skip


def _speed(seen: Sequence[tuple[float, int]]) -> float:
    (begin, low), (end, high) = seen[0], seen[-1]
    return 1e6 * (end - begin) / (high - low)
