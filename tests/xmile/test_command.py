"""``workbook import``: a folder or a sentence, never half a folder and never a traceback."""

from __future__ import annotations

from pathlib import Path

import pytest

import workbook as wb
from tests.xmile.files import MODELS, tank
from workbook.cli import answer


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_model_becomes_a_folder_that_passes_the_check(here, capsys) -> None:
    assert answer(["import", str(MODELS / "teacup.xmile"), "-o", "tee", "--lang", "en"]) == 0
    out = capsys.readouterr().out
    assert "One unit of the model's time (Minute) is one year here; 0 in the model is the year 2000." in out
    assert "Levers because the file gives a range for them: Room Temperature. They act from 2002." in out
    assert out.rstrip().endswith("workbook check tee · workbook export tee --to html")
    assert answer(["check", "tee", "--lang", "en"]) == 0
    assert "tee: fine" in capsys.readouterr().out
    assert [p.name for p in here.iterdir()] == ["tee"]


def test_wishes_are_kept(here) -> None:
    line = ["import", str(MODELS / "sir.xmile"), "-o", "welle", "--lever", "duration:2:8:0.5", "--lever", "Infectivity"]
    assert answer([*line, "--indicator", "Infectious People"]) == 0
    s = wb.load(here / "welle").scenario
    assert list(s.levers) == ["duration", "infectivity"]
    assert (s.levers["duration"].low, s.levers["duration"].high, s.levers["duration"].step) == (2, 8, 0.5)
    assert list(s.indicators) == ["infectious_people_shown"]


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (
            ["{models}/refused.xmile", "-o", "x"],
            1,
            "refused.xmile:10:61: This cannot be reproduced exactly here: conveyor.",
        ),
        (["nothing.xmile", "-o", "x"], 1, "“nothing.xmile” cannot be read"),
        (["{models}", "-o", "x"], 1, "cannot be read"),
        (["{models}/sir.xmile", "-o", "X"], 2, "“X” is no id"),
        (["{models}/sir.xmile", "-o", "x", "--id", "a b"], 2, "“a b” is no id"),
        (["{models}/sir.xmile", "-o", "there"], 1, "“there” exists already; nothing was changed."),
        (["{models}/sir.xmile", "-o", "no/x"], 1, "the folder does not exist"),
        (["{models}/sir.xmile", "-o", "x", "--lever", "Contct rate"], 2, "Did you mean “Contact Rate”?"),
        (["{models}/sir.xmile", "-o", "x", "--indicator", "R1"], 2, "There is no variable “R1”"),
        (["{models}/sir.xmile"], 2, "--out"),
        (["model.mdl", "-o", "x"], 1, "save it as XMILE there"),
    ],
)
def test_what_cannot_be_done_is_a_sentence(here, capsys, words, code, sentence) -> None:
    (here / "there").mkdir()
    (here / "model.mdl").write_text("{UTF-8}\nS = INTEG(1, 0)\n", encoding="utf-8")
    assert answer(["import", *(word.format(models=MODELS) for word in words), "--lang", "en"]) == code
    told = capsys.readouterr()
    assert sentence in told.err
    assert "Traceback" not in told.err
    assert sorted(p.name for p in here.iterdir()) == ["model.mdl", "there"]
    assert list((here / "there").iterdir()) == []


def test_a_full_disk_leaves_nothing(here, capsys, monkeypatch) -> None:
    (here / "m.xmile").write_bytes(tank("rate"))
    written = []

    def full(folder, files):
        folder.mkdir()
        written.append(folder)
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("workbook.commands.import_.write_files", full)
    assert answer(["import", "m.xmile", "-o", "x", "--lang", "en"]) == 1
    assert "the disk is full" in capsys.readouterr().err
    assert len(written) == 1
    assert [p.name for p in here.iterdir()] == ["m.xmile"]
