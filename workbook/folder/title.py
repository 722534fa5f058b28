"""A scenario's title from its first file alone: a list to choose from need not read whole scenarios."""

from __future__ import annotations

from pathlib import Path

from workbook.folder.reading import read_file
from workbook.folder.yaml_tree import Mapping, Scalar, Tree, read_yaml


def title_of(folder: Path, lang: str) -> str:
    """The title in a language, else in the first one that is there; the folder's name when there is none."""
    _, text, _ = read_file(folder, "scenario.yaml")
    tree = read_yaml(text, "scenario.yaml")[0] if text is not None else None
    found = _under(_under(tree)["title"]) if "title" in _under(tree) else {}
    titles = {name: node.text for name, node in found.items() if isinstance(node, Scalar)}
    return next(title for title in (titles.get(lang), *titles.values(), folder.name) if title)


def _under(tree: Tree | None) -> dict[str, Tree]:
    return {key.text: node for key, node in tree.entries} if isinstance(tree, Mapping) else {}
