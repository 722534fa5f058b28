"""Where something stands in a file of the folder, for what the scenario keeps no place of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from workbook.errors import Place
from workbook.folder.reading import read_file
from workbook.folder.yaml_tree import Mapping, read_yaml
from workbook.model import Passage, Scenario


def key_in(scenario: Scenario, file: str, *keys: str) -> Place:
    """The place of a key of a YAML file, below the keys that are named before it."""
    text = read_file(_folder(scenario, file), file)[1]
    tree = read_yaml(text, file)[0] if text is not None else None
    place = Place(file)
    for wanted in keys:
        pairs = tree.entries if isinstance(tree, Mapping) else ()
        key, tree = next(((key, value) for key, value in pairs if key.text == wanted), (None, None))
        if key is None:
            return Place(file)
        place = key.place
    return place


def in_passage(scenario: Scenario, passage: Passage, pattern: re.Pattern[str]) -> Iterator[tuple[str, Place]]:
    """What a pattern finds in a passage as its file has it, with the place."""
    heading = passage.place
    for number, line in enumerate(_lines(scenario, heading.file), start=1):
        if number > heading.line and line.startswith("## "):
            return
        if number >= heading.line:
            for match in pattern.finditer(line):
                yield match.group(), Place(heading.file, number, match.start() + 1)


def _lines(scenario: Scenario, file: str) -> list[str]:
    text = read_file(_folder(scenario, file), file)[1]
    return re.split(r"\r\n|\r|\n", text) if text is not None else []


def _folder(scenario: Scenario, file: str) -> Path:
    """A shared module lies beside the scenario."""
    return scenario.folder.parent if file.startswith("_") else scenario.folder
