"""A new scenario: complete, checked, never over something that is there."""

from __future__ import annotations

from pathlib import Path

import pytest

import workbook as wb
from tests.conftest import ROOT
from workbook.cli import answer
from workbook.folder import check_folder


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_new_scenario_passes_the_check_without_a_word(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert answer(["new", "meine-idee"]) == 0
    assert "workbook check meine-idee" in capsys.readouterr().out
    assert answer(["check", "meine-idee"]) == 0
    assert capsys.readouterr().out == "meine-idee: in Ordnung.\n"
    assert wb.load("meine-idee").scenario.id == "meine-idee"


def test_it_goes_into_the_folder_of_scenarios_when_there_is_one(here: Path) -> None:
    (here / "scenarios").mkdir()
    assert answer(["new", "meine-idee"]) == 0
    assert (here / "scenarios" / "meine-idee" / "scenario.yaml").is_file()
    assert [p.name for p in (here / "scenarios").iterdir()] == ["meine-idee"]


def test_it_may_start_from_another(here: Path) -> None:
    assert answer(["new", "bleiben", "--from", "soziale-arbeit-2030"]) == 0
    mine, theirs = wb.load("bleiben"), wb.load(ROOT / "scenarios" / "soziale-arbeit-2030")
    assert mine.scenario.fingerprint == theirs.scenario.fingerprint
    assert not [p for p in check_folder(here / "bleiben")[1] if p.severity == "error"]


@pytest.mark.parametrize("name", ["Meine", "meine idee", "ä", "-a", "a" * 61, "_core", ""])
def test_ids_that_do_not_work(here: Path, name: str) -> None:
    assert answer(["new", name]) == 2
    assert list(here.iterdir()) == []


def test_nothing_is_written_over(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "meine-idee").mkdir()
    assert answer(["new", "meine-idee"]) == 1
    assert "gibt es schon" in capsys.readouterr().err
    assert list((here / "meine-idee").iterdir()) == []


def test_a_missing_folder_is_a_sentence(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert answer(["new", "nirgends/meine-idee"]) == 1
    assert "Den Ordner gibt es nicht" in capsys.readouterr().err


def test_an_unknown_source_leaves_nothing(here: Path) -> None:
    assert answer(["new", "meine-idee", "--from", "gibt-es-nicht"]) == 2
    assert list(here.iterdir()) == []
