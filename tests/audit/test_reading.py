"""Sentences, syllables and formulas are counted as a person would; Einfache Sprache keeps its limits."""

from __future__ import annotations

import pytest

from workbook.audit.reading import EASY, MOST_WORDS, ease_of, hard_to_read, reading, sentences
from workbook.model import Figure, Passage


def passage(*parts):
    return Passage("Titel", parts)


def test_sentences_and_words():
    text = passage(
        "Jonas geht. Am 3. Mai kommt er: »Wo ", Figure("x", None, 0), " Adressat*innen sind?« fragt sie.\n\nEnde"
    )
    assert [len(s) for s in sentences(text, "de")] == [2, 9, 2, 1]
    assert [len(s) for s in sentences(text, EASY)] == [2, 5, 4, 2, 1]


def test_flesch_and_wiener_by_hand():
    # 6 words, 2 sentences, syllables 1 1 3 | 1 1 2: 9 together; one word of three, one of more than six letters.
    ease = ease_of("a.b", "de", passage("Der Mann verkaufte. Er sah Brote."))
    assert (ease.words, ease.sentences, ease.mean, ease.longest) == (6, 2, 3.0, 3)
    assert ease.flesch == pytest.approx(180 - 3 - 58.5 * 9 / 6)
    assert ease.wiener == pytest.approx(0.1935 * 100 / 6 + 0.1672 * 3 + 0.1297 * 100 / 6 - 0.0327 * 400 / 6 - 0.875)


def test_english_by_hand():
    ease = ease_of("a.b", "en", passage("The cat sat on the table."))
    assert ease.flesch == pytest.approx(206.835 - 1.015 * 6 - 84.6 * 7 / 6)
    assert ease.wiener is None


def test_a_text_without_words_is_no_fault():
    assert ease_of("a.b", "de", passage("***")).words == 0


def test_longer_words_and_sentences_are_harder():
    easy = ease_of("a.b", EASY, passage("Der Hund ist da. Er hat Durst."))
    hard = ease_of(
        "a.b", EASY, passage("Die Zuständigkeitsvereinbarungen der Jugendhilfeeinrichtungen bedürfen Genehmigungen.")
    )
    assert easy.flesch > hard.flesch
    assert easy.wiener < hard.wiener


def test_each_limit_of_einfache_sprache(house):
    from dataclasses import replace

    text = "Wort " * (MOST_WORDS + 1) + "ist es."
    hard = "Zuständigkeitsvereinbarungen bedürfen Genehmigungen."
    easy = replace(house, passages={EASY: {"a.b": passage(text), "a.c": passage(hard), "a.d": passage("Das ist gut.")}},
                   languages=(EASY,))  # fmt: skip
    told = [(p.values["scene"], p.code) for p in hard_to_read(reading(easy), easy)]
    assert told == [
        ("a.b", "reading-mean"),
        ("a.b", "reading-longest"),
        ("a.c", "reading-ease"),
        ("a.c", "reading-wiener"),
    ]


def test_other_languages_have_no_limits(house):
    assert hard_to_read(reading(house), house) == []
    assert {e.language for e in reading(house)} == {"de", "en"}
