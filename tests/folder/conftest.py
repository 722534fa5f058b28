"""The small valid scenario, and copies of it that a test may spoil."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from workbook.errors import Problem
from workbook.folder import check_folder

KLEIN = Path(__file__).parents[1] / "scenarios" / "klein"

Found = list[tuple[str, str, int]]


@pytest.fixture(autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """No test reads or fills the user's own cache folder."""
    cache = tmp_path_factory.mktemp("cache")
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache))
    return cache


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the small scenario."""
    return Path(shutil.copytree(KLEIN, tmp_path / "klein"))


@pytest.fixture
def spoil(folder: Path) -> Callable[[str, str, str], tuple[Problem, ...]]:
    """Replace a piece of one file and say what is wrong then."""

    def change(name: str, old: str, new: str) -> tuple[Problem, ...]:
        path = folder / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        return check_folder(folder)[1]

    return change
