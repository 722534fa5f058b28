"""The two scenarios as workbooks, and a Node.js to hold the page's own scripts against."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

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
    """The path of Node.js; its absence is a skip here and a failure where CI runs."""
    path = shutil.which("node")
    if path is None:
        reason = "no Node.js: see `make test`"
        pytest.fail(reason) if os.environ.get("CI") else pytest.skip(reason)
    return path
