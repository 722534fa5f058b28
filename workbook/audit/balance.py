"""Who speaks; a way round what is hard to read; worlds neither flawless nor hopeless."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from workbook.audit.evidence import Evidence
from workbook.audit.find import key_in
from workbook.errors import Problem
from workbook.model import Indicator, Scenario

UTOPIA, DYSTOPIA = "utopie", "dystopie"
VOICES = 2
"""Voices that a chapter should have."""

_ALIKE = 1e-9


def voices(scenario: Scenario) -> list[Problem]:
    """Every declared voice tells something; no chapter is told by one voice alone."""
    speaking = {scene.voice for chapter in scenario.chapters for scene in chapter.scenes}
    problems = [
        Problem("voice-silent", key_in(scenario, "scenario.yaml", "voices", voice), {"voice": voice})
        for voice in scenario.voices
        if voice not in speaking
    ]
    for chapter in scenario.chapters:
        heard = sorted({scene.voice for scene in chapter.scenes})
        if len(heard) < VOICES and len(scenario.voices) >= VOICES:
            problems.append(
                Problem("chapter-voices", chapter.place, {"chapter": chapter.name, "voice": heard}, "warning")
            )
    return problems


def ways_round(evidence: Evidence) -> list[Problem]:
    """In each chapter some play is told a scene without a content note, so that nobody has to meet one."""
    plays, problems = evidence.plays, []
    for k, chapter in enumerate(evidence.scenario.chapters):
        free = [j for j, scene in enumerate(chapter.scenes) if not scene.care]
        if not any(plays.told(k, j).any() for j in free):
            problems.append(Problem("care-everywhere", chapter.place, {"chapter": chapter.name}, "warning"))
    return problems


def profiles(evidence: Evidence) -> dict[str, float]:
    """The mean place of a world's indicators in the last year: 0 where each is dystopian, 1 where utopian."""
    s = evidence.scenario
    ends = _ends(evidence)
    return {
        world: sum(place(i, values[i.name]) for i in s.indicators.values()) / len(s.indicators)
        for world, values in ends.items()
    }


def place(indicator: Indicator, value: float) -> float:
    """Where a value lies between the dystopia value (0) and the utopia value (1), at most there."""
    return min(max((value - indicator.dystopia) / (indicator.utopia - indicator.dystopia), 0.0), 1.0)


def worlds(evidence: Evidence) -> list[Problem]:
    """Utopia has a loser, dystopia something better, and both can be told apart by their numbers."""
    s, ends, means = evidence.scenario, _ends(evidence), profiles(evidence)
    problems = []
    for world, code, sign in ((UTOPIA, "world-flawless", -1), (DYSTOPIA, "world-hopeless", 1)):
        if world in ends and len(ends) > 1 and not _differs(s, ends, world, sign):
            problems.append(Problem(code, s.worlds[world].place, {"world": world}, "warning"))
    order = [world for world in (DYSTOPIA, s.baseline.name, UTOPIA) if world in ends]
    if any(means[low] >= means[high] for low, high in pairwise(order)):
        told = ", ".join(f"{world} {100 * means[world]:.3g}" for world in order)
        problems.append(Problem("worlds-alike", s.worlds[order[-1]].place, {"order": order, "found": told}, "warning"))
    return problems


def _ends(evidence: Evidence) -> dict[str, Mapping[str, float]]:
    s = evidence.scenario
    last = s.time.years[-1]
    found: dict[str, Mapping[str, float]] = {}
    for world, setting in evidence.worlds.items():
        if evidence.told(setting):
            yearly = evidence.simulator.run(setting).yearly
            found[world] = {name: yearly(name, last) for name in s.indicators}
    return found


def _differs(scenario: Scenario, ends: Mapping[str, Mapping[str, float]], world: str, sign: int) -> bool:
    """Whether a world has an indicator that is better (1) or worse (-1) than in another."""
    for indicator in scenario.indicators.values():
        good = sign if indicator.better == "higher" else -sign
        here = ends[world][indicator.name]
        least = _ALIKE * abs(indicator.utopia - indicator.dystopia)
        if any(good * (here - values[indicator.name]) > least for values in ends.values()):
            return True
    return False
