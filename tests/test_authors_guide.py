"""The worked example of docs/authors.md, followed word by word, ends in a page."""

from __future__ import annotations

from pathlib import Path

import pytest

import workbook as wb
from tests.conftest import ROOT
from tests.guides import follow, steps_of
from workbook.folder import check_folder

GUIDES = sorted((ROOT / "docs").glob("authors*.md"))


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.stem)
def test_the_worked_example_ends_in_a_page(guide: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert len(steps_of(guide)) >= 10
    follow(guide, tmp_path / "offene-tuer")
    assert check_folder(tmp_path / "offene-tuer")[1] == ()
    scenario = wb.load(tmp_path / "offene-tuer").scenario
    assert {"interpreters"} <= scenario.levers.keys()
    assert {"official_language"} == scenario.facts.keys()
    page = (tmp_path / "offene-tuer.html").read_text(encoding="utf-8")
    assert "Sechzehn Wörter" in page
    assert "Sixteen words" in page


def test_both_languages_have_the_same_steps() -> None:
    first, *others = [steps_of(guide) for guide in GUIDES]
    assert all(steps == first for steps in others)
