"""A scenario -> a deck, without anybody having made slides: to read, to play, to argue about."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from html import escape

from workbook.assets import asset
from workbook.export.assets import script_safe
from workbook.export.stage import Stage, Stages
from workbook.model import Decision, Scenario, Scene
from workbook.run import Workbook
from workbook.seminar import Seminar, banner, seminar_book
from workbook.slides.deck import Deck, Slide
from workbook.slides.picture import reading_picture
from workbook.slides.qr import qr_slide
from workbook.slides.shell import deck_html
from workbook.slides.talk import say
from workbook.text import format_date
from workbook.wording import quantity

_PLAY, _DECIDE = 15, 6
"""Minutes."""

_MOODS = {"utopia": "mood-utopia", "dystopia": "mood-dystopia", "ambivalent": "mood-ambivalent"}
_FIRST = 6
"""Numbers that stand on the slide of who you are."""


def deck_of(workbook: Workbook, lang: str = "de", address: str = "", seminar: Seminar | None = None) -> str:
    """The slides of a scenario as one file.

    Parameters
    ----------
    workbook
    lang
        One of the scenario's languages.
    address
        Where the page of the scenario is published, for a last slide with a QR code; empty when nowhere.
    seminar
        What it chose is shown, and who holds it; everything when left out.
    """
    seminar = seminar or Seminar(workbook.scenario.id)
    workbook = seminar_book(workbook, seminar)
    s = workbook.scenario
    stages = Stages(f"deck-{s.id}", address)
    live = stages.place(Stage(workbook, lang, seminar.setting(s), seminar.levers, seminar.least, "slide"))
    slides = [
        _title(s, seminar, lang),
        _you(workbook, lang),
        _reading(workbook, lang),
        _worlds(s, lang),
        Slide(live, say("play", lang), _notes(say("play-notes", lang)), _PLAY, "live"),
        *(_decision(s, decision, seminar, lang) for decision in s.decisions.values()),
        _ending(s, lang),
        _sources(s, lang),
    ]
    last = qr_slide(address, lang)
    if last is not None:
        slides.append(Slide(last.html, last.title, _notes(say("address-notes", lang)), 2, last.kind))
    deck = Deck(
        lang,
        s.title[lang],
        tuple((slide,) for slide in slides),
        sum(slide.minutes for slide in slides),
        (script_safe(asset("vendor/plotly-basic.min.js")), *stages.scripts()),
        stages.markup(),
        stages.style(),
    )
    return deck_html(deck)


def _title(s: Scenario, seminar: Seminar, lang: str) -> Slide:
    title = s.title[lang]
    version = say("version", lang, stand=format_date(s.stand, lang))
    by = escape(f"{', '.join(s.authors)} · {s.licence} · {version}")
    lead = f'<p class="deck-lead">{escape(s.summary[lang])}</p><p class="deck-soft">{by}</p>'
    html = f"{banner(seminar)}{_heading(title)}{lead}"
    return Slide(html, title, _notes(say("welcome-notes", lang)), 3, "title")


def _you(workbook: Workbook, lang: str) -> Slide:
    """Who the group is, what they start with, and the first question."""
    s = workbook.scenario
    title = say("you", lang)
    told = s.guide.you[lang] if s.guide else s.summary[lang]
    now = s.time.now
    today = _options(
        (quantity(s, i.name, workbook.baseline.value(i.name, now), lang), i.label[lang])
        for i in list(s.indicators.values())[:_FIRST]
    )
    when = escape(say("you-now", lang, year=now))
    html = f'{_heading(title)}<p>{escape(told)}</p><p class="deck-soft">{when}</p>{today}'
    if s.guide:
        html += f"<p><strong>{escape(s.guide.question[lang])}</strong></p>"
    return Slide(html, title, _notes(say("you-notes", lang)), 3, "story")


def _reading(workbook: Workbook, lang: str) -> Slide:
    s = workbook.scenario
    title = say("reading", lang)
    items = [
        say("reading-levers", lang, year=s.time.acting),
        say("reading-story", lang),
        say("reading-numbers", lang, baseline=s.baseline.label[lang]),
        say("reading-honest", lang),
    ]
    html = _heading(title) + _list(items) + reading_picture(workbook, lang)
    return Slide(html, title, _notes(say("reading-notes", lang)), 4)


def _worlds(s: Scenario, lang: str) -> Slide:
    title = say("worlds" if len(s.worlds) == 5 else "worlds-any", lang)
    options = _options((world.label[lang], world.summary[lang]) for world in s.worlds.values())
    return Slide(_heading(title) + options, title, _notes(say("worlds-notes", lang)), 3)


def _decision(s: Scenario, decision: Decision, seminar: Seminar, lang: str) -> Slide:
    """A decision; its notes say what happens without one, in the world in which everybody begins."""
    title = f"{decision.year} · {decision.label[lang]}"
    options = _options((option.label[lang], option.text[lang]) for option in decision.options.values())
    question = f"<p><strong>{escape(decision.question[lang])}</strong></p>"
    begin = seminar.begins(s)
    default = decision.options[begin.choices.get(decision.name, decision.default)].label[lang]
    talk = say("decision-notes", lang)
    nobody = say("nobody-in" if seminar.world else "nobody", lang, default=default, world=begin.label[lang])
    html = f"{_heading(title)}<p>{escape(decision.text[lang])}</p>{question}{options}"
    return Slide(html, title, _notes(f"{talk} {nobody}"), _DECIDE)


def _ending(s: Scenario, lang: str) -> Slide:
    title = say("ending", lang)
    items = [say(key, lang) for key in ("ending-price", "ending-crack", "ending-next")]
    passages = s.passages[lang]

    def told(scene: Scene) -> tuple[str, str]:
        side = scene.price[lang] if scene.price else scene.crack[lang] if scene.crack else ""
        said = say("ending-price-of" if scene.price else "ending-crack-of", lang, text=side) if side else ""
        return passages[f"{s.endings.name}.{scene.name}"].title, f"{say(_MOODS[scene.mood], lang)}. {said}".strip()

    html = _heading(title) + _options(told(scene) for scene in s.endings.scenes) + _list(items)
    return Slide(html, title, _notes(say("ending-notes", lang)), 8)


def _sources(s: Scenario, lang: str) -> Slide:
    title = say("sources", lang)
    grades = Counter(constant.grade for constant in s.constants.values())
    each = {grade: grades[grade] for grade in ("study", "statistic", "expert", "assumption")}
    measured = [i.label[lang] for i in s.indicators.values() if i.history]
    past = (
        say("sources-past", lang, first=s.time.start, last=s.time.now, series=", ".join(measured))
        if measured
        else say("sources-none", lang)
    )
    items = [say("sources-grades", lang, count=len(s.constants), **each), past]
    publishers = Counter(named(source.publisher) for source in s.sources.values() if source.publisher)
    if publishers:
        items.append(say("sources-from", lang, names=", ".join(name for name, _ in publishers.most_common(8))))
    return Slide(_heading(title) + _list(items), title, _notes(say("sources-notes", lang)), 5)


def named(publisher: str) -> str:
    """Who published, without the English remarks on the way it took: the house that is quoted, or the first named."""
    plain = re.sub(r"\s*\([^)]*\)", "", publisher)
    return re.split(r", | via | summary of |; ", plain.rpartition(" quoting ")[2])[0].strip()


def _heading(title: str) -> str:
    return f"<h2>{escape(title)}</h2>"


def _notes(text: str) -> str:
    return f"<p>{escape(text)}</p>"


def _list(items: Iterable[str]) -> str:
    return f"<ul>{''.join(f'<li>{escape(item)}</li>' for item in items)}</ul>"


def _options(pairs: Iterable[tuple[str, str]]) -> str:
    """Choices side by side."""
    items = "".join(f"<li><strong>{escape(label)}</strong><span>{escape(text)}</span></li>" for label, text in pairs)
    return f'<ul class="deck-options">{items}</ul>'
