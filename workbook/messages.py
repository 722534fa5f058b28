"""A code and its values -> the sentence that names what was found and what is allowed.

The sentences themselves stand in :mod:`workbook.catalogue`.
"""

from __future__ import annotations

import math
import os
from collections.abc import Mapping
from string import Formatter

from workbook.catalogue import HINTS, MESSAGES, WORDS
from workbook.text import LANGUAGES, base_language

_MONTHS = (
    ("Januar", "January"),
    ("Februar", "February"),
    ("März", "March"),
    ("April", "April"),
    ("Mai", "May"),
    ("Juni", "June"),
    ("Juli", "July"),
    ("August", "August"),
    ("September", "September"),
    ("Oktober", "October"),
    ("November", "November"),
    ("Dezember", "December"),
)

_SPOKEN: dict[str, frozenset[str]] = {
    "expr-kind": frozenset({"found", "expected"}),
    "expr-unexpected": frozenset({"expected"}),
    "expr-literal": frozenset({"argument"}),
    "shape-record": frozenset({"found"}),
    "shape-list": frozenset({"found"}),
    "shape-scalar": frozenset({"found"}),
    "shape-range": frozenset({"found"}),
    "text-languages": frozenset({"found"}),
    "name-kind": frozenset({"found", "expected"}),
    "indicator-sides": frozenset({"relation"}),
    "unit-equation": frozenset({"found", "expected"}),
    "unit-flow": frozenset({"found", "expected"}),
    "unit-operands": frozenset({"left_unit", "right_unit"}),
    "unit-argument": frozenset({"found", "expected"}),
}
"""code -> the values that are words of :data:`~workbook.catalogue.WORDS`."""

_LONGEST = 200
"""Characters of a value that are shown."""

_MOST = 24
"""A list of allowed values longer than this is cut; the nearest name matters more."""

_chosen: list[str] = []
"""The language chosen by :func:`set_language`, or nothing."""


def set_language(lang: str | None) -> None:
    """Choose the language of messages for this process; None returns to the environment's."""
    _chosen[:] = [lang] if lang else []


def current_language() -> str:
    """The language of messages: chosen, else from the environment, else German.

    ``WORKBOOK_LANG`` comes before ``LC_ALL``, ``LC_MESSAGES`` and ``LANG``.
    """
    if _chosen:
        return _chosen[0]
    for variable in ("WORKBOOK_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        name = os.environ.get(variable, "").replace("_", "-").split(".")[0].strip()
        if name.lower() in LANGUAGES:
            return name.lower()
        if base_language(name.lower()) in ("de", "en"):
            return base_language(name.lower())
    return "de"


def message(code: str, lang: str | None = None, **values: object) -> str:
    """The sentence for a code.

    Parameters
    ----------
    code
        A key of :data:`~workbook.catalogue.MESSAGES`. An unknown code is shown as it is: telling of a fault must not
        be a fault itself.
    lang
        ``de``, ``de-einfach`` or ``en``; None takes :func:`current_language`.
    **values
        What the sentence speaks of. Lists are joined, numbers written as in the files, a
        ``time`` as month and year.
    """
    position = 1 if base_language(lang or current_language()) == "en" else 0
    if code not in MESSAGES:
        return f"{code} {values}" if values else code
    return _Sentence(code, position).vformat(MESSAGES[code][position], (), values)


def fields(template: str) -> frozenset[str]:
    """The values a sentence speaks of."""
    return frozenset(name for _, name, _, _ in Formatter().parse(template) if name)


class _Sentence(Formatter):
    """Fills in values, forgiving what is missing."""

    def __init__(self, code: str, position: int) -> None:
        self.code = code
        self.position = position

    def get_value(self, key: int | str, _args: object, kwargs: Mapping[str, object]) -> str:
        name = str(key)
        value = kwargs.get(name)
        if name in HINTS:
            text = self._written(name, value)
            return HINTS[name][self.position].format(text) if text else ""
        if self.code == "expr-unexpected" and name == "found" and value == "":
            return WORDS["end"][self.position]
        return self._written(name, value) or "?"

    def _written(self, name: str, value: object) -> str:
        if value is None:
            return ""
        if isinstance(value, float):
            if name == "time" and math.isfinite(value):
                return self._month(value)
            return f"{value:.12g}"
        if isinstance(value, (set, frozenset)):
            value = sorted(value, key=str)
        if isinstance(value, (list, tuple, Mapping)):
            items = [self._written(name, item) for item in list(value)[:_MOST]]
            return ", ".join(items + ["…"] * (len(value) > _MOST))
        text = str(value)
        if name in _SPOKEN.get(self.code, ()) and text in WORDS:
            return WORDS[text][self.position]
        text = " ".join(text[: _LONGEST * 2].split())
        return text if len(text) <= _LONGEST else text[:_LONGEST] + "…"

    def _month(self, time: float) -> str:
        months = math.floor(time * 12 + 1e-6)
        return f"{_MONTHS[months % 12][self.position]} {months // 12}"
