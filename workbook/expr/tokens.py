"""Text -> tokens with positions. Only the characters of the language pass."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

TokenKind = Literal["number", "name", "word", "op", "end"]

MAX_LENGTH = 2_000
"""Characters of one expression; a longer one is a mistake or an attack."""

_TOKEN = re.compile(
    r"""
    (?P<space>\s+)
  | (?P<number>(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?)
  | (?P<name>[A-Za-z_][A-Za-z0-9_]*)
  | (?P<word>'[^'\n]*'|"[^"\n]*")
  | (?P<op>\*\*|<=|>=|==|!=|[-+*/<>()\[\],.])
    """,
    re.VERBOSE | re.ASCII,
)


class ExprError(Exception):
    """What is wrong with an expression, with offsets into its text.

    ``code`` and ``values`` fill a sentence of :mod:`workbook.messages`; the folder reader turns the
    offsets into line and column.
    """

    def __init__(self, code: str, start: int, end: int, **values: object) -> None:
        super().__init__(code, start, end, values)
        self.code = code
        self.start = start
        self.end = end
        self.values = values


@dataclass(frozen=True, slots=True)
class Token:
    """A part of an expression; ``start`` counts characters from 0."""

    kind: TokenKind
    text: str
    start: int

    @property
    def end(self) -> int:
        return self.start + len(self.text)


def tokenize(text: str) -> list[Token]:
    """Split an expression into tokens, the last of kind ``end``.

    Raises
    ------
    ExprError
        On a character outside the language, an unclosed quote or a text that is too long.
    """
    if len(text) > MAX_LENGTH:
        raise ExprError("expr-too-long", 0, len(text), length=len(text), limit=MAX_LENGTH)
    tokens: list[Token] = []
    at = 0
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None:
            if text[at] in "'\"":
                raise ExprError("expr-string", at, len(text))
            raise ExprError("expr-character", at, at + 1, found=text[at])
        kind = match.lastgroup
        if kind == "number" and match.end() < len(text) and text[match.end()].isalnum():
            raise ExprError("expr-number", at, match.end() + 1, found=text[at : match.end() + 1])
        if kind in ("number", "name", "word", "op"):
            tokens.append(Token(kind, match.group(), at))  # type: ignore[arg-type]
        at = match.end()
    tokens.append(Token("end", "", len(text)))
    return tokens
