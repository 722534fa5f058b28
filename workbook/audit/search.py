"""A directed search for a play that is told a scene: levers and choices moved towards its condition."""

from __future__ import annotations

from typing import Any

from workbook.audit.distance import Distance
from workbook.audit.evidence import Evidence
from workbook.plays import Plays, plays_of
from workbook.setting import Setting

GENERATIONS = 40
CROWD = 120
"""Plays of a generation."""


def search(evidence: Evidence, chapter: int, scene: int, seed: int = 2030) -> Setting | None:
    """A play that is told a scene, by differential evolution from the nearest random plays.

    Returns
    -------
    Setting or None
        None when no generation came there; that is no proof that none can.
    """
    import numpy as np
    from scipy.optimize import differential_evolution

    simulator, plays = evidence.simulator, evidence.plays
    distance = Distance(plays, evidence.scenario.chapters[chapter])
    ends = [lever.positions - 1 for lever in evidence.scenario.levers.values()]
    ends += [len(decision.options) - 1 for decision in evidence.scenario.decisions.values()]
    levers = len(evidence.scenario.levers)

    def played(crowd: Any) -> Plays:
        whole = np.rint(crowd).astype(np.int64).reshape(len(ends), -1)
        return plays_of(simulator, whole[:levers], whole[levers:])

    def missing(crowd: Any) -> Any:
        return distance.to_scene(played(crowd), scene)

    def there(intermediate_result: Any) -> None:
        if intermediate_result.fun <= 0:
            raise StopIteration

    start = np.vstack([plays.positions, plays.choices]).T
    nearest = np.argsort(distance.to_scene(plays, scene), kind="stable")[: CROWD // 2]
    first = np.vstack([start[nearest], start[: CROWD - nearest.size]]).astype(float)
    if len(np.unique(first, axis=0)) < 5:  # the least that the method can cross
        return None
    found = differential_evolution(
        missing, [(0, end) for end in ends], init=first, integrality=[True] * len(ends), vectorized=True,
        updating="deferred", maxiter=GENERATIONS, polish=False, tol=0, callback=there, rng=seed,
    )  # fmt: skip
    return played(found.x).setting(0) if found.fun <= 0 else None
