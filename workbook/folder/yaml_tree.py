"""YAML text -> a frozen tree of mappings, sequences and scalars, each with its place.

Built from the parser's events without recursion and without YAML's own typing: a scalar stays the
text the author wrote, so ``no``, ``1_000`` and ``12:30`` hold no surprises; the shapes decide what
it means. Anchors, tags, second documents and doubled keys are refused with their place.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

import yaml

from workbook.errors import Place, Problem
from workbook.folder.yaml_plain import PlainLoader

MOST_PROBLEMS = 100
"""Problems of one file after which nobody reads on."""

MAX_DEPTH = 20
"""Levels of nesting; the deepest file of a scenario needs eight."""

MAX_NODES = 50_000
"""Values and keys of one file; a large scenario has about two thousand in its largest file."""

_LOADER = getattr(yaml, "CSafeLoader", PlainLoader)
_SYNTAX = (
    ("mapping values are not allowed", "yaml-colon"),
    ("could not find expected ':'", "yaml-colon-missing"),
    ("unexpected end of stream", "yaml-unclosed"),
    ("cannot start any token", "yaml-start"),
    ("did not find expected ',' or", "yaml-unclosed"),
    ("exceeded maximum nesting depth", "yaml-depth"),
)


@dataclass(frozen=True, slots=True)
class Scalar:
    """A single value as written; ``lead`` is the width of its opening quote."""

    text: str
    place: Place
    lead: int = 0
    doubled: bool = False
    exact: bool = False
    start: int = 0
    """Offset of its first character, quote or ``>`` in the text of the file."""
    end: int = 0
    """Offset behind its last one; behind a ``|`` or ``>`` text the line breaks that follow it are left out."""
    style: str = ""
    """How it was written: ``'``, ``"``, ``|``, ``>``, or nothing for plain."""

    def at(self, offset: int) -> Place:
        """The place of a character of the text, where columns can be counted; else the start."""
        if not self.exact:
            return self.place
        extra = self.text[:offset].count("'") if self.doubled else 0
        return Place(self.place.file, self.place.line, self.place.column + self.lead + offset + extra)


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list; ``flow`` when written with brackets, ``start`` and ``end`` as with :class:`Scalar`."""

    items: tuple[Tree, ...]
    place: Place
    start: int = 0
    end: int = 0
    flow: bool = False


@dataclass(frozen=True, slots=True)
class Mapping:
    """Names and what stands behind them; ``flow`` when written with braces."""

    entries: tuple[tuple[Scalar, Tree], ...]
    place: Place
    start: int = 0
    end: int = 0
    flow: bool = False


Tree: TypeAlias = Scalar | Sequence | Mapping


class _Open:
    """A collection that is still being filled."""

    def __init__(self, place: Place, event: Any) -> None:
        self.place = place
        self.mapping = isinstance(event, yaml.MappingStartEvent)
        self.flow = bool(event.flow_style)
        self.start: int = event.start_mark.index
        self.end: int = event.end_mark.index
        """Grows with what is put in: a block ends where its last value ends."""
        self.items: list[Tree] = []
        self.entries: dict[str, tuple[Scalar, Tree]] = {}
        self.key: Scalar | None = None


def read_yaml(text: str, file: str) -> tuple[Tree | None, list[Problem]]:
    """Parse one file.

    Returns
    -------
    tuple
        The tree (None when the text is no YAML at all) and the problems found on the way.
    """
    problems: list[Problem] = []
    try:
        return _Builder(file, problems, text).build(yaml.parse(text, Loader=_LOADER)), problems
    except yaml.MarkedYAMLError as error:
        problems.append(_syntax_problem(error, file, text))
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        problems.append(Problem("yaml-syntax", Place(file, line, 1)))
    except _StopReadingError:
        pass
    return None, problems


class _StopReadingError(Exception):
    """Raised when reading on makes no sense."""


def _syntax_problem(error: yaml.MarkedYAMLError, file: str, text: str) -> Problem:
    # The mark says where the parser gave up; for what was never closed, where it began helps more.
    said = f"{error.problem} {error.context}"
    code = next((code for part, code in _SYNTAX if part in said), "yaml-syntax")
    mark = error.problem_mark
    if code in ("yaml-unclosed", "yaml-colon-missing") and error.context_mark is not None:
        mark = error.context_mark
    if mark is None:
        return Problem(code, Place(file, 1, 1))
    lines = text.splitlines() or [""]
    line = min(mark.line, len(lines) - 1)
    found = lines[line][mark.column : mark.column + 1] if line == mark.line else ""
    if code == "yaml-start" and found == "\t":
        code = "yaml-tab"
    return Problem(code, Place(file, line + 1, mark.column + 1), {"found": found, "limit": MAX_DEPTH})


class _Builder:
    def __init__(self, file: str, problems: list[Problem], text: str) -> None:
        self.file = file
        self.problems = problems
        self.text = text
        self.open: list[_Open] = []
        self.root: Tree | None = None
        self.documents = 0
        self.nodes = 0

    def build(self, events: Iterator[Any]) -> Tree | None:
        for event in events:
            if isinstance(event, yaml.ScalarEvent):
                place = self._node(event)
                self._add(_scalar(event, place, self.text))
            elif isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
                place = self._node(event)
                self._begin(place, event)
            elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
                self._end(event)
            elif isinstance(event, yaml.AliasEvent):
                self._stop("yaml-alias", self._place(event), name=event.anchor)
            elif isinstance(event, yaml.DocumentStartEvent):
                self.documents += 1
                if self.documents > 1:
                    self._stop("yaml-documents", self._place(event))
        if self.root is None or (isinstance(self.root, Scalar) and not self.root.text):
            self._stop("yaml-empty", Place(self.file, 1, 1))
        return self.root

    def _begin(self, place: Place, event: Any) -> None:
        if len(self.open) >= MAX_DEPTH:
            self._stop("yaml-depth", place, limit=MAX_DEPTH)
        if self.open and self.open[-1].mapping and self.open[-1].key is None:
            self._stop("yaml-key", place)
        self.open.append(_Open(place, event))

    def _end(self, event: Any) -> None:
        done = self.open.pop()
        end = event.end_mark.index if done.flow else done.end
        if done.mapping:
            self._add(Mapping(tuple(done.entries.values()), done.place, done.start, end, done.flow))
        else:
            self._add(Sequence(tuple(done.items), done.place, done.start, end, done.flow))

    def _add(self, node: Tree) -> None:
        if not self.open:
            self.root = node
            return
        top = self.open[-1]
        top.end = node.end
        if not top.mapping:
            top.items.append(node)
        elif top.key is None:
            if isinstance(node, Scalar):  # always: _begin refuses other keys
                self._key(top, node)
        else:
            # The first of two equal keys stays: the later one is the mistake to be shown.
            top.entries.setdefault(top.key.text, (top.key, node))
            top.key = None

    def _key(self, top: _Open, key: Scalar) -> None:
        if not key.text.isprintable():
            hidden = [c for c in key.text if unicodedata.category(c) in ("Cf", "Cc", "Co", "Cn", "Zl", "Zp")] or [" "]
            self._problem("yaml-invisible", key.place, found=f"U+{ord(hidden[0]):04X}")
            key = replace(key, text="".join(c for c in key.text if c not in hidden))
        top.key = key
        first = top.entries.get(key.text)
        if first is not None:
            self._problem("yaml-duplicate", key.place, key=key.text, first=first[0].place.line)

    def _place(self, event: Any) -> Place:
        return Place(self.file, event.start_mark.line + 1, event.start_mark.column + 1)

    def _node(self, event: Any) -> Place:
        """Count a node, refuse what it must not carry, and say where it stands."""
        place = self._place(event)
        self.nodes += 1
        if self.nodes > MAX_NODES:
            self._stop("yaml-nodes", place, limit=MAX_NODES)
        if event.anchor is not None:
            # One is enough: without its anchors nothing below can be read as it was meant.
            self._stop("yaml-alias", place, name=event.anchor)
        if event.tag is not None:
            self._problem("yaml-tag", place, found=event.tag.replace("tag:yaml.org,2002:", "!!"))
        return place

    def _problem(self, code: str, place: Place, **values: object) -> None:
        self.problems.append(Problem(code, place, values))
        if len(self.problems) >= MOST_PROBLEMS:
            self.problems.append(Problem("file-many", place, {"count": MOST_PROBLEMS}))
            raise _StopReadingError

    def _stop(self, code: str, place: Place, **values: object) -> None:
        self._problem(code, place, **values)
        raise _StopReadingError


def _scalar(event: Any, place: Place, text: str) -> Scalar:
    """A scalar whose columns can be counted when it stands on one line without escapes."""
    quote = 1 if event.style in ("'", '"') else 0
    width = event.end_mark.column - event.start_mark.column - 2 * quote
    doubled = event.style == "'"
    written = len(event.value) + (event.value.count("'") if doubled else 0)
    block = event.style in ("|", ">")
    one_line = event.start_mark.line == event.end_mark.line and not block
    start, end = event.start_mark.index, event.end_mark.index
    if block:
        end = start + len(text[start:end].rstrip())
    return Scalar(event.value, place, quote, doubled, one_line and width == written, start, end, event.style or "")
