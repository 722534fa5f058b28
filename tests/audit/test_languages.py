"""Figures, claims and numbers are the same in each language, however they are written."""

from __future__ import annotations

import pytest

from tests.audit.conftest import change, found
from workbook.audit.languages import lost_numbers, short_texts
from workbook.model import Lever


@pytest.mark.parametrize(("base", "other", "lang", "lost"), [
    ("3 von 100", "3 in 100", "en", []),
    ("3 von 100", "three in a hundred", "en", []),
    ("3 von 100", "some in 100", "en", ["3"]),
    ("1.200 Fälle", "1,200 cases", "en", []),
    ("41,5 Stunden", "41.5 hours", "en", []),
    ("41,5 Stunden", "41 hours", "en", ["41,5"]),
    ("um 16 Uhr", "at 4 pm", "en", []),
    ("um 16 Uhr", "at four", "en", []),
    ("um 22.14 Uhr", "at 10:14 pm", "en", []),
    ("16 Tassen", "4 cups", "en", ["16"]),
    ("Am 24. Juni", "On June 24", "en", []),
    ("27 Jahre", "twenty-seven years", "en", []),
    ("27 Jahre", "siebenundzwanzig Jahre", "de-einfach", []),
    ("21 Jahre", "einundzwanzig Jahre", "de-einfach", []),
    ("Im Jahr 2030", "Irgendwann", "de-einfach", ["2030"]),
    ("2 und 2 sind 4", "2 und 2", "de-einfach", ["4"]),
    ("drei", "x", "de-einfach", []),
    ("Raum 3a", "Raum", "de-einfach", []),
    ("300 Euro", "dreihundert Euro", "de-einfach", ["300"]),
])  # fmt: skip
def test_numbers_that_get_lost(base, other, lang, lost):
    assert lost_numbers(base, other, lang) == lost


def test_a_figure_that_only_one_language_has(sound):
    change(sound / "story" / "en" / "ending.md", "{guests:.0f}", "many")
    (problem,) = found(sound)
    assert (problem.code, problem.severity, problem.place.file) == ("parity-figure", "error", "story/en/ending.md")
    assert problem.values["found"] == ["guests@:.0f"]


def test_a_figure_too_many(sound):
    change(sound / "story" / "en" / "ending.md", "{guests:.0f}", "{guests:.0f} {guests@2026:.0f}")
    (problem,) = found(sound)
    assert problem.values["found"] == ["+ guests@2026:.0f"]


def test_a_number_lost_in_a_help_text(sound):
    change(sound / "levers.yaml", "de: Stunden in der Woche.", "de: Bis zu 38 Stunden in der Woche.")
    (problem,) = found(sound)
    assert (problem.code, problem.severity, problem.place.file) == ("parity-number", "warning", "levers.yaml")


def test_a_label_that_falls_back_on_another_language(sound):
    change(sound / "scenario.yaml", "languages: [de, en]", "languages: [de, en, de-einfach]")
    target = sound / "story" / "de-einfach"
    target.mkdir()
    for path in (sound / "story" / "de").iterdir():
        (target / path.name).write_text(path.read_text(encoding="utf-8"), encoding="utf-8")
    problems = found(sound)
    assert {p.code for p in problems} == {"text-untranslated"}
    assert {p.values["language"] for p in problems} == {"de-einfach"}
    assert {"levers.yaml", "indicators.yaml", "decisions.yaml", "worlds.yaml", "story.yaml"} <= {
        p.place.file for p in problems
    }


def test_every_kind_of_text_is_looked_at(large):
    places = {place.file for _, place in short_texts(large)}
    assert {"scenario.yaml", "levers.yaml", "indicators.yaml", "decisions.yaml", "worlds.yaml", "story.yaml"} <= places
    lever = next(iter(large.levers.values()))
    assert isinstance(lever, Lever)
    assert (lever.help, lever.place) in list(short_texts(large))
