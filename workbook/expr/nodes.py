"""The expression tree: frozen, typed, every node knows where it stood in the text.

A node is a *number*, a *truth* or a *word*; the parser refuses to mix them, which removes most
places where Python, NumPy and JavaScript would disagree. ``start`` and ``end`` are offsets in the
source text and take no part in comparison.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

ArithmeticOp = Literal["+", "-", "*", "/", "**"]
CompareOp = Literal["<", "<=", ">", ">=", "==", "!="]
Kind = Literal["number", "truth", "word"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    start: int = field(default=0, compare=False)
    end: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Number(Span):
    """A literal, ``0.5``."""

    value: float


@dataclass(frozen=True, slots=True)
class Word(Span):
    """A quoted name, ``'bridge'``: an option of a decision, or the unit a lookup returns."""

    value: str


@dataclass(frozen=True, slots=True)
class Name(Span):
    """A lever, constant, input, stock, variable or indicator, or ``time``."""

    name: str


@dataclass(frozen=True, slots=True)
class Decided(Span):
    """``decision.evening``: the option chosen in a decision (a word)."""

    decision: str


@dataclass(frozen=True, slots=True)
class Negate(Span):
    operand: Node


@dataclass(frozen=True, slots=True)
class Arithmetic(Span):
    op: ArithmeticOp
    left: Node
    right: Node


@dataclass(frozen=True, slots=True)
class Compare(Span):
    op: CompareOp
    left: Node
    right: Node


@dataclass(frozen=True, slots=True)
class Logic(Span):
    op: Literal["and", "or"]
    left: Node
    right: Node


@dataclass(frozen=True, slots=True)
class Not(Span):
    operand: Node


@dataclass(frozen=True, slots=True)
class Choose(Span):
    """``yes if condition else no``."""

    condition: Node
    yes: Node
    no: Node


@dataclass(frozen=True, slots=True)
class Call(Span):
    """A function of the table in :mod:`workbook.expr.functions`."""

    function: str
    arguments: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Points(Span):
    """The table of a lookup: pairs with strictly rising x."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]


Node: TypeAlias = Number | Word | Name | Decided | Negate | Arithmetic | Compare | Logic | Not | Choose | Call | Points


def kind_of(node: Node) -> Kind:
    """What a node yields: a number, a truth or a word."""
    match node:
        case Compare() | Logic() | Not():
            return "truth"
        case Word() | Decided():
            return "word"
        case Choose():
            return kind_of(node.yes)
        case _:
            return "number"


def children(node: Node) -> tuple[Node, ...]:
    """The direct parts of a node, left to right."""
    match node:
        case Negate() | Not():
            return (node.operand,)
        case Arithmetic() | Compare() | Logic():
            return (node.left, node.right)
        case Choose():
            return (node.condition, node.yes, node.no)
        case Call():
            return node.arguments
        case _:
            return ()


def rebuilt(node: Node, change: Callable[[Node], Node]) -> Node:
    """The same node with each of its parts changed; a leaf is returned as it is."""
    parts = [change(child) for child in children(node)]
    if not parts:
        return node
    span = {"start": node.start, "end": node.end}
    match node:
        case Negate():
            return Negate(parts[0], **span)
        case Not():
            return Not(parts[0], **span)
        case Arithmetic():
            return Arithmetic(node.op, parts[0], parts[1], **span)
        case Compare():
            return Compare(node.op, parts[0], parts[1], **span)
        case Logic():
            return Logic(node.op, parts[0], parts[1], **span)
        case Choose():
            return Choose(parts[0], parts[1], parts[2], **span)
        case Call():
            return Call(node.function, tuple(parts), **span)
        case _:
            return node


def walk(node: Node) -> Iterator[Node]:
    """The node and everything below it."""
    yield node
    for child in children(node):
        yield from walk(child)


def names_in(node: Node) -> frozenset[str]:
    """Every name that a node reads (without ``time`` and decisions)."""
    return frozenset(n.name for n in walk(node) if isinstance(n, Name) and n.name != "time")


def decisions_in(node: Node) -> frozenset[str]:
    """Every decision that a node asks about."""
    return frozenset(n.decision for n in walk(node) if isinstance(n, Decided))
