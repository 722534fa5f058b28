"""Where a decision tips: from which value of a lever or constant on another option is better, or another ending told.

Every position of every lever is run with every option, the rest as in the world; and every uncertain constant
at evenly spread values of its range. A tipping point is the step between two neighbours, so it is
found exactly on the grid, with all there are.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from workbook.ensembles.space import Rows
from workbook.errors import must_exist
from workbook.insight.asked import known, whole, years_of
from workbook.insight.futures import drawn, fixed_rows, futures_of
from workbook.insight.telling import Finding, Telling
from workbook.model import Decision, Scenario
from workbook.run import Workbook, book_of
from workbook.setting import Setting, setting_of

if TYPE_CHECKING:
    import pandas as pd

    from workbook.insight.futures import Array, Mask, Whole

STEPS = 11
"""Values of a constant, from end to end of its range."""
WORTH = 0.01
"""Of the way from the dystopia to the utopia value: a smaller stake is neither checked nor told in a sentence."""
_DUST = 1e-9
"""Options whose values differ relatively by less are equal."""


@dataclass(frozen=True, slots=True)
class Tip:
    """Between ``before`` and ``after`` of a lever or constant something changes.

    For an indicator ``first`` and ``then`` are the best options on the two sides (several when
    equal), and ``stake`` is, in the indicator's unit, how much is lost at most by staying with the
    other side's option, on the side where less is lost. For the story they are the endings told with
    ``option``. ``firm`` is the share of futures of the uncertain constants in which this lever or
    constant has the same step somewhere (None where too little is at stake to look); in four of five
    of them ``after`` lies between ``low`` and ``high``.
    """

    kind: str
    name: str
    before: float
    after: float
    first: tuple[str, ...]
    then: tuple[str, ...]
    indicator: str = ""
    option: str = ""
    stake: float = 0.0
    firm: float | None = None
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Level:
    """An indicator in the world's setting: which options are best there, and how far apart they are."""

    indicator: str
    best: tuple[str, ...]
    values: tuple[float, ...]
    """One for each option."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Tipping(Finding):
    """Where options of one decision change places, and where the story does."""

    scenario: Scenario
    decision: str
    world: str
    year: int
    levels: tuple[Level, ...]
    endings: tuple[str, ...]
    """The ending told in the world's setting with each option."""
    tips: tuple[Tip, ...]
    futures: int
    runs: int
    seed: int

    @property
    def frame(self) -> pd.DataFrame:
        """One row for each tipping point."""
        import pandas as pd

        names = (
            "indicator",
            "option",
            "kind",
            "name",
            "before",
            "after",
            "first",
            "then",
            "stake",
            "firm",
            "low",
            "high",
        )
        rows = [{name: getattr(tip, name) for name in names} for tip in self.tips]
        rows = [row | {side: ", ".join(row[side]) for side in ("first", "then")} for row in rows]
        return pd.DataFrame(rows, columns=list(names)).assign(year=self.year)

    def told(self, lang: str) -> Telling:
        from workbook.insight.telling_tips import tips_told

        return tips_told(self, lang)


def tipping(
    scenario: str | os.PathLike[str] | Workbook,
    decision: str,
    *,
    world: str | None = None,
    indicators: Sequence[str] | str | None = None,
    year: int | None = None,
    samples: int = 100,
    seed: int = 2030,
) -> Tipping:
    """Find where another option of a decision becomes better, or the story ends otherwise.

    Parameters
    ----------
    scenario
        A workbook, or what :func:`workbook.load` takes.
    decision
        Its id.
    world
        Where all else stands; the first when left out.
    indicators, year
        What the options are compared by: all, and the last year, when left out. The year of the
        decision or a later one.
    samples
        Futures of the uncertain constants that tell how firm each tipping point is.

    Raises
    ------
    UsageError
        For names and numbers that do not fit.
    """
    book = book_of(scenario)
    s = book.scenario
    must_exist("decision", decision, s.decisions)
    names = known("indicator", indicators, s.indicators)
    (judged,) = years_of(s, year)
    asked = s.decisions[decision]
    whole("year", judged, asked.year, s.time.years[-1])
    whole("samples", samples, 10, 1_000)
    whole("seed", seed, 0, 2**63 - 1)
    search = _Search(book, asked, setting_of(s, world), names, judged)
    levels, endings = search.here()
    tips = tuple(search.firm(search.tips(), samples, seed))
    return Tipping(s, decision, search.setting.world, judged, levels, endings, tips, samples, search.runs, seed)


