"""Workbook -> plain data for the page: labels, levers, texts, observations; no arithmetic.

Names that the page must know in each year stand in one table: the levers first, then the recorded
names (indicators, and what conditions and figures read). Everything else refers to a place in it.
"""

from __future__ import annotations

import html
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any

from workbook.backcasting.words import PAGE as WISH_WORDS
from workbook.catalogue import MESSAGES
from workbook.diagrams.plain import loops_data, map_data
from workbook.engine.careful import DUST
from workbook.export.assets import packed
from workbook.export.conditions import Conditions
from workbook.export.origin import contested_of, numbers_of
from workbook.expr.nodes import Compare, Node, decisions_in, names_in, walk
from workbook.model import Chapter, Decision, Fact, Figure, Indicator, Lever, Scenario, Scene, World
from workbook.prose import passage_html
from workbook.room.words import PAGE as ROOM_WORDS
from workbook.run import Run, Workbook
from workbook.runcode import mark
from workbook.setting import setting_of
from workbook.story import asked_in
from workbook.text import Text
from workbook.view import limits
from workbook.wording import condition_words, label_of, own_digits, unit_of, unit_text


def recorded(scenario: Scenario) -> tuple[str, ...]:
    """The names whose yearly means the page keeps: indicators first, then what the story reads."""
    asked: dict[str, None] = dict.fromkeys(scenario.indicators)
    for chapter in scenario.chapters:
        for scene in chapter.scenes:
            if scene.when is not None:
                asked |= dict.fromkeys(sorted(names_in(scene.when)))
    for passages in scenario.passages.values():
        for passage in passages.values():
            asked |= {part.name: None for part in passage.parts if isinstance(part, Figure)}
    given = scenario.levers.keys() | scenario.constants.keys()
    return tuple(name for name in asked if name not in given)


def room_words() -> dict[str, dict[str, str]]:
    """The words of the lecturer's view, and the sentences about a memory file that cannot be read."""
    faults = {code: words for code, words in MESSAGES.items() if code.startswith("memory-")}
    said = {lang: {code: words[place] for code, words in faults.items()} for place, lang in enumerate(("de", "en"))}
    return {lang: {**words, **said.get(lang, {})} for lang, words in ROOM_WORDS.items()}


