"""Codes -> the room's board: spread, answers, endings, numbers, and the run that lies nearest to all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from workbook.errors import UsageError
from workbook.model import Indicator
from workbook.plays import plays_of
from workbook.room.errors import RoomError
from workbook.room.spread import Spread, Tally, answers_of, nearest_to_all, position, spreads_of, tally
from workbook.run import Workbook
from workbook.setting import Setting, setting_of

LEAST, FEWEST = 10, 3
"""Codes from which on a board is shown, and the lowest that this can be set to."""
LOW, MIDDLE, HIGH = 0.1, 0.5, 0.9
"""Quantiles of the room: eight runs of ten lie between the outer ones."""


@dataclass(frozen=True, slots=True)
class RoomBand:
    """One indicator over all runs of a room, year by year; ``reached`` counts runs at the utopia value at the end."""

    indicator: Indicator
    years: tuple[int, ...]
    low: tuple[float, ...]
    middle: tuple[float, ...]
    high: tuple[float, ...]
    reached: int


@dataclass(frozen=True, slots=True)
class Row:
    """One run of the table."""

    code: str
    world: str
    levers: int
    """How many levers its person moved."""
    decisions: int
    """How many decisions its person answered otherwise than their world did."""


@dataclass(frozen=True, slots=True)
class Board:
    """What a room shows. All counts are of ``people``: one code is one person, or one group at one device."""

    workbook: Workbook
    people: int
    least: int
    rows: tuple[Row, ...]
    spreads: tuple[Spread, ...]
    answers: tuple[Tally, ...]
    endings: Tally
    bands: tuple[RoomBand, ...]
    nearest: Setting
    """The run that lies nearest to all others: one that somebody chose, never an average."""
    nearest_code: str


def least_of(least: int) -> int:
    """A number of codes from which on a board may be shown.

    Raises
    ------
    UsageError
        Below :data:`FEWEST` everyone could be recognised.
    """
    if not FEWEST <= least <= 1_000:
        raise UsageError("room-least", found=least, fewest=FEWEST)
    return least


def board_of(workbook: Workbook, codes: Sequence[str], settings: Sequence[Setting], least: int = LEAST) -> Board:
    """The board of a room.

    Parameters
    ----------
    codes, settings
        Side by side, from :func:`workbook.room.reading.collected`.

    Raises
    ------
    RoomError
        When there are fewer than ``least``; nothing is shown then.
    DivergenceError
        When a run leaves the numbers.
    """
    import numpy as np

    s, people = workbook.scenario, len(settings)
    if people < least_of(least):
        raise RoomError("room-few", found=people, least=least)
    positions = [[position(lever, x.levers[k][1]) for x in settings] for k, lever in enumerate(s.levers.values())]
    options = [[list(d.options).index(x.choices[k][1]) for x in settings] for k, d in enumerate(s.decisions.values())]
    shape = (-1, people)
    plays = plays_of(workbook.simulator, np.array(positions).reshape(shape), np.array(options, int).reshape(shape))
    if not plays.sound.all():
        workbook.run_of(settings[int(np.argmin(plays.sound))])  # says which number was left, and when
    ends = [scene.name for scene in s.endings.scenes]
    nearest = nearest_to_all(s, settings)
    years, last = tuple(s.time.years), s.time.years[-1]
    bands = []
    for k, indicator in enumerate(s.indicators.values()):
        low, middle, high = np.quantile(plays.yearly[k], (LOW, MIDDLE, HIGH), axis=1).tolist()
        side = 1 if indicator.better == "higher" else -1
        reached = int((side * np.asarray(plays.value(indicator.name, last)) >= side * indicator.utopia).sum())
        bands.append(RoomBand(indicator, years, tuple(low), tuple(middle), tuple(high), reached))
    return Board(
        workbook, people, least,
        tuple(_row(workbook, code, setting) for code, setting in zip(codes, settings, strict=True)),
        spreads_of(s, settings),
        answers_of(s, settings),
        tally(s.endings.name, ends, (ends[scene] for scene in plays.scenes[-1])),
        tuple(bands),
        settings[nearest],
        codes[nearest],
    )  # fmt: skip


def _row(workbook: Workbook, code: str, setting: Setting) -> Row:
    world = setting_of(workbook.scenario, setting.world)
    return Row(
        code,
        setting.world,
        sum(a != b for a, b in zip(setting.levers, world.levers, strict=True)),
        sum(a != b for a, b in zip(setting.choices, world.choices, strict=True)),
    )
