"""Units of XMILE -> units of a scenario; those that the file leaves out are worked out from the equations.

A unit is a vector of powers, ``widget/month`` is {widget: 1, month: -1}. An equation says that two
vectors are equal, so the unknown ones solve a system of linear equations (after A. Kennedy, Types for
units-of-measure, 2010). What stays open is a plain number.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from workbook.expr.nodes import (
    Arithmetic,
    Call,
    Choose,
    Compare,
    Logic,
    Name,
    Negate,
    Node,
    Not,
    Number,
    Word,
    children,
)
from workbook.folder.dimension import literal
from workbook.xmile.equations import BUILT_IN
from workbook.xmile.model import Equations, XmileModel
from workbook.xmile.time import SHIFT, TRICE

Vector = Mapping[str, Fraction]
YEAR = "year"
_PLAIN = frozenset("1 dmnl dimensionless unitless fraction share percent percentage index point none".split())
_SAME = {"people": "person", "children": "child", "families": "family", "eur": "euro", "€": "euro", "$": "dollar"}
_BUILT_IN = frozenset({"year", "hour", "euro", "person", "case", "post", "place", "family", "child"})
_SPANS = frozenset({"year", "quarter", "month", "week", "day", "hour", "minute", "second"})
_PIECE = re.compile(r"[*/^()]|\bper\b|[^*/^()]+?(?=[*/^()]|\bper\b|$)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FoundUnits:
    """The unit of each key as text, and the words that the scenario must declare as its own.

    ``factors`` are units that an equation lacks to have the unit of its entry: of a rate written as
    a bare number, for example.
    """

    units: Mapping[str, str]
    own: tuple[str, ...]
    factors: Mapping[str, str]


def units_of(equations: Equations) -> FoundUnits | None:
    """Units of all entries; None where they cannot be written in a scenario."""
    model = equations.model
    known = {key: vector for key, e in model.entries.items() if (vector := _vector(e.units, model)) is not None}
    known |= {key: {YEAR: Fraction(1)} for key in (*BUILT_IN, SHIFT, TRICE)}
    system = _System(known, frozenset(key for key, entry in model.entries.items() if entry.kind == "stock"))
    for key, node in equations.nodes.items():
        entry = model.entries[key]
        if literal(node) is None:
            system.equal(system.named(key), system.of(node))
        if entry.kind == "stock":
            for flow in (*entry.inflows, *entry.outflows):
                system.equal(system.named(flow), _plus(system.named(key), _Form({}, {YEAR: Fraction(-1)})))
    solved = system.solved()
    vectors = {key: known.get(key, solved.get(key, {})) for key in (*model.entries, *BUILT_IN, SHIFT, TRICE)}
    lacking = _lacking(equations, vectors)
    texts = {key: _text(vector) for key, vector in vectors.items()}
    factors = {key: _text(vector) for key, vector in lacking.items()}
    if None in texts.values() or None in factors.values():
        return None
    own = {word for vector in (*vectors.values(), *lacking.values()) for word in vector} - _BUILT_IN
    if model.own:
        own -= {"month", "week", "day"}
    plain, lacked = ({key: text or "1" for key, text in some.items()} for some in (texts, factors))
    return FoundUnits(plain, tuple(sorted(own)), lacked)


def _lacking(equations: Equations, vectors: Mapping[str, Vector]) -> Mapping[str, Vector]:
    """What each equation must be multiplied with to have the unit of its entry."""
    system = _System({**vectors, "time": {YEAR: Fraction(1)}})
    found = {}
    for key, node in equations.nodes.items():
        form = system.of(node) if literal(node) is None else None
        if form is not None and (rest := _added(vectors[key], form.rest, Fraction(-1))):
            found[key] = rest
    return found


def _vector(text: str, model: XmileModel) -> Vector | None:
    """A unit as the file has it; None when it has none or one that cannot be read."""
    if not text.strip():
        return None
    if model.own:
        return _own_vector(text)
    powers: dict[str, Fraction] = {}
    span = _word(model.specs.unit)
    sign, signs, last = 1, [1], ""
    for match in _PIECE.finditer(text):
        piece = match.group().strip()
        if piece == "(":
            signs.append(sign)
        elif piece == ")":
            sign = signs.pop() if len(signs) > 1 else 1
        elif piece == "*":
            sign = signs[-1]
        elif piece == "/" or piece.lower() == "per":
            sign = -signs[-1]
        elif piece == "^":
            last = f"^{last}"
        elif last.startswith("^") and piece.isdigit():
            powers[last[1:]] = powers.get(last[1:], Fraction(0)) + (int(piece) - 1) * sign
            last = ""
        elif piece and not re.fullmatch(r"[\d.,_ ]+", piece):
            last = _base(_word(piece), span)
            if last:
                powers[last] = powers.get(last, Fraction(0)) + sign
    return {word: power for word, power in powers.items() if power}


def _base(word: str, span: str) -> str:
    """A word as a base: the unit of time is the year, other spans of time are units by themselves."""
    if word in _PLAIN or not word:
        return ""
    if word == span:
        return YEAR
    return f"calendar_{word}" if word in _SPANS else word


def _word(piece: str) -> str:
    plain = _SAME.get(piece.strip().casefold(), piece.strip().casefold())
    plain = re.sub(r"\W+|_+", "_", plain).strip("_")
    if plain.endswith("s") and not plain.endswith(("ss", "us", "is")) and len(plain) > 3:
        plain = plain[:-1]
    if plain and not plain[0].isalpha():
        plain = f"unit_{plain}"
    return plain[:40]


def _own_vector(text: str) -> Vector:
    """A unit in the words of a scenario, ``case/post month``."""
    powers: dict[str, Fraction] = {}
    for part, sign in zip(text.partition("/")[::2], (1, -1), strict=True):
        for piece in re.sub(r"(?<!\*)\*(?!\*)|·", " ", part).split():
            base, _, power = piece.partition("**")
            word = _word(base)
            if base not in ("%", "1") and word not in _PLAIN and not base[0].isdigit():
                powers[word] = powers.get(word, Fraction(0)) + sign * int(power or 1)
    return {word: power for word, power in powers.items() if power}


def _text(vector: Vector) -> str | None:
    over, under = ([], [])  # type: tuple[list[str], list[str]]
    for word, power in vector.items():
        if not power:
            continue
        if power.denominator != 1 or abs(power) > 4:
            return None
        (over if power > 0 else under).append(word if abs(power) == 1 else f"{word}**{abs(power)}")
    return (" ".join(over) or "1") + (f"/{' '.join(under)}" if under else "")


@dataclass(frozen=True, slots=True)
class _Form:
    """A vector with unknown parts: powers of unknown units, and a known rest."""

    terms: Mapping[str, Fraction]
    rest: Vector


_PURE = _Form({}, {})


def _plus(a: _Form, b: _Form, factor: Fraction = Fraction(1)) -> _Form:
    return _Form(_added(a.terms, b.terms, factor), _added(a.rest, b.rest, factor))


def _added(a: Vector, b: Vector, factor: Fraction) -> Vector:
    total = dict(a)
    for key, power in b.items():
        total[key] = total.get(key, Fraction(0)) + factor * power
    return {key: power for key, power in total.items() if power}


@dataclass
class _System:
    """Linear equations between units; those that contradict others are left to the check of the folder."""

    known: Mapping[str, Vector]
    stocks: frozenset[str] = frozenset()
    rows: dict[str, _Form] = field(default_factory=dict)
    """pivot -> what it equals"""

    def named(self, key: str) -> _Form:
        return _Form({}, self.known[key]) if key in self.known else _Form({key: Fraction(1)}, {})

    def equal(self, one: _Form | None, other: _Form | None) -> None:
        if one is None or other is None:
            return
        row = self._reduced(_plus(one, other, Fraction(-1)))
        if not row.terms:
            return
        # What stays open should be the unit of a stock, so that it is a plain number and its flows 1/year.
        pivot = next((key for key in row.terms if key not in self.stocks), next(iter(row.terms)))
        rest = {key: power for key, power in row.terms.items() if key != pivot}
        scale = -1 / row.terms[pivot]
        self.rows[pivot] = _plus(_PURE, _Form(rest, row.rest), scale)

    def _reduced(self, form: _Form) -> _Form:
        while (pivot := next((key for key in form.terms if key in self.rows), None)) is not None:
            power = form.terms[pivot]
            rest = {key: p for key, p in form.terms.items() if key != pivot}
            form = _plus(_Form(rest, form.rest), self.rows[pivot], power)
        return form

    def solved(self) -> Mapping[str, Vector]:
        return {key: self._reduced(form).rest for key, form in self.rows.items()}

    def of(self, node: Node) -> _Form | None:
        """The unit of a node, by the rules of :mod:`workbook.folder.dimension`."""
        match node:
            case Number():
                return _PURE
            case Name():
                return self.named(node.name)
            case Negate():
                return self.of(node.operand)
            case Compare():
                self._common((node.left, node.right), literals=True)
            case Logic() | Not():
                for part in children(node):
                    self.of(part)
            case Choose():
                self.of(node.condition)
                return self._common((node.yes, node.no), literals=True)
            case Arithmetic():
                return self._arithmetic(node)
            case Call():
                return self._call(node)
            case _:
                return None
        return None

    def _arithmetic(self, node: Arithmetic) -> _Form | None:
        if node.op in ("+", "-"):
            return self._common((node.left, node.right), literals=False)
        left, right = self.of(node.left), self.of(node.right)
        if node.op == "**":
            self.equal(right, _PURE)
            exponent = literal(node.right)
            if exponent is None:
                self.equal(left, _PURE)
                return _PURE
            return None if left is None else _plus(_PURE, left, Fraction(exponent).limit_denominator(12))
        if left is None or right is None:
            return None
        return _plus(left, right, Fraction(1 if node.op == "*" else -1))

    def _common(self, parts: Iterable[Node], *, literals: bool) -> _Form | None:
        found: list[_Form] = []
        for part in parts:
            value = literal(part)
            form = None if value == 0 or (literals and value is not None) else self.of(part)
            if form is not None:
                found.append(form)
        for form in found[1:]:
            self.equal(found[0], form)
        return found[0] if found else _PURE

    def _call(self, node: Call) -> _Form | None:
        first, *rest = node.arguments
        match node.function:
            case "min" | "max" | "clip":
                return self._common(node.arguments, literals=True)
            case "abs":
                return self.of(first)
            case "sqrt":
                form = self.of(first)
                return None if form is None else _plus(_PURE, form, Fraction(1, 2))
            case "lookup":
                self.of(first)
                word = rest[1]
                return self.named(word.value) if isinstance(word, Word) else None
            case "step" | "pulse":
                for part in rest:
                    self._years(part)
                return self.of(first)
            case "smooth" | "delay1" | "delay3":
                self._years(rest[0])
                return self._common((first, *rest[1:]), literals=True)
            case _:
                self.equal(self.of(first), _PURE)
                return _PURE

    def _years(self, part: Node) -> None:
        if literal(part) is None:
            self.equal(self.of(part), _Form({}, {YEAR: Fraction(1)}))
