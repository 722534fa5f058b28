"""Whether every equation has the unit it declares, and every condition compares what can be compared."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from workbook.errors import Problem
from workbook.expr.nodes import Node
from workbook.folder.dimension import Dimensions, literal
from workbook.folder.draft import Draft
from workbook.folder.quantities import inner
from workbook.folder.shapes import Fields, Leaf
from workbook.folder.units import Quantity, Units, UnknownUnitError

_KINDS = ("constant", "input", "stock", "variable")


class UnitRules:
    """Reports what does not fit in a draft."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.report = draft.report
        self.units: Units = Units(draft.units)
        self.names: dict[str, Quantity] = {}

    def check(self) -> None:
        model, indicators = self.draft.files["model"], self.draft.files["indicators"]
        groups = [self.draft.files["levers"], *(model.under(f"{kind}s") for kind in _KINDS), indicators]
        for group in groups:
            for name, record in inner(group):
                unit = self._declared(record)
                if unit is not None:
                    self.names[name] = unit
        for name, entry in inner(model, "inputs"):
            self._equation(name, entry.get("after"), literals=True)
        for name, stock in inner(model, "stocks"):
            self._equation(name, stock.get("initial"), literals=True)
            self._flows(name, stock)
        for group in (model.under("variables"), indicators):
            for name, record in inner(group):
                self._equation(name, record.get("equals"))
        for leaf in _conditions(self.draft):
            self._infer(leaf)

    def _declared(self, record: Fields) -> Quantity | None:
        leaf = record.get("unit")
        if leaf is None:
            return None
        try:
            return self.units.parse(leaf.value)
        except UnknownUnitError as error:
            self.report("unit-unknown", leaf.place, found=error.word, nearest=error.near)
            return None

    def _equation(self, name: str, leaf: Leaf[Any] | None, *, literals: bool = False) -> None:
        """A literal may stand alone where a value is given (an initial value) rather than computed."""
        expected = self.names.get(name)
        if leaf is None or isinstance(leaf.value, str):
            return
        found = self._infer(leaf)
        if found is None or expected is None or self.units.same(found, expected):
            return
        value = literal(leaf.value)
        if value == 0 or (literals and value is not None):
            return
        shown = {"expected": self.units.show(expected), "found": self.units.show(found)}
        self.report("unit-equation", leaf.place, name=name, expression=leaf.text, **shown)

    def _infer(self, leaf: Leaf[Any]) -> Quantity | None:
        def fault(code: str, node: Node, **values: object) -> None:
            self.report.problems.append(Problem(code, leaf.where(node.start), values))

        return Dimensions(self.units, self.names, leaf.text, fault).of(leaf.value)

    def _flows(self, name: str, stock: Fields) -> None:
        unit = self.names.get(name)
        if unit is None:
            return
        needed = unit / self.units.year
        for leaf in (*stock.listed("inflows"), *stock.listed("outflows")):
            flow = self.names.get(leaf.value)
            if flow is not None and not self.units.same(flow, needed):
                shown = {"expected": self.units.show(needed), "found": self.units.show(flow)}
                self.report("unit-flow", leaf.place, name=name, flow=leaf.value, **shown)


def _conditions(draft: Draft) -> Iterator[Leaf[Any]]:
    """Every condition of the story, every check and every claim."""
    chapters = [*(c.listed("scenes") for c in draft.chapters), draft.files["story"].listed("endings")]
    yield from (scene["when"] for scenes in chapters for scene in scenes if "when" in scene)
    for _, check in inner(draft.files["checks"]):
        yield from (check[key] for key in ("holds", "value") if key in check)
    spoken = (sections for chapters in draft.texts.values() for sections in chapters.values())
    for section in (section for sections in spoken for section in sections.values()):
        for leaf in section.claims:
            yield Leaf(leaf.value.condition, leaf.place, leaf.text, leaf.at)
