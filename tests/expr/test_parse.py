from __future__ import annotations

import pytest
from hypothesis import given

from tests.strategies import numbers, source, truths
from workbook.expr.nodes import Node, kind_of, walk
from workbook.expr.parse import ExprError, is_name, parse


@given(numbers(4, story=True))
def test_a_number_written_out_is_read_back(node: Node) -> None:
    assert parse(source(node)) == node


@given(truths(4, story=True))
def test_a_truth_written_out_is_read_back(node: Node) -> None:
    assert parse(source(node), "truth") == node


@given(numbers(4))
def test_each_part_knows_where_it_stood(node: Node) -> None:
    text = source(node)
    for part in walk(parse(text)):
        quoted = text[part.start : part.end]
        if kind_of(part) == "number" and not quoted.startswith("["):
            assert parse(quoted) == part


BINDING = [
    ("1 - 2 - 3", "(1 - 2) - 3"),
    ("1 - 2 * 3", "1 - (2 * 3)"),
    ("8 / 4 / 2", "(8 / 4) / 2"),
    ("2 ** 3 ** 2", "2 ** (3 ** 2)"),
    ("-2 ** 2", "-(2 ** 2)"),
    ("2 ** -1", "2 ** (-1)"),
    ("-a * b", "(-a) * b"),
    ("+a", "a"),
    ("a if b > 1 else c if d > 1 else e", "a if b > 1 else (c if d > 1 else e)"),
    ("a + 1 if b < 2 and c < 3 or d < 4 else 0", "(a + 1) if ((b < 2 and c < 3) or d < 4) else 0"),
    ("1 if not a < 1 and b < 1 else 0", "1 if (not (a < 1)) and (b < 1) else 0"),
]


@pytest.mark.parametrize(("text", "same"), BINDING)
def test_what_binds_stronger(text: str, same: str) -> None:
    assert parse(text) == parse(same)


REFUSED = [
    ("", "expr-empty", 0),
    ("a +", "expr-unexpected", 3),
    ("a b", "expr-unexpected", 2),
    ("1 < a < 3", "expr-chain", 0),
    ("a + (b > 1)", "expr-kind", 4),
    ("1 if a else 2", "expr-kind", 5),
    ("max(a)", "expr-arguments", 0),
    ("maxi(a, b)", "expr-function", 0),
    ("a.b", "expr-unexpected", 1),
    ("__import__", "expr-name-form", 0),
    ("lambda: 1", "expr-character", 6),
    ("a; b", "expr-character", 1),
    ("1_000", "expr-unexpected", 1),
    ("'a", "expr-string", 0),
    ("1e999", "expr-number", 0),
    ("and", "expr-keyword", 0),
    ("a and b", "expr-kind", 0),
]


@pytest.mark.parametrize(("text", "code", "start"), REFUSED)
def test_what_is_refused_and_where(text: str, code: str, start: int) -> None:
    with pytest.raises(ExprError) as caught:
        parse(text)
    assert (caught.value.code, caught.value.start) == (code, start)


@pytest.mark.parametrize("text", ["(" * 60 + "1" + ")" * 60, "-" * 60 + "1", "1" + "+ a" * 400, "1 ** " * 60 + "1"])
def test_no_text_exhausts_the_stack(text: str) -> None:
    with pytest.raises(ExprError, match="too-deep"):
        parse(text)


def test_names() -> None:
    assert all(map(is_name, ("a", "a1", "cases_per_post")))
    assert not any(map(is_name, ("A", "1a", "a__b", "_a", "a_", "time", "if", "max", "")))
