"""Tokens -> tree, by allow-list: whatever is not named here is refused with its position.

The grammar, weakest binding first::

    choose  := either ['if' either 'else' choose]
    either  := both {'or' both}
    both    := negated {'and' negated}
    negated := 'not' negated | compared
    compared:= sum [('<' | '<=' | '>' | '>=' | '==' | '!=') sum]
    sum     := product {('+' | '-') product}
    product := signed {('*' | '/') signed}
    signed  := ('-' | '+') signed | power
    power   := atom ['**' signed]
    atom    := NUMBER | WORD | NAME | 'decision' '.' NAME | NAME '(' [choose {',' choose}] ')'
             | '(' choose ')' | '[' '[' number ',' number ']' {',' ...} ']'
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from dataclasses import replace

from workbook.errors import nearest
from workbook.expr.functions import FUNCTIONS
from workbook.expr.nodes import (
    Arithmetic,
    Call,
    Choose,
    Compare,
    Decided,
    Kind,
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
from workbook.expr.tokens import ExprError, Token, tokenize

__all__ = ["MAX_DEPTH", "ExprError", "is_name", "parse"]

MAX_DEPTH = 40
"""How deep brackets and signs may nest, so that no text can exhaust the stack."""

MAX_TREE_DEPTH = 120
"""How deep a finished tree may be."""

_NAME = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*", re.ASCII)
_KEYWORDS = frozenset({"and", "or", "not", "if", "else", "decision", "time"})
_COMPARE = frozenset({"<", "<=", ">", ">=", "==", "!="})
_SERIES_FUNCTIONS = frozenset({"at", "change"})


def is_name(text: str) -> bool:
    """Whether a text may name a lever, stock and so on."""
    return _NAME.fullmatch(text) is not None and text not in _KEYWORDS and text not in FUNCTIONS


def parse(text: str, kind: Kind = "number") -> Node:
    """Parse one expression.

    Parameters
    ----------
    text : str
        The expression, at most 2,000 characters.
    kind : {"number", "truth"}
        What it must yield.

    Raises
    ------
    ExprError
        With a message code and the offsets of the fault.
    """
    parser = _Parser(tokenize(text))
    if parser.finished():
        raise ExprError("expr-empty", 0, len(text))
    node = parser.choose()
    if not parser.finished():
        raise parser.unexpected("end")
    _expect_kind(node, kind)
    _check_depth(node)
    return node


def _check_depth(root: Node) -> None:
    """A long chain (a + a + ...) nests to the left; every walk of a tree recurses."""
    level: list[Node] = [root]
    depth = 0
    while level:
        depth += 1
        if depth > MAX_TREE_DEPTH:
            raise ExprError("expr-too-deep", root.start, root.end, limit=MAX_TREE_DEPTH)
        level = [child for node in level for child in children(node)]


def _expect_kind(node: Node, kind: Kind) -> None:
    found = "table" if isinstance(node, Points) else kind_of(node)
    if found != kind:
        raise ExprError("expr-kind", node.start, node.end, found=found, expected=kind)


class _Parser:
    def __init__(self, tokens: list[Token]) -> None:
        self.tokens = tokens
        self.index = 0
        self.depth = 0

    @property
    def here(self) -> Token:
        return self.tokens[self.index]

    def finished(self) -> bool:
        return self.here.kind == "end"

    def at_comparison(self) -> bool:
        return self.here.kind == "op" and self.here.text in _COMPARE

    def take(self) -> Token:
        token = self.here
        self.index += 1
        return token

    def is_op(self, *texts: str) -> bool:
        return self.here.kind == "op" and self.here.text in texts

    def is_keyword(self, text: str) -> bool:
        return self.here.kind == "name" and self.here.text == text

    def expect(self, text: str) -> Token:
        if self.here.text != text or self.here.kind not in ("op", "name"):
            raise self.unexpected(text)
        return self.take()

    def unexpected(self, expected: str) -> ExprError:
        token = self.here
        return ExprError(
            "expr-unexpected", token.start, max(token.end, token.start + 1),
            found=token.text, expected=expected,
        )  # fmt: skip

    def choose(self) -> Node:
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise ExprError("expr-too-deep", self.here.start, self.here.end, limit=MAX_DEPTH)
        yes = self.either()
        if self.is_keyword("if"):
            self.take()
            condition = self.either()
            _expect_kind(condition, "truth")
            self.expect("else")
            no = self.choose()
            _expect_kind(yes, kind_of(no))
            if kind_of(yes) == "word":
                raise ExprError("expr-decision-compare", yes.start, yes.end)
            yes = Choose(condition, yes, no, start=yes.start, end=no.end)
        self.depth -= 1
        return yes

    def either(self) -> Node:
        left = self.both()
        while self.is_keyword("or"):
            left = self._logic("or", left)
        return left

    def both(self) -> Node:
        left = self.negated()
        while self.is_keyword("and"):
            left = self._logic("and", left)
        return left

    def _logic(self, op: str, left: Node) -> Node:
        self.take()
        right = self.both() if op == "or" else self.negated()
        _expect_kind(left, "truth")
        _expect_kind(right, "truth")
        return Logic("or" if op == "or" else "and", left, right, start=left.start, end=right.end)

    def negated(self) -> Node:
        if not self.is_keyword("not"):
            return self.compared()
        start = self.take().start
        self._deeper()
        operand = self.negated()
        self.depth -= 1
        _expect_kind(operand, "truth")
        return Not(operand, start=start, end=operand.end)

    def _deeper(self) -> None:
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise ExprError("expr-too-deep", self.here.start, self.here.end, limit=MAX_DEPTH)

    def compared(self) -> Node:
        left = self.sum()
        if not self.at_comparison():
            return left
        op = self.take()
        right = self.sum()
        if self.at_comparison():
            raise ExprError("expr-chain", left.start, self.here.end)
        words = kind_of(left) == "word" or kind_of(right) == "word"
        if words:
            pair = isinstance(left, Decided) and isinstance(right, Word)
            if not pair or op.text not in ("==", "!="):
                raise ExprError("expr-decision-compare", left.start, right.end)
        else:
            _expect_kind(left, "number")
            _expect_kind(right, "number")
        return Compare(op.text, left, right, start=left.start, end=right.end)  # type: ignore[arg-type]

    def sum(self) -> Node:
        left = self.product()
        while self.is_op("+", "-"):
            left = self._arithmetic(left, self.product)
        return left

    def product(self) -> Node:
        left = self.signed()
        while self.is_op("*", "/"):
            left = self._arithmetic(left, self.signed)
        return left

    def _arithmetic(self, left: Node, operand: Callable[[], Node]) -> Node:
        op = self.take().text
        right = operand()
        _expect_kind(left, "number")
        _expect_kind(right, "number")
        return Arithmetic(op, left, right, start=left.start, end=right.end)  # type: ignore[arg-type]

    def signed(self) -> Node:
        if not self.is_op("-", "+"):
            return self.power()
        sign = self.take()
        self._deeper()
        operand = self.signed()
        self.depth -= 1
        _expect_kind(operand, "number")
        if sign.text == "+":
            return operand
        return Negate(operand, start=sign.start, end=operand.end)

    def power(self) -> Node:
        base = self.atom()
        if not self.is_op("**"):
            return base
        self._deeper()
        node = self._arithmetic(base, self.signed)
        self.depth -= 1
        return node

    def atom(self) -> Node:
        token = self.here
        if token.kind == "number":
            self.take()
            value = float(token.text)
            if not math.isfinite(value):
                raise ExprError("expr-number", token.start, token.end, found=token.text)
            return Number(value, start=token.start, end=token.end)
        if token.kind == "word":
            self.take()
            return Word(token.text[1:-1], start=token.start, end=token.end)
        if token.kind == "name":
            return self._named(self.take())
        if self.is_op("("):
            self.take()
            node = self.choose()
            # A part is quoted with its parentheses: "2 / (a - b)".
            return replace(node, start=token.start, end=self.expect(")").end)
        if self.is_op("["):
            return self._points()
        raise self.unexpected("value")

    def _named(self, token: Token) -> Node:
        if token.text == "decision":
            self.expect(".")
            if self.here.kind != "name":
                raise self.unexpected("name")
            name = self.take()
            return Decided(name.text, start=token.start, end=name.end)
        if token.text == "time":
            return Name("time", start=token.start, end=token.end)
        if token.text in _KEYWORDS:
            raise ExprError("expr-keyword", token.start, token.end, name=token.text)
        if self.is_op("("):
            return self._call(token)
        if self.is_op("."):
            raise self.unexpected("operator")
        if not is_name(token.text):
            raise ExprError("expr-name-form", token.start, token.end, name=token.text)
        return Name(token.text, start=token.start, end=token.end)

    def _call(self, token: Token) -> Node:
        function = FUNCTIONS.get(token.text)
        if function is None:
            raise ExprError(
                "expr-function", token.start, token.end,
                name=token.text, nearest=nearest(token.text, FUNCTIONS), allowed=", ".join(FUNCTIONS),
            )  # fmt: skip
        self.take()
        arguments: list[Node] = []
        while not self.is_op(")"):
            if arguments:
                self.expect(",")
            arguments.append(self.choose())
        end = self.take().end
        most = function.most
        if len(arguments) < function.least or (most is not None and len(arguments) > most):
            raise ExprError(
                "expr-arguments", token.start, end,
                name=token.text, found=len(arguments), expected=function.signature,
            )  # fmt: skip
        _check_arguments(token.text, arguments)
        return Call(token.text, tuple(arguments), start=token.start, end=end)

    def _points(self) -> Node:
        start = self.take().start
        pairs: list[tuple[float, float]] = []
        while not self.is_op("]"):
            if pairs:
                self.expect(",")
            opening = self.expect("[")
            x = self._plain_number()
            self.expect(",")
            y = self._plain_number()
            self.expect("]")
            if pairs and x <= pairs[-1][0]:
                raise ExprError("expr-points-order", opening.start, self.here.start)
            pairs.append((x, y))
        end = self.take().end
        if len(pairs) < 2:
            raise ExprError("expr-points", start, end)
        return Points(tuple(x for x, _ in pairs), tuple(y for _, y in pairs), start=start, end=end)

    def _plain_number(self) -> float:
        negative = self.is_op("-")
        if negative:
            self.take()
        if self.here.kind != "number":
            raise self.unexpected("number")
        value = float(self.take().text)
        if not math.isfinite(value):
            raise self.unexpected("number")
        return -value if negative else value


def _check_arguments(function: str, arguments: list[Node]) -> None:
    """Which argument must be what: tables and units of a lookup, literal years, one name."""
    for position, argument in enumerate(arguments):
        if function == "lookup" and position == 1:
            if not isinstance(argument, Points):
                raise ExprError("expr-points", argument.start, argument.end)
        elif function == "lookup" and position == 2:
            if not isinstance(argument, Word):
                raise ExprError("expr-literal", argument.start, argument.end, name=function, argument="unit")
        elif function in _SERIES_FUNCTIONS and position == 0:
            if not isinstance(argument, Name) or argument.name == "time":
                raise ExprError("expr-literal", argument.start, argument.end, name=function, argument="name")
        elif function in _SERIES_FUNCTIONS:
            if not isinstance(argument, Number) or argument.value != int(argument.value):
                raise ExprError("expr-literal", argument.start, argument.end, name=function, argument="year")
        else:
            _expect_kind(argument, "number")
