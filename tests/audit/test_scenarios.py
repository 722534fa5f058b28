"""What the scenarios of this project promise: no fault in any language, a witness for everything."""

from __future__ import annotations

import datetime as dt

import pytest

from workbook.audit import audit
from workbook.audit.evidence import gather
from workbook.audit.search import search
from workbook.audit.witnesses import reaches, read_witnesses, stored_setting, targets
from workbook.folder import available, find, load

pytestmark = pytest.mark.xdist_group("scenarios")


@pytest.fixture(scope="module", params=available())
def scenario(request):
    return load(find(request.param))


@pytest.fixture(scope="module")
def found(scenario):
    return audit(scenario, today=dt.date.fromisoformat(scenario.stand))


def test_nothing_is_wrong(found):
    assert [problem.line() for problem in found.problems] == []


def test_every_chapter_tells_three_scenes_and_none_nearly_always(scenario, found):
    for chapter in scenario.chapters:
        told = [one for one in found.coverage if one.chapter is chapter]
        assert sum(bool(one.count) for one in told) >= 3, chapter.name
        assert max(one.share for one in told) <= 0.8, chapter.name


def test_stored_witnesses_reach_everything(scenario):
    evidence, stored = gather(scenario, 20), read_witnesses(scenario)
    assert set(stored.codes) == set(targets(scenario))
    for target, code in stored.codes.items():
        setting = stored_setting(scenario, code)
        assert setting is not None, target
        assert reaches(evidence, setting, target), target


def test_utopia_and_dystopia_are_recognised_by_their_numbers(found):
    means = found.profiles
    assert means["dystopie"] < means["weiter-so"] < means["utopie"]
    assert max(means, key=means.__getitem__) == "utopie"
    assert min(means, key=means.__getitem__) == "dystopie"


def test_the_rarest_scene_can_also_be_searched_for(scenario, found):
    rarest = min((one for one in found.coverage if one.scene.when is not None), key=lambda one: one.count)
    evidence = gather(scenario, 200)
    chapter = scenario.chapters.index(rarest.chapter)
    setting = search(evidence, chapter, rarest.chapter.scenes.index(rarest.scene))
    assert setting is not None
    assert rarest.key in evidence.told(setting)
