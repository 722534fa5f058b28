"""The paper twin as sheets: rules, a record to fill in, one table for each beginning, and the scenes to read out."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from html import escape

from workbook.kit.drawings import setting_text
from workbook.kit.game_words import say
from workbook.kit.paper import Sheet, fields, listed, paragraph, table
from workbook.kit.paper_twin import Block, Row, Start, Table, Twin
from workbook.model import Figure, Lever, Scenario, Scene
from workbook.prose import passage_html
from workbook.text import format_number
from workbook.wording import care_words, headed, unit_text

SIGNS = "●■▲◆"
"""One for each printed indicator: neither a letter of an answer nor the number of a scene."""
_SPLIT = 30
"""Rows above which the last block stands in two columns."""


def rules(s: Scenario, twin: Twin, lang: str) -> Sheet:
    """How to play, and which table belongs to which beginning."""
    steps = ("roles", "start", "guess", "event", "look", "end", "again")
    asked = next((x for x in twin.levers if s.guide and x.name == s.guide.lever and len(twin.levers) > 1), None)
    names = (
        {"lever": asked.label[lang], "other": next(x for x in twin.levers if x != asked).label[lang]} if asked else {}
    )
    kept = {d.name for d in twin.decisions}
    left = [d.label[lang] for d in s.decisions.values() if d.name not in kept]
    parts = [
        paragraph(say("rules-need", lang)),
        listed((say(f"rule-{step}", lang) for step in steps), tag="ol"),
        f"<h3>{escape(say('starts', lang))}</h3>",
        _starts(s, twin, lang),
        _worlds(s, twin, lang),
        paragraph(say("chosen-asked" if asked else "chosen", lang, year=s.time.years[-1], **names), "soft"),
        paragraph(say("exact", lang), "soft"),
    ]
    if left:
        parts.append(paragraph(say("fixed-decisions", lang, names=", ".join(left)), "soft"))
    return Sheet(say("rules", lang), "".join(parts))


def _starts(s: Scenario, twin: Twin, lang: str) -> str:
    """Rows are positions of the first lever, columns those of the second; cells are numbers of tables."""
    numbered: dict[tuple[tuple[str, float], ...], int] = {t.start.levers: t.start.number for t in twin.tables}
    if not twin.levers:
        return ""
    first, others = twin.levers[0], twin.levers[1:]
    columns = [
        ((lever.name, value), lever)
        for lever, values in zip(others, twin.positions[1:], strict=True)
        for value in values
    ]
    head = [headed(first, lang), *(f"{lever.label[lang]} {_set(lever, value, lang)}" for (_, value), lever in columns)]
    if not others:
        head.append(say("table", lang))
    body = []
    for value in twin.positions[0]:
        own = (first.name, value)
        ways = [(own, other) for other, _ in columns] if others else [(own,)]
        body.append((setting_text(value, lang), *(_numbered(numbered[way], lang) for way in ways)))
    return table(say("starts-levers", lang, world=s.worlds[twin.tables[0].start.world].label[lang]), head, body)


def _worlds(s: Scenario, twin: Twin, lang: str) -> str:
    worlds = [(s.worlds[t.start.world], t.start.number) for t in twin.tables if not t.start.levers]
    head = [say(key, lang) for key in ("world", "about", "table")]
    rows = [(w.label[lang], w.summary[lang], _numbered(number, lang)) for w, number in worlds]
    return table(say("starts-worlds", lang), head, rows) if rows else ""


def _numbered(number: int, lang: str) -> str:
    return f"{say('table', lang)}\u00a0{number}"


def record(s: Scenario, twin: Twin, lang: str) -> Sheet:
    """A row for each event: answer, numbers, scenes, and who was against it."""
    head = [
        say("event", lang),
        say("answer", lang),
        *SIGNS[: len(twin.indicators)],
        say("scenes", lang),
        say("against", lang),
    ]
    rows = [(f"{d.year} · {d.label[lang]}", *[""] * (len(head) - 1)) for d in twin.decisions]
    title = say("record", lang)
    parts = (
        fields([say("table", lang), say("first-guess", lang)]),
        legend(twin, lang),
        table(say("record-table", lang), head, rows, "fill high"),
    )
    return Sheet(title, "".join(parts))


def legend(twin: Twin, lang: str) -> str:
    """Which sign is which number."""
    told = " · ".join(f"{sign}\u00a0{_named(twin, k, lang)}" for k, sign in enumerate(SIGNS[: len(twin.indicators)]))
    return paragraph(told, "legend")


def _named(twin: Twin, place: int, lang: str) -> str:
    indicator = twin.indicators[place]
    if divisor(twin, place) == 1:
        return headed(indicator, lang)
    unit = unit_text(indicator.unit, lang)
    return f"{indicator.label[lang]} ({' '.join(filter(None, (unit, say('thousand', lang))))})"


def divisor(twin: Twin, place: int) -> int:
    """1000 for numbers too long for a column, else 1."""
    largest = max(abs(row.values[place]) for t in twin.tables for block in t.blocks for row in block.rows)
    return 1000 if largest >= 100_000 else 1


def written(twin: Twin, place: int, value: float, lang: str) -> str:
    """A value as the tables print it."""
    by = divisor(twin, place)
    return format_number(value / by, lang, 1 if by > 1 else twin.indicators[place].digits)


def look_ups(s: Scenario, twin: Twin, lang: str) -> Iterator[Sheet]:
    """One page for each beginning."""
    for each in twin.tables:
        title = say("table-of", lang, number=each.start.number, start=_start_name(s, twin, each.start, lang))
        yield Sheet(title, legend(twin, lang) + f'<div class="look">{_columns(twin, each, lang)}</div>', "one")


def _start_name(s: Scenario, twin: Twin, start: Start, lang: str) -> str:
    if not start.levers:
        return s.worlds[start.world].label[lang]
    values = dict(start.levers)
    return ", ".join(f"{lever.label[lang]} {_set(lever, values[lever.name], lang)}" for lever in twin.levers)


def _set(lever: Lever, value: float, lang: str) -> str:
    """A setting with its unit; one of something is not "1 places", so it stands bare."""
    unit = "" if value == 1 else unit_text(lever.unit, lang)
    space = "\u00a0" if unit.startswith("%") else " "
    return f"{setting_text(value, lang)}{space}{unit}".strip()


def _columns(twin: Twin, each: Table, lang: str) -> str:
    """What is known on the way in one column, the last year in one or two."""
    *on_the_way, final = each.blocks
    decided = sorted({d.year for d in twin.decisions})
    tables = [
        _table(twin, block.rows, say("after-year", lang, year=year), lang)
        for block, year in zip(on_the_way, decided, strict=False)
    ]
    columns = [f"<div>{''.join(tables)}</div>"] if tables else []
    for part, rows in enumerate(_halves(final, len(twin.decisions[-1].options) if twin.decisions else 1)):
        caption = say("last-year-on" if part else "last-year", lang, year=final.year)
        columns.append(f"<div>{_table(twin, rows, caption, lang)}</div>")
    return "".join(columns)


def _halves(block: Block, together: int) -> Iterator[Sequence[Row]]:
    rows = block.rows
    size = len(rows) if len(rows) <= _SPLIT else math.ceil(len(rows) / 2 / together) * together
    for begin in range(0, len(rows), size):
        yield rows[begin : begin + size]


def _table(twin: Twin, rows: Sequence[Row], caption: str, lang: str) -> str:
    signs = "".join(
        f'<th scope="col" aria-label="{escape(_named(twin, k, lang))}">{sign}</th>'
        for k, sign in enumerate(SIGNS[: len(twin.indicators)])
    )
    body = "".join(
        f'<tr><th scope="row">{row.way or "–"}</th>'
        f"{''.join(f'<td>{written(twin, k, value, lang)}</td>' for k, value in enumerate(row.values))}"
        f'<td class="scenes">{" · ".join(str(number) for number in row.scenes)}</td></tr>'
        for row in rows
    )
    way, scenes = (f'<th scope="col">{escape(say(key, lang))}</th>' for key in ("way", "scenes"))
    return (
        f'<table class="numbers"><caption>{escape(caption)}</caption><thead><tr>{way}{signs}{scenes}</tr></thead>'
        f"<tbody>{body}</tbody></table>"
    )


def book(s: Scenario, twin: Twin, lang: str) -> Sheet:
    """Every scene that some printed way tells, with its number."""
    told = [
        _scene(s, twin, chapter.year, chapter.title[lang], scene, f"{chapter.name}.{scene.name}", lang)
        for chapter in s.chapters
        for scene in chapter.scenes
        if f"{chapter.name}.{scene.name}" in twin.scenes
    ]
    return Sheet(
        say("book", lang), f'{paragraph(say("book-why", lang), "soft")}<div class="book">{"".join(told)}</div>'
    )


def _scene(s: Scenario, twin: Twin, year: int, chapter: str, scene: Scene, key: str, lang: str) -> str:
    passage = s.passages[lang][key]

    def figure(part: Figure) -> str:
        low, high = (format_number(value, lang, part.digits, sign=part.sign) for value in twin.figures[key, part])
        return escape(low if low == high else say("span", lang, low=low, high=high))

    about = f"{year} · {chapter} · {s.voices[scene.voice][lang]} · {say(scene.mood, lang)}"
    care = paragraph(f"{care_words(scene.care, lang)} {say('way-round', lang)}", "about") if scene.care else ""
    sides = "".join(
        paragraph(say(name, lang, text=text[lang]), "soft")
        for name, text in (("price", scene.price), ("crack", scene.crack))
        if text
    )
    title = say("scene-of", lang, number=twin.scenes[key], title=passage.title)
    return (
        f'<article class="scene"><h3>{escape(title)}</h3>{paragraph(about, "about")}{care}'
        f"{passage_html(passage, figure)}{sides}</article>"
    )
