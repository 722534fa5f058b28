"""A run -> its story: which scenes are told, in which order, and why.

The story reads the same yearly numbers as the charts; it has no state of its own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from workbook.engine.schedule import boundaries
from workbook.expr.evaluate import evaluate
from workbook.expr.nodes import Compare, Node, decisions_in, names_in, walk
from workbook.model import Chapter, Claim, Decision, Figure, Passage, Scenario, Scene
from workbook.setting import Setting, plan_of
from workbook.simulate import Yearly
from workbook.text import format_number


@dataclass(frozen=True, slots=True)
class Readings:
    """What a condition can ask in one year: levers, constants, yearly means, choices."""

    scenario: Scenario
    setting: Setting
    yearly: Yearly
    year: int

    def value(self, name: str) -> float:
        return float(self.year) if name == "time" else self.value_at(name, self.year)

    def value_at(self, name: str, year: int) -> float:
        if name in self.scenario.levers:
            return lever_in_year(self.scenario, self.setting, name, year)
        if name in self.scenario.constants:
            return self.scenario.constants[name].value
        return self.yearly(name, year)

    def option(self, decision: str) -> str:
        return dict(self.setting.choices)[decision]


def lever_in_year(scenario: Scenario, setting: Setting, name: str, year: int) -> float:
    """Where a lever stands in a year, after what decisions changed."""
    plan = plan_of(scenario, setting)
    step = scenario.time.index(year)
    segment = max(k for k, bound in enumerate(boundaries(scenario)[:-1]) if bound <= step)
    return plan[segment][list(scenario.levers).index(name)]


@dataclass(frozen=True, slots=True)
class Term:
    """One comparison of a condition: whether it held, and the values it saw."""

    condition: Compare
    holds: bool
    values: tuple[tuple[str, float], ...]
    """Names (with their yearly means) that the comparison read."""
    options: tuple[tuple[str, str], ...]
    """Decisions that it asked about, with the option chosen."""


@dataclass(frozen=True, slots=True)
class Told:
    """A scene that was chosen, with the terms that chose it.

    For the scene told when nothing else fits, ``terms`` are those that kept the others away.
    """

    chapter: Chapter
    scene: Scene
    terms: tuple[Term, ...]

    @property
    def key(self) -> str:
        return f"{self.chapter.name}.{self.scene.name}"


def choose(chapter: Chapter, readings: Readings) -> Scene:
    """The first scene whose condition holds."""
    for scene in chapter.scenes:
        if scene.when is None or evaluate(scene.when, readings):
            return scene
    return chapter.scenes[-1]


def scenes_of(scenario: Scenario, setting: Setting, yearly: Yearly) -> tuple[str, ...]:
    """The names of the scenes told, one for each chapter."""
    return tuple(
        choose(chapter, Readings(scenario, setting, yearly, chapter.year)).name for chapter in scenario.chapters
    )


def tell(scenario: Scenario, setting: Setting, yearly: Yearly) -> tuple[Told, ...]:
    """The whole story with its reasons, one scene for each chapter, the ending last."""
    told = []
    for chapter in scenario.chapters:
        readings = Readings(scenario, setting, yearly, chapter.year)
        scene = choose(chapter, readings)
        told.append(Told(chapter, scene, _terms(chapter, scene, readings)))
    return tuple(told)


def _terms(chapter: Chapter, scene: Scene, readings: Readings) -> tuple[Term, ...]:
    if scene.when is not None:
        return tuple(t for t in _compared(scene.when, readings) if t.holds)
    others = (s.when for s in chapter.scenes if s.when is not None)
    return tuple(term for when in others for term in _compared(when, readings)[:3] if not term.holds)


def _compared(when: Node, readings: Readings) -> list[Term]:
    terms = []
    for node in walk(when):
        if isinstance(node, Compare):
            values = tuple((name, readings.value(name)) for name in sorted(names_in(node)))
            options = tuple((name, readings.option(name)) for name in sorted(decisions_in(node)))
            terms.append(Term(node, bool(evaluate(node, readings)), values, options))
    return terms


def asked_in(scenario: Scenario, chapter: Chapter) -> tuple[Decision, ...]:
    """The decisions that a chapter puts before its scene: those due and not asked earlier."""
    earlier = [c.year for c in scenario.chapters[: scenario.chapters.index(chapter)]]
    return tuple(
        d for d in scenario.decisions.values() if d.year <= chapter.year and not any(d.year <= year for year in earlier)
    )


def text_of(passage: Passage, readings: Readings, lang: str) -> str:
    """A passage as Markdown with its figures written for the reader."""
    return "".join(p if isinstance(p, str) else written(p, readings, lang) for p in passage.parts)


def written(figure: Figure, readings: Readings, lang: str) -> str:
    """A figure of a text in the reader's number format."""
    year = readings.year if figure.year is None else figure.year
    return format_number(readings.value_at(figure.name, year), lang, figure.digits, sign=figure.sign)


def false_claims(
    scenario: Scenario, setting: Setting, yearly: Yearly, languages: Sequence[str] | None = None
) -> list[tuple[str, str, Claim]]:
    """Claims of the told scenes that the numbers contradict: (language, scene key, claim)."""
    wrong = []
    for told in tell(scenario, setting, yearly):
        readings = Readings(scenario, setting, yearly, told.chapter.year)
        for lang in languages or scenario.languages:
            passage = _passages(scenario, lang).get(told.key)
            claims = passage.claims if passage else ()
            wrong += [(lang, told.key, c) for c in claims if not evaluate(c.condition, readings)]
    return wrong


def _passages(scenario: Scenario, lang: str) -> Mapping[str, Passage]:
    return scenario.passages.get(lang, {})
