"""A room of twelve, and codes as rooms write them."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tests.strategies import random_setting
from workbook.folder import load
from workbook.run import Workbook
from workbook.runcode import encode
from workbook.setting import Setting

PEOPLE = 12


@pytest.fixture(scope="session")
def large(root: Path) -> Workbook:
    return Workbook(load(root / "scenarios" / "soziale-arbeit-2030"))


@pytest.fixture(scope="session")
def small(klein: Path) -> Workbook:
    return Workbook(load(klein))


def settings_for(workbook: Workbook, count: int, seed: int) -> list[Setting]:
    dice = random.Random(seed)
    return [random_setting(workbook.scenario, dice) for _ in range(count)]


def codes_for(workbook: Workbook, count: int = PEOPLE, seed: int = 7) -> list[str]:
    """Codes of as many different runs."""
    found = [encode(workbook.scenario, setting) for setting in settings_for(workbook, count, seed)]
    assert len(set(found)) == count
    return found


@pytest.fixture
def codes(large: Workbook) -> list[str]:
    return codes_for(large)
