"""Every claim is held against every play that is told its passage."""

from __future__ import annotations

from dataclasses import replace

import pytest

from workbook.audit.claims import claim_problems, held_claims
from workbook.audit.evidence import Evidence
from workbook.expr.evaluate import evaluate
from workbook.expr.parse import parse
from workbook.runcode import decode
from workbook.story import Readings, scenes_of


def with_claim(evidence, key, text):
    """The same plays of a scenario in which one passage claims something else."""
    s = evidence.scenario
    passages = {lang: dict(texts) for lang, texts in s.passages.items()}
    for texts in passages.values():
        (claim, *rest) = texts[key].claims
        texts[key] = replace(texts[key], claims=(replace(claim, text=text, condition=parse(text, "truth")), *rest))
    other = replace(s, passages=passages)
    simulator = type(evidence.simulator)(other)
    return Evidence(simulator, replace(evidence.plays, scenario=other))


def test_true_claims_are_reached_and_never_false(evidence):
    held = held_claims(evidence)
    assert {one.scene for one in held} == {"tuer.offen", "tuer.zu", "tisch.leer", "ending.haus"}
    assert all(one.false == 0 and one.share == 0.0 and one.reached > 20 for one in held)
    assert claim_problems(evidence, held, evidence.worlds.values()) == []


def test_the_share_is_that_of_single_runs(evidence):
    damaged = with_claim(evidence, "tuer.offen", "reach < 29")
    (one, english) = (held for held in held_claims(damaged) if held.scene == "tuer.offen")
    s, plays = damaged.scenario, damaged.plays
    reached = false = 0
    for play in range(len(plays)):
        setting = plays.setting(play)
        yearly = damaged.simulator.run(setting).yearly
        if scenes_of(s, setting, yearly)[0] == "offen":
            reached += 1
            false += not evaluate(one.claim.condition, Readings(s, setting, yearly, 2027))
    assert (one.reached, one.false) == (english.reached, english.false) == (reached, false)
    assert 0 < false < reached
    assert one.share == pytest.approx(false / reached)


def test_its_code_shows_it(evidence):
    damaged = with_claim(evidence, "tuer.offen", "reach < 29")
    one = next(held for held in held_claims(damaged) if held.false)
    setting = decode(damaged.scenario, one.code)
    assert "tuer.offen" in damaged.told(setting)
    assert damaged.simulator.run(setting).yearly("reach", 2027) >= 29
    (german, english) = claim_problems(damaged, held_claims(damaged), ())
    assert german.values["run"] == english.values["run"] == one.code


def test_a_world_alone_can_show_a_claim_false(evidence):
    damaged = with_claim(evidence, "ending.haus", "open_hours < 35")
    world = damaged.worlds["utopie"]
    assert "ending.haus" in damaged.told(world)
    problems = claim_problems(damaged, (), [world])
    assert {p.code for p in problems} == {"claim-false"}
    assert {p.values["run"] for p in problems} == {damaged.code(world)}
