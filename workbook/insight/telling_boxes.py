"""A discovery in sentences that can be read aloud."""

from __future__ import annotations

from collections.abc import Sequence

from workbook.insight.discovery import Box, Discovery, Rule
from workbook.insight.telling import (
    Part,
    Telling,
    digits_within,
    ending_title,
    german,
    hundred,
    listed,
    named,
    node_words,
    quoted,
)
from workbook.model import Scenario
from workbook.text import format_number
from workbook.wording import label_of, quantity, unit_text

_MOODS = {
    "utopia": ("utopisch", "in a utopia"),
    "dystopia": ("dystopisch", "in a dystopia"),
    "ambivalent": ("zwiespältig", "ambivalently"),
}


def boxes_told(found: Discovery, lang: str) -> Telling:
    """Sentences, a table of limits, and what was done."""
    s, de = found.scenario, german(lang)
    title = f"Was wohin führt: {s.title[lang]}" if de else f"What leads where: {s.title[lang]}"
    first = (
        f"In {hundred(found.share, lang)} gezogenen Zukünften {_case(found, lang)} (gezogen: {_count(found.futures, lang)})."
        if de
        else f"In {hundred(found.share, lang)} futures drawn, {_case(found, lang)} (drawn: {_count(found.futures, lang)})."
    )
    sentences = [first, *(_sentence(found, k, box, lang) for k, box in enumerate(found.boxes))]
    if not found.boxes:
        sentences.append(
            "Keine Grenzen von Hebeln, Konstanten oder Entscheidungen machen das deutlich häufiger."
            if de
            else "No limits of levers, constants or decisions make that clearly more frequent."
        )
    if found.unsound:
        sentences.append(
            f"Nicht gezählt: {_count(found.unsound, lang)} Zukünfte mit Werten, die keine endlichen Zahlen sind."
            if de
            else f"Not counted: {_count(found.unsound, lang)} futures with values that are no finite numbers."
        )
    return Telling(title, tuple(sentences), (_table(found, lang),) if found.boxes else (), _method(found, lang))


def _sentence(found: Discovery, place: int, box: Box, lang: str) -> str:
    de = german(lang)
    rules = listed(_clauses(found.scenario, box.rules, lang), lang)
    inside, outside = hundred(box.density, lang), hundred(box.outside, lang)
    share, added = hundred(box.coverage, lang), hundred(box.added, lang)
    where = found.case.kind == "where"
    if de:
        text = f"In {inside} Zukünften, in denen {rules}, {_case(found, lang)}; in den übrigen in {outside}."
        text += f" Auf diesem Weg liegen {share} aller Zukünfte, {'in denen das gilt' if where else 'die so enden'}."
        return text if place == 0 else f"{text} {_capital(added)} kommen damit neu dazu."
    text = f"In {inside} futures in which {rules}, {_case(found, lang)}; in the others in {outside}."
    text += f" On this way lie {share} futures {'in which that holds' if where else 'that end like this'}."
    return text if place == 0 else f"{text} {_capital(added)} are new with it."


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]


def _case(found: Discovery, lang: str) -> str:
    """What happens, to stand after the verb's place: *endet die Geschichte dystopisch*."""
    s, case, de = found.scenario, found.case, german(lang)
    if case.kind == "mood":
        word = _MOODS[case.name][not de]
        return f"endet die Geschichte {word}" if de else f"the story ends {word}"
    if case.kind == "ending":
        place = next(k for k, scene in enumerate(s.endings.scenes) if scene.name == case.name)
        title = quoted(ending_title(s, place, lang), lang)
        return f"endet die Geschichte mit {title}" if de else f"the story ends with {title}"
    words = node_words(s, case.node, case.name, lang) if case.node else case.name
    return f"gilt {case.year}: {words}" if de else f"it holds in {case.year}: {words}"


def _clauses(scenario: Scenario, rules: Sequence[Rule], lang: str) -> list[str]:
    """Limits as subordinate clauses: levers in one, then constants, then choices."""
    de = german(lang)
    levers = [rule for rule in rules if rule.kind == "lever"]
    clauses = []
    if levers:
        verb = "auf" if de else "is set to"
        parts = [f"{named(scenario, rule.name, lang)} {verb} {_span(scenario, rule, lang)}" for rule in levers]
        ends = (" gestellt sind" if len(levers) > 1 else " gestellt ist") if de else ""
        clauses.append(listed(parts, lang) + ends)
    for rule in rules:
        name = named(scenario, rule.name, lang)
        if rule.kind == "constant":
            span = _span(scenario, rule, lang)
            clauses.append(f"{name} {span} beträgt" if de else f"{name} is {span}")
        elif rule.kind == "choice":
            clauses.append(f"{'bei' if de else 'at'} {name} {_chosen(scenario, rule, lang)}")
    return clauses


