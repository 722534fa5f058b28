"""A scenario as frozen data. No input, no output, no arithmetic.

Whoever holds a :class:`Scenario` holds a valid one: :mod:`workbook.folder` checks before it builds.
All mappings keep the order of the file.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import Literal

from workbook.errors import Place
from workbook.expr.nodes import Node
from workbook.text import Text

Grade = Literal["study", "statistic", "expert", "assumption"]
Method = Literal["euler", "rk4"]
Mood = Literal["utopia", "dystopia", "ambivalent"]


@dataclass(frozen=True, slots=True)
class Time:
    """The horizon in years. ``now`` is the last year of history; levers act from ``now + 1``."""

    start: int
    now: int
    end: int
    steps_per_year: int
    method: Method = "euler"

    @property
    def step(self) -> float:
        return 1 / self.steps_per_year

    @property
    def count(self) -> int:
        """Steps from start to end; a trajectory has one value more."""
        return (self.end - self.start) * self.steps_per_year

    @property
    def years(self) -> range:
        """The whole years of the horizon, each with its own mean: start ... end - 1."""
        return range(self.start, self.end)

    @property
    def acting(self) -> int:
        """The first year in which levers act."""
        return self.now + 1

    def index(self, year: float) -> int:
        """The step at which a year begins."""
        return round((year - self.start) * self.steps_per_year)

    def at(self, index: int) -> float:
        """The time of a step, always computed the same way in every back end."""
        return self.start + index / self.steps_per_year


@dataclass(frozen=True, slots=True)
class Source:
    """A reference; ``accessed`` is the day it was read."""

    id: str
    title: str
    publisher: str
    published: str
    url: str
    accessed: str
    place: Place = Place()


@dataclass(frozen=True, slots=True)
class Fact:
    """Something the texts rely on that may change: a law, a date; to be looked at again by ``check_by``."""

    name: str
    label: Text
    text: Text
    source: str
    stand: str
    check_by: str
    place: Place = Place()


@dataclass(frozen=True, slots=True)
class Observation:
    """One observed figure, in the unit of its series; ``year`` may have a fraction."""

    year: float
    value: float
    source: str


@dataclass(frozen=True, slots=True)
class Series:
    """Observed figures. A yearly figure stands for its year's mean and is drawn at mid-year."""

    name: str
    label: Text
    unit: str
    observations: tuple[Observation, ...]
    note: Text = Text()
    place: Place = Place()


@dataclass(frozen=True, slots=True)
class Lever:
    """What a person may move, within ``low ... high`` in steps of ``step``."""

    name: str
    label: Text
    help: Text
    unit: str
    low: float
    high: float
    step: float
    default: float
    group: Text
    place: Place = Place()

    @property
    def positions(self) -> int:
        """How many settings the slider has."""
        return round((self.high - self.low) / self.step) + 1

    def value(self, position: int) -> float:
        """The setting at a position, without the dust of repeated addition (0.30000000000000004)."""
        exact = Fraction(repr(self.low)) + position * Fraction(repr(self.step))
        return float(exact)


@dataclass(frozen=True, slots=True)
class Constant:
    """A fixed number; with a range it is uncertain and sampled (triangular, mode at ``value``)."""

    name: str
    label: Text
    value: float
    low: float
    high: float
    unit: str
    grade: Grade
    source: str
    note: Text = Text()
    place: Place = Place()

    @property
    def uncertain(self) -> bool:
        return self.low < self.high


@dataclass(frozen=True, slots=True)
class Input:
    """A driver from data; ``after`` says what follows the last observation."""

    name: str
    label: Text
    series: str
    unit: str
    after: Literal["hold", "trend"] | Node
    place: Place = Place()


@dataclass(frozen=True, slots=True)
class Stock:
    """An amount that flows fill and empty. ``nonnegative`` is a promise that each run is held to."""

    name: str
    label: Text
    initial: Node
    inflows: tuple[str, ...]
    outflows: tuple[str, ...]
    unit: str
    nonnegative: bool
    place: Place = Place()


@dataclass(frozen=True, slots=True)
class Variable:
    """A flow or auxiliary: one equation."""

    name: str
    label: Text
    equals: Node
    unit: str
    text: str = ""
    place: Place = Place()


@dataclass(frozen=True, slots=True)
class Indicator:
    """What is shown and judged, placed between its dystopia and its utopia value."""

    name: str
    label: Text
    help: Text
    equals: Node
    unit: str
    better: Literal["higher", "lower"]
    utopia: float
    dystopia: float
    digits: int = 0
    history: str = ""
    text: str = ""
    place: Place = Place()


