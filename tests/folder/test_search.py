from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from workbook.errors import UsageError
from workbook.folder import available, find, load


@pytest.fixture
def here(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with one scenario of its own."""
    (tmp_path / "scenarios").mkdir()
    shutil.copytree(folder, tmp_path / "scenarios" / "klein-dort")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_by_path_and_by_id(here: Path) -> None:
    assert find(str(here / "klein")) == here / "klein"
    assert find(here / "klein" / "scenario.yaml") == here / "klein"
    assert find("klein") == Path("klein")
    assert find("klein-dort") == Path("scenarios/klein-dort")
    assert find("./klein").resolve() == here / "klein"
    assert "klein-dort" in available()


@pytest.mark.parametrize(
    "name", ["klein-dor", "", "../../etc/passwd", "a\0b", "scenarios/nichts", "Klein?", "x" * 5_000]
)
@pytest.mark.usefixtures("here")
def test_what_is_not_there(name: str) -> None:
    with pytest.raises(UsageError) as caught:
        find(name)
    assert caught.value.code == "usage-scenario"
    assert "klein-dort" in caught.value.text("en")


@pytest.mark.usefixtures("here")
def test_the_nearest_name() -> None:
    with pytest.raises(UsageError, match="klein-dort"):
        load("klein-dor")


def test_those_of_the_package_come_last(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    packaged = here / "package"
    shutil.copytree(here / "klein", packaged / "klein-dort")
    shutil.copytree(here / "klein", packaged / "ganz-da")
    monkeypatch.setattr("workbook.folder.search.installed_folder", lambda: packaged)
    assert available() == ["ganz-da", "klein-dort"]
    assert find("klein-dort") == Path("scenarios/klein-dort")
    assert find("ganz-da") == packaged / "ganz-da"
