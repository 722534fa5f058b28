"""Map and loops as plain data for the page, which draws the run at hand on top of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from workbook.branches import branches_of
from workbook.causal import causes_of
from workbook.diagrams.drawing import HALO, LINE, MARK, SIZE
from workbook.diagrams.flow import MOST_COLUMNS, lying, standing
from workbook.diagrams.ring import ring
from workbook.diagrams.telling import count_words, loop_words, map_words
from workbook.diagrams.words import WORDS
from workbook.model import Scenario
from workbook.wording import label_of


def manner() -> dict[str, Any]:
    """What all drawings of a document share: how labels stand in them, and the words around them."""
    halo = dict(part.split("=", maxsplit=1) for part in HALO.replace('" ', '"\n').split("\n"))
    return {
        "size": SIZE,
        "line": LINE,
        "mark": MARK,
        "halo": {name: value.strip('"') for name, value in halo.items()},
        "words": {lang: dict(words) for lang, words in WORDS.items()},
    }


def map_data(scenario: Scenario) -> dict[str, Any]:
    """The map of branches."""
    branches = branches_of(scenario)
    return {
        "lying": lying(scenario, branches).plain() if len(scenario.chapters) <= MOST_COLUMNS else None,
        "standing": standing(scenario, branches).plain(),
        "shares": [list(row) for row in branches.scenes],
        "told": _each(scenario, lambda lang: map_words(scenario, branches, lang)),
    }


def loops_data(scenario: Scenario) -> dict[str, Any] | None:
    """The named loops, None when there are none."""
    if not scenario.loops:
        return None
    causes = causes_of(scenario)
    names = list(dict.fromkeys(name for loop in scenario.loops for name in loop.through))
    loops = []
    for loop in scenario.loops:
        circle = causes.circle(loop)
        loops.append(
            {
                "label": _each(scenario, lambda lang, loop=loop: loop.label[lang]),
                "drawing": ring(scenario, circle).plain(),
                "told": _each(scenario, lambda lang, circle=circle: loop_words(scenario, circle, lang)),
                "through": [names.index(name) for name in loop.through],
                "signs": [link.sign if link else "?" for link in circle.links],
                "delayed": [int(link is not None and link.delayed) for link in circle.links],
            }
        )
    return {
        "names": _each(scenario, lambda lang: [label_of(scenario, name, lang) for name in names]),
        "loops": loops,
        "count": _each(scenario, lambda lang: count_words(causes, lang)),
    }


def _each(scenario: Scenario, words: Any) -> Mapping[str, Any]:
    return {lang: words(lang) for lang in scenario.languages}
