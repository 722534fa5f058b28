"""Cards to cut out: roles, levers and events, each made from the scenario."""

from __future__ import annotations

from html import escape

from workbook.kit.drawings import scale, setting_text
from workbook.kit.game_words import of_voice, say
from workbook.kit.look_up import book, look_ups, record, rules
from workbook.kit.paper import Sheet, paragraph
from workbook.kit.paper_twin import LETTERS, Twin, twin_of
from workbook.kit.voices import Stake, stakes
from workbook.model import Decision, Lever, Option, Scenario
from workbook.run import Workbook
from workbook.seminar import Seminar
from workbook.text import format_number
from workbook.wording import difference, headed, quantity

_SIGNS = {1: " +", -1: " \N{MINUS SIGN}", 0: ""}


def cards(workbook: Workbook, lang: str, seminar: Seminar) -> tuple[Sheet, ...]:
    """The game on paper: rules, record, cards, tables, scenes."""
    s, twin = workbook.scenario, twin_of(workbook, seminar.levers, seminar.world)
    return (
        rules(s, twin, lang),
        record(s, twin, lang),
        _roles(workbook, lang),
        _levers(s, seminar, twin, lang),
        *([_events(s, seminar, lang)] if s.decisions else []),
        *look_ups(s, twin, lang),
        book(s, twin, lang),
    )


def _card(kind: str, title: str, content: str) -> str:
    return f'<article class="card">{paragraph(kind, "kind")}<h3>{escape(title)}</h3>{content}</article>'


def _roles(workbook: Workbook, lang: str) -> Sheet:
    items = "".join(_role(workbook, voice, lang) for voice in workbook.scenario.voices)
    return Sheet(say("roles", lang), f'<div class="cards wide">{items}</div>')


def _role(workbook: Workbook, voice: str, lang: str) -> str:
    s = workbook.scenario
    told = {"interest": of_voice("want", voice, lang), "opening": of_voice("open", voice, lang)}
    wants, opens = (f"<dt>{escape(say(key, lang))}</dt><dd>{escape(text)}</dd>" for key, text in told.items())
    at_stake = stakes(workbook, voice)
    table = _stakes(s, at_stake, lang) if at_stake else ""
    return _card(say("role", lang), s.voices[voice][lang], f"<dl>{wants}</dl>{table}<dl>{opens}</dl>")


def _stakes(s: Scenario, at_stake: tuple[Stake, ...], lang: str) -> str:
    """Rows are worlds, columns the numbers of the voice."""

    def row(world: str, cells: list[str]) -> str:
        return f'<tr><th scope="row">{escape(world)}</th>{"".join(f"<td>{escape(cell)}</td>" for cell in cells)}</tr>'

    def number(stake: Stake, value: float) -> str:
        return format_number(value, lang, stake.indicator.digits)

    rows = [row(s.baseline.label[lang], [number(stake, stake.baseline) for stake in at_stake])]
    for k, (name, world) in enumerate(list(s.worlds.items())[1:]):
        values = [(stake, stake.others[k][1]) for stake in at_stake]
        assert all(stake.others[k][0] == name for stake, _ in values)  # noqa: S101 - the same order of worlds
        rows.append(row(world.label[lang], [number(x, v) + _SIGNS[x.gained(v)] for x, v in values]))
    head = "".join(f'<th scope="col">{escape(headed(x.indicator, lang))}</th>' for x in at_stake)
    caption = escape(say("stakes", lang, year=s.time.years[-1]))
    return (
        f'<table class="numbers"><caption>{caption}</caption><thead><tr>'
        f'<th scope="col">{escape(say("world", lang))}</th>{head}</tr></thead><tbody>{"".join(rows)}</tbody></table>'
    )


def _levers(s: Scenario, seminar: Seminar, twin: Twin, lang: str) -> Sheet:
    begin = seminar.begins(s).levers
    items = "".join(_lever(lever, begin.get(lever.name), twin, lang) for lever in seminar.shown(s))
    return Sheet(say("levers", lang), f'<div class="cards">{items}</div>')


def _lever(lever: Lever, begin: float | None, twin: Twin, lang: str) -> str:
    kind = say("lever-game" if lever in twin.levers else "lever", lang)
    kind = f"{kind} · {lever.group[lang]}" if lever.group else kind
    return _card(kind, headed(lever, lang), scale(lever, lang, begin) + paragraph(lever.help[lang]))


def _events(s: Scenario, seminar: Seminar, lang: str) -> Sheet:
    usual = seminar.begins(s).choices
    ordered = sorted(s.decisions.values(), key=lambda d: d.year)
    items = "".join(_event(s, decision, usual.get(decision.name, decision.default), lang) for decision in ordered)
    return Sheet(say("events", lang), f'<div class="cards wide">{items}</div>')


def _event(s: Scenario, decision: Decision, usual: str, lang: str) -> str:
    options = dict(zip(LETTERS, decision.options.values(), strict=False))
    answers = "".join(_answer(s, letter, option, lang) for letter, option in options.items())
    default = next(letter for letter, option in options.items() if option.name == usual)
    return _card(
        f"{say('event', lang)} · {decision.year}",
        decision.label[lang],
        f"{paragraph(decision.text[lang], 'said')}{paragraph(decision.question[lang], 'prompt')}"
        f'<ul class="answers">{answers}</ul>{paragraph(say("nobody", lang, letter=default), "soft")}',
    )


def _answer(s: Scenario, letter: str, option: Option, lang: str) -> str:
    moved = [f"{s.levers[n].label[lang]} {difference(s, n, amount, lang)}" for n, amount in option.change.items()]
    moved += [
        say("sets-to", lang, label=s.levers[n].label[lang], value=_setting(s, n, value, lang))
        for n, value in option.set.items()
    ]
    told = "; ".join(moved).replace("%-", "%\N{NON-BREAKING HYPHEN}").replace("% ", "%\N{NO-BREAK SPACE}")
    effects = paragraph(say("sets-off", lang, effects=told), "soft") if moved else ""
    return f"<li><b>{letter}</b><b>{escape(option.label[lang])}</b>{paragraph(option.text[lang])}{effects}</li>"


def _setting(s: Scenario, lever: str, value: float, lang: str) -> str:
    unit = quantity(s, lever, value, lang).partition(format_number(value, lang, 0))[2] if value == round(value) else ""
    return f"{setting_text(value, lang)}{unit}"
