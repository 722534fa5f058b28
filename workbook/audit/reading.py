"""How easy a passage is to read: sentence lengths, Flesch's reading ease, the first Wiener Sachtextformel.

Syllables are counted by pyphen (German) and syllapy (English), which need no network; the formulas
are those of R. Flesch 1948, T. Amstad 1978, and R. Bamberger and E. Vanecek 1984.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from workbook.errors import Problem
from workbook.model import Figure, Passage, Scenario
from workbook.text import base_language

EASY = "de-einfach"

MOST_MEAN, MOST_WORDS = 11, 16
"""Words of a sentence in Einfache Sprache, on average and at most."""

LEAST_EASE, MOST_WIENER = 75.0, 4.0
"""Reading ease (Amstad) of Einfache Sprache at least, school year (Wiener Sachtextformel) at most.

The formula's years begin at 4; carefully written passages of a scenario lie between 0.2 and 2.8, with
a reading ease of 81 to 93."""

_MONTHS = "Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
_ENDS = r"(?<=[.!?])[«»“”\"*]*,?\s+|\n+"
_COLON = r"|(?<=[a-zäöüß]): (?=[A-ZÄÖÜ»0-9])"
_WORD = re.compile(r"\w+(?:[-'’]\w+)*")


@dataclass(frozen=True, slots=True)
class Ease:
    """The measures of one passage; ``wiener`` is None where the language is not German."""

    scene: str
    language: str
    words: int
    sentences: int
    mean: float
    longest: int
    flesch: float
    wiener: float | None


def reading(scenario: Scenario) -> tuple[Ease, ...]:
    """Every passage in every language."""
    return tuple(
        ease_of(key, lang, passage) for lang in scenario.languages for key, passage in scenario.passages[lang].items()
    )


def ease_of(key: str, lang: str, passage: Passage) -> Ease:
    """Measure one passage."""
    said = sentences(passage, lang)
    words = [word for sentence in said for word in sentence]
    counts = [_syllables(word, base_language(lang)) for word in words]
    number, length = max(len(words), 1), len(words) / max(len(said), 1)
    per_word = sum(counts) / number
    german = base_language(lang) == "de"
    flesch = 180 - length - 58.5 * per_word if german else 206.835 - 1.015 * length - 84.6 * per_word
    many = 100 * sum(n >= 3 for n in counts) / number
    long_ = 100 * sum(len(word) > 6 for word in words) / number
    single = 100 * sum(n == 1 for n in counts) / number
    wiener = 0.1935 * many + 0.1672 * length + 0.1297 * long_ - 0.0327 * single - 0.875
    longest = max(map(len, said), default=0)
    return Ease(key, lang, len(words), len(said), length, longest, flesch, wiener if german else None)


def sentences(passage: Passage, lang: str) -> list[list[str]]:
    """The words of each sentence; in Einfache Sprache what follows a colon is a sentence of its own."""
    text = "".join("9" if isinstance(p, Figure) else p for p in passage.parts)
    text = re.sub(rf"(\d)\. (?={_MONTHS})", r"\1 ", text.replace("*innen", "innen").replace("*in", "in"))
    parts = re.split(_ENDS + (_COLON if lang == EASY else ""), text.replace("*", ""))
    return [words for words in map(_WORD.findall, parts) if words]


def hard_to_read(measured: Iterable[Ease], scenario: Scenario) -> list[Problem]:
    """Passages in Einfache Sprache that go beyond its limits."""
    problems = []
    for ease in measured:
        if ease.language != EASY:
            continue
        place = scenario.passages[EASY][ease.scene].place
        limits: Sequence[tuple[str, float | None, float, Callable[[float, float], bool]]] = (
            ("reading-mean", ease.mean, MOST_MEAN, float.__gt__),
            ("reading-longest", float(ease.longest), MOST_WORDS, float.__gt__),
            ("reading-ease", ease.flesch, LEAST_EASE, float.__lt__),
            ("reading-wiener", ease.wiener, MOST_WIENER, float.__gt__),
        )
        for code, found, limit, beyond in limits:
            if found is not None and beyond(found, float(limit)):
                values: dict[str, object] = {"scene": ease.scene, "found": f"{found:.3g}", "limit": f"{limit:g}"}
                problems.append(Problem(code, place, values, "warning"))
    return problems


@cache
def _hyphenator(lang: str) -> Any:
    import pyphen

    return pyphen.Pyphen(lang=lang)


@cache
def _syllables(word: str, lang: str) -> int:
    if lang == "de":
        return len(_hyphenator("de").positions(word)) + 1
    import syllapy

    return max(int(syllapy.count(word.replace("’", "'"))), 1)
