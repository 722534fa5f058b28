"""Variants beside the scenario that they contest: numbers, scenes, and which objection made the difference.

In: a workbook and variants of it, one setting. Out: plain data. The shares are Shapley values over all subsets of a
variant's objections, as in :mod:`workbook.why` over moves; beyond :data:`MOST_SHARED` objections each is tried alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from workbook.errors import DivergenceError
from workbook.model import Chapter, Scene
from workbook.run import Run, Workbook
from workbook.setting import Setting
from workbook.simulate import Yearly
from workbook.variant import Objection
from workbook.why import shapley

MOST_SHARED = 8
"""2 to the 8 runs; with more objections each is tried alone."""


@dataclass(frozen=True, slots=True)
class Beside:
    """One variant beside the scenario as its authors wrote it, in the last year."""

    name: str
    run: Run
    gaps: Mapping[str, float]
    """Indicator -> what the variant has more, in the indicator's unit."""
    scenes: tuple[tuple[Chapter, Scene, Scene], ...]
    """Chapters that are told otherwise: the scene of the authors, the scene of the variant."""
    parts: Mapping[str, Mapping[Objection, float]]
    """Indicator -> objection -> its part of the gap. Empty where one of the runs in between leaves the numbers."""
    exact: bool
    """Whether the parts add up to the gap (Shapley values); else each is what an objection does alone."""

    @property
    def largest(self) -> str:
        """The indicator that changed most, on its way from dystopia to utopia."""
        known = self.run.scenario.indicators
        return max(self.gaps, key=lambda name: abs(self.gaps[name] / (known[name].utopia - known[name].dystopia)))


def beside(base: Workbook, variants: Sequence[Workbook], setting: Setting) -> tuple[Run, list[Beside]]:
    """Run a setting in a scenario and in variants of it.

    Raises
    ------
    DivergenceError
        When the numbers of one of them leave the numbers.
    """
    theirs = base.run_of(setting)
    return theirs, [_beside(theirs, variant.run_of(setting)) for variant in variants]


def _beside(theirs: Run, mine: Run) -> Beside:
    year, contested = theirs.scenario.time.years[-1], mine.workbook.contested
    objections = contested.objections if contested else ()
    parts, exact = _parts(theirs, objections, year)
    scenes = tuple(
        (a.chapter, a.scene, b.scene)
        for a, b in zip(theirs.told, mine.told, strict=True)
        if a.scene.name != b.scene.name
    )
    gaps = {name: mine.value(name, year) - theirs.value(name, year) for name in theirs.scenario.indicators}
    return Beside(contested.name if contested else "", mine, gaps, scenes, parts, exact)


def _parts(
    theirs: Run, objections: Sequence[Objection], year: int
) -> tuple[Mapping[str, Mapping[Objection, float]], bool]:
    simulator, exact = theirs.workbook.simulator, len(objections) <= MOST_SHARED
    masks = range(2 ** len(objections)) if exact else (0, *(1 << k for k in range(len(objections))))

    def runs(mask: int) -> Yearly:
        chosen = {o.constant: o.value for k, o in enumerate(objections) if mask >> k & 1}
        return simulator.run(theirs.setting, chosen).yearly

    try:
        readings = [runs(mask) for mask in masks]
    except DivergenceError:
        return {}, False
    parts = {}
    for name in theirs.scenario.indicators:
        worth = [yearly(name, year) for yearly in readings]
        values = shapley(worth) if exact else [each - worth[0] for each in worth[1:]]
        parts[name] = dict(zip(objections, values, strict=True))
    return parts, exact
