"""The hash of all that can change a number or a scene's choice; labels and texts do not count.

Two folders with the same fingerprint give the same figures and tell the same scenes, so a run code
of one is good for the other. Order counts where it decides: levers and decisions are counted off
in run codes, scenes are tried one after another.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any

VERSION = 1
"""Raise it when the meaning of the same folder changes."""

_PARTS: Mapping[str, tuple[str, ...]] = {
    "levers": ("low", "high", "step", "default"),
    "constants": ("value", "low", "high"),
    "inputs": ("series", "after"),
    "stocks": ("initial", "inflows", "outflows", "nonnegative"),
    "variables": ("equals",),
    "indicators": ("equals",),
    "decisions": ("year", "options", "default"),
    "worlds": ("levers", "choices"),
}
_NO_MEANING = frozenset({"label", "text", "place", "start", "end"})


def fingerprint(parts: Mapping[str, Any]) -> str:
    """Hash the parts of a scenario (by the names of its fields) that carry meaning."""
    time = parts["time"]
    meaning: dict[str, Any] = {
        "version": VERSION,
        "time": [time.start, time.now, time.end, time.steps_per_year, time.method],
        "series": {
            name: [[o.year, o.value] for o in series.observations] for name, series in sorted(parts["series"].items())
        },
        "chapters": [[c.name, c.year, [[s.name, plain(s.when)] for s in c.scenes]] for c in parts["chapters"]],
    }
    for part, names in _PARTS.items():
        things = parts[part]
        meaning[part] = [[name, *(plain(getattr(thing, n)) for n in names)] for name, thing in things.items()]
    text = json.dumps(meaning, separators=(",", ":"), ensure_ascii=True, allow_nan=False)
    return hashlib.sha256(text.encode("ascii")).hexdigest()


def plain(value: Any) -> Any:
    """Data of a model as JSON data, without what only people read."""
    if is_dataclass(value):
        named = (f.name for f in fields(value) if f.name not in _NO_MEANING)
        return [type(value).__name__, *(plain(getattr(value, name)) for name in named)]
    if isinstance(value, Mapping):
        return [[key, plain(inner)] for key, inner in value.items()]
    if isinstance(value, tuple):
        return [plain(inner) for inner in value]
    return value
