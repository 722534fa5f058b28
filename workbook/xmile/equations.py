"""Equations of XMILE -> trees of the scenario language, whose meaning is the same.

The grammar, weakest binding first (specification 3.3.1)::

    whole   := 'IF' whole 'THEN' whole 'ELSE' whole | either
    either  := both {'OR' both}
    both    := compared {'AND' compared}
    compared:= sum [('=' | '<>' | '<' | '<=' | '>' | '>=') sum]
    sum     := product {('+' | '-') product}
    product := signed {('*' | '/') signed}
    signed  := ('+' | '-' | 'NOT') signed | power
    power   := atom ['^' signed]
    atom    := NUMBER | NAME | NAME '(' [whole {',' whole}] ')' | '(' whole ')'

To XMILE a truth is the number 1 or 0 and every other number than 0 is true; here the two are never
mixed, so each change from one to the other is written out.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field

from workbook.errors import Problem, nearest
from workbook.expr.nodes import (
    Arithmetic,
    ArithmeticOp,
    Call,
    Choose,
    Compare,
    CompareOp,
    Logic,
    Name,
    Negate,
    Node,
    Not,
    Number,
    Points,
    Word,
    children,
    kind_of,
)
from workbook.expr.parse import MAX_TREE_DEPTH
from workbook.xmile.model import Entry
from workbook.xmile.names import key_of

BUILT_IN = ("time", "dt", "starttime", "stoptime")
MAX_DEPTH = 36
MAX_PARTS = 4_000
_COMPARE: Mapping[str, CompareOp] = {"=": "==", "<>": "!=", "<": "<", "<=": "<=", ">": ">", ">=": ">="}
_ARITHMETIC: Mapping[str, ArithmeticOp] = {"+": "+", "-": "-", "*": "*", "/": "/", "^": "**"}
_KEYWORDS = frozenset({"and", "or", "not", "mod", "if", "then", "else"})
_COUNTS: Mapping[str, tuple[int, int]] = {
    "abs": (1, 1), "exp": (1, 1), "ln": (1, 1), "log10": (1, 1), "sqrt": (1, 1), "min": (2, 2), "max": (2, 2),
    "lookup": (2, 2), "if_then_else": (3, 3), "step": (2, 2), "pulse": (2, 3), "ramp": (2, 2),
    "smth1": (2, 3), "smth3": (2, 3), "delay1": (2, 3), "delay3": (2, 3),
}  # fmt: skip
"""The functions of XMILE that have an exact counterpart, with the arguments that they take."""

_TOKEN = re.compile(
    r"""
    (?P<space>\s+|\{[^{}]*\})
  | (?P<number>(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)
  | (?P<quoted>"(?:\\"|[^"])+")
  | (?P<name>[^\W\d][\w$'.]*)
  | (?P<op><>|<=|>=|[-+*/^<>=()\[\],])
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    at: int

    @property
    def word(self) -> str:
        """A keyword or operator in small letters; empty for everything else."""
        plain = self.text.lower()
        return plain if self.kind == "op" or (self.kind == "name" and plain in _KEYWORDS) else ""


class _FaultError(Exception):
    def __init__(self, code: str, at: int, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.at = at
        self.values = values


@dataclass
class EquationReader:
    """Reads the equations of one model and collects what stands in the way in all of them."""

    entries: Mapping[str, Entry]
    problems: list[Problem] = field(default_factory=list)

    def read(self, entry: Entry) -> Node | None:
        """The tree of an entry; None when a problem was found, which is then among ``problems``."""
        before = len(self.problems)
        node: Node | None = None
        try:
            node = _number(_Parser(entry, self).whole_text())
            _check_size(node)
        except _FaultError as fault:
            self.report(entry, fault.code, fault.at, **fault.values)
        return node if len(self.problems) == before else None

    def report(self, entry: Entry, code: str, at: int, **values: object) -> None:
        self.problems.append(Problem(code, entry.place_at(at), {"name": entry.label, **values}))


def _check_size(root: Node) -> None:
    """Everything after this walks the tree; one that is far too large for a scenario is not begun with."""
    level, size, depth = [root], 0, 0
    while level:
        size, depth = size + len(level), depth + 1
        if size > MAX_PARTS or depth > MAX_TREE_DEPTH:
            raise _FaultError("xmile-nested", 0, limit=MAX_TREE_DEPTH)
        level = [child for node in level for child in children(node)]


def _tokens(text: str) -> list[_Token]:
    tokens: list[_Token] = []
    at = 0
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None:
            raise _FaultError("xmile-character", at, found=text[at])
        if match.lastgroup != "space":
            tokens.append(_Token(str(match.lastgroup), match.group(), at))
        at = match.end()
    tokens.append(_Token("end", "", len(text)))
    return tokens


class _Parser:
    def __init__(self, entry: Entry, reader: EquationReader) -> None:
        self.entry = entry
        self.reader = reader
        self.tokens = _tokens(entry.equation)
        self.index = 0
        self.depth = 0

    @property
    def here(self) -> _Token:
        return self.tokens[self.index]

    def take(self) -> _Token:
        token = self.here
        self.index += 1
        return token

    def expect(self, word: str) -> _Token:
        if self.here.word != word:
            raise self.unexpected(word.upper())
        return self.take()

    def unexpected(self, expected: str) -> _FaultError:
        return _FaultError("xmile-syntax", self.here.at, found=self.here.text or "…", expected=expected)

    def refuse(self, token: _Token, feature: str) -> Node:
        """Note what cannot be said here and go on reading, so that all such parts are told at once."""
        self.reader.report(self.entry, "xmile-feature", token.at, feature=feature, detail=self.entry.label)
        return Number(0.0)

    def whole_text(self) -> Node:
        node = self.whole()
        if self.here.kind != "end":
            raise self.unexpected("+ - * / ^")
        return node

    def whole(self) -> Node:
        self.deeper()
        if self.here.word == "if":
            self.take()
            condition = self.whole()
            self.expect("then")
            yes = self.whole()
            self.expect("else")
            node: Node = Choose(_truth(condition), _number(yes), _number(self.whole()))
        else:
            node = self.either()
        self.depth -= 1
        return node

    def deeper(self) -> None:
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise _FaultError("xmile-nested", self.here.at, limit=MAX_DEPTH)

    def either(self) -> Node:
        left = self.both()
        while self.here.word == "or":
            self.take()
            left = Logic("or", _truth(left), _truth(self.both()))
        return left

    def both(self) -> Node:
        left = self.compared()
        while self.here.word == "and":
            self.take()
            left = Logic("and", _truth(left), _truth(self.compared()))
        return left

    def compared(self) -> Node:
        left = self.sum()
        if self.here.word not in _COMPARE:
            return left
        op = _COMPARE[self.take().word]
        right = self.sum()
        if self.here.word in _COMPARE:
            # Software disagrees on what a = b = c means.
            raise _FaultError("xmile-chain", self.here.at)
        return Compare(op, _number(left), _number(right))

    def sum(self) -> Node:
        return self.chain(("+", "-"), self.product)

    def product(self) -> Node:
        return self.chain(("*", "/", "mod"), self.signed)

    def chain(self, words: Collection[str], part: Callable[[], Node]) -> Node:
        left = part()
        while self.here.word in words:
            token = self.take()
            right = part()
            if token.word == "mod":
                self.refuse(token, "MOD")
                continue
            left = Arithmetic(_ARITHMETIC[token.word], _number(left), _number(right))
        return left

    def signed(self) -> Node:
        token = self.here
        if token.word not in ("+", "-", "not"):
            return self.power()
        self.take()
        self.deeper()
        operand = self.signed()
        self.depth -= 1
        if token.word == "not":
            if self.here.word in _COMPARE or self.here.word in ("*", "/", "+", "-", "^"):
                # Read from the left or from the right it is not the same, and software does either.
                raise _FaultError("xmile-not", token.at)
            return Not(_truth(operand))
        return _number(operand) if token.word == "+" else Negate(_number(operand))

    def power(self) -> Node:
        base = self.atom()
        if self.here.word != "^":
            return base
        self.take()
        self.deeper()
        exponent = self.signed()
        self.depth -= 1
        return Arithmetic("**", _number(base), _number(exponent))

    def atom(self) -> Node:
        token = self.here
        if token.word == "(":
            self.take()
            node = self.whole()
            self.expect(")")
            return node
        if token.kind == "number":
            self.take()
            value = float(token.text)
            if not math.isfinite(value):
                raise _FaultError("xmile-number", token.at, found=token.text)
            return Number(value)
        if token.kind == "quoted" or (token.kind == "name" and not token.word):
            return self.named(self.take())
        raise self.unexpected("1, name, (")

    def named(self, token: _Token) -> Node:
        key = key_of(token.text)
        if self.here.word == "[":
            while self.here.kind != "end" and self.take().text != "]":
                pass
            return self.refuse(token, f"array {token.text}[…]")
        if self.here.word == "(":
            return self.call(token, key)
        if key in self.reader.entries:
            if self.reader.entries[key].kind == "table":
                return self.refuse(token, f"gf {token.text} without ( )")
            return Name(key)
        if key in BUILT_IN:
            return Name(key)
        if key == "pi":
            return Number(math.pi)
        if "." in key and token.kind == "name":
            return self.refuse(token, f"module {token.text}")
        if key == "inf":
            return self.refuse(token, "INF")
        near = nearest(key, self.reader.entries)
        label = self.reader.entries[near].label if near else ""
        self.reader.report(self.entry, "xmile-unknown", token.at, found=token.text, nearest=label)
        return Number(0.0)

    def call(self, token: _Token, key: str) -> Node:
        first = self.here.at
        self.take()
        arguments: list[Node] = []
        table = ""
        while self.here.word != ")":
            if arguments:
                self.expect(",")
            if key == "lookup" and not arguments and self.here.kind in ("name", "quoted"):
                table = key_of(self.take().text)
                arguments.append(Number(0.0))
                continue
            arguments.append(_number(self.whole()))
        self.take()
        entry = self.reader.entries.get(key)
        if entry is not None and entry.points is not None and len(arguments) == 1:
            return looked_up(arguments[0], entry)
        if key not in _COUNTS:
            return self.refuse(token, f"function {token.text}")
        least, most = _COUNTS[key]
        if not least <= len(arguments) <= most:
            raise _FaultError(
                "xmile-arguments", first, function=token.text, found=len(arguments), least=least, most=most
            )
        if key == "lookup":
            entry = self.reader.entries.get(table)
            if entry is None or entry.points is None:
                return self.refuse(token, "function LOOKUP")
            return looked_up(arguments[1], entry)
        return self.function(token, key, arguments)

    def function(self, token: _Token, key: str, arguments: list[Node]) -> Node:
        """What a function of XMILE means, in functions of the scenario language (specification 3.5)."""
        first, second, *_ = *arguments, Number(0.0)
        match key:
            case "min" | "max" | "step":
                return Call(key, (first, second))
            case "if_then_else":
                return Choose(_truth(first), second, arguments[2])
            case "ramp":
                return Arithmetic("*", first, Call("max", (Arithmetic("-", Name("time"), second), Number(0.0))))
            case "pulse":
                # A third argument, the interval, is written out when the constants are known.
                return Call("pulse", (first, *arguments[1:]))
            case "smth1":
                return Call("smooth", tuple(arguments))
            case "smth3":
                third = Arithmetic("/", second, Number(3.0))
                for _ in range(3):
                    first = Call("smooth", (first, third, *arguments[2:]))
                return first
            case "delay1" | "delay3":
                return Call(key, tuple(arguments))
            case _:
                return Call(key, (first,))


def looked_up(x: Node, entry: Entry) -> Node:
    """A graphical function at x; the word names whose unit the result has."""
    points = entry.points
    assert isinstance(points, Points)  # noqa: S101 - asked before
    return Call("lookup", (x, points, Word(entry.key)))


def _number(node: Node) -> Node:
    return Choose(node, Number(1.0), Number(0.0)) if kind_of(node) == "truth" else node


def _truth(node: Node) -> Node:
    if isinstance(node, Choose) and node == Choose(node.condition, Number(1.0), Number(0.0)):
        return node.condition
    return node if kind_of(node) == "truth" else Compare("!=", node, Number(0.0))
