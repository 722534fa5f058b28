"""A scene that a participant writes is told at once, kept as it is typed, and never breaks the scenario."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import workbook as wb
from workbook.own import NAME
from workbook.widgets import Studio, studio
from workbook.widgets.controls import Names, Press, within


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def mine() -> Studio:
    found = studio("gegen-einsamkeit")
    found.title.value, found.text.value = "Mein Donnerstag", "Die Suppe ist heiß. {loneliness:.0f} von hundert."
    found.mood.value, found.price.value = "utopia", "Ruth kocht jede Woche."
    return found


@pytest.mark.parametrize("side", [">=", "<="])
@pytest.mark.parametrize("name", ["loneliness", "encounters_week"])
def test_the_suggested_value_is_one_with_which_the_scene_is_told(mine: Studio, name: str, side: str) -> None:
    mine.least.value, mine.which.value = side, name
    mine._add()
    mine.tell()
    assert mine.run.told[0].scene.name == NAME
    mine.bound.value = 77.0
    mine.least.value = ">=" if side == "<=" else "<="
    assert mine.bound.value == 77.0, "what a person has typed stays"


def test_what_fits_is_told_at_once(mine: Studio) -> None:
    mine.which.value = "loneliness"
    mine._add()
    mine.tell()
    assert mine.fault.value == ""
    assert "Ihre Szene wird erzählt:" in mine.told.value
    assert "Mein Donnerstag" in mine.told.value
    assert mine.run.told[0].scene.name == NAME
    mine.untell()
    assert "Mein Donnerstag" not in mine.told.value
    assert mine.text.value.startswith("Die Suppe")


def test_words_that_a_press_has_overtaken_are_told_as_well(mine: Studio, monkeypatch: pytest.MonkeyPatch) -> None:
    tell = next(each for each in within(mine.children) if getattr(each, "button_style", "") == "primary")
    mine.when.value, mine.title.value = "loneliness > 0", ""
    tell.click()
    assert "Es fehlt noch etwas" in mine.fault.value
    mine.title.value = "Noch unterwegs"
    assert mine.fault.value == ""
    assert "Noch unterwegs" in mine.told.value
    mine.chapter.value = "ending"
    mine.title.value = "Ein anderes Kapitel"
    assert mine.fault.value == "", "nobody has pressed anything here"
    monkeypatch.setattr(Press, "GRACE", 0.0)
    mine.chapter.value = mine.original.chapters[0].name
    tell.click()
    mine.title.value = "Erst später getippt"
    assert "Erst später getippt" not in mine.told.value


def test_where_the_browser_answers_no_clock_counts(mine: Studio, monkeypatch: pytest.MonkeyPatch) -> None:
    tell = next(each for each in within(mine.children) if getattr(each, "button_style", "") == "primary")
    names = next(each for each in within(mine.children) if isinstance(each, Names))
    monkeypatch.setattr(Press, "GRACE", 0.0)
    mine.when.value, names.answered = "loneliness > 0", names.asked
    tell.click()
    mine.title.value = "Lange unterwegs"
    assert "Lange unterwegs" in mine.told.value
    names.answered = names.asked
    mine.title.value = "Danach getippt"
    assert "Danach getippt" not in mine.told.value


def test_a_condition_that_does_not_hold_shows_the_numbers(mine: Studio) -> None:
    mine.when.value = "loneliness < 0"
    mine.tell()
    assert "trifft die Bedingung nicht zu" in mine.told.value
    assert str(mine._chapter.year) in mine.told.value


def test_what_is_wrong_is_said_and_nothing_changes(mine: Studio) -> None:
    mine.when.value = "lonelines > 3"
    mine.tell()
    assert "Meinten Sie »loneliness«" in mine.fault.value
    assert "story.yaml" not in mine.fault.value
    mine.when.value = ""
    mine.tell()
    assert "Es fehlt noch etwas" in mine.fault.value
    mine.when.value = "loneliness > 0"
    mine.text.value = "<b onclick=x>"
    mine.tell()
    assert "&lt;b" in mine.fault.value
    assert "<b onclick" not in mine.fault.value


def test_what_is_typed_is_in_the_file_and_comes_back(mine: Studio, tmp_path: Path) -> None:
    draft = tmp_path / "meine-zukuenfte/gegen-einsamkeit-eigen.entwurf.json"
    assert json.loads(draft.read_text(encoding="utf-8"))["drafts"][mine.chapter.value]["title"] == "Mein Donnerstag"
    mine.chapter.value = "ending"
    assert mine.title.value == ""
    again = studio("gegen-einsamkeit")
    assert (again.title.value, again.price.value) == ("Mein Donnerstag", "Ruth kocht jede Woche.")


def test_a_spoiled_draft_stops_nobody(tmp_path: Path) -> None:
    (tmp_path / "meine-zukuenfte").mkdir()
    draft = tmp_path / "meine-zukuenfte/gegen-einsamkeit-eigen.entwurf.json"
    for spoiled in ("{", "[]", '{"drafts": {"x": 3}}', '{"drafts": {"ending": {"mood": 5, "care": 3, "title": null}}}'):
        draft.write_text(spoiled, encoding="utf-8")
        found = studio("gegen-einsamkeit", "en")
        found.chapter.value = "ending"
        assert found.title.value == ""


def test_a_copy_somebody_broke_is_said(tmp_path: Path) -> None:
    studio("gegen-einsamkeit")
    (tmp_path / "meine-zukuenfte/gegen-einsamkeit-eigen/levers.yaml").write_text("x", encoding="utf-8")
    found = studio("gegen-einsamkeit")
    assert found.fault.value != ""
    assert found.book.scenario is wb.load("gegen-einsamkeit").scenario or found.book.scenario.id == "gegen-einsamkeit"
