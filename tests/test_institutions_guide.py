"""docs/institutions.md: what is to be typed can be typed, and both languages say the same."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
import typer

from tests.conftest import ROOT
from workbook.cli import answer, build

if TYPE_CHECKING:
    from pathlib import Path

GUIDES = sorted((ROOT / "docs").glob("institutions*.md"))


def blocks(guide: Path) -> list[str]:
    """The lines to be typed, without remarks and names that differ between languages."""
    lines = re.findall(r"^    (\S.*)$", guide.read_text(encoding="utf-8"), re.MULTILINE)
    return [re.sub(r"Path\('.*?'\)", "Path()", line.partition("  #")[0].strip()) for line in lines]


def test_both_languages_ask_to_type_the_same() -> None:
    german, english = (blocks(guide) for guide in GUIDES)
    assert german == english
    assert len(german) > 3


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.name)
def test_every_command_and_option_exists(guide: Path) -> None:
    known = typer.main.get_command(build()).commands
    text = guide.read_text(encoding="utf-8")
    typed = [line.split()[1:] for line in re.findall(r"[`\s](workbook [a-z]+[^`\n]*)[`\n]", text)]
    assert typed
    for name, *words in typed:
        options = {option for parameter in known[name].params for option in parameter.opts}
        assert {word for word in words if word.startswith("-")} <= options, (name, words)


def test_on_a_hub_the_notebooks_are_copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for guide in GUIDES:
        (line,) = (typed for typed in blocks(guide) if typed.startswith("workbook lab"))
        assert answer(line.split()[1:]) == 0
        folder = tmp_path / line.split()[-1]
        assert {path.name for path in folder.iterdir()} >= {"de", "en"}
        assert (folder / "de/00-willkommen.ipynb").is_file()
