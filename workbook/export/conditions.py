"""Conditions of the story -> JavaScript functions, printed by the same dialect as the model."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from workbook.expr.nodes import Node
from workbook.expr.printer import Printer, fold
from workbook.expr.to_js import JAVASCRIPT, PRELUDE


class Conditions:
    """Collects conditions and prints them as one array of functions ``(v, at, option) => truth``.

    ``v(k)`` reads the name ``k`` in the year at hand, ``at(k, year)`` in another year,
    ``option(d)`` the option chosen in decision ``d``.
    """

    def __init__(self, places: Mapping[str, int], decisions: Mapping[str, int]) -> None:
        def name(name: str) -> str:
            return "v(-1)" if name == "time" else f"v({places[name]})"

        dialect = replace(
            JAVASCRIPT,
            name=name,
            at=lambda name, year: f"at({places[name]}, {year})",
            option=lambda decision: f"option({decisions[decision]})",
        )
        self.printer = Printer(dialect)
        self.functions: list[str] = []

    def add(self, node: Node) -> int:
        """Print a condition; its place in the array."""
        text = f"(v, at, option) => {self.printer.write(fold(node))}"
        if text not in self.functions:
            self.functions.append(text)
        return self.functions.index(text)

    def script(self) -> str:
        """A JavaScript expression that yields the array."""
        tables = [f"const t_{k} = [{list(t.xs)!r}, {list(t.ys)!r}];" for k, t in enumerate(self.printer.tables)]
        body = ",\n".join(self.functions)
        return "\n".join(['(function () {\n"use strict";', PRELUDE.rstrip(), *tables, f"return [\n{body}\n];\n}})()"])
