"""What ``workbook check`` measured, as tables for people and as data for programs."""

from __future__ import annotations

from typing import Any

from workbook.audit import Audit
from workbook.commands.terminal import show_table
from workbook.commands.words import say
from workbook.messages import current_language
from workbook.model import Scenario
from workbook.text import base_language, format_number


def show_coverage(scenario: Scenario, found: Audit) -> None:
    """Each scene with the share of random plays that are told it, and a run that is."""
    lang = current_language()
    rows = []
    for one in found.coverage:
        voice = scenario.voices[one.scene.voice][lang]
        share = f"{format_number(100 * one.share, lang, 1)} %"
        mood = say(f"mood-{one.scene.mood}")
        rows.append([str(one.chapter.year), one.key, mood, voice, share, found.witnesses.get(one.key, "–")])
    show_table([say(key) for key in ("year", "scene", "mood", "voice", "share", "witness")], rows, numbers=(0, 4))
    count = found.coverage[0].plays if found.coverage else 0
    print(say("coverage-note", count=format_number(count, lang)))


def show_reading(scenario: Scenario, found: Audit) -> None:
    """The measures of each passage in each language, then their means."""
    lang = current_language()

    def row(scene: str, language: str, numbers: list[tuple[float | None, int]]) -> list[str]:
        return [scene, language, *("–" if n is None else format_number(n, lang, digits) for n, digits in numbers)]

    rows = [
        row(e.scene, e.language, [(e.words, 0), (e.mean, 1), (e.longest, 0), (e.flesch, 0), (e.wiener, 1)])
        for e in found.reading
    ]
    for language in scenario.languages:
        some = [e for e in found.reading if e.language == language]
        count, german = max(len(some), 1), base_language(language) == "de"
        numbers: list[tuple[float | None, int]] = [
            (sum(e.words for e in some), 0), (sum(e.mean for e in some) / count, 1),
            (max((e.longest for e in some), default=0), 0), (sum(e.flesch for e in some) / count, 0),
            (sum(e.wiener or 0.0 for e in some) / count if german else None, 1),
        ]  # fmt: skip
        rows.append(row(say("all-scenes"), language, numbers))
    heads = ("scene", "language", "words", "words-mean", "words-most", "flesch", "wiener")
    show_table([say(key) for key in heads], rows, numbers=range(2, 7))
    print(say("reading-note"))


def as_data(found: Audit) -> dict[str, Any]:
    """Everything that was measured."""
    return {
        "coverage": [
            {
                "scene": one.key, "year": one.chapter.year, "count": one.count, "plays": one.plays,
                "share": one.share, "witness": found.witnesses.get(one.key),
            }
            for one in found.coverage
        ],
        "claims": [
            {
                "scene": one.scene, "language": one.language, "claim": one.claim.text, "reached": one.reached,
                "false": one.false, "share": one.share, "code": one.code,
            }
            for one in found.claims
        ],
        "witnesses": dict(found.witnesses),
        "reading": [
            {
                "scene": one.scene, "language": one.language, "words": one.words, "sentences": one.sentences,
                "mean": one.mean, "longest": one.longest, "flesch": one.flesch, "wiener": one.wiener,
            }
            for one in found.reading
        ],
        "profiles": dict(found.profiles),
    }  # fmt: skip
