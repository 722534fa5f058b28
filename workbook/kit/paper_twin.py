"""A game on paper whose tables were run, not estimated: each printed combination is a future of its own.

A table belongs to one start (two levers at three positions each, or a world) and holds every way through the
decisions. On the way it tells the year of each decision, which later answers cannot change any more.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import product
from typing import TYPE_CHECKING, Any

from workbook.model import Decision, Figure, Indicator, Lever, Scenario, World
from workbook.plays import Plays, plays_of
from workbook.run import Workbook

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

MOST_WAYS = 81
"""Ways through the decisions in one table: what fits on a sheet."""
LEVERS, POSITIONS, INDICATORS = 2, 3, 4
LETTERS = "ABCDEFGHIJ"
"""The answers to a decision, in the order of the scenario."""


@dataclass(frozen=True, slots=True)
class Start:
    """Where a table begins: a world, and the levers of the game if they are moved from it."""

    number: int
    world: str
    levers: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One printed combination."""

    way: str
    """A letter for each decision taken so far."""
    values: tuple[float, ...]
    """Yearly means of the printed indicators, in their units."""
    scenes: tuple[int, ...]
    """Numbers of the scenes told since the decision before."""


@dataclass(frozen=True, slots=True)
class Block:
    """What is known after one more decision."""

    year: int
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Table:
    start: Start
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Twin:
    """The game on paper. What it does not hold (other levers, decisions) keeps its start."""

    levers: tuple[Lever, ...]
    positions: tuple[tuple[float, ...], ...]
    decisions: tuple[Decision, ...]
    indicators: tuple[Indicator, ...]
    tables: tuple[Table, ...]
    scenes: Mapping[str, int]
    """Key of each scene that some combination tells -> its printed number."""
    figures: Mapping[tuple[str, Figure], tuple[float, float]] = field(repr=False)
    """(scene, figure of its text) -> least and greatest value over the combinations that tell it."""


@lru_cache(maxsize=16)
def twin_of(workbook: Workbook, allowed: tuple[str, ...] = (), world: str = "") -> Twin:
    """The paper twin of a scenario; computed once.

    Parameters
    ----------
    workbook
    allowed
        Names of the levers that the game may use; all when empty.
    world
        Where the levers are moved from; the first world when empty.

    Notes
    -----
    The two levers are the one of the first question and the strongest other: it carries the indicators furthest in
    the last year when it is moved alone from end to end, on average and measured by the distance between dystopia and
    utopia. The four indicators are the one of the first question and then those that spread furthest over the
    printed combinations and repeat each other least.
    """
    s = workbook.scenario
    base = s.worlds[world] if world else s.baseline
    levers = chosen_levers(workbook, allowed)
    asked = {s.guide.lever: s.guide.to} if s.guide else {}
    positions = tuple(
        three(lever, base.levers.get(lever.name, lever.default), asked.get(lever.name)) for lever in levers
    )
    decisions = _decisions(s)
    starts = tuple(_starts(s, base, levers, positions))
    ways = list(product(*(range(len(d.options)) for d in decisions)))
    plays = _played(workbook, starts, decisions, ways)
    indicators = _told_apart(s, plays)
    numbers, told = _numbered(s, plays)
    tables = tuple(
        Table(start, tuple(_blocks(s, plays, decisions, indicators, told, ways, k * len(ways))))
        for k, start in enumerate(starts)
    )
    return Twin(levers, positions, decisions, indicators, tables, numbers, _figures(s, plays))


def chosen_levers(workbook: Workbook, allowed: Sequence[str] = ()) -> tuple[Lever, ...]:
    """The levers of the game, in the scenario's order; :func:`twin_of` says which."""
    s = workbook.scenario
    last = s.time.years[-1]

    def effect(lever: Lever) -> float:
        low, high = (workbook.run(levers={lever.name: value}) for value in (lever.low, lever.high))
        return sum(
            abs(high.value(i.name, last) - low.value(i.name, last)) / _distance(i) for i in s.indicators.values()
        )

    asked = s.guide.lever if s.guide else ""
    usable = [lever for lever in s.levers.values() if not allowed or lever.name in allowed]
    ranked = sorted(usable, key=lambda lever: (lever.name != asked, -effect(lever)))
    return tuple(lever for lever in s.levers.values() if lever in ranked[:LEVERS])


