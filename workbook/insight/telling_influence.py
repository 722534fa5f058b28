"""Influences in sentences: what moves an indicator, how far, and in which direction."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import groupby

from workbook.insight.sensitivity import Influence, Sensitivity
from workbook.insight.telling import Part, Telling, amount, german, listed, named, quoted
from workbook.model import Scenario
from workbook.text import format_number
from workbook.wording import label_of, unit_of, unit_text

_TOLD, _SHOWN = 3, 10
"""Factors in a sentence, and rows of a table."""
_ONE_WAY = 0.95
"""From this share of the size on, the mean effect counts as going one way."""
_SMALL = 0.01
"""Shares below are not worth a word."""


def influence_told(found: Sensitivity, lang: str) -> Telling:
    """One sentence and one table for each indicator and year."""
    s, de = found.scenario, german(lang)
    title = f"Was die Indikatoren bewegt: {s.title[lang]}" if de else f"What moves the indicators: {s.title[lang]}"
    sentences, tables = [], []
    for (indicator, year), group in groupby(found.influences, key=lambda each: (each.indicator, each.year)):
        rows = list(group)
        subject = f"{named(s, indicator, lang)} {year}" if de else f"{named(s, indicator, lang)} in {year}"
        if not rows[0].size > 0:
            sentences.append(
                f"{subject} bewegt sich durch nichts von alledem." if de else f"{subject} is moved by none of these."
            )
            continue
        effects = found.method == "morris"
        sentences.append(_effects(s, subject, rows[:_TOLD], lang) if effects else _shares(found, subject, rows, lang))
        tables.append(_table(found, indicator, year, rows[:_SHOWN], lang))
    if found.dropped:
        sentences.append(
            f"Nicht gezählt: {found.dropped} von {found.samples} Stichproben mit Werten, die keine endlichen Zahlen sind."
            if de
            else f"Not counted: {found.dropped} of {found.samples} samples with values that are no finite numbers."
        )
    return Telling(title, tuple(sentences), tuple(tables), _method(found, lang))


def _effects(scenario: Scenario, subject: str, rows: Sequence[Influence], lang: str) -> str:
    de, first = german(lang), rows[0]
    size = amount(scenario, first.indicator, first.size, lang)
    rest = [
        f"{named(scenario, each.name, lang)} ({amount(scenario, each.indicator, each.size, lang)})"
        for each in rows[1:]
        if each.size > 0
    ]
    if de:
        text = f"{subject} hängt am stärksten an {named(scenario, first.name, lang)}: von Anfang bis Ende der Spanne"
        text += f" verschiebt sich der Wert im Mittel um {size}, {_way(first, lang)}."
        return text + (f" Danach {'kommen' if len(rest) > 1 else 'kommt'} {listed(rest, lang)}." if rest else "")
    text = f"{subject} depends most on {named(scenario, first.name, lang)}: from one end of its range to the other"
    text += f" the value moves by {size} on average, {_way(first, lang)}."
    return text + (f" Next {'come' if len(rest) > 1 else 'comes'} {listed(rest, lang)}." if rest else "")


def _way(each: Influence, lang: str) -> str:
    de, mean = german(lang), each.direction or 0.0
    if abs(mean) < _ONE_WAY * each.size:
        return "je nach Lage hinauf oder hinab" if de else "up or down, depending on the rest"
    if mean > 0:
        return "und zwar nach oben" if de else "upwards"
    return "und zwar nach unten" if de else "downwards"


def _shares(found: Sensitivity, subject: str, rows: Sequence[Influence], lang: str) -> str:
    """Shares of the variance; where Morris chose the factors, of the variance that those make."""
    de = german(lang)
    parts = [
        f"{_percent(each.size, each.error, lang)} {'an' if de else 'on'} {named(found.scenario, each.name, lang)}"
        for k, each in enumerate(rows[:_TOLD])
        if k == 0 or each.size >= _SMALL
    ]
    by = ""
    if found.screened:
        by = f", die {len(rows)} ausgewählte Größen bewirken," if de else f" that {len(rows)} chosen factors make"
    if de:
        return f"Von der Streuung{by} hängen bei {subject} {listed(parts, lang)}."
    return f"The variance of {subject}{by} depends to {listed(parts, lang, last='and to')}."


def _percent(share: float, error: float, lang: str) -> str:
    return f"{format_number(100 * share, lang)} % (± {format_number(100 * error, lang)})"


def _table(found: Sensitivity, indicator: str, year: int, rows: Sequence[Influence], lang: str) -> Part:
    s, de = found.scenario, german(lang)
    kinds = {"lever": ("Hebel", "lever"), "constant": ("Konstante", "constant")}
    caption = f"{label_of(s, indicator, lang)} {year}"
    if found.method == "morris":
        digits = _digits(rows)
        header = (
            ("Größe", "Art", "Wirkung im Mittel", "±", "mit Vorzeichen", "Streuung")
            if de
            else ("Quantity", "Kind", "Mean effect", "±", "with sign", "Spread")
        )
        cells = [(each.size, each.error, each.direction or 0.0, each.spread or 0.0) for each in rows]
        unit = unit_text(unit_of(s, indicator), lang)
        caption = f"{caption} ({unit})" if unit else caption
        numbers = [[format_number(value, lang, digits) for value in row] for row in cells]
    else:
        header = (
            ("Größe", "Art", "Anteil gesamt", "±", "allein", "±")
            if de
            else ("Quantity", "Kind", "Total share", "±", "alone", "±")
        )
        numbers = [
            [f"{format_number(100 * value, lang, 1)} %" for value in (e.size, e.error, e.alone or 0.0, e.alone_error or 0.0)]
            for e in rows
        ]  # fmt: skip
    texts = [
        (label_of(s, each.name, lang), kinds[each.kind][not de], *own) for each, own in zip(rows, numbers, strict=True)
    ]
    return Part(caption, header, tuple(texts), (2, 3, 4, 5))


def _digits(rows: Sequence[Influence]) -> int:
    """Decimal places that show the largest effect with three digits."""
    return min(max(2 - math.floor(math.log10(rows[0].size)), 0), 6)


def _method(found: Sensitivity, lang: str) -> str:
    s, de = found.scenario, german(lang)
    runs = format_number(found.runs, lang)
    world = quoted(s.worlds[found.world].label[lang], lang)
    if found.method == "morris":
        if de:
            return (
                f"Morris (1991, Campolongo u. a. 2007, gerechnet mit SALib): {found.samples} Wege, auf denen eine Größe nach der"
                f" anderen einen Schritt macht; {runs} Läufe, Startzahl {found.seed}, Entscheidungen wie in {world}. Hebel stehen auf"
                " ihren Stellungen; ein Schritt geht über etwa zwei Drittel der Spanne und ist auf die ganze hochgerechnet."
                " Konstanten gehen gleichmäßig durch ihre Spanne. ±: 95-%-Bereich. Große Streuung: Die Wirkung hängt von"
                " anderem ab oder ist nicht geradlinig."
            )
        return (
            f"Morris (1991; Campolongo et al. 2007; computed by SALib): {found.samples} trajectories on which one factor after"
            f" the other takes a step; {runs} runs, seed {found.seed}, decisions as in {world}. Levers stand on their positions;"
            " a step goes over about two thirds of the range and is told for all of it. Constants go evenly through their"
            " range. ±: 95 % interval. A large spread: the effect depends on the rest or bends."
        )
    screen = ""
    if found.screened:
        screen = (
            f" Morris hat sie aus {found.screened} Größen ausgewählt; die anderen stehen fest und tragen hier nichts bei."
            if de
            else f" Morris chose them from {found.screened} factors; the others are held and add nothing here."
        )
    if de:
        return (
            f"Sobol (Saltelli u. a. 2010, gerechnet mit SALib): {found.samples} Punkte, {runs} Läufe, Startzahl {found.seed},"
            f" Entscheidungen wie in {world}. Jede Hebelstellung ist gleich wahrscheinlich, Konstanten liegen in ihrer Spanne"
            f" (Dreieck).{screen} Gesamt: mit allen Wechselwirkungen, darum zusammen auch über 100 %. ±: 95-%-Bereich."
        )
    return (
        f"Sobol (Saltelli et al. 2010; computed by SALib): {found.samples} points, {runs} runs, seed {found.seed}, decisions as in"
        f" {world}. Each lever position is equally likely, constants lie in their range (triangular).{screen} Total: with all"
        " interactions, so that they may add up to more than 100 %. ±: 95 % interval."
    )
