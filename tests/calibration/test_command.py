"""The command: what it prints, writes and refuses."""

from __future__ import annotations

import shutil

import pytest

from workbook.cli import answer


@pytest.fixture
def folder(klein, tmp_path):
    return shutil.copytree(klein, tmp_path / "klein")


def test_without_write_nothing_changes(folder, tmp_path, capsys):
    before = {p: p.read_bytes() for p in folder.rglob("*") if p.is_file()}
    report = tmp_path / "bericht.html"
    assert answer(["calibrate", str(folder), "--constants", "join_rate", "-o", str(report)]) == 0
    assert {p: p.read_bytes() for p in folder.rglob("*") if p.is_file()} == before
    assert "<svg" in report.read_text(encoding="utf-8")
    assert "join_rate" in capsys.readouterr().out


def test_write_changes_one_number(folder):
    model = folder / "model.yaml"
    before = model.read_text(encoding="utf-8").splitlines()
    assert answer(["calibrate", str(folder), "--constants=join_rate", "--write", "--lang", "en"]) == 0
    after = model.read_text(encoding="utf-8").splitlines()
    changed = [(a, b) for a, b in zip(before, after, strict=True) if a != b]
    assert len(changed) == 1
    assert changed[0][0] == "    value: 0.4"
    assert 0.2 <= float(changed[0][1].split(":")[1]) <= 0.6
    assert answer(["check", str(folder)]) in (0, 1)


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (["--constants", "nothing"], 2, "unsichere Konstante »nothing«"),
        (["--constants", ","], 2, "--constants braucht Namen"),
        (["--holdout", "-1"], 2, "0 oder größer"),
        (["-o", "no/such/folder.html"], 1, "Den Ordner gibt es nicht"),
    ],
)
def test_refusals(folder, capsys, words, code, sentence):
    assert answer(["calibrate", str(folder), *words]) == code
    assert sentence in capsys.readouterr().err


def test_without_history_there_is_nothing_to_fit(folder, capsys):
    path = folder / "indicators.yaml"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(line for line in lines if "history:" not in line), encoding="utf-8")
    assert answer(["calibrate", str(folder)]) == 2
    assert "nichts zum Anpassen" in capsys.readouterr().err


def test_scenarios_told_together_are_not_written(capsys):
    words = ["calibrate", "ki-for-good+haushalt-unter-druck", "--write"]
    assert answer(words) == 2
    assert "ohne --write" in capsys.readouterr().err


def test_a_constant_of_a_shared_module_is_written_where_it_stands(root, tmp_path, capsys):
    for name in ("_core", "soziale-arbeit-2030"):
        shutil.copytree(root / "scenarios" / name, tmp_path / name)
    core, own = (tmp_path / name / "model.yaml" for name in ("_core", "soziale-arbeit-2030"))
    before, kept = core.read_text(encoding="utf-8").splitlines(), own.read_bytes()
    assert answer(["calibrate", str(own.parent), "--constants", "base_leaving", "--write"]) == 0
    after = core.read_text(encoding="utf-8").splitlines()
    assert sum(a != b for a, b in zip(before, after, strict=True)) == 1
    assert own.read_bytes() == kept
    assert "gemeinsamer Teil wurde geändert" in capsys.readouterr().out
