"""What all parts of the audit look at: the compiled scenario, its worlds, and many random plays."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from workbook.band import Futures
from workbook.engine.careful import DUST
from workbook.errors import DivergenceError, Place, Problem
from workbook.model import Scenario
from workbook.plays import PLAYS, SEED, Plays, random_plays
from workbook.runcode import encode
from workbook.setting import Setting, setting_of
from workbook.simulate import Simulator
from workbook.story import scenes_of

if TYPE_CHECKING:
    from workbook.plays import Mask

SINGLE = 100
"""Random plays that are also run one by one, where each step is examined."""

TRIES = 20
"""Plays that are run alone until one bears out what many side by side have said."""


@dataclass(frozen=True, eq=False)
class Evidence:
    """Random plays of one scenario, and single runs where a finding has to stand on its own."""

    simulator: Simulator
    plays: Plays

    @property
    def scenario(self) -> Scenario:
        return self.simulator.scenario

    @cached_property
    def worlds(self) -> dict[str, Setting]:
        """The setting of each world."""
        return {world: setting_of(self.scenario, world) for world in self.scenario.worlds}

    def code(self, setting: Setting) -> str:
        """The run code of a setting."""
        return encode(self.scenario, setting)

    def first(self, mask: Mask, bears: Callable[[Setting], bool]) -> Setting | None:
        """The first play of a mask that, run alone, bears out what it is called for."""
        for play in mask.nonzero()[0][:TRIES].tolist():
            setting = self.plays.setting(play)
            # A stock that dips below zero within a year shows only in a run of its own.
            with suppress(DivergenceError):
                if bears(setting):
                    return setting
        return None

    def told(self, setting: Setting) -> frozenset[str]:
        """The scenes of a run, ``chapter.scene``; none when it leaves the numbers."""
        try:
            yearly = self.simulator.run(setting).yearly
        except DivergenceError:
            return frozenset()
        names = scenes_of(self.scenario, setting, yearly)
        return frozenset(f"{c.name}.{name}" for c, name in zip(self.scenario.chapters, names, strict=True))

    def divergences(self) -> list[Problem]:
        """Runs that leave the numbers, one problem for each equation."""
        plays, found = self.plays, dict[tuple[str, Place], Problem]()
        suspects = [*(~plays.sound).nonzero()[0][:TRIES].tolist(), *range(min(SINGLE, len(plays)))]
        for setting in (*self.worlds.values(), *map(plays.setting, suspects)):
            problem = self._divergence(setting)
            if problem is not None:
                found.setdefault((problem.code, problem.place), problem)
        for problem in self._uncertain():
            found.setdefault((problem.code, problem.place), problem)
        return list(found.values())

    def _uncertain(self) -> Iterator[Problem]:
        """Futures with other constants that leave the numbers: they would tear a hole into every band."""
        import numpy as np

        futures = Futures(self.simulator)
        names = list(self.scenario.constants)
        for setting in self.worlds.values():
            holes = ~np.isfinite(futures.values(setting)).all(axis=(0, 1))
            for draw in holes.nonzero()[0][:TRIES].tolist():
                constants = dict(zip(names, (column[draw] for column in futures.draws), strict=True))
                problem = self._divergence(setting, constants)
                if problem is not None:
                    yield problem

    def _divergence(self, setting: Setting, constants: Mapping[str, float] | None = None) -> Problem | None:
        try:
            self.simulator.run(setting, constants)
        except DivergenceError as error:
            s = self.scenario
            owner = s.variables.get(error.variable) or s.stocks.get(error.variable) or s.indicators.get(error.variable)
            values = dict(error.values)
            if constants is not None:
                stated = {name: constant.value for name, constant in s.constants.items()}
                moved = max(
                    constants, key=lambda name: abs(constants[name] - stated[name]) / (abs(stated[name]) or 1.0)
                )
                values["detail"] = f"{setting.world}, {moved} = {constants[moved]:.4g} …"
            return Problem(error.code, owner.place if owner else Place("model.yaml"), values)
        return None


def gather(scenario: Scenario, plays: int = PLAYS, seed: int = SEED) -> Evidence:
    """Compile a scenario and play it often; a play with a stock below zero is not sound."""
    simulator = Simulator(scenario)
    held = [stock.name for stock in scenario.stocks.values() if stock.nonnegative]
    played = random_plays(simulator, plays, seed, names=held)
    least = played.yearly[[played.names.index(name) for name in held]]
    return Evidence(simulator, replace(played, sound=played.sound & (least >= -DUST).all(axis=(0, 1))))
