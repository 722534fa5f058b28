from __future__ import annotations

import re

import pytest

from workbook.expr.functions import FUNCTIONS
from workbook.expr.nodes import Call, Name, Number
from workbook.expr.parse import parse
from workbook.expr.printer import Printer, fold
from workbook.expr.to_js import JAVASCRIPT
from workbook.expr.to_numpy import NUMPY
from workbook.expr.to_python import PYTHON
from workbook.expr.to_xmile import XMILE

REWRITTEN = {"step", "pulse", "ramp", "smooth", "delay1", "delay3", "at", "change"}


@pytest.mark.parametrize("function", FUNCTIONS.values(), ids=FUNCTIONS)
def test_every_cell_is_filled(function) -> None:
    assert all(function.meaning)
    assert bool(function.limits[0]) == bool(function.limits[1])
    assert function.least <= len(function.parameters)
    assert function.most is None or function.most == len(function.parameters)
    assert re.fullmatch(r"[a-z0-9]+\(.+\)", function.signature)


@pytest.mark.parametrize("dialect", [PYTHON, NUMPY, JAVASCRIPT, XMILE], ids=lambda d: d.column)
@pytest.mark.parametrize("name", sorted(FUNCTIONS.keys() - REWRITTEN))
def test_every_dialect_writes_every_function(dialect, name) -> None:
    arguments = {"lookup": "x, [[0, 1], [2, 3]]", "clip": "x, 0, 1", "min": "x, y", "max": "x, y"}.get(name, "x")
    assert Printer(dialect).write(parse(f"{name}({arguments})"))


@pytest.mark.parametrize("name", sorted(REWRITTEN))
def test_what_is_rewritten_cannot_be_printed(name) -> None:
    with pytest.raises(TypeError):
        Printer(PYTHON).write(Call(name, (Name("x"), Number(1.0), Number(2.0))))


def test_names_are_set_apart_from_the_words_of_a_language() -> None:
    for dialect in (PYTHON, NUMPY, JAVASCRIPT):
        assert Printer(dialect).write(Name("class")) == "v_class"


def test_one_table_for_equal_points() -> None:
    printer = Printer(PYTHON)
    printer.write(parse("lookup(a, [[0, 1], [2, 3]]) + lookup(b, [[0, 1], [2, 3]]) + lookup(b, [[0, 1], [2, 4]])"))
    assert len(printer.tables) == 2


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("a + 2 * 3", "a + 6"),
        ("(1 + 2) * a", "3 * a"),
        ("a ** 0.5", "sqrt(a)"),
        ("a ** (1 - 0.5)", "sqrt(a)"),
        ("max(1, 2) * a", "2 * a"),
        ("a + 1 + 2", "a + 1 + 2"),
        ("lookup(1, [[0, 0], [2, 4]]) * a", "2 * a"),
    ],
)
def test_what_is_literal_is_computed_once(text: str, short: str) -> None:
    assert fold(parse(text)) == parse(short)
