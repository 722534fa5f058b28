"""What could be left out is told at its place, once; shared modules are left alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.audit.conftest import change, found
from workbook.audit.evidence import gather
from workbook.audit.unused import unused

LEVER = """
paint:
  label: {de: Farbe, en: Paint}
  help: {de: Farbe der Tür., en: Colour of the door.}
  unit: '1'
  range: [0, 3]
  step: 1
  default: 0
  group: {de: Haus, en: House}
"""
DECISION = """
sign:
  label: {de: Schild, en: Sign}
  year: 2027
  text: {de: Ein Schild fehlt., en: A sign is missing.}
  question: {de: Wer malt?, en: Who paints?}
  options:
    we: {label: {de: Wir, en: We}, text: {de: Wir malen., en: We paint.}}
    they: {label: {de: Die, en: They}, text: {de: Die malen., en: They paint.}}
  default: we
"""
CONSTANT = """  spare_rate:
    label: {de: Rest, en: Spare}
    value: 1
    unit: 1/year
    grade: assumption
    note: {de: Frei., en: Free.}
inputs:
"""
VARIABLE = """  nobody_asks:
    label: {de: Niemand fragt, en: Nobody asks}
    equals: 2 * guests
    unit: persons
loops:
"""
SERIES = "tea,Tee,Tea,cups,2020,5,house2020\n"
SOURCE = """
other2021:
  title: Anderes
  publisher: Verein
  published: 2021
  url: https://example.org/anderes
  accessed: 2026-11-20
"""


def append(path, text):
    path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")


@pytest.mark.parametrize(
    ("file", "old", "new", "code", "name"),
    [
        ("levers.yaml", "", LEVER, "lever-idle", "paint"),
        ("decisions.yaml", "", DECISION, "decision-idle", "sign"),
        ("model.yaml", "inputs:\n", CONSTANT, "constant-unused", "spare_rate"),
        ("model.yaml", "loops:\n", VARIABLE, "variable-unused", "nobody_asks"),
        ("sources.yaml", "", SOURCE, "source-unused", "other2021"),
        ("indicators.yaml", "equals: memory * (1 - welcome / 200)", "equals: memory", "indicator-still", "memory_left"),
    ],
)
def test_each_is_caught_at_its_place(sound, file, old, new, code, name):
    change(sound / file, old, new) if old else append(sound / file, new)
    problem = next(p for p in found(sound) if p.code == code)
    assert (problem.severity, problem.place.file) == ("warning", file)
    assert name in problem.values.values()
    line = (sound / file).read_text(encoding="utf-8").splitlines()[problem.place.line - 1]
    assert line.strip().startswith(f"{name}:")


def test_a_series_that_nobody_compares_with(sound):
    path = next((sound / "data").glob("*.csv"))
    header, row = path.read_text(encoding="utf-8").splitlines()[:2]
    name = row.split(",")[0]
    append(path, row.replace(name, "spare_series", 1) + "\n")
    assert header
    assert [(p.code, p.values["name"]) for p in found(sound)] == [("series-unused", "spare_series")]


def test_what_a_shared_module_brings_is_left_alone(house):
    spare = replace(house.constants["leave_rate"], name="spare")
    for file, told in (("model.yaml", 1), ("_core/model.yaml", 0)):
        constants = {**house.constants, "spare": replace(spare, place=replace(spare.place, file=file))}
        assert len(unused(gather(replace(house, constants=constants), 20))) == told


def test_a_lever_that_only_a_decision_sets_back_still_acts(evidence):
    assert unused(evidence) == []
