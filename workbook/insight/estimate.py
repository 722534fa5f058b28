"""The one place where SALib is called: a function of the unit cube -> Morris' and Sobol's measures."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from workbook.errors import UsageError
from workbook.insight.factors import LEVELS

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Array = NDArray[np.float64]

Function = Callable[["Array"], "Array"]
"""Shares between 0 and 1 (runs x factors) -> outcomes (outcomes x runs)."""


@dataclass(frozen=True, slots=True)
class Effects:
    """Morris' elementary effects over the whole range of a factor, outcomes x factors, in the outcome's unit."""

    mean: Array
    size: Array
    """The mean of their sizes (mu star)."""
    error: Array
    """Half the width of the 95 % confidence interval of the size."""
    spread: Array
    """Their standard deviation: how much the effect depends on the other factors, or bends."""
    runs: int
    dropped: int
    """Trajectories left out because a run left the numbers."""


@dataclass(frozen=True, slots=True)
class Shares:
    """Sobol's shares of the variance, outcomes x factors; NaN for an outcome that never moves."""

    first: Array
    first_error: Array
    total: Array
    total_error: Array
    runs: int
    dropped: int
    """Points left out because a run left the numbers."""


def need_salib() -> None:
    """Refuse when the extra is not installed."""
    if find_spec("SALib") is None:
        raise UsageError("ensemble-library", name="SALib")


def problem_of(factors: int) -> dict[str, Any]:
    """A unit cube as SALib describes it."""
    return {"num_vars": factors, "names": [f"x{k}" for k in range(factors)], "bounds": [[0.0, 1.0]] * factors}


def effects_of(function: Function, step: Array, trajectories: int, seed: int) -> Effects:
    """Elementary effects (Morris 1991; Campolongo et al. 2007).

    Parameters
    ----------
    function
        Called once, with all runs.
    step
        How far a step of the design truly moves each factor, as a share of its range. Levers stand
        on a grid, so that it may differ from the design's; effects are told per whole range.
    trajectories
        Each costs as many runs as there are factors, and one more.
    """
    import numpy as np
    from SALib.analyze import morris as analysis
    from SALib.sample import morris

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # SALib's own, about versions to come
        whole = morris.sample(problem_of(step.size), trajectories, num_levels=LEVELS, seed=seed)
        design, outcomes, dropped = _sound(whole, function(whole), step.size + 1)
        found = [
            analysis.analyze(problem_of(step.size), design, outcome, num_levels=LEVELS, seed=seed)
            for outcome in outcomes
        ]
    meant = LEVELS / (2 * (LEVELS - 1))
    columns = {
        key: np.array([[float(v) for v in each[key]] for each in found]) * (meant / step)
        for key in ("mu", "mu_star", "mu_star_conf", "sigma")
    }
    return Effects(columns["mu"], columns["mu_star"], columns["mu_star_conf"], columns["sigma"], len(whole), dropped)


def shares_of(function: Function, factors: int, samples: int, seed: int) -> Shares:
    """Shares of the variance with bootstrapped intervals of 95 % (Saltelli et al. 2010).

    Parameters
    ----------
    samples
        A power of two; the function is run for ``samples * (factors + 2)`` settings.
    """
    import numpy as np
    from SALib.analyze import sobol as analysis
    from SALib.sample import sobol

    problem = problem_of(factors)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # as above
        design = sobol.sample(problem, samples, calc_second_order=False, seed=seed)
        _, outcomes, dropped = _sound(design, function(design), factors + 2)
        found = []
        for outcome in outcomes:
            if np.ptp(outcome) <= 1e-12 * np.abs(outcome).max():
                found.append({key: np.full(factors, np.nan) for key in ("S1", "S1_conf", "ST", "ST_conf")})
            else:
                # SALib takes 0 for "no seed".
                found.append(analysis.analyze(problem, outcome, calc_second_order=False, seed=seed + 1))
    first, first_error, total, total_error = (
        np.array([each[key] for each in found], dtype=np.float64) for key in ("S1", "S1_conf", "ST", "ST_conf")
    )
    return Shares(first, first_error, total, total_error, len(design), dropped)


def _sound(design: Array, outcomes: Array, size: int) -> tuple[Array, Array, int]:
    """Only those blocks of a design (trajectories, points) whose runs all have finite outcomes; how many went.

    Raises
    ------
    UsageError
        When more than half of them would go.
    """
    import numpy as np

    fine = np.isfinite(outcomes).all(axis=0).reshape(-1, size).all(axis=1)
    if 2 * int(fine.sum()) < fine.size or fine.sum() < 2:
        raise UsageError("insight-unsound", count=int((~np.isfinite(outcomes).all(axis=0)).sum()))
    kept = np.repeat(fine, size)
    return design[kept], outcomes[:, kept], int((~fine).sum())
