"""Every language says the same, with the same places to be filled."""

from __future__ import annotations

import re

import pytest

from workbook.diagrams.words import WORDS, say
from workbook.text import LANGUAGES

PLACES = re.compile(r"\{([a-z-]+)\}")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_sentence_has_its_places_in_every_language(lang):
    assert WORDS[lang].keys() == WORDS["de"].keys()
    for key, german in WORDS["de"].items():
        assert sorted(PLACES.findall(WORDS[lang][key])) == sorted(PLACES.findall(german)), key
        assert not re.search(r"[{}]", PLACES.sub("", WORDS[lang][key])), "the page fills plain names only"


def test_einfache_sprache_is_its_own_where_sentences_are_long():
    for key, german in WORDS["de"].items():
        for sentence in re.split(r"(?<=[.:!?])\s", WORDS["de-einfach"][key]):
            assert len(PLACES.sub("x", sentence).split()) <= 16, sentence
        if len(german) > 100:
            assert WORDS["de-einfach"][key] != german


def test_said_with_values():
    assert say("step", "en", year=2027, title="A") == "2027 “A”"
