"""Which settings lead where: boxes of levers, constants and choices in which a future is frequent.

Boxes are found in one half of the futures and counted in the other: what a search has found in
its own samples looks better than it is.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from workbook.ensembles.space import Rows, Space, Wish
from workbook.ensembles.table import EnsembleTable
from workbook.errors import UsageError
from workbook.expr.nodes import Node
from workbook.insight.asked import condition_of, known, whole, word, years_of
from workbook.insight.futures import MOST, Futures, drawn, futures_of
from workbook.insight.prim import Limit, Limits, Samples, quasi_p, restrictions, trajectory, without
from workbook.insight.telling import Finding, Telling, digits_within
from workbook.model import Scenario
from workbook.run import Workbook, book_of

if TYPE_CHECKING:
    import pandas as pd

    from workbook.insight.futures import Mask

MOODS = ("utopia", "dystopia", "ambivalent")
_SURE = 0.05
"""A limit that chance alone would give with a higher probability is taken away."""
_ODDS = 2.0
"""A box in which the odds of a case are less than so many times those outside is not worth a sentence."""


@dataclass(frozen=True, slots=True)
class Case:
    """What was looked for: an ending, a mood of endings, or a condition in a year."""

    kind: str
    name: str
    year: int
    node: Node | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """A limit of a box as it can be told: ``low`` and ``high`` in the unit of a lever or constant, or options.

    ``chance`` is the quasi-p-value of the less certain of its limits.
    """

    kind: str
    name: str
    low: float | None = None
    high: float | None = None
    options: tuple[str, ...] = ()
    chance: float = 0.0


@dataclass(frozen=True, slots=True)
class Box:
    """A box, counted in futures that the search has not seen."""

    rules: tuple[Rule, ...]
    density: float
    """Of the futures inside, the share that are cases."""
    coverage: float
    """Of all cases, the share that lies inside."""
    added: float
    """The same, without what earlier boxes hold."""
    mass: float
    """Of all futures, the share that lies inside."""
    outside: float
    """Of the futures outside, the share that are cases."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Discovery(Finding):
    """Boxes, the most frequent kind of way first."""

    scenario: Scenario
    case: Case
    boxes: tuple[Box, ...]
    share: float
    """Of all futures, the share that are cases."""
    futures: int
    counted: int
    """Futures that the search has not seen, and that all shares are shares of."""
    seed: int
    unsound: int

    @property
    def frame(self) -> pd.DataFrame:
        """One row for each limit of each box."""
        import pandas as pd

        return pd.DataFrame([
            {
                "box": k, "density": box.density, "coverage": box.coverage, "added": box.added, "mass": box.mass,
                "outside": box.outside, "kind": rule.kind, "name": rule.name, "low": rule.low, "high": rule.high,
                "options": ", ".join(rule.options) or None, "chance": rule.chance,
            }
            for k, box in enumerate(self.boxes, start=1)
            for rule in box.rules
        ])  # fmt: skip

    def told(self, lang: str) -> Telling:
        from workbook.insight.telling_boxes import boxes_told

        return boxes_told(self, lang)


