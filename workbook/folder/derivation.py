"""The table of dimensions: each quantity with its unit, and how the unit comes about.

In: a valid scenario. Out: plain rows. A literal is a plain number, so what is shown is what
:mod:`workbook.folder.unit_rules` has checked.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from workbook.expr.nodes import Name, Node, walk
from workbook.folder.dimension import Dimensions
from workbook.folder.units import Quantity, Units
from workbook.model import Scenario, Stock


@dataclass(frozen=True, slots=True)
class Derivation:
    """One quantity: ``unit`` as declared, ``dimension`` as worked out of the units in ``derivation``."""

    name: str
    kind: str
    unit: str
    dimension: str
    derivation: str


def derivations(scenario: Scenario) -> Iterator[Derivation]:
    """Stocks, variables and indicators in the order of the folder.

    Parameters
    ----------
    scenario : Scenario

    Yields
    ------
    Derivation
        Of a stock, its flows times a year; of the others, their equation with each name's unit behind it.
    """
    units = Units(scenario.units)
    levers, constants, inputs = scenario.levers, scenario.constants, scenario.inputs
    known = {
        **{name: each.unit for group in (levers, constants, inputs) for name, each in group.items()},
        **{name: each.unit for name, each in scenario.stocks.items()},
        **{name: each.unit for group in (scenario.variables, scenario.indicators) for name, each in group.items()},
    }
    names = {name: units.parse(unit) for name, unit in known.items()}
    for stock in scenario.stocks.values():
        flows = (*stock.inflows, *stock.outflows)
        gained = names[flows[0]] * units.year if flows else names[stock.name]
        yield Derivation(stock.name, "stock", stock.unit, units.show(gained), _flows(stock, known))
    for kind, group in (("variable", scenario.variables), ("indicator", scenario.indicators)):
        for name, each in group.items():
            found = _dimension(units, names, each.equals, each.text)
            # A bare literal takes the unit that is declared for it.
            yield Derivation(
                name, kind, each.unit, units.show(names[name] if found is None else found),
                _written(each.equals, each.text, known),
            )  # fmt: skip


def _dimension(units: Units, names: dict[str, Quantity], node: Node, text: str) -> Quantity | None:
    return Dimensions(units, names, text, lambda *_, **__: None).of(node)


def _flows(stock: Stock, known: dict[str, str]) -> str:
    signed = [*(("+", flow) for flow in stock.inflows), *(("-", flow) for flow in stock.outflows)]
    flows = " ".join(f"{sign} {flow} [{known[flow]}]" for sign, flow in signed)
    return f"({flows}) * year" if flows else "1"


def _written(node: Node, text: str, known: dict[str, str]) -> str:
    """The equation with each name's unit behind it."""
    places = sorted({(n.start, n.end, n.name) for n in walk(node) if isinstance(n, Name) and n.name in known})
    told, done = "", 0
    for start, end, name in places:
        if text[start:end] == name:
            told += f"{text[done:end]} [{known[name]}]"
            done = end
    return " ".join((told + text[done:]).split())
