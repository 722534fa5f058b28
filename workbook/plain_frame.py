"""The part of a DataFrame that is read, for a Python without pandas.

Only :mod:`workbook.table` uses it, in place of pandas and by the same names: columns over an index, cells by place.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any


class Index(list[Any]):
    """Labels of rows with a name of their own."""

    def __init__(self, labels: list[Any], name: str | None = None) -> None:
        super().__init__(labels)
        self.name = name


class DataFrame:
    """Columns of one length; nothing is computed with it."""

    def __init__(self, data: DataFrame | Mapping[str, list[Any]], index: Index | None = None) -> None:
        whole = isinstance(data, DataFrame)
        self.index: Index = data.index if isinstance(data, DataFrame) else index or Index([])
        self._columns: dict[str, list[Any]] = dict(data._columns if isinstance(data, DataFrame) else data)  # noqa: SLF001
        if not whole and any(len(column) != len(self.index) for column in self._columns.values()):
            raise ValueError("all columns need one value for each row")

    @property
    def columns(self) -> list[str]:
        return list(self._columns)

    @property
    def iloc(self) -> _Places:
        return _Places(list(self._columns.values()))

    def __len__(self) -> int:
        return len(self.index)

    def __iter__(self) -> Iterator[str]:
        return iter(self._columns)

    def __getitem__(self, name: str) -> list[Any]:
        return self._columns[name]

    def to_dict(self) -> dict[str, dict[Any, Any]]:
        """Column -> row -> value, as pandas gives it."""
        return {name: dict(zip(self.index, column, strict=True)) for name, column in self._columns.items()}

    def __repr__(self) -> str:
        rows = [["", *self.columns], *([label, *row] for label, row in zip(self.index, self._rows(), strict=True))]
        return "\n".join("\t".join(str(cell) for cell in row) for row in rows)

    def _repr_html_(self) -> str | None:
        return None

    def _rows(self) -> Iterator[tuple[Any, ...]]:
        return zip(*self._columns.values(), strict=True)


class _Places:
    def __init__(self, columns: list[list[Any]]) -> None:
        self._columns = columns

    def __getitem__(self, place: tuple[int, int]) -> Any:
        row, column = place
        return self._columns[column][row]
