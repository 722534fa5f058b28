"""Which names an expression may read, and which functions it may call, where it stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from workbook.errors import Place, nearest
from workbook.expr.functions import FUNCTIONS
from workbook.expr.nodes import Call, Compare, Decided, Name, Node, Number, Word, children, walk
from workbook.folder.draft import Draft
from workbook.folder.shapes import Fields, Leaf, Reporter

Use = Literal["equation", "initial", "after", "indicator", "story"]

KINDS = ("lever", "constant", "input", "stock", "variable", "indicator")
_DRIVERS = frozenset({"lever", "constant", "input"})
_MODEL = _DRIVERS | {"stock", "variable"}
ALLOWED: Mapping[Use, frozenset[str]] = {
    "equation": _MODEL,
    "initial": _MODEL,
    "after": _DRIVERS,
    "indicator": _MODEL,
    "story": frozenset(KINDS),
}
_CALLABLE: Mapping[Use, frozenset[str]] = {
    "equation": frozenset({"anywhere", "equations"}),
    "initial": frozenset({"anywhere"}),
    "after": frozenset({"anywhere", "equations"}),
    "indicator": frozenset({"anywhere", "equations"}),
    "story": frozenset({"anywhere", "story"}),
}


@dataclass
class Scope:
    """Every name of a folder, with its kind and place."""

    report: Reporter
    horizon: tuple[int, int] = (0, 9999)
    """First and last year that has a value."""
    complete: bool = True
    """Whether every file that declares names could be read; else unknown names are not reported."""
    kinds: dict[str, str] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    decisions: Mapping[str, Fields] = field(default_factory=dict)

    def add(self, kind: str, names: Fields) -> None:
        for name, place in names.keys_at.items():
            if name in self.kinds:
                self.report("name-twice", place, name=name, first=str(self.places[name]))
            else:
                self.kinds[name] = kind
                self.places[name] = place

    def check(self, leaf: Leaf[Any] | None, use: Use) -> None:
        """Report what an expression must not read or call where it stands."""
        if leaf is None or isinstance(leaf.value, str):
            return
        dated: set[int] = set()  # names inside at() and change() have rules of their own
        for node in walk(leaf.value):
            if isinstance(node, Call):
                self._call(leaf, node, use, dated)
            elif isinstance(node, Name) and node.name != "time" and id(node) not in dated:
                self.name(node.name, leaf.where(node.start), ALLOWED[use])
            elif isinstance(node, Compare) and isinstance(node.left, Decided):
                self._decided(leaf, node, use)

    def name(self, name: str, place: Place, kinds: frozenset[str]) -> bool:
        """Report a name that does not exist or is not of one of these kinds."""
        kind = self.kinds.get(name)
        if kind is None:
            if self.complete:
                near = nearest(name, [n for n, k in self.kinds.items() if k in kinds])
                self.report("name-unknown", place, name=name, nearest=near)
            return False
        if kind not in kinds:
            expected = [k for k in KINDS if k in kinds]
            self.report("name-kind", place, name=name, found=kind, expected=expected)
            return False
        return True

    def _call(self, leaf: Leaf[Any], call: Call, use: Use, dated: set[int]) -> None:
        place = leaf.where(call.start)
        if call.function in ("at", "change"):
            dated.add(id(call.arguments[0]))
            self._dated(leaf, call, use)
        elif FUNCTIONS[call.function].use not in _CALLABLE[use]:
            self.report(f"function-{use}", place, name=call.function)

    def _dated(self, leaf: Leaf[Any], call: Call, use: Use) -> None:
        place = leaf.where(call.start)
        if use in ("initial", "indicator") or (use != "story" and call.function == "change"):
            self.report(f"function-{use}", place, name=call.function)
            return
        name, *years = call.arguments
        if isinstance(name, Name):
            kinds = ALLOWED["story"] if use == "story" else frozenset({"input"})
            self.name(name.name, leaf.where(name.start), kinds)
        numbers = [year.value for year in years if isinstance(year, Number)]
        low, high = self.horizon
        for year, node in zip(numbers, years, strict=True):
            if use == "story" and not low <= year <= high:
                self.report("year-outside", leaf.where(node.start), year=year, low=low, high=high)
        if len(numbers) == 2 and numbers[0] >= numbers[1]:
            self.report("years-order", place, first=numbers[0], second=numbers[1])

    def _decided(self, leaf: Leaf[Any], node: Compare, use: Use) -> None:
        place = leaf.where(node.start)
        if use != "story":
            self.report("decided-here", place)
            return
        if isinstance(node.left, Decided) and isinstance(node.right, Word):
            self.option(node.left.decision, node.right.value, place, leaf.where(node.right.start))

    def option(self, decision: str, option: str, place: Place, option_place: Place) -> None:
        """Report a decision or an option that does not exist."""
        if decision not in self.decisions:
            near = nearest(decision, self.decisions)
            if self.complete:
                known = list(self.decisions)
                self.report("decision-unknown", place, name=decision, nearest=near, allowed=known)
            return
        options = list(self.decisions[decision].under("options").keys_at)
        if options and option not in options:
            near = nearest(option, options)
            self.report("option-unknown", option_place, decision=decision, name=option, nearest=near, allowed=options)


def scope_of(draft: Draft) -> Scope:
    """Collect the names of a folder; a name given twice is reported."""
    model = draft.files["model"]
    scope = Scope(draft.report)
    horizon = draft.horizon
    if horizon is not None:
        scope.horizon = (horizon[0], horizon[2] - 1)
    scope.complete = not draft.broken & {"levers", "model", "indicators", "decisions"}
    scope.add("lever", draft.files["levers"])
    for kind in ("constant", "input", "stock", "variable"):
        scope.add(kind, model.under(f"{kind}s"))
    scope.add("indicator", draft.files["indicators"])
    decisions = draft.files["decisions"]
    scope.decisions = {name: decisions.under(name) for name in decisions.keys_at}
    return scope


def reads(node: Node) -> frozenset[str]:
    """The names whose present value an expression needs: what a delay takes in does not count."""
    return _needs(node, start=False)


def reads_at_start(node: Node) -> frozenset[str]:
    """The same for the first moment, when a delay begins with what it takes in."""
    return _needs(node, start=True)


def _needs(node: Node, *, start: bool) -> frozenset[str]:
    found: set[str] = set()
    waiting: list[Node] = [node]
    while waiting:
        part = waiting.pop()
        if isinstance(part, Name):
            if part.name != "time":
                found.add(part.name)
        elif isinstance(part, Call) and part.function in ("smooth", "delay1", "delay3"):
            entering, years, *initial = part.arguments
            waiting.append(years)
            if start:
                waiting += initial or [entering]
        elif isinstance(part, Call) and part.function in ("at", "change"):
            continue
        else:
            waiting += children(part)
    return frozenset(found)
