"""A contested number: other values of constants, with a reason, as a scenario of its own name.

The file is YAML or JSON::

    name: Was die Praxis sagt
    objections:
      - constant: visit_hours
        value: 3
        reason: In unserem Amt sind es drei.
        person: A. Beispiel, ASD Süd

In: such a file and a scenario. Out: the scenario with these values and a fingerprint of its own, so that a run code of
one is refused by the other.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace
from decimal import Decimal
from pathlib import Path

from workbook.errors import Place, Problem, ScenarioError, UsageError, nearest
from workbook.folder.fingerprint import fingerprint
from workbook.folder.reading import read_file
from workbook.folder.scalars import Decimal as Number
from workbook.folder.scalars import Line, Pattern, scalar_of
from workbook.folder.shapes import Fields, Key, Leaf, ListOf, Record, Reporter
from workbook.folder.yaml_tree import Tree, read_yaml
from workbook.model import Constant, Scenario
from workbook.text import base_language, format_number
from workbook.wording import label_of, unit_text, with_unit

_UNSPOKEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\s]+")
"""Breaks, signs that steer a terminal, and those that turn a line round: a space to whoever reads on."""


class Said(Line):
    """What a person says, on one line. It is shown as it is and never read as markup, so any sign may stand in it."""

    def read(self, tree: Tree, report: Reporter) -> Leaf[str] | None:
        scalar = scalar_of(tree, report)
        if scalar is None:
            return None
        text = _UNSPOKEN.sub(" ", scalar.text).strip()
        if len(text) > self.limit:
            report("shape-length", scalar.place, length=len(text), limit=self.limit)
            return None
        if not text:
            report("shape-empty", scalar.place)
            return None
        return Leaf(text, scalar.place, scalar.text)


_OBJECTION = Record(
    constant=Key(Pattern("identifier"), ("Konstante, der man widerspricht", "constant that is contested")),
    value=Key(Number(), ("Wert, der gelten soll", "value that should hold")),
    reason=Key(Said(2_000), ("Begründung", "reason")),
    person=Key(Said(200), ("Wer widerspricht", "who objects"), required=False),
)
VARIANT = Record(
    name=Key(Said(120), ("Name der Variante", "name of the variant")),
    objections=Key(ListOf(_OBJECTION, 1), ("Widersprüche", "objections")),
)
"""What such a file looks like."""


@dataclass(frozen=True, slots=True)
class Objection:
    """One contested constant; ``instead`` is what the scenario's authors say."""

    constant: str
    value: float
    instead: float
    reason: str
    person: str = ""


@dataclass(frozen=True, slots=True)
class Variant:
    """Objections under a common name."""

    name: str
    objections: tuple[Objection, ...]

    def after(self, before: Variant | None) -> Variant:
        """What is contested in the variant of a variant: both, and of one constant the later value."""
        if before is None:
            return self
        own = {o.constant for o in self.objections}
        kept = (o for o in before.objections if o.constant not in own)
        authors = {o.constant: o.instead for o in before.objections}
        later = (replace(o, instead=authors.get(o.constant, o.instead)) for o in self.objections)
        return Variant(f"{before.name} · {self.name}", (*kept, *later))


class VariantError(ScenarioError):
    """A file of objections with problems; ``problems`` names everything found in it."""

    def __init__(self, file: str, problems: Sequence[Problem]) -> None:
        super().__init__(file, problems)
        self.code = "variant-invalid"


def exact(value: float, lang: str) -> str:
    """A constant with all the digits that it has."""
    places = -int(Decimal(repr(value)).normalize().as_tuple().exponent)
    return format_number(value, lang, max(places, 0))


def objection_words(scenario: Scenario, objection: Objection, lang: str) -> str:
    """What one objection says: constant, value instead of the authors' one, reason, and whose it is."""
    unit, german = unit_text(scenario.constants[objection.constant].unit, lang), base_language(lang) == "de"
    value = with_unit(exact(objection.value, lang), unit)
    instead = f"{'statt' if german else 'instead of'} {exact(objection.instead, lang)}"
    who = f" – {objection.person}" if objection.person else ""
    return f"{label_of(scenario, objection.constant, lang)}: {value} {instead}. {objection.reason}{who}"


def read_variant(path: str | os.PathLike[str], scenario: Scenario) -> Variant:
    """Read a file of objections against a scenario.

    Raises
    ------
    UsageError
        When there is no such file.
    VariantError
        With every problem of the file, each with line and column.
    """
    file, report = Path(path), Reporter()
    if not file.is_file():
        raise UsageError("variant-missing", file=str(path))
    _, text, report.problems = read_file(file.parent, file.name)
    tree, found = read_yaml(text, file.name) if text is not None else (None, [])
    report.problems += found
    report.within = file.name
    record = VARIANT.read(tree, report) if tree is not None else None
    listed = [item for item in record.listed("objections") if isinstance(item, Fields)] if record else []
    _check(listed, scenario, report)
    if report.problems or record is None:
        raise VariantError(str(path), sorted(report.problems, key=lambda problem: problem.place))
    objections = (
        Objection(name, o.value("value"), scenario.constants[name].value, o.value("reason"), o.value("person", ""))
        for o in listed
        for name in [o.value("constant")]
    )
    return Variant(record.value("name"), tuple(objections))


def _check(listed: Iterable[Fields], scenario: Scenario, report: Reporter) -> None:
    first: dict[str, Place] = {}
    for objection in listed:
        leaf = objection.get("constant")
        if leaf is None:
            continue
        name, known = leaf.value, scenario.constants
        if name not in known:
            report("constant-unknown", leaf.place, name=name, nearest=nearest(name, known), allowed=list(known))
        elif name in first:
            report("yaml-duplicate", leaf.place, key=name, first=first[name].line)
        first.setdefault(name, leaf.place)


def varied(scenario: Scenario, variant: Variant) -> Scenario:
    """The scenario as the objections want it; a range grows as far as their values need."""
    constants = dict(scenario.constants)
    for objection in variant.objections:
        constants[objection.constant] = _with(constants[objection.constant], objection.value)
    parts = {f.name: getattr(scenario, f.name) for f in fields(scenario)} | {"constants": constants}
    return replace(scenario, constants=constants, fingerprint=fingerprint(parts))


def _with(constant: Constant, value: float) -> Constant:
    if constant.low == constant.high:
        return replace(constant, value=value, low=value, high=value)
    return replace(constant, value=value, low=min(constant.low, value), high=max(constant.high, value))
