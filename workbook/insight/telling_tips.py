"""Tipping points in sentences: which step of which lever turns the better option or the ending."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from workbook.insight.telling import (
    Part,
    Telling,
    amount,
    digits_within,
    ending_title,
    german,
    hundred,
    listed,
    named,
    quoted,
)
from workbook.insight.tipping import STEPS, WORTH, Level, Tip, Tipping, worth
from workbook.text import format_number
from workbook.wording import label_of, own_digits, quantity, unit_of, unit_text

_TOLD, _SHOWN = 6, 30
"""Sentences of each kind, and rows of the table."""


def tips_told(found: Tipping, lang: str) -> Telling:
    """Which option is best where, then the tipping points with most at stake."""
    s, de = found.scenario, german(lang)
    label = s.decisions[found.decision].label[lang]
    title = f"Wo die Entscheidung kippt: {label}" if de else f"Where the decision tips: {label}"
    numbers = sorted((t for t in found.tips if t.indicator), key=lambda t: -worth(s, t))
    told = [t for t in numbers if worth(s, t) >= WORTH]
    story = sorted(_together(t for t in found.tips if t.option), key=lambda pair: -max(_firmness(t) for t in pair))
    sentences = [_here(found, lang), *(_number(found, t, lang) for t in told[:_TOLD])]
    if not told:
        sentences.append(
            "Kein einzelner Hebel und keine Konstante ändert merklich, welche Antwort besser ist."
            if de
            else "No single lever and no constant changes noticeably which option is better."
        )
    sentences += [_story(found, pair, lang) for pair in story[:_TOLD]]
    if not story:
        sentences.append(
            "Kein einzelner Hebel und keine Konstante führt von hier zu einem anderen Ende."
            if de
            else "No single lever and no constant leads from here to another ending."
        )
    shown = [*numbers, *(t for pair in story for t in pair)]
    if len(shown) > _SHOWN:
        sentences.append(
            f"Gefunden sind {len(shown)} Kipppunkte; die Tabelle zeigt {_SHOWN}, eine Datei enthält alle."
            if de
            else f"{len(shown)} tipping points were found; the table shows {_SHOWN}, a file holds all."
        )
    # As many rows of the story as there is room for, but never at the cost of either kind alone.
    half = max(_SHOWN // 2, _SHOWN - len(shown) + len(numbers))
    shown = [*numbers[:half], *shown[len(numbers) :]][:_SHOWN]
    tables = [_levels(found, lang)] + ([_table(found, shown, lang)] if shown else [])
    return Telling(title, tuple(sentences), tuple(tables), _method(found, lang))


def _together(tips: Iterable[Tip]) -> list[list[Tip]]:
    """The same step with several options is one sentence."""
    groups: dict[tuple[object, ...], list[Tip]] = {}
    for tip in tips:
        groups.setdefault((tip.name, tip.before, tip.first, tip.then), []).append(tip)
    return list(groups.values())


def _here(found: Tipping, lang: str) -> str:
    s, de = found.scenario, german(lang)
    groups: dict[tuple[str, ...], list[Level]] = {}
    for level in found.levels:
        groups.setdefault(level.best, []).append(level)
    parts = []
    for best, levels in groups.items():
        names = listed([named(s, level.indicator, lang) for level in levels], lang)
        parts.append(f"{_options(found, best, lang, among='here')} {'für' if de else 'for'} {names}")
    world = quoted(s.worlds[found.world].label[lang], lang)
    asked = quoted(s.decisions[found.decision].label[lang], lang)
    if de:
        return f"In der Welt {world} ist bei {asked} {found.year} am besten: {'; '.join(parts)}."
    return f"In the world {world} the best options at {asked} in {found.year} are: {'; '.join(parts)}."


_ALL = {
    "here": ("keine Antwort vor den anderen", "no option before the others"),
    "step": ("gleichgültig welcher", "any of them"),
    "cell": ("alle gleich", "all equal"),
}


def _options(found: Tipping, names: Sequence[str], lang: str, *, among: str = "step") -> str:
    """Options by their labels; when it is all of them, that none stands out, as it fits ``among``."""
    options = found.scenario.decisions[found.decision].options
    if len(names) == len(options):
        return _ALL[among][not german(lang)]
    return listed([quoted(options[name].label[lang], lang) for name in names], lang)


def _number(found: Tipping, tip: Tip, lang: str) -> str:
    s, de = found.scenario, german(lang)
    subject = (
        f"{named(s, tip.indicator, lang)} {found.year}" if de else f"{named(s, tip.indicator, lang)} in {found.year}"
    )
    first, then = (_options(found, names, lang) for names in (tip.first, tip.then))
    stake = amount(s, tip.indicator, tip.stake, lang)
    if de:
        text = f"Geht {named(s, tip.name, lang)} {_step(found, tip, lang)}, wechselt für {subject} die beste Antwort"
        return f"{text} von {first} zu {then}; es geht um bis zu {stake}. {_firm(found, [tip], lang)}"
    text = f"When {named(s, tip.name, lang)} goes {_step(found, tip, lang)}, the best option for {subject} changes"
    return f"{text} from {first} to {then}; up to {stake} are at stake. {_firm(found, [tip], lang)}"


def _story(found: Tipping, tips: Sequence[Tip], lang: str) -> str:
    s, de, tip = found.scenario, german(lang), tips[0]
    places = {scene.name: k for k, scene in enumerate(s.endings.scenes)}
    first, then = (quoted(ending_title(s, places[side[0]], lang), lang) for side in (tip.first, tip.then))
    every = len(tips) == len(s.decisions[found.decision].options)
    options = _options(found, [t.option for t in tips], lang)
    if de:
        who = "Mit jeder Antwort" if every else f"Mit {options}"
        return (
            f"{who} endet die Geschichte nicht mehr mit {first}, sondern mit {then}, wenn {named(s, tip.name, lang)}"
            f" {_step(found, tip, lang)} geht. {_firm(found, tips, lang)}"
        )
    who = "With every option" if every else f"With {options}"
    return (
        f"{who} the story no longer ends with {first} but with {then} when {named(s, tip.name, lang)} goes"
        f" {_step(found, tip, lang)}. {_firm(found, tips, lang)}"
    )


def _step(found: Tipping, tip: Tip, lang: str) -> str:
    one, two = _value(found, tip, tip.before, lang), _value(found, tip, tip.after, lang)
    unit = unit_text(unit_of(found.scenario, tip.name), lang)
    return (f"von {one} auf {two} {unit}" if german(lang) else f"from {one} to {two} {unit}").rstrip()


def _value(found: Tipping, tip: Tip, value: float, lang: str) -> str:
    if tip.kind == "lever":
        return format_number(value, lang, own_digits(found.scenario, tip.name) or 0)
    constant = found.scenario.constants[tip.name]
    return format_number(value, lang, digits_within(constant.low, constant.high))


def _firmness(tip: Tip) -> float:
    return tip.firm or 0.0


def _firm(found: Tipping, tips: Sequence[Tip], lang: str) -> str:
    """In how many futures the same step is there, and where."""
    de, tip = german(lang), tips[0]
    low, high = min(map(_firmness, tips)), max(map(_firmness, tips))
    share = hundred(low, lang)
    if hundred(high, lang) != share:
        share = f"{round(100 * low)} {'bis' if de else 'to'} {hundred(high, lang)}"
    known = [t for t in tips if t.low is not None and t.high is not None]
    where = ""
    if known:
        low_at = _value(found, tip, min(t.low for t in known if t.low is not None), lang)
        high_at = _value(found, tip, max(t.high for t in known if t.high is not None), lang)
        unit = unit_text(unit_of(found.scenario, tip.name), lang)
        span = low_at if low_at == high_at else f"{low_at} {'bis' if de else 'to'} {high_at}"
        where = (
            f", in vier von fünf davon beim Schritt auf {span} {unit}"
            if de
            else f", in four of five of them at the step to {span} {unit}"
        )
    return (
        f"So kippt es in {share} Zukünften{where}" if de else f"It tips like this in {share} futures{where}"
    ).rstrip() + "."


def _levels(found: Tipping, lang: str) -> Part:
    s, de = found.scenario, german(lang)
    options = s.decisions[found.decision].options
    header = ("Indikator" if de else "Indicator", *(option.label[lang] for option in options.values()))
    rows = [
        (label_of(s, level.indicator, lang), *(quantity(s, level.indicator, value, lang) for value in level.values))
        for level in found.levels
    ]
    places = {scene.name: k for k, scene in enumerate(s.endings.scenes)}
    rows.append(("Ende" if de else "Ending", *(ending_title(s, places[name], lang) for name in found.endings)))
    world = s.worlds[found.world].label[lang]
    caption = (
        f"Die Antworten in der Welt {quoted(world, lang)}, {found.year}"
        if de
        else f"The options in the world {quoted(world, lang)}, {found.year}"
    )
    return Part(caption, header, tuple(rows), tuple(range(1, len(header))))


def _table(found: Tipping, tips: Sequence[Tip], lang: str) -> Part:
    s, de = found.scenario, german(lang)
    places = {scene.name: k for k, scene in enumerate(s.endings.scenes)}
    options = s.decisions[found.decision].options
    rows = []
    for tip in tips:
        if tip.indicator:
            what, stake = label_of(s, tip.indicator, lang), amount(s, tip.indicator, tip.stake, lang)
            sides = [_options(found, names, lang, among="cell") for names in (tip.first, tip.then)]
        else:
            what, stake = f"{'Ende mit' if de else 'Ending with'} {quoted(options[tip.option].label[lang], lang)}", "–"
            sides = [quoted(ending_title(s, places[side[0]], lang), lang) for side in (tip.first, tip.then)]
        rows.append(
            (
                label_of(s, tip.name, lang),
                _step(found, tip, lang),
                what,
                *sides,
                stake,
                "–" if tip.firm is None else hundred(tip.firm, lang),
            )
        )
    header = (
        ("Größe", "Schritt", "wofür", "vorher", "nachher", "es geht um", "so in")
        if de
        else ("Quantity", "Step", "for", "before", "after", "at stake", "so in")
    )
    return Part("Kipppunkte" if de else "Tipping points", header, tuple(rows), (5, 6))


def _method(found: Tipping, lang: str) -> str:
    runs = format_number(found.runs, lang)
    if german(lang):
        return (
            f"Gerechnet ist jede Antwort mit jeder Stellung jedes Hebels und mit {STEPS} gleichmäßig verteilten Werten jeder"
            f" unsicheren Konstante, alles andere wie in der Welt ({runs} Läufe). Was auf dem Spiel steht: So viel geht höchstens"
            " verloren, wenn man die Antwort der anderen Seite beibehält, auf der Seite mit dem kleineren Verlust. »Von 100 Zukünften«:"
            f" Die unsicheren Konstanten sind {found.futures}-mal gezogen (Dreieck, Startzahl {found.seed}); gezählt ist, wo"
            " derselbe Wechsel irgendwo auf derselben Größe vorkommt. Keine Vorhersage."
        )
    return (
        f"Every option was run with every position of every lever and with {STEPS} evenly spread values of every uncertain"
        f" constant, all else as in the world ({runs} runs). At stake is what is lost at most by keeping the other side's"
        " option, on the side where less is lost. “Of 100 futures”: the uncertain constants were drawn"
        f" {found.futures} times (triangular, seed {found.seed}); counted is where the same change happens somewhere on the same"
        " quantity. No forecast."
    )
