"""The smallest move of a single lever that would have told another scene."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from workbook.expr.nodes import names_in
from workbook.model import Scenario
from workbook.setting import Setting
from workbook.simulate import Simulator
from workbook.story import scenes_of


@dataclass(frozen=True, slots=True)
class Move:
    """One lever moved from ``before`` to ``after``; ``scene`` is what would then be told."""

    lever: str
    before: float
    after: float
    scene: str
    share: float
    """Length of the move as a share of the lever's range."""


def story_names(scenario: Scenario) -> tuple[str, ...]:
    """What the conditions of the story read, without levers and constants."""
    asked: dict[str, None] = {}
    for chapter in scenario.chapters:
        for scene in chapter.scenes:
            if scene.when is not None:
                asked |= dict.fromkeys(sorted(names_in(scene.when)))
    given = scenario.levers.keys() | scenario.constants.keys()
    return tuple(name for name in asked if name not in given)


def nearest_moves(simulator: Simulator, setting: Setting) -> Mapping[str, Move]:
    """For each chapter the shortest move of one lever that changes its scene, where there is one.

    Every position of every lever is run; moves are compared as shares of the lever's range, ties
    go to the lever that stands first. Decisions stay as they are.
    """
    scenario = simulator.scenario
    trials: list[tuple[str, float, float, Setting]] = []
    for name, now in setting.levers:
        lever = scenario.levers[name]
        for position in range(lever.positions):
            value = lever.value(position)
            if value != now:
                length = abs(value - now) / (lever.high - lever.low)
                trials.append((name, value, length, setting.with_lever(name, value)))
    trials.sort(key=lambda trial: trial[2])
    settings = [setting, *(trial[3] for trial in trials)]
    yearly = simulator.many(settings, story_names(scenario))
    here = scenes_of(scenario, setting, yearly[0])
    found: dict[str, Move] = {}
    before = dict(setting.levers)
    for (name, value, length, moved), numbers in zip(trials, yearly[1:], strict=True):
        if len(found) == len(scenario.chapters):
            break
        for chapter, old, new in zip(scenario.chapters, here, scenes_of(scenario, moved, numbers), strict=True):
            if old != new and chapter.name not in found:
                found[chapter.name] = Move(name, before[name], value, new, length)
    return found
