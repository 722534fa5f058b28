"""Every sentence exists in both languages, is used, and can be said with whatever is at hand."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from workbook.catalogue import HINTS, MESSAGES, WORDS
from workbook.errors import DivergenceError, ScenarioError, UsageError
from workbook.messages import current_language, fields, message, set_language

PACKAGE = Path(__file__).parents[1] / "workbook"
_CODE = re.compile(r'f?"([a-z0-9]+(?:-[a-z0-9{}]+)+)"')
_FAMILIES = sorted({code.split("-")[0] for code in MESSAGES})
_OWN = {"catalogue.py", "messages.py"}
SOURCES = {p: p.read_text(encoding="utf-8") for p in PACKAGE.rglob("*.py") if p.name not in _OWN}
USED = {code for text in SOURCES.values() for code in _CODE.findall(text)}
"""Strings of the package that look like codes; ``{`` marks those that are put together."""


@pytest.mark.parametrize("code", MESSAGES)
def test_both_languages_speak_of_the_same(code: str) -> None:
    german, english = MESSAGES[code]
    assert german != english
    assert fields(german) == fields(english)


@pytest.mark.parametrize("code", MESSAGES)
def test_every_sentence_is_used(code: str) -> None:
    made_up = [used.split("{")[0] for used in USED if "{" in used]
    assert code in USED or any(start and code.startswith(start) for start in made_up)


def test_every_code_in_use_has_its_sentence() -> None:
    told = r"(?:report|warn|_problem|_stop|fault|Problem|(?<!Command)(?<!Notebook)Error)"
    calls = re.compile(told + r'\(\s*"([a-z]+(?:-[a-z0-9]+)+)"')
    called = {code for text in SOURCES.values() for code in calls.findall(text)}
    assert len(called) > 80
    assert called - MESSAGES.keys() == set()


@pytest.mark.parametrize("code", MESSAGES)
@pytest.mark.parametrize("lang", ["de", "en"])
def test_a_sentence_without_values_is_still_one(code: str, lang: str) -> None:
    assert message(code, lang).endswith((".", "?", ":", ")", "]]"))


def test_hints_vanish_when_there_is_nothing_to_hint_at() -> None:
    assert message("usage-lever", "de", name="a", nearest="", allowed=[]) == "Einen Hebel »a« gibt es nicht."
    assert message("usage-lever", "en", name="a", nearest="b", allowed=["b", "c"]) == (
        "There is no lever “a”. Did you mean “b”? Allowed: b, c."
    )
    assert HINTS.keys() == {"nearest", "allowed", "detail"}


def test_values_are_written_for_people() -> None:
    assert "von 0.1 bis 3" in message("value-range", "de", name="a", value=4.0, low=0.1, high=3.0)
    assert "ein Bestand" in message("name-kind", "de", name="a", found="stock", expected=["lever"])
    assert WORDS["stock"] == ("ein Bestand", "a stock")
    assert "…" in message("usage-lever", "de", name="x" * 10_000, allowed=[f"a{i}" for i in range(100)])
    assert len(message("usage-lever", "de", name="x" * 10_000)) < 300


def test_a_time_is_a_month() -> None:
    error = DivergenceError("guests", 2026 + 3 / 12, "negative", detail="-3")
    assert error.text("de") == (
        "Der Bestand »guests« fällt im April 2026 unter null. (-3) Er ist als nie negativ angegeben."
    )
    assert "March 2027" in DivergenceError("a", 2027 + 2 / 12, "overflow", expression="a / b").text("en")


def test_an_unknown_code_is_shown_as_it_is() -> None:
    assert message("no-such-code", "de") == "no-such-code"
    assert "7" in message("no-such-code", "de", value=7)


def test_errors_speak_the_language_of_the_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in ("WORKBOOK_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(variable, raising=False)
    assert current_language() == "de"
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    assert current_language() == "en"
    monkeypatch.setenv("LC_ALL", "C")
    assert current_language() == "en"
    monkeypatch.setenv("WORKBOOK_LANG", "de-einfach")
    assert current_language() == "de-einfach"
    assert str(UsageError("usage-world", name="x")).startswith("Eine Welt")
    set_language("en")
    try:
        assert str(UsageError("usage-world", name="x")).startswith("There is no world")
        assert str(ScenarioError("a", ())) == "The scenario in “a” has problems (0):"
    finally:
        set_language(None)
