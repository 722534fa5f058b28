"""The six scenarios as workbooks, and what is made of them, each made once."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from workbook.folder import load
from workbook.kit import kit_html
from workbook.run import Workbook

ROOT = Path(__file__).resolve().parents[2]
SIX = tuple(sorted(p.name for p in (ROOT / "scenarios").iterdir() if (p / "scenario.yaml").is_file()))


@cache
def book(name: str) -> Workbook:
    """A scenario by its id; ``klein`` is the small one of the tests."""
    return Workbook(load(ROOT / ("tests/scenarios" if name == "klein" else "scenarios") / name))


@cache
def page(name: str, kind: str, lang: str = "de") -> str:
    return kit_html(book(name), kind, lang)


@pytest.fixture(params=SIX)
def name(request: pytest.FixtureRequest) -> str:
    """The id of each of the six."""
    return request.param