def _chosen(scenario: Scenario, rule: Rule, lang: str) -> str:
    """The options that are in; when most are, those that are not."""
    options, de = scenario.decisions[rule.name].options, german(lang)
    out = [name for name in options if name not in rule.options]
    few = out if len(out) < len(rule.options) else rule.options
    words = listed([quoted(options[o].label[lang], lang) for o in few], lang, last="oder" if de else "or")
    if few is out:
        return f"nicht {words} gewählt wird" if de else f"{words} is not chosen"
    return f"{words} gewählt wird" if de else f"{words} is chosen"


def _span(scenario: Scenario, rule: Rule, lang: str) -> str:
    """The limits of a number: at least, at most, between, or exactly."""
    de = german(lang)
    if rule.low is not None and rule.low == rule.high:
        return _value(scenario, rule, rule.low, lang)
    if rule.low is not None and rule.high is not None:
        low, high = (_value(scenario, rule, value, lang) for value in (rule.low, rule.high))
        return f"mindestens {low} und höchstens {high}" if de else f"at least {low} and at most {high}"
    if rule.low is not None:
        return f"{'mindestens' if de else 'at least'} {_value(scenario, rule, rule.low, lang)}"
    return f"{'höchstens' if de else 'at most'} {_value(scenario, rule, rule.high or 0.0, lang)}"


def _value(scenario: Scenario, rule: Rule, value: float, lang: str) -> str:
    if rule.kind == "lever":
        return quantity(scenario, rule.name, value, lang)
    constant = scenario.constants[rule.name]
    number = format_number(value, lang, digits_within(constant.low, constant.high))
    return f"{number} {unit_text(constant.unit, lang)}".strip()


def _count(number: int, lang: str) -> str:
    return format_number(number, lang)


def _table(found: Discovery, lang: str) -> Part:
    de, s = german(lang), found.scenario
    rows = [
        (
            f"{k}. {label_of(s, rule.name, lang)}",
            _options(s, rule, lang) if rule.kind == "choice" else _span(s, rule, lang),
            _chance(rule.chance, lang),
            hundred(box.density, lang) if first else "",
            hundred(box.coverage, lang) if first else "",
            hundred(box.mass, lang) if first else "",
        )
        for k, box in enumerate(found.boxes, start=1)
        for first, rule in ((n == 0, rule) for n, rule in enumerate(box.rules))
    ]
    header = (
        ("Weg und Größe", "Grenze", "Zufall (p)", "Dichte", "Abdeckung", "Umfang")
        if de
        else ("Way and quantity", "Limit", "Chance (p)", "Density", "Coverage", "Mass")
    )
    caption = "Die Wege und ihre Grenzen" if de else "The ways and their limits"
    return Part(caption, header, tuple(rows), (2, 3, 4, 5))


def _options(scenario: Scenario, rule: Rule, lang: str) -> str:
    labels = [scenario.decisions[rule.name].options[o].label[lang] for o in rule.options]
    return listed(labels, lang, last="oder" if german(lang) else "or")


def _chance(chance: float, lang: str) -> str:
    return f"< {format_number(0.001, lang, 3)}" if chance < 0.001 else format_number(chance, lang, 3)


def _method(found: Discovery, lang: str) -> str:
    counted, seed = _count(found.counted, lang), found.seed
    if german(lang):
        return (
            "PRIM (Friedman und Fisher 1999; Bryant und Lempert 2010): Aus allen Zukünften wird Rand um Rand"
            f" weggeschnitten, bis das Gesuchte häufig ist. Gesucht wurde in einer Hälfte, gezählt in den {counted}"
            f" Zukünften der anderen; Startzahl {seed}. Gezogen ist jede Hebelstellung und jede Antwort gleich wahrscheinlich,"
            " jede unsichere Konstante in ihrer Spanne (Dreieck). »Von 100« meint diese gezogenen Zukünfte und"
            " ist keine Vorhersage. Dichte: so viele der Zukünfte im Weg sind gesuchte; Abdeckung: so viele der gesuchten"
            " liegen im Weg; Umfang: so viele aller Zukünfte. Zufall: Quasi-p-Wert der Grenze."
        )
    return (
        "PRIM (Friedman and Fisher 1999; Bryant and Lempert 2010): slice by slice is cut from all futures until what is"
        f" looked for is frequent. It was searched in one half and counted in the {counted} futures of the other; seed {seed}."
        " Each lever position and option is equally likely, each uncertain constant is drawn from its range (triangular)."
        " “Of 100” speaks of these futures drawn and is no forecast. Density: how many of the futures inside are cases;"
        " coverage: how many of the cases lie inside; mass: how many of all futures. Chance: the limit's quasi-p-value."
    )
