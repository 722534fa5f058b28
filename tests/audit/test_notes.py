"""Hard words are noticed whole, in each language, and only where no note warns of them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.audit.conftest import change
from workbook.audit.notes import WORDS, missing_notes
from workbook.folder import load
from workbook.folder.files import CARES


def told(folder):
    return [(p.values["word"], p.values["care"], p.place.file) for p in missing_notes(load(folder))]


@pytest.mark.parametrize(("lang", "old", "said", "word", "care"), [
    ("de", "Niemand holt ihn.", "Die Zwangsräumung kommt.", "Zwangsräumung", "eviction"),
    ("de", "Niemand holt ihn.", "Der Suizidversuch.", "Suizidversuch", "death"),
    ("de", "Niemand holt ihn.", "Ihr wurde gekündigt.", "gekündigt", "dismissal"),
    ("en", "Nobody takes it.", "She was evicted.", "evicted", "eviction"),
    ("en", "Nobody takes it.", "He died in June.", "died", "death"),
])  # fmt: skip
def test_a_hard_word_in_a_scene_without_a_note(sound, lang, old, said, word, care):
    change(sound / "story" / lang / "ending.md", old, said)
    assert told(sound) == [(word, care, f"story/{lang}/ending.md")]


@pytest.mark.parametrize(
    "said", ["Das ist total gut.", "Der Todesstern.", "Sie studiert.", "Ein Totempfahl.", "Unentlassen."]
)
def test_parts_of_other_words_are_not_hard(sound, said):
    change(sound / "story" / "de" / "ending.md", "Niemand holt ihn.", said)
    assert told(sound) == []


def test_a_note_is_enough(sound):
    change(sound / "story" / "de" / "tuer.md", "drücken sie auf.", "drücken sie auf. Einer ist tot.")
    scenario = load(sound)
    assert missing_notes(scenario) == [], "the scene warns of loneliness"
    bare = [replace(c, scenes=tuple(replace(s, care=()) for s in c.scenes)) for c in scenario.chapters]
    assert [p.values["word"] for p in missing_notes(replace(scenario, chapters=tuple(bare)))] == ["tot"]


def test_each_subject_can_be_named_in_a_note():
    assert {subject for subjects in WORDS.values() for subject in subjects} <= set(CARES)
    assert WORDS["de"].keys() == WORDS["en"].keys()
