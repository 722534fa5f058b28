"""An XMILE model as frozen data: what was read from the file, before it is a scenario."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from workbook.errors import Place, Problem, ScenarioError
from workbook.expr.nodes import Node, Points
from workbook.folder.dimension import literal

EntryKind = Literal["stock", "flow", "aux", "table"]


@dataclass(frozen=True, slots=True)
class Specs:
    """Start and stop in the model's own units of time; ``steps`` in each of them."""

    start: float = 0.0
    stop: float = 10.0
    steps: int = 1
    method: Literal["euler", "rk4"] = "euler"
    unit: str = ""
    rounded: str = ""
    """A step that is no exact part of the unit, as written: it is taken for the nearest part."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One variable of the file; a ``table`` is a graphical function by itself and has no equation."""

    key: str
    label: str
    kind: EntryKind
    equation: str
    place: Place
    marks: tuple[tuple[int, Place], ...] = ()
    """Where pieces of the equation stand in the file, by their offset."""
    units: str = ""
    doc: str = ""
    low: float | None = None
    high: float | None = None
    points: Points | None = None
    nonnegative: bool = False
    inflows: tuple[str, ...] = ()
    outflows: tuple[str, ...] = ()

    def place_at(self, offset: int) -> Place:
        """Where a character of the equation stands in the file."""
        start, place = next((mark for mark in reversed(self.marks) if mark[0] <= offset), (offset, self.place))
        return replace(place, column=place.column + offset - start)

    @property
    def equation_place(self) -> Place:
        """Where the equation begins."""
        blank = len(self.equation) - len(self.equation.lstrip())
        return self.place_at(blank)


@dataclass(frozen=True, slots=True)
class XmileModel:
    """Everything of a file that counts here, with what its header says of its origin."""

    file: str
    specs: Specs
    entries: Mapping[str, Entry]
    title: str = ""
    vendor: str = ""
    product: str = ""
    published: str = ""
    address: str = ""

    @property
    def own(self) -> bool:
        """Whether this package wrote the file: units are then ours already."""
        return self.product == "scenario-workbook"


@dataclass(frozen=True, slots=True)
class Equations:
    """The model with its equations as trees of the scenario language, names still the file's keys."""

    model: XmileModel
    nodes: Mapping[str, Node]

    def literal(self, key: str) -> float | None:
        """The value of an entry that is a plain number."""
        node = self.nodes.get(key)
        return None if node is None else literal(node)


class XmileError(ScenarioError):
    """A file that cannot be taken over exactly; ``problems`` names everything that is in the way."""

    def __init__(self, file: str, problems: list[Problem]) -> None:
        super().__init__(file, problems)
        self.code = "xmile-refused"
