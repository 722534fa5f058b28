"""The parts of a program: an equation, and a stock's start and net flow."""

from __future__ import annotations

from dataclasses import dataclass

from workbook.expr.nodes import Node


@dataclass(frozen=True, slots=True)
class Equation:
    """A name and how it is computed; a ``part`` has no name of its own in the scenario and is not kept."""

    name: str
    node: Node
    part: bool = False


@dataclass(frozen=True, slots=True)
class StockEquation:
    """A stock: its start, and what it gains in a year."""

    name: str
    initial: Node
    net: Node
    nonnegative: bool
