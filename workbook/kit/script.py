"""The lecturer's script: preparing, three timetables, traps, care, and questions that come."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from workbook.kit.drawings import setting_text
from workbook.kit.origin import origin, questions
from workbook.kit.paper import Sheet, grouped, lines, listed, paragraph, table
from workbook.kit.paper_twin import twin_of
from workbook.kit.script_words import say, step_words
from workbook.kit.traps import trap_of, traps
from workbook.model import Scenario
from workbook.run import Workbook
from workbook.seminar import Seminar
from workbook.text import base_language, format_number
from workbook.wording import care_words, headed, quantity


@dataclass(frozen=True, slots=True)
class Step:
    key: str
    minutes: int


def _plan(steps: str) -> tuple[Step, ...]:
    pairs = (each.split(":") for each in steps.split())
    return tuple(Step(key, int(minutes)) for key, minutes in pairs)


PLANS: dict[int, tuple[Step, ...]] = {
    20: _plan(
        "arrive-short:1 you:1 anger-short:2 guess:2 reveal:4 decide:5 feelings-short:1 insights-short:2 monday:2"
    ),
    90: _plan(
        "arrive:3 frame:4 anger:6 you:4 guess:5 reveal:6 roles:5 play:27 board:10 trap:7 feelings:4 insights:4 "
        "monday:4 close:1"
    ),
    180: _plan(
        "arrive:5 frame:5 anger:10 you:5 guess:5 reveal:10 roles:5 play:30 pause:15 board:12 trap:10 swap:15 "
        "horizons:12 back:18 feelings:6 insights:7 monday:7 close:3"
    ),
}
"""Minutes -> what happens; the parts add up to the whole."""


def script(workbook: Workbook, lang: str, seminar: Seminar) -> tuple[Sheet, ...]:
    """Its sheets; Einfache Sprache is for participants, so lecturers read German then."""
    lang = base_language(lang)
    s = workbook.scenario
    return (
        _prepare(s, lang),
        *(_timetable(workbook, minutes, seminar, lang) for minutes in PLANS),
        *([_effects(workbook, seminar, lang)] if s.decisions else []),
        traps(s, lang),
        _spread(s, seminar, lang),
        _care(s, lang),
        origin(workbook, lang),
        questions(workbook, lang),
    )


def _voices(s: Scenario, lang: str) -> str:
    return ", ".join(voice[lang] for voice in s.voices.values())


def _prepare(s: Scenario, lang: str) -> Sheet:
    def heading(key: str) -> str:
        return f"<h3>{escape(say(key, lang))}</h3>"

    parts = (
        heading("summary"),
        paragraph(s.summary[lang], "said"),
        heading("goal"),
        listed(say(f"goal-{k}", lang) for k in (1, 2, 3)),
        heading("materials"),
        listed((say(f"material-{key}", lang) for key in ("page", "deck", "sheet", "cards", "wall")), "ticks"),
        heading("before"),
        listed((say(f"before-{k}", lang) for k in (1, 2, 3, 4)), "ticks"),
        heading("roles-room"),
        paragraph(say("roles-room-text", lang, voices=_voices(s, lang))),
    )
    return Sheet(say("prepare", lang), "".join(parts))


def _timetable(workbook: Workbook, minutes: int, seminar: Seminar, lang: str) -> Sheet:
    values = _values(workbook, seminar, lang)
    rows = "".join(_row(step, begin, values, lang) for step, begin in _begins(PLANS[minutes]))
    caption = escape(say("plan-table", lang, minutes=minutes))
    head = "".join(
        f'<th scope="col">{escape(say(key, lang))}</th>' for key in ("time", "step", "say", "show", "remote")
    )
    html = (
        f"{paragraph(say(f'plan-{minutes}', lang))}"
        f'<div class="scroll" role="region" aria-label="{caption}" tabindex="0"><table class="plan bare">'
        f"<caption>{caption}</caption><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
    )
    return Sheet(say("plan", lang, minutes=minutes), html)


def _begins(steps: tuple[Step, ...]) -> Iterator[tuple[Step, int]]:
    begin = 0
    for step in steps:
        yield step, begin
        begin += step.minutes


def _row(step: Step, begin: int, values: dict[str, str], lang: str) -> str:
    title, spoken, shown, remote = step_words(step.key, lang)
    filled = (text.format(**values) for text in (spoken, shown, remote))
    cells = "".join(f"<td>{escape(text)}</td>" for text in filled)
    return f'<tr><td>{begin}–{begin + step.minutes}</td><th scope="row">{escape(title)}</th>{cells}</tr>'


def _values(workbook: Workbook, seminar: Seminar, lang: str) -> dict[str, str]:
    """What the sentences of a timetable take from the scenario."""
    s = workbook.scenario
    last = s.time.years[-1]
    loop = trap_of(s)
    decisions = sorted(s.decisions.values(), key=lambda d: d.year)
    first = decisions[0] if decisions else None
    return {
        "you": s.guide.you[lang] if s.guide else s.summary[lang],
        "question": s.guide.question[lang] if s.guide else say("question-none", lang, year=last),
        "answer": _answer(workbook, seminar, lang),
        "decision": say(
            "decision-of", lang, year=first.year, label=first.label[lang], question=first.question[lang]
        ) if first else "",
        "voices": _voices(s, lang),
        "trap": loop.label[lang] if loop else "…",
        "end": str(last),
        "now": str(s.time.acting),
        "least": str(seminar.least),
        "begin": say("begin-in" if seminar.world else "begin-any", lang, world=seminar.begins(s).label[lang]),
    }  # fmt: skip


def _answer(workbook: Workbook, seminar: Seminar, lang: str) -> str:
    """What the first question's lever does, beside the world all begin in: the year after next and the last."""
    s, guide = workbook.scenario, workbook.scenario.guide
    if guide is None:
        return say("answer-none", lang)
    lever, indicator = s.levers[guide.lever], s.indicators[guide.indicator]
    begin = seminar.begins(s)
    usual, moved = workbook.run(begin.name), workbook.run(begin.name, {lever.name: guide.to})

    def written(value: float) -> str:
        return quantity(s, indicator.name, value, lang)

    told = [
        say("answer-year", lang, year=year, value=written(moved.value(indicator.name, year)),
            base=written(usual.value(indicator.name, year)))
        for year in dict.fromkeys((min(s.time.acting + 1, s.time.years[-1]), s.time.years[-1]))
    ]  # fmt: skip
    return say(
        "answer", lang, lever=lever.label[lang], to=quantity(s, lever.name, guide.to, lang),
        before=setting_text(begin.levers.get(lever.name, lever.default), lang), indicator=indicator.label[lang],
        values="; ".join(told),
    )  # fmt: skip


