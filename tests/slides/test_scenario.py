"""A deck that nobody made."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.slides.conftest import ADDRESS
from workbook.folder import load
from workbook.run import Workbook
from workbook.seminar import Seminar
from workbook.slides import deck_of
from workbook.slides.picture import reading_picture
from workbook.slides.scenario import named
from workbook.text import format_date
from workbook.view import rows
from workbook.wording import quantity


def labels(text: str) -> list[str]:
    return re.findall(
        r'<deck-slide class="[^"]*" role="region" aria-roledescription="[^"]*" aria-label="([^"]*)"', text
    )


def test_it_tells_what_the_scenario_holds(workbook: Workbook) -> None:
    s = workbook.scenario
    text = deck_of(workbook, "de")
    found = labels(text)
    assert found[0] == s.title["de"]
    assert found[-1] == "Woher die Zahlen kommen"
    for decision in s.decisions.values():
        assert f"{decision.year} · {decision.label['de']}" in found
        for option in decision.options.values():
            assert option.label["de"] in text
    assert text.count('data-explorer="') == 1
    assert str(len(s.constants)) + " feste Größen" in text


def test_every_slide_has_notes_and_minutes(workbook: Workbook) -> None:
    text = deck_of(workbook, "de", ADDRESS)
    count = len(labels(text))
    assert text.count('<aside class="notes" hidden>') == count
    minutes = [float(m) for m in re.findall(r'data-minutes="([\d.]+)"', text)]
    assert len(minutes) == count
    assert f'"minutes":{sum(minutes):g}' in text
    assert 40 <= sum(minutes) <= 90


def slide(text: str, title: str) -> str:
    """What stands on one slide, without its notes."""
    found = re.search(rf'<deck-slide [^>]*aria-label="{re.escape(title)}".*?</deck-slide>', text, re.DOTALL)
    assert found, title
    return found[0].partition("<aside")[0]


def test_the_slide_of_who_you_are_holds_todays_numbers_and_the_first_question(workbook: Workbook) -> None:
    s = workbook.scenario
    told = slide(deck_of(workbook, "de"), "Wer Sie heute sind")
    assert s.guide
    assert s.guide.question["de"] in told
    for indicator in list(s.indicators.values())[:6]:
        now = workbook.baseline.value(indicator.name, s.time.now)
        assert f"<strong>{quantity(s, indicator.name, now, 'de')}</strong><span>{indicator.label['de']}</span>" in told


@pytest.mark.parametrize("lang", ["de", "en"])
def test_the_slide_on_reading_draws_a_run(workbook: Workbook, lang: str) -> None:
    picture = reading_picture(workbook, lang)
    assert picture in deck_of(workbook, lang)
    shown = next(
        r for i in workbook.scenario.indicators.values() if len((r := rows(workbook.run("utopie"), i)).observed) > 3
    )
    assert picture.count("<circle") == len(shown.observed)
    lines = re.findall(r'<polyline class="deck-(\w+)" points="([^"]*)"', picture)
    assert [name for name, _ in lines] == ["base", "you"]
    heights = {name: [float(p.split(",")[1]) for p in points.split()] for name, points in lines}
    # One scale for all: what is twice as far up is twice as much.
    pairs = [*zip(shown.you, heights["you"], strict=True), *zip(shown.baseline, heights["base"], strict=True)]
    (low, floor), (high, top) = min(pairs), max(pairs)
    assert top < floor
    for value, height in pairs:
        assert height == pytest.approx(floor + (value - low) / (high - low) * (top - floor), abs=0.15)
    assert ">Sie<" in picture if lang == "de" else ">you<" in picture


def test_every_ending_stands_on_its_slide_with_its_price_or_crack(workbook: Workbook) -> None:
    s = workbook.scenario
    told = slide(deck_of(workbook, "de"), "Welches Ende ist Ihres?")
    for scene in s.endings.scenes:
        assert s.passages["de"][f"{s.endings.name}.{scene.name}"].title in told
        assert (scene.price or scene.crack)["de"] in told


@pytest.mark.parametrize(
    ("publisher", "name"),
    [
        (
            "Statistik der Bundesagentur für Arbeit, repackaged by RegioHub/badata (MIT)",
            "Statistik der Bundesagentur für Arbeit",
        ),
        ("verbaende.com quoting BKK Dachverband", "BKK Dachverband"),
        ("Destatis via wallstreet-online", "Destatis"),
        ("Institut der deutschen Wirtschaft (IW)", "Institut der deutschen Wirtschaft"),
        ("FAZ", "FAZ"),
    ],
)
def test_a_publisher_is_named_without_remarks(publisher: str, name: str) -> None:
    assert named(publisher) == name


def test_no_remark_in_english_stands_on_a_german_slide(workbook: Workbook) -> None:
    told = slide(deck_of(workbook, "de"), "Woher die Zahlen kommen")
    assert not re.search(r"\b(?:quoting|repackaged|by|via|abstract|of)\b", told.replace("Journal of", ""))


@pytest.mark.parametrize("world", ["", "utopie"])
def test_the_notes_tell_what_happens_without_a_decision_in_the_world_of_the_seminar(
    workbook: Workbook, world: str
) -> None:
    s = workbook.scenario
    text = deck_of(workbook, "de", "", Seminar(s.id, world=world))
    begin = s.worlds[world] if world else s.baseline
    where = f" in der Welt »{begin.label['de']}«" if world else ""
    usual = {d.name: d.options[begin.choices.get(d.name, d.default)].label["de"] for d in s.decisions.values()}
    notes = [note for note in re.findall(r'<aside class="notes".*?</aside>', text, re.DOTALL) if "niemand ents" in note]
    assert len(notes) == len(s.decisions)
    for note, option in zip(notes, usual.values(), strict=True):
        assert f"Wenn niemand entscheidet, geschieht{where}: »{option}«." in note
    assert bool(world) == (usual != {d.name: d.options[d.default].label["de"] for d in s.decisions.values()})


def test_the_date_of_a_scenario_is_not_told_as_the_day_of_the_seminar(workbook: Workbook) -> None:
    told = slide(deck_of(workbook, "de"), workbook.scenario.title["de"])
    assert f"Stand {format_date(workbook.scenario.stand, 'de')}" in told
    assert workbook.scenario.stand not in told


def test_the_address_makes_a_last_slide(workbook: Workbook) -> None:
    assert labels(deck_of(workbook, "de", ADDRESS))[-1] == "Selbst weiterspielen"
    assert labels(deck_of(workbook, "de", "no address"))[-1] == "Woher die Zahlen kommen"


@pytest.mark.parametrize("lang", ["de", "en"])
def test_a_small_scenario_makes_a_deck_too(klein: Path, lang: str) -> None:
    text = deck_of(Workbook(load(klein)), lang)
    assert f'<html lang="{lang}"' in text
    assert len(labels(text)) >= 6


def test_english_is_english(workbook: Workbook) -> None:
    text = deck_of(workbook, "en", ADDRESS)
    slides = text[text.index('<div class="slides">') : text.index("</main>")]
    for german in ("Woher", "Welches", "Folie", "niemand"):
        assert german not in slides
