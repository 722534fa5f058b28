"""Notebooks and decks for the site: each is run, then written as one file under its own name."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path
from typing import Any

from workbook.export.site import Leaf
from workbook.notebook.running import read_notebook, run_notebook
from workbook.text import LANGUAGES

_DECK = re.compile(r"2\d-")
"""Notebooks from 20 to 29 are talks."""

_HEADING = re.compile(r"^# +(.+?)\s*$", re.MULTILINE)


def notebook_leaves(
    folder: Path, ids: Collection[str], pause: Callable[[], AbstractContextManager[None]]
) -> list[Leaf]:
    """The notebooks of a folder that has one folder per language.

    Parameters
    ----------
    folder
        As ``notebooks`` of the package.
    ids
        Only notebooks about these scenarios, which have the id in their name; all when empty.
    pause
        Held while a notebook runs: it shows a progress of its own.
    """
    found = [path for lang in LANGUAGES for path in sorted((folder / lang).glob("*.ipynb")) if _wanted(path.stem, ids)]
    places = {path.relative_to(folder).as_posix(): _place(path) for path in found}
    return [
        Leaf(
            places[name],
            _kind(path),
            path.parent.name,
            _title(path),
            partial(_text, path, dict(_siblings(name, places)), pause),
        )
        for name, path in ((path.relative_to(folder).as_posix(), path) for path in found)
    ]


def _wanted(stem: str, ids: Collection[str]) -> bool:
    return not ids or any(stem.endswith(f"-{id_}") for id_ in ids)


def _kind(path: Path) -> str:
    return "slides" if _DECK.match(path.name) else "notebooks"


def _place(path: Path) -> str:
    return f"{_kind(path)}/{path.stem}.{path.parent.name}.html"


def _siblings(name: str, places: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """A link from one notebook to another, as it is written -> as it is on the site."""
    for other, place in places.items():
        written = posixpath.relpath(other, posixpath.dirname(name))
        yield written, posixpath.relpath(place, posixpath.dirname(places[name]))


def _title(path: Path) -> str:
    """The first heading, else the name of the file."""
    texts = (cell.source for cell in read_notebook(path).cells if cell.cell_type == "markdown")
    heading = next((found[1] for text in texts if (found := _HEADING.search(text))), path.stem)
    return re.sub(r"[*_`]", "", heading)


def _text(path: Path, siblings: Mapping[str, str], pause: Callable[[], AbstractContextManager[None]]) -> str:
    lang, folder, notebook = path.parent.name, path.resolve().parent, read_notebook(path)
    with pause():
        run_notebook(notebook, folder, lang)
    exporter = _exporter(path)
    exporter.lang, exporter.siblings = lang, dict(siblings)
    text, _ = exporter.from_notebook_node(notebook, {"metadata": {"name": path.stem, "path": str(folder)}})
    return str(text)


def _exporter(path: Path) -> Any:
    # nbconvert's classes are untyped.
    if _kind(path) == "slides":
        from workbook.slides import SlidesExporter

        slides: Any = SlidesExporter
        return slides()
    from workbook.notebook import HtmlExporter

    page: Any = HtmlExporter
    return page()
