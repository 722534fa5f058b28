"""Both catalogues: complete, alike in both languages, and all of it used."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from workbook.slides.talk import TALK, say
from workbook.slides.words import WORDS, word, words_of

FIELD = re.compile(r"\{(\w+)\}")


@pytest.mark.parametrize("catalogue", [WORDS, TALK], ids=["words", "talk"])
def test_both_languages_say_the_same_values(catalogue: dict[str, tuple[str, str]]) -> None:
    for key, (german, english) in catalogue.items():
        assert german.strip(), key
        assert english.strip(), key
        assert sorted(FIELD.findall(german)) == sorted(FIELD.findall(english)), key


def test_values_are_filled_in() -> None:
    assert word("continued", "en", title="A") == "A (continued)"
    assert word("previous", "de-einfach") == "Zurück"
    assert say("reading-levers", "de", year=2026).endswith("ab 2026.")
    assert words_of("en")["next"] == "Next"


def test_every_word_is_used(root: Path) -> None:
    files = [*(root / "workbook/static").glob("slides*"), *(root / "workbook/slides").glob("*.py")]
    used = "\n".join(f.read_text(encoding="utf-8") for f in files if f.name not in ("words.py", "talk.py"))
    for key in (*WORDS, *TALK):
        name = key.replace("-", "_")
        assert re.search(rf'"{key}"|\${name}\b|\bw\.{name}\b', used), key
