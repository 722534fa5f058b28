"""The walker, printed Python, printed NumPy and printed JavaScript give the same number."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.strategies import NAMES, numbers, truths, values
from workbook.expr import evaluate as meaning
from workbook.expr.evaluate import evaluate
from workbook.expr.nodes import Arithmetic, Name, Negate, Node, Number
from workbook.expr.printer import Printer, fold, variable
from workbook.expr.to_js import JAVASCRIPT, PRELUDE
from workbook.expr.to_numpy import NUMPY, NUMPY_NAMES
from workbook.expr.to_python import NAMESPACE, PYTHON

NEAR = 1e-9
EXPRESSIONS = 2_000


class Values:
    def __init__(self, values: Mapping[str, float]) -> None:
        self.values = values

    def value(self, name: str) -> float:
        return self.values[name]


def walked(node: Node, at: Mapping[str, float]) -> float:
    return float(evaluate(node, Values(at)))


def by_python(node: Node, at: Mapping[str, float]) -> float:
    printer = Printer(PYTHON)
    text = printer.write(node)
    space = NAMESPACE | {f"t_{k}": (t.xs, t.ys) for k, t in enumerate(printer.tables)}
    try:
        return float(eval(text, space | {variable(name): value for name, value in at.items()}))
    except (ArithmeticError, ValueError):  # as workbook.simulate does
        return walked(node, at)


def by_numpy(node: Node, at: Mapping[str, np.ndarray]) -> list[float]:
    printer = Printer(NUMPY)
    text = printer.write(node)
    space = {name: getattr(np, name) for name in NUMPY_NAMES} | {"interp": lambda x, t: np.interp(x, *t)}
    space |= {f"t_{k}": (t.xs, t.ys) for k, t in enumerate(printer.tables)}
    space |= {variable(name): value for name, value in at.items()}
    with np.errstate(all="ignore"):
        result = eval(text, space)
    return np.broadcast_to(np.asarray(result, dtype=float), (len(at["a"]),)).tolist()


def script(expressions: list[Node], places: list[list[dict[str, float]]]) -> str:
    """One program for all: an array of functions, each called at its places."""
    lines = [PRELUDE, "const found = [];"]
    arguments = ", ".join(map(variable, NAMES))
    for node, at in zip(expressions, places, strict=True):
        printer = Printer(JAVASCRIPT)
        text = printer.write(node)
        tables = "".join(f"const t_{k} = [{list(t.xs)}, {list(t.ys)}]; " for k, t in enumerate(printer.tables))
        calls = ", ".join(f"f({', '.join(repr(place[name]) for name in NAMES)})" for place in at)
        lines.append(f"{{ {tables}const f = ({arguments}) => +({text}); found.push([{calls}]); }}")
    return "\n".join([*lines, "answer(found);"])


def alike(a: float, b: float) -> bool:
    if math.isnan(a) or math.isnan(b):
        return math.isnan(a) and math.isnan(b)
    if math.isinf(a) or math.isinf(b):
        return a == b
    return abs(a - b) <= max(NEAR * max(abs(a), abs(b)), 1e-300)


@pytest.fixture
def shaken(monkeypatch: pytest.MonkeyPatch) -> Iterator[object]:
    """A walk whose functions err in the twelfth digit: tells which expressions hang on their last digits.

    IEEE arithmetic rounds + − × ÷ alike everywhere, but not exp, ln, a power or a line between
    two points. ``exp(ln(a)) > a`` is true or false by chance, and no two languages need agree.
    """
    exact = dict(meaning._ONE), dict(meaning.ARITHMETIC), meaning.interpolate

    def set_to(shares: tuple[float, float]) -> None:
        state = {"turn": 0}

        def off(x: float) -> float:
            state["turn"] += 1
            return x * (1 + shares[state["turn"] % 2])

        def erring(function):
            return lambda *arguments: off(function(*arguments))

        one = {name: f if name == "abs" else erring(f) for name, f in exact[0].items()}
        monkeypatch.setattr(meaning, "_ONE", one)
        monkeypatch.setattr(meaning, "ARITHMETIC", exact[1] | {"**": erring(exact[1]["**"])})
        monkeypatch.setattr(meaning, "interpolate", erring(exact[2]))

    def spread(node: Node, at: Mapping[str, float]) -> bool:
        """Whether small errors of functions leave the result where it is."""
        still = walked(node, at)
        try:
            for shares in ((1e-12, 1e-12), (-1e-12, -1e-12), (1e-12, -1e-12)):
                set_to(shares)
                if not alike(walked(node, at), still):
                    return False
        finally:
            monkeypatch.setattr(meaning, "_ONE", exact[0])
            monkeypatch.setattr(meaning, "ARITHMETIC", exact[1])
            monkeypatch.setattr(meaning, "interpolate", exact[2])
        return True

    yield spread


def test_two_thousand_expressions_in_four_languages(by_script, shaken):
    expressions: list[Node] = []
    places: list[list[dict[str, float]]] = []

    @settings(max_examples=EXPRESSIONS, database=None, suppress_health_check=list(HealthCheck))
    @given(st.one_of(numbers(5), numbers(5), truths(4)), values(), values())
    def gather(node, first, second):
        expressions.append(node)
        places.append([first, second])

    gather()
    assert len(expressions) >= EXPRESSIONS * 0.9
    folded = [fold(node) for node in expressions]
    scripted = by_script(script(folded, places))
    shaky, wrong, odd = 0, [], 0
    for node, short, at, js in zip(expressions, folded, places, scripted, strict=True):
        array = by_numpy(short, {name: np.array([place[name] for place in at]) for name in NAMES})
        for place, vector, page in zip(at, array, js, strict=True):
            true = walked(node, place)
            odd += not math.isfinite(true)
            found = {
                "folded": walked(short, place), "python": by_python(short, place), "unfolded": by_python(node, place),
                "numpy": vector, "javascript": float(page.replace("Infinity", "inf") if isinstance(page, str) else page),
            }  # fmt: skip
            if all(alike(true, value) for value in found.values()):
                continue
            if shaken(node, place):
                wrong.append((node, place, true, found))
            else:
                shaky += 1
    assert not wrong, f"{len(wrong)} of {len(expressions)}, first: {wrong[0]}"
    assert shaky < 0.02 * EXPRESSIONS
    assert odd > 100  # the special values did occur
