"""Chunks on their way into the file: computed here or on Dask, kept and joined beside the computing."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from typing import Any

from workbook.ensembles.compute import Job
from workbook.ensembles.joined import Joined
from workbook.ensembles.parts import Parts
from workbook.ensembles.space import Space

Progress = Callable[[int, int], None]
"""Told after each chunk: rows done, rows in all."""

Batches = Generator[tuple[int, Any]]
"""Each chunk with its rows as an Arrow file, or with None when that stands beside its place; in any order."""


def batches_here(job: Job, missing: Sequence[int]) -> Batches:
    """Chunks computed by this process."""
    for chunk in missing:
        yield chunk, job.packed(chunk)


def fill(parts: Parts, batches: Batches, space: Space, progress: Progress | None) -> None:
    """Keep the chunks that are missing and join all.

    One chunk is written while the next is computed; the joined file grows with the parts.
    """
    done, rows = sum(len(space.part(chunk)) for chunk in parts.kept), space.rows

    def tell() -> None:
        if progress:
            progress(done, rows)

    def keep(chunk: int, packed: Any) -> int:
        parts.write(chunk, packed)
        joined.grow()
        return len(space.part(chunk))

    with Joined(parts) as joined, closing(batches), ThreadPoolExecutor(1) as beside:
        tell()
        joined.grow()
        writing = None
        for chunk, packed in batches:
            if writing is not None:
                done += writing.result()
                tell()
            writing = beside.submit(keep, chunk, packed)
        if writing is not None:
            done += writing.result()
            tell()
        joined.finish()
