"""Elements of an XMILE file -> a model of plain variables. What would change a number and is not understood is refused.

(OASIS, XML Interchange Language for System Dynamics 1.0, 2015, ch. 2-4.)
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from fractions import Fraction
from itertools import pairwise
from typing import Literal, cast

from workbook.errors import Place, Problem
from workbook.expr.nodes import Points
from workbook.xmile.model import Entry, EntryKind, Specs, XmileModel
from workbook.xmile.names import key_of, shown
from workbook.xmile.tree import Element, read_tree

KINDS: dict[str, EntryKind] = {"stock": "stock", "flow": "flow", "aux": "aux", "gf": "table"}
MAX_ENTRIES = 2_000
MAX_STEPS = 366
"""Steps in one unit of time, as many as the scenario format allows in a year."""

# What a variable may hold besides its equation without any number depending on it.
_SILENT = frozenset(
    {"units", "doc", "documentation", "scale", "format", "event_poster", "label", "aux", "flow", "stock"}
)
_COUNTED = frozenset({"eqn", "gf", "range", "inflow", "outflow", "non_negative"})
_MODEL_SILENT = frozenset({"views", "behavior", "variables", "sim_specs", "doc", "documentation"})
_ROOT_SILENT = frozenset(
    {"header", "sim_specs", "model_units", "behavior", "style", "model", "dimensions", "macro", "data"}
)
_VENDOR_SILENT = frozenset({"delay_aux"})


def read_xmile(data: bytes, file: str) -> tuple[XmileModel | None, list[Problem]]:
    """Read an XMILE 1.0 file.

    Parameters
    ----------
    data : bytes
        The file.
    file : str
        Its name, for messages.

    Returns
    -------
    tuple
        The model, None when there is nothing to be read, and every feature of its structure that has no
        exact counterpart here, by name and line.
    """
    root = read_tree(data, file)
    if isinstance(root, Problem):
        return None, [root]
    reader = _Reader(file)
    return reader.model(root), reader.problems


@dataclass
class _Reader:
    file: str
    problems: list[Problem] = field(default_factory=list)

    def report(self, code: str, place: Place, **values: object) -> None:
        self.problems.append(Problem(code, place, values))

    def feature(self, place: Place, feature: str, name: str = "") -> None:
        """Refuse something by the name that XMILE gives it."""
        self.report("xmile-feature", place, feature=feature, detail=name)

    def model(self, root: Element) -> XmileModel | None:
        if root.tag != "xmile":
            self.report("xmile-root", root.place, found=root.tag)
            return None
        version = root.attributes.get("version", "1.0")
        if version != "1.0":
            self.report("xmile-version", root.place, found=version)
        self._strange(root)
        models = list(root.all("model"))
        if not models:
            self.report("xmile-empty", root.place)
            return None
        for extra in models[1:]:
            self.feature(extra.place, "module", extra.attributes.get("name", ""))
        main = models[0]
        specs = self._specs(main.first("sim_specs") or root.first("sim_specs"), root.place)
        entries = self._entries(main, [b for e in (root, main) for b in e.all("behavior")])
        if specs.method == "rk4":
            for entry in entries.values():
                if entry.kind == "stock" and entry.nonnegative:
                    self.feature(entry.place, "non_negative (rk4)", entry.label)
        header = root.first("header") or Element("header", {}, root.place)
        contact = header.first("contact")
        product = header.first("product")
        return XmileModel(
            file=self.file, specs=specs, entries=entries,
            title=header.said("name") or main.attributes.get("name", ""), vendor=header.said("vendor"),
            product="" if product is None else product.text.strip(),
            published=header.said("modified") or header.said("created"),
            address="" if contact is None else contact.said("website"),
        )  # fmt: skip

    def _strange(self, root: Element) -> None:
        """Parts of the whole file that would change numbers."""
        for part in root.parts:
            if part.tag == "dimensions":
                for dim in part.all("dim"):
                    self.feature(dim.place, f"array, dimension {dim.attributes.get('name', '')}")
            elif part.tag == "macro":
                self._macro(part)
            elif part.tag == "data":
                for source in part.all("import"):
                    self.feature(source.place, "data import", source.attributes.get("resource", ""))
            elif part.tag not in _ROOT_SILENT and not _foreign(part.tag):
                self.feature(part.place, part.tag)

    def _macro(self, macro: Element) -> None:
        """One that is called is refused where it is called; a filter acts unasked, and one is known."""
        known = "".join(macro.said("eqn").lower().split()) == "ifvaluethenmax(flow,0)elseflow"
        if "filter" in macro.attributes and not (macro.attributes.get("name") == "non_negative" and known):
            self.feature(macro.place, "macro", macro.attributes.get("name", ""))

    def _specs(self, specs: Element | None, place: Place) -> Specs:
        if specs is None:
            self.report("xmile-specs", place)
            return Specs()
        for attribute, value in specs.attributes.items():
            if _bare(attribute) == "instantaneous_flows" and value.lower() == "true":
                self.feature(specs.place, _bare(attribute))
        method = self._method(specs)
        stand_in = Specs()
        start, stop = self._number(specs, "start", stand_in.start), self._number(specs, "stop", stand_in.stop)
        dt = specs.first("dt")
        exact = _fraction(specs.said("dt") or "1")
        if exact is None or exact <= 0:
            self.report("xmile-number", (dt or specs).place, found=specs.said("dt"), name="dt")
            return Specs()
        if dt is not None and dt.attributes.get("reciprocal", "").lower() == "true":
            exact = 1 / exact
        # A step written as 0.083333 is meant as one twelfth, which is said; more than that is not guessed.
        whole = round(1 / exact)
        off = abs(1 / exact - whole)
        if not 1 <= whole <= MAX_STEPS or off > Fraction(whole, 10**5):
            self.report("xmile-step", (dt or specs).place, found=specs.said("dt"), limit=MAX_STEPS)
            whole = 1
        written = specs.said("dt") if off else ""
        return Specs(start, stop, whole, method, specs.attributes.get("time_units", ""), written)

    def _method(self, specs: Element) -> Literal["euler", "rk4"]:
        """The first method of the list that the file would accept."""
        wished = [m.strip().lower() for m in specs.attributes.get("method", "euler").split(",")]
        if wished[0] not in ("euler", "rk4"):
            self.feature(specs.place, f"method {wished[0]}")
            return "euler"
        return cast("Literal['euler', 'rk4']", wished[0])

    def _number(self, parent: Element, tag: str, default: float) -> float:
        text = parent.said(tag)
        if not text:
            self.report("xmile-specs", parent.place)
            return default
        value = _finite(text)
        if value is None:
            self.problems.append(
                Problem("xmile-number", (parent.first(tag) or parent).place, {"found": text, "name": tag})
            )
            return default
        return value

    def _entries(self, model: Element, behaviors: Iterable[Element]) -> dict[str, Entry]:
        clipped = {kind for b in behaviors for kind in ("stock", "flow") if _behaves(b, kind)}
        entries: dict[str, Entry] = {}
        for part in model.parts:
            if part.tag not in _MODEL_SILENT and not _foreign(part.tag):
                self.feature(part.place, part.tag)
        waiting = [part for variables in model.all("variables") for part in variables.parts]
        for part in waiting:
            name = part.attributes.get("name", "")
            if part.tag == "group":
                continue
            if part.tag not in KINDS:
                self.feature(part.place, _bare(part.tag), shown(name))
                continue
            entry = self._entry(part, shown(name), KINDS[part.tag], clipped)
            if not entry.key:
                self.report("xmile-unnamed", part.place, found=part.tag)
            elif entry.key in entries:
                first = entries[entry.key].place.line
                self.report("xmile-twice", part.place, name=entry.label, first=first)
            entries.setdefault(entry.key, entry)
        if len(entries) > MAX_ENTRIES:
            self.report("xmile-many", model.place, found=len(entries), limit=MAX_ENTRIES)
        if not any(entry.kind == "stock" for entry in entries.values()):
            self.report("xmile-empty", model.place)
        return entries

    def _entry(self, part: Element, name: str, kind: EntryKind, clipped: set[str]) -> Entry:
        self._parts(part, name, kind)
        equation = part.first("eqn")
        entry = Entry(
            key=key_of(part.attributes.get("name", "")), label=name, kind=kind, place=part.place,
            equation="" if equation is None else equation.text,
            marks=() if equation is None else tuple(equation.marks),
            units=part.said("units"), doc=part.said("doc") or part.said("documentation"),
        )  # fmt: skip
        if kind == "table":
            return replace(entry, points=self._points(part, name))
        if not re.sub(r"\{[^{}]*\}", "", entry.equation).strip():
            self.report("xmile-equation-missing", part.place, name=name)
        elif len(list(part.all("eqn"))) > 1:
            self.feature(part.place, "array", name)
        span = part.first("range")
        graph = part.first("gf")
        sign = part.first("non_negative")
        return replace(
            entry,
            low=None if span is None else _finite(span.attributes.get("min", "")),
            high=None if span is None else _finite(span.attributes.get("max", "")),
            points=None if graph is None else self._points(graph, name),
            nonnegative=kind in clipped if sign is None else sign.text.strip().lower() != "false",
            inflows=tuple(key_of(flow.text) for flow in part.all("inflow")),
            outflows=tuple(key_of(flow.text) for flow in part.all("outflow")),
        )

    def _parts(self, part: Element, name: str, kind: EntryKind) -> None:
        """Refuse what a variable holds and is not understood: conveyors, dimensions, and what a vendor invented."""
        if kind == "table":
            return
        for attribute in filter(_foreign, part.attributes):
            self.feature(part.place, _bare(attribute), name)
        for inner in part.parts:
            bare = _bare(inner.tag)
            if bare == "dimensions":
                for dim in inner.all("dim"):
                    self.feature(part.place, f"array, dimension {dim.attributes.get('name', '')}", name)
            elif bare == "element":
                self.feature(inner.place, f"array, element {inner.attributes.get('subscript', '')}", name)
            elif inner.tag not in _SILENT | _COUNTED and bare not in _VENDOR_SILENT:
                self.feature(inner.place, bare, name)

    def _points(self, graph: Element, name: str) -> Points | None:
        kind = graph.attributes.get("type", "continuous").lower()
        if graph.attributes.get("discrete", "false").lower() == "true":
            kind = "discrete"
        if kind != "continuous":
            self.feature(graph.place, f"gf ({kind})", name)
            return None
        ys = _row(graph.first("ypts"))
        scale, listed = graph.first("xscale"), graph.first("xpts")
        xs: list[float] | None
        if scale is not None and ys is not None:
            low, high = (_finite(scale.attributes.get(end, "")) for end in ("min", "max"))
            xs = None
            if low is not None and high is not None and len(ys) > 1:
                xs = [low + k * ((high - low) / (len(ys) - 1)) for k in range(len(ys) - 1)] + [high]
        else:
            xs = _row(listed)
        if xs is None or ys is None or len(xs) != len(ys) or len(xs) < 2:
            counts = f"{len(xs or ())}/{len(ys or ())}"
            self.report("xmile-points", graph.place, name=name, found=counts)
            return None
        pairs = sorted(zip(xs, ys, strict=True))
        if any(a[0] == b[0] for a, b in pairwise(pairs)):
            self.report("xmile-points-twice", graph.place, name=name)
            return None
        return Points(tuple(x for x, _ in pairs), tuple(y for _, y in pairs))


def _behaves(behavior: Element, kind: str) -> bool:
    """Whether everything of a kind is non-negative unless it says otherwise."""
    groups = [behavior, *behavior.all(kind)]
    signs = [sign for group in groups for sign in group.all("non_negative")]
    return bool(signs) and signs[-1].text.strip().lower() != "false"


def _foreign(tag: str) -> bool:
    """Whether a vendor invented it; beside the variables it concerns screens and preferences."""
    return tag.startswith("{")


def _bare(tag: str) -> str:
    return tag.rpartition("}")[2]


def _row(element: Element | None) -> list[float] | None:
    if element is None:
        return None
    separator = element.attributes.get("sep", ",").strip() or None
    values = [_finite(part) for part in element.text.strip().removesuffix(separator or "").split(separator)]
    return None if None in values else cast("list[float]", values)


def _finite(text: str) -> float | None:
    if not re.fullmatch(r"\s*[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?\s*", text, re.ASCII):
        return None
    value = float(text)
    return value if math.isfinite(value) else None


def _fraction(text: str) -> Fraction | None:
    value = _finite(text)
    return None if value is None else Fraction(text.strip())
