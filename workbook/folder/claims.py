"""A claim in a text -> a truth expression about the run.

Forms: ``name rises|falls [by more than|by at least|by less than N%] [since YEAR]``, or any truth
expression. A share is taken of the size of the value it starts from, so that the claim keeps its
meaning when that value is negative or zero.
"""

from __future__ import annotations

import re

from workbook.expr.nodes import Arithmetic, Call, Compare, Logic, Name, Negate, Node, Number
from workbook.expr.parse import ExprError, is_name, parse

_MOVES = re.compile(
    r"""\s*(?P<name>[a-z][a-z0-9_]*)\s+(?P<way>rises|falls)
    (?:\s+by\s+(?P<how>more\ than|at\ least|less\ than)\s+(?P<share>\d+(?:\.\d+)?)\s?%)?
    (?:\s+since\s+(?P<since>\d{4}))?\s*""",
    re.VERBOSE | re.ASCII,
)
_LOOKS_LIKE_MOVE = re.compile(r"\b(?:rises|falls|since)\b")


def claim_condition(text: str, now: int, year: int) -> Node:
    """The condition that bears a claim out.

    Parameters
    ----------
    text
        What stands between the double brackets.
    now, year
        The year a claim compares with unless it says another, and the year of its scene.

    Raises
    ------
    ExprError
        ``text-claim`` when the words fit no form, else what the expression parser says.
    """
    match = _MOVES.fullmatch(text)
    if match is None or not is_name(match["name"]):
        if _LOOKS_LIKE_MOVE.search(text):
            raise ExprError("text-claim", 0, len(text), found=text)
        return parse(text, "truth")
    since = int(match["since"]) if match["since"] else now
    if since >= year:
        raise ExprError("years-order", 0, len(text), first=since, second=year)
    return _moves(match, since, year)


def _moves(match: re.Match[str], since: int, year: int) -> Node:
    name = Name(match["name"], start=match.start("name"), end=match.end("name"))
    grown: Node = Call("change", (name, Number(float(since)), Number(float(year))))
    if match["way"] == "falls":
        grown = Negate(grown)
    moved = Compare(">", grown, Number(0.0))
    if match["share"] is None:
        return moved
    begin = Call("abs", (Call("at", (name, Number(float(since)))),))
    limit = Arithmetic("*", Number(float(match["share"]) / 100), begin)
    match match["how"]:
        case "more than":
            return Compare(">", grown, limit)
        case "at least":
            return Compare(">=", grown, limit)
        case _:
            return Logic("and", moved, Compare("<", grown, limit))
