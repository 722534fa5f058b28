"""What a plotly figure holds: its series as plain numbers and words, whatever they were packed in."""

from __future__ import annotations

import base64
import binascii
import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import unescape
from typing import Any

from workbook.notebook.words import word
from workbook.text import format_number

_CATEGORIES = ("x", "labels", "locations", "theta", "a", "lon", "parents", "dimensions")
_VALUES = ("y", "values", "z", "r", "b", "lat", "size")
_LONGEST = 20_000
"""Points of one series that a table can be made of."""


@dataclass(frozen=True, slots=True)
class Series:
    """One trace: a name, where its values stand, and the values."""

    name: str
    xs: tuple[Any, ...]
    ys: tuple[Any, ...]

    @property
    def numbers(self) -> list[float]:
        return [float(y) for y in self.ys if isinstance(y, (int, float)) and math.isfinite(y)]


def series_of(figure: Mapping[str, Any], lang: str) -> list[Series]:
    """The series of a figure that hold values; lines that only mark or label are left out."""
    found = []
    for number, trace in enumerate(traces_of(figure), start=1):
        if trace.get("mode") == "text" or trace.get("visible") is False:
            continue
        lying = trace.get("orientation") == "h"
        xs, ys = _row(trace, _CATEGORIES), _row(trace, _VALUES)
        if lying:
            xs, ys = ys, xs
        if not ys:
            xs, ys = (), xs
        if not ys:
            continue
        name = plain(trace.get("name")) or word("series", lang, number=number)
        found.append(Series(name, xs, ys))
    return found


def traces_of(figure: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The traces of a figure, as far as they have the form of one."""
    data = figure.get("data")
    return [trace for trace in data if isinstance(trace, dict)] if isinstance(data, list) else []


def _row(trace: Mapping[str, Any], names: Sequence[str]) -> tuple[Any, ...]:
    for name in names:
        if name in trace:
            row = values(trace[name])
            if row:
                return row
    return ()


def values(packed: Any) -> tuple[Any, ...]:
    """A row of a trace: a list, or numbers packed as plotly packs those of NumPy."""
    if isinstance(packed, Mapping) and "bdata" in packed:
        return _unpacked(packed)
    if not isinstance(packed, list):
        return ()
    flat = [item for row in packed for item in (row if isinstance(row, list) else [row])]
    return tuple(flat[:_LONGEST])


def _unpacked(packed: Mapping[str, Any]) -> tuple[Any, ...]:
    import numpy as np

    try:
        data = base64.b64decode(str(packed["bdata"]))
        return tuple(
            np.frombuffer(data, dtype=np.dtype(str(packed.get("dtype"))).newbyteorder("<")).tolist()[:_LONGEST]
        )
    except (binascii.Error, ValueError, TypeError):
        return ()


def plain(text: Any) -> str:
    """A label of plotly without its markup."""
    if isinstance(text, Mapping):
        text = text.get("text")
    if not isinstance(text, str):
        return ""
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", text)).split())


def told(value: Any, lang: str, *, place: bool = False) -> str:
    """A value as a reader writes it; of a ``place``, on the axis across, whole thousands are years."""
    if isinstance(value, bool) or value is None:
        return "–" if value is None else str(value)
    if isinstance(value, (int, float)):
        return _number(value, lang, place=place)
    text = plain(value) if isinstance(value, str) else str(value)
    return text.removesuffix("T00:00:00").removesuffix(".000000000") if len(text) < 40 else text[:200]


def _number(value: float, lang: str, *, place: bool) -> str:
    size = abs(value)
    if not math.isfinite(value):
        return "–"
    if float(value).is_integer() and size < 1e15:
        year = place and 1000 <= value <= 2999
        return str(int(value)) if year else format_number(value, lang, digits=0)
    if size >= 1e15 or size < 1e-4:
        return f"{value:.3g}".replace(".", "." if lang == "en" else ",")
    return format_number(value, lang, digits=1 if size >= 100 else 2 if size >= 1 else 4)
