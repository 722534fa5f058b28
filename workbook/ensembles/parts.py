"""Chunks on disk: part files beside the target until it is whole.

Each part is an Arrow file, written beside and then renamed: whatever ends the process, at most the
chunks under way are lost, and the old target stays whole until the new one takes its place.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Mapping
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from workbook.ensembles import disk
from workbook.ensembles.record import KEY, check_same, parsed
from workbook.errors import UsageError


class Parts:
    """The parts of one ensemble on the way to ``target``."""

    def __init__(self, target: Path, record: Mapping[str, Any], schema: Any, count: int) -> None:
        self.target = target
        self.record = record
        self.schema = schema
        self.count = count
        self.folder = target.with_name(target.name + ".parts")
        self.kept: set[int] = set()

    def open(self, *, resume: bool) -> list[int]:
        """Make or enter the folder; the chunks that are still to be computed.

        Raises
        ------
        UsageError
            When an unfinished ensemble is in the way, or another one is to be continued.
        """
        if self.target.is_dir():
            raise UsageError("ensemble-is-folder", file=self.target)
        with disk.told(self.target):
            if resume and not self.folder.exists() and self.target.exists():
                check_same(self.target, record_in(self.target) or {}, self.record)
                return []
            if self.folder.exists():
                self._enter(resume=resume)
            else:
                # The record comes with the folder, so that there is none without.
                fresh = self.folder.with_name(f".{self.folder.name}-{os.getpid()}")
                fresh.mkdir()
                try:
                    disk.write(fresh / "record.json", json.dumps(self.record, ensure_ascii=False, indent=2).encode())
                    fresh.rename(self.folder)
                except OSError:
                    shutil.rmtree(fresh, ignore_errors=True)
                    raise
            self.kept = {chunk for chunk in range(self.count) if self._whole(chunk)}
            return [chunk for chunk in range(self.count) if chunk not in self.kept]

    def _enter(self, *, resume: bool) -> None:
        if not resume:
            raise UsageError("ensemble-unfinished", folder=self.folder)
        path = self.folder / "record.json"
        found = parsed(path.read_bytes()) if path.is_file() else None
        if found is None:
            raise UsageError("ensemble-damaged", file=path)
        check_same(self.folder, found, self.record)
        for left in self.folder.glob("*.new"):
            left.unlink()

    @property
    def finished(self) -> bool:
        """Whether the target is there and no part is left to be joined."""
        return not self.folder.exists()

    def path(self, chunk: int) -> Path:
        return self.folder / f"{chunk:08d}.arrow"

    def _whole(self, chunk: int) -> bool:
        import pyarrow as pa

        path = self.path(chunk)
        if not path.is_file():
            return False
        try:
            with pa.memory_map(str(path)) as source:
                batch = pa.ipc.open_file(source).get_batch(0)
                return bool(batch.schema.equals(self.schema) and batch.num_rows)
        except (pa.ArrowInvalid, OSError):
            return False

    def beside(self, chunk: int) -> Path:
        """Where a chunk stands before it is kept; also written by the workers of this machine."""
        return self.path(chunk).with_suffix(".new")

    def write(self, chunk: int, packed: Any = None) -> None:
        """Keep a chunk: its bytes, or without them what stands beside its place."""
        beside = self.beside(chunk)
        with disk.told(self.target):
            if packed is None:
                disk.sync(beside)
            else:
                disk.write(beside, packed)
            beside.replace(self.path(chunk))
        self.kept.add(chunk)

    def clear(self) -> None:
        """Remove the parts. Renamed first: a process that dies here must not leave half a folder in the way."""
        gone = Path(mkdtemp(prefix=f".{self.folder.name}-", dir=self.target.parent))
        self.folder.rename(gone / "parts")
        shutil.rmtree(gone, ignore_errors=True)


def record_in(path: Path) -> dict[str, Any] | None:
    """The record of an ensemble's Parquet file, None for any other file."""
    import pyarrow as pa
    from pyarrow import parquet

    try:
        kept = parquet.read_schema(path).metadata or {}
    except pa.ArrowInvalid:
        return None
    return parsed(kept.get(KEY, b""))
