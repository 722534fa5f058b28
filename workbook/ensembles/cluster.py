"""Chunks on Dask: worker processes of this machine, or those of a scheduler that runs somewhere.

In: a job and the chunks that are missing. Out: each chunk with its rows, in the order in which they come.
Every chunk is the same function of the plan and its number as without Dask (:meth:`Job.batch`), so the
rows do not depend on who computed them. Workers of this machine listen to this machine only, behind
keys that live as long as they do.
"""

from __future__ import annotations

import hashlib
import logging
import pickle
import signal
import warnings
from collections.abc import Generator, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from itertools import islice
from multiprocessing import resource_tracker
from pathlib import Path
from typing import Any, NoReturn

from workbook.ensembles import disk
from workbook.ensembles.compute import Job
from workbook.ensembles.parts import Parts
from workbook.ensembles.record import versions_of
from workbook.errors import WorkbookError

WAIT = 30
"""Seconds without any worker, or without an answer, until it is given up."""

PROBE = 32
"""Rows that show whether a worker computes the same digits."""


def batches_on_dask(
    parts: Parts, job: Job, missing: Sequence[int], workers: int | None, scheduler: str | None
) -> Generator[tuple[int, Any]]:
    """Compute chunks on worker processes.

    Parameters
    ----------
    workers
        Processes to start on this machine, one thread each.
    scheduler
        Or the address of a Dask scheduler that runs already.

    Raises
    ------
    WorkbookError
        When nobody answers, when no worker is left, and when a worker would compute other rows.
    """
    alone = replace(job, parallel=False)
    blob, expected = pickle.dumps(alone), _passport(alone)
    with _quiet(), _client(min(workers or 0, len(missing)), scheduler) as client:
        near = parts if scheduler is None else None
        yield from _computed(client, blob, expected, missing, near)


def _computed(
    client: Any, blob: bytes, expected: Mapping[str, str], missing: Sequence[int], near: Parts | None
) -> Generator[tuple[int, Any]]:
    """Two chunks for each thread are on their way, so that memory does not grow with the runs."""
    from distributed import CancelledError, KilledWorker, wait

    try:
        _compare_versions(client, expected)
        todo = iter(missing)
        running: dict[Any, int] = {}
        while True:
            room = 2 * max(1, sum(client.nthreads().values())) - len(running)
            for chunk in islice(todo, max(0, room)):
                beside = near and near.beside(chunk).absolute()
                running[client.submit(_work, blob, chunk, expected, beside, pure=False)] = chunk
            if not running:
                return
            try:
                with client.as_current():
                    done, _ = wait(list(running), timeout=WAIT, return_when="FIRST_COMPLETED")
                # An answer lies with its worker until it is fetched: with the last worker it is lost for good.
                answers = {future: future.result(timeout=WAIT) for future in done}
            except TimeoutError:
                if client.nthreads():
                    continue
                raise WorkbookError("ensemble-no-worker", seconds=WAIT) from None
            for future, (address, passport, packed) in answers.items():
                chunk = running.pop(future)
                if passport != expected:
                    _refuse(address, passport, expected)
                if near and isinstance(packed, OSError):
                    with disk.told(near.target):
                        raise packed
                yield chunk, packed
    except KilledWorker as error:
        raise WorkbookError("ensemble-worker-died") from error
    except (CancelledError, OSError) as error:
        raise WorkbookError("ensemble-scheduler-gone") from error


def _work(
    blob: bytes, chunk: int, expected: Mapping[str, str], beside: Path | None
) -> tuple[str, Mapping[str, str], Any]:
    """On a worker: its address, what it computes with, and the rows; no rows when they would be others.

    On this machine the rows are written where they belong, and only a refusal of the disk comes back.
    """
    from distributed import get_worker

    job, passport = _unpacked(blob)
    packed = job.packed(chunk) if passport == expected else None
    if packed is not None and beside is not None:
        try:
            beside.write_bytes(packed)
            packed = None
        except OSError as error:
            packed = error
    return get_worker().address, passport, packed


@lru_cache(maxsize=1)
def _unpacked(blob: bytes) -> tuple[Job, dict[str, str]]:
    job: Job = pickle.loads(blob)  # noqa: S301 - from our own client, over Dask, which is pickle throughout
    return job, _passport(job)


