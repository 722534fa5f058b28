"""Plain data -> the HTML of the explorer's pieces. Everything from a scenario is escaped here."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from workbook import charts
from workbook.prose import prose_html
from workbook.run import Passage
from workbook.text import format_number
from workbook.view import Reading, Rows
from workbook.widgets.words import word
from workbook.wording import care_words


def title(text: str) -> str:
    """Which scenario this is about."""
    return f"<h2 class='wb-title'>{escape(text)}</h2>"


def profile(readings: Iterable[Reading], lang: str) -> str:
    """One row an indicator: dystopia left, utopia right, a tick for the baseline, a dot for the run."""
    rows = "".join(
        f"<li title='{escape(f'{r.label}: {r.text}')}'><span class='wb-name'>{escape(r.label)}</span>"
        f"<span class='wb-value'>{escape(r.short)}</span><span class='wb-bar' aria-hidden='true'>"
        f"<i class='wb-tick' style='left:{100 * r.base_place:.1f}%'></i>"
        f"<i class='wb-dot' style='left:{100 * r.place:.1f}%'></i></span></li>"
        for r in readings
    )
    return f"<ul class='wb-profile' aria-label='{word('profile', lang)}'>{rows}</ul>"


def live(sentence: str) -> str:
    """The one sentence that is read aloud when something changed."""
    return f"<p class='wb-live' role='status'>{escape(sentence)}</p>"


def fault(sentence: str) -> str:
    """What could not be done, and why."""
    return f"<p class='wb-fault' role='alert'>{escape(sentence)}</p>"


def scene(passage: Passage, lang: str, *, retold: bool, veiled: bool) -> str:
    """A told scene; a veiled one keeps its text back until somebody wants to read it."""
    text = f"<p><em>{escape(care_words(passage.care, lang))}</em></p>" if veiled else prose_html(passage.text)
    margin = "".join(
        f"<p class='wb-margin'><strong>{word(key, lang)}:</strong> {escape(said)}</p>"
        for key, said in (("price", passage.price), ("crack", passage.crack))
        if said and not veiled
    )
    mark = f"<span class='wb-told'>{word('retold', lang)}</span>" if retold else ""
    return (
        f"<article class='wb-scene wb-{passage.mood}'><h4>{escape(passage.title)}</h4>"
        f"<p class='wb-meta'><span class='wb-mood'>{word(passage.mood, lang)}</span> "
        f"{word('voice', lang)}: {escape(passage.voice)} {mark}</p>{text}{margin}</article>"
    )


def reasons(passage: Passage, lang: str) -> str:
    """Why a scene is told, and the smallest move that would tell another."""
    terms = "".join(
        f"<li>{escape(condition)} ({escape(value)})</li>" for condition, value in dict.fromkeys(passage.why)
    )
    near = f"<p class='wb-nearest'>{escape(passage.nearest)}</p>" if passage.nearest else ""
    return f"<div class='wb-reasons'><p>{word('because', lang)}</p><ul>{terms}</ul>{near}</div>"


def note(sentence: str) -> str:
    """A chart in words."""
    return f"<p class='wb-note'>{escape(sentence)}</p>"


def table(rows: Rows, digits: int, lang: str) -> str:
    """A chart as a table, from the same rows."""
    seen = {year: f"{format_number(value, lang, digits)} ({source})" for year, value, source in rows.observed}
    heads = (word("year", lang), charts.you(lang), charts.carry_on(lang), word("observed", lang))
    head = "".join(f"<th scope='col'>{text}</th>" for text in heads)
    body = "".join(
        f"<tr><th scope='row'>{year}</th><td>{format_number(a, lang, digits)}</td>"
        f"<td>{format_number(b, lang, digits)}</td><td>{escape(seen.get(year, ''))}</td></tr>"
        for year, a, b in zip(rows.years, rows.you, rows.baseline, strict=True)
    )
    return f"<div class='wb-note'><table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"


def shares(told: list[tuple[str, float, str]], still: str, better: int, lang: str) -> str:
    """Contributions as bars; what makes things worse is hatched. ``still`` says what changed nothing."""
    most = max((abs(amount) for _, amount, _ in told), default=0.0) or 1.0
    items = "".join(
        f"<li><span>{escape(label)}</span><span><i class='wb-beam{'' if better * amount >= 0 else ' wb-worse'}'"
        f" style='width:{100 * abs(amount) / most:.0f}%'></i></span>"
        f"<span class='wb-value'>{escape(written)}</span></li>"
        for label, amount, written in told
    )
    heading = f"<p>{word('difference' if told else 'same', lang)}</p>"
    return f"{heading}<ul class='wb-shares'>{items}</ul>{note(still) if still else ''}"