def discover(
    source: str | os.PathLike[str] | Workbook | EnsembleTable,
    where: str | None = None,
    *,
    ending: str | None = None,
    mood: str | None = None,
    year: int | None = None,
    scenario: str | os.PathLike[str] | Workbook | None = None,
    samples: int = 10_000,
    seed: int = 2030,
    boxes: int = 3,
    limits: int = 4,
    density: float = 0.8,
) -> Discovery:
    """Find which levers, constants and choices lead to an ending, a mood or a condition.

    Parameters
    ----------
    source
        A scenario, of which ``samples`` futures are drawn (each lever position and option equally
        likely, constants triangular); or an ensemble, whose plan is run again, so that conditions
        may read anything in the model and endings can be told.
    where
        A condition as the story writes it, ``"loneliness >= 12"``; judged in ``year``.
    ending, mood
        Instead of a condition: the id of an ending, or one of utopia, dystopia and ambivalent
        (the mood of the ending that is told). Without any of the three: dystopia.
    year
        For ``where``; the last year when left out.
    scenario
        For an ensemble of a scenario in a folder of your own.
    boxes, limits
        How many boxes at most, and limits for each at most: more cannot be read aloud.
    density
        The share of cases that a box should reach; among those that do, the one that holds most
        cases is chosen.

    Raises
    ------
    UsageError
        For names that do not exist, a condition with a fault, no case at all, and nothing but cases.

    Notes
    -----
    Patient rule induction, see :mod:`workbook.insight.prim`.
    """
    if isinstance(source, EnsembleTable):
        book = book_of(source.record["scenario"] if scenario is None else scenario)
        space = _space_of(source, book.scenario)
        whole("samples", space.rows, 200, MOST)
    else:
        book = book_of(source)
        whole("samples", samples, 200, MOST)
        whole("seed", seed, 0, 2**63 - 1)
        space = drawn(book.scenario, samples, seed, levers=True, choices=True)
    whole("boxes", boxes, 1, 20)
    whole("limits", limits, 1, 20)
    if not 0 < density <= 1:
        raise UsageError("insight-share", name="density", value=density)
    case = case_of(book.scenario, where, ending, mood, year)
    rows = space.draw(range(space.rows))
    futures = futures_of(book.simulator, rows, [c.name for c in space.constants], case.node, case.year)
    cases = cases_of(futures, case)
    sound = int(futures.sound.sum())
    count = int(cases.sum())
    if count in (0, sound):
        raise UsageError("insight-no-case" if count == 0 else "insight-all-cases", count=sound, case=case.name)
    found, counted = _boxes(space, rows, cases, futures.sound, boxes, limits, density)
    return Discovery(
        book.scenario, case, found, count / sound, sound, counted, int(space.wish.seed), cases.size - sound
    )


def case_of(scenario: Scenario, where: str | None, ending: str | None, mood: str | None, year: int | None) -> Case:
    """What is looked for, checked.

    Raises
    ------
    UsageError
        For more than one kind of case, a year without a condition, and names that do not exist.
    """
    if sum(part is not None for part in (where, ending, mood)) > 1:
        raise UsageError("insight-one-case")
    (judged,) = years_of(scenario, year)
    if where is not None:
        return Case("where", where, judged, condition_of(scenario, where))
    if year is not None:
        raise UsageError("insight-year")
    if ending is not None:
        known("ending", ending, {scene.name: scene for scene in scenario.endings.scenes})
        return Case("ending", ending, scenario.endings.year)
    return Case("mood", word("mood", mood or "dystopia", MOODS), scenario.endings.year)


def cases_of(futures: Futures, case: Case) -> Mask:
    """Which sound futures are cases."""
    import numpy as np

    scenes = futures.scenario.endings.scenes
    if case.kind == "where":
        return futures.holds & futures.sound
    places = [k for k, s in enumerate(scenes) if case.name == (s.name if case.kind == "ending" else s.mood)]
    mask: Mask = np.isin(futures.endings, places) & futures.sound
    return mask


def _space_of(table: EnsembleTable, scenario: Scenario) -> Space:
    record = table.record
    if record["fingerprint"] != scenario.fingerprint:
        raise UsageError("insight-other-scenario", file=table.path, name=scenario.id)
    plan: dict[str, Any] = {name: record[name] for name in Wish.__slots__}
    return Space(scenario, Wish(**plan | {"levers": tuple(plan["levers"])}))


def _boxes(
    space: Space, rows: Rows, cases: Mask, sound: Mask, most: int, limits: int, density: float
) -> tuple[tuple[Box, ...], int]:
    import numpy as np

    s = space.scenario
    lever_rows = [list(s.levers).index(lever.name) for lever in space.levers]
    numbers = np.concatenate([rows.levers[lever_rows], rows.constants])
    words = rows.choices if space.decisions else rows.choices[:0]
    even = np.arange(cases.size) % 2 == 0
    search, fresh = (Samples(numbers[:, part], words[:, part], cases[part]) for part in (even & sound, ~even & sound))
    if not search.cases.any() or not fresh.cases.any():
        raise UsageError("insight-few-cases", count=int(cases.sum()), found=cases.size)
    around = search.whole
    left, before = np.ones(search.cases.size, dtype=bool), np.zeros(fresh.cases.size, dtype=bool)
    found: list[Box] = []
    while len(found) < most and (left & search.cases).any():
        box = _chosen(search, left, around, limits, density)
        if box is None:
            break
        box = _tellable(box, around, space)
        inside = fresh.inside(box, around)
        if not _clear(fresh, inside):
            break
        added = (inside & ~before & fresh.cases).sum() / fresh.cases.sum()
        if found and added < 0.01:
            break
        chances = quasi_p(search, box, around, left)
        found.append(_counted(fresh, inside, float(added), _rules(box, around, space, chances)))
        before |= inside
        left &= ~search.inside(box, around)
    return tuple(found), int(fresh.cases.size)