class Payload:
    """The data of one page and the conditions that go with it."""

    def __init__(self, workbook: Workbook, address: str = "") -> None:
        self.workbook = workbook
        self.address = address
        self.scenario = s = workbook.scenario
        self.wanted = recorded(s)
        self.names = (*s.levers, *self.wanted, *s.constants)
        self.places = {name: k for k, name in enumerate(self.names)}
        self.decisions = {name: k for k, name in enumerate(s.decisions)}
        self.conditions = Conditions(self.places, self.decisions)

    def data(self) -> dict[str, Any]:
        """Everything, as JSON takes it."""
        s, program = self.scenario, self.workbook.simulator.program
        used = {c for c in s.constants if any(c in names_in(n) for n in self._conditions())}
        return {
            "id": s.id,
            "mark": mark(s),
            "address": self.address,
            "guide": self._guide(),
            "languages": list(s.languages),
            "title": self.text(s.title),
            "summary": self.text(s.summary),
            "authors": list(s.authors),
            "licence": s.licence,
            "stand": s.stand,
            "time": {
                "start": s.time.start, "now": s.time.now, "end": s.time.end,
                "acting": s.time.acting, "stepsPerYear": s.time.steps_per_year,
            },
            "bounds": list(program.bounds),
            "stocks": len(program.stocks),
            "levers": [self._lever(lever) for lever in s.levers.values()],
            "constants": [[c.low, c.value, c.high] for c in s.constants.values()],
            "constantNames": list(s.constants),
            "contested": contested_of(s, self.workbook.contested),
            "rows": {
                "width": len(program.names), "held": sum(stock.nonnegative for stock in program.stocks), "dust": DUST,
            },
            "wanted": list(self.wanted),
            "reads": [
                self._read(name) if name not in s.constants or name in used else None for name in self.names
            ],
            "indicators": [self._indicator(indicator) for indicator in s.indicators.values()],
            "decisions": [self._decision(decision) for decision in s.decisions.values()],
            "worlds": [self._world(world) for world in s.worlds.values()],
            "chapters": [self._chapter(chapter) for chapter in s.chapters],
            "hasLoops": bool(s.loops),
            "hasFacts": bool(s.facts),
            "later": packed({
                "map": map_data(s), "loops": loops_data(s), "numbers": numbers_of(s), "room": room_words(),
                "cohorts": {"fingerprint": s.fingerprint, "grids": [[x.low, x.step] for x in s.levers.values()]},
                "wishes": WISH_WORDS, "facts": [self._fact(fact) for fact in s.facts.values()],
            }),
            "sources": {
                x.id: {"title": x.title, "publisher": x.publisher, "published": x.published, "url": x.url}
                for x in s.sources.values()
            },
        }  # fmt: skip

    def _guide(self) -> dict[str, Any] | None:
        guide, s = self.scenario.guide, self.scenario
        if guide is None:
            return None
        return {
            "you": self.text(guide.you),
            "question": self.text(guide.question),
            "lever": list(s.levers).index(guide.lever),
            "to": guide.to,
            "indicator": list(s.indicators).index(guide.indicator),
        }

    def text(self, text: Text) -> dict[str, str]:
        """A text in each language of the page; an empty one is an empty string."""
        return {lang: text[lang] if text else "" for lang in self.scenario.languages}

    def _conditions(self) -> Iterable[Node]:
        return (s.when for c in self.scenario.chapters for s in c.scenes if s.when is not None)

    def _each(self, words: Any) -> dict[str, str]:
        return {lang: words(lang) for lang in self.scenario.languages}

    def _read(self, name: str) -> dict[str, Any]:
        unit = unit_of(self.scenario, name)
        many = self._each(lambda lang: unit_text(unit, lang))
        one = self._each(lambda lang: unit_text(unit, lang, one=True))
        return {
            "label": self._each(lambda lang: label_of(self.scenario, name, lang)),
            "unit": many,
            "digits": own_digits(self.scenario, name),
        } | ({"one": one} if one != many else {})

    def _lever(self, lever: Lever) -> dict[str, Any]:
        return {
            "name": lever.name,
            "help": self.text(lever.help),
            "group": self.text(lever.group),
            "values": [lever.value(k) for k in range(lever.positions)],
            "default": lever.default,
        }

    def _fact(self, fact: Fact) -> dict[str, Any]:
        return {
            "label": self.text(fact.label), "text": self.text(fact.text), "source": fact.source, "stand": fact.stand,
            "checkBy": fact.check_by,
        }  # fmt: skip

    def _indicator(self, indicator: Indicator) -> dict[str, Any]:
        s = self.scenario
        observed = []
        label: Mapping[str, str] = {}
        if indicator.history:
            series = s.series[indicator.history]
            label = self.text(series.label)
            observed = [[o.year, o.value, o.source] for o in series.observations if s.time.start <= o.year]
        return {
            "name": indicator.name,
            "help": self.text(indicator.help),
            "better": 1 if indicator.better == "higher" else -1,
            "utopia": indicator.utopia,
            "dystopia": indicator.dystopia,
            "observed": observed,
            "series": label,
            "range": list(limits(self._worlds, indicator)),
        }

    @cached_property
    def _worlds(self) -> list[Run]:
        return [self.workbook.run(world) for world in self.scenario.worlds]

    def _decision(self, decision: Decision) -> dict[str, Any]:
        levers = list(self.scenario.levers)
        return {
            "name": decision.name,
            "label": self.text(decision.label),
            "year": decision.year,
            "text": self.text(decision.text),
            "question": self.text(decision.question),
            "default": list(decision.options).index(decision.default),
            "options": [
                {
                    "name": option.name,
                    "label": self.text(option.label),
                    "text": self.text(option.text),
                    "change": [[levers.index(name), step] for name, step in option.change.items()],
                    "set": [[levers.index(name), value] for name, value in option.set.items()],
                }
                for option in decision.options.values()
            ],
        }

    def _world(self, world: World) -> dict[str, Any]:
        setting = setting_of(self.scenario, world.name)
        options = [list(self.scenario.decisions[name].options).index(o) for name, o in setting.choices]
        return {
            "name": world.name,
            "label": self.text(world.label),
            "summary": self.text(world.summary),
            "levers": [value for _, value in setting.levers],
            "choices": options,
        }

    def _chapter(self, chapter: Chapter) -> dict[str, Any]:
        return {
            "name": chapter.name,
            "year": chapter.year,
            "title": self.text(chapter.title),
            "ending": chapter is self.scenario.endings,
            "asked": [self.decisions[d.name] for d in asked_in(self.scenario, chapter)],
            "scenes": [self._scene(chapter, scene) for scene in chapter.scenes],
        }

    def _scene(self, chapter: Chapter, scene: Scene) -> dict[str, Any]:
        key = f"{chapter.name}.{scene.name}"
        passages = {lang: self.scenario.passages[lang][key] for lang in self.scenario.languages}
        when = scene.when
        terms = [] if when is None else [self._term(n) for n in walk(when) if isinstance(n, Compare)]
        return {
            "name": scene.name,
            "when": -1 if when is None else self.conditions.add(when),
            "terms": terms,
            "mood": scene.mood,
            "voice": self.text(self.scenario.voices[scene.voice]),
            "care": list(scene.care),
            "price": self.text(scene.price),
            "crack": self.text(scene.crack),
            "title": {lang: passage.title for lang, passage in passages.items()},
            "html": {lang: passage_html(passage, self._figure) for lang, passage in passages.items()},
        }

    def _term(self, compare: Compare) -> dict[str, Any]:
        return {
            "when": self.conditions.add(compare),
            "holds": self._each(lambda lang: condition_words(self.scenario, compare, lang, holds=True)),
            "fails": self._each(lambda lang: condition_words(self.scenario, compare, lang, holds=False)),
            "reads": [self.places[name] for name in sorted(names_in(compare))],
            "asks": [self.decisions[name] for name in sorted(decisions_in(compare))],
        }

    def _figure(self, figure: Figure) -> str:
        place = self.places[figure.name]
        spec = f"{place},{figure.year or 0},{figure.digits},{int(figure.sign)}"
        return f'<span class="figure" data-figure="{html.escape(spec)}"></span>'
