"""What may be moved: a point has a slider position for each lever and then a place for each decision's option."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from workbook.engine.sampling import primes, uniform
from workbook.model import Scenario
from workbook.setting import Setting, setting_of

Point = tuple[int, ...]

LEAST_LEVERS, LEAST_STEPS = 2, 2
"""Two paths are clearly different when at least so many levers stand at least so many steps apart."""


@dataclass(frozen=True, slots=True)
class Difference:
    """How far two points are apart."""

    levers: int
    """Levers that stand :data:`LEAST_STEPS` steps apart or more."""
    share: int
    """The distances of all levers together, each in thousandths of its slider."""

    @property
    def clear(self) -> bool:
        return self.levers >= LEAST_LEVERS


@dataclass(frozen=True)
class Space:
    """The points around a start world."""

    scenario: Scenario
    world: str
    kept: frozenset[str]

    @cached_property
    def sizes(self) -> tuple[int, ...]:
        """Positions of each lever, then options of each decision."""
        s = self.scenario
        return (*(lever.positions for lever in s.levers.values()), *(len(d.options) for d in s.decisions.values()))

    @cached_property
    def free(self) -> tuple[int, ...]:
        """The places of what may be moved."""
        names = (*self.scenario.levers, *self.scenario.decisions)
        return tuple(k for k, name in enumerate(names) if name not in self.kept)

    @cached_property
    def base(self) -> Point:
        """The start world."""
        return self.point(setting_of(self.scenario, self.world))

    def is_lever(self, place: int) -> bool:
        return place < len(self.scenario.levers)

    def point(self, setting: Setting) -> Point:
        """The nearest point to a setting."""
        s = self.scenario
        levers = (round((value - s.levers[name].low) / s.levers[name].step) for name, value in setting.levers)
        return (*levers, *(list(s.decisions[name].options).index(option) for name, option in setting.choices))

    def setting(self, point: Point) -> Setting:
        """A point as a setting of the start world."""
        s, count = self.scenario, len(self.scenario.levers)
        levers = zip(s.levers.values(), point[:count], strict=True)
        choices = zip(s.decisions.values(), point[count:], strict=True)
        return Setting(
            self.world,
            tuple((lever.name, lever.value(position)) for lever, position in levers),
            tuple((decision.name, list(decision.options)[option]) for decision, option in choices),
        )

    def worlds(self) -> list[Point]:
        """The other worlds, with what is kept as the start world has it."""
        free = set(self.free)
        found = (self.point(setting_of(self.scenario, name)) for name in self.scenario.worlds if name != self.world)
        return [tuple(p if k in free else self.base[k] for k, p in enumerate(point)) for point in found]

    def spread(self, count: int) -> list[Point]:
        """Points that fill the space evenly: Richtmyer's sequence, see :mod:`workbook.engine.sampling`."""
        roots = dict(zip(self.free, primes(len(self.free)), strict=True))
        return [
            tuple(int(uniform(n, roots[k]) * size) if k in roots else self.base[k] for k, size in enumerate(self.sizes))
            for n in range(count)
        ]

    def moved(self, point: Point) -> list[int]:
        """The places in which a point differs from the start world."""
        return [k for k, position in enumerate(point) if position != self.base[k]]

    def effort(self, point: Point) -> tuple[int, int]:
        """How many levers and decisions are moved, and the levers' steps together."""
        levers = range(len(self.scenario.levers))
        return len(self.moved(point)), sum(abs(point[k] - self.base[k]) for k in levers)

    def difference(self, a: Point, b: Point) -> Difference:
        gaps = [abs(a[k] - b[k]) for k in range(len(self.scenario.levers))]
        share = sum(1_000 * gap // (size - 1) for gap, size in zip(gaps, self.sizes, strict=False) if gap)
        return Difference(sum(gap >= LEAST_STEPS for gap in gaps), share)

    def others(self, point: Point, places: Iterable[int]) -> list[Point]:
        """Neighbours of a point: for a lever a step, four steps and both ends; for a decision every other option."""
        found: list[Point] = []
        for k in places:
            here, last = point[k], self.sizes[k] - 1
            reach: Sequence[int] = range(last + 1)
            if self.is_lever(k):
                reach = (here - 1, here + 1, max(here - 4, 0), min(here + 4, last), 0, last)
            inside = (position for position in dict.fromkeys(reach) if 0 <= position <= last and position != here)
            found += [at(point, k, position) for position in inside]
        return found


def at(point: Point, place: int, position: int) -> Point:
    """The point with one lever or decision set anew."""
    return (*point[:place], position, *point[place + 1 :])
