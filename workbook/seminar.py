"""One seminar's choice from a scenario: which levers and chapters, from which world, in whose name.

The file is YAML::

    scenario: gegen-einsamkeit
    title: Werkstatt Nachbarschaft
    lecturer: Prof. Dr. A. Beispiel
    organisation: Hochschule am Fluss
    date: 12. Januar 2027
    logo: logo.svg
    language: de
    world: weiter-so
    levers: [meeting_places, companion_rules]
    chapters: [begleiter, treff]
    least: 10

Only ``scenario`` must be there. In: such a file and a scenario. Out: frozen data, and the scenario with these chapters;
its fingerprint stays, so that run codes of the seminar and of the whole scenario are good for each other.
"""

from __future__ import annotations

import base64
import html
import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path

from workbook.errors import Place, Problem, ScenarioError, UsageError, nearest
from workbook.folder.reading import read_file
from workbook.folder.scalars import Pattern, Whole
from workbook.folder.shapes import Fields, Key, Leaf, ListOf, Record, Reporter
from workbook.folder.yaml_tree import read_yaml
from workbook.model import Lever, Scenario, World
from workbook.run import Workbook
from workbook.setting import Setting, setting_of
from workbook.text import format_number
from workbook.variant import Said
from workbook.wording import digits_of

LEAST = 10
"""People below which a spread could be read back to a person."""
MOST_LOGO = 300_000
"""Bytes of a logo; it is put into each file."""

SEMINAR = Record(
    scenario=Key(Said(200), ("Kennung des Szenarios", "id of the scenario")),
    title=Key(Said(120), ("Titel des Seminars", "title of the seminar"), required=False),
    lecturer=Key(Said(160), ("Wer es leitet", "who leads it"), required=False),
    organisation=Key(Said(160), ("Hochschule oder Träger", "university or organisation"), required=False),
    date=Key(Said(60), ("Wann es stattfindet", "when it takes place"), required=False),
    logo=Key(Said(200), ("PNG- oder SVG-Datei daneben", "PNG or SVG file beside it"), required=False),
    language=Key(Said(20), ("Sprache, in der alles beginnt", "language in which everything begins"), required=False),
    world=Key(Said(60), ("Welt, in der alle beginnen", "world in which all begin"), required=False),
    levers=Key(ListOf(Pattern("identifier"), 1), ("Hebel, die man stellt", "levers to be moved"), required=False),
    chapters=Key(ListOf(Pattern("any"), 1), ("Kapitel, die erzählt werden", "chapters to be told"), required=False),
    least=Key(Whole(3, 500), ("kleinste Gruppe für Spannweiten", "smallest group for spreads"), required=False),
)
"""What such a file looks like."""


@dataclass(frozen=True, slots=True)
class Seminar:
    """What a seminar chose; an empty field chose nothing."""

    scenario: str
    title: str = ""
    lecturer: str = ""
    organisation: str = ""
    date: str = ""
    logo: str = ""
    """Name of the picture as the file says it."""
    language: str = ""
    world: str = ""
    levers: tuple[str, ...] = ()
    chapters: tuple[str, ...] = ()
    least: int = LEAST
    picture: str = field(default="", repr=False)
    """The picture as a ``data:`` address."""

    @property
    def line(self) -> str:
        """Title, who and when, as they stand on each page."""
        return " · ".join(filter(None, (self.title, self.lecturer, self.organisation, self.date)))

    def shown(self, scenario: Scenario) -> tuple[Lever, ...]:
        """The levers that are moved, in the scenario's order."""
        return tuple(x for x in scenario.levers.values() if not self.levers or x.name in self.levers)

    def begins(self, scenario: Scenario) -> World:
        """The world in which everybody begins."""
        return scenario.worlds[self.world] if self.world else scenario.baseline

    def setting(self, scenario: Scenario) -> Setting | None:
        """Where everybody begins, if not in the first world."""
        return setting_of(scenario, self.world) if self.world else None


class SeminarError(ScenarioError):
    """A seminar's file with problems; ``problems`` names everything found in it."""

    def __init__(self, file: str, problems: Sequence[Problem]) -> None:
        super().__init__(file, problems)
        self.code = "seminar-invalid"


def read_seminar(path: str | os.PathLike[str], scenario: Scenario) -> Seminar:
    """Read a seminar's file against its scenario.

    Raises
    ------
    UsageError
        When there is no such file.
    SeminarError
        With every problem of the file, each with line and column.
    """
    file = Path(path)
    record, report = _record(file)
    if record is not None:
        _check(record, scenario, report)
    picture = _picture(record, file, report) if record is not None else ""
    if report.problems or record is None:
        raise SeminarError(str(path), sorted(report.problems, key=lambda problem: problem.place))
    texts = ("scenario", "title", "lecturer", "organisation", "date", "logo", "language", "world")
    return Seminar(
        **{key: record.value(key, "") for key in texts},
        levers=_names(record, "levers"),
        chapters=_names(record, "chapters"),
        least=record.value("least", LEAST),
        picture=picture,
    )


def scenario_of(path: str | os.PathLike[str]) -> str:
    """The id that a seminar's file names, to open the scenario with; errors as of :func:`read_seminar`."""
    record, report = _record(Path(path))
    if record is None or record.get("scenario") is None:
        raise SeminarError(str(path), report.problems)
    name: str = record.value("scenario")
    return name


