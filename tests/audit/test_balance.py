"""Several voices speak, nobody has to meet what is hard, and no world is flawless or hopeless."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.audit.conftest import change, found
from tests.audit.test_coverage import changed
from workbook.audit.balance import place, profiles, voices, ways_round, worlds
from workbook.audit.evidence import gather


def test_nothing_to_say_of_a_sound_scenario(evidence):
    assert voices(evidence.scenario) == worlds(evidence) == ways_round(evidence) == []


def test_a_voice_that_never_speaks_stands_where_it_was_declared(house):
    (problem,) = voices(replace(house, voices={**house.voices, "child": house.title}))
    assert (problem.code, problem.severity) == ("voice-silent", "error")


def test_a_chapter_of_one_voice(house):
    (problem,) = voices(changed(house, "tisch", "voll", voice="host"))
    assert (problem.code, problem.severity, problem.values["chapter"]) == ("chapter-voices", "warning", "tisch")


def test_a_chapter_whose_told_scenes_all_carry_a_note(house):
    noted = house
    for scene in ("voll", "leer", "halb"):
        noted = changed(noted, "tisch", scene, care=("loneliness",))
    (problem,) = ways_round(gather(noted, 40))
    assert (problem.code, problem.place) == ("care-everywhere", house.chapters[1].place)
    assert ways_round(gather(changed(noted, "tisch", "halb", care=()), 40)) == []


def test_a_value_is_placed_between_dystopia_and_utopia(house):
    reach = house.indicators["reach"]
    assert [place(reach, value) for value in (0, 5, 22.5, 40, 90)] == [0.0, 0.0, 0.5, 1.0, 1.0]
    turned = replace(reach, better="lower", utopia=5, dystopia=40)
    assert [place(turned, value) for value in (0, 5, 22.5, 40, 90)] == [1.0, 1.0, 0.5, 0.0, 0.0]


def test_utopia_lies_above_the_baseline(evidence):
    means = profiles(evidence)
    assert 0 < means["weiter-so"] < means["utopie"] < 1


def test_a_utopia_without_a_loser(sound):
    change(sound / "indicators.yaml", "memory * (1 - welcome / 200)", "memory * (1 + welcome / 200)")
    (problem,) = found(sound)
    assert (problem.code, problem.severity, problem.place.file) == ("world-flawless", "warning", "worlds.yaml")


@pytest.mark.parametrize(("hours", "codes"), [(0, ["world-hopeless"]), (25, ["worlds-alike"])])
def test_a_dystopia_without_a_crack_or_in_the_wrong_order(sound, hours, codes):
    with (sound / "worlds.yaml").open("a", encoding="utf-8") as file:
        file.write("dystopie:\n  label: {de: D, en: D}\n  summary: {de: Leer., en: Empty.}\n")
        file.write(f"  levers: {{open_hours: {hours}, welcome: {50 if hours else 100}}}\n")
    assert [p.code for p in found(sound)] == codes
