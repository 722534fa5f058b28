"""Units as authors write them -> quantities that can be multiplied and compared.

``a/b c`` means a / (b * c); a plural s does not matter; numbers may stand anywhere
(``cases/1000 persons``). Per cent, shares, points and plain numbers are one and the same: only
dimensions, and spans of time, are compared. An hour is an hour of work and no part of a year.

The only module that imports pint.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, TypeAlias

import pint

from workbook.errors import nearest

Quantity: TypeAlias = Any
"""A pint quantity in base units: its dimensions, and a factor that only spans of time change."""

_DEFINITIONS = (
    "year = [time]",
    "month = year / 12",
    "week = year / 52",
    "day = year / 365",
    "hour = [work]",
    "euro = [money]",
    "person = [person]",
    "case = [case]",
    "post = [post]",
    "place = [place]",
    "family = [family]",
    "child = [child]",
)
_PLAIN = frozenset({"share", "%", "point", "index", "1"})
_SAME = {
    "EUR": "euro",
    "€": "euro",
    "people": "person",
    "children": "child",
    "families": "family",
    "percent": "%",
}
_WORD = re.compile(r"[^\W\d_]\w*|%|€", re.UNICODE)
_NUMBER = re.compile(r"\d+(?:[._]?\d+)*")
_TIMES = re.compile(r"(?<!\*)\*(?!\*)|·")
_ROUNDING = 1e-9


class UnknownUnitError(Exception):
    """A word that is no unit, and the unit most like it."""

    def __init__(self, word: str, near: str) -> None:
        super().__init__(word, near)
        self.word = word
        self.near = near


class Units:
    """The units of one scenario: the built-in ones and its own, each a dimension for itself."""

    def __init__(self, own: Iterable[str] = ()) -> None:
        self.registry: Any = pint.UnitRegistry(None)
        for definition in _DEFINITIONS:
            self.registry.define(definition)
        self.known = {definition.split(" = ")[0] for definition in _DEFINITIONS}
        for number, word in enumerate(own):
            name = self._singular(word)
            if name is None and _WORD.fullmatch(word):
                # pint reads prefixes and operators into names; a number of our own is safe.
                self.registry.define(f"own{number} = [own{number}]")
                self.known.add(word)
                self._own = {**self._own, word: f"own{number}"}
        self.plain: Quantity = self.registry.Quantity(1.0)
        self.year: Quantity = self._of("year")

    _own: dict[str, str] = {}  # noqa: RUF012 - replaced, never changed

    def parse(self, text: str) -> Quantity:
        """The quantity of a unit.

        Raises
        ------
        UnknownUnitError
            For a word that is no unit of this scenario.
        """
        over, slash, under = text.partition("/")
        if slash and (not under.strip() or "/" in under):
            raise UnknownUnitError(text, "")
        top = self._product(over, text)
        return top / self._product(under, text) if slash else top

    def _product(self, text: str, whole: str) -> Quantity:
        result = self.plain
        for word in _TIMES.sub(" ", text).split():
            base, _, power = word.partition("**")
            if _NUMBER.fullmatch(base):
                continue
            if power and not re.fullmatch(r"[1-4]", power):
                raise UnknownUnitError(whole, "")
            result = result * self._of(base) ** int(power or 1)
        return result

    def _of(self, word: str) -> Quantity:
        name = self._singular(word)
        if name is None:
            raise UnknownUnitError(word, nearest(word, sorted(self.known | _PLAIN | _SAME.keys())))
        if name in _PLAIN:
            return self.plain
        return self.registry.Quantity(1.0, self._own.get(name, name)).to_base_units()

    def _singular(self, word: str) -> str | None:
        for name in (word, _SAME.get(word, ""), word.removesuffix("s")):
            if name in self.known or name in _PLAIN:
                return name
        return None

    def same(self, one: Quantity, other: Quantity) -> bool:
        """Whether two quantities may be added."""
        if one.dimensionality != other.dimensionality:
            return False
        return self.is_plain(one) or abs(one.magnitude / other.magnitude - 1) < _ROUNDING

    def is_plain(self, one: Quantity) -> bool:
        """Whether a quantity is a plain number, a share or a percentage."""
        return bool(one.dimensionless)

    def show(self, one: Quantity) -> str:
        """A quantity for a message, in the words of the author: ``person/month``."""
        names = {f"own{i}": word for word, own in self._own.items() for i in [own.removeprefix("own")]}
        powers = {names.get(str(u), str(u)): int(p) if p == int(p) else p for u, p in one.unit_items()}
        factor = one.magnitude
        span = self._span(powers.get("year", 0), factor)
        if span and span != "year":
            powers = {span if name == "year" else name: power for name, power in powers.items()}
        elif not span and not self.is_plain(one):
            powers = {f"{factor:.6g}": 1, **powers}
        over = [_power(name, power) for name, power in powers.items() if power > 0]
        under = [_power(name, -power) for name, power in powers.items() if power < 0]
        if not over and not under:
            return "1"
        return (" ".join(over) or "1") + (f"/{' '.join(under)}" if under else "")

    def _span(self, power: float, factor: float) -> str:
        """The span of time that explains a factor, or nothing."""
        if abs(factor - 1) < _ROUNDING:
            return "year"
        for name, part in (("month", 12), ("week", 52), ("day", 365)):
            if power and abs(factor / (1 / part) ** power - 1) < _ROUNDING:
                return name
        return ""


def _power(name: str, power: float) -> str:
    return name if power == 1 else f"{name}**{float(power):g}"