def _effects(workbook: Workbook, seminar: Seminar, lang: str) -> Sheet:
    """What each answer alone changes in the numbers that the game on paper prints, decision by decision."""
    s, shown = workbook.scenario, twin_of(workbook, seminar.levers, seminar.world).indicators
    begin = seminar.begins(s)
    usual = workbook.run(begin.name)
    last = s.time.years[-1]
    parts = []
    for decision in sorted(s.decisions.values(), key=lambda d: d.year):
        default = begin.choices.get(decision.name, decision.default)
        rows = []
        for option in decision.options.values():
            run = workbook.run(begin.name, choices={decision.name: option.name})
            label = option.label[lang]
            changes = (run.value(i.name, last) - usual.value(i.name, last) for i in shown)
            written = (format_number(x, lang, i.digits, sign=True) for i, x in zip(shown, changes, strict=True))
            rows.append((say("is-default", lang, label=label) if option.name == default else label, *written))
        parts.append((f"{decision.year} · {decision.label[lang]}", rows))
    head = [say("option", lang), *(headed(i, lang) for i in shown)]
    why = paragraph(say("effects-why", lang, year=last, world=begin.label[lang]))
    told = grouped(say("effects-table", lang, year=last), head, parts, "numbers bare")
    return Sheet(say("effects", lang), why + told)


def _spread(s: Scenario, seminar: Seminar, lang: str) -> Sheet:
    begin = seminar.begins(s).levers
    head = [say(key, lang) for key in ("lever", "begin", "lowest", "middle", "highest", "moved")]
    rows = [
        (headed(lever, lang), setting_text(begin.get(lever.name, lever.default), lang), "", "", "", "")
        for lever in seminar.shown(s)
    ]
    parts = (paragraph(say("spread-why", lang)), table(say("spread-table", lang), head, rows, "fill tall bare"))
    return Sheet(say("spread", lang), "".join(parts))


def _care(s: Scenario, lang: str) -> Sheet:
    notes = []
    for chapter in s.chapters:
        tags = tuple(dict.fromkeys(tag for scene in chapter.scenes for tag in scene.care))
        if tags:
            notes.append(
                say("care-of", lang, year=chapter.year, title=chapter.title[lang], note=care_words(tags, lang))
            )
    parts = (
        paragraph(say("care-why" if notes else "care-none", lang)),
        listed(notes) if notes else "",
        f"<h3>{escape(say('way-round', lang))}</h3>",
        listed(say(f"way-{k}", lang) for k in (1, 2, 3, 4)),
        f"<h3>{escape(say('help', lang))}</h3>",
        listed(_on_one_line(say(f"help-{k}", lang)) for k in (1, 2, 3)),
        lines(2, say("help-local", lang)),
        paragraph(say("help-check", lang), "soft"),
    )
    return Sheet(say("care", lang), "".join(parts))


def _on_one_line(text: str) -> str:
    """A text whose telephone numbers do not break."""
    return re.sub(r"(?<=\d) (?=\d)", "\N{NO-BREAK SPACE}", text)
