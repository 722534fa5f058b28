"""The small scenario, and what each of its 4,158 settings comes to."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest

from workbook.backcasting.space import Point, Space
from workbook.folder import load
from workbook.run import Workbook


@pytest.fixture(scope="session")
def small(klein: Path) -> Workbook:
    return Workbook(load(klein))


@pytest.fixture(scope="session")
def space(small: Workbook) -> Space:
    return Space(small.scenario, "weiter-so", frozenset())


@pytest.fixture(scope="session")
def everything(small: Workbook, space: Space) -> dict[Point, float]:
    """The last year's reach of every setting there is."""
    points = list(itertools.product(*map(range, space.sizes)))
    readers = small.simulator.many([space.setting(point) for point in points], ["reach"])
    last = small.scenario.time.years[-1]
    return {point: reader("reach", last) for point, reader in zip(points, readers, strict=True)}
