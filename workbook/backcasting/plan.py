"""Wishes for the last year -> ways there, each a run; or the run that comes nearest and what it lacks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from workbook.backcasting.search import SAMPLE, Search
from workbook.backcasting.space import Point, Space
from workbook.backcasting.trying import Trying
from workbook.backcasting.wishes import Wish, wishes_of
from workbook.errors import DivergenceError
from workbook.run import Run, Workbook
from workbook.setting import setting_of


@dataclass(frozen=True, slots=True, eq=False)
class Path:
    """One way: a run of the start world with some levers and decisions moved."""

    run: Run
    start: Run
    reached: Mapping[str, float]
    """Indicator -> its yearly mean of the last year."""
    missed: Mapping[str, float]
    """Indicator -> what it lacks, in its unit; empty when every wish is met."""
    holds: float
    """The share of the 500 futures of a band in which every wish is met."""

    @property
    def levers(self) -> dict[str, tuple[float, float]]:
        """The levers moved: name -> (before, after)."""
        now = self.run.levers
        return {name: (value, now[name]) for name, value in self.start.levers.items() if now[name] != value}

    @property
    def choices(self) -> dict[str, tuple[str, str]]:
        """The decisions taken otherwise: name -> (before, after)."""
        now = self.run.choices
        return {name: (option, now[name]) for name, option in self.start.choices.items() if now[name] != option}

    @property
    def steps(self) -> int:
        """The steps of all levers moved, together."""
        levers = self.run.scenario.levers
        return sum(round(abs(after - before) / levers[name].step) for name, (before, after) in self.levers.items())

    @property
    def code(self) -> str:
        """The run code."""
        return self.run.code


@dataclass(frozen=True, slots=True, eq=False)
class Plan:
    """What a search came to; shown in a notebook as a sentence and a table."""

    workbook: Workbook
    start: Run
    wishes: tuple[Wish, ...]
    wanted: int
    """How many paths were asked for."""
    reserve: float
    lang: str
    paths: tuple[Path, ...]
    nearest: Path
    """The first path; where there is none, the run that lacks least."""
    tried: int
    """Runs that the search made."""
    alone: tuple[str, ...]
    """Wished indicators that no run brought far enough, whatever became of the others."""
    without: tuple[str, ...]
    """Wished indicators without which some run met all the others."""

    @property
    def reachable(self) -> bool:
        """Whether some run meets every wish."""
        return bool(self.paths)

    def __repr__(self) -> str:
        from workbook.backcasting.telling import sentences

        return "\n".join(sentences(self, self.lang))

    def _repr_html_(self) -> str:
        from workbook.backcasting.telling import shown

        return shown(self, self.lang)


def backcast(
    workbook: Workbook | str,
    wishes: Mapping[str, Any],
    *,
    world: str | None = None,
    keep: Iterable[str] = (),
    paths: int = 3,
    reserve: float = 0.0,
    sample: int = SAMPLE,
    lang: str = "de",
) -> Plan:
    """Wish for a last year and get clearly different ways there, each verified by a run.

    Two ways are clearly different when at least two levers stand at least two steps apart. The search
    is described in :mod:`workbook.backcasting.search`; it is deterministic and the same as the page's.

    Parameters
    ----------
    workbook : Workbook or str
        From :func:`workbook.load`, or the id of a scenario.
    wishes : mapping
        Indicator -> ``(low, high)`` in its unit, for the yearly mean of the last year; None leaves an
        end open: ``{"loneliness": (None, 9), "trust": (60, None)}``.
    world : str, optional
        The world to start from; the baseline when left out.
    keep : iterable of str
        Levers and decisions that stay as the world has them.
    paths : int
        How many ways are looked for.
    reserve : float
        By what share of the way from dystopia to utopia (0 to 0.5) every wish shall be surpassed. The
        first ways to meet a wish meet it narrowly, and narrow ways hold in fewer futures.
    sample : int
        Points that fill the space in the beginning; more of them find more, and take longer.
    lang : str
        The language in which the plan is shown.

    Returns
    -------
    Plan
        ``plan.paths``, each with ``run``, ``levers``, ``choices``, ``reached`` and ``holds``; without a
        path ``plan.nearest`` and what it lacks.

    Raises
    ------
    UsageError
        With everything that is wrong with names, bounds and numbers.
    """
    if isinstance(workbook, str):
        from workbook import load

        workbook = load(workbook)
    scenario, keep = workbook.scenario, [keep] if isinstance(keep, str) else list(keep)
    start = workbook.run_of(setting_of(scenario, world))
    aims = wishes_of(scenario, wishes, keep, paths=paths, reserve=reserve, sample=sample, lang=lang)
    space = Space(scenario, start.setting.world, frozenset(keep))
    trying = Trying(workbook.simulator, space, aims)
    found = Search(trying, sample).run(paths)
    ways = [path for point in found.points for path in _verified(workbook, start, space, aims, point)]
    nearest = ways[:1] or _verified(workbook, start, space, aims, found.nearest) or [_path(start, start, aims)]
    names = [wish.indicator for wish in aims]
    return Plan(
        workbook, start, aims, paths, reserve, lang, tuple(path for path in ways if not path.missed), nearest[0],
        trying.count,
        alone=tuple(name for name, missed in zip(names, trying.nearest, strict=True) if missed > 0),
        without=tuple(name for name, met in zip(names, trying.without, strict=True) if met),
    )  # fmt: skip


def _verified(workbook: Workbook, start: Run, space: Space, wishes: Sequence[Wish], point: Point) -> list[Path]:
    """A point as the path of a run of its own; nothing where that run leaves the numbers."""
    try:
        return [_path(workbook.run_of(space.setting(point)), start, wishes)]
    except DivergenceError:
        return []


def _path(run: Run, start: Run, wishes: Sequence[Wish]) -> Path:
    last = run.scenario.time.years[-1]
    reached = {wish.indicator: run.trajectories.yearly(wish.indicator, last) for wish in wishes}
    missed = {wish.indicator: wish.missed(reached[wish.indicator]) for wish in wishes}
    return Path(run, start, reached, {name: lack for name, lack in missed.items() if lack > 0}, _holds(run, wishes))


def _holds(run: Run, wishes: Sequence[Wish]) -> float:
    """The share of futures in which every wish is met as it was made, without its reserve."""
    import numpy as np

    values = np.asarray(run.workbook.futures.values(run.setting))
    places = {name: k for k, name in enumerate(run.scenario.indicators)}
    rows = [(wish, values[places[wish.indicator]][-1]) for wish in wishes]
    met = np.logical_and.reduce([(wish.low <= row) & (row <= wish.high) for wish, row in rows])
    return float(met.mean())
