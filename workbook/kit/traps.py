"""The named loops of a scenario as a sheet: told arrow by arrow, with a question that fits each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape

from workbook.causal import Causes, Circle, causes_of
from workbook.diagrams.telling import loop_words
from workbook.kit.paper import Sheet, listed, paragraph
from workbook.kit.script_words import say
from workbook.model import Loop, Scenario
from workbook.wording import label_of

_SCALE = re.compile(r", [01] = [^«”]+(?=[«”])")
"""What a label says of the scale of its quantity, such as "1 = as usual": of no use to who reads out a loop."""


def traps(s: Scenario, lang: str) -> Sheet:
    """Every named loop with its question and the levers that act on it."""
    if not s.loops:
        return Sheet(say("traps", lang), paragraph(say("no-loops", lang)))
    causes = causes_of(s)
    told = "".join(_loop(causes, causes.circle(loop), lang) for loop in s.loops)
    return Sheet(say("traps", lang), paragraph(say("traps-why", lang)) + told)


def trap_of(s: Scenario) -> Loop | None:
    """The loop to talk about in a seminar: the first that builds up to somebody's harm, else that builds up."""
    causes = causes_of(s)
    ranked = sorted(s.loops, key=lambda x: (x.kind != "reinforcing", gain(causes, causes.circle(x)) >= 0))
    return ranked[0] if ranked else None


def gain(causes: Causes, circle: Circle) -> int:
    """How many indicators a loop moves towards utopia when it grows as it is told, less those it moves away.

    Only what a quantity of the loop moves directly counts, and only where the slope has one sign.
    """
    s, up, found = causes.scenario, 1, 0
    for name, link in zip(circle.loop.through, circle.links, strict=True):
        for indicator in s.indicators.values():
            touched = causes.links.get((name, indicator.name))
            way = 1 if name == indicator.name else _slope(touched.sign) if touched else 0
            found += up * way * (1 if indicator.utopia > indicator.dystopia else -1)
        up *= _slope(link.sign) if link else 1
    return found


def _slope(sign: str) -> int:
    return {"+": 1, "-": -1}.get(sign, 0)


def touching(causes: Causes, loop: Loop) -> Iterator[tuple[str, str]]:
    """(lever, quantity of the loop) for each lever that acts on the loop directly, where it does so first."""
    for lever in causes.scenario.levers:
        links = (causes.links.get((lever, name)) for name in loop.through)
        first = next((link for link in links if link and link.sign != "0"), None)
        if first:
            yield lever, first.effect


def _loop(causes: Causes, circle: Circle, lang: str) -> str:
    s, loop = causes.scenario, circle.loop
    kind = circle.kind or loop.kind
    way = gain(causes, circle) if kind == "reinforcing" else 0
    key = {1: "trap-helps", -1: "trap-harms"}.get((way > 0) - (way < 0), f"trap-{kind}")
    ends = {"first": label_of(s, loop.through[0], lang), "last": label_of(s, loop.through[-1], lang)}
    asked = [say(key, lang, **ends), _levers(causes, loop, lang)]
    heading = f"{loop.label[lang]} ({say(kind, lang)})"
    return (
        f'<div class="decision"><h3>{escape(heading)}</h3>{paragraph(_read(loop_words(s, circle, lang)), "small")}'
        f"{listed((_read(text) for text in asked), 'small')}</div>"
    )


def _levers(causes: Causes, loop: Loop, lang: str) -> str:
    """The levers that act on a loop, together where they act on the same quantity."""
    s = causes.scenario
    at: dict[str, list[str]] = {}
    for lever, name in touching(causes, loop):
        at.setdefault(name, []).append(say("quoted", lang, text=label_of(s, lever, lang)))
    told = (
        say("trap-lever", lang, levers=", ".join(levers), name=label_of(s, name, lang)) for name, levers in at.items()
    )
    return say("trap-levers", lang, levers="; ".join(told)) if at else say("trap-no-lever", lang)


def _read(text: str) -> str:
    return _SCALE.sub("", text)
