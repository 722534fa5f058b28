"""What chance does not find, the directed search does, where it can be found at all."""

from __future__ import annotations

import pytest

from tests.audit.conftest import TODAY, change
from tests.audit.test_coverage import changed
from workbook.audit import audit
from workbook.audit.evidence import gather
from workbook.audit.search import search
from workbook.expr.parse import parse
from workbook.folder import load


@pytest.mark.parametrize("seed", range(3))
def test_a_corner_that_few_plays_come_to(house, seed):
    corner = (
        "open_hours >= 40 and welcome >= 100 and chairs >= 0.65 and decision.rent == 'pay' and decision.night == 'shut'"
    )
    rare = changed(house, "tisch", "voll", when=parse(corner, "truth"))
    evidence = gather(rare, 60, seed)
    assert not evidence.plays.told(1, 0).any()
    setting = search(evidence, 1, 0)
    assert setting is not None
    assert "tisch.voll" in evidence.told(setting)


def test_the_largest_number_that_can_be_reached(house):
    best = gather(house, 2_000).plays.value("reach", 2030).max()
    for share, there in ((0.999, True), (1.01, False)):
        evidence = gather(changed(house, "ending", "haus", when=parse(f"reach > {share * best}", "truth")), 60)
        assert (search(evidence, 2, 0) is not None) == there


def test_a_condition_that_never_holds_is_given_up(house):
    evidence = gather(changed(house, "tisch", "voll", when=parse("reach > 100", "truth")), 60)
    assert search(evidence, 1, 0) is None


def test_a_rare_scene_in_a_folder_is_found_and_called_rare(sound):
    corner = "open_hours >= 40 and welcome >= 100 and chairs >= 0.65 and decision.night == 'open'"
    change(sound / "story.yaml", "reach > 25 and decision.rent == 'share'", f"{corner} and decision.rent == 'pay'")
    found = audit(load(sound), 60, today=TODAY)
    assert "tisch.voll" in found.witnesses
    assert [(p.code, p.values["scene"]) for p in found.problems if p.code == "scene-rare"] == [("scene-rare", "voll")]
