"""Many plays at once say what each of them says alone."""

from __future__ import annotations

import math
import random
from dataclasses import replace

import pytest

import workbook as wb
from workbook.expr.evaluate import evaluate
from workbook.expr.nodes import Arithmetic, Name, Number
from workbook.expr.parse import parse
from workbook.plays import random_plays
from workbook.simulate import Simulator
from workbook.story import Readings, false_claims, scenes_of

SCENARIOS = ("klein", "soziale-arbeit-2030")
CONDITIONS = (
    "reach > 25",
    "change(guests, 2020, 2029) > 0",
    "at(open_hours, 2025) < open_hours and welcome > 50",
    "decision.rent == 'share' or decision.night != 'shut'",
    "not (reach > 20 if decision.rent == 'save' else memory_left < 1)",
    "time > 2028 and join_rate < 0.5",
    "min(reach, welcome, 40) > clip(chairs * 100, 10, 30)",
    "1 > 2",
)


@pytest.fixture(scope="module", params=SCENARIOS)
def plays(request, root):
    book = wb.load(root / "tests/scenarios/klein" if request.param == "klein" else request.param)
    return book.simulator, random_plays(book.simulator, 400, seed=7)


def test_each_play_alone_gives_the_same_numbers_and_scenes(plays):
    simulator, many = plays
    s = simulator.scenario
    for play in random.Random(1).sample(range(len(many)), 25):
        setting = many.setting(play)
        yearly = simulator.run(setting).yearly
        told = scenes_of(s, setting, yearly)
        assert told == tuple(c.scenes[k].name for c, k in zip(s.chapters, many.scenes[:, play], strict=True))
        for name in many.names:
            for year in s.time.years:
                assert math.isclose(many.value(name, year)[play], yearly(name, year), rel_tol=1e-9, abs_tol=1e-12)
        for name in s.levers:
            for year in s.time.years:
                value = many.value(name, year)
                alone = Readings(s, setting, yearly, year).value(name)
                assert (value[play] if hasattr(value, "shape") and value.shape else value) == alone


def test_claims_hold_in_the_same_plays(plays):
    simulator, many = plays
    s = simulator.scenario
    lang = s.languages[0]
    for play in range(10):
        setting = many.setting(play)
        wrong = {c for _, _, c in false_claims(s, setting, simulator.run(setting).yearly, [lang])}
        for k, chapter in enumerate(s.chapters):
            scene = chapter.scenes[many.scenes[k, play]]
            for claim in s.passages[lang][f"{chapter.name}.{scene.name}"].claims:
                assert many.holds(claim.condition, chapter.year)[play] == (claim not in wrong)


def test_every_position_and_option_comes_and_shares_add_up(plays):
    simulator, many = plays
    s = simulator.scenario
    for lever, places in zip(s.levers.values(), many.positions, strict=True):
        assert set(places.tolist()) == set(range(lever.positions))
    for decision, places in zip(s.decisions.values(), many.choices, strict=True):
        assert set(places.tolist()) == set(range(len(decision.options)))
    for k, chapter in enumerate(s.chapters):
        shares = [many.share(many.told(k, place)) for place in range(len(chapter.scenes))]
        assert math.isclose(sum(shares), 1)


def test_the_seed_decides(plays):
    simulator, many = plays
    again, other = random_plays(simulator, 400, seed=7), random_plays(simulator, 400, seed=8)
    assert (again.positions == many.positions).all()
    assert (again.yearly == many.yearly).all()
    assert (other.positions != many.positions).any()


def test_what_is_asked_for_besides_is_kept(klein):
    simulator = wb.load(klein).simulator
    extra = next(name for name in simulator.program.visible if name not in random_plays(simulator, 5).names)
    assert random_plays(simulator, 5, names=[extra]).value(extra, 2027).shape == (5,)


def test_nobody_writes_into_plays(klein):
    many = random_plays(wb.load(klein).simulator, 5)
    for array in (many.positions, many.choices, many.yearly, many.scenes, many.sound):
        with pytest.raises(ValueError, match="read-only"):
            array[..., 0] = 0


def test_a_play_that_left_the_numbers_counts_nowhere(klein):
    s = wb.load(klein).scenario
    joining = s.variables["joining"]
    split = Arithmetic("/", joining.equals, Arithmetic("-", Name("welcome"), Number(50)))
    broken = replace(s, variables={**s.variables, "joining": replace(joining, equals=split)})
    many = random_plays(Simulator(broken), 300)
    welcome = list(s.levers).index("welcome")
    fifty = next(p for p in range(s.levers["welcome"].positions) if s.levers["welcome"].value(p) == 50)
    lost = (many.positions[welcome] == fifty) | (many.value("welcome", 2030) == 50)
    assert (~many.sound == lost).all()
    assert 0 < lost.sum() < 150
    assert many.share(many.sound) == 1
    assert sum(many.told(0, k).sum() for k in range(len(s.chapters[0].scenes))) == many.sound.sum()


@pytest.mark.parametrize("text", CONDITIONS)
def test_a_condition_is_judged_as_its_tree_is(klein, text):
    simulator = wb.load(klein).simulator
    condition, many = parse(text, "truth"), random_plays(simulator, 60, names=["guests"])
    together = many.holds(condition, 2029)
    assert together.shape == (60,)
    for play in range(60):
        setting = many.setting(play)
        assert together[play] == evaluate(
            condition, Readings(simulator.scenario, setting, simulator.run(setting).yearly, 2029)
        )
