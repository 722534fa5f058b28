"""The engine against the same equations written by hand, and against PySD."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import Any

import workbook as wb
from tests.bench.measure import Figure, median_ms, pair_ms
from tests.strategies import random_settings
from workbook.engine.schedule import segments
from workbook.engine.script import script_text
from workbook.engine.vector import CHUNK, VectorProgram

HANDMADE = Path(__file__).parent / "handmade"
SCENARIO = "soziale-arbeit-2030"
RUNS = 10_000
ROOM = 300


def handmade(name: str) -> Any:
    """A module of the handmade models, which import each other by their plain names."""
    if str(HANDMADE) not in sys.path:
        sys.path.insert(0, str(HANDMADE))
    return __import__(name)


def figures() -> Iterator[Figure]:
    """All figures of this file."""
    book = wb.load(SCENARIO)
    yield from starting()
    yield from scalar(book)
    each = yield from vector(book)
    yield from script(book)
    yield from room(book)
    yield from pysd(book, each)


def starting() -> Iterator[Figure]:
    """Import and load."""
    kept = tempfile.mkdtemp()

    def process(code: str) -> None:
        # Compiled modules are kept, as on any machine where a program is started twice.
        settings = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
        subprocess.run([sys.executable, "-c", code], check=True, env=settings | {"PYTHONPYCACHEPREFIX": kept})

    whole, bare, _ = pair_ms(lambda: process("import workbook"), lambda: process("pass"), 9)
    yield Figure("`import workbook`", whole - bare, "ms", "at most 150 ms")

    def opened() -> None:
        book = wb.load(SCENARIO)
        book.simulator.nominal, book.simulator.program, book.simulator._scalar  # noqa: B018

    yield Figure("load, validate, compile, in a warm process", median_ms(opened, 9), "ms", "at most 150 ms")


def scalar(book: wb.Workbook) -> Iterator[Figure]:
    """One run in plain Python."""
    model = handmade("model")
    setting = book.run("utopie").setting
    levers, choices = dict(setting.levers), dict(setting.choices)
    names, years = list(book.scenario.indicators), book.scenario.time.years

    def ours() -> None:
        book.simulator.__dict__.pop("_history", None)  # the hand-written model has no memory either
        run = book.simulator.run(setting)
        for name in names:
            for year in years:
                run.yearly(name, year)

    simulator, plan = book.simulator, segments(book.scenario, levers, choices)
    begin, advance = simulator._scalar
    data, bounds = simulator._data, simulator.program.bounds

    def program() -> None:
        rows: list[tuple[float, ...]] = []
        stocks = begin(plan[0], simulator.nominal, data)
        for k, row in enumerate(plan):
            stocks = advance(bounds[k], bounds[k + 1], row, simulator.nominal, data, stocks, rows.append)

    a, b, ratio = pair_ms(program, lambda: model.run(levers, choices))
    yield Figure("the printed Python, from 2015", a, "ms", "at most 1.3 times", f"by hand {b:.2f} ms", ratio)
    a, b, ratio = pair_ms(ours, lambda: model.run(levers, choices))
    yield Figure(
        "the same, each number checked to be finite, with yearly means", a, "ms", "", f"by hand {b:.2f} ms", ratio
    )
    yield Figure("one run, the past kept", median_ms(lambda: book.simulator.run(setting)), "ms", "at most 1.5 ms")
    yield Figure("one run with its story", median_ms(lambda: book.run_of(setting).story("de", moves=False)), "ms")


def vector(book: wb.Workbook) -> Generator[Figure, None, float]:
    """Many runs in NumPy: the same random settings for both. Returns the time of one run."""
    import numpy as np

    model = handmade("model_numpy")
    scenario = book.scenario
    settings = list(random_settings(scenario, RUNS, seed=1))
    plans = np.array([segments(scenario, dict(s.levers), dict(s.choices)) for s in settings])
    columns = [[plans[:, k, j] for j in range(plans.shape[2])] for k in range(plans.shape[1])]
    program = VectorProgram(book.simulator.program, tuple(scenario.indicators))
    levers = {n: np.array([dict(s.levers)[n] for s in settings]) for n in scenario.levers}
    choices = {n: [dict(s.choices)[n] for s in settings] for n in scenario.decisions}

    def theirs() -> None:
        for low in range(0, RUNS, CHUNK):
            part = slice(low, low + CHUNK)
            some = {n: v[part] for n, v in levers.items()}
            model.run(some, {n: v[part] for n, v in choices.items()}, runs=len(next(iter(some.values()))))

    a, b, ratio = pair_ms(lambda: program.run(columns, book.simulator.nominal, RUNS), theirs, 7)
    each = 1000 / RUNS
    yield Figure(
        f"one run of {RUNS:,}, NumPy", a * each, "µs", "at most 1.5 times", f"by hand {b * each:.1f} µs", ratio
    )
    setting = book.run("utopie").setting
    yield Figure("a band of 500 futures, the past kept", median_ms(lambda: book.futures.bands(setting), 15), "ms")
    return a / RUNS


def room(book: wb.Workbook) -> Iterator[Figure]:
    """Many run codes to the board of a room, each run computed and told."""
    codes = [book.run_of(setting).code for setting in random_settings(book.scenario, ROOM, seed=2)]
    yield Figure(
        f"{ROOM} run codes to the room's board", median_ms(lambda: wb.collect(book, codes).board, 7), "ms",
        "at most 1000 ms",
    )  # fmt: skip


def script(book: wb.Workbook) -> Iterator[Figure]:
    """The printed JavaScript in Node.js."""
    with tempfile.TemporaryDirectory() as folder:
        data = {
            "program": script_text(book.simulator.program, tuple(book.scenario.indicators)),
            "constants": book.simulator.nominal,
            "defaults": [lever.default for lever in book.scenario.levers.values()],
            "segments": len(book.simulator.program.bounds) - 1,
            "stocks": len(book.simulator.program.stocks),
            "steps": book.scenario.time.count + 1,
            "years": len(book.scenario.time.years) + 1,
            "parameters": json.loads((HANDMADE / "parameters.json").read_text(encoding="utf-8")),
        }
        path = Path(folder) / "bench.json"
        path.write_text(json.dumps(data), encoding="utf-8")
        done = subprocess.run(
            ["node", str(Path(__file__).parent / "script.mjs"), str(path)],
            check=True, capture_output=True, text=True,
        )  # fmt: skip
    result = json.loads(done.stdout)
    yield Figure(
        "one run, JavaScript, from 2015", result["ours"], "µs", "at most 1.5 times",
        f"by hand {result['hand']:.1f} µs", result["ratio"],
    )  # fmt: skip


def pysd(book: wb.Workbook, each: float) -> Iterator[Figure]:
    """The same model through PySD, an independent simulator."""
    import pysd

    from workbook.xmile.exporting import xmile_text

    setting = book.run("utopie").setting
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "model.xmile"
        path.write_text(xmile_text(book.scenario, setting), encoding="utf-8")
        model = pysd.read_xmile(str(path))
        slow = median_ms(model.run, 3)
    yield Figure(
        f"one run of {RUNS:,}, NumPy, against one run of PySD", 1000 * each, "µs",
        "at most 1/1000", f"PySD {slow:.0f} ms", each / slow,
    )  # fmt: skip
