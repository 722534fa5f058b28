"""From a wish to a file: check it, compute the chunks that are missing, join them."""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from tempfile import mkdtemp

from workbook.ensembles.compute import Job, job_of
from workbook.ensembles.design import BLOCK
from workbook.ensembles.filling import Batches, Progress, batches_here, fill
from workbook.ensembles.parts import Parts
from workbook.ensembles.record import columns_of, record_of
from workbook.ensembles.space import DESIGNS, ENGINES, MOST, Space, Wish
from workbook.ensembles.table import EnsembleTable
from workbook.errors import UsageError, nearest
from workbook.run import Workbook, book_of

ADDRESS = re.compile(r"(tcp|tls)://[^\s/]+:\d{1,5}")
"""Of a Dask scheduler."""

MOST_WORKERS = 1_000

LARGEST = 128 * 2**20
"""Bytes of one chunk; several are in memory at a time."""


def ensemble(
    scenario: str | os.PathLike[str] | Workbook,
    samples: int = 1_000,
    *,
    seed: int = 2030,
    out: str | os.PathLike[str] | None = None,
    design: str = "lhs",
    levers: Sequence[str] | str = "all",
    constants: str | None = None,
    choices: str = "random",
    world: str | None = None,
    engine: str = "numpy",
    chunk: int | None = None,
    resume: bool = False,
    workers: int | None = None,
    scheduler: str | None = None,
    progress: Progress | None = None,
    command: str | None = None,
) -> EnsembleTable:
    """Run a scenario many times, with other levers, constants and choices each time.

    Parameters
    ----------
    scenario
        A workbook, or what :func:`workbook.load` takes.
    samples
        Rows; for a full factorial the most that are allowed.
    out
        A Parquet file; without it the rows live as long as the table that is returned.
    design : {"lhs", "sobol", "factorial"}
    levers
        "all", or the names of those that vary; the others stay as in ``world``.
    constants : {"all", "none"}
        Whether uncertain constants vary (triangular); a factorial leaves them out unless told.
    choices : {"random", "default"}
        Whether decisions vary or stay as in ``world``.
    engine : {"numpy", "numba"}
    chunk
        Rows that are computed and kept together.
    resume
        Continue what was interrupted; the rows that are there are not computed again.
    workers
        Compute with so many processes of this machine (Dask); they listen to this machine only.
    scheduler
        Or on the workers of a Dask scheduler, ``tcp://HOST:PORT``. The rows are the same on all ways.
    progress
        A function that is told rows done and rows in all.

    Raises
    ------
    UsageError
        For a wish that cannot be met, and for a file of another ensemble.
    WorkbookError
        When the disk is full or the folder closed, and when workers do not answer or would compute
        other rows; the old file is whole.
    """
    book = book_of(scenario)
    _team(workers, scheduler)
    wish = _wish(book, samples, seed, design, levers, constants, choices, world, engine, chunk)
    job = job_of(book.scenario, wish)
    if wish.engine == "numba":
        need("numba")
    if out is not None and Path(out).suffix.lower() != ".parquet":
        raise UsageError("ensemble-ending", file=out)
    record = record_of(job.space, command or "wb.ensemble")
    keep = mkdtemp(prefix="workbook-ensemble-") if out is None else None
    try:
        target = Path(keep) / "ensemble.parquet" if keep else Path(os.fspath(out or ""))
        parts = Parts(target, record, job.schema, job.space.chunks)
        missing = parts.open(resume=resume)
        if not parts.finished:
            fill(parts, _batches(parts, job, missing, workers, scheduler), job.space, progress)
        elif progress:
            progress(job.space.rows, job.space.rows)
        return EnsembleTable(target, keep)
    except BaseException:
        if keep is not None:
            shutil.rmtree(keep, ignore_errors=True)
        raise


def need(library: str) -> None:
    """Refuse when a library of the extra is not installed."""
    if find_spec(library) is None:
        raise UsageError("ensemble-library", name=library)


def _team(workers: int | None, scheduler: str | None) -> None:
    """Refuse a wish for workers that cannot be met."""
    if workers is not None and scheduler is not None:
        raise UsageError("ensemble-both")
    if workers is not None:
        _whole("workers", workers, 1, MOST_WORKERS)
        need("cryptography")
    if scheduler is not None and not ADDRESS.fullmatch(scheduler):
        raise UsageError("ensemble-scheduler", value=scheduler)
    if workers is not None or scheduler is not None:
        need("distributed")


def _batches(parts: Parts, job: Job, missing: Sequence[int], workers: int | None, scheduler: str | None) -> Batches:
    if workers is None and scheduler is None:
        return batches_here(job, missing)
    from workbook.ensembles.cluster import batches_on_dask

    return batches_on_dask(parts, job, missing, workers, scheduler)


def _wish(
    book: Workbook, samples: int, seed: int, design: str, levers: Sequence[str] | str, constants: str | None,
    choices: str, world: str | None, engine: str, chunk: int | None,
) -> Wish:  # fmt: skip
    s = book.scenario
    _whole("samples", samples, 1, MOST)
    _whole("seed", seed, 0, 2**63 - 1)
    design = _word("design", design, DESIGNS)
    engine = _word("engine", engine, ENGINES)
    constants = _word("constants", constants or ("none" if design == "factorial" else "all"), ("all", "none"))
    choices = _word("choices", choices, ("random", "default"))
    names = tuple(s.levers) if levers == "all" else (levers,) if isinstance(levers, str) else tuple(levers)
    wish = Wish(
        samples=samples, seed=seed, design=design, levers=tuple(dict.fromkeys(names)),  # type: ignore[arg-type]  # checked above
        constants=constants == "all", choices=choices == "random", world=world or s.baseline.name,
        engine=engine, chunk=BLOCK,  # type: ignore[arg-type]  # checked above
    )  # fmt: skip
    most = max(1, LARGEST // (8 * len(columns_of(Space(s, wish)))))
    size = min(BLOCK, most) if chunk is None else chunk
    _whole("chunk", size, 1, most)
    return Wish(**{name: getattr(wish, name) for name in Wish.__slots__} | {"chunk": size})


def _whole(name: str, value: object, low: int, high: int) -> None:
    if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
        raise UsageError("ensemble-number", name=name, low=low, high=high, value=str(value))


def _word(name: str, value: str, allowed: Sequence[str]) -> str:
    if value not in allowed:
        near = nearest(str(value), allowed)
        raise UsageError("ensemble-word", name=name, value=value, nearest=near, allowed=", ".join(allowed))
    return value


def command_line() -> str:
    """The command that was typed, without the machine's path to it."""
    return " ".join(["workbook", *sys.argv[1:]])
