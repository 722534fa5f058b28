"""Written run codes in any form -> the runs behind them, and what is wrong with the rest.

In: codes spoken, typed, copied, scanned (a QR code gives a link), or the files that the page saves. Out: settings in
the order of their codes, so that nobody can tell who was read first. Names and other words around a code are dropped.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import unquote

from workbook.errors import RunCodeError, WorkbookError
from workbook.folder import available, load
from workbook.messages import message
from workbook.model import Scenario
from workbook.playfile import FORMAT, LARGEST_FILE
from workbook.room.errors import RoomError
from workbook.runcode import decode, encode
from workbook.setting import Setting

MOST = 2_000
"""Codes that are read at once; a larger room is no room."""
_GROUP = 5
"""Symbols of one group; what is longer is a whole code."""
_BREAK = re.compile(r"[\r\n,;|\t]+")
_LABEL = re.compile(r"^.*:\s+|^\s*(?:\d+[.)]|[-*•])\s+")
_HULL = "\"'„“”»«<>()[]{}.!?"


@dataclass(frozen=True, slots=True)
class Written:
    """Something that should be a run code, and where it stood."""

    typed: str
    line: int
    source: str = ""


@dataclass(frozen=True, slots=True)
class Fault:
    """A code that was not read."""

    written: Written
    code: str
    values: tuple[tuple[str, object], ...]

    @property
    def kind(self) -> str:
        """The reason in a word: length, damaged, other-scenario, foreign, many."""
        return self.code.removeprefix("run-code-").removeprefix("room-")

    def __str__(self) -> str:
        return self.text()

    def text(self, lang: str | None = None) -> str:
        """Where it stands and what is wrong with it."""
        place = ":".join(filter(None, (self.written.source, str(self.written.line))))
        return f"{place}: {message(self.code, lang, **dict(self.values))}"


@dataclass(frozen=True, slots=True)
class Collected:
    """What was read: ``codes`` and ``settings`` side by side in the order of the codes."""

    codes: tuple[str, ...]
    settings: tuple[Setting, ...]
    faults: tuple[Fault, ...]
    repeated: tuple[str, ...]
    """Codes that came more than once."""


def written_in(text: str, length: int, source: str = "") -> Iterator[Written]:
    """All that looks as if it should be a code of ``length`` symbols, line by line."""
    for number, line in enumerate(re.split(r"\r\n|\r|\n", text), start=1):
        for part in _BREAK.split(line):
            for typed in _joined(_LABEL.sub("", part).split(), length):
                yield Written(typed, number, source)


def _joined(words: list[str], length: int) -> Iterator[str]:
    """Words as codes: groups that belong together are joined, what is long enough stands alone."""
    pending: list[str] = []
    for word in map(_bare, words):
        if pending and (_size([word]) > _GROUP or _size(pending) >= length):
            yield " ".join(pending)
            pending = []
        if _size([word]):
            pending.append(word)
    if pending:
        yield " ".join(pending)


def _bare(word: str) -> str:
    """A link is its part behind ``#``; quotes and full stops around a code fall away."""
    return unquote(word.rpartition("#")[2]).strip(_HULL)


def _size(words: Iterable[str]) -> int:
    return sum(len(re.sub(r"[-\u2010\u2011\u2013\ufeff]", "", word)) for word in words)


def written_in_file(text: str, length: int, source: str) -> list[Written]:
    """The codes of a file: runs that the page saved (one, or a list of them), a list of codes, or plain text.

    Raises
    ------
    RoomError
        When a JSON file holds no run, or the file is too large.
    """
    if len(text) > LARGEST_FILE:
        raise RoomError("room-file-size", file=source, limit=LARGEST_FILE)
    text = text.removeprefix("\ufeff")
    if text.lstrip()[:1] not in ("{", "["):
        return list(written_in(text, length, source))
    try:
        plain = json.loads(text)
    except (ValueError, RecursionError):
        raise RoomError("room-file-json", file=source) from None
    records = plain if isinstance(plain, list) else [plain]
    found = [Written(_code_of(record), n, source) for n, record in enumerate(records, start=1)]
    if not found or not all(each.typed for each in found):
        wrong = next((str(each.line) for each in found if not each.typed), "1")
        raise RoomError("room-file-run", file=source, entry=wrong)
    return found


def _code_of(record: object) -> str:
    """The run of a person; what they kept aside for comparison is not their choice."""
    if isinstance(record, dict) and record.get("format") == FORMAT and isinstance(record.get("run"), dict):
        record = record["run"].get("code")
    return record if isinstance(record, str) else ""


def collected(scenario: Scenario, written: Iterable[Written], *, keep_duplicates: bool = False) -> Collected:
    """Read codes; what cannot be read is told one by one and never guessed."""
    found: list[tuple[str, Setting]] = []
    faults: list[Fault] = []
    others = _Others(scenario)
    for number, each in enumerate(written):
        if number >= MOST:
            faults.append(Fault(each, "room-many", (("limit", MOST),)))
            break
        try:
            setting = decode(scenario, each.typed)
        except RunCodeError as error:
            faults.append(_fault(others, each, error))
        else:
            found.append((encode(scenario, setting), setting))
    counts = Counter(code for code, _ in found)
    if not keep_duplicates:
        found = list(dict(found).items())
    found.sort(key=lambda pair: pair[0])
    return Collected(
        tuple(code for code, _ in found),
        tuple(setting for _, setting in found),
        tuple(faults),
        tuple(sorted(code for code, count in counts.items() if count > 1)),
    )


def _fault(others: _Others, written: Written, error: RunCodeError) -> Fault:
    if error.code != "run-code-damaged":
        for other in others.scenarios:
            try:
                decode(other, written.typed)
            except RunCodeError:
                continue
            return Fault(written, "room-foreign", (("typed", written.typed), ("scenario", other.id)))
    return Fault(written, error.code, tuple(error.values.items()))


class _Others:
    """The other scenarios at hand, to name where a code belongs; loaded once, when the first code is in doubt."""

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario

    @cached_property
    def scenarios(self) -> tuple[Scenario, ...]:
        found = []
        for name in available():
            try:
                found.append(load(name))
            except WorkbookError:
                continue
        return tuple(other for other in found if other.fingerprint != self.scenario.fingerprint)
