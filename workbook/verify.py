"""Does a scenario keep its promises? Its own checks, and every claim of its texts, over many runs.

In: a valid scenario. Out: problems with the place where an author would mend them.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import pairwise

from workbook.errors import DivergenceError, Problem
from workbook.expr.evaluate import evaluate, number
from workbook.model import Check, Scenario
from workbook.setting import Setting, setting_of
from workbook.simulate import Simulator, Yearly
from workbook.story import Readings, false_claims, scenes_of

PLAYS = 300
"""Random plays in which claims are held against the numbers."""


def verify(scenario: Scenario, plays: int = PLAYS, seed: int = 2030) -> list[Problem]:
    """Try the checks of ``checks.yaml`` and the claims of all texts.

    Parameters
    ----------
    plays : int
        Random settings of levers and decisions, beside the worlds.
    seed : int
        Fixes them.

    Returns
    -------
    list of Problem
        One for each check, claim or divergence, not one for each run that shows it.
    """
    simulator = Simulator(scenario)
    problems: dict[tuple[str, object], Problem] = {}
    for check in scenario.checks:
        for problem in _broken(simulator, check):
            problems.setdefault((problem.code, problem.place), problem)
            break
    told: set[str] = set()
    for setting in (*worlds_of(scenario), *random_settings(scenario, plays, seed)):
        yearly = _run(simulator, setting, problems)
        if yearly is None:
            continue
        scenes = scenes_of(scenario, setting, yearly)
        told |= {f"{c.name}.{name}" for c, name in zip(scenario.chapters, scenes, strict=True)}
        for lang, key, claim in false_claims(scenario, setting, yearly):
            values: dict[str, object] = {
                "claim": claim.text,
                "scene": key,
                "language": lang,
                "example": _named(scenario, setting),
            }
            problems.setdefault(("claim-false", claim.place), Problem("claim-false", claim.place, values))
    for chapter in scenario.chapters:
        for scene in chapter.scenes:
            if f"{chapter.name}.{scene.name}" not in told:
                names = {"scene": scene.name, "chapter": chapter.name, "plays": plays}
                problem = Problem("scene-never-told", scene.place, names, "warning")
                problems.setdefault(("scene-never-told", scene.place), problem)
    return sorted(problems.values(), key=lambda p: (p.place, p.code))


def worlds_of(scenario: Scenario) -> Iterator[Setting]:
    """The setting of each world."""
    return (setting_of(scenario, world) for world in scenario.worlds)


def random_settings(scenario: Scenario, count: int, seed: int) -> Iterator[Setting]:
    """Seeded settings, every lever position and every option equally likely."""
    draw = random.Random(seed)  # noqa: S311 - a fixed draw, not a secret
    for _ in range(count):
        levers = {n: lv.value(draw.randrange(lv.positions)) for n, lv in scenario.levers.items()}
        choices = {n: draw.choice(list(d.options)) for n, d in scenario.decisions.items()}
        yield setting_of(scenario, levers=levers, choices=choices)


def extremes(scenario: Scenario, setting: Setting) -> Iterator[Setting]:
    """The setting with each lever at its ends, one at a time, then all low and all high."""
    for name, lever in scenario.levers.items():
        for end in (lever.low, lever.high):
            yield setting.with_lever(name, end)
    for pick in (min, max):
        levers = {n: pick(lv.low, lv.high) for n, lv in scenario.levers.items()}
        yield setting_of(scenario, setting.world, levers, dict(setting.choices))


def _broken(simulator: Simulator, check: Check) -> Iterator[Problem]:
    try:
        yield from _disordered(simulator, check) if check.rising else _failing(simulator, check)
    except DivergenceError as error:
        yield Problem(error.code, check.place, error.values)


def _named_check(check: Check, year: int, example: str) -> dict[str, object]:
    return {
        "check": check.name, "label": check.label["de"], "text": check.text, "year": year, "example": example,
    }  # fmt: skip


def _disordered(simulator: Simulator, check: Check) -> Iterator[Problem]:
    scenario = simulator.scenario
    year = (check.years or tuple(scenario.time.years))[-1]
    values: list[tuple[str, float]] = []
    for world in check.rising:
        setting = setting_of(scenario, world, check.levers, check.choices)
        readings = Readings(scenario, setting, simulator.run(setting, check.constants).yearly, year)
        if check.value is not None:
            values.append((world, number(check.value, readings)))
    for (low, a), (high, b) in pairwise(values):
        if not a < b:
            example = f"{low} {a:.6g}, {high} {b:.6g}"
            yield Problem("check-order", check.place, _named_check(check, year, example))


def _failing(simulator: Simulator, check: Check) -> Iterator[Problem]:
    scenario = simulator.scenario
    for world in check.worlds or tuple(scenario.worlds):
        start = setting_of(scenario, world, check.levers, check.choices)
        for setting in (start, *(extremes(scenario, start) if check.extreme else ())):
            yearly = simulator.run(setting, check.constants).yearly
            for year in check.years or tuple(scenario.time.years):
                readings = Readings(scenario, setting, yearly, year)
                if check.holds is not None and not evaluate(check.holds, readings):
                    example = _named(scenario, setting)
                    yield Problem("check-fails", check.place, _named_check(check, year, example))


def _run(simulator: Simulator, setting: Setting, problems: dict[tuple[str, object], Problem]) -> Yearly | None:
    try:
        return simulator.run(setting).yearly
    except DivergenceError as error:
        s = simulator.scenario
        owner = s.variables.get(error.variable) or s.stocks.get(error.variable) or s.indicators.get(error.variable)
        if owner is not None:
            problems.setdefault((error.code, owner.place), Problem(error.code, owner.place, error.values))
        return None


def _named(scenario: Scenario, setting: Setting) -> str:
    """A setting in words that can be typed again: the world and what differs from it."""
    start = setting_of(scenario, setting.world)
    levers = [f"{n}={v:g}" for (n, v), known in zip(setting.levers, start.levers, strict=True) if (n, v) != known]
    choices = [f"{n}={o}" for (n, o), known in zip(setting.choices, start.choices, strict=True) if (n, o) != known]
    return " ".join([setting.world, *levers, *choices])
