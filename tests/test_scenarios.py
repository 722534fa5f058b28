"""What all scenarios that come with the workbook promise their readers."""

from __future__ import annotations

import itertools
import re
from functools import cache
from pathlib import Path

import pytest

import workbook as wb
from tests.conftest import ROOT
from workbook.audit import Audit, audit
from workbook.model import Figure, Scenario
from workbook.plays import random_plays
from workbook.run import Workbook

IDS = sorted(p.parent.name for p in ROOT.glob("scenarios/*/scenario.yaml"))
SIX = {
    "digitale-soziale-arbeit",
    "gegen-einsamkeit",
    "haushalt-unter-druck",
    "ki-for-good",
    "menschenfreundlich",
    "soziale-arbeit-2030",
}


@cache
def book(name: str) -> Workbook:
    return wb.load(ROOT / "scenarios" / name)


@cache
def audited(name: str) -> Audit:
    return audit(book(name).scenario)


@pytest.fixture(params=IDS)
def scenario(request: pytest.FixtureRequest) -> Scenario:
    return book(request.param).scenario


def test_all_six_are_there() -> None:
    assert set(IDS) >= SIX


def test_the_check_has_nothing_to_say(scenario: Scenario) -> None:
    assert [p.line() for p in audited(scenario.id).problems] == []


def test_size(scenario: Scenario) -> None:
    assert 8 <= len(scenario.levers) <= 12
    assert 8 <= len(scenario.indicators) <= 12
    assert len(scenario.loops) >= 3
    assert {loop.kind for loop in scenario.loops} == {"reinforcing", "balancing"}
    assert len(scenario.decisions) == 4
    assert all(len(decision.options) == 3 for decision in scenario.decisions.values())
    assert list(scenario.worlds) == ["weiter-so", "utopie", "dystopie", "ordnung", "verwandlung"]
    assert len(scenario.chapters) == 7
    assert all(len(chapter.scenes) >= 3 for chapter in scenario.chapters)
    assert len(scenario.endings.scenes) >= 4
    assert len(scenario.voices) >= 4
    assert len([i for i in scenario.indicators.values() if i.history]) >= 2
    assert scenario.languages == ("de", "en", "de-einfach")
    assert scenario.guide is not None


def test_everything_can_be_reached_and_nothing_is_told_always(scenario: Scenario) -> None:
    found = audited(scenario.id)
    wanted = {f"{c.name}.{s.name}" for c in scenario.chapters for s in c.scenes}
    wanted |= {f"decision.{d.name}.{option}" for d in scenario.decisions.values() for option in d.options}
    assert wanted <= found.witnesses.keys()
    for key, code in found.witnesses.items():
        run = book(scenario.id).run_of_code(code)
        kind, _, rest = key.partition(".")
        if kind == "decision":
            name, _, option = rest.partition(".")
            assert run.choices[name] == option
        else:
            assert key in [told.key for told in run.told]
    for share in found.coverage:
        assert 0 < share.share <= 0.8, share


def test_the_past_is_retold(scenario: Scenario) -> None:
    for name, past in book(scenario.id).hindcast.items():
        assert past.error < 10, (scenario.id, name, past.error)


def test_worlds_are_told_apart(scenario: Scenario) -> None:
    """Blind, by the indicators: utopia from dystopia; and neither has all of the good or the bad."""
    last = scenario.time.end - 1
    values = {w: {i: book(scenario.id).run(w).value(i, last) for i in scenario.indicators} for w in scenario.worlds}
    better = {i.name: (1 if i.better == "higher" else -1) for i in scenario.indicators.values()}
    good = [i for i in better if better[i] * (values["utopie"][i] - values["dystopie"][i]) > 0]
    assert len(good) > len(better) / 2
    others = [w for w in scenario.worlds if w != "utopie"]
    assert any(better[i] * (values[w][i] - values["utopie"][i]) > 0 for i in better for w in others)
    others = [w for w in scenario.worlds if w != "dystopie"]
    assert any(better[i] * (values["dystopie"][i] - values[w][i]) > 0 for i in better for w in others)
    stories = {tuple(told.key for told in book(scenario.id).run(w).told) for w in scenario.worlds}
    assert len(stories) == len(scenario.worlds)


def test_no_sentence_is_told_twice(scenario: Scenario) -> None:
    for lang in scenario.languages:
        seen: dict[str, str] = {}
        for key, passage in scenario.passages[lang].items():
            text = "".join("…" if isinstance(part, Figure) else part for part in passage.parts)
            for sentence in re.split(r"(?<=[.!?])[«“”\"]?\s+", text):
                words = re.findall(r"\w+", sentence.lower())
                if len(words) >= 7:
                    assert seen.setdefault(" ".join(words), key) == key, (lang, sentence)


def test_claims_hold_in_plays_that_the_check_did_not_draw(scenario: Scenario) -> None:
    plays = random_plays(book(scenario.id).simulator, 3_000, seed=7)
    held = 0
    for c, chapter in enumerate(scenario.chapters):
        for k, scene in enumerate(chapter.scenes):
            for claim in scenario.passages["de"][f"{chapter.name}.{scene.name}"].claims:
                here = plays.told(c, k)
                assert plays.holds(claim.condition, chapter.year)[here].all(), (chapter.name, scene.name, claim.text)
                held += int(here.sum())
    assert held > 100


@pytest.mark.parametrize("pair", list(itertools.combinations(IDS, 2)), ids="+".join)
def test_any_two_can_be_told_together(pair: tuple[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    both = wb.load("+".join(pair))
    assert len(both.scenario.chapters) == 14
    for world in both.scenario.worlds:
        assert len(both.run(world).told) == 14


def test_who_keeps_the_saved_time_when_money_is_short(monkeypatch: pytest.MonkeyPatch) -> None:
    """The effects of both themes meet in the core: together they move it as neither does alone."""
    monkeypatch.chdir(ROOT)
    names = ("ki-for-good", "haushalt-unter-druck")
    both = wb.load("+".join(names)).run("dystopie").trajectories
    alone = [book(name).run("dystopie").trajectories for name in names]
    for name in ("hours_with_people", "client_trust"):
        values = [t.yearly(name, 2030) for t in (both, *alone)]
        assert len({round(v, 6) for v in values}) == 3


def test_the_core_moves_nothing_in_the_past() -> None:
    """With levers where they are today every scenario has one past; a theme may have begun a little before."""
    first = book("soziale-arbeit-2030").run().trajectories
    for name in IDS:
        other = book(name).run().trajectories
        for quantity in ("client_trust", "exhausted", "hours_with_people", "hidden_need", "experienced"):
            for year in (2016, 2020, 2025):
                assert other.yearly(quantity, year) == pytest.approx(first.yearly(quantity, year), rel=5e-3), (
                    name, quantity, year
                )  # fmt: skip


def test_no_scenario_lies_about_its_folder() -> None:
    assert [book(name).scenario.id for name in IDS] == IDS
    assert all(Path(book(name).scenario.folder).name == name for name in IDS)
