"""The compiled program against NumPy, and its builds apart from each other."""

from __future__ import annotations

import numpy as np
import pytest

import workbook as wb
from tests.strategies import random_settings
from workbook.engine.program import program_of
from workbook.engine.vector import VectorProgram
from workbook.ensembles.compiled import Compiled, compiled_text, module_of
from workbook.setting import plan_of

pytest.importorskip("numba")


@pytest.fixture(scope="module")
def both(klein):
    scenario = wb.load(klein).scenario
    program, wanted = program_of(scenario), tuple(scenario.indicators)
    fixed = {n: c.value for n, c in scenario.constants.items() if not c.uncertain}
    settings = list(random_settings(scenario, 50, seed=3))
    plans = np.array([plan_of(scenario, s) for s in settings])
    segments = [[plans[:, k, j] for j in range(plans.shape[2])] for k in range(plans.shape[1])]
    spread = np.linspace(0.2, 0.6, 50)
    constants = [spread if c.uncertain else c.value for c in scenario.constants.values()]
    return program, wanted, fixed, segments, constants


def test_it_agrees_with_numpy(both):
    program, wanted, fixed, segments, constants = both
    expected = VectorProgram(program, wanted).run(segments, constants, 50)
    for parallel in (False, True):
        found = Compiled(program, wanted, fixed, parallel=parallel).run(segments, constants, 50)
        np.testing.assert_allclose(found, expected, rtol=1e-9)


def test_serial_and_parallel_share_no_cache(both):
    program, wanted, fixed, _, _ = both
    texts = {p: compiled_text(program, wanted, fixed, parallel=p) for p in (False, True)}
    files = {p: module_of(texts[p], parallel=p).__file__ for p in texts}
    assert files[True] != files[False]
    same = module_of(texts[True], parallel=False).__file__
    assert same not in files.values()


def test_a_cache_that_cannot_be_written_is_done_without(both, monkeypatch, tmp_path):
    program, wanted, fixed, _, _ = both
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    text = compiled_text(program, wanted, fixed, parallel=False)
    assert not module_of(text, parallel=False).__file__.startswith(str(tmp_path))
