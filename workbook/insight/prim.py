"""Patient rule induction: boxes of the inputs in which cases are frequent.

The method of J. H. Friedman and N. I. Fisher (1999, Bump hunting in high-dimensional data, Statistics
and Computing 9) with what scenario discovery added to it (B. P. Bryant and R. J. Lempert 2010, Technological
Forecasting and Social Change 77): coverage, density, and quasi-p-values of each limit. Rules, order and
quantiles are those of the EMA Workbench (J. H. Kwakkel 2017, Environmental Modelling & Software 96),
so that both find the same box on the same samples; a test compares them. It is written anew here because, beside
pandas 3, neither the EMA Workbench 2.5 nor the package ``prim`` 1.0 gets through a column of
whole numbers or words (assigning a limit of another type fails), and a single tree of scikit-learn
parts the whole space, where what is asked for is one box that can be said in a sentence.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Array = NDArray[np.float64]
    Whole = NDArray[np.int64]
    Mask = NDArray[np.bool_]

ALPHA = 0.05
"""The share that is peeled away, or pasted on, in one step."""
MASS = 0.05
"""The least share of all samples in a box."""


@dataclass(frozen=True, slots=True)
class Limits:
    """A box: lower and upper limits of numbers (inclusive), and the categories that are in."""

    low: tuple[float, ...]
    high: tuple[float, ...]
    kept: tuple[frozenset[int], ...]

    def put(self, side: str, place: int, value: float) -> Limits:
        """The same box with another limit."""
        old = self.low if side == "low" else self.high
        new = (*old[:place], value, *old[place + 1 :])
        return replace(self, low=new) if side == "low" else replace(self, high=new)

    def keep(self, place: int, kept: frozenset[int]) -> Limits:
        """The same box with other categories."""
        return replace(self, kept=(*self.kept[:place], kept, *self.kept[place + 1 :]))


@dataclass(frozen=True, eq=False)
class Samples:
    """Inputs and whether each sample is a case: numbers (dimensions x samples), categories likewise."""

    numbers: Array
    words: Whole
    cases: Mask

    @property
    def whole(self) -> Limits:
        """The box around all samples."""
        kept = tuple(frozenset(row.tolist()) for row in self.words)
        return Limits(tuple(self.numbers.min(axis=1).tolist()), tuple(self.numbers.max(axis=1).tolist()), kept)

    @cached_property
    def order(self) -> Whole:
        """For each dimension the samples from the smallest value to the largest."""
        import numpy as np

        return np.argsort(self.numbers, axis=1, kind="stable")

    def inside(self, box: Limits, whole: Limits) -> Mask:
        """Which samples lie in a box; only limits that restrict ``whole`` are looked at."""
        import numpy as np

        mask = np.ones(self.cases.size, dtype=bool)
        for limit in restrictions(box, whole):
            mask &= self.within(limit)
        return mask

    def within(self, limit: Limit) -> Mask:
        """Which samples keep one limit."""
        import numpy as np

        side, k, value = limit
        if isinstance(value, frozenset):
            kept: Mask = np.isin(self.words[k], list(value))
            return kept
        mask: Mask = self.numbers[k] >= value if side == "low" else self.numbers[k] <= value
        return mask


Limit = tuple[str, int, "float | frozenset[int]"]
"""(low, high or kept; dimension; value)."""


def restrictions(box: Limits, whole: Limits) -> list[Limit]:
    """The limits of a box that are not those of the whole."""
    found: list[Limit] = []
    for k, (low, high) in enumerate(zip(box.low, box.high, strict=True)):
        found += [("low", k, low)] * (low != whole.low[k]) + [("high", k, high)] * (high != whole.high[k])
    return found + [("kept", k, kept) for k, kept in enumerate(box.kept) if kept != whole.kept[k]]


def without(box: Limits, limit: Limit, whole: Limits) -> Limits:
    """The box with one limit taken away."""
    side, k, _ = limit
    if side == "kept":
        return box.keep(k, whole.kept[k])
    return box.put(side, k, whole.low[k] if side == "low" else whole.high[k])


def trajectory(samples: Samples, remaining: Mask | None = None, whole: Limits | None = None) -> list[Limits]:
    """All boxes from the whole through peeling to the end of pasting; the last is what EMA's ``find_box`` shows.

    Parameters
    ----------
    remaining
        Samples that no earlier box has taken; masses are still shares of all samples.
    whole
        The first box; that around all samples when left out.
    """
    import numpy as np

    whole = samples.whole if whole is None else whole
    left = np.ones(samples.cases.size, dtype=bool) if remaining is None else remaining
    boxes, inside = [whole], left
    for search in (_peels, _pastes):
        while (step := _best(samples, inside, left, boxes[-1], whole, search)) is not None:
            boxes.append(step[0])
            inside = step[1]
    return boxes


Candidate = tuple[Limit, int, int]
"""A new limit, and how many samples and cases the box then has."""
Search = Callable[[Samples, "Mask", "Mask", Limits, Limits], Iterator[Candidate]]


def _best(
    samples: Samples, inside: Mask, left: Mask, box: Limits, whole: Limits, search: Search
) -> tuple[Limits, Mask] | None:
    """The step that gains most for each sample it moves; ties go to the box with fewer limits, then to the first."""
    cases, total = samples.cases, samples.cases.size
    count, hits = int(inside.sum()), int((inside & cases).sum())
    mean, best, chosen = hits / count, (0.0, 0), None
    for limit, new_count, new_hits in search(samples, inside, left, box, whole):
        new_mean = new_hits / new_count if new_count else 0.0
        if new_mean == mean or new_count == count:
            continue
        gain = (new_mean - mean) / abs(count - new_count)
        if gain < best[0] or gain <= 0:
            continue
        new = _moved(box, limit)
        key = (gain, -_dimensions(new, whole))
        if chosen is None or key > best:
            best, chosen = key, (new, new_count)
    if chosen is None or chosen[1] / total < MASS:
        return None
    return chosen[0], left & samples.inside(chosen[0], whole)


def _moved(box: Limits, limit: Limit) -> Limits:
    side, k, value = limit
    return box.keep(k, value) if isinstance(value, frozenset) else box.put(side, k, value)


def _dimensions(box: Limits, whole: Limits) -> int:
    return len({(side == "kept", k) for side, k, _ in restrictions(box, whole)})


def _peels(samples: Samples, inside: Mask, left: Mask, box: Limits, whole: Limits) -> Iterator[Candidate]:
    import numpy as np

    cases = samples.cases[inside]
    count, hits = cases.size, int(cases.sum())
    for k, row in enumerate(samples.numbers):
        order = samples.order[k]
        order = order[inside[order]]
        column, below = row[order], np.concatenate([[0], np.cumsum(samples.cases[order])])
        high, low = quantile(column, 1 - ALPHA), quantile(column, ALPHA)
        place = int(np.searchsorted(column, high, "right"))
        yield ("high", k, high), place, int(below[place])
        place = int(np.searchsorted(column, low, "left"))
        yield ("low", k, low), count - place, hits - int(below[place])
    for k, row in enumerate(samples.words):
        column = row[inside]
        for word in sorted(box.kept[k]) if len(box.kept[k]) > 1 else ():
            staying = column != word
            yield ("kept", k, box.kept[k] - {word}), int(staying.sum()), int((staying & cases).sum())


def _pastes(samples: Samples, inside: Mask, left: Mask, box: Limits, whole: Limits) -> Iterator[Candidate]:
    for side, k, value in sorted(restrictions(box, whole), key=lambda limit: (limit[0] == "kept", limit[1])):
        if isinstance(value, frozenset):
            for word in sorted(whole.kept[k] - value):
                yield _candidate(samples, left, box, whole, (side, k, value | {word}))
            continue
        end = whole.low[k] if side == "low" else whole.high[k]
        beyond = box.put(side, k, end).put("high" if side == "low" else "low", k, value)
        column = samples.numbers[k][left & samples.inside(beyond, whole)]
        column.sort()
        if column.size:
            end = quantile(column, 1 - ALPHA if side == "low" else ALPHA)
        yield _candidate(samples, left, box, whole, (side, k, end))


def _candidate(samples: Samples, left: Mask, box: Limits, whole: Limits, limit: Limit) -> Candidate:
    mask = left & samples.inside(_moved(box, limit), whole)
    return limit, int(mask.sum()), int((mask & samples.cases).sum())


def quantile(ordered: Array, share: float) -> float:
    """The middle between two different neighbours at a share of sorted values, so that ties stay together."""
    import numpy as np

    place = (ordered.size - 1) * share
    low, high = math.floor(place), math.ceil(place)
    if ordered[low] == ordered[high]:
        if share > 0.5:
            low = max(int(np.searchsorted(ordered, ordered[high], "left")) - 1, 0)
        else:
            high = min(int(np.searchsorted(ordered, ordered[low], "right")), ordered.size - 1)
    return float((ordered[low] + ordered[high]) / 2)


def quasi_p(samples: Samples, box: Limits, whole: Limits, remaining: Mask | None = None) -> dict[Limit, float]:
    """How likely each limit's gain is by chance alone (Bryant & Lempert 2010): small is good."""
    import numpy as np
    from scipy.special import bdtrc

    limits = restrictions(box, whole)
    if not limits:
        return {}
    broken = ~np.array([samples.within(limit) for limit in limits])
    times = broken.sum(axis=0)
    left = np.ones(samples.cases.size, dtype=bool) if remaining is None else remaining
    inside = left & (times == 0)
    count, hits = int(inside.sum()), int((inside & samples.cases).sum())
    values = {}
    for limit, row in zip(limits, broken, strict=True):
        wider = left & (times - row == 0)
        share = float(samples.cases[wider].mean())
        # The chance of so many cases or more, drawn with the share that the box has without this limit.
        values[limit] = float(bdtrc(hits - 1, count, share)) if hits else 1.0
    return values
