"""Twenty wishes over the six scenarios, drawn with a seed: easy ones, hard ones, and some that nothing can meet."""

from __future__ import annotations

import random
from dataclasses import dataclass
from functools import cache

import workbook as wb
from workbook.backcasting import Plan
from workbook.run import Workbook

COUNT = 20
SCENARIOS = (
    "soziale-arbeit-2030", "ki-for-good", "digitale-soziale-arbeit", "menschenfreundlich", "gegen-einsamkeit",
    "haushalt-unter-druck",
)  # fmt: skip


@dataclass(frozen=True)
class Target:
    scenario: str
    world: str
    wishes: dict[str, tuple[float | None, float | None]]
    keep: tuple[str, ...]


@cache
def opened(scenario: str) -> Workbook:
    """Each scenario once for all tests."""
    return wb.load(scenario)


def drawn(count: int, seed: int = 2030) -> list[Target]:
    """Wishes that their start world does not meet yet."""
    draw, found = random.Random(seed), []
    while len(found) < count:
        scenario = SCENARIOS[len(found) % len(SCENARIOS)]
        workbook = opened(scenario)
        s, last = workbook.scenario, workbook.scenario.time.years[-1]
        world = draw.choice(list(s.worlds)[:1] * 3 + list(s.worlds)[1:])
        start, wishes = workbook.run(world), {}
        for name in draw.sample(list(s.indicators), draw.choice((1, 2, 2, 3, 4))):
            indicator, now = s.indicators[name], start.value(name, last)
            value = now + draw.choice((0.3, 0.6, 0.9, 1.2)) * (indicator.utopia - now)
            wishes[name] = (value, None) if indicator.better == "higher" else (None, value)
        if any(_missed(start.value(name, last), *ends) for name, ends in wishes.items()):
            keep = draw.sample([*s.levers, *s.decisions], draw.choice((0, 0, 1, 3)))
            found.append(Target(scenario, world, wishes, tuple(keep)))
    return found


def _missed(value: float, low: float | None, high: float | None) -> bool:
    return (low is not None and value < low) or (high is not None and value > high)


TARGETS = drawn(COUNT)


@cache
def plan_of(number: int) -> Plan:
    """What the search finds for a target."""
    target = TARGETS[number]
    return wb.backcast(opened(target.scenario), target.wishes, world=target.world, keep=target.keep)
