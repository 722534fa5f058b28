"""A text in several languages, and numbers as each language writes them.

In: language codes, numbers. Out: strings for readers. Knows nothing of scenarios.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

LANGUAGES = ("de", "en", "de-einfach")
"""Every language a scenario may be written in; the first is the one it is written in first."""

_FALLBACK = {"de-einfach": "de", "en": "de", "de": "en"}
_MARKS = {"de": (".", ","), "de-einfach": (".", ","), "en": (",", ".")}
_MINUS = "\N{MINUS SIGN}"
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Text(Mapping[str, str]):
    """One text in several languages; a missing one falls back (de-einfach -> de -> en)."""

    versions: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, **versions: str) -> Text:
        return cls(tuple((lang.replace("_", "-"), text) for lang, text in versions.items()))

    def __getitem__(self, lang: str) -> str:
        known = dict(self.versions)
        asked: str | None = lang
        for _ in LANGUAGES:
            if asked in known:
                return known[asked]
            asked = _FALLBACK.get(asked or "")
        raise KeyError(lang)

    def __iter__(self) -> Iterator[str]:
        return (lang for lang, _ in self.versions)

    def __len__(self) -> int:
        return len(self.versions)

    def __contains__(self, lang: object) -> bool:
        return any(lang == known for known, _ in self.versions)


def base_language(lang: str) -> str:
    """The language of labels and messages behind a reading level: de-einfach -> de."""
    return lang.split("-", maxsplit=1)[0]


def format_number(value: float, lang: str = "de", digits: int = 0, *, sign: bool = False) -> str:
    """Write a number for a reader: ``1.234,5`` in German, ``1,234.5`` in English.

    Halves are rounded away from zero on the exact binary value, as JavaScript's ``toFixed``
    does, so that page and notebook print the same digits. A result that rounds to zero carries
    no sign; a minus is U+2212.
    """
    if not math.isfinite(value):
        return "–"
    rounded = Decimal(value).quantize(Decimal(1).scaleb(-digits), rounding=ROUND_HALF_UP)
    thousands, point = _MARKS[lang]
    plain = f"{abs(rounded):,.{digits}f}"
    written = plain.replace(",", "\0").replace(".", point).replace("\0", thousands)
    if rounded == 0:
        return written
    return (_MINUS if rounded < 0 else "+" if sign else "") + written


def format_date(written: str, lang: str = "de") -> str:
    """Write a day or a month for a reader: ``2026-11-24`` is ``24.11.2026``, in English ``24 November 2026``.

    What is neither, such as a year alone or a remark, stays as it is.
    """
    found = re.fullmatch(r"(\d{4})-(0[1-9]|1[0-2])(?:-(\d{2}))?", written)
    if not found:
        return written
    year, month, day = found.groups()
    if base_language(lang) == "de":
        return f"{day}.{month}.{year}" if day else f"{month}/{year}"
    return " ".join(filter(None, (day and str(int(day)), _MONTHS[int(month) - 1], year)))
