"""What made the difference: Shapley values over all subsets of moved levers and choices.

The difference between a run and the baseline is shared out exactly: the shares add up to it, and
none depends on the order in which levers were moved. (L. S. Shapley 1953, A Value for n-Person
Games.)
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import factorial

from workbook.errors import UsageError
from workbook.setting import Setting, setting_of
from workbook.simulate import Simulator, Yearly

MOST_PLAYERS = 16
"""2 to the 16 runs; more moved levers than that are refused rather than guessed."""


@dataclass(frozen=True, slots=True)
class Player:
    """A lever or decision that differs from the baseline."""

    kind: str
    name: str


@dataclass(frozen=True, slots=True)
class Shares:
    """Who contributed what to the difference of one indicator in one year, in its unit."""

    indicator: str
    year: int
    baseline: float
    value: float
    parts: Mapping[Player, float]


class Contributions:
    """All subsets of a setting's moves, run once; shares of any indicator and year from them."""

    def __init__(self, simulator: Simulator, setting: Setting) -> None:
        base = setting_of(simulator.scenario)
        self.players = moved(base, setting)
        if len(self.players) > MOST_PLAYERS:
            raise UsageError("usage-too-many-moves", found=len(self.players), limit=MOST_PLAYERS)
        subsets = [self._subset(base, setting, mask) for mask in range(2 ** len(self.players))]
        self.yearly: list[Yearly] = simulator.many(subsets, tuple(simulator.scenario.indicators))

    def _subset(self, base: Setting, full: Setting, mask: int) -> Setting:
        levers, choices = dict(full.levers), dict(full.choices)
        mixed = base
        for k, player in enumerate(self.players):
            if mask >> k & 1 and player.kind == "lever":
                mixed = mixed.with_lever(player.name, levers[player.name])
            elif mask >> k & 1:
                mixed = mixed.with_choice(player.name, choices[player.name])
        return mixed

    def of(self, indicator: str, year: int) -> Shares:
        """The shares of one indicator in one year."""
        worth = [yearly(indicator, year) for yearly in self.yearly]
        parts = dict(zip(self.players, shapley(worth), strict=True))
        return Shares(indicator, year, worth[0], worth[-1], parts)


def moved(base: Setting, setting: Setting) -> tuple[Player, ...]:
    """What differs between two settings."""
    levers = (Player("lever", a[0]) for a, b in zip(base.levers, setting.levers, strict=True) if a != b)
    choices = (Player("decision", a[0]) for a, b in zip(base.choices, setting.choices, strict=True) if a != b)
    return (*levers, *choices)


def shapley(worth: Sequence[float]) -> list[float]:
    """Shapley values of a game.

    Parameters
    ----------
    worth : sequence of float
        The worth of each of the ``2 ** n`` subsets; bit k of the index says whether player k is in.

    Returns
    -------
    list of float
        One value for each player; their sum is ``worth[-1] - worth[0]``.
    """
    count = len(worth).bit_length() - 1
    weight = [factorial(s) * factorial(count - s - 1) / factorial(count) for s in range(count)]
    values = []
    for k in range(count):
        bit = 1 << k
        total = 0.0
        for mask in range(len(worth)):
            if not mask & bit:
                total += weight[mask.bit_count()] * (worth[mask | bit] - worth[mask])
        values.append(total)
    return values
