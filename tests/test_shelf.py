"""What a person makes is in a file at once, and no file is ever lost."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import workbook as wb
from workbook.errors import UsageError
from workbook.playfile import Kept, Note, Play
from workbook.run import Workbook
from workbook.saving import WriteError
from workbook.shelf import Shelf, home, kept, recent
from workbook.variant import Objection


@pytest.fixture(scope="module")
def book(klein: Path) -> Workbook:
    return wb.load(klein)


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_one_folder_for_the_notebooks_of_all_languages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert home() == tmp_path / "meine-zukuenfte"
    for lang in ("de", "en"):
        (tmp_path / lang).mkdir()
        monkeypatch.chdir(tmp_path / lang)
        assert home() == tmp_path / "meine-zukuenfte"


def test_nothing_then_something(book: Workbook) -> None:
    shelf = Shelf(book.scenario)
    assert shelf.read() is None
    assert not shelf.path.parent.exists()
    shelf.write(Play(book.run("utopie").setting), "de")
    assert Shelf(book.scenario).read().setting == book.run("utopie").setting


def test_two_notebooks_keep_the_words_of_both(book: Workbook) -> None:
    one, two = Shelf(book.scenario), Shelf(book.scenario)
    setting = book.run().setting
    one.write(Play(setting, notes={"a": Note("eins", changed="1")}), "de")
    two.write(Play(setting, notes={"b": Note("zwei", changed="2")}), "de")
    one.write(Play(setting, notes={"a": Note("eins, neu", changed="3")}), "de")
    assert {name: note.text for name, note in Shelf(book.scenario).read().notes.items()} == {
        "a": "eins, neu",
        "b": "zwei",
    }


def test_a_damaged_file_is_put_aside_unchanged(book: Workbook) -> None:
    shelf = Shelf(book.scenario)
    shelf.path.parent.mkdir()
    for number, damaged in enumerate(("{", '{"format": "other"}'), start=1):
        shelf.path.write_text(damaged, encoding="utf-8")
        with pytest.raises(UsageError, match=f"beiseite-{number}"):
            shelf.read()
        assert shelf.path.with_name(f"klein.beiseite-{number}.json").read_text(encoding="utf-8") == damaged
    assert shelf.read() is None


def test_a_folder_that_cannot_be_written_is_told(book: Workbook, tmp_path: Path) -> None:
    (tmp_path / "meine-zukuenfte").write_text("a file", encoding="utf-8")
    with pytest.raises(WriteError):
        Shelf(book.scenario).write(Play(book.run().setting), "de")


def test_a_notebook_that_is_exported_changes_nothing(book: Workbook, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKBOOK_KEEP", "read")
    Shelf(book.scenario).write(Play(book.run().setting), "de")
    assert not home().exists()


def test_kept_runs_come_from_notebooks_and_pages(book: Workbook) -> None:
    a, b = book.run("utopie").setting, book.run().setting
    shelf = Shelf(book.scenario)
    shelf.write(Play(a, (Kept("meine", b), Kept("meine", a))), "de")
    from_page = Shelf(book.scenario, home())
    from_page.path = home() / "klein-2026-11-27-ABCDE.json"
    from_page.write(Play(b), "de")
    (home() / "foreign.json").write_text("{}", encoding="utf-8")
    found = kept(book)
    assert {name: run.setting for name, run in found.items()} == {
        "meine": b, "meine (2)": a, "klein-2026-11-27-ABCDE": b,
    }  # fmt: skip


def test_the_scenario_played_last() -> None:
    assert recent("ki-for-good") == "ki-for-good"
    for moment, name in enumerate(("gegen-einsamkeit", "haushalt-unter-druck")):
        shelf = Shelf(wb.load(name).scenario)
        shelf.write(Play(wb.load(name).run().setting), "de")
        os.utime(shelf.path, (moment, moment))
    assert recent("ki-for-good") == "haushalt-unter-druck"


def test_a_contested_run_is_kept_with_its_value(book: Workbook) -> None:
    constant = next(c for c in book.scenario.constants.values() if c.uncertain)
    contest = (Objection(constant.name, constant.high, constant.value, "Bei uns ist es mehr."),)
    Shelf(book.scenario).write(Play(book.run().setting, (Kept("anders", book.run().setting, contest),)), "de")
    run = kept(book)["anders"]
    assert run.scenario.constants[constant.name].value == constant.high
    assert run.workbook.contested.objections == contest
