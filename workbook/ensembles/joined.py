"""The parts of an ensemble as one Parquet file, which grows with them and takes the target's place at the end."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import Any, Self

from workbook.ensembles import disk
from workbook.ensembles.compute import UNSOUND
from workbook.ensembles.parts import Parts
from workbook.ensembles.record import KEY


class Joined:
    """A row group for each part, in the order of the parts, whatever the order in which they come.

    It also tells how many runs left the numbers. Used as a context: what is not finished is removed;
    the parts stay.
    """

    def __init__(self, parts: Parts) -> None:
        self.parts = parts
        self.path = parts.folder / "joined.new"
        self._next = 0
        self._unsound = 0
        self._writer: Any = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._writer is not None:
            self._close()
            self.path.unlink(missing_ok=True)

    def grow(self) -> None:
        """Take in the parts that follow without a gap."""
        import pyarrow as pa

        with disk.told(self.parts.target):
            while self._next in self.parts.kept:
                with pa.memory_map(str(self.parts.path(self._next))) as source:
                    batch = pa.ipc.open_file(source).get_batch(0)
                    self._unsound += int(batch.schema.metadata[UNSOUND])
                    self._opened().write_batch(batch.replace_schema_metadata(None), row_group_size=batch.num_rows)
                self._next += 1

    def finish(self) -> None:
        """Put the whole file into the target's place; the parts are not needed any longer."""
        target = self.parts.target
        with disk.told(target):
            self._opened().add_key_value_metadata({UNSOUND: str(self._unsound).encode()})
            self._writer.close()
            self._writer = None
            disk.sync(self.path)
            if target.exists():
                self.path.chmod(target.stat().st_mode & 0o777)
            self.path.replace(target)
            disk.sync_folder(target.parent)
            self.parts.clear()

    def _opened(self) -> Any:
        import pyarrow as pa
        from pyarrow import parquet

        if self._writer is None:
            kept = {KEY: json.dumps(self.parts.record, ensure_ascii=False).encode()}
            schema = self.parts.schema
            self._writer = parquet.ParquetWriter(
                self.path, schema.with_metadata(kept), compression="none", store_schema=True, write_statistics=True,
                use_dictionary=[f.name for f in schema if pa.types.is_dictionary(f.type)],
            )  # fmt: skip
        return self._writer

    def _close(self) -> None:
        with suppress(OSError):  # the footer of a file that is thrown away
            self._writer.close()
        self._writer = None