def _passport(job: Job) -> dict[str, str]:
    """All that may change a digit: versions, scenario, and the digits themselves, of a few rows."""
    rows = job.space.draw(range(min(PROBE, job.space.rows)))
    digits = hashlib.sha256(job.means(rows).tobytes()).hexdigest()[:12]
    return versions_of(job.wish.engine) | {"scenario": job.scenario.fingerprint, "digits": digits}


def _compare_versions(client: Any, expected: Mapping[str, str]) -> None:
    """Ask everyone who is there, by a function that even a machine without the workbook knows.

    The scheduler only hands the work on, but for that it reads the name of our function.
    """
    there: dict[str, dict[str, str]] = {}
    for name in versions_of("numba" if "numba" in expected else "numpy"):
        for address, found in client.run(version, name, on_error="return").items():
            if isinstance(found, (str, PackageNotFoundError)):
                there.setdefault(address, {})[name] = found if isinstance(found, str) else "–"
    try:
        own = client.run_on_scheduler(version, "scenario-workbook")
    except PackageNotFoundError:
        own = "–"
    there[client.scheduler.address] = {"scenario-workbook": own}
    for address, versions in there.items():
        if any(found != expected[name] for name, found in versions.items()):
            _refuse(address, versions, {name: expected[name] for name in versions})


def _refuse(address: str, found: Mapping[str, str], expected: Mapping[str, str]) -> NoReturn:
    names = [f"{name} {found[name]} ≠ {value}" for name, value in expected.items() if found[name] != value]
    raise WorkbookError("ensemble-other-worker", address=address, names=", ".join(names))


@contextmanager
def _client(workers: int, scheduler: str | None) -> Iterator[Any]:
    with _started(workers) if scheduler is None else _found(scheduler) as client:
        yield client


@contextmanager
def _found(scheduler: str) -> Iterator[Any]:
    """A client of a scheduler that runs already."""
    from distributed import Client
    from distributed.versions import VersionMismatchWarning

    try:
        with warnings.catch_warnings():
            # Which versions matter here, we say ourselves.
            warnings.simplefilter("ignore", VersionMismatchWarning)
            client = Client(scheduler, set_as_default=False, timeout=WAIT)
    except (OSError, ValueError) as error:
        raise WorkbookError("ensemble-unreachable", address=scheduler) from error
    with client:
        yield client


@contextmanager
def _started(workers: int) -> Iterator[Any]:
    """A client of new processes, which end with it."""
    import dask
    from distributed import Client, LocalCluster
    from distributed.security import Security

    # Answers are fetched from the worker itself; from one that died, this soon from another.
    with dask.config.set({"distributed.comm.timeouts.connect": "10s"}):
        try:
            with _deaf():
                cluster = LocalCluster(
                    n_workers=workers, threads_per_worker=1, host="127.0.0.1", security=Security.temporary(),
                    memory_limit=0, dashboard_address=None, scheduler_kwargs={"dashboard_address": "127.0.0.1:0"},
                    silence_logs=logging.CRITICAL,
                )  # fmt: skip
        except (OSError, RuntimeError) as error:
            raise WorkbookError("ensemble-no-processes") from error
        with cluster, Client(cluster, set_as_default=False, direct_to_workers=True) as client:
            yield client


@contextmanager
def _deaf() -> Iterator[None]:
    """Ctrl-C is for this thread alone: what is started meanwhile inherits that it does not hear it.

    A terminal sends it to all processes at once, and workers would answer with a traceback each.
    """
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    resource_tracker.ensure_running()  # it would lift the mask, were it started later
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def _quiet() -> Iterator[None]:
    """What Dask would write into the terminal, our own sentences say or nobody needs to know."""
    import distributed  # noqa: F401 - its loggers are made by importing it

    logging.getLogger("asyncio").addFilter(_is_news)  # stays: it comes as late as the end of the process
    loggers = [logging.getLogger(name) for name in logging.root.manager.loggerDict if name.startswith("distributed")]
    before = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        for logger, level in zip(loggers, before, strict=True):
            logger.setLevel(level)


def _is_news(record: logging.LogRecord) -> bool:
    """All but the complaint of a fetch that was given up: its worker is gone, and that has been said."""
    return not (record.exc_info and getattr(record.exc_info[0], "__name__", "") == "AllExit")