@dataclass(frozen=True, slots=True)
class Option:
    """One answer to a decision: ``change`` adds to levers, ``set`` replaces, from that year on."""

    name: str
    label: Text
    text: Text
    change: Mapping[str, float] = field(default_factory=dict)
    set: Mapping[str, float] = field(default_factory=dict)
    place: Place = Place()


@dataclass(frozen=True, slots=True)
class Decision:
    """A dated choice between options, asked in the story."""

    name: str
    label: Text
    year: int
    text: Text
    question: Text
    options: Mapping[str, Option]
    default: str
    place: Place = Place()


@dataclass(frozen=True, slots=True)
class World:
    """A named start state. The first world is the baseline: every lever at its default."""

    name: str
    label: Text
    summary: Text
    levers: Mapping[str, float] = field(default_factory=dict)
    choices: Mapping[str, str] = field(default_factory=dict)
    place: Place = Place()


@dataclass(frozen=True, slots=True)
class Scene:
    """One telling of a chapter, or an ending; the first whose condition holds is told."""

    name: str
    when: Node | None
    mood: Mood
    voice: str
    care: tuple[str, ...] = ()
    price: Text = Text()
    crack: Text = Text()
    text: str = ""
    place: Place = Place()
    when_place: Place = Place()


@dataclass(frozen=True, slots=True)
class Chapter:
    """A year of the story. ``name`` 'ending' is kept for the endings, judged in the last year."""

    name: str
    year: int
    title: Text
    scenes: tuple[Scene, ...]
    place: Place = Place()


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence in a text that the numbers must bear out, ``[[share rises by more than 20%]]``."""

    text: str
    condition: Node
    place: Place = Place()


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in a text, ``{share@2025:.1f}``; year None means the year of the scene."""

    name: str
    year: int | None
    digits: int
    sign: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    """A scene's text in one language: Markdown without claims, split at its figures."""

    title: str
    parts: tuple[str | Figure, ...]
    claims: tuple[Claim, ...] = ()
    place: Place = Place()


@dataclass(frozen=True, slots=True)
class Check:
    """What must hold: a condition under some lever settings, or an ordering between worlds."""

    name: str
    label: Text
    holds: Node | None
    value: Node | None = None
    rising: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    worlds: tuple[str, ...] = ()
    levers: Mapping[str, float] = field(default_factory=dict)
    constants: Mapping[str, float] = field(default_factory=dict)
    choices: Mapping[str, str] = field(default_factory=dict)
    extreme: bool = False
    text: str = ""
    place: Place = Place()


@dataclass(frozen=True, slots=True)
class Loop:
    """A feedback loop the authors claim: the names it runs through, reinforcing or balancing."""

    name: str
    label: Text
    kind: Literal["reinforcing", "balancing"]
    through: tuple[str, ...]
    place: Place = Place()


@dataclass(frozen=True, slots=True)
class Guide:
    """The first three minutes of a page: who one is, one lever, one guess."""

    you: Text
    question: Text
    lever: str
    to: float
    indicator: str


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Scenario:
    """All of a scenario. Equal only to itself, so that what was computed from it can be kept."""

    id: str
    title: Text
    summary: Text
    time: Time
    authors: tuple[str, ...]
    licence: str
    stand: str
    check_by: str
    languages: tuple[str, ...]
    voices: Mapping[str, Text]
    units: tuple[str, ...]
    sources: Mapping[str, Source]
    series: Mapping[str, Series]
    levers: Mapping[str, Lever]
    constants: Mapping[str, Constant]
    inputs: Mapping[str, Input]
    stocks: Mapping[str, Stock]
    variables: Mapping[str, Variable]
    indicators: Mapping[str, Indicator]
    decisions: Mapping[str, Decision]
    worlds: Mapping[str, World]
    chapters: tuple[Chapter, ...]
    passages: Mapping[str, Mapping[str, Passage]]
    """language -> 'chapter.scene' -> passage; endings are 'ending.scene'."""
    checks: tuple[Check, ...]
    loops: tuple[Loop, ...]
    fingerprint: str
    """Hash of all that can change a number or a scene's choice; part of each run code."""
    facts: Mapping[str, Fact] = field(default_factory=dict)
    guide: Guide | None = None
    folder: Path = field(default=Path(), compare=False)

    @property
    def baseline(self) -> World:
        return next(iter(self.worlds.values()))

    @property
    def endings(self) -> Chapter:
        return self.chapters[-1]
