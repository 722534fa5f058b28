"""The board in a reader's words: rows of its tables, and the sentences around them. No markup."""

from __future__ import annotations

from collections.abc import Sequence

from workbook.room.board import LEAST, Board
from workbook.room.spread import Cell, Spread, Tally, first_topic, part
from workbook.room.words import say
from workbook.text import format_number
from workbook.wording import digits_of, headed, label_of, own_digits

Rows = list[list[str]]


def topic_words(board: Board, lang: str) -> tuple[str, str, str]:
    """What to talk about first: the invitation, the lever, and how far apart the room is on it."""
    topic = first_topic(board.spreads)
    if topic is None:
        return say("agree", lang), "", ""
    low, median, high, _ = values_of(board, topic, lang)
    why = say("talk-why", lang, low=low, median=median, high=high, apart=hundredth(topic.apart, lang))
    return say("talk", lang), headed(topic.lever, lang), why


def lever_rows(board: Board, lang: str) -> Rows:
    """Label, lowest, median, highest, mean, touched, apart; the lever with the widest spread first."""
    rows = []
    for spread in by_distance(board):
        low, median, high, mean = values_of(board, spread, lang)
        touched = part(spread.touched, board.people)
        apart = f"{hundredth(spread.apart, lang)}\u00a0%"
        rows.append(
            [headed(spread.lever, lang), low, median, high, mean, cell_words(touched, board.people, lang), apart]
        )
    return rows


def by_distance(board: Board) -> list[Spread]:
    """The levers, widest spread first; equals as in the scenario."""
    return sorted(board.spreads, key=lambda spread: -spread.apart)


def values_of(board: Board, spread: Spread, lang: str) -> tuple[str, str, str, str]:
    """Lowest, median, highest and mean; the two that may lie between positions with one more decimal place."""
    digits = own_digits(board.workbook.scenario, spread.lever.name) or 0
    return (
        format_number(spread.low, lang, digits),
        format_number(spread.median, lang, digits + 1),
        format_number(spread.high, lang, digits),
        format_number(spread.mean, lang, digits + 1),
    )


def answer_rows(board: Board, answers: Tally, lang: str) -> Rows:
    """Each option of a decision with its share."""
    options = board.workbook.scenario.decisions[answers.name].options
    return _shares(board, answers, [option.label[lang] for option in options.values()], lang)


def ending_rows(board: Board, lang: str) -> Rows:
    """Each ending with its share."""
    s = board.workbook.scenario
    titles = [s.passages[lang][f"{s.endings.name}.{name}"].title for name, _ in board.endings.counts]
    return _shares(board, board.endings, titles, lang)


def _shares(board: Board, answers: Tally, labels: Sequence[str], lang: str) -> Rows:
    return [
        [label, cell_words(cell, board.people, lang)] for label, cell in zip(labels, answers.cells, strict=True)
    ]  # fmt: skip


def number_rows(board: Board, lang: str) -> Rows:
    """Each indicator in the last year: from, median, to, and how many runs reach its utopia value."""
    rows = []
    for band in board.bands:
        name, edges = band.indicator.name, (band.low[-1], band.middle[-1], band.high[-1])
        values = [format_number(v, lang, digits_of(board.workbook.scenario, name, v)) for v in edges]
        reached = part(band.reached, board.people)
        rows.append([headed(band.indicator, lang), *values, cell_words(reached, board.people, lang)])
    return rows


def run_rows(board: Board, lang: str) -> Rows:
    """The runs by their codes."""
    worlds = board.workbook.scenario.worlds
    return [[r.code, worlds[r.world].label[lang], str(r.levers), str(r.decisions)] for r in board.rows]


def answers_label(board: Board, answers: Tally, lang: str) -> str:
    """A decision by its year and name."""
    decision = board.workbook.scenario.decisions[answers.name]
    return f"{decision.year} · {label_of(board.workbook.scenario, answers.name, lang)}"


def remarks(board: Board, lang: str) -> list[str]:
    """How many runs, and what was lowered."""
    found = [say("people", lang, people=board.people)]
    if board.least < LEAST:
        found.append(say("lowered", lang, least=board.least))
    return found


def cell_words(cell: Cell, people: int, lang: str) -> str:
    """A count with its share, or what stands in its place."""
    if not isinstance(cell, int):
        return say(f"{cell}-cell", lang)
    return say("share", lang, count=cell, people=people, share=hundredth(cell / people, lang))


def hundredth(share: float, lang: str) -> str:
    """A share as a whole number of a hundred."""
    return format_number(100 * share, lang)
