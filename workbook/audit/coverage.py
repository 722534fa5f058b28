"""How often each scene is told in random plays: never, too often, or nothing fits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from workbook.audit.evidence import Evidence
from workbook.errors import Problem
from workbook.model import Chapter, Scene

MOST = 0.8
"""A scene told in a larger share of plays leaves nothing to decide."""

VARIETY = 3
"""Different scenes that a chapter should tell."""


@dataclass(frozen=True, slots=True)
class Share:
    """A scene or ending with the number of random plays that are told it."""

    chapter: Chapter
    scene: Scene
    count: int
    plays: int

    @property
    def key(self) -> str:
        return f"{self.chapter.name}.{self.scene.name}"

    @property
    def share(self) -> float:
        return self.count / self.plays if self.plays else 0.0


def shares(evidence: Evidence) -> tuple[Share, ...]:
    """Every scene in the order of the story, endings last."""
    plays = evidence.plays
    count = int(plays.sound.sum())
    return tuple(
        Share(chapter, scene, int(plays.told(k, j).sum()), count)
        for k, chapter in enumerate(evidence.scenario.chapters)
        for j, scene in enumerate(chapter.scenes)
    )


def coverage_problems(told: Sequence[Share], witnesses: Mapping[str, str]) -> list[Problem]:
    """What is told too rarely or too often; a scene without a witness is told of elsewhere."""
    problems: list[Problem] = []
    for one in told:
        values: dict[str, object] = {"scene": one.scene.name, "chapter": one.chapter.name, "plays": one.plays}
        if not one.count and one.key in witnesses:
            run = {"run": witnesses[one.key]}
            problems.append(Problem("scene-rare", one.scene.place, values | run, "warning"))
        if one.share > MOST:
            percent = {"percent": f"{100 * one.share:.3g} %"}
            problems.append(Problem("scene-common", one.scene.place, values | percent, "warning"))
    for chapter in {one.chapter.name: one.chapter for one in told}.values():
        found = sum(bool(one.count) for one in told if one.chapter is chapter)
        if found < VARIETY:
            problems.append(
                Problem(
                    "chapter-variety", chapter.place,
                    {"chapter": chapter.name, "found": found, "least": VARIETY}, "warning",
                )
            )  # fmt: skip
    return problems


def gaps(evidence: Evidence) -> list[Problem]:
    """Chapters in which some plays fit no scene: the last one is told although its condition fails."""
    plays, problems = evidence.plays, []
    for k, chapter in enumerate(evidence.scenario.chapters):
        when = chapter.scenes[-1].when
        if when is None:
            continue
        open_ = plays.told(k, len(chapter.scenes) - 1) & ~plays.holds(when, chapter.year)
        if open_.any():
            values: dict[str, object] = {
                "chapter": chapter.name, "percent": f"{100 * plays.share(open_):.3g} %",
                "run": evidence.code(plays.setting(int(open_.argmax()))),
            }  # fmt: skip
            problems.append(Problem("chapter-gap", chapter.place, values))
    return problems
