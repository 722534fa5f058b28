"""What a notebook holds: the codes that were read, and the board when there are enough of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from workbook.messages import current_language
from workbook.room.board import LEAST, Board, board_of, least_of
from workbook.room.reading import Collected, Fault, Written, collected, written_in
from workbook.room.words import say
from workbook.run import Run, Workbook
from workbook.runcode import code_length

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True)
class Preferred:
    """Where the room wants to go: the run nearest to all, and the indicators that half of the room bring to utopia."""

    code: str
    run: Run
    reached: tuple[str, ...]


class Room:
    """Run codes of one room.

    ``runs``, ``spread``, ``decisions``, ``endings`` and ``preferred`` raise
    :class:`~workbook.room.errors.RoomError` as long as there are fewer codes than ``least``.
    """

    def __init__(self, workbook: Workbook, read: Collected, least: int, lang: str, *, keep_duplicates: bool) -> None:
        self.workbook = workbook
        self.read = read
        self.least = least_of(least)
        self.lang = lang
        self.keep_duplicates = keep_duplicates

    def __repr__(self) -> str:
        return f"<{self.people} runs of {self.workbook.scenario.id}, {len(self.faults)} codes not read>"

    @property
    def people(self) -> int:
        """How many codes count."""
        return len(self.read.codes)

    @property
    def faults(self) -> tuple[Fault, ...]:
        """What was not read; ``fault.text("de")`` says why."""
        return self.read.faults

    @cached_property
    def board(self) -> Board:
        """Everything that the room shows, as plain data."""
        return board_of(self.workbook, self.read.codes, self.read.settings, self.least)

    @property
    def runs(self) -> pd.DataFrame:
        """One row a run: code, world, how many levers were moved and decisions answered otherwise."""
        return _frame(
            [(r.code, r.world, r.levers, r.decisions) for r in self.board.rows],
            ("code", "world", "levers", "decisions"),
        )

    @property
    def spread(self) -> pd.DataFrame:
        """One row a lever: low, median, high, mean in its unit; ``touched`` and ``apart`` as shares."""
        people = self.board.people
        return _frame(
            [(s.lever.name, s.low, s.median, s.high, s.mean, s.touched / people, s.apart) for s in self.board.spreads],
            ("lever", "low", "median", "high", "mean", "touched", "apart"),
        )

    @property
    def decisions(self) -> pd.DataFrame:
        """One row an option: how many chose it and their share."""
        people = self.board.people
        rows = [(t.name, option, n, n / people) for t in self.board.answers for option, n in t.counts]
        return _frame(rows, ("decision", "option", "count", "share"), 2)

    @property
    def endings(self) -> pd.DataFrame:
        """One row an ending: how many runs reach it and their share."""
        return _frame(
            [(ending, n, n / self.board.people) for ending, n in self.board.endings.counts],
            ("ending", "count", "share"),
        )

    @property
    def preferred(self) -> Preferred:
        """The run that lies nearest to all, which somebody chose, and what the room brings to its utopia value."""
        board = self.board
        reached = tuple(b.indicator.name for b in board.bands if 2 * b.reached >= board.people)
        return Preferred(board.nearest_code, self.workbook.run_of(board.nearest), reached)

    def repeats(self, lang: str | None = None) -> list[str]:
        """Which codes came more than once, and how they were counted."""
        key = "counted" if self.keep_duplicates else "repeated"
        told = self.read.repeated
        return [say(key, lang or self.lang, codes=", ".join(told))] if told else []

    def notes(self, lang: str | None = None) -> list[str]:
        """What reading has to say, without a word of what was typed: that may be somebody's name."""
        lang = lang or self.lang
        unread = [say("unread", lang, count=len(self.faults))] if self.faults else []
        return [*self.repeats(lang), *unread]

    def refusals(self, lang: str | None = None) -> list[str]:
        """Line by line why a code was not read, again without what was typed."""
        lang = lang or self.lang
        return [say("fault", lang, line=f.written.line, why=say(f"why-{f.kind}", lang)) for f in self.faults]

    def headline(self, lang: str | None = None) -> str:
        """One sentence: how many codes count, and whether that is enough."""
        lang = lang or self.lang
        if self.people < self.least:
            return say("few", lang, people=self.people, least=self.least)
        return say("people", lang, people=self.people)

    def html(self, lang: str | None = None) -> str:
        """The board, or why there is none yet."""
        from html import escape

        from workbook.room.page import piece

        lang = lang or self.lang
        if self.people < self.least:
            return "".join(
                f"<p>{escape(words)}</p>" for words in (self.headline(lang), *self.repeats(lang), *self.refusals(lang))
            )
        return piece(self.board, lang, [*self.repeats(lang), *self.refusals(lang)])

    def _repr_html_(self) -> str:
        return self.html()


def collect(
    workbook: Workbook,
    codes: str | Iterable[str],
    least: int = LEAST,
    lang: str | None = None,
    *,
    keep_duplicates: bool = False,
) -> Room:
    """Many run codes as one room: where it agrees, where it lies apart, and how it ends.

    Parameters
    ----------
    workbook : Workbook
        From :func:`workbook.load`.
    codes : str or iterable of str
        Codes in any form: one text with a code or link a line, or one text a code. Nothing is stored.
    least : int
        How many codes there must be before anything is shown; at least 3.
    lang : str, optional
        Language in which a notebook shows the board; that of messages when left out.
    keep_duplicates : bool
        Count a code as often as it comes; otherwise once.

    Raises
    ------
    UsageError
        When ``least`` is out of its range. Codes that cannot be read are in ``faults``.
    """
    text = codes if isinstance(codes, str) else "\n".join(str(code).replace("\n", " ") for code in codes)
    spoken = lang or current_language()
    if spoken not in workbook.scenario.languages:
        spoken = workbook.scenario.languages[0]
    return room_of(
        workbook, written_in(text, code_length(workbook.scenario)), least, spoken, keep_duplicates=keep_duplicates
    )


def room_of(
    workbook: Workbook, written: Iterable[Written], least: int, lang: str, *, keep_duplicates: bool = False
) -> Room:
    """The room of codes that were found in texts and files."""
    read = collected(workbook.scenario, written, keep_duplicates=keep_duplicates)
    return Room(workbook, read, least, lang, keep_duplicates=keep_duplicates)


def _frame(rows: Sequence[tuple[object, ...]], names: tuple[str, ...], keys: int = 1) -> pd.DataFrame:
    import pandas as pd

    return pd.DataFrame(rows, columns=list(names)).set_index(list(names[:keys]))
