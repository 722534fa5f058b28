"""The table of dimensions says how each unit comes about, and agrees with what is declared."""

from __future__ import annotations

import json
import re

import pytest

import workbook as wb
from tests.conftest import ROOT
from workbook.cli import answer
from workbook.folder.derivation import derivations
from workbook.folder.units import Units

IDS = sorted(p.parent.name for p in ROOT.glob("scenarios/*/scenario.yaml"))


def test_each_name_of_an_equation_carries_its_unit(klein):
    rows = {each.name: each for each in derivations(wb.load(klein).scenario)}
    assert list(rows) == [
        "memory", "guests", "forgetting", "pull", "chairs_needed", "joining", "leaving", "reach", "memory_left",
    ]  # fmt: skip
    assert rows["guests"].derivation == "(+ joining [persons/year] - leaving [persons/year]) * year"
    assert rows["leaving"].derivation == "leave_rate [1/year] * guests [persons]"
    assert (rows["leaving"].kind, rows["leaving"].unit) == ("variable", "persons/year")
    assert rows["leaving"].dimension == "person/year"
    assert rows["memory"].dimension == "1", "points are plain numbers"


@pytest.mark.parametrize("scenario", IDS)
def test_what_is_worked_out_is_what_is_declared(scenario, monkeypatch):
    monkeypatch.chdir(ROOT)
    s = wb.load(scenario).scenario
    rows, units = list(derivations(s)), Units(s.units)
    assert {each.name for each in rows} == {*s.stocks, *s.variables, *s.indicators}
    for each in rows:
        declared, found = (units.parse(text).dimensionality for text in (each.unit, each.dimension))
        assert declared == found, each
        plain = re.sub(r" \[[^\[\],]*\](?![^\[]*\]\])", "", each.derivation)
        if each.kind == "variable" and "lookup" not in each.derivation:
            assert plain == " ".join(s.variables[each.name].text.split())


def test_the_command_prints_it_in_both_languages(klein, capsys):
    for lang, word in (("de", "Herleitung"), ("en", "Derivation")):
        assert answer(["check", str(klein), "--dimensions", "--lang", lang]) == 0
        told = capsys.readouterr().out
        assert word in told
        assert "leave_rate [1/year] * guests [persons]" in told


def test_programs_get_it_too(klein, capsys):
    assert answer(["check", str(klein), "--dimensions", "--json"]) == 0
    (record,) = json.loads(capsys.readouterr().out)
    assert record["dimensions"][0]["name"] == "memory"
    assert answer(["check", str(klein), "--json"]) == 0
    assert "dimensions" not in json.loads(capsys.readouterr().out)[0]
