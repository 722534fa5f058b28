"""A text file of a chapter -> one passage for each scene.

``## scene: Title`` opens a scene. ``{name:.1f}`` is a figure, ``[[…]]`` a claim; both are taken out
of the Markdown here, so that nothing behind this module looks for braces.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from workbook.errors import Place
from workbook.expr.parse import ExprError, is_name
from workbook.folder.claims import claim_condition
from workbook.folder.prose import prose_problems
from workbook.folder.shapes import Leaf, Reporter
from workbook.model import Claim, Figure, Passage

MAX_SCENE = 20_000
"""Characters of one scene's text."""

_HEADING = re.compile(r"##[ \t]+(?P<scene>[a-z][a-z0-9]*(?:-[a-z0-9]+)*)[ \t]*:[ \t]*(?P<title>\S.*)")
_MARK = re.compile(r"\[\[|\]\]|\{|\}")
_FIGURE = re.compile(
    r"\{(?P<name>[a-z][a-z0-9_]*)(?:@(?P<year>\d{4}))?(?::(?P<sign>\+)?\.(?P<digits>[0-6])f)?\}", re.ASCII
)

_AFTER_A_GAP = ("", " ", "\t", "\n", ".", ",", ";", ":", "!", "?")


@dataclass(frozen=True, slots=True)
class Section:
    """A scene's text with the places of what has to be checked against the scenario."""

    passage: Passage
    figures: tuple[tuple[Figure, Place], ...]
    claims: tuple[Leaf[Claim], ...]
    place: Place


def read_texts(text: str, file: str, now: int, year: int, report: Reporter) -> dict[str, Section]:
    """Read one text file.

    Parameters
    ----------
    text, file
        The content, and its name for the places of problems.
    now, year
        The years a claim compares: the last of history, and the chapter's.
    report
        Told of everything that is no heading, figure or claim.

    Returns
    -------
    dict
        Scene id -> section, in the order of the file.
    """
    lines = re.split(r"\r\n|\r|\n", text)
    starts = [i for i, line in enumerate(lines) if line.startswith("##") and not line.startswith("###")]
    ends = [*starts[1:], len(lines)] if starts else []
    preface = lines[: starts[0]] if starts else lines
    stray = next((i for i, line in enumerate(preface) if line.strip()), None)
    if stray is not None:
        report("text-before-heading", Place(file, stray + 1))
    sections: dict[str, Section] = {}
    for start, end in zip(starts, ends, strict=True):
        place = Place(file, start + 1)
        heading = _heading(lines[start].rstrip(), place, report)
        if heading is None:
            continue
        scene, title = heading
        if scene in sections:
            report("text-scene-twice", place, scene=scene, first=sections[scene].place.line)
            continue
        section = _section(title, "\n".join(lines[start + 1 : end]), place, (now, year), report)
        if not section.passage.parts:
            report("text-scene-empty", place, scene=scene)
        sections[scene] = section
    return sections


def _heading(line: str, place: Place, report: Reporter) -> tuple[str, str] | None:
    """Scene and title of a heading."""
    match = _HEADING.fullmatch(line)
    if match is None:
        report("text-heading", place, found=line)
        return None
    for code, offset, found in prose_problems(match["title"]):
        report(code, Place(place.file, place.line, match.start("title") + offset + 1), found=found)
    return match["scene"], match["title"]


def _section(title: str, body: str, heading: Place, years: tuple[int, int], report: Reporter) -> Section:
    """``body`` begins in the line after the heading."""
    starts = [0, *(m.end() for m in re.finditer("\n", body))]

    def at(offset: int) -> Place:
        line = bisect_right(starts, offset) - 1
        return Place(heading.file, heading.line + 1 + line, offset - starts[line] + 1)

    if len(body) > MAX_SCENE:
        report("shape-length", heading, length=len(body), limit=MAX_SCENE)
        body = ""
    for code, offset, found in prose_problems(body):
        report(code, at(offset), found=found)
    parts: list[str | Figure] = []
    figures: list[tuple[Figure, Place]] = []
    claims: list[Leaf[Claim]] = []
    done = 0
    mark = _MARK.search(body)
    while mark is not None:
        end = _close(body, mark)
        if end is None:
            report("text-brace", at(mark.start()))
            end = mark.end()
        elif mark.group() == "{":
            figure = _figure(body[mark.start() : end], at(mark.start()), report)
            if figure is not None:
                _append(parts, body[done : mark.start()])
                parts.append(figure)
                figures.append((figure, at(mark.start())))
                done = end
        else:
            start = mark.end()
            claim = _claim(body[start : end - 2], years, at(start), report)
            if claim is not None:
                claims.append(Leaf(claim, at(start), claim.text, lambda o, start=start: at(start + o)))  # type: ignore[misc]
            before = body[done : mark.start()]
            # A claim leaves no gap behind: the space before it goes unless a word follows at once.
            _append(parts, before.rstrip(" \t") if body[end : end + 1] in _AFTER_A_GAP else before)
            done = end
        mark = _MARK.search(body, end)
    _append(parts, body[done:])
    passage = Passage(title, _trimmed(parts), tuple(leaf.value for leaf in claims), heading)
    return Section(passage, tuple(figures), tuple(claims), heading)


def _append(parts: list[str | Figure], text: str) -> None:
    if parts and isinstance(parts[-1], str):
        parts[-1] += text
    elif text:
        parts.append(text)


def _close(body: str, mark: re.Match[str]) -> int | None:
    """Where a figure or claim ends; None when it is not closed, or nothing was opened."""
    closing = {"{": "}", "[[": "]]"}.get(mark.group())
    if closing is None:
        return None
    end = body.find(closing, mark.end())
    if end < 0 or "\n\n" in body[mark.end() : end]:
        return None
    return end + len(closing)


def _figure(text: str, place: Place, report: Reporter) -> Figure | None:
    match = _FIGURE.fullmatch(text)
    if match is None or not is_name(match["name"]):
        report("text-figure", place, found=text)
        return None
    year = int(match["year"]) if match["year"] else None
    return Figure(match["name"], year, int(match["digits"] or 0), sign=match["sign"] is not None)


def _claim(text: str, years: tuple[int, int], place: Place, report: Reporter) -> Claim | None:
    try:
        return Claim(text.strip(), claim_condition(text.replace("\n", " "), *years), place)
    except ExprError as error:
        moved = Place(place.file, place.line, place.column + error.start)
        report(error.code, moved, **error.values)
        return None


def _trimmed(parts: list[str | Figure]) -> tuple[str | Figure, ...]:
    """Without the empty lines around the text, and without those that a claim left behind."""
    kept = [re.sub(r"\n[ \t]*\n(?:[ \t]*\n)+", "\n\n", p) if isinstance(p, str) else p for p in parts]
    if kept and isinstance(kept[0], str):
        kept[0] = kept[0].lstrip()
    if kept and isinstance(kept[-1], str):
        kept[-1] = kept[-1].rstrip()
    return tuple(p for p in kept if p != "")