def three(lever: Lever, begin: float, to: float | None = None) -> tuple[float, ...]:
    """Three positions of a lever: where it begins, where the first question puts it, what is furthest from these."""
    last = lever.positions - 1
    places = {round((value - lever.low) / lever.step) for value in (begin, to) if value is not None}
    while len(places) < min(POSITIONS, lever.positions):
        places.add(max((0, last, last // 2), key=lambda place: min(abs(place - other) for other in places)))
    return tuple(lever.value(place) for place in sorted(places))


def _decisions(s: Scenario) -> tuple[Decision, ...]:
    """As many decisions, from the first on, as give no more ways than a sheet holds."""
    kept: list[Decision] = []
    ways = 1
    for decision in sorted(s.decisions.values(), key=lambda d: d.year):
        ways *= len(decision.options)
        if ways > MOST_WAYS:
            break
        kept.append(decision)
    return tuple(kept)


def _starts(
    s: Scenario, base: World, levers: tuple[Lever, ...], positions: tuple[tuple[float, ...], ...]
) -> Iterator[Start]:
    names = [lever.name for lever in levers]
    settings = list(product(*positions))
    for number, values in enumerate(settings, 1):
        yield Start(number, base.name, tuple(zip(names, values, strict=True)))
    others = [world for world in s.worlds if world != base.name]
    for number, world in enumerate(others, len(settings) + 1):
        yield Start(number, world)


def _played(
    workbook: Workbook, starts: tuple[Start, ...], decisions: tuple[Decision, ...], ways: list[tuple[int, ...]]
) -> Plays:
    import numpy as np

    s = workbook.scenario
    positions, choices = [], []
    for start in starts:
        world = s.worlds[start.world]
        values = {n: x.default for n, x in s.levers.items()} | dict(world.levers) | dict(start.levers)
        places = [round((values[n] - lever.low) / lever.step) for n, lever in s.levers.items()]
        usual = {n: list(d.options).index(world.choices.get(n, d.default)) for n, d in s.decisions.items()}
        for way in ways:
            answers = usual | {d.name: option for d, option in zip(decisions, way, strict=True)}
            positions.append(places)
            choices.append([answers[n] for n in s.decisions])
    shape = (len(starts) * len(ways), -1)
    return plays_of(workbook.simulator, np.array(positions).reshape(shape).T, np.array(choices).reshape(shape).T)


def _distance(indicator: Indicator) -> float:
    return abs(indicator.utopia - indicator.dystopia) or 1.0


def _column(plays: Plays, name: str, year: int) -> NDArray[np.float64]:
    import numpy as np

    return np.broadcast_to(np.asarray(plays.value(name, year), dtype=float), len(plays))


def _told_apart(s: Scenario, plays: Plays) -> tuple[Indicator, ...]:
    import numpy as np

    last = s.time.years[-1]
    scaled = {i.name: _column(plays, i.name, last)[plays.sound] / _distance(i) for i in s.indicators.values()}
    spread = {name: float(column.std()) if column.size else 0.0 for name, column in scaled.items()}

    def alike(a: str, b: str) -> float:
        return abs(float(np.corrcoef(scaled[a], scaled[b])[0, 1])) if spread[a] > 0 and spread[b] > 0 else 1.0

    chosen = [s.guide.indicator] if s.guide else [max(spread, key=lambda name: spread[name])]
    while len(chosen) < min(INDICATORS, len(spread)):
        rest = [name for name in spread if name not in chosen]
        chosen.append(max(rest, key=lambda name: spread[name] * (1 - max(alike(name, other) for other in chosen))))
    # The first is guessed before the game: it is the one that the worksheet asks for.
    kept = (i for i in s.indicators.values() if i.name in chosen)
    return tuple(sorted(kept, key=lambda i: i.name != chosen[0]))


def _numbered(s: Scenario, plays: Plays) -> tuple[dict[str, int], list[Any]]:
    """The told scenes numbered in the order of the story; and for each chapter the number that each play is told."""
    import numpy as np

    numbers: dict[str, int] = {}
    told = []
    for c, chapter in enumerate(s.chapters):
        by_place = np.zeros(len(chapter.scenes), dtype=np.int64)
        for k in sorted(set(plays.scenes[c].tolist())):
            by_place[k] = numbers[f"{chapter.name}.{chapter.scenes[k].name}"] = len(numbers) + 1
        told.append(by_place[plays.scenes[c]])
    return numbers, told


def _blocks(
    s: Scenario, plays: Plays, decisions: tuple[Decision, ...], indicators: tuple[Indicator, ...],
    told: list[Any], ways: list[tuple[int, ...]], first: int,
) -> Iterator[Block]:  # fmt: skip
    """One block a year in which something is decided; the last one tells the last year and the ending."""
    years = sorted({d.year for d in decisions}) or [s.time.years[-1]]
    begin = s.time.start
    for k, year in enumerate(years):
        final = k == len(years) - 1
        until = s.time.end if final else years[k + 1]
        shown = s.time.years[-1] if final else year
        length = sum(d.year <= year for d in decisions)
        chapters = [c for c, chapter in enumerate(s.chapters) if begin <= chapter.year < until]
        columns = [_column(plays, i.name, shown) for i in indicators]
        begin = until
        rows: dict[str, Row] = {}
        for place, way in enumerate(ways, first):
            name = "".join(LETTERS[option] for option in way[:length])
            if name not in rows:
                values = tuple(float(column[place]) for column in columns)
                rows[name] = Row(name, values, tuple(int(told[c][place]) for c in chapters))
        yield Block(shown, tuple(rows.values()))


def _figures(s: Scenario, plays: Plays) -> dict[tuple[str, Figure], tuple[float, float]]:
    found: dict[tuple[str, Figure], tuple[float, float]] = {}
    for c, chapter in enumerate(s.chapters):
        for k, scene in enumerate(chapter.scenes):
            key, mask = f"{chapter.name}.{scene.name}", plays.told(c, k)
            if not mask.any():
                continue
            for passages in s.passages.values():
                for part in passages[key].parts if key in passages else ():
                    if isinstance(part, Figure):
                        column = _column(plays, part.name, chapter.year if part.year is None else part.year)[mask]
                        found[key, part] = (float(column.min()), float(column.max()))
    return found
