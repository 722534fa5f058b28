"""A finished ensemble: a Parquet file that is read only where it is asked."""

from __future__ import annotations

import shutil
import weakref
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workbook.ensembles.compute import UNSOUND
from workbook.ensembles.parts import record_in
from workbook.errors import UsageError, nearest

if TYPE_CHECKING:
    import pandas as pd


class EnsembleTable:
    """The rows of an ensemble; nothing is read before it is asked for.

    Parameters
    ----------
    path
        A Parquet file written by :func:`workbook.ensemble`.
    keep
        A folder that goes when the table does.

    Raises
    ------
    UsageError
        For any other file.
    """

    def __init__(self, path: str | Path, keep: str | None = None) -> None:
        self.path = Path(path)
        record = record_in(self.path) if self.path.is_file() else None
        if record is None:
            raise UsageError("ensemble-damaged", file=self.path)
        self.record: dict[str, Any] = record
        if keep is not None:
            weakref.finalize(self, shutil.rmtree, keep, ignore_errors=True)

    def __repr__(self) -> str:
        return f"<ensemble of {self.record['scenario']}: {len(self):,} runs, {len(self.columns)} columns>"

    def __len__(self) -> int:
        return int(self.record["rows"])

    @property
    def columns(self) -> tuple[str, ...]:
        return tuple(self.record["columns"])

    @property
    def dataset(self) -> Any:
        """The file as a ``pyarrow.dataset``, for filters and other libraries."""
        from pyarrow import dataset

        return dataset.dataset(self.path, format="parquet")

    @property
    def unsound(self) -> int:
        """How many runs have a value that is not a finite number."""
        from pyarrow import parquet

        return int(parquet.read_metadata(self.path).metadata[UNSOUND])

    def names(self, kind: str) -> tuple[str, ...]:
        """The columns of a kind: lever, constant, choice or indicator."""
        return tuple(column for column, about in self.record["columns"].items() if about[0] == kind)

    def frame(self, columns: Iterable[str] | None = None) -> pd.DataFrame:
        """Some columns, or all, as a pandas table."""
        from pyarrow import parquet

        table: pd.DataFrame = parquet.read_table(self.path, columns=self._known(columns)).to_pandas()
        return table

    def batches(self, columns: Iterable[str] | None = None) -> Iterator[pd.DataFrame]:
        """One pandas table for each chunk, so that any number of runs fits into memory."""
        from pyarrow import parquet

        file, wanted = parquet.ParquetFile(self.path), self._known(columns)
        with file:
            for group in range(file.num_row_groups):
                yield file.read_row_group(group, columns=wanted).to_pandas()

    def _known(self, columns: Iterable[str] | None) -> list[str]:
        wanted = list(self.columns if columns is None else columns)
        for name in wanted:
            if name not in self.columns:
                raise UsageError("usage-name", name=name, nearest=nearest(name, self.columns))
        return wanted
