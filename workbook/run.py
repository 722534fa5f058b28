"""What users hold: a workbook (a scenario ready to be played) and its runs.

Everything else is reached from here: ``run.frame``, ``run.indicators``, ``run.story("de")``,
``run.why("caseload")``, ``run.code``.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from workbook.band import Band, Futures
from workbook.errors import must_exist
from workbook.hindcast import Hindcast, hindcast
from workbook.model import Scenario
from workbook.nearest import Move, Turn, nearest_moves
from workbook.runcode import decode, encode
from workbook.setting import Setting, setting_of
from workbook.simulate import Simulator, Trajectories
from workbook.story import Readings, Told, asked_in, tell, text_of
from workbook.why import Contributions, Shares
from workbook.wording import move_words, term_words

if TYPE_CHECKING:
    import pandas as pd

    from workbook.table import Table
    from workbook.variant import Variant


@dataclass(frozen=True, slots=True)
class Passage:
    """A told scene as a reader sees it; ``text`` is Markdown."""

    key: str
    chapter: str
    year: int
    title: str
    text: str
    mood: str
    voice: str
    care: tuple[str, ...]
    price: str
    crack: str
    decisions: tuple[str, ...]
    why: tuple[tuple[str, str], ...]
    """Terms that chose the scene: (condition, value)."""
    nearest: str
    """The smallest change that would have told another scene, or an empty string."""


@dataclass(frozen=True, slots=True)
class Story:
    """The scenes that a run is told, in the order of the chapters, the ending last."""

    language: str
    passages: tuple[Passage, ...]


class Workbook:
    """A scenario ready to be played.

    Parameters
    ----------
    scenario : Scenario
        A valid scenario, from :func:`workbook.load`.
    contested : Variant, optional
        The objections whose values the scenario already has, from :meth:`variant`.
    """

    def __init__(self, scenario: Scenario, contested: Variant | None = None) -> None:
        self.scenario = scenario
        self.contested = contested
        self.simulator = Simulator(scenario)
        self.futures = Futures(self.simulator)

    def __repr__(self) -> str:
        s = self.scenario
        return f"<{s.title['de']} ({s.id}): {len(s.levers)} levers, {len(s.chapters)} chapters>"

    def run(
        self,
        world: str | None = None,
        levers: Mapping[str, float] | None = None,
        choices: Mapping[str, str] | None = None,
    ) -> Run:
        """One future: a world's setting, overlaid with the levers and choices given.

        Raises
        ------
        UsageError
            For names that do not exist and values out of range.
        DivergenceError
            When the numbers leave the numbers.
        """
        return Run(self, setting_of(self.scenario, world, levers, choices))

    def variant(self, objections: str | os.PathLike[str]) -> Workbook:
        """The same scenario with other values of contested constants, to be compared with this one.

        Parameters
        ----------
        objections
            A YAML or JSON file: ``name``, and in ``objections`` each ``constant``, ``value``, ``reason`` and, if
            wanted, ``person``.

        Raises
        ------
        VariantError
            With every problem of the file; UsageError when there is none.
        """
        from workbook.variant import read_variant, varied

        own = read_variant(objections, self.scenario)
        return Workbook(varied(self.scenario, own), own.after(self.contested))

    def run_of(self, setting: Setting) -> Run:
        """The future of a complete setting."""
        return Run(self, setting)

    def run_of_code(self, code: str) -> Run:
        """The future behind a run code; raises RunCodeError when it is damaged or foreign."""
        return Run(self, decode(self.scenario, code))

    @cached_property
    def baseline(self) -> Run:
        """The first world, against which everything is compared."""
        return self.run()

    @cached_property
    def worlds(self) -> tuple[Run, ...]:
        """Every world as it begins."""
        return tuple(self.run(world) for world in self.scenario.worlds)

    @cached_property
    def hindcast(self) -> Mapping[str, Hindcast]:
        """Model against observation, for each indicator with a history."""
        return hindcast(self.scenario, self.baseline.trajectories)


def book_of(scenario: str | os.PathLike[str] | Workbook) -> Workbook:
    """A workbook as it is, or what :func:`workbook.load` makes of an id or a folder."""
    if isinstance(scenario, Workbook):
        return scenario
    from workbook.folder import load

    return Workbook(load(scenario))


class Run:
    """One future: numbers and story of one setting."""

    def __init__(self, workbook: Workbook, setting: Setting) -> None:
        self.workbook = workbook
        self.setting = setting
        self.trajectories: Trajectories = workbook.simulator.run(setting)

    @property
    def scenario(self) -> Scenario:
        return self.workbook.scenario

    @property
    def levers(self) -> dict[str, float]:
        return dict(self.setting.levers)

    @property
    def choices(self) -> dict[str, str]:
        return dict(self.setting.choices)

    @cached_property
    def code(self) -> str:
        """The run as a code to write down; raises RunCodeError for levers between two positions."""
        return encode(self.scenario, self.setting)

    def value(self, name: str, year: int) -> float:
        """The yearly mean of anything in the model, or a lever's setting in that year."""
        return Readings(self.scenario, self.setting, self.trajectories.yearly, year).value(name)

    def table(self) -> tuple[tuple[str, ...], list[tuple[float, ...]]]:
        """Every step as plain rows: ``time`` and the names the authors gave."""
        names = self.workbook.simulator.program.visible
        columns = [self.trajectories.names.index(name) for name in names]
        rows = [
            (t, *(row[k] for k in columns))
            for t, row in zip(self.trajectories.times, self.trajectories.rows, strict=True)
        ]
        return ("time", *names), rows

    @property
    def frame(self) -> pd.DataFrame:
        """Every step; index ``time`` in years, one column a name; units in ``attrs['units']``."""
        import pandas as pd

        from workbook.wording import unit_of

        header, rows = self.table()
        frame = pd.DataFrame(rows, columns=list(header)).set_index("time")
        frame.attrs["units"] = {name: unit_of(self.scenario, name) for name in header[1:]}
        return frame

    @property
    def indicators(self) -> Table:
        """Yearly means; index ``year``, one column an indicator."""
        from workbook.table import yearly_table

        return yearly_table(self)

    @cached_property
    def told(self) -> tuple[Told, ...]:
        """The scenes of this run with the terms that chose them."""
        return tell(self.scenario, self.setting, self.trajectories.yearly)

    @cached_property
    def moves(self) -> Mapping[str, Move | Turn]:
        """For each chapter the smallest change that would tell another scene."""
        return nearest_moves(self.workbook.simulator, self.setting)

    def story(self, lang: str = "de", *, moves: bool = True) -> Story:
        """The run as a text. ``moves=False`` leaves out the search for the nearest other scene."""
        s = self.scenario
        must_exist("language", lang, s.languages)
        return Story(lang, tuple(self.passage(told, lang, moves=moves) for told in self.told))

    def passage(self, told: Told, lang: str, *, moves: bool) -> Passage:
        """One told scene as a reader sees it."""
        s, chapter, scene = self.scenario, told.chapter, told.scene
        passage = s.passages[lang][told.key]
        readings = Readings(s, self.setting, self.trajectories.yearly, chapter.year)
        move = self.moves.get(chapter.name) if moves else None
        return Passage(
            key=told.key,
            chapter=f"{chapter.year} · {chapter.title[lang]}" if chapter is not s.endings else chapter.title[lang],
            year=chapter.year,
            title=passage.title,
            text=text_of(passage, readings, lang),
            mood=scene.mood,
            voice=s.voices[scene.voice][lang],
            care=scene.care,
            price=scene.price[lang] if scene.price else "",
            crack=scene.crack[lang] if scene.crack else "",
            decisions=tuple(d.name for d in asked_in(s, chapter)),
            why=tuple(term_words(s, term, lang) for term in told.terms),
            nearest=move_words(s, move, chapter.name, lang) if move else "",
        )

    @cached_property
    def _contributions(self) -> Contributions:
        return Contributions(self.workbook.simulator, self.setting)

    def why(self, indicator: str, year: int | None = None) -> Shares:
        """Who made the difference to the baseline: exact Shapley shares of levers and choices.

        Parameters
        ----------
        indicator : str
        year : int, optional
            The last year when left out.
        """
        must_exist("indicator", indicator, self.scenario.indicators)
        return self._contributions.of(indicator, self.scenario.time.years[-1] if year is None else year)

    @cached_property
    def bands(self) -> Mapping[str, Band]:
        """Uncertainty of each indicator over 500 futures."""
        return self.workbook.futures.bands(self.setting)
