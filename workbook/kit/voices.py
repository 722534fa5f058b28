"""What a voice speaks of, and what each world would give it or take from it.

A scenario does not say which numbers matter to whom; its story does: they are those that the scenes of a voice print or
are chosen by.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from workbook.expr.nodes import names_in
from workbook.model import Figure, Indicator, Scenario
from workbook.run import Workbook
from workbook.text import format_number

MOST = 3


@dataclass(frozen=True, slots=True)
class Stake:
    """One number of a voice in the last year: in the baseline and in each other world."""

    indicator: Indicator
    baseline: float
    others: tuple[tuple[str, float], ...]
    """(world, value)."""

    def gained(self, value: float) -> int:
        """1 better than the baseline, -1 worse, 0 the same as far as it is printed."""
        printed, base = (format_number(x, digits=self.indicator.digits) for x in (value, self.baseline))
        if printed == base:
            return 0
        return 1 if (value > self.baseline) == (self.indicator.better == "higher") else -1


def concerns(scenario: Scenario, voice: str) -> tuple[Indicator, ...]:
    """The indicators that a voice speaks of most, at most three."""
    lang = scenario.languages[0]
    counted: Counter[str] = Counter()
    for chapter in scenario.chapters:
        for scene in chapter.scenes:
            if scene.voice == voice:
                passage = scenario.passages[lang].get(f"{chapter.name}.{scene.name}")
                counted.update(part.name for part in (passage.parts if passage else ()) if isinstance(part, Figure))
                counted.update(names_in(scene.when) if scene.when is not None else ())
    known = [name for name, _ in counted.most_common() if name in scenario.indicators]
    return tuple(scenario.indicators[name] for name in known[:MOST])


def stakes(workbook: Workbook, voice: str) -> tuple[Stake, ...]:
    """What is at stake for a voice: its numbers in the last year of every world."""
    s = workbook.scenario
    last = s.time.years[-1]
    worlds = [(name, workbook.run(world=name)) for name in list(s.worlds)[1:]]
    return tuple(
        Stake(i, workbook.baseline.value(i.name, last), tuple((name, run.value(i.name, last)) for name, run in worlds))
        for i in concerns(s, voice)
    )
