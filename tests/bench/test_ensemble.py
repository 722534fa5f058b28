"""What ensembles are measured against computes the same."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import numpy as np
import pytest

import workbook as wb
from tests.bench import ensemble
from tests.bench.engine import SCENARIO, handmade
from workbook.ensembles.compute import job_of
from workbook.xmile.exporting import NAMESPACE, xmile_text


def test_the_hand_written_loop_has_the_same_equations() -> None:
    pytest.importorskip("numba")
    book = wb.load(SCENARIO)
    job = job_of(book.scenario, ensemble._wish(book, 60, "numpy"))
    rows = job.space.draw(range(60))
    loops = handmade("model_numba").loops([c.name for c in job.space.constants])
    for parallel in (False, True):
        np.testing.assert_allclose(ensemble.by_hand(loops[parallel], rows), job.means(rows), rtol=1e-9)


def test_tables_become_straight_lines() -> None:
    book = wb.load(SCENARIO)
    before = xmile_text(book.scenario, book.run().setting)
    after = ET.fromstring(ensemble.straight(before))
    assert before.count("<gf") == len(book.scenario.inputs) == 2
    assert not list(after.iter(f"{{{NAMESPACE}}}gf"))
    lines = [e.text for e in after.iter(f"{{{NAMESPACE}}}eqn") if "RAMP" in (e.text or "")]
    assert len(lines) == 2
