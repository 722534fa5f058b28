"""A plan in sentences, and as a table for a notebook; the page tells the same in the same words."""

from __future__ import annotations

import math
from collections.abc import Sequence
from html import escape

from workbook.backcasting.plan import Path, Plan
from workbook.backcasting.wishes import Wish
from workbook.backcasting.words import say
from workbook.model import Scenario
from workbook.text import format_number
from workbook.wording import difference, digits_of, quantity

MOST_DIGITS = 4
"""More decimal places are not shown for the sake of a small miss."""


def summary(plan: Plan, lang: str) -> str:
    """Whether the wishes can be reached, in one sentence or two."""
    count, tried = len(plan.paths), format_number(plan.tried, lang)
    world = plan.workbook.scenario.worlds[plan.start.setting.world].label[lang]
    if not plan.reachable:
        return say("unreached", lang, tried=tried)
    if plan.paths[0].run.setting == plan.start.setting:
        return say("already", lang, world=world)
    if count >= plan.wanted:
        key = "found-one-asked" if count == 1 else "found"
    else:
        key = "found-one" if count == 1 else "found-few"
    return say(key, lang, count=count, tried=tried)


def sentences(plan: Plan, lang: str) -> list[str]:
    """The whole plan, sentence by sentence."""
    told = [*head(plan, lang)]
    for number, path in enumerate(plan.paths, start=1):
        told += ["", f"{say('path', lang, number=number)}. {say_effort(path, lang)}", *_listed(path, plan, lang)]
    if not plan.reachable:
        told += ["", f"{say('nearest', lang)}. {say_effort(plan.nearest, lang)}", *_listed(plan.nearest, plan, lang)]
        told += ["", *conflicts(plan, lang)] if conflicts(plan, lang) else []
    return told


def head(plan: Plan, lang: str) -> list[str]:
    """What was found, and what was looked for where a reserve was asked for."""
    told = [summary(plan, lang)]
    if plan.reserve:
        s = plan.workbook.scenario
        bounds = [
            say("bound", lang, label=s.indicators[w.indicator].label[lang], bound=bound(s, w, lang, aim=True))
            for w in plan.wishes
        ]
        told.append(say("reserved", lang, bounds="; ".join(bounds)))
    return told


def moves(path: Path, lang: str) -> list[str]:
    """What the path moves in its start world."""
    s = path.run.scenario
    told = [
        say(
            "move", lang, label=s.levers[name].label[lang], before=quantity(s, name, before, lang),
            after=quantity(s, name, after, lang),
        )
        for name, (before, after) in path.levers.items()
    ]  # fmt: skip
    for name, (before, after) in path.choices.items():
        decision = s.decisions[name]
        options = {"before": decision.options[before].label[lang], "after": decision.options[after].label[lang]}
        told.append(say("turn", lang, year=decision.year, label=decision.label[lang], **options))
    return told


def reached(path: Path, wishes: Sequence[Wish], lang: str) -> list[str]:
    """What becomes of each wish."""
    s, told = path.run.scenario, []
    for wish in wishes:
        name, value = wish.indicator, path.reached[wish.indicator]
        label, missed = s.indicators[name].label[lang], path.missed.get(name, 0.0)
        if not missed:
            shown = quantity(s, name, value, lang)
            told.append(say("met", lang, label=label, value=shown, bound=bound(s, wish, lang)))
            continue
        gap = missed if value > wish.ceiling else -missed
        digits = telling_digits(digits_of(s, name, value), value, value - gap, lang)
        told.append(
            say(
                "missed", lang, label=label, value=quantity(s, name, value, lang, digits),
                bound=bound(s, wish, lang, aim=True), gap=difference(s, name, gap, lang, digits),
            )
        )  # fmt: skip
    return told


def holds(path: Path, lang: str) -> str:
    """In how many of 100 futures, with other values of the uncertain constants, the wishes come true."""
    return say("holds-nearest" if path.missed else "holds", lang, count=format_number(100 * path.holds, lang))


def say_effort(path: Path, lang: str) -> str:
    """How much is moved."""
    s = path.run.scenario
    return say("effort", lang, count=len(path.levers) + len(path.choices), all=len(s.levers) + len(s.decisions))


def conflicts(plan: Plan, lang: str) -> list[str]:
    """Which wishes nothing reaches, and without which one the others can be had."""
    s, told = plan.workbook.scenario, []
    for wish in plan.wishes:
        label = s.indicators[wish.indicator].label[lang]
        if wish.indicator in plan.alone:
            key = "alone" if len(plan.wishes) > 1 else "alone-only"
            told.append(say(key, lang, label=label, bound=bound(s, wish, lang, aim=True)))
        if wish.indicator in plan.without and len(plan.wishes) > 1:
            told.append(say("without", lang, label=label))
    return told


def bound(scenario: Scenario, wish: Wish, lang: str, *, aim: bool = False) -> str:
    """A wish without its name: at least …, at most …; with ``aim`` its reserve is included."""
    low, high = (wish.floor, wish.ceiling) if aim else (wish.low, wish.high)
    ends = [("at-least", low), ("at-most", high)]
    return ", ".join(
        say(key, lang, value=quantity(scenario, wish.indicator, end, lang, exact_digits(scenario, wish, end)))
        for key, end in ends
        if math.isfinite(end)
    )


def exact_digits(scenario: Scenario, wish: Wish, value: float) -> int:
    """Decimal places that show a bound as it was given, as far as that can be shown."""
    own = scenario.indicators[wish.indicator].digits
    return next((d for d in range(own, MOST_DIGITS) if abs(round(value, d) - value) < 1e-9), MOST_DIGITS)


def telling_digits(digits: int, value: float, limit: float, lang: str) -> int:
    """So many decimal places that a value that misses its limit does not read like it."""
    while digits < MOST_DIGITS and format_number(value, lang, digits) == format_number(limit, lang, digits):
        digits += 1
    return digits


def shown(plan: Plan, lang: str) -> str:
    """The plan as HTML: sentences, and a table with a row for each path."""
    parts = [f"<p>{escape(sentence)}</p>" for sentence in head(plan, lang)]
    ways = [(say("path", lang, number=number), path) for number, path in enumerate(plan.paths, start=1)]
    ways = ways or [(say("nearest", lang), plan.nearest)]
    heads = [say(key, lang) for key in ("moves", "reached", "share", "code")]
    left = 'style="text-align: left"'
    rows = "".join(
        f'<tr><th scope="row">{escape(name)}</th><td {left}>{_lines(moves(path, lang))}</td>'
        f"<td {left}>{_lines(reached(path, plan.wishes, lang))}</td>"
        f"<td>{format_number(100 * path.holds, lang)}</td><td><code>{escape(path.code)}</code></td></tr>"
        for name, path in ways
    )
    head_row = "<td></td>" + "".join(f'<th scope="col" {left}>{escape(text)}</th>' for text in heads)
    parts.append(f"<table><thead><tr>{head_row}</tr></thead><tbody>{rows}</tbody></table>")
    if not plan.reachable:
        parts += [f"<p>{escape(sentence)}</p>" for sentence in conflicts(plan, lang)]
    return "".join(parts)


def _listed(path: Path, plan: Plan, lang: str) -> list[str]:
    lines = [*moves(path, lang), *reached(path, plan.wishes, lang)]
    return [*(f"  {line}" for line in lines), f"  {holds(path, lang)}", f"  {say('code', lang)}: {path.code}"]


def _lines(texts: Sequence[str]) -> str:
    return "<br>".join(map(escape, texts))
