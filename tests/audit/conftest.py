"""A small scenario that has nothing to be told of, to be copied and damaged."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from workbook.audit import audit
from workbook.audit.evidence import Evidence, gather
from workbook.errors import Problem
from workbook.folder import load
from workbook.model import Scenario

TODAY = dt.date(2026, 12, 1)
PLAYS = 400


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text, (path, old)
    path.write_text(text.replace(old, new), encoding="utf-8")


def mended(klein: Path, folder: Path) -> Path:
    """The small house with a third scene at its door, and a memory that fades where everyone is welcome."""
    shutil.copytree(klein, folder)
    zu = "      - {id: zu, mood"
    change(folder / "story.yaml", zu, "      - {id: spalt, when: reach > 23, mood: ambivalent, voice: host}\n" + zu)
    change(folder / "indicators.yaml", "equals: memory\n", "equals: memory * (1 - welcome / 200)\n")
    for lang, title, text in (("de", "Ein Spalt", "Licht fällt heraus."), ("en", "A gap", "Light falls out.")):
        with (folder / "story" / lang / "tuer.md").open("a", encoding="utf-8") as file:
            file.write(f"\n## spalt: {title}\n\n{text}\n")
    return folder


@pytest.fixture
def sound(klein: Path, tmp_path: Path) -> Path:
    """A folder without a fault."""
    return mended(klein, tmp_path / "klein")


@pytest.fixture(scope="session")
def house(klein: Path, tmp_path_factory: pytest.TempPathFactory) -> Scenario:
    """The same, loaded, for tests that leave it as it is."""
    return load(mended(klein, tmp_path_factory.mktemp("house") / "klein"))


@pytest.fixture(scope="session")
def evidence(house: Scenario) -> Evidence:
    return gather(house, PLAYS)


@pytest.fixture(scope="session")
def large() -> Scenario:
    return load("soziale-arbeit-2030")


def found(folder: Path, plays: int = PLAYS) -> list[Problem]:
    return list(audit(load(folder), plays, today=TODAY).problems)


@pytest.fixture
def one(sound: Path) -> Callable[..., Problem]:
    """Change a file of the sound folder and return the one problem that comes of it."""

    def damage(file: str, old: str, new: str) -> Problem:
        change(sound / file, old, new)
        (problem,) = found(sound)
        return problem

    return damage
