"""Stored witnesses are run again, not believed."""

from __future__ import annotations

import pytest

from tests.audit.conftest import PLAYS, TODAY, change
from workbook.audit import audit
from workbook.audit.evidence import gather
from workbook.audit.witnesses import (
    reaches,
    read_witnesses,
    stored_setting,
    targets,
    witnesses_text,
)
from workbook.folder import load

FILE = "witnesses.yaml"


@pytest.fixture
def kept(sound):
    scenario = load(sound)
    codes = audit(scenario, PLAYS, today=TODAY).witnesses
    (sound / FILE).write_text(witnesses_text(scenario, codes), encoding="utf-8")
    return sound


def again(folder):
    return audit(load(folder), 40, today=TODAY)


def test_everything_that_can_be_reached_is_a_target(house):
    names = targets(house)
    assert len(names) == len(set(names)) == 9 + 5
    assert {"tuer.offen", "ending.ruine", "decision.rent.share"} <= set(names)


def test_each_witness_reaches_its_target(house):
    found = audit(house, PLAYS, today=TODAY).witnesses
    evidence = gather(house, 20)
    assert set(found) == set(targets(house))
    for target, code in found.items():
        assert reaches(evidence, stored_setting(house, code), target)
        others = [t for t in targets(house) if t.split(".")[0] == target.split(".")[0] != "decision" and t != target]
        assert not any(reaches(evidence, stored_setting(house, code), other) for other in others)


def test_what_was_written_is_read_and_kept(kept):
    before = (kept / FILE).read_text(encoding="utf-8")
    found = again(kept)
    assert found.problems == ()
    assert witnesses_text(load(kept), found.witnesses) == before
    assert before.startswith("# Written by `workbook check klein --witnesses`")


def test_one_that_no_longer_reaches_its_scene(kept):
    lines = (kept / FILE).read_text(encoding="utf-8").splitlines()
    codes = dict(line.split(": ") for line in lines[1:])
    change(kept / FILE, f"ending.ruine: {codes['ending.ruine']}", f"ending.ruine: {codes['ending.haus']}")
    (problem,) = again(kept).problems
    assert (problem.code, problem.severity, problem.place.file) == ("witness-stale", "warning", FILE)
    assert problem.values["names"] == "ending.ruine"
    assert lines[problem.place.line - 1].startswith("ending.ruine")


def test_after_a_change_of_the_model_all_are_stale_but_found_anew(kept):
    change(kept / "model.yaml", "value: 0.5\n", "value: 0.45\n")
    found = again(kept)
    assert [p.code for p in found.problems] == ["witness-stale"]
    assert set(found.witnesses) == set(targets(load(kept)))


@pytest.mark.parametrize(
    "text", ["", "[", "- a\n- b\n", "ending.haus: [1]\n", "ending.haus: '\u0000'\n", "gone.scene: 1\n"]
)
def test_a_damaged_file_is_told_and_survived(kept, text):
    (kept / FILE).write_text(text, encoding="utf-8")
    assert read_witnesses(load(kept)).there
    assert [p.code for p in again(kept).problems] == ["witness-stale"]


def test_without_a_file_they_are_searched_without_a_word(sound):
    found = again(sound)
    assert found.problems == ()
    assert set(found.witnesses) == set(targets(load(sound)))
