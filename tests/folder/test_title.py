"""A title is read from one file, whatever state the rest of the folder is in."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import ROOT
from workbook.folder import load
from workbook.folder.title import title_of

SIX = sorted(path.parent for path in (ROOT / "scenarios").glob("*/scenario.yaml"))


@pytest.mark.parametrize("folder", SIX, ids=lambda folder: folder.name)
def test_it_is_the_one_of_the_whole_scenario(folder: Path) -> None:
    titles = load(folder).title
    assert [title_of(folder, lang) for lang in ("de", "en", "de-einfach")] == [
        titles[lang] for lang in ("de", "en", "de-einfach")
    ]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("title: {en: Only English}", "Only English"),
        ("title: {de: '', en: Only English}", "Only English"),
        ("title: Ohne Sprache", "ordner"),
        ("title: {de: [1]}", "ordner"),
        ("titel: {de: vertippt}", "ordner"),
        ("- liste", "ordner"),
        ("title: {de: offen", "ordner"),
        ("", "ordner"),
    ],
)
def test_what_has_no_title_goes_by_its_folder(tmp_path: Path, text: str, title: str) -> None:
    folder = tmp_path / "ordner"
    folder.mkdir()
    assert title_of(folder, "de") == "ordner"
    (folder / "scenario.yaml").write_text(text, encoding="utf-8")
    assert title_of(folder, "de") == title
