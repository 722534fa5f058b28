"""``workbook collect``: many run codes become the room's board; cohorts are kept as counts and compared."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

import workbook as wb
from workbook.commands import options, tables
from workbook.commands.terminal import show_table
from workbook.commands.wish import reading_language
from workbook.commands.words import CommandError
from workbook.commands.words import say as told
from workbook.model import Scenario
from workbook.room import cohorts as side_by_side
from workbook.room import page, telling
from workbook.room.board import LEAST, Board, least_of
from workbook.room.memory import Cohort, cohort_of, cohorts_in, memory_text, merged
from workbook.room.reading import Written, written_in, written_in_file
from workbook.room.room import Room, room_of
from workbook.room.sheets import HEADER, Fact, board_facts, cohort_facts
from workbook.room.words import say
from workbook.runcode import code_length
from workbook.saving import written

_TABLES = (".csv", ".json", ".xlsx")
_ENDINGS = (".html", *_TABLES)


def command(
    scenario: Annotated[str, options.scenario()],
    codes: Annotated[
        list[str] | None, typer.Argument(metavar="CODES", help=told("help-collect-codes"), show_default=False)
    ] = None,
    files: Annotated[list[Path] | None, options.option("help-collect-file", "--file", metavar="FILE")] = None,
    out: Annotated[Path | None, options.option("help-collect-out", "--out", "-o", metavar="FILE")] = None,
    least: Annotated[int, options.option("help-collect-least", "--least", metavar="N")] = LEAST,
    memory: Annotated[list[Path] | None, options.option("help-collect-memory", "--memory", metavar="FILE")] = None,
    cohort: Annotated[str | None, options.option("help-collect-cohort", "--cohort", metavar="NAME")] = None,
    keep_duplicates: Annotated[bool, options.option("help-collect-twice", "--keep-duplicates")] = False,
    lang: Annotated[str | None, options.lang()] = None,
) -> int:
    kept, reading = memory or [], bool(codes or files)
    if out is not None and out.suffix.lower() not in _ENDINGS:
        raise CommandError("format-unknown", found=out.suffix or out.name, allowed=", ".join(_ENDINGS))
    if not reading and not kept:
        raise CommandError("collect-nothing")
    if reading and len(kept) > 1:
        raise CommandError("collect-two-memories")
    if bool(cohort) != bool(reading and kept):
        raise CommandError("collect-cohort")
    least_of(least)
    book = wb.load(scenario)
    spoken = reading_language(book.scenario, lang)
    if not reading:
        return _compare(book.scenario, kept, least, out, spoken)
    room = _read(book, codes or (), files or (), least, spoken, keep_duplicates=keep_duplicates)
    for fault in room.faults:
        print(fault.text(), file=sys.stderr)
    board = room.board
    remembered = _remembered(board, cohort, kept[0], least) if cohort else ""
    _put_out(board, room, out, spoken)
    if remembered:
        _write(kept[0], remembered)
    return 1 if room.faults else 0


def _read(
    book: wb.Workbook, codes: Sequence[str], files: Sequence[Path], least: int, lang: str, *, keep_duplicates: bool
) -> Room:
    length = code_length(book.scenario)
    # One line: whoever leaves out quotes gives the groups of a code as words of their own.
    found = [Written(each.typed, n) for n, each in enumerate(written_in(" ".join(codes), length), start=1)]
    for path in files:
        found += written_in_file(_text(path), length, path.name)
    return room_of(book, found, least, lang, keep_duplicates=keep_duplicates)


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise CommandError("unreadable", 1, file=path, detail="UTF-8") from None
    except OSError as error:
        raise CommandError("unreadable", 1, file=path, detail=error.strerror or str(error)) from None


def _put_out(board: Board, room: Room, out: Path | None, lang: str) -> None:
    if out is None or out.suffix.lower() != ".html":
        _show(board, room, lang)
    if out is None:
        return
    if out.suffix.lower() == ".html":
        print("\n".join([*telling.remarks(board, lang), *room.repeats(lang)]))
        _write(out, page.page(board, lang, room.notes(lang)))
    else:
        _table(out, board.workbook.scenario, board_facts(board))


def _show(board: Board, room: Room, lang: str) -> None:
    print(
        "\n".join(filter(None, [*telling.remarks(board, lang), *room.repeats(lang), *telling.topic_words(board, lang)]))
    )
    show_table(say("heads", lang).split("|"), telling.lever_rows(board, lang), range(1, 7))
    share = say("share-head", lang)
    for tally in board.answers:
        show_table([telling.answers_label(board, tally, lang), share], telling.answer_rows(board, tally, lang), (1,))
    show_table([say("ends", lang), share], telling.ending_rows(board, lang), (1,))
    heads = say("number-heads", lang, year=board.workbook.scenario.time.years[-1]).split("|")
    show_table(heads, telling.number_rows(board, lang), range(1, 5))
    print(f"{say('nearest', lang)}: {board.nearest_code}")


def _remembered(board: Board, name: str, path: Path, least: int) -> str:
    """A memory file with a cohort added; what is already there stays."""
    scenario = board.workbook.scenario
    own = cohort_of(board, name, datetime.now().astimezone().date().isoformat())
    before = _cohorts(scenario, path, least) if path.exists() else ()
    if any(other.name == own.name for other in before):
        raise CommandError("collect-again", 1, name=own.name, file=path)
    return memory_text(scenario, (*before, own))


def _compare(scenario: Scenario, paths: Sequence[Path], least: int, out: Path | None, lang: str) -> int:
    found = merged(cohort for path in paths for cohort in _cohorts(scenario, path, least))
    print("\n".join(side_by_side.sentences(scenario, found, lang)))
    if out is None:
        for caption, rows in side_by_side.tables(scenario, found, lang):
            show_table([caption, *side_by_side.heads(found, lang)], rows, range(1, len(found) + 1))
    elif out.suffix.lower() == ".html":
        _write(out, side_by_side.page(scenario, found, lang))
    else:
        _table(out, scenario, cohort_facts(scenario, found))
    return 0


def _cohorts(scenario: Scenario, path: Path, least: int) -> tuple[Cohort, ...]:
    return cohorts_in(_text(path), scenario, least, path.name)


def _write(path: Path, text: str) -> None:
    with written(path) as beside:
        beside.write_text(text, encoding="utf-8")
    print(told("written", file=path))


def _table(path: Path, scenario: Scenario, facts: Sequence[Fact]) -> None:
    tables.save_table(path, HEADER, facts, {"scenario": scenario.id, "version": scenario.fingerprint})
    print(told("written", file=path))
