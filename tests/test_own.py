"""An own scene is told as soon as it is written, and never spoils the copy it is written into."""

from __future__ import annotations

import difflib
from dataclasses import replace
from pathlib import Path

import pytest

import workbook as wb
from workbook.errors import ScenarioError
from workbook.own import NAME, OwnScene, begin, own_folder, put, take_back
from workbook.run import Workbook

IDS = wb.available()
SCENE = OwnScene(
    "", "Mein Dienstag: früh", "Wir fangen um sieben an.\n\nUnd *bleiben*.", "time > 0", "utopia", "worker",
    price="Der Bus fährt nur: einmal.",
)  # fmt: skip


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def texts(folder: Path) -> dict[str, str]:
    return {str(p.relative_to(folder)): p.read_text(encoding="utf-8") for p in folder.rglob("*") if p.is_file()}


@pytest.mark.parametrize("name", IDS)
def test_a_first_scene_and_an_ending_in_every_scenario(name: str) -> None:
    """Nothing else changes: taken back, the copy is what it was."""
    book = wb.load(name)
    s = book.scenario
    folder = begin(s)
    before = texts(folder)
    voice = next(iter(s.voices))
    ends = (s.chapters[0], s.chapters[-1])
    for chapter in ends:
        own = put(s, replace(SCENE, chapter=chapter.name, voice=voice), "de")
    told = Workbook(own).run().told
    assert [told[0].scene.name, told[-1].scene.name] == [NAME, NAME]
    passage = Workbook(own).run().story("en", moves=False).passages[0]
    assert passage.text.startswith("*So far this scene exists in German only.*")
    gone = {line for old, new in zip(before.values(), texts(folder).values(), strict=True)
            for line in difflib.ndiff(old.splitlines(), new.splitlines()) if line.startswith("- ")}  # fmt: skip
    assert gone == set()
    for chapter in ends:
        take_back(s, chapter.name)
    assert texts(folder) == before


def test_written_again_it_is_replaced() -> None:
    s = wb.load(IDS[0]).scenario
    scene = replace(SCENE, chapter=s.chapters[0].name)
    put(s, scene, "de")
    once = texts(own_folder(s))
    put(s, replace(scene, text="Anders.", when="time > 1"), "de")
    own = put(s, scene, "de")
    assert texts(own_folder(s)) == once
    assert [x.name for x in own.chapters[0].scenes].count(NAME) == 1


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"when": "nothing > 3"}, "name-unknown"),
        ({"when": "time >"}, "expr-unexpected"),
        ({"voice": "ghost"}, "voice-unknown"),
        ({"mood": "happy"}, "shape-choice"),
        ({"text": "<script>alert(1)</script>"}, "text-html"),
        ({"text": "Es sind {unknown:.0f}."}, "name-unknown"),
        ({"text": ""}, "text-scene-empty"),
        ({"care": ("nonsense",)}, "shape-choice"),
    ],
)
def test_what_is_wrong_is_told_and_the_copy_stays(change: dict, code: str) -> None:
    s = wb.load(IDS[0]).scenario
    scene = replace(SCENE, chapter=s.chapters[0].name)
    put(s, scene, "de")
    before = texts(own_folder(s))
    with pytest.raises(ScenarioError) as caught:
        put(s, replace(scene, **change), "de")
    assert code in {problem.code for problem in caught.value.problems}
    assert texts(own_folder(s)) == before


def test_quotes_and_line_breaks_are_only_words() -> None:
    s = wb.load(IDS[0]).scenario
    own = put(s, replace(SCENE, chapter=s.chapters[0].name, price='Ein "Zitat": \\ und\nmehr # nicht'), "de")
    assert own.chapters[0].scenes[0].price["de"] == 'Ein "Zitat": \\ und mehr # nicht'
