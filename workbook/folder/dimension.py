"""The unit of an expression, worked out from the units of its names.

Rules: a literal is a plain number, but beside a quantity in a comparison, ``min``, ``max``,
``clip`` or ``if`` it is read in that quantity's unit, and 0 fits anywhere. Sums, comparisons and
branches need one unit; ``exp``, ``ln``, ``logistic`` and exponents need plain numbers.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction

from workbook.expr.nodes import (
    Arithmetic,
    Call,
    Choose,
    Compare,
    Decided,
    Logic,
    Name,
    Negate,
    Node,
    Not,
    Number,
    Word,
)
from workbook.folder.units import Quantity, Units, UnknownUnitError

Fault = Callable[..., None]
"""fault(code, node, **values)"""


class Dimensions:
    """Infers units of one expression; ``fault`` is called with what does not fit."""

    def __init__(self, units: Units, names: Mapping[str, Quantity], text: str, fault: Fault) -> None:
        self.units = units
        self.names = names
        self.text = text
        self.fault = fault

    def of(self, node: Node) -> Quantity | None:
        """The unit of a node; None when it is unknown, a truth, or already reported."""
        match node:
            case Number():
                return self.units.plain
            case Name():
                return self.units.year if node.name == "time" else self.names.get(node.name)
            case Negate():
                return self.of(node.operand)
            case Not():
                self.of(node.operand)
                return None
            case Logic():
                self.of(node.left)
                self.of(node.right)
                return None
            case Arithmetic():
                return self._arithmetic(node)
            case Compare():
                if not isinstance(node.left, Decided):
                    self._common((node.left, node.right), node, literals=True)
                return None
            case Choose():
                self.of(node.condition)
                return self._common((node.yes, node.no), node, literals=True)
            case Call():
                return self._call(node)
            case _:
                return None

    def _arithmetic(self, node: Arithmetic) -> Quantity | None:
        if node.op in ("+", "-"):
            return self._common((node.left, node.right), node, literals=False)
        if node.op == "**":
            return self._power(node)
        left, right = self.of(node.left), self.of(node.right)
        if left is None or right is None:
            return None
        return left * right if node.op == "*" else left / right

    def _power(self, node: Arithmetic) -> Quantity | None:
        base = self.of(node.left)
        self._plain(node.right, node)
        if base is None or self.units.is_plain(base):
            return base
        exponent = literal(node.right)
        if exponent is None or abs(exponent) > 9:
            self.fault("unit-power", node, expression=self._part(node), found=self.units.show(base))
            return None
        return base ** Fraction(exponent).limit_denominator(12)

    def _common(self, parts: Sequence[Node], whole: Node, *, literals: bool) -> Quantity | None:
        """The one unit of several parts; reports the first pair that differs."""
        found: list[tuple[Node, Quantity]] = []
        free = False
        for part in parts:
            value = literal(part)
            if value is not None and (literals or value == 0):
                free = True
                continue
            unit = self.of(part)
            if unit is None:
                return None
            found.append((part, unit))
        for part, unit in found[1:]:
            if not self.units.same(found[0][1], unit):
                self.fault(
                    "unit-operands", whole, expression=self._part(whole),
                    left=self._part(found[0][0]), left_unit=self.units.show(found[0][1]),
                    right=self._part(part), right_unit=self.units.show(unit),
                )  # fmt: skip
                return None
        if found:
            return found[0][1]
        return self.units.plain if free else None

    def _call(self, node: Call) -> Quantity | None:
        first, *rest = node.arguments
        match node.function:
            case "min" | "max" | "clip":
                return self._common(node.arguments, node, literals=True)
            case "abs":
                return self.of(first)
            case "sqrt":
                unit = self.of(first)
                return None if unit is None else unit ** Fraction(1, 2)
            case "lookup":
                return self._lookup(node)
            case "step" | "pulse" | "ramp":
                for part in rest:
                    self._years(part, node)
                height = self.of(first)
                return height * self.units.year if node.function == "ramp" and height is not None else height
            case "smooth" | "delay1" | "delay3":
                self._years(rest[0], node)
                parts = (first, *rest[1:])
                return self._common(parts, node, literals=len(parts) > 1)
            case "at" | "change":
                return self.of(first)
            case _:
                self._plain(first, node)
                return self.units.plain

    def _lookup(self, node: Call) -> Quantity | None:
        self.of(node.arguments[0])
        word = node.arguments[2] if len(node.arguments) > 2 else None
        if not isinstance(word, Word):
            return self.units.plain
        try:
            return self.units.parse(word.value)
        except UnknownUnitError as error:
            self.fault("unit-unknown", word, found=error.word, nearest=error.near)
            return None

    def _plain(self, part: Node, whole: Node) -> None:
        self._expect(part, self.units.plain, whole)

    def _years(self, part: Node, whole: Node) -> None:
        if literal(part) is None:
            self._expect(part, self.units.year, whole)

    def _expect(self, part: Node, wanted: Quantity, whole: Node) -> None:
        unit = self.of(part)
        if unit is not None and not self.units.same(unit, wanted):
            self.fault(
                "unit-argument", part, expression=self._part(whole), argument=self._part(part),
                expected=self.units.show(wanted), found=self.units.show(unit),
            )  # fmt: skip

    def _part(self, node: Node) -> str:
        return self.text[node.start : node.end] or self.text


def literal(node: Node) -> float | None:
    """The value of a bare number, with or without a sign."""
    if isinstance(node, Number):
        return node.value
    if isinstance(node, Negate):
        inner = literal(node.operand)
        return None if inner is None else -inner
    return None
