"""SALib behind our adapter: known answers, and the same numbers as without it."""

from __future__ import annotations

import numpy as np
import pytest
from SALib.analyze import morris as morris_analysis
from SALib.analyze import sobol as sobol_analysis
from SALib.sample import morris as morris_sample
from SALib.sample import sobol as sobol_sample

import workbook as wb
from workbook.errors import UsageError
from workbook.insight.estimate import effects_of, problem_of, shares_of
from workbook.insight.factors import LEVELS
from workbook.insight.sensitivity import factors_of

STEP = LEVELS / (2 * (LEVELS - 1))


def ishigami(shares):
    """Ishigami & Homma 1990, with a = 7 and b = 0.1."""
    x = (2 * shares.T - 1) * np.pi
    return (np.sin(x[0]) + 7 * np.sin(x[1]) ** 2 + 0.1 * x[2] ** 4 * np.sin(x[0]))[None, :]


def test_the_shares_of_the_ishigami_function_are_the_known_ones():
    found = shares_of(ishigami, 3, 4_096, seed=2030)
    a, b = 7, 0.1
    one, two = 0.5 * (1 + b * np.pi**4 / 5) ** 2, a**2 / 8
    both = b**2 * np.pi**8 * (1 / 18 - 1 / 50)
    variance = one + two + both
    assert found.first[0] == pytest.approx([one / variance, two / variance, 0], abs=0.02)
    assert found.total[0] == pytest.approx([(one + both) / variance, two / variance, both / variance], abs=0.02)
    assert (np.abs(found.total[0] - np.array([one + both, two, both]) / variance) < 2 * found.total_error[0]).all()
    assert found.runs == 4_096 * 5


def test_the_same_numbers_as_salib_alone():
    shares, effects = shares_of(ishigami, 3, 64, seed=7), effects_of(ishigami, np.full(3, STEP), 12, seed=7)
    design = sobol_sample.sample(problem_of(3), 64, calc_second_order=False, seed=7)
    alone = sobol_analysis.analyze(problem_of(3), ishigami(design)[0], calc_second_order=False, seed=8)
    for name, own in (("S1", shares.first), ("ST", shares.total), ("ST_conf", shares.total_error)):
        assert own[0].tolist() == alone[name].tolist()
    walks = morris_sample.sample(problem_of(3), 12, num_levels=LEVELS, seed=7)
    alone = morris_analysis.analyze(problem_of(3), walks, ishigami(walks)[0], num_levels=LEVELS, seed=7)
    for name, own in (("mu", effects.mean), ("mu_star", effects.size), ("sigma", effects.spread)):
        assert own[0] == pytest.approx(np.array(alone[name], dtype=float), rel=1e-12)


def test_effects_of_a_linear_model_are_its_slopes():
    slopes = np.array([[3.0, -2.0, 0.0, 0.5]])
    found = effects_of(lambda shares: slopes @ shares.T, np.full(4, STEP), 10, seed=1)
    assert found.mean == pytest.approx(slopes)
    assert found.size == pytest.approx(np.abs(slopes))
    assert found.spread == pytest.approx(np.zeros((1, 4)), abs=1e-12)
    assert found.error == pytest.approx(np.zeros((1, 4)), abs=1e-12)


@pytest.mark.parametrize("name", ["klein", "soziale-arbeit-2030", "haushalt-unter-druck"])
def test_a_lever_on_its_grid_has_the_effect_of_its_whole_range(klein, name):
    scenario = wb.load(klein if name == "klein" else name).scenario
    some = factors_of(scenario, "all", None)
    weights = np.linspace(1, 2, len(scenario.levers))

    def linear(shares):
        rows = some.even(shares)
        return np.array([weights @ rows.levers + rows.constants.sum(axis=0)])

    found = effects_of(linear, some.step(), 6, seed=4)
    spans = [lever.high - lever.low for lever in some.levers]
    moving = [w for w, lever in zip(weights, scenario.levers, strict=True) if lever in {x.name for x in some.levers}]
    exact = [w * span for w, span in zip(moving, spans, strict=True)] + [c.high - c.low for c in some.constants]
    assert found.mean[0] == pytest.approx(exact)
    assert found.spread[0] == pytest.approx(np.zeros(len(exact)), abs=1e-6 * max(exact))


def test_an_outcome_that_never_moves_has_no_shares():
    found = shares_of(lambda shares: np.vstack([np.full(len(shares), 3.0), shares[:, 0]]), 2, 32, seed=0)
    assert np.isnan(found.total[0]).all()
    assert found.total[1] == pytest.approx([1, 0], abs=0.1)


def test_the_seed_decides_and_nothing_else():
    first, again, other = (shares_of(ishigami, 3, 32, seed=seed) for seed in (0, 0, 1))
    assert first.total_error.tolist() == again.total_error.tolist()
    assert first.total.tolist() != other.total.tolist()


def test_what_left_the_numbers_is_left_out_whole_and_counted():
    slopes = np.array([[3.0, -2.0]])

    def torn(shares):
        values = slopes @ shares.T
        values[0, 4] = np.nan  # in the second trajectory, and in the second point
        return values

    effects, shares = effects_of(torn, np.full(2, STEP), 10, seed=1), shares_of(torn, 2, 256, seed=1)
    assert (effects.dropped, effects.runs) == (1, 30)
    assert effects.mean == pytest.approx(slopes)
    assert (shares.dropped, shares.runs) == (1, 1_024)
    assert shares.total[0] == pytest.approx([9 / 13, 4 / 13], abs=0.05)


def test_when_most_has_left_the_numbers_nothing_is_told():
    with pytest.raises(UsageError) as caught:
        effects_of(lambda shares: np.full((1, len(shares)), np.nan), np.full(2, STEP), 10, seed=1)
    assert "30 Läufen" in caught.value.text("de")
