"""What is played in a notebook is there again when it is opened again."""

from __future__ import annotations

from pathlib import Path

import pytest

import workbook as wb
from workbook.run import Workbook
from workbook.widgets import Explorer, explore


@pytest.fixture(scope="module")
def book(klein: Path) -> Workbook:
    return wb.load(klein)


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def fields(explorer: Explorer) -> list:
    return [child for child in explorer.children[4].children[1].children if type(child).__name__ == "Textarea"]


def buttons(explorer: Explorer) -> list:
    return [row.children for row in explorer.keeper._list.children]


def test_state_notes_and_kept_runs_come_back(book: Workbook) -> None:
    first = explore(book, keep=True)
    lever = book.scenario.levers[next(iter(book.scenario.levers))]
    first.set_lever(lever.name, lever.high)
    fields(first)[0].value = "Das überrascht mich."
    first.keeper.name.value = "mutig"
    first.keeper.keep()
    first.go(book.run("utopie").setting)

    again = explore(book, keep=True)
    assert again.run.setting == book.run("utopie").setting
    assert fields(again)[0].value == "Das überrascht mich."
    assert "Es geht weiter, wo Sie waren." in again.keeper._status.value
    assert [open_.description for open_, _ in buttons(again)] == ["mutig"]
    buttons(again)[0][0].click()
    assert again.run.levers[lever.name] == lever.high
    assert wb.kept(book)["mutig"].setting == again.run.setting
    buttons(again)[0][1].click()
    assert wb.kept(book) == {}


def test_the_language_can_change_meanwhile(book: Workbook) -> None:
    explorer = explore(book, keep=True)
    fields(explorer)[1].value = "bleibt"
    explorer._speak("en")
    assert fields(explorer)[1].value == "bleibt"
    assert "Runs and notes" in explorer.keeper._status.value or explorer.keeper._status.value == ""


def test_names_are_never_taken_twice(book: Workbook) -> None:
    explorer = explore(book, keep=True)
    for _ in range(2):
        explorer.keeper.name.value = "eine"
        explorer.keeper.keep()
    assert list(wb.kept(book)) == ["eine", "eine (2)"]


def test_a_damaged_file_is_said_and_kept(book: Workbook, tmp_path: Path) -> None:
    path = tmp_path / "meine-zukuenfte/klein.json"
    path.parent.mkdir()
    path.write_text("{", encoding="utf-8")
    explorer = explore(book, keep=True)
    assert "beiseite-1" in explorer.keeper._status.value
    assert path.with_name("klein.beiseite-1.json").read_text(encoding="utf-8") == "{"


def test_a_closed_folder_stops_nobody(book: Workbook, tmp_path: Path) -> None:
    (tmp_path / "meine-zukuenfte").write_text("a file", encoding="utf-8")
    explorer = explore(book, keep=True)
    explorer.go(book.run("utopie").setting)
    assert explorer.run.setting == book.run("utopie").setting
    assert "nicht geschrieben" in explorer.keeper._status.value


def test_without_keeping_nothing_is_written(book: Workbook, tmp_path: Path) -> None:
    explore(book).go(book.run("utopie").setting)
    assert list(tmp_path.iterdir()) == []
