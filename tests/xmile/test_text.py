"""What is written is read back as the same tree."""

from __future__ import annotations

import pytest
from hypothesis import assume, given

from tests.strategies import numbers, truths
from workbook.expr.nodes import Negate, Number
from workbook.expr.parse import parse
from workbook.expr.tokens import MAX_LENGTH
from workbook.xmile.text import number_text, text_of


@given(numbers())
def test_a_number(node) -> None:
    text = text_of(node)
    assume(len(text) <= MAX_LENGTH)
    assert parse(text) == node


@given(truths())
def test_a_condition(node) -> None:
    text = text_of(node)
    assume(len(text) <= MAX_LENGTH)
    assert parse(text, "truth") == node


def test_no_parenthesis_too_many() -> None:
    for text in ("a + b * c", "a ** -b", "not a > b and c == d", "a if b > 1 else c if d > 2 else e", "-a * b"):
        assert text_of(parse(text, "truth" if text.startswith("not") else "number")) == text


def test_a_negative_number_is_a_sign_and_a_number() -> None:
    assert parse(text_of(Number(-2.5))) == Negate(Number(2.5))


@pytest.mark.parametrize("value", [0.1, 1e-7, 1e15, 123456789.125, 1 / 3, 5e-324, 1.7e308])
def test_no_digit_is_lost(value) -> None:
    assert float(number_text(value)) == value
