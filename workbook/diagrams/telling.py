"""The drawings in words and as tables: what a reader gets who does not see them, or wants the numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from workbook.branches import Branches
from workbook.causal import LONGEST, Causes, Circle
from workbook.diagrams.words import say
from workbook.model import Chapter, Scenario
from workbook.text import format_number
from workbook.wording import label_of


@dataclass(frozen=True, slots=True)
class Row:
    """One scene of the map as a row of its table."""

    chapter: str
    number: int
    title: str
    share: str
    own: bool


def hundredth(share: float, lang: str) -> str:
    """A share as a whole number of 100; a little is not told as nothing."""
    return say("less-than", lang) if 0 < share < 0.005 else format_number(100 * share, lang)


def chapter_of(scenario: Scenario, chapter: Chapter, lang: str) -> str:
    """A chapter as it is headed: with its year, the endings without."""
    return chapter.title[lang] if chapter is scenario.endings else f"{chapter.year} · {chapter.title[lang]}"


def title_of(scenario: Scenario, chapter: int, scene: int, lang: str) -> str:
    """The title of a scene by its place."""
    found = scenario.chapters[chapter]
    return scenario.passages[lang][f"{found.name}.{found.scenes[scene].name}"].title


def map_words(scenario: Scenario, branches: Branches, lang: str) -> list[str]:
    """What the map shows, in sentences."""
    last = len(scenario.chapters) - 1
    ends = sorted(range(len(branches.scenes[last])), key=lambda k: -branches.scenes[last][k])
    chapter, scene = min(
        ((c, k) for c, row in enumerate(branches.scenes) for k in range(len(row))),
        key=lambda place: branches.scenes[place[0]][place[1]],
    )
    return [
        say("map-about", lang, plays=format_number(branches.plays, lang)),
        say(
            "ends", lang,
            often=title_of(scenario, last, ends[0], lang), most=hundredth(branches.scenes[last][ends[0]], lang),
            seldom=title_of(scenario, last, ends[-1], lang), least=hundredth(branches.scenes[last][ends[-1]], lang),
        ),
        say(
            "rare", lang, title=title_of(scenario, chapter, scene, lang), year=scenario.chapters[chapter].year,
            share=hundredth(branches.scenes[chapter][scene], lang),
        ),
    ]  # fmt: skip


def way_words(scenario: Scenario, branches: Branches, told: Sequence[int], lang: str) -> list[str]:
    """One run's way through the map."""
    titles = [title_of(scenario, c, k, lang) for c, k in enumerate(told)]
    steps = [
        say("step", lang, year=chapter.year, title=title)
        for chapter, title in zip(scenario.chapters, titles, strict=True)
    ]
    shares = [branches.scenes[c][k] for c, k in enumerate(told)]
    rarest = shares.index(min(shares))
    return [
        say("own-way", lang, way=" → ".join(steps)),
        say("own-rare", lang, title=titles[rarest], share=hundredth(shares[rarest], lang)),
    ]


def map_rows(scenario: Scenario, branches: Branches, told: Sequence[int] | None, lang: str) -> list[Row]:
    """Every scene of the map with its share."""
    return [
        Row(
            chapter_of(scenario, chapter, lang), k + 1, title_of(scenario, c, k, lang),
            hundredth(branches.scenes[c][k], lang), told is not None and told[c] == k,
        )
        for c, chapter in enumerate(scenario.chapters)
        for k in range(len(chapter.scenes))
    ]  # fmt: skip


def loop_words(scenario: Scenario, circle: Circle, lang: str) -> str:
    """A loop as a chain of more and less."""
    through, up, steps = circle.loop.through, True, []
    for link, name in zip(circle.links, [*through[1:], through[0]], strict=True):
        up = up == (link is None or link.sign != "-")
        steps.append(say("more" if up else "less", lang, name=label_of(scenario, name, lang)))
    start = label_of(scenario, through[0], lang)
    first = say("more", lang, name=start)
    key = circle.kind or circle.loop.kind
    return say(key, lang, first=first[0].upper() + first[1:], steps=" → ".join(steps[:-1]), name=start)


def loop_rows(scenario: Scenario, circle: Circle, lang: str) -> list[tuple[str, str, str, str]]:
    """Cause, effect, sign, whether it takes time: one row a link."""
    pairs = zip(circle.loop.through, [*circle.loop.through[1:], circle.loop.through[0]], circle.links, strict=True)
    return [
        (
            label_of(scenario, cause, lang),
            label_of(scenario, effect, lang),
            {"-": "−"}.get(link.sign, link.sign) if link else "?",
            say("delayed" if link and link.delayed else "at-once", lang),
        )
        for cause, effect, link in pairs
    ]


def count_words(causes: Causes, lang: str) -> str:
    """How many circles the model has, and through what most of them run."""
    named = dict.fromkeys(name for loop in causes.scenario.loops for name in loop.through)
    name = max(named, key=causes.through)
    return say(
        "count", lang, all=causes.counted[0], longest=LONGEST, name=label_of(causes.scenario, name, lang),
        most=causes.through(name),
    )  # fmt: skip
