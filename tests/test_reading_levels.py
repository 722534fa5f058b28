"""The reading levels of a scenario say the same; Einfache Sprache keeps its sentences short."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from workbook.folder import load
from workbook.model import Figure, Passage, Scenario

SCENARIOS = sorted(p.parent for p in (Path(__file__).parents[1] / "scenarios").glob("*/scenario.yaml"))
_MONTHS = "Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"


@pytest.fixture(params=SCENARIOS, ids=lambda p: p.name)
def scenario(request: pytest.FixtureRequest) -> Scenario:
    return load(request.param)


def figures(passage: Passage) -> set[tuple[str, int | None, int]]:
    return {(p.name, p.year, p.digits) for p in passage.parts if isinstance(p, Figure)}


def sentence_lengths(passage: Passage) -> list[int]:
    text = "".join("9" if isinstance(p, Figure) else p for p in passage.parts)
    text = re.sub(rf"(\d)\. (?={_MONTHS})", r"\1 ", text.replace("*innen", "innen").replace("*", ""))
    said = re.split(r"(?<=[.!?])[«]?,?\s+|(?<=[a-zäöüß]): (?=[A-ZÄÖÜ»0-9])|\n+", text)
    return [n for n in (len(re.findall(r"\w+(?:-\w+)*", s)) for s in said) if n]


def test_all_languages_carry_the_same_figures_and_claims(scenario: Scenario) -> None:
    first = scenario.passages[scenario.languages[0]]
    for lang in scenario.languages:
        assert scenario.passages[lang].keys() == first.keys()
        for key, passage in scenario.passages[lang].items():
            assert figures(passage) == figures(first[key]), (lang, key)
            assert [c.text for c in passage.claims] == [c.text for c in first[key].claims], (lang, key)


def test_sentences_of_einfache_sprache_are_short(scenario: Scenario) -> None:
    if "de-einfach" not in scenario.languages:
        pytest.skip("has no Einfache Sprache")
    for key, passage in scenario.passages["de-einfach"].items():
        lengths = sentence_lengths(passage)
        assert sum(lengths) / len(lengths) <= 11, key
        assert max(lengths) <= 16, key
