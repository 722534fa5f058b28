"""docs/institutions.md: what is to be typed can be typed, and both languages say the same."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
import typer

from tests.conftest import ROOT
from workbook.cli import build

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


def test_on_a_hub_the_notebooks_are_copied(tmp_path: Path) -> None:
    for guide in GUIDES:
        line = next(line for line in guide.read_text(encoding="utf-8").splitlines() if line.startswith("    python -c"))
        subprocess.run(
            [sys.executable, *shlex.split(line)[1:]], cwd=tmp_path, check=True, env={"PYTHONPATH": str(ROOT)}
        )
    assert {path.parent.parent.name for path in tmp_path.glob("*/de/00-willkommen.ipynb")} == {
        "soziale-arbeit-2030", "social-work-2030",
    }  # fmt: skip
