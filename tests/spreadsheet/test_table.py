"""The command ``workbook table``: exit codes, sentences, and folders that stay whole."""

from __future__ import annotations

import filecmp
from pathlib import Path

import pytest

from tests.spreadsheet.conftest import Tables
from workbook.cli import answer


def text_of(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_there_and_back(klein: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path, out = tmp_path / "klein.xlsx", tmp_path / "klein"
    assert answer(["table", str(klein), "-o", str(path)]) == 0
    assert answer(["table", "--read", str(path), "-o", str(out)]) == 0
    assert text_of(out) == text_of(klein)
    said = capsys.readouterr().out
    assert f"Geschrieben: {path}" in said
    assert "Geänderte Zellen: 0; neue Zeilen: 0; gelöschte Zeilen: 0" in said
    assert sorted(p.name for p in tmp_path.iterdir()) == ["klein", "klein.xlsx"]


def test_the_language_of_the_titles_is_that_of_the_messages(klein: Path, tmp_path: Path) -> None:
    path = tmp_path / "klein.xlsx"
    assert answer(["table", str(klein), "-o", str(path), "--lang", "en"]) == 0
    assert "Levers" in Tables(path, tmp_path).book.sheetnames


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (["table"], "Kennung eines Szenarios"),
        (["table", "klein", "--read", "a.xlsx", "-o", "b"], "Kennung eines Szenarios"),
        (["table", "ki-for-good"], "wohin"),
        (["table", "ki-for-good", "-o", "a.ods"], ".xlsx"),
        (["table", "ki-for-good+haushalt-unter-druck", "-o", "a.xlsx"], "keinen gemeinsamen Ordner"),
        (["table", "ki-for-god", "-o", "a.xlsx"], "ki-for-good"),
    ],
)
def test_wrong_use(line: list[str], code: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert answer(line) == 2
    assert code in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


def test_a_folder_with_problems_is_not_written(klein: Path, root: Path, tmp_path: Path, capsys) -> None:
    broken = root / "tests/broken/077-lever-default/levers.yaml"
    files = text_of(klein) | {"levers.yaml": broken.read_bytes()}
    folder = tmp_path / "klein"
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    assert answer(["table", str(folder), "-o", str(tmp_path / "a.xlsx")]) == 1
    assert "levers.yaml:" in capsys.readouterr().err
    assert not (tmp_path / "a.xlsx").exists()


def test_faults_leave_everything_as_it_was(tables: Tables, capsys: pytest.CaptureFixture[str]) -> None:
    where = tables.set("Konstanten", "join_rate", "Beleg", "studi")
    tables.book.save(tables.path)
    assert answer(["table", "--read", str(tables.path), "-o", str(tables.folder / "klein")]) == 1
    assert f"Blatt Konstanten, Zelle {where}: " in capsys.readouterr().err
    assert [p.name for p in tables.folder.iterdir()] == ["klein.xlsx"]


def test_a_folder_that_is_there_is_left_alone(tables: Tables, capsys: pytest.CaptureFixture[str]) -> None:
    target = tables.folder / "klein"
    target.mkdir()
    (target / "mine.txt").write_text("mine", encoding="utf-8")
    assert answer(["table", "--read", str(tables.path), "-o", str(target)]) == 1
    assert "--replace" in capsys.readouterr().err
    assert text_of(target) == {"mine.txt": b"mine"}


def test_replace_changes_only_the_files_that_differ(klein: Path, tables: Tables, capsys) -> None:
    target = tables.folder / "klein"
    assert answer(["table", "--read", str(tables.path), "-o", str(target)]) == 0
    (target / "mine.txt").write_text("mine", encoding="utf-8")
    before = {name: (target / name).stat().st_mtime_ns for name in text_of(target)}
    tables.set("Hebel", "open_hours", "Vorgabe", 25)
    tables.book.save(tables.path)
    assert answer(["table", "--read", str(tables.path), "-o", str(target), "--replace"]) == 0
    assert "geschriebene Dateien: 1" in capsys.readouterr().out
    after = {name: (target / name).stat().st_mtime_ns for name in text_of(target)}
    assert {name for name in after if after[name] != before[name]} == {"levers.yaml"}
    assert not filecmp.cmp(klein / "levers.yaml", target / "levers.yaml", shallow=False)


def test_replace_removes_what_is_called_otherwise_now(tables: Tables) -> None:
    target = tables.folder / "klein"
    assert answer(["table", "--read", str(tables.path), "-o", str(target)]) == 0
    tables.set("Kapitel", "tuer", "Kennung", "eingang")
    tables.book.save(tables.path)
    assert answer(["table", "--read", str(tables.path), "-o", str(target), "--replace"]) == 0
    assert {p.name for p in (target / "story/de").iterdir()} == {"eingang.md", "tisch.md", "ending.md"}
    assert answer(["check", str(target)]) in (0, 1)


def test_replace_refuses_when_someone_else_was_faster(tables: Tables, capsys: pytest.CaptureFixture[str]) -> None:
    target = tables.folder / "klein"
    assert answer(["table", "--read", str(tables.path), "-o", str(target)]) == 0
    levers = target / "levers.yaml"
    levers.write_text(levers.read_text(encoding="utf-8") + "# theirs\n", encoding="utf-8")
    before = text_of(target)
    tables.set("Hebel", "open_hours", "Vorgabe", 25)
    tables.set("Konstanten", "join_rate", "Wert", 0.3)
    tables.book.save(tables.path)
    assert answer(["table", "--read", str(tables.path), "-o", str(target), "--replace"]) == 1
    assert "levers.yaml" in capsys.readouterr().err
    assert text_of(target) == before


def test_a_folder_that_cannot_be_written_is_a_sentence(tables: Tables, capsys: pytest.CaptureFixture[str]) -> None:
    assert answer(["table", "--read", str(tables.path), "-o", str(tables.folder / "none/klein")]) == 1
    assert "Den Ordner gibt es nicht" in capsys.readouterr().err


def test_a_full_disk_leaves_nothing_behind(tables: Tables, monkeypatch, capsys) -> None:
    import errno

    from workbook.spreadsheet import judge

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(judge, "write_files", full)
    assert answer(["table", "--read", str(tables.path), "-o", str(tables.folder / "klein")]) == 1
    assert "voll" in capsys.readouterr().err
    assert [p.name for p in tables.folder.iterdir()] == ["klein.xlsx"]
