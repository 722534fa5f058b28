"""docs/lecturers.md, followed word by word: a seminar's folder is made, and what is named exists."""

from __future__ import annotations

import re
import shlex
from typing import TYPE_CHECKING

from tests.conftest import ROOT
from tests.guides import follow, steps_of
from workbook.cli import answer

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

GUIDES = sorted((ROOT / "docs").glob("lecturers*.md"))


def test_the_seminar_of_the_guide(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    follow(ROOT / "docs/lecturers.de.md", tmp_path)
    made = {path.suffix for path in (tmp_path / "seminar").rglob("*") if path.is_file()}
    index = (tmp_path / "seminar/index.html").read_text(encoding="utf-8")
    assert ".html" in made
    assert "Die Akte schreibt mit" in index
    for line in re.findall(r"`(workbook export [^`]+)`", (ROOT / "docs/lecturers.de.md").read_text(encoding="utf-8")):
        assert answer(shlex.split(line.replace(".pdf", ".html"))[1:]) == 0, line


def test_both_languages_have_the_same_steps() -> None:
    german, english = (steps_of(path) for path in GUIDES)
    assert german == english
