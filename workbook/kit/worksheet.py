"""The participants' worksheet: guess, set, decide, read, and what on Monday."""

from __future__ import annotations

from html import escape

from workbook.kit.drawings import horizons, scale
from workbook.kit.paper import Sheet, fields, lines, paragraph, table, ticks
from workbook.kit.words import say
from workbook.model import Decision, Lever, Scenario
from workbook.run import Workbook
from workbook.runcode import code_length
from workbook.seminar import Seminar
from workbook.text import format_number
from workbook.wording import headed


def worksheet(workbook: Workbook, lang: str, seminar: Seminar) -> tuple[Sheet, ...]:
    """Its sheets, in the order in which a seminar needs them."""
    s = workbook.scenario
    return (
        _before(workbook, seminar, lang),
        _levers(s, seminar, lang),
        *([_decisions(s, lang)] if s.decisions else []),
        _story(s, lang),
        _horizons(s, lang),
        _backwards(s, lang),
        _after(s, lang),
    )


def _before(workbook: Workbook, seminar: Seminar, lang: str) -> Sheet:
    s = workbook.scenario
    known = {say("date", lang): seminar.date}
    if seminar.world:
        known[say("world", lang)] = seminar.begins(s).label[lang]
    now, last = s.time.now, s.time.years[-1]
    head = [
        say("indicator", lang),
        *(say(key, lang, year=y) for key, y in (("today", now), ("guessed", last), ("came", last))),
    ]
    rows = [
        (headed(i, lang), format_number(workbook.baseline.value(i.name, now), lang, i.digits), "", "")
        for i in s.indicators.values()
    ]
    parts = [
        fields((say(key, lang) for key in ("group", "date", "world")), known),
        paragraph(s.guide.you[lang] if s.guide else s.summary[lang], "said"),
        paragraph(say("before-why", lang)),
        asked(s, lang, say("question", lang)),
        lines(3, say("my-guess", lang)),
        table(say("guess-table", lang), head, rows, "fill guess"),
    ]
    return Sheet(say("before", lang), "".join(parts))


def asked(s: Scenario, lang: str, prompt: str) -> str:
    """The scenario's first question below a prompt; nothing where there is none."""
    if s.guide is None:
        return ""
    return paragraph(prompt, "prompt") + paragraph(s.guide.question[lang], "said")


def _levers(s: Scenario, seminar: Seminar, lang: str) -> Sheet:
    world = seminar.begins(s)
    items = "".join(_lever(lever, world.levers.get(lever.name), lang) for lever in seminar.shown(s))
    parts = (
        paragraph(say("levers-from", lang, world=world.label[lang])) if world != s.baseline else "",
        paragraph(say("levers-why", lang, year=s.time.acting)),
        f'<div class="pairs">{items}</div>',
    )
    return Sheet(say("levers", lang), "".join(parts))


def _lever(lever: Lever, begin: float | None, lang: str) -> str:
    return (
        f"<div><h3>{escape(headed(lever, lang))}</h3>{scale(lever, lang, begin)}"
        f"{fields([say('exact', lang), say('because', lang)])}</div>"
    )


def _decisions(s: Scenario, lang: str) -> Sheet:
    ordered = sorted(s.decisions.values(), key=lambda d: d.year)
    return Sheet(say("decisions", lang), "".join(_decision(d, lang) for d in ordered))


def _decision(decision: Decision, lang: str) -> str:
    return (
        f'<div class="decision"><h3>{decision.year} · {escape(decision.label[lang])}</h3>'
        f"{paragraph(decision.question[lang], 'said')}"
        f"{ticks(option.label[lang] for option in decision.options.values())}"
        f"{fields([say('because', lang)])}{fields([say('who-pays', lang)])}{lines(1)}</div>"
    )


def _story(s: Scenario, lang: str) -> Sheet:
    head = [say(key, lang) for key in ("chapter", "scene", "struck", "missing")]
    rows = [
        (chapter.title[lang] if chapter is s.endings else f"{chapter.year} · {chapter.title[lang]}", "", "", "")
        for chapter in s.chapters
    ]
    title = say("story", lang)
    told = table(title, head, rows, "fill chapters bare")
    return Sheet(title, paragraph(say("story-why", lang)) + told + _run_code(s, lang))


def _horizons(s: Scenario, lang: str) -> Sheet:
    columns = "".join(
        f"<div><h3>{escape(say(key, lang))}</h3>{paragraph(say(f'{key}-ask', lang), 'soft')}{lines(13)}</div>"
        for key in ("h1", "h2", "h3")
    )
    parts = (
        paragraph(say("horizons-why", lang)),
        horizons(s.time.acting, s.time.years[-1], lang),
        f'<div class="thirds">{columns}</div>',
        paragraph(say("horizons-source", lang), "soft"),
    )
    return Sheet(say("horizons", lang), "".join(parts))


def _backwards(s: Scenario, lang: str) -> Sheet:
    years = {"end": s.time.years[-1], "now": s.time.acting}
    head = [say(key, lang) for key in ("year", "what", "who", "when", "sign")]
    rows = [(str(year), "", "", "", "") for year in range(years["end"], years["now"] - 1, -1)]
    title = say("back", lang, **years)
    parts = (
        paragraph(say("back-why", lang, **years)),
        table(title, head, rows, "fill back bare"),
        paragraph(say("back-source", lang), "soft"),
    )
    return Sheet(title, "".join(parts))


def _after(s: Scenario, lang: str) -> Sheet:
    parts = (
        lines(4, say("feelings", lang)),
        lines(4, say("insights", lang)),
        asked(s, lang, say("again", lang)),
        lines(4),
        lines(3, say("monday", lang)),
        fields([say("with-whom", lang), say("when", lang)]),
        _run_code(s, lang),
    )
    return Sheet(say("after", lang), "".join(parts))


def _run_code(s: Scenario, lang: str) -> str:
    """Where the group reads it out, and once more where somebody takes it home."""
    boxes = code_boxes(code_length(s), lang)
    why = paragraph(say("run-code-why", lang), "soft")
    return f'<div class="kept">{paragraph(say("run-code", lang), "prompt")}{boxes}{why}</div>'


def code_boxes(length: int, lang: str) -> str:
    """A box for each symbol of a run code, in groups of five."""
    groups = [min(5, length - done) for done in range(0, length, 5)]
    boxes = "".join(f"<li>{'<span></span>' * size}</li>" for size in groups)
    return f'<ul class="code" aria-label="{escape(say("run-code", lang))}">{boxes}</ul>'
