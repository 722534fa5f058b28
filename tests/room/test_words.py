"""The board's words are whole in every language, and small enough for the page."""

from __future__ import annotations

import re
from string import Formatter

import pytest

from workbook.room.words import PAGE, say

GERMAN, ENGLISH, EASY = (PAGE[lang] for lang in ("de", "en", "de-einfach"))


def places(words):
    return {name for _, name, _, _ in Formatter().parse(words) if name}


def test_english_says_all_that_german_says():
    assert ENGLISH.keys() == GERMAN.keys()


@pytest.mark.parametrize("key", GERMAN)
def test_the_same_places_and_columns_in_each_language(key):
    told = [GERMAN[key], ENGLISH[key], *([EASY[key]] if key in EASY else [])]
    assert len({frozenset(places(words)) for words in told}) == 1
    assert len({words.count("|") for words in told}) == 1
    assert len(set(told)) == len(told) or key == "share"


def test_easy_language_has_only_what_differs():
    assert EASY.keys() <= GERMAN.keys()
    assert all(EASY[key] != GERMAN[key] for key in EASY)
    longest = max(len(s.split()) for words in EASY.values() for s in re.split(r"[.:?!]\s*", words))
    assert longest <= 15


def test_a_word_without_its_own_easy_form_is_german():
    assert say("show", "de-einfach") == GERMAN["show"]


def test_every_word_is_used(root):
    sources = [
        *(root / "workbook/static" / name for name in ("lecturer.js", "remembering.js")),
        *(root / "workbook/room").glob("*.py"),
    ]
    sources += [root / "workbook/widgets/room.py", root / "workbook/commands/collect.py"]
    text = "".join(path.read_text(encoding="utf-8") for path in sources if path.name != "words.py")
    made = {"few-cell", "rest-cell", "most-cell", "numbers-help", "nearest-help", "memory-help"}
    assert not [key for key in GERMAN if f'"{key}"' not in text and key not in made]
