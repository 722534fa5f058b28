"""Chunks on disk: part files beside the target while it grows, one Parquet file at the end.

Each part is an Arrow file, written beside and then renamed: whatever ends the process, at most the
chunk under way is lost, and the old target stays whole until the new one takes its place.
"""

from __future__ import annotations

import errno
import json
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from workbook.ensembles.compute import UNSOUND
from workbook.ensembles.record import KEY, check_same, parsed
from workbook.errors import UsageError, WorkbookError

_CAUSES = {
    errno.ENOSPC: "full",
    errno.EDQUOT: "full",
    errno.EACCES: "forbidden",
    errno.EPERM: "forbidden",
    errno.EROFS: "forbidden",
    errno.ENOENT: "folder",
    errno.ENOTDIR: "folder",
}


@contextmanager
def told(file: Path) -> Iterator[None]:
    """What the disk refuses, as a sentence."""
    try:
        yield
    except OSError as error:
        cause = _CAUSES.get(error.errno or 0, "other")
        detail = error.strerror or str(error)
        raise WorkbookError(f"ensemble-write-{cause}", file=file, detail=detail) from error


class Parts:
    """The parts of one ensemble on the way to ``target``."""

    def __init__(self, target: Path, record: Mapping[str, Any], schema: Any, count: int) -> None:
        self.target = target
        self.record = record
        self.schema = schema
        self.count = count
        self.folder = target.with_name(target.name + ".parts")

    def open(self, *, resume: bool) -> list[int]:
        """Make or enter the folder; the chunks that are still to be computed.

        Raises
        ------
        UsageError
            When an unfinished ensemble is in the way, or another one is to be continued.
        """
        if self.target.is_dir():
            raise UsageError("ensemble-is-folder", file=self.target)
        with told(self.target):
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
                    _write(fresh / "record.json", json.dumps(self.record, ensure_ascii=False, indent=2).encode())
                    fresh.rename(self.folder)
                except OSError:
                    shutil.rmtree(fresh, ignore_errors=True)
                    raise
            return [chunk for chunk in range(self.count) if not self._whole(chunk)]

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

    def write(self, chunk: int, batch: Any) -> None:
        """Keep a chunk."""
        import pyarrow as pa

        beside = self.path(chunk).with_suffix(".new")
        with told(self.target):
            with pa.OSFile(str(beside), "wb") as sink, pa.ipc.new_file(sink, batch.schema) as writer:
                writer.write_batch(batch)
            _sync(beside)
            beside.replace(self.path(chunk))

    def join(self) -> None:
        """All parts as one Parquet file, a row group each; it also tells how many runs left the numbers."""
        import pyarrow as pa
        from pyarrow import parquet

        joined = self.folder / "joined.new"
        kept = {KEY: json.dumps(self.record, ensure_ascii=False).encode()}
        words = [f.name for f in self.schema if pa.types.is_dictionary(f.type)]
        unsound = 0
        with told(self.target):
            with parquet.ParquetWriter(
                joined, self.schema.with_metadata(kept), use_dictionary=words, compression="none",
                write_statistics=True, store_schema=True,
            ) as writer:  # fmt: skip
                for chunk in range(self.count):
                    with pa.memory_map(str(self.path(chunk))) as source:
                        batch = pa.ipc.open_file(source).get_batch(0)
                        unsound += int(batch.schema.metadata[UNSOUND])
                        writer.write_batch(batch.replace_schema_metadata(None), row_group_size=batch.num_rows)
                writer.add_key_value_metadata({UNSOUND: str(unsound).encode()})
            _sync(joined)
            if self.target.exists():
                joined.chmod(self.target.stat().st_mode & 0o777)
            joined.replace(self.target)
            _sync_folder(self.target.parent)
            # Renamed first: a process that dies here must not leave half a folder in the way.
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


def _write(path: Path, content: bytes) -> None:
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _sync(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _sync_folder(path: Path) -> None:
    if os.name == "nt":
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
