"""A scenario whose texts try to become markup or script, past every check of the folder."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from workbook.model import Figure, Passage, Scenario
from workbook.text import Text

ATTACKS = (
    "</script><script>globalThis.pwned = 1</script>",
    "<!-- <script>",
    "]]><![CDATA[",
    "<img src=x onerror='globalThis.pwned = 2'>",
    '"><svg onload=globalThis.pwned=3>',
    "[Klick](javascript:globalThis.pwned=4)",
    "{{ 7 * 7 }} ${globalThis.pwned=5} $title $$scripts",
    "`+(globalThis.pwned=6)+`",
    "\u2028globalThis.pwned=7\u2029\u0000\ufeff\U0001f600",
    "</title></style><style>*{display:none}</style><base href='https://example.org/'>",
    "\\u003cscript\\u003e &lt;b&gt; &amp; <b>fett</b>",
    "'; globalThis.pwned = 8; //",
    "![Bild](https://example.org/pixel.png)",
)
HOSTILE = " ".join(ATTACKS)

Kind = TypeVar("Kind")


def bad(extra: str = "") -> Text:
    return Text.of(de=HOSTILE + extra, en=HOSTILE + extra)


def each(things: Mapping[str, Kind], **changes: object) -> dict[str, Kind]:
    return {name: replace(thing, **changes) for name, thing in things.items()}  # type: ignore[type-var]


def hostile(scenario: Scenario) -> Scenario:
    """Every text of a scenario replaced by attacks; its numbers and names stay."""

    def passage(known: Passage) -> Passage:
        figures = tuple(part for part in known.parts if isinstance(part, Figure))
        return replace(known, title=HOSTILE, parts=("\n\n".join(ATTACKS), *figures, HOSTILE))

    decisions = {
        name: replace(d, label=bad(), text=bad(), question=bad(), options=each(d.options, label=bad(), text=bad()))
        for name, d in scenario.decisions.items()
    }
    chapters = tuple(
        replace(c, title=bad(), scenes=tuple(replace(s, price=bad(), crack=bad(), care=(HOSTILE,)) for s in c.scenes))
        for c in scenario.chapters
    )
    return replace(
        scenario,
        title=bad(),
        summary=bad(),
        authors=(HOSTILE,),
        licence=HOSTILE,
        stand=HOSTILE,
        voices=dict.fromkeys(scenario.voices, bad()),
        sources=each(
            scenario.sources,
            title=HOSTILE,
            publisher=HOSTILE,
            published=HOSTILE,
            url="javascript:globalThis.pwned=9",
        ),
        series=each(scenario.series, label=bad()),
        levers=each(scenario.levers, label=bad(), help=bad(), group=bad(), unit=HOSTILE),
        indicators=each(scenario.indicators, label=bad(), help=bad(), unit=HOSTILE),
        decisions=decisions,
        worlds=each(scenario.worlds, label=bad(), summary=bad()),
        chapters=chapters,
        passages={
            lang: {key: passage(each_) for key, each_ in known.items()} for lang, known in scenario.passages.items()
        },
    )
