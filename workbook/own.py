"""An own scene in a copy of a scenario: one for each chapter and one ending, put before those that are there.

In: a scenario and what a person wrote. Out: the copy in ``meine-zukuenfte``, changed only when it still is valid.
"""

from __future__ import annotations

import json
import re
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from workbook.errors import ScenarioError
from workbook.folder import check_folder
from workbook.folder.copying import copy_folder
from workbook.model import Scenario
from workbook.saving import WriteError, written
from workbook.shelf import home
from workbook.text import base_language

NAME = "eigene"
"""The id of an own scene within its chapter."""

_ELSEWHERE = {
    "de": "*Diese Szene gibt es bisher nur auf Englisch.*\n\n",
    "en": "*So far this scene exists in German only.*\n\n",
}


@dataclass(frozen=True, slots=True)
class OwnScene:
    """What a person wrote; ``price`` belongs to a utopia, ``crack`` to a dystopia."""

    chapter: str
    title: str
    text: str
    when: str
    mood: str
    voice: str
    price: str = ""
    crack: str = ""
    care: tuple[str, ...] = ()


def own_folder(scenario: Scenario) -> Path:
    """Where the copy lies, whether it is there or not."""
    return home() / f"{scenario.id}-eigen"


def begin(scenario: Scenario) -> Path:
    """The copy; made when it is not there.

    Raises
    ------
    WriteError
        When the folder is closed or the disk is full.
    """
    target = own_folder(scenario)
    if not target.is_dir():
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            copy_folder(scenario.folder, target)
        except OSError as error:
            raise WriteError(target, error) from error
    return target


def put(scenario: Scenario, scene: OwnScene, lang: str) -> Scenario:
    """Put a scene into the copy; an own one that is there is replaced.

    Parameters
    ----------
    lang
        The language it was written in; the others get the same words and say so.

    Returns
    -------
    Scenario
        The copy, valid.

    Raises
    ------
    ScenarioError
        With every problem of what was written; the copy stays as it was.
    WriteError
    """
    return _changed(scenario, scene.chapter, scene, lang)


def take_back(scenario: Scenario, chapter: str) -> Scenario:
    """The copy without the own scene of a chapter; errors as of :func:`put`."""
    return _changed(scenario, chapter, None, "de")


def _changed(scenario: Scenario, chapter: str, scene: OwnScene | None, lang: str) -> Scenario:
    folder = begin(scenario)
    before = _loaded(folder)
    files = _files(before, folder, chapter, scene, lang)
    with tempfile.TemporaryDirectory() as trial:
        there = Path(trial) / folder.name
        shutil.copytree(folder, there)
        for name, text in files.items():
            (there / name).write_text(text, encoding="utf-8")
        _loaded(there)
    for name, text in files.items():
        with written(folder / name) as file:
            file.write_text(text, encoding="utf-8")
    return _loaded(folder)


def _loaded(folder: Path) -> Scenario:
    scenario, problems = check_folder(folder)
    if scenario is None:
        raise ScenarioError(folder.name, [p for p in problems if p.severity == "error"])
    return scenario


def _files(before: Scenario, folder: Path, chapter: str, scene: OwnScene | None, lang: str) -> dict[str, str]:
    """The new texts of all files that change."""
    told = next(c for c in before.chapters if c.name == chapter)
    story = (folder / "story.yaml").read_text(encoding="utf-8").splitlines(keepends=True)
    first = told.scenes[0]
    line, indent = first.place.line - 1, first.place.column - 3
    if first.name == NAME:
        end = line + 1
        while end < len(story) and story[end].startswith(" " * (indent + 1)):
            end += 1
        del story[line:end]
    else:
        while story[line - 1].lstrip().startswith("#"):  # a remark about the scene below
            line -= 1
    if scene is not None:
        story[line:line] = [f"{' ' * indent}{part}\n" for part in _yaml(scene, before.languages)]
    files = {"story.yaml": "".join(story)}
    for each in before.languages:
        name = f"story/{each}/{chapter}.md"
        text = (folder / name).read_text(encoding="utf-8")
        text = re.sub(rf"(?ms)^## {NAME}:.*?(?=^## |\Z)", "", text).rstrip() + "\n"
        if scene is not None:
            apart = "" if base_language(each) == base_language(lang) else _ELSEWHERE[base_language(each)]
            text += f"\n## {NAME}: {' '.join(scene.title.split())}\n\n{apart}{scene.text.strip()}\n"
        files[name] = text
    return files


def _yaml(scene: OwnScene, languages: tuple[str, ...]) -> list[str]:
    lines = [f"- id: {NAME}", f"  when: {_quoted(scene.when)}", f"  mood: {scene.mood}", f"  voice: {scene.voice}"]
    if scene.care:
        lines.append(f"  care: [{', '.join(scene.care)}]")
    for key, words in (("price", scene.price), ("crack", scene.crack)):
        if words.strip():
            lines.append(f"  {key}: {{{', '.join(f'{lang}: {_quoted(words)}' for lang in languages)}}}")
    return lines


def _quoted(words: str) -> str:
    """As YAML in double quotes, on one line."""
    return json.dumps(" ".join(words.split()), ensure_ascii=False)
