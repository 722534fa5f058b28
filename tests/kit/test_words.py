"""All sentences in every language, with the same places for values."""

from __future__ import annotations

from string import Formatter

import pytest

from workbook.kit import game_words, script_words, words


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("table", [words.WORDS, game_words.WORDS, script_words.WORDS], ids=["words", "game", "script"])
def test_each_language_has_the_same_places(table: dict[str, tuple[str, ...]]) -> None:
    wrong = [key for key, texts in table.items() if len({frozenset(places(t)) for t in texts}) != 1 or not all(texts)]
    assert wrong == []


def test_each_step_is_told_in_both_languages() -> None:
    for key, (german, english) in script_words.STEPS.items():
        assert len(german) == len(english) == 4
        assert all(german), key
        assert all(english), key
        assert [places(t) for t in german] == [places(t) for t in english], key


def test_einfache_sprache_is_short() -> None:
    """Sentences of at most fifteen words, as DIN 8581-1 advises."""
    long = [
        sentence
        for table in (words.WORDS, game_words.WORDS)
        for key, texts in table.items()
        if not key.startswith(("script", "back-source"))
        for sentence in texts[2].replace("?", ".").replace(":", ".").split(".")
        if len(sentence.split()) > 15
    ]
    assert long == []
