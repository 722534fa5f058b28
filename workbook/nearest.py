"""The smallest change that would have told another scene: a move of one lever, else another answer to one decision."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

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

    def made(self, setting: Setting) -> Setting:
        """The setting with this change."""
        return setting.with_lever(self.lever, self.after)


@dataclass(frozen=True, slots=True)
class Turn:
    """One decision taken otherwise, for a scene that no move of a single lever changes."""

    decision: str
    before: str
    after: str
    scene: str

    def made(self, setting: Setting) -> Setting:
        """The setting with this change."""
        return setting.with_choice(self.decision, self.after)


def story_names(scenario: Scenario) -> tuple[str, ...]:
    """What the conditions of the story read, without levers and constants."""
    asked: dict[str, None] = {}
    for chapter in scenario.chapters:
        for scene in chapter.scenes:
            if scene.when is not None:
                asked |= dict.fromkeys(sorted(names_in(scene.when)))
    given = scenario.levers.keys() | scenario.constants.keys()
    return tuple(name for name in asked if name not in given)


def nearest_moves(simulator: Simulator, setting: Setting) -> Mapping[str, Move | Turn]:
    """For each chapter the shortest change that tells another scene, where there is one.

    Every position of every lever is run; moves are compared as shares of the lever's range, ties
    go to the lever that stands first. Where no single lever does it, every option of every decision
    is tried, in their order.
    """
    scenario = simulator.scenario
    moves = [
        Move(name, now, value, "", abs(value - now) / (lever.high - lever.low))
        for name, now in setting.levers
        for lever in (scenario.levers[name],)
        for value in map(lever.value, range(lever.positions))
        if value != now
    ]
    moves.sort(key=lambda move: move.share)
    turns = [
        Turn(name, now, option, "")
        for name, now in setting.choices
        for option in scenario.decisions[name].options
        if option != now
    ]
    found: dict[str, Move | Turn] = {}
    for changes in (moves, turns):
        if len(found) < len(scenario.chapters):
            _try(simulator, setting, changes, found)
    return found


def _try(simulator: Simulator, setting: Setting, changes: Sequence[Move | Turn], found: dict[str, Move | Turn]) -> None:
    """Make the changes in their order and keep the first for each chapter that has none."""
    scenario = simulator.scenario
    settings = [setting, *(change.made(setting) for change in changes)]
    yearly = simulator.many(settings, story_names(scenario))
    here = scenes_of(scenario, setting, yearly[0])
    for change, made, numbers in zip(changes, settings[1:], yearly[1:], strict=True):
        if len(found) == len(scenario.chapters):
            break
        for chapter, old, new in zip(scenario.chapters, here, scenes_of(scenario, made, numbers), strict=True):
            if old != new and chapter.name not in found:
                found[chapter.name] = replace(change, scene=new)
