"""Boxes, compared with the EMA Workbench on the same samples and with what can be counted."""

from __future__ import annotations

import json
from importlib.util import find_spec

import numpy as np
import pytest

from tests.insight.box_samples import cases, inputs
from tests.tools.ema_boxes import BOXES, STORED, boxes
from workbook.insight.prim import Samples, quantile, quasi_p, restrictions, trajectory, without


def ours() -> dict:
    numbers, words = inputs()
    found = {}
    for name, hits in cases().items():
        samples = Samples(numbers, words, hits)
        whole, left, rows = samples.whole, np.ones(hits.size, dtype=bool), []
        for _ in range(BOXES):
            steps = trajectory(samples, left, whole)
            box = steps[-1]
            inside = samples.inside(box, whole) & left
            rows.append({
                "steps": len(steps), "coverage": (inside & hits).sum() / hits.sum(), "density": hits[inside].mean(),
                "mass": inside.mean(), "limits": {}, "chances": {},
            })  # fmt: skip
            for (side, k, value), chance in quasi_p(samples, box, whole, left).items():
                column = f"w{k}" if side == "kept" else f"x{k}"
                limits = [sorted(value)] if side == "kept" else [box.low[k], box.high[k]]
                rows[-1]["limits"][column] = limits
                chances = rows[-1]["chances"].setdefault(column, [-1.0, -1.0])
                chances[side == "high"] = chance
            left &= ~inside
        found[name] = rows
    return found


def compare(theirs: dict) -> None:
    for name, rows in ours().items():
        for own, ema in zip(rows, theirs[name], strict=True):
            assert own["steps"] == ema["steps"]
            assert own["limits"] == ema["limits"]
            for measure in ("coverage", "density", "mass"):
                assert own[measure] == pytest.approx(ema[measure], rel=1e-12)
            for column, pair in own["chances"].items():
                assert pair == pytest.approx(ema["chances"][column], rel=1e-9)


def test_the_boxes_are_those_of_the_ema_workbench():
    compare(json.loads(STORED.read_text(encoding="utf-8"))["boxes"])


@pytest.mark.skipif(find_spec("ema_workbench") is None, reason="the EMA Workbench is not installed")
def test_the_boxes_are_those_of_the_installed_ema_workbench():
    compare(boxes())


def test_a_corner_without_noise_is_found_exactly():
    rng = np.random.default_rng(3)
    numbers, words = np.round(rng.random((3, 2_000)) * 10), rng.integers(0, 3, (1, 2_000))
    corner = (numbers[0] >= 6) & (numbers[1] <= 5) & (words[0] != 2)
    samples = Samples(numbers, words, corner)
    box = trajectory(samples)[-1]
    assert {(side, k) for side, k, _ in restrictions(box, samples.whole)} == {("low", 0), ("high", 1), ("kept", 0)}
    assert (samples.inside(box, samples.whole) == corner).all()


def test_every_step_keeps_the_promised_mass_and_gains():
    numbers, words = inputs()
    samples = Samples(numbers, words, cases()["slope"])
    masks = [samples.inside(box, samples.whole) for box in trajectory(samples)]
    densities = [samples.cases[mask].mean() for mask in masks]
    assert all(mask.mean() >= 0.05 for mask in masks)
    assert densities == sorted(densities)
    assert densities[0] == samples.cases.mean()


def test_a_limit_that_means_nothing_has_a_high_chance():
    numbers, words = inputs()
    samples = Samples(numbers, words, cases()["corner"])
    whole = samples.whole
    box = whole.put("high", 0, 0.45).put("low", 4, 0.3)
    chances = {limit[:2]: chance for limit, chance in quasi_p(samples, box, whole).items()}
    assert chances["high", 0] < 1e-6
    assert chances["low", 4] > 0.05
    assert without(box, ("low", 4, 0.3), whole) == whole.put("high", 0, 0.45)


def test_ties_stay_together():
    ordered = np.array([0.0] * 50 + [1.0] * 30 + [2.0] * 20)
    assert quantile(ordered, 0.05) == 0.5
    assert quantile(ordered, 0.95) == 1.5
    assert quantile(np.zeros(9), 0.05) == 0.0
