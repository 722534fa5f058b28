"""Zero where a scene is told, above zero where it is not, smaller on the way there."""

from __future__ import annotations

import numpy as np
import pytest

from workbook.audit.distance import Distance
from workbook.expr.parse import parse

CONDITIONS = (
    "reach > 25",
    "reach <= 25",
    "welcome == 50",
    "welcome != 50",
    "not (reach > 25)",
    "reach > 25 and welcome < 40",
    "reach > 25 or welcome < 40",
    "not (reach > 25 or decision.rent == 'share')",
    "decision.night != 'open' and change(reach, 2025, 2029) < 0",
    "(reach > 20) if decision.rent == 'save' else (welcome > 50)",
)


@pytest.mark.parametrize("text", CONDITIONS)
@pytest.mark.parametrize("wanted", [True, False])
def test_zero_exactly_where_it_holds(evidence, text, wanted):
    plays, chapter = evidence.plays, evidence.scenario.chapters[1]
    node = parse(text, "truth")
    far = Distance(plays, chapter).to(plays, node, wanted=wanted)
    assert ((far == 0) == (plays.holds(node, chapter.year) == wanted)).all()
    assert (far >= 0).all()
    assert (far == 0).any()
    assert (far > 0).any()


def test_the_nearer_the_smaller(evidence):
    plays, chapter = evidence.plays, evidence.scenario.chapters[1]
    far = Distance(plays, chapter).to(plays, parse("reach > 25", "truth"), wanted=True)
    reach = plays.value("reach", chapter.year)
    below = np.argsort(reach)[: int((reach <= 25).sum())]
    assert (np.diff(far[below]) <= 0).all()


def test_to_a_scene_is_also_away_from_those_before_it(evidence):
    plays = evidence.plays
    for k, chapter in enumerate(evidence.scenario.chapters):
        distance = Distance(plays, chapter)
        for j in range(len(chapter.scenes)):
            assert ((distance.to_scene(plays, j) == 0) == plays.told(k, j)).all()