def trimmed(scenario: Scenario, seminar: Seminar) -> Scenario:
    """The scenario with the seminar's chapters; without its first question where nobody can move the lever of it."""
    chapters = tuple(
        c for c in scenario.chapters if not seminar.chapters or c.name in seminar.chapters or c is scenario.endings
    )
    guide = scenario.guide
    if guide is not None:
        lever = scenario.levers[guide.lever]
        begin = scenario.worlds[seminar.world].levers.get(lever.name, lever.default) if seminar.world else lever.default
        if lever not in seminar.shown(scenario) or begin == guide.to:
            guide = None
    return replace(scenario, chapters=chapters, guide=guide)


@lru_cache(maxsize=16)
def seminar_book(workbook: Workbook, seminar: Seminar) -> Workbook:
    """The workbook of a seminar: :func:`trimmed`, ready to be played; nothing is asked that nobody could see."""
    if not (seminar.chapters or seminar.levers or seminar.world):
        return workbook
    book = Workbook(trimmed(workbook.scenario, seminar), workbook.contested)
    return book if _answered(book, seminar) else Workbook(replace(book.scenario, guide=None), workbook.contested)


def _answered(book: Workbook, seminar: Seminar) -> bool:
    """Whether the lever of the first question moves its number where all begin, as it is written."""
    s, guide, world = book.scenario, book.scenario.guide, seminar.begins(book.scenario).name
    if guide is None:
        return True
    runs = (book.run(world), book.run(world, {guide.lever: guide.to}))
    values = [run.value(guide.indicator, s.time.years[-1]) for run in runs]
    texts = {format_number(value, s.languages[0], digits_of(s, guide.indicator, value)) for value in values}
    return len(texts) > 1


def banner(seminar: Seminar) -> str:
    """Logo and line of a seminar as safe HTML; nothing where it says nothing."""
    name = html.escape(seminar.organisation or seminar.title or seminar.lecturer)
    logo = f'<img class="logo" src="{seminar.picture}" alt="{name}">' if seminar.picture else ""
    line = f'<p class="seminar-line">{html.escape(seminar.line)}</p>' if seminar.line else ""
    return logo + line


def _record(file: Path) -> tuple[Fields | None, Reporter]:
    report = Reporter()
    if not file.is_file():
        raise UsageError("seminar-missing", file=str(file))
    _, text, report.problems = read_file(file.parent, file.name)
    tree, found = read_yaml(text, file.name) if text is not None else (None, [])
    report.problems += found
    report.within = file.name
    return SEMINAR.read(tree, report) if tree is not None else None, report


def _names(record: Fields, key: str) -> tuple[str, ...]:
    return tuple(leaf.value for leaf in record.listed(key))


def _check(record: Fields, s: Scenario, report: Reporter) -> None:
    """Every name against the scenario."""
    scenario = record.get("scenario")
    if isinstance(scenario, Leaf) and scenario.value != s.id:
        report("seminar-scenario", scenario.place, found=scenario.value, expected=s.id)
    chapters = {chapter.name: chapter for chapter in s.chapters if chapter is not s.endings}
    known: Mapping[str, tuple[str, Mapping[str, object]]] = {
        "world": ("usage-world", s.worlds),
        "language": ("usage-language", dict.fromkeys(s.languages)),
        "levers": ("usage-lever", s.levers),
        "chapters": ("seminar-chapter", chapters),
    }
    for key, (code, names) in known.items():
        single = record.get(key)
        first: dict[str, Place] = {}
        for leaf in [single] if isinstance(single, Leaf) else record.listed(key):
            if leaf.value not in names:
                report(code, leaf.place, name=leaf.value, nearest=nearest(leaf.value, names), allowed=list(names))
            elif leaf.value in first:
                report("yaml-duplicate", leaf.place, key=leaf.value, first=first[leaf.value].line)
            first.setdefault(leaf.value, leaf.place)


def _picture(record: Fields, file: Path, report: Reporter) -> str:
    """The logo as a ``data:`` address: as an image it runs nothing and fetches nothing, whatever it holds."""
    leaf = record.get("logo")
    if not isinstance(leaf, Leaf):
        return ""
    path = file.parent / leaf.value
    try:
        if not path.resolve().is_relative_to(file.parent.resolve()):
            report("seminar-logo-outside", leaf.place, name=leaf.value)
            return ""
        size = path.stat().st_size
        if size > MOST_LOGO:
            report("seminar-logo-size", leaf.place, name=leaf.value, size=size, limit=MOST_LOGO)
            return ""
        data = path.read_bytes()
    except (OSError, ValueError):
        report("seminar-logo-missing", leaf.place, name=leaf.value)
        return ""
    kind = _kind(data)
    if not kind:
        report("seminar-logo-kind", leaf.place, name=leaf.value)
        return ""
    return f"data:image/{kind};base64,{base64.b64encode(data).decode()}"


def logo_ending(name: str, size: int, data: bytes) -> str:
    """How a file with this picture ends: ``.png`` or ``.svg``.

    Raises
    ------
    UsageError
        When it is too large for each file, or neither.
    """
    if size > MOST_LOGO:
        raise UsageError("seminar-logo-size", name=name, size=size, limit=MOST_LOGO)
    kind = _kind(data)
    if not kind:
        raise UsageError("seminar-logo-kind", name=name)
    return f".{kind[:3]}"


def _kind(data: bytes) -> str:
    """What the bytes are, whatever the name says."""
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    head = data[:4_000].removeprefix(b"\xef\xbb\xbf").lstrip()
    return "svg+xml" if re.match(rb"<(\?xml|!--|!DOCTYPE svg|svg)", head) and b"<svg" in data else ""
