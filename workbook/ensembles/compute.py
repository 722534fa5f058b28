"""A chunk's number -> its rows as an Arrow batch. The same function in this process and on a worker."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from types import MappingProxyType
from typing import Any

from workbook.engine.program import program_of
from workbook.engine.schedule import segments_side_by_side
from workbook.ensembles.record import columns_of
from workbook.ensembles.space import Rows, Space, Wish
from workbook.model import Scenario

UNSOUND = b"workbook-unsound"
"""Metadata of a batch, and of the file: how many of its runs left the numbers."""


@dataclass(frozen=True)
class Job:
    """All that is needed to compute any chunk; small enough to be sent along with each.

    ``parallel`` uses all cores of this machine (numba only).
    """

    scenario: Scenario
    wish: Wish
    parallel: bool = True

    @cached_property
    def space(self) -> Space:
        return Space(self.scenario, self.wish)

    @cached_property
    def engine(self) -> Any:
        """A function of (segments, constants, runs) to yearly means: indicators x years x runs."""
        program, wanted = program_of(self.scenario), tuple(self.scenario.indicators)
        if self.wish.engine == "numba":
            from workbook.ensembles.compiled import Compiled

            sampled = {c.name for c in self.space.constants}
            values = {n: c.value for n, c in self.scenario.constants.items() if n not in sampled}
            return Compiled(program, wanted, values, parallel=self.parallel).run
        from workbook.engine.vector import VectorProgram

        return VectorProgram(program, wanted).run

    @cached_property
    def schema(self) -> Any:
        """The schema of every batch, without metadata."""
        import pyarrow as pa

        kinds: Mapping[str, Any] = {"sample": pa.int64(), "choice": pa.dictionary(pa.int8(), pa.string())}
        columns = columns_of(self.space)
        return pa.schema(
            [pa.field(n, kinds.get(kind, pa.float64()), nullable=False) for n, (kind, _, _) in columns.items()]
        )

    def means(self, rows: Rows) -> Any:
        """Yearly means of the indicators for some rows."""
        sampled = dict(zip((c.name for c in self.space.constants), rows.constants, strict=True))
        constants = [sampled.get(n, c.value) for n, c in self.scenario.constants.items()]
        plan = segments_side_by_side(self.scenario, rows.levers, rows.choices)
        return self.engine(plan, constants, rows.levers.shape[1])

    def batch(self, chunk: int) -> Any:
        """The rows of a chunk."""
        import numpy as np
        import pyarrow as pa

        part = self.space.part(chunk)
        rows = self.space.draw(part)
        means = self.means(rows)
        arrays = [pa.array(np.arange(part.start, part.stop)), *map(pa.array, rows.levers)]
        arrays += map(pa.array, rows.constants)
        for decision, places in zip(self.scenario.decisions.values(), rows.choices, strict=True):
            words = pa.array(list(decision.options), pa.string())
            arrays.append(pa.DictionaryArray.from_arrays(pa.array(places.astype(np.int8)), words))
        arrays += [pa.array(column) for indicator in means for column in indicator]
        unsound = int((~np.isfinite(means).all(axis=(0, 1))).sum())
        return pa.record_batch(arrays, schema=self.schema.with_metadata({UNSOUND: str(unsound).encode()}))

    def packed(self, chunk: int) -> Any:
        """The same as the bytes of an Arrow file, in a ``pyarrow.Buffer``."""
        import pyarrow as pa

        batch, sink = self.batch(chunk), pa.BufferOutputStream()
        with pa.ipc.new_file(sink, batch.schema) as writer:
            writer.write_batch(batch)
        return sink.getvalue()


def job_of(scenario: Scenario, wish: Wish, *, parallel: bool = True) -> Job:
    """A job with the scenario's numbers only: its texts, sources and checks stay at home."""
    slim = replace(scenario, passages=MappingProxyType({}), sources={}, checks=(), facts={}, loops=(), chapters=())
    return Job(replace(slim, passages={}), wish, parallel)
