"""The worked example of docs/authors.md, followed word by word, ends in a page."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

import workbook as wb
from tests.conftest import ROOT
from workbook.cli import answer
from workbook.folder import check_folder

STEP = re.compile(r"<!-- (run|append|before)(?: \"(.*?)\")?(?:: (\S+))? -->\n```\w*\n(.*?)```", re.DOTALL)
GUIDES = sorted((ROOT / "docs").glob("authors*.md"))


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.stem)
def test_the_worked_example_ends_in_a_page(guide: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    steps = STEP.findall(guide.read_text(encoding="utf-8"))
    assert len(steps) >= 10
    for kind, mark, name, text in steps:
        if kind == "run":
            for line in text.strip().splitlines():
                assert answer(shlex.split(line)[1:]) == 0, line
            continue
        path = tmp_path / "offene-tuer" / name
        before = path.read_text(encoding="utf-8") if path.exists() else ""
        assert kind == "append" or before.count(mark) == 1, (name, mark)
        path.write_text(before + text if kind == "append" else before.replace(mark, text + mark), encoding="utf-8")
    assert check_folder(tmp_path / "offene-tuer")[1] == ()
    scenario = wb.load(tmp_path / "offene-tuer").scenario
    assert {"interpreters"} <= scenario.levers.keys()
    assert {"official_language"} == scenario.facts.keys()
    page = (tmp_path / "offene-tuer.html").read_text(encoding="utf-8")
    assert "Sechzehn Wörter" in page
    assert "Sixteen words" in page


def test_both_languages_have_the_same_steps() -> None:
    first, *others = [STEP.findall(guide.read_text(encoding="utf-8")) for guide in GUIDES]
    assert all(steps == first for steps in others)
