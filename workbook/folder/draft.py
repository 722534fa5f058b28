"""A folder as it was read: every part that fits its shape, not yet checked against the others.

In: a folder. Out: a :class:`Draft` whose values know their places, and the problems of reading.
"""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass, field
from pathlib import Path

from workbook.errors import Place, nearest
from workbook.folder import csv_data
from workbook.folder.files import FILES, FORMAT, OPTIONAL
from workbook.folder.reading import list_files, read_file
from workbook.folder.shapes import Fields, Reporter
from workbook.folder.texts import Section, read_texts
from workbook.folder.yaml_tree import read_yaml
from workbook.text import LANGUAGES

ENDING = "ending"
"""Name of the endings: of their text file and of their chapter in the model."""

_BAD_NAMES = frozenset({"shape-identifier", "shape-slug", "name-reserved"})
"""A file with a badly formed name counts as broken: whatever refers to that name is not told again."""

WITNESSES = "witnesses.yaml"
"""Run codes that `workbook check --witnesses` keeps; no part of the scenario itself."""

_OTHERS = ("LICENSE", "LICENCE", "README", "CHANGELOG")


@dataclass
class Draft:
    """What was read; a file that could not be read is an empty record and is listed in ``broken``."""

    folder: Path
    report: Reporter = field(default_factory=Reporter)
    files: dict[str, Fields] = field(default_factory=dict)
    broken: set[str] = field(default_factory=set)
    series: dict[str, csv_data.Draft] = field(default_factory=dict)
    texts: dict[str, dict[str, dict[str, Section]]] = field(default_factory=dict)
    """language -> chapter -> scene -> section"""
    ports: dict[str, Fields] = field(default_factory=dict)
    """Constants that an included module leaves open."""
    digest: str = ""
    """Hash of all bytes that were read."""

    @property
    def languages(self) -> list[str]:
        return [leaf.value for leaf in self.files["scenario"].listed("languages")]

    @property
    def units(self) -> list[str]:
        """Own units of the scenario and of the modules it includes."""
        listed = (*self.files["scenario"].listed("units"), *self.files["model"].listed("units"))
        return list(dict.fromkeys(leaf.value for leaf in listed))

    @property
    def time(self) -> Fields:
        return self.files["scenario"].under("time")

    @property
    def horizon(self) -> tuple[int, int, int] | None:
        """start, now, end; None when one of them could not be read or they are out of order."""
        years = [self.time.value(name) for name in ("start", "now", "end")]
        if None in years or not years[0] < years[1] < years[2] - 1:
            return None
        return years[0], years[1], years[2]

    @property
    def chapters(self) -> list[Fields]:
        return list(self.files["story"].listed("chapters"))


def read_folder(folder: Path) -> Draft:
    """Read every file of a scenario folder."""
    draft = Draft(folder)
    content = hashlib.sha256()
    for name in FILES:
        if name in OPTIONAL and not os.path.lexists(folder / f"{name}.yaml"):
            draft.files[name] = Fields(Place(f"{name}.yaml"))
        else:
            read_records(draft, name, f"{name}.yaml", content)
    _check_format(draft)
    read_data(draft, "data", content)
    _read_stories(draft, content)
    _strangers(draft)
    draft.digest = content.hexdigest()
    return draft


def read_records(draft: Draft, name: str, file: str, content: hashlib._Hash) -> None:
    """Read one YAML file by its description."""
    text = _read(draft, file, content)
    tree = None
    if text is not None:
        tree, problems = read_yaml(text, file)
        draft.report.problems += problems
    before = len(draft.report.problems)
    draft.report.within = file
    fields = FILES[name].read(tree, draft.report) if tree is not None else None
    if any(problem.code in _BAD_NAMES for problem in draft.report.problems[before:]):
        draft.broken.add(name)
    draft.files[name] = fields if fields is not None else Fields(Place(file, 1, 1))
    if fields is None:
        draft.broken.add(name)


def _read(draft: Draft, name: str, content: hashlib._Hash) -> str | None:
    data, text, problems = read_file(draft.folder, name)
    draft.report.problems += problems
    content.update(f"{name}\0{len(data)}\0".encode())
    content.update(data)
    return text


def _check_format(draft: Draft) -> None:
    scenario = draft.files["scenario"]
    found = scenario.value("format", FORMAT)
    if found != FORMAT:
        draft.report("shape-format", scenario["format"].place, found=found, expected=FORMAT)


def read_data(draft: Draft, inner: str, content: hashlib._Hash) -> None:
    """Read every series of one inner folder."""
    names, problems = list_files(draft.folder, inner, ".csv")
    draft.report.problems += problems
    for name in names:
        text = _read(draft, name, content)
        if text is None or not csv_data.read_csv(text, name, draft.series, draft.report):
            draft.broken.add("data")


def _read_stories(draft: Draft, content: hashlib._Hash) -> None:
    years = {chapter.value("id"): chapter.value("year") for chapter in draft.chapters}
    horizon = draft.horizon
    if horizon is None:
        return
    years[ENDING] = horizon[2] - 1
    story = draft.files["story"]
    wanted = {chapter.value("id"): chapter["id"].place for chapter in draft.chapters if "id" in chapter}
    wanted[ENDING] = story.where("endings")
    for lang in draft.languages:
        expected = {f"story/{lang}/{chapter}.md": chapter for chapter, year in years.items() if chapter and year}
        present, problems = list_files(draft.folder, f"story/{lang}", ".md")
        draft.report.problems += problems
        draft.texts[lang] = {}
        for name, chapter in expected.items():
            if name not in present:
                draft.report("text-file-missing", wanted.get(chapter, story.place), name=name)
                continue
            text = _read(draft, name, content)
            if text is not None:
                sections = read_texts(text, name, horizon[1], years[chapter], draft.report)
                draft.texts[lang][chapter] = sections
        for name in sorted(set(present) - set(expected)):
            if "story" not in draft.broken:
                near = nearest(name, expected)
                draft.report("text-file-unknown", Place(name, 1, 1), nearest=near, allowed=list(expected))


def _strangers(draft: Draft) -> None:
    """Warn of files that look as if they should be read, such as ``level.yaml``."""
    known = [*(f"{name}.yaml" for name in FILES), WITNESSES]
    try:
        present = sorted(p.name for p in draft.folder.iterdir() if p.is_file())
    except OSError:
        return
    for name in present:
        if name not in known and not name.startswith((".", *_OTHERS)):
            draft.report.warn("file-unknown", Place(name, 1, 1), nearest=nearest(name, known))
    spoken = {f"story/{lang}" for lang in LANGUAGES}
    for inner in sorted(p.name for p in _folders(draft.folder / "story")):
        if f"story/{inner}" not in spoken or inner not in draft.languages:
            draft.report.warn("file-unknown", Place(f"story/{inner}", 1, 1))


def _folders(folder: Path) -> list[Path]:
    try:
        return [p for p in folder.iterdir() if p.is_dir() and not p.name.startswith(".")]
    except OSError:
        return []
