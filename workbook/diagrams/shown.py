"""The drawings in a notebook: text, drawing and table, without a kernel and without scripts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from typing import Any

from workbook.branches import branches_of
from workbook.causal import causes_of
from workbook.diagrams.drawing import Drawing
from workbook.diagrams.flow import MOST_COLUMNS, lying, standing
from workbook.diagrams.ring import ring
from workbook.diagrams.telling import count_words, loop_rows, loop_words, map_rows, map_words, way_words
from workbook.diagrams.words import say
from workbook.errors import must_exist
from workbook.model import Loop, Scenario
from workbook.run import Run, Workbook, book_of

_NARROW = "<style>.nb-narrow{display:none}</style>"
"""In a notebook there is room; in its exported page the rule of the page decides."""


class _Shown:
    """Something that a notebook shows as HTML and everything else as sentences."""

    def __init__(self, sentences: Sequence[str], html: str) -> None:
        self.sentences = tuple(sentences)
        self._html = html

    def __repr__(self) -> str:
        return "\n".join(self.sentences)

    def _repr_html_(self) -> str:
        return self._html


class Map(_Shown):
    """The map of a story's branches; of a run it marks the way."""

    def __init__(self, scenario: Scenario, told: Sequence[int] | None, lang: str) -> None:
        branches = branches_of(scenario)
        way = way_words(scenario, branches, told, lang) if told is not None else []
        about, *found = map_words(scenario, branches, lang)
        sentences = [about, *way, *found]
        drawings = ""
        flows = [(standing(scenario, branches), "nb-narrow")]
        if len(scenario.chapters) <= MOST_COLUMNS:
            flows.insert(0, (lying(scenario, branches), "nb-wide"))
        for flow, name in flows if len(flows) > 1 else [(flows[0][0], "")]:
            own = (flow.way(told), flow.marked(told)) if told is not None else ("", ())
            drawings += f'<div class="{name}">{flow.drawing.svg(lang, say("map", lang), *own)}</div>'
        heads = [say(key, lang) for key in ("chapter", "scene", "share")] + ([say("own", lang)] if way else [])
        rows = [
            (
                row.chapter,
                f"{row.number} · {row.title}",
                row.share,
                *((say("own", lang) if row.own else "",) if way else ()),
            )
            for row in map_rows(scenario, branches, told, lang)
        ]
        legend = f"<p>{escape(say('own-mark', lang))}</p>" if way else ""
        super().__init__(
            sentences, f"{_NARROW}{_told([about])}{drawings}{legend}{_told([*way, *found])}{_table(heads, rows, lang)}"
        )


class Loops(_Shown):
    """The named loops of a scenario, or one of them."""

    def __init__(self, scenario: Scenario, loops: Sequence[Loop], lang: str) -> None:
        causes = causes_of(scenario)
        heads = [say(key, lang) for key in ("cause", "effect", "sign", "delay")]
        sentences, parts = [say("causes-about", lang)], ""
        for loop in loops:
            circle = causes.circle(loop)
            told = loop_words(scenario, circle, lang)
            sentences.append(f"{loop.label[lang]}: {told}")
            parts += (
                f"<details{' open' if not parts else ''}>{_summary(loop.label[lang])}"
                f"{_svg(ring(scenario, circle), lang, loop.label[lang])}<p>{escape(told)}</p>"
                f"{_table(heads, loop_rows(scenario, circle, lang), lang)}</details>"
            )
        sentences.append(count_words(causes, lang))
        super().__init__(sentences, f"{_told(sentences[:1])}{parts}{_told(sentences[-1:])}")


def branch_map(play: Run | Workbook | str, lang: str = "de") -> Map:
    """Which ways lead where: scenes by year, as long as their share of 10,000 random plays.

    Parameters
    ----------
    play : Run, Workbook or str
        A run, whose way is marked; or a scenario from :func:`workbook.load`, or its id.
    lang : str
        A language of the scenario.
    """
    workbook = _workbook(play.workbook if isinstance(play, Run) else play, lang)
    told = None
    if isinstance(play, Run):
        told = [chapter.chapter.scenes.index(chapter.scene) for chapter in play.told]
    return Map(workbook.scenario, told, lang)


def loops_of(play: Run | Workbook | str, lang: str = "de", loop: str | None = None) -> Loops:
    """The feedback loops of a scenario, drawn from its equations.

    Parameters
    ----------
    play : Run, Workbook or str
        A scenario from :func:`workbook.load`, its id, or one of its runs.
    lang : str
        A language of the scenario.
    loop : str, optional
        The name of one loop; all of them when left out.
    """
    scenario = _workbook(play.workbook if isinstance(play, Run) else play, lang).scenario
    if loop is None:
        return Loops(scenario, scenario.loops, lang)
    known = {each.name: each for each in scenario.loops}
    must_exist("loop", loop, known)
    return Loops(scenario, [known[loop]], lang)


def _workbook(workbook: Workbook | str, lang: str) -> Workbook:
    workbook = book_of(workbook)
    must_exist("language", lang, workbook.scenario.languages)
    return workbook


def _told(sentences: Sequence[str]) -> str:
    return "".join(f"<p>{escape(sentence)}</p>" for sentence in sentences)


def _svg(drawing: Drawing, lang: str, name: str) -> str:
    return f"<div>{drawing.svg(lang, name)}</div>"


def _summary(text: str) -> str:
    """A row high enough for a finger, also where no style sheet of ours is."""
    return f'<summary style="padding: 3px 0">{escape(text)}</summary>'


def _table(heads: Sequence[str], rows: Iterable[Sequence[Any]], lang: str) -> str:
    head = "".join(f'<th scope="col">{escape(text)}</th>' for text in heads)
    body = "".join(
        f'<tr><th scope="row">{escape(first)}</th>{"".join(f"<td>{escape(cell)}</td>" for cell in rest)}</tr>'
        for first, *rest in rows
    )
    return (
        f'<details style="margin-left: 1.2em">{_summary(say("table", lang))}'
        f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></details>"
    )
