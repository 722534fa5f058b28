"""Many plays at once: random levers and choices, the numbers they lead to, and the scenes they are told.

Everything is an array with one place for each play. A scene is chosen by the same tree as in
:mod:`workbook.story`, printed for NumPy.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from workbook.engine.schedule import schedule_of, segments_side_by_side
from workbook.expr.nodes import Node, decisions_in, names_in
from workbook.expr.printer import Printer, fold
from workbook.expr.to_numpy import NUMPY, numpy_names
from workbook.model import Chapter, Figure, Scenario
from workbook.setting import Setting
from workbook.simulate import Simulator

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Array = NDArray[np.float64]
    Whole = NDArray[np.int64]
    Mask = NDArray[np.bool_]

PLAYS = 10_000
SEED = 2030


@dataclass(frozen=True, slots=True, eq=False)
class Plays:
    """Plays side by side. Ask :meth:`value` and :meth:`holds`; nothing here is to be changed.

    ``positions`` (levers x plays) are slider positions, ``choices`` (decisions x plays) places of
    options, ``scenes`` (chapters x plays) places of scenes, the endings last. ``yearly``
    (names x years x plays) are yearly means. ``sound`` is false where a number is not finite.
    """

    scenario: Scenario
    names: tuple[str, ...]
    positions: Whole
    choices: Whole
    yearly: Array
    scenes: Whole
    sound: Mask
    _plan: list[list[Any]] = field(repr=False)

    def __len__(self) -> int:
        return int(self.sound.size)

    def setting(self, play: int) -> Setting:
        """One play as a setting of the first world, to be run or written as a run code."""
        s = self.scenario
        levers = zip(s.levers.values(), self.positions[:, play].tolist(), strict=True)
        chosen = zip(s.decisions.values(), self.choices[:, play].tolist(), strict=True)
        return Setting(
            s.baseline.name,
            tuple((lever.name, lever.value(position)) for lever, position in levers),
            tuple((decision.name, list(decision.options)[option]) for decision, option in chosen),
        )

    def value(self, name: str, year: int) -> Array | float:
        """A name in a year: one number for each play, or one that all plays share."""
        s = self.scenario
        if name == "time":
            return float(year)
        if name in s.constants:
            return s.constants[name].value
        if name in s.levers:
            step, bounds = s.time.index(year), schedule_of(s).bounds[:-1]
            segment = max(k for k, bound in enumerate(bounds) if bound <= step)
            value: Array | float = self._plan[segment][list(s.levers).index(name)]
            return value
        if year not in s.time.years:
            raise KeyError((name, year))
        column: Array = self.yearly[self.names.index(name), year - s.time.start]
        return column

    def option(self, decision: str) -> Any:
        """The option that each play chose in a decision, as words."""
        import numpy as np

        place = list(self.scenario.decisions).index(decision)
        return np.array(list(self.scenario.decisions[decision].options))[self.choices[place]]

    def holds(self, condition: Node, year: int) -> Mask:
        """In which plays a condition of the story holds in a year."""
        import numpy as np

        mask: Mask = np.broadcast_to(np.asarray(self.computed(condition, year), dtype=bool), len(self))
        return mask

    def computed(self, condition: Node, year: int) -> Any:
        """What an expression of the story yields in a year: an array, or one value that all plays share."""
        import numpy as np

        asked: set[tuple[str, int]] = set()

        def at(name: str, other: int) -> str:
            asked.add((name, other))
            return f"a_{name}_{other}"

        printer = Printer(replace(NUMPY, at=at, option=lambda decision: f"o_{decision}"))
        text = printer.write(fold(condition))
        scope = numpy_names(np) | {f"t_{k}": (table.xs, table.ys) for k, table in enumerate(printer.tables)}
        scope |= {f"v_{name}": np.float64(self.value(name, year)) for name in (*names_in(condition), "time")}
        scope |= {f"a_{name}_{other}": np.float64(self.value(name, other)) for name, other in asked}
        scope |= {f"o_{decision}": self.option(decision) for decision in decisions_in(condition)}
        with np.errstate(all="ignore"):
            return eval(text, scope)  # noqa: S307 - our own printed text

    def told(self, chapter: int, scene: int) -> Mask:
        """In which sound plays a scene is told; both by their place in the scenario."""
        mask: Mask = (self.scenes[chapter] == scene) & self.sound
        return mask

    def share(self, mask: Mask) -> float:
        """The share of the sound plays in which something holds."""
        return float((mask & self.sound).sum() / max(int(self.sound.sum()), 1))


def random_plays(simulator: Simulator, count: int = PLAYS, seed: int = SEED, names: Iterable[str] = ()) -> Plays:
    """Plays drawn with a seed: every lever position and every option is equally likely.

    Parameters
    ----------
    names : iterable of str
        What is kept beside all that the story and the indicators read.
    """
    import numpy as np

    s, draw = simulator.scenario, np.random.default_rng(seed)
    positions = np.array([draw.integers(lever.positions, size=count) for lever in s.levers.values()])
    choices = np.array([draw.integers(len(d.options), size=count) for d in s.decisions.values()])
    return plays_of(simulator, positions.reshape(-1, count), choices.reshape(-1, count), names)


def plays_of(simulator: Simulator, positions: Whole, choices: Whole, names: Iterable[str] = ()) -> Plays:
    """The plays of given slider positions (levers x plays) and options (decisions x plays)."""
    import numpy as np

    from workbook.engine.vector import VectorProgram

    s, count = simulator.scenario, positions.shape[1]
    kept = _kept(s, names)
    levers = [
        np.array([lever.value(p) for p in range(lever.positions)])[places]
        for lever, places in zip(s.levers.values(), positions, strict=True)
    ]
    plan = segments_side_by_side(s, levers, choices)
    yearly = VectorProgram(simulator.program, kept).run(plan, simulator.nominal, count)
    sound: Mask = np.asarray(np.isfinite(yearly).all(axis=(0, 1)))
    scenes = np.zeros((len(s.chapters), count), dtype=np.int64)
    plays = Plays(s, kept, positions, choices, yearly, scenes, sound, plan)
    for k, chapter in enumerate(s.chapters):
        scenes[k] = scenes_of(plays, chapter)
    for array in (positions, choices, yearly, scenes, sound):
        array.flags.writeable = False
    return plays


def scenes_of(plays: Plays, chapter: Chapter) -> Whole:
    """The place of the scene that each play is told in a chapter: the first whose condition holds."""
    import numpy as np

    chosen = np.full(len(plays), len(chapter.scenes) - 1)
    for place in range(len(chapter.scenes) - 1, -1, -1):
        when = chapter.scenes[place].when
        chosen[slice(None) if when is None else plays.holds(when, chapter.year)] = place
    return chosen


def _kept(scenario: Scenario, names: Iterable[str]) -> tuple[str, ...]:
    """All that conditions, claims, figures and indicators read, without what a setting knows itself."""
    s = scenario
    asked = [*s.indicators, *names]
    asked += [n for c in s.chapters for scene in c.scenes if scene.when for n in sorted(names_in(scene.when))]
    for passage in (passage for texts in s.passages.values() for passage in texts.values()):
        asked += [part.name for part in passage.parts if isinstance(part, Figure)]
        asked += [n for claim in passage.claims for n in sorted(names_in(claim.condition))]
    given = {*s.levers, *s.constants, "time"}
    return tuple(name for name in dict.fromkeys(asked) if name not in given)
