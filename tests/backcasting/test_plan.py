"""Twenty wishes over the six scenarios: clearly different ways, each run again, or a shortfall that is true."""

from __future__ import annotations

import numpy as np
import pytest

import workbook as wb
from tests.backcasting.targets import COUNT, SCENARIOS, TARGETS, Target, opened, plan_of
from workbook.backcasting.space import LEAST_LEVERS, LEAST_STEPS
from workbook.errors import DivergenceError
from workbook.plays import plays_of, random_plays

RANDOM = 20_000
NUMBERS = range(COUNT)


def meets(value, ends) -> bool:
    low, high = ends
    return (low is None or value >= low) and (high is None or value <= high)


def free_plays(target: Target):
    """The last year's indicators of random settings in which what is kept stands as in the start world."""
    workbook = opened(target.scenario)
    s, draw = workbook.scenario, np.random.default_rng(11)
    start = workbook.run(target.world).setting
    levers = [
        np.full(RANDOM, round((dict(start.levers)[n] - lever.low) / lever.step))
        if n in target.keep
        else draw.integers(lever.positions, size=RANDOM)
        for n, lever in s.levers.items()
    ]
    choices = [
        np.full(RANDOM, list(d.options).index(dict(start.choices)[n]))
        if n in target.keep
        else draw.integers(len(d.options), size=RANDOM)
        for n, d in s.decisions.items()
    ]
    plays = plays_of(workbook.simulator, np.array(levers), np.array(choices))
    return plays.yearly[[plays.names.index(name) for name in s.indicators], -1]


@pytest.mark.parametrize("number", NUMBERS)
def test_every_path_run_again_meets_every_wish(number: int) -> None:
    plan, target = plan_of(number), TARGETS[number]
    last = opened(target.scenario).scenario.time.years[-1]
    for path in plan.paths:
        again = opened(target.scenario).run_of_code(path.code)
        assert again.setting.world == target.world
        for name, ends in target.wishes.items():
            assert meets(again.value(name, last), ends)
            assert path.reached[name] == again.value(name, last)
        assert not path.missed
        assert not {*path.levers, *path.choices} & set(target.keep)


@pytest.mark.parametrize("number", NUMBERS)
def test_three_clearly_different_paths_or_a_stated_shortfall(number: int) -> None:
    plan = plan_of(number)
    levers = opened(TARGETS[number].scenario).scenario.levers
    for n, a in enumerate(plan.paths):
        for b in plan.paths[:n]:
            steps = [abs(a.run.levers[name] - b.run.levers[name]) / lever.step for name, lever in levers.items()]
            assert sum(gap > LEAST_STEPS - 0.5 for gap in steps) >= LEAST_LEVERS
    told = repr(plan).splitlines()[0]
    if len(plan.paths) == 3:
        assert told.startswith("3 deutlich verschiedene Wege")
    elif plan.paths:
        assert "nicht gefunden" in told
    else:
        assert told.startswith("Nicht erreichbar")
        assert plan.nearest.missed


def test_most_can_be_reached_and_some_cannot() -> None:
    counts = [len(plan_of(number).paths) for number in NUMBERS]
    assert counts.count(3) >= 10
    assert counts.count(0) >= 2