def _clear(fresh: Samples, inside: Mask) -> bool:
    """Whether the odds of a case inside are at least :data:`_ODDS` times those outside."""
    within, beyond = fresh.cases[inside], fresh.cases[~inside]
    hits, misses = int(within.sum()) * int((~beyond).sum()), int((~within).sum()) * int(beyond.sum())
    return hits > 0 and hits >= _ODDS * misses


def _counted(fresh: Samples, inside: Mask, added: float, rules: tuple[Rule, ...]) -> Box:
    cases = fresh.cases
    outside = float(cases[~inside].mean()) if not inside.all() else 0.0
    return Box(
        rules, float(cases[inside].mean()), float((inside & cases).sum() / cases.sum()), added, float(inside.mean()),
        outside,
    )  # fmt: skip


def _chosen(samples: Samples, left: Mask, around: Limits, most: int, density: float) -> Limits | None:
    """From the trajectory the box that is dense enough and holds most cases; else the best compromise of both."""
    best, chosen = (False, 0.0), None
    for peeled in trajectory(samples, left, around)[1:]:
        box = _pruned(samples, left, around, peeled, most)
        if box == around:
            continue
        mask = samples.inside(box, around) & left
        inside = float(samples.cases[mask].mean())
        coverage = float((mask & samples.cases).sum() / (left & samples.cases).sum())
        key = (True, coverage) if inside >= density else (False, 2 * inside * coverage / (inside + coverage or 1))
        if key > best:
            best, chosen = key, box
    return chosen


def _pruned(samples: Samples, left: Mask, around: Limits, box: Limits, most: int) -> Limits:
    """The box without limits that chance may have given, and without the least certain of too many."""
    while limits := quasi_p(samples, box, around, left):
        worst = max(limits, key=lambda limit: limits[limit])
        if limits[worst] < _SURE and len(limits) <= most:
            break
        box = without(box, worst, around)
    return box


def _tellable(box: Limits, around: Limits, space: Space) -> Limits:
    """Limits as they are told: levers on their grid (the same futures), constants in hundredths of their range."""
    first = len(space.levers)
    for side, k, value in restrictions(box, around):
        if isinstance(value, frozenset):
            continue
        if k < first:
            lever = space.levers[k]
            grid = [lever.value(place) for place in range(lever.positions)]
            inside = [v for v in grid if (v >= value if side == "low" else v <= value)]
            box = box.put(side, k, min(inside) if side == "low" else max(inside))
        else:
            constant = space.constants[k - first]
            box = box.put(side, k, round(value, digits_within(constant.low, constant.high)))
    return box


def _rules(box: Limits, around: Limits, space: Space, chances: dict[Limit, float]) -> tuple[Rule, ...]:
    names = [*(lever.name for lever in space.levers), *(c.name for c in space.constants)]
    found: dict[tuple[bool, int], list[tuple[Limit, float]]] = {}
    for limit in restrictions(box, around):
        found.setdefault((limit[0] == "kept", limit[1]), []).append((limit, chances[limit]))
    rules = []
    for (chosen, k), parts in found.items():
        chance = max(each for _, each in parts)
        values: dict[str, Any] = {limit[0]: limit[2] for limit, _ in parts}
        if chosen:
            decision = space.decisions[k]
            kept = tuple(option for place, option in enumerate(decision.options) if place in values["kept"])
            rules.append(Rule("choice", decision.name, options=kept, chance=chance))
        else:
            kind = "lever" if k < len(space.levers) else "constant"
            rules.append(Rule(kind, names[k], values.get("low"), values.get("high"), chance=chance))
    return tuple(sorted(rules, key=lambda rule: rule.chance))
