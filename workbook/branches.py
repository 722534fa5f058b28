"""Which paths lead where: how many of many random plays tell a scene, and go from one to the next."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec

from workbook.beforehand import worked_out
from workbook.model import Scenario
from workbook.plays import PLAYS, SEED, random_plays
from workbook.simulate import Simulator


@dataclass(frozen=True, slots=True)
class Branches:
    """Shares of plays between 0 and 1; chapters and scenes by their place in the scenario."""

    plays: int
    """How many plays stayed within the numbers; all shares are shares of them."""
    scenes: tuple[tuple[float, ...], ...]
    """One row a chapter, the endings last: the share of plays that tell each scene."""
    ways: tuple[tuple[tuple[float, ...], ...], ...]
    """Between two chapters: the share of plays that tell this scene (row) and then that one (column)."""


@lru_cache(maxsize=16)
def branches_of(scenario: Scenario, plays: int = PLAYS, seed: int = SEED) -> Branches:
    """The branches of a scenario over seeded random plays; computed once.

    Raises
    ------
    UsageError
        Without NumPy, for a scenario of which they were not worked out beforehand.
    """
    if find_spec("numpy") is None:
        known, shares, between = worked_out(scenario, "branches")
        return Branches(known, _frozen(shares), tuple(map(_frozen, between)))
    import numpy as np

    many = random_plays(Simulator(scenario), plays, seed)
    told = many.scenes[:, many.sound]
    count = max(told.shape[1], 1)
    sizes = [len(chapter.scenes) for chapter in scenario.chapters]
    scenes = [np.bincount(row, minlength=size) / count for row, size in zip(told, sizes, strict=True)]
    ways = []
    for k in range(len(sizes) - 1):
        pairs = np.bincount(told[k] * sizes[k + 1] + told[k + 1], minlength=sizes[k] * sizes[k + 1])
        ways.append((pairs / count).reshape(sizes[k], sizes[k + 1]))
    return Branches(
        told.shape[1],
        tuple(tuple(row.tolist()) for row in scenes),
        tuple(tuple(tuple(row) for row in way.tolist()) for way in ways),
    )


def _frozen(rows: Iterable[Iterable[float]]) -> tuple[tuple[float, ...], ...]:
    return tuple(map(tuple, rows))
