"""XMILE text -> elements with their lines. No entity, no document type, no address is ever followed.

expat alone would replace entities; here the first declaration of a document type ends the reading,
so that none can be declared.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from workbook.errors import Place, Problem

NAMESPACE = "http://docs.oasis-open.org/xmile/ns/XMILE/v1.0"
_KNOWN = ("", NAMESPACE, "http://www.systemdynamics.org/XMILE")
"""No namespace, that of the standard, and that of its drafts, which software still writes."""

MAX_BYTES = 5_000_000
MAX_DEPTH = 40
MAX_MARKS = 1_000
"""Pieces of one text whose place is kept."""
_MARK = "\x1f"
"""Between namespace and name; a control character that no XML document may hold."""


@dataclass(slots=True)
class Element:
    """One element and where it begins; names of XMILE are bare, foreign ones begin with ``{namespace}``."""

    tag: str
    attributes: dict[str, str]
    place: Place
    parts: list[Element] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    length: int = 0
    marks: list[tuple[int, Place]] = field(default_factory=list)
    """Where pieces of the text stand in the file, by their offset: references and line breaks divide it."""

    @property
    def text(self) -> str:
        return "".join(self.pieces)

    def all(self, *tags: str) -> Iterator[Element]:
        """Direct parts with one of these names."""
        return (part for part in self.parts if part.tag in tags)

    def first(self, tag: str) -> Element | None:
        return next(self.all(tag), None)

    def said(self, tag: str) -> str:
        """The text of a part; empty when there is none."""
        part = self.first(tag)
        return "" if part is None else part.text.strip()


_UNBOUND = expat.errors.codes[expat.errors.XML_ERROR_UNBOUND_PREFIX]


class _StopError(Exception):
    def __init__(self, problem: Problem) -> None:
        super().__init__(problem)
        self.problem = problem


def read_tree(data: bytes, file: str) -> Element | Problem:
    """Read a document.

    Parameters
    ----------
    data : bytes
    file : str
        Its name, for messages.

    Returns
    -------
    Element or Problem
        The root, or the one thing that keeps the document from being read.
    """
    if len(data) > MAX_BYTES:
        return Problem("xmile-size", Place(file), {"found": len(data), "limit": MAX_BYTES})
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"{UTF-8}", b"{utf-8}")):
        return Problem("xmile-vensim", Place(file))
    try:
        try:
            return _Builder(file).read(data)
        except expat.ExpatError as error:
            if error.code != _UNBOUND:
                raise
            # Some software writes <isee:prefs> without saying what isee is.
            return _Builder(file, bound=False).read(data)
    except _StopError as stop:
        return stop.problem
    except expat.ExpatError as error:
        place = Place(file, error.lineno, error.offset + 1)
        return Problem("xmile-broken", place, {"detail": expat.ErrorString(error.code)})
    except (LookupError, ValueError) as error:  # an encoding that nobody knows
        return Problem("xmile-broken", Place(file), {"detail": str(error)})


class _Builder:
    def __init__(self, file: str, *, bound: bool = True) -> None:
        self.file = file
        self.mark = _MARK if bound else ":"
        self.open: list[Element] = []
        self.root: Element | None = None
        self.parser = expat.ParserCreate(namespace_separator=_MARK if bound else None)
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.parser.StartDoctypeDeclHandler = self._declared
        self.parser.EntityDeclHandler = self._declared

    def read(self, data: bytes) -> Element:
        self.parser.Parse(data, True)
        assert self.root is not None  # noqa: S101 - expat accepts no document without a root
        return self.root

    @property
    def here(self) -> Place:
        return Place(self.file, self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1)

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        namespace, _, name = tag.rpartition(self.mark)
        tag = name if namespace in _KNOWN else f"{{{namespace}}}{name}"
        element = Element(tag, {self._key(key): value for key, value in attributes.items()}, self.here)
        if len(self.open) >= MAX_DEPTH:
            raise _StopError(Problem("xmile-deep", self.here, {"limit": MAX_DEPTH}))
        if self.open:
            self.open[-1].parts.append(element)
        else:
            self.root = element
        self.open.append(element)

    def _key(self, attribute: str) -> str:
        namespace, _, name = attribute.rpartition(self.mark)
        return f"{{{namespace}}}{name}" if namespace else name

    def _end(self, tag: str) -> None:
        self.open.pop()

    def _text(self, text: str) -> None:
        element = self.open[-1]
        if len(element.marks) < MAX_MARKS:
            element.marks.append((element.length, self.here))
        element.length += len(text)
        element.pieces.append(text)

    def _declared(self, *_: object) -> None:
        raise _StopError(Problem("xmile-declared", self.here))
