"""The two scenarios as workbooks, and a Node.js to hold the page's own scripts against."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.node import find_node
from workbook.folder import load
from workbook.run import Workbook


@pytest.fixture(scope="session")
def small(klein: Path) -> Workbook:
    return Workbook(load(klein))


@pytest.fixture(scope="session")
def large(root: Path) -> Workbook:
    return Workbook(load(root / "scenarios" / "soziale-arbeit-2030"))


@pytest.fixture(scope="session")
def node() -> str:
    """The path of Node.js."""
    return find_node()