@pytest.mark.parametrize("number", NUMBERS)
def test_chance_finds_nothing_where_the_search_found_nothing(number: int) -> None:
    plan, target = plan_of(number), TARGETS[number]
    if plan.reachable:
        return
    values = free_plays(target)
    names = list(opened(target.scenario).scenario.indicators)
    missed = np.array([[wish.missed(v) for v in values[names.index(wish.indicator)]] for wish in plan.wishes])
    assert not (missed == 0).all(axis=0).any()
    shares = missed / np.array([[wish.scale] for wish in plan.wishes])
    own = sum(plan.nearest.missed.get(wish.indicator, 0) / wish.scale for wish in plan.wishes)
    assert own <= shares.sum(axis=0).min() + 1e-9
    for wish, row in zip(plan.wishes, missed, strict=True):
        assert wish.indicator not in plan.alone or row.min() > 0


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_what_chance_meets_the_search_meets(scenario: str) -> None:
    """Of random settings the one that brings three indicators farthest: what it reaches is the wish."""
    workbook = opened(scenario)
    s, plays = workbook.scenario, random_plays(workbook.simulator, RANDOM, seed=7)
    values = plays.yearly[[plays.names.index(name) for name in s.indicators], -1]
    signs = np.array([1 if i.better == "higher" else -1 for i in s.indicators.values()])
    scales = np.array([abs(i.utopia - i.dystopia) for i in s.indicators.values()])
    start = np.array([workbook.run().value(name, s.time.years[-1]) for name in s.indicators])
    gains = (values - start[:, None]) * signs[:, None] / scales[:, None]
    draw = np.random.default_rng(3)
    for _ in range(2):
        chosen = draw.choice(len(signs), 3, replace=False)
        lucky = int(np.argmax(gains[chosen].min(axis=0) * plays.sound))
        wishes = {
            list(s.indicators)[k]: (values[k, lucky], None) if signs[k] > 0 else (None, values[k, lucky])
            for k in chosen
        }
        assert wb.backcast(workbook, wishes, paths=1).reachable, wishes


def test_an_end_that_is_met_exactly_counts(small) -> None:
    run = small.run("utopie")
    plan = wb.backcast(small, {"reach": (run.value("reach", 2030), None)})
    assert plan.reachable


def test_holds_is_the_share_of_futures_in_which_every_wish_is_met() -> None:
    plan = plan_of(next(n for n in NUMBERS if len(TARGETS[n].wishes) > 1 and plan_of(n).paths))
    s, last = plan.workbook.scenario, plan.workbook.scenario.time.years[-1]
    futures = plan.workbook.futures
    path = plan.paths[0]
    met = []
    for draw in list(zip(*futures.draws, strict=True))[:60]:
        run = plan.workbook.simulator.run(path.run.setting, dict(zip(s.constants, draw, strict=True)))
        met.append(all(w.low <= run.yearly(w.indicator, last) <= w.high for w in plan.wishes))
    values = futures.values(path.run.setting)
    rows = {name: values[k][-1] for k, name in enumerate(s.indicators)}
    whole = [all(w.low <= rows[w.indicator][n] <= w.high for w in plan.wishes) for n in range(futures.runs)]
    assert whole[:60] == met
    assert path.holds == pytest.approx(sum(whole) / futures.runs)


def test_a_reserve_costs_moves_and_holds_in_more_futures() -> None:
    workbook, wishes = opened("soziale-arbeit-2030"), {"caseload": (None, 50), "spending": (None, 105)}
    bare, spare = (wb.backcast(workbook, wishes, reserve=reserve) for reserve in (0, 0.2))
    assert min(path.holds for path in spare.paths) > max(path.holds for path in bare.paths)
    assert len(spare.paths[0].levers) > len(bare.paths[0].levers)


def test_a_run_that_leaves_the_numbers_is_no_path(small, monkeypatch: pytest.MonkeyPatch) -> None:
    real, calls = type(small).run_of, []

    def run_of(self, setting):
        calls.append(setting)
        if len(calls) == 2:
            raise DivergenceError("guests", 2028.0, "finite")
        return real(self, setting)

    monkeypatch.setattr(type(small), "run_of", run_of)
    plan = wb.backcast(small, {"reach": (32, None)})
    assert len(plan.paths) == 2
    assert calls[1] not in [path.run.setting for path in plan.paths]


def test_a_path_opens_in_the_explorer() -> None:
    path = plan_of(next(n for n in NUMBERS if plan_of(n).paths)).paths[0]
    shown = wb.explore(path.run)
    assert shown.run.setting == path.run.setting
    shown.close()
