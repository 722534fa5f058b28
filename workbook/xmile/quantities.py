"""The equations of an XMILE model as ``model.yaml`` and ``levers.yaml``, as data.

Where the units of the file fit together they are kept. Where they do not, every name is a plain number,
what fills a stock is multiplied by one a year and what reads such a flow by one year: the numbers stay
the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from workbook.expr.nodes import Arithmetic, Call, Name, Node, Word, rebuilt
from workbook.folder.dimension import literal
from workbook.xmile.equations import BUILT_IN
from workbook.xmile.levers import LeverChoice
from workbook.xmile.model import Entry, Equations
from workbook.xmile.names import identifiers
from workbook.xmile.text import number_text, text_of
from workbook.xmile.time import A_TRICE, SHIFT, TRICE, Calendar
from workbook.xmile.units import FoundUnits
from workbook.xmile.words import NOTES, both, line, texts

OWN_NAMES = {SHIFT: "year_zero", TRICE: "a_trice", "time": "model_time", "dt": "time_step",
             "starttime": "start_of_model", "stoptime": "end_of_model"}  # fmt: skip
PER_YEAR, ONE_YEAR = "per_year", "one_year"


@dataclass(frozen=True, slots=True)
class Quantities:
    """Both files as data, and the identifier of each key."""

    names: Mapping[str, str]
    levers: dict[str, Any]
    model: dict[str, Any]
    units: Mapping[str, str]


def quantities(
    equations: Equations, years: Calendar, levers: Mapping[str, LeverChoice], units: FoundUnits | None
) -> Quantities:
    """Write every entry down; without ``units`` as plain numbers."""
    return _Writer(equations, years, levers, units).written()


class _Writer:
    def __init__(
        self, equations: Equations, years: Calendar, levers: Mapping[str, LeverChoice], units: FoundUnits | None
    ) -> None:
        self.equations = equations
        self.entries = equations.model.entries
        self.years = years
        self.levers = levers
        self.units = units
        stocks = [e for e in self.entries.values() if e.kind == "stock"]
        self.flows = frozenset(flow for e in stocks for flow in (*e.inflows, *e.outflows))
        given = [key for key, e in self.entries.items() if e.kind != "table"]
        reserved = (*OWN_NAMES.values(), PER_YEAR, ONE_YEAR)
        made = [*(f"{flow} size" for flow in self.flows), *(f"unit of {key}" for key in self._factors)]
        self.names = identifiers([*given, *made], reserved)
        self.read: set[str] = set()

    def written(self) -> Quantities:
        constants: dict[str, Any] = {}
        stocks: dict[str, Any] = {}
        variables: dict[str, Any] = {}
        for key, node in self.equations.nodes.items():
            entry, name = self.entries[key], self.names[key]
            value = literal(node) if entry.points is None else None
            if entry.kind == "stock":
                stocks[name] = self._stock(entry, node)
            elif key in self.levers:
                continue
            elif value is not None and key not in self.flows:
                constants[name] = self._constant(entry, value)
            elif value is not None and value:
                size = self.names[f"{key} size"]
                constants[size] = self._constant(entry, value, flow=True)
                variables[name] = self._variable(entry, Name(f"{key} size"))
            else:
                variables[name] = self._variable(entry, node)
        levers = {self.names[key]: self._lever(choice) for key, choice in self.levers.items()}
        constants |= self._own_constants()
        if self._moves:
            variables[OWN_NAMES["time"]] = self._time()
        model: dict[str, Any] = {"units": list(self.units.own)} if self.units and self.units.own else {}
        model |= {"constants": constants} if constants else {}
        model |= {"stocks": stocks} | ({"variables": variables} if variables else {})
        units = {key: self._unit(key) for key in self.entries}
        return Quantities(self.names, levers, model, units)

    @property
    def _factors(self) -> Mapping[str, str]:
        return {} if self.units is None else self.units.factors

    def _in_unit(self, key: str, node: Node) -> Node:
        """An equation times one of the unit that it lacks."""
        if self.units is None and key in self.flows:
            return Arithmetic("*", node, self._own(PER_YEAR))
        return Arithmetic("*", node, Name(self.names[f"unit of {key}"])) if key in self._factors else node

    @property
    def _moves(self) -> bool:
        """Whether the model's time needs a name of its own."""
        return "time" in self.read and (bool(self.years.shift) or self.units is None)

    def _unit(self, key: str, *, flow: bool = False) -> str:
        if self.units is not None:
            return self.units.units[key]
        return "1/year" if key in self.flows and flow else "1"

    def _stock(self, entry: Entry, node: Node) -> dict[str, Any]:
        return {
            "label": self._label(entry),
            "initial": text_of(self._in_unit(entry.key, self._named(node)) if self.units else self._named(node)),
            "inflows": [self.names[flow] for flow in entry.inflows],
            "outflows": [self.names[flow] for flow in entry.outflows],
            "unit": self._unit(entry.key),
            "nonnegative": entry.nonnegative,
        }

    def _variable(self, entry: Entry, node: Node) -> dict[str, Any]:
        equals = text_of(self._in_unit(entry.key, self._named(node)))
        return {"label": self._label(entry), "equals": equals, "unit": self._unit(entry.key, flow=True)}

    def _constant(self, entry: Entry, value: float, *, flow: bool = False) -> dict[str, Any]:
        record: dict[str, Any] = {"label": self._label(entry), "value": number_text(value)}
        low, high = entry.low, entry.high
        if low is not None and high is not None and low < high and low <= value <= high:
            record["range"] = [number_text(low), number_text(high)]
        unit = self._unit(entry.key, flow=flow) if self.units is not None else "1"
        note = both(entry.doc, 3_000) if entry.doc.strip() else texts(NOTES["constant"])
        return record | {"unit": unit, "grade": "assumption", "source": "model", "note": note}

    def _lever(self, choice: LeverChoice) -> dict[str, Any]:
        entry = self.entries[choice.key]
        told = {"value": number_text(choice.default), "year": self.years.now + 1}
        told |= {"low": number_text(choice.low), "high": number_text(choice.high), "doc": line(entry.doc, 2_000)}
        return {
            "label": self._label(entry),
            "help": texts(NOTES[f"lever-{choice.reason}"], **told),
            "unit": self._unit(choice.key),
            "range": [number_text(choice.low), number_text(choice.high)],
            "step": number_text(choice.step),
            "default": number_text(choice.default),
            "group": texts(NOTES["group"]),
        }

    def _own_constants(self) -> dict[str, Any]:
        """What the file takes from the software: the step, the start, the stop; and what joins units."""
        if self._moves and self.years.shift:
            self.read.add(SHIFT)
        if self._moves and self.units is None:
            self.read.add(PER_YEAR)
        specs = self.years.specs
        values = {SHIFT: self.years.shift, TRICE: A_TRICE, "dt": 1 / specs.steps, "starttime": specs.start,
                  "stoptime": specs.stop, PER_YEAR: 1.0, ONE_YEAR: 1.0}  # fmt: skip
        plain = self.units is None
        units = {SHIFT: "year", PER_YEAR: "1/year", ONE_YEAR: "year"}
        made = {}
        for key, value in values.items():
            if key in self.read:
                name = OWN_NAMES.get(key, key)
                made[name] = {
                    "label": texts(NOTES[f"name-{name}"]), "value": number_text(value),
                    "unit": units.get(key, "1" if plain else "year"), "grade": "assumption",
                    "note": texts(NOTES["own"]),
                }  # fmt: skip
        for key, unit in self._factors.items():
            label = texts(NOTES["name-factor"], name=line(self.entries[key].label, 80))
            made[self.names[f"unit of {key}"]] = {
                "label": label, "value": "1", "unit": unit, "grade": "assumption", "note": texts(NOTES["own"]),
            }  # fmt: skip
        return made

    def _time(self) -> dict[str, Any]:
        node: Node = Name("time")
        if self.years.shift:
            node = Arithmetic("-", node, Name(OWN_NAMES[SHIFT]))
        if self.units is None:
            node = Arithmetic("*", node, Name(PER_YEAR))
        unit = "1" if self.units is None else "year"
        return {"label": texts(NOTES["name-model_time"]), "equals": text_of(node), "unit": unit}

    def _label(self, entry: Entry) -> dict[str, str]:
        return both(entry.label, 110)

    def _own(self, key: str) -> Node:
        self.read.add(key)
        return Name(OWN_NAMES.get(key, key))

    def _named(self, node: Node) -> Node:
        """The tree with identifiers instead of keys; in plain numbers with what joins the units."""
        if isinstance(node, Name):
            if node.name == "time":
                self.read.add("time")
                return Name(OWN_NAMES["time"] if self.years.shift or self.units is None else "time")
            if node.name in (*BUILT_IN, SHIFT, TRICE):
                return self._own(node.name)
            name = Name(self.names[node.name])
            if self.units is None and node.name in self.flows:
                return Arithmetic("*", name, self._own(ONE_YEAR))
            return name
        if isinstance(node, Call) and node.function == "lookup":
            x, points, word = node.arguments
            unit = self._unit(word.value) if isinstance(word, Word) else "1"
            return Call("lookup", (self._named(x), points, *((Word(unit),) if unit != "1" else ())))
        if isinstance(node, Call) and node.function in ("smooth", "delay1", "delay3", "step", "pulse"):
            first, second, *rest = node.arguments
            return Call(node.function, (self._named(first), self._date(second), *map(self._named, rest)))
        return rebuilt(node, self._named)

    def _date(self, node: Node) -> Node:
        """A date or a span, in years also where everything else is a plain number."""
        if self.units is not None or literal(node) is not None:
            return self._named(node)
        if isinstance(node, Arithmetic) and node.left == Name(SHIFT):
            return Arithmetic("+", self._own(SHIFT), Arithmetic("*", self._named(node.right), self._own(ONE_YEAR)))
        return Arithmetic("*", self._named(node), self._own(ONE_YEAR))
