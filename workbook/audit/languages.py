"""Every language says the same: figures, claims, written numbers, and nothing is left untranslated."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from workbook.errors import Place, Problem
from workbook.model import Figure, Passage, Scenario
from workbook.text import Text, base_language

_NUMBER = re.compile(r"(?<![\w.,:])\d+(?:[.,:]\d+)*(?![\w])(\s?Uhr\b)?")

_SMALL = {
    "de": "null ein(?:e[mnrs]?|s)? zwei drei vier fünf sechs sieben acht neun zehn elf zwölf",
    "en": "(?:zero|nothing) (?:one|an?) (?:two|twice|both) three four five six seven eight nine ten eleven twelve",
}
_MANY = {
    "de": ("zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig", "hundert", "tausend"),
    "en": ("twenty thirty forty fifty sixty seventy eighty ninety", "hundred", "thousand"),
}
_TEENS = {
    "de": "dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn",
    "en": "thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
}


def differences(scenario: Scenario) -> list[Problem]:
    """What a language has and another lacks; the first language of the scenario is the measure."""
    return [*_passages(scenario), *_texts(scenario)]


def _passages(scenario: Scenario) -> Iterator[Problem]:
    first, *others = scenario.languages
    for key, base in scenario.passages[first].items():
        for lang in others:
            passage = scenario.passages[lang].get(key)
            if passage is None:
                yield Problem("parity-passage", base.place, {"scene": key, "language": lang})
                continue
            values: dict[str, object] = {"scene": key, "language": lang, "first": first}
            for code, ours, theirs in (
                ("parity-figure", _figures(base), _figures(passage)),
                ("parity-claim", [c.text for c in base.claims], [c.text for c in passage.claims]),
            ):
                missing, extra = _minus(ours, theirs), _minus(theirs, ours)
                if missing or extra:
                    found = [*missing, *(f"+ {name}" for name in extra)]
                    yield Problem(code, passage.place, values | {"found": found})
            lost = lost_numbers(plain(base), plain(passage), lang)
            if lost:
                yield Problem("parity-number", passage.place, values | {"found": lost}, "warning")


def _texts(scenario: Scenario) -> Iterator[Problem]:
    """Labels, helps and other short texts: each language is there, with the numbers of the first."""
    first = scenario.languages[0]
    for text, place in short_texts(scenario):
        for lang in scenario.languages:
            if not text or place.file.startswith("_"):
                continue
            if lang not in text:
                yield Problem("text-untranslated", place, {"language": lang, "text": text[first]}, "warning")
            elif lost := lost_numbers(text[first], text[lang], lang):
                values: dict[str, object] = {"scene": text[first], "language": lang, "first": first, "found": lost}
                yield Problem("parity-number", place, values, "warning")


def short_texts(s: Scenario) -> Iterator[tuple[Text, Place]]:
    """Every text that readers see beside the passages, with the place of what it belongs to."""
    yield from ((text, Place("scenario.yaml")) for text in (s.title, s.summary, *s.voices.values()))
    if s.guide is not None:
        yield from ((text, Place("scenario.yaml")) for text in (s.guide.you, s.guide.question))
    for lever in s.levers.values():
        yield from ((text, lever.place) for text in (lever.label, lever.help, lever.group))
    for indicator in s.indicators.values():
        yield from ((text, indicator.place) for text in (indicator.label, indicator.help))
    for decision in s.decisions.values():
        yield from ((text, decision.place) for text in (decision.label, decision.text, decision.question))
        for option in decision.options.values():
            yield from ((text, option.place) for text in (option.label, option.text))
    for world in s.worlds.values():
        yield from ((text, world.place) for text in (world.label, world.summary))
    for chapter in s.chapters:
        if chapter is not s.endings:
            yield chapter.title, chapter.place
        for scene in chapter.scenes:
            yield from ((text, scene.place) for text in (scene.price, scene.crack))
    for fact in s.facts.values():
        yield from ((text, fact.place) for text in (fact.label, fact.text))
    for loop in s.loops:
        yield loop.label, loop.place


def _figures(passage: Passage) -> list[str]:
    figures = {p for p in passage.parts if isinstance(p, Figure)}
    return sorted(f"{p.name}@{p.year or ''}:.{p.digits}f" for p in figures)


def _minus(ours: Iterable[str], theirs: Iterable[str]) -> list[str]:
    return sorted((Counter(ours) - Counter(theirs)).elements())


def plain(passage: Passage) -> str:
    """A passage with its title, without figures."""
    return "\n".join([passage.title, "".join(p for p in passage.parts if isinstance(p, str))])


def lost_numbers(base: str, other: str, lang: str) -> list[str]:
    """Numbers that one text writes with digits and the other with neither digits nor a word."""
    there = {_value(match.group(0)) for match in _NUMBER.finditer(other)}
    lost = []
    for match in _NUMBER.finditer(base):
        value = _value(match.group(0))
        # 16 Uhr is 4 pm.
        same = {value, *((round(value - 12, 2), round(value + 12, 2)) if match.group(1) else ())}
        if not same & there and not any(_said(one, other, lang) for one in same):
            lost.append(match.group(0).strip())
    return list(dict.fromkeys(lost))


def _value(written: str) -> float:
    """The number behind either way of writing: three digits behind a mark are thousands."""
    digits = re.sub(r"[^\d.,:]", "", written).rstrip(".,:")
    whole, *rest = re.split(r"[.,:]", re.sub(r"[.,](?=\d{3}(?!\d))", "", digits), maxsplit=1)
    return float(f"{whole}.{re.sub(r'[.,:]', '', ''.join(rest))}")


def _said(value: float, text: str, lang: str) -> bool:
    word = _word(value, base_language(lang))
    return bool(word) and re.search(rf"(?<!\w){word}(?!\w)", text, re.IGNORECASE) is not None


def _word(value: float, lang: str) -> str:
    """A pattern for the number as a word, where it is a common one."""
    if lang not in _SMALL or value != int(value) or not 0 <= value <= 1000:
        return ""
    number, (tens, hundred, thousand) = int(value), _MANY[lang]
    small = [*_SMALL[lang].split(), *_TEENS[lang].split()]
    if number < len(small):
        return small[number]
    if number < 100:
        ten, one = tens.split()[number // 10 - 2], number % 10
        if not one:
            return ten
        return f"{'ein' if one == 1 else small[one]}und{ten}" if lang == "de" else f"{ten}-{small[one]}"
    if number in (100, 1000):
        return rf"(?:ein|a |one )?{hundred if number == 100 else thousand}"
    return ""