@dataclass(frozen=True, slots=True)
class _Wish:
    """Values of one lever or constant that are to be run."""

    kind: str
    name: str
    points: tuple[float, ...]


@dataclass(frozen=True, slots=True, eq=False)
class _Line:
    """What each option leads to at some values of one lever or constant."""

    numbers: Array
    """Indicators x options x values."""
    endings: Whole
    """Options x values, places of endings."""


def _joined(lines: Sequence[_Line]) -> _Line:
    """Lines one behind the other."""
    import numpy as np

    numbers, endings = [line.numbers for line in lines], [line.endings for line in lines]
    return _Line(np.concatenate(numbers, axis=2), np.concatenate(endings, axis=1))


def worth(scenario: Scenario, tip: Tip) -> float:
    """What is at stake, as a share of the way from the dystopia to the utopia value."""
    indicator = scenario.indicators[tip.indicator]
    return tip.stake / abs(indicator.utopia - indicator.dystopia)


def spread(low: float, high: float) -> tuple[float, ...]:
    """Evenly spread values from end to end."""
    width = (high - low) / (STEPS - 1)
    return (*(low + k * width for k in range(STEPS - 1)), high)


class _Search:
    """One decision in one world: runs lines and finds where they tip."""

    def __init__(
        self, book: Workbook, decision: Decision, setting: Setting, indicators: tuple[str, ...], year: int
    ) -> None:
        self.book, self.scenario = book, book.scenario
        self.decision, self.setting = decision, setting
        self.indicators, self.year = indicators, year
        self.options = tuple(decision.options)
        self.constants = tuple(c for c in self.scenario.constants.values() if c.uncertain)
        self.runs = 0

    def here(self) -> tuple[tuple[Level, ...], tuple[str, ...]]:
        """What each option leads to in the world's own setting."""
        (line,) = self.run([_Wish("world", "", (0.0,))])
        levels = tuple(
            Level(name, self.named(self.best(name, line)[:, 0]), tuple(line.numbers[k, :, 0].tolist()))
            for k, name in enumerate(self.indicators)
        )
        return levels, tuple(self.ending(place) for place in line.endings[:, 0].tolist())

    def tips(self) -> list[Tip]:
        """Every step between two neighbours that changes something, on every lever and uncertain constant."""
        wishes = [_Wish("lever", name, self.values("lever", name)) for name in self.scenario.levers]
        wishes += [_Wish("constant", c.name, self.values("constant", c.name)) for c in self.constants]
        return [tip for wish, line in zip(wishes, self.run(wishes), strict=True) for tip in self._steps(wish, line)]

    def _steps(self, wish: _Wish, line: _Line) -> Iterator[Tip]:
        about, values = (wish.kind, wish.name), wish.points
        for indicator in self.indicators:
            best = [self.named(column) for column in self.best(indicator, line).T]
            for n in (n for n in range(1, len(best)) if best[n] != best[n - 1]):
                stake = self.stake(indicator, line, n, best[n - 1], best[n])
                yield Tip(*about, values[n - 1], values[n], best[n - 1], best[n], indicator, stake=stake)
        for option, places in zip(self.options, line.endings.tolist(), strict=True):
            for n in (n for n in range(1, len(places)) if places[n] != places[n - 1]):
                sides = (self.ending(places[n - 1]),), (self.ending(places[n]),)
                yield Tip(*about, values[n - 1], values[n], *sides, option=option)

    def firm(self, tips: Sequence[Tip], samples: int, seed: int) -> list[Tip]:
        """How often, and where, the same step is found when the uncertain constants are drawn."""
        import numpy as np

        space = drawn(self.scenario, samples, seed)
        constants = space.draw(range(samples)).constants
        checked: dict[tuple[str, str], list[Tip]] = {}
        for tip in tips:
            if tip.option or worth(self.scenario, tip) >= WORTH:
                checked.setdefault((tip.kind, tip.name), []).append(tip)
        found: dict[Tip, Tip] = {}
        for (kind, name), own in checked.items():
            values = self.values(kind, name)
            line = _joined(self.run([_Wish(kind, name, (value,) * samples) for value in values], constants))
            for tip in own:
                first, then = (self._is(tip, line, side).reshape(-1, samples) for side in (tip.first, tip.then))
                steps = first[:-1] & then[1:]
                there = steps.any(axis=0)
                where = np.array(values[1:])[steps.argmax(axis=0)[there]]
                ends = np.quantile(where, (0.1, 0.9), method="inverted_cdf").tolist() if where.size else (None, None)
                found[tip] = replace(tip, firm=float(there.mean()), low=ends[0], high=ends[1])
        return [found.get(tip, tip) for tip in tips]

    def values(self, kind: str, name: str) -> tuple[float, ...]:
        """The positions of a lever, or evenly spread values of a constant."""
        if kind == "lever":
            lever = self.scenario.levers[name]
            return tuple(lever.value(place) for place in range(lever.positions))
        constant = self.scenario.constants[name]
        return spread(constant.low, constant.high)

    def _is(self, tip: Tip, line: _Line, wanted: tuple[str, ...]) -> Mask:
        """At which values of a line one side of a tipping point is so."""
        import numpy as np

        if tip.indicator:
            pattern = np.array([option in wanted for option in self.options])
            same: Mask = (self.best(tip.indicator, line) == pattern[:, None]).all(axis=0)
            return same
        place = next(k for k, scene in enumerate(self.scenario.endings.scenes) if scene.name == wanted[0])
        told: Mask = line.endings[self.options.index(tip.option)] == place
        return told

    def run(self, wishes: Sequence[_Wish], constants: Array | None = None) -> list[_Line]:
        """Run every option along some lines, all side by side.

        Parameters
        ----------
        constants
            Constants x futures, for lines of as many values; each constant at its stated value when
            left out.
        """
        import numpy as np

        s, sizes = self.scenario, [len(wish.points) for wish in wishes]
        total, names = sum(sizes), [c.name for c in self.constants]
        stated = np.array([c.value for c in self.constants]).reshape(-1, 1)
        columns = np.repeat(stated, total, axis=1) if constants is None else np.tile(constants, len(wishes))
        rows = fixed_rows(s, self.setting, total)
        ends = np.cumsum(sizes)
        for wish, end in zip(wishes, ends, strict=True):
            part = slice(end - len(wish.points), end)
            if wish.kind == "lever":
                rows.levers[list(s.levers).index(wish.name), part] = wish.points
            elif wish.kind == "constant":
                columns[names.index(wish.name), part] = wish.points
        many = len(self.options)
        choices = np.tile(rows.choices, many)
        choices[list(s.decisions).index(self.decision.name)] = np.repeat(np.arange(many), total)
        futures = futures_of(
            self.book.simulator, Rows(np.tile(rows.levers, many), np.tile(columns, many), choices), names
        )  # fmt: skip
        self.runs += total * many
        numbers = np.array([futures.value(indicator, self.year) for indicator in self.indicators])
        numbers, endings = numbers.reshape(-1, many, total), futures.endings.reshape(many, total)
        cuts = ends[:-1]
        return [
            _Line(*pair) for pair in zip(np.split(numbers, cuts, axis=2), np.split(endings, cuts, axis=1), strict=True)
        ]

    def best(self, indicator: str, line: _Line) -> Mask:
        """Options x values: which no other beats; all, where none differs."""
        import numpy as np

        numbers = self._sign(indicator) * line.numbers[self.indicators.index(indicator)]
        ahead: Mask = numbers >= numbers.max(axis=0) - _DUST * np.abs(numbers).max(axis=0)
        return ahead

    def named(self, column: Mask) -> tuple[str, ...]:
        """The options that a column of :meth:`best` marks."""
        return tuple(option for option, marked in zip(self.options, column.tolist(), strict=True) if marked)

    def stake(self, indicator: str, line: _Line, n: int, first: tuple[str, ...], then: tuple[str, ...]) -> float:
        """How much is lost at most by staying with the wrong option, on the side where less is lost."""
        numbers = self._sign(indicator) * line.numbers[self.indicators.index(indicator)]
        one = self.options.index(next((o for o in first if o not in then), first[0]))
        two = self.options.index(next((o for o in then if o not in first), then[0]))
        lead = numbers[one] - numbers[two]
        left, right = float(lead[:n].max()), float(-lead[n:].min())
        equal = len(first) > 1 or len(then) > 1
        return max(left, right) if equal else min(left, right)

    def ending(self, place: int) -> str:
        return self.scenario.endings.scenes[place].name

    def _sign(self, indicator: str) -> float:
        return 1.0 if self.scenario.indicators[indicator].better == "higher" else -1.0
