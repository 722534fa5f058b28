"""Shares are those of single runs; what is told too often, too rarely or not at all is said."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from workbook.audit.coverage import coverage_problems, gaps, shares
from workbook.audit.evidence import gather
from workbook.expr.parse import parse
from workbook.runcode import decode


def changed(scenario, chapter, scene, **values):
    """The scenario with one scene changed, without asking the folder's rules."""
    chapters = [
        replace(c, scenes=tuple(replace(s, **values) if (c.name, s.name) == (chapter, scene) else s for s in c.scenes))
        for c in scenario.chapters
    ]
    return replace(scenario, chapters=tuple(chapters))


def test_the_shares_are_those_of_single_runs(evidence):
    told = Counter(key for k in range(len(evidence.plays)) for key in evidence.told(evidence.plays.setting(k)))
    for one in shares(evidence):
        assert one.count == told[one.key]
        assert one.share == pytest.approx(told[one.key] / len(evidence.plays))


def test_each_chapter_adds_up_to_all_plays(evidence):
    sums = Counter()
    for one in shares(evidence):
        sums[one.chapter.name] += one.count
    assert set(sums.values()) == {len(evidence.plays)}


def test_a_scene_told_nearly_always(house):
    evidence = gather(changed(house, "tisch", "voll", when=parse("reach > 1", "truth")), 200)
    common, variety = coverage_problems(shares(evidence), {})
    assert (common.code, common.severity, common.values["scene"]) == ("scene-common", "warning", "voll")
    assert (variety.code, variety.values["found"]) == ("chapter-variety", 1)


def test_a_scene_that_only_its_witness_knows(house):
    evidence = gather(changed(house, "tisch", "voll", when=parse("reach > 90", "truth")), 200)
    codes = [p.code for p in coverage_problems(shares(evidence), {"tisch.voll": "X"})]
    assert codes == ["scene-rare", "chapter-variety"]
    assert [p.code for p in coverage_problems(shares(evidence), {})] == ["chapter-variety"]


def test_a_gap_where_nothing_fits(house):
    evidence = gather(changed(house, "tisch", "halb", when=parse("reach > 30", "truth")), 200)
    (problem,) = gaps(evidence)
    assert (problem.code, problem.severity, problem.values["chapter"]) == ("chapter-gap", "error", "tisch")
    setting = decode(evidence.scenario, str(problem.values["run"]))
    assert evidence.simulator.run(setting).yearly("reach", 2029) <= 30


def test_no_gap_where_the_last_scene_takes_what_is_left(evidence):
    assert gaps(evidence) == []
