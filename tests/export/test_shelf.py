"""A folder of files: written only where nobody loses anything, and never half."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from workbook.export import shelf
from workbook.export.shelf import MEMORY, FolderError, replaced


def fill(folder: Path, **files: str) -> None:
    """Write files; ``index`` leads to all others. A double underscore is a folder."""
    with replaced(folder, last=("index",)) as stage:
        for name, text in files.items():
            path = stage / name.replace("__", "/")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")


def held(folder: Path) -> dict[str, str]:
    files = (path for path in folder.rglob("*") if path.is_file() and path.name != MEMORY)
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in files}


def test_a_new_folder_with_the_folders_above_it(tmp_path: Path) -> None:
    fill(tmp_path / "a" / "b", index="1", sub__page="2")
    assert held(tmp_path) == {"a/b/index": "1", "a/b/sub/page": "2"}
    assert sorted(p.name for p in (tmp_path / "a/b").iterdir()) == [MEMORY, "index", "sub"]


def test_an_empty_folder_and_what_systems_leave_in_one(tmp_path: Path) -> None:
    for name in (".DS_Store", "Thumbs.db", "desktop.ini"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    fill(tmp_path, index="1")
    assert held(tmp_path) == {"index": "1", ".DS_Store": "x", "Thumbs.db": "x", "desktop.ini": "x"}


def test_a_folder_of_somebody_else_stays_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "Diplomarbeit.odt").write_text("x", encoding="utf-8")
    with pytest.raises(FolderError) as caught:
        fill(tmp_path, index="1")
    assert "Diplomarbeit.odt" in caught.value.text("de")
    assert "name a new or empty folder" in caught.value.text("en")
    assert held(tmp_path) == {"Diplomarbeit.odt": "x"}
    assert not (tmp_path / MEMORY).exists()


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("x", encoding="utf-8")
    with pytest.raises(FolderError, match="ist eine Datei, kein Ordner"):
        fill(tmp_path / "a", index="1")


def test_written_again_it_is_the_new_one_and_no_more(tmp_path: Path) -> None:
    fill(tmp_path / "a", index="1", old__one="2", kept="3")
    fill(tmp_path / "a", index="4", kept="3", new__one="5")
    assert held(tmp_path / "a") == {"index": "4", "kept": "3", "new/one": "5"}
    assert not (tmp_path / "a/old").exists()
    assert set(json.loads((tmp_path / "a" / MEMORY).read_text(encoding="utf-8"))["files"]) == {
        "index", "kept", "new/one",
    }  # fmt: skip


def test_what_somebody_added_stays(tmp_path: Path) -> None:
    fill(tmp_path, index="1", sub__page="2")
    (tmp_path / "CNAME").write_text("seminar.example", encoding="utf-8")
    (tmp_path / "sub/notes").write_text("mine", encoding="utf-8")
    fill(tmp_path, index="3")
    assert held(tmp_path) == {"index": "3", "CNAME": "seminar.example", "sub/notes": "mine"}


def test_what_somebody_changed_is_not_overwritten(tmp_path: Path) -> None:
    fill(tmp_path, index="1", page="2")
    (tmp_path / "page").write_text("by hand", encoding="utf-8")
    with pytest.raises(FolderError, match="hat jemand geändert: page"):
        fill(tmp_path, index="3", page="4")
    assert held(tmp_path) == {"index": "1", "page": "by hand"}


def test_what_somebody_deleted_comes_again(tmp_path: Path) -> None:
    fill(tmp_path, index="1", page="2")
    (tmp_path / "page").unlink()
    fill(tmp_path, index="1", page="2")
    assert held(tmp_path) == {"index": "1", "page": "2"}


@pytest.mark.parametrize("foreign", ["page", "sub", "sub/page"])
def test_a_place_that_is_taken(tmp_path: Path, foreign: str) -> None:
    fill(tmp_path, index="1")
    (tmp_path / foreign).parent.mkdir(exist_ok=True)
    (tmp_path / foreign).write_text("mine", encoding="utf-8")
    with pytest.raises(FolderError, match="an einem Platz, der gebraucht wird"):
        fill(tmp_path, index="2", page="3", sub__page="4")
    assert held(tmp_path) == {"index": "1", foreign: "mine"}


def test_a_failure_leaves_the_old_or_nothing(tmp_path: Path) -> None:
    for folder in (tmp_path / "x" / "new", tmp_path / "old"):
        if folder.name == "old":
            fill(folder, index="1")
        with pytest.raises(ValueError, match="no"), replaced(folder, last=()) as stage:
            (stage / "index").write_text("2", encoding="utf-8")
            raise ValueError("no")
    assert held(tmp_path) == {"old/index": "1"}
    assert [p.name for p in tmp_path.iterdir()] == ["old"]
    assert sorted(p.name for p in (tmp_path / "old").iterdir()) == [MEMORY, "index"]


def test_at_every_moment_the_index_leads_somewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(tmp_path, index="one two", one="1", two="2")
    seen: list[tuple[str, set[str]]] = []

    def watch(folder: Path) -> None:
        names = {p.name for p in folder.iterdir() if not p.name.startswith(".")}
        seen.append(((folder / "index").read_text(encoding="utf-8"), names))

    replace, unlink = Path.replace, Path.unlink
    monkeypatch.setattr(Path, "replace", lambda path, to: (watch(tmp_path), replace(path, to), watch(tmp_path))[1])
    monkeypatch.setattr(Path, "unlink", lambda path, **kw: (watch(tmp_path), unlink(path, **kw), watch(tmp_path))[1])
    fill(tmp_path, index="two three", two="22", three="3")
    assert {text for text, _ in seen} == {"one two", "two three"}
    for text, names in seen:
        assert set(text.split()) <= names


def test_after_a_cut_the_next_run_mends(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(tmp_path, index="1", a="1", b="1", gone="1")
    replace, moves = Path.replace, []

    def cut(path: Path, to: Path) -> Path:
        moves.append(to)
        if len(moves) == 3:
            raise KeyboardInterrupt
        return replace(path, to)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", cut)
        with pytest.raises(KeyboardInterrupt):
            fill(tmp_path, index="2", a="2", b="2")
    assert held(tmp_path) == {"index": "1", "a": "2", "b": "1", "gone": "1"}
    (tmp_path / ".workbook-site-new").mkdir()
    (tmp_path / ".workbook-site-new/rest").write_text("x", encoding="utf-8")
    fill(tmp_path, index="3", a="3", b="3")
    assert held(tmp_path) == {"index": "3", "a": "3", "b": "3"}


@pytest.mark.parametrize(
    "memory",
    [
        "", "[]", "{", '{"files": 3}', '{"files": {"../x": ["0"]}}', '{"files": {"/x": ["0"]}}', '{"files": {"a": 1}}',
        '{"files": {"..\\\\x": ["0"]}}', '{"files": {"C:x": ["0"]}}', "[" * 100_000, '{"files": {"": []}}',
    ],
)  # fmt: skip
def test_a_damaged_memory_is_told(tmp_path: Path, memory: str) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "x").write_text("outside", encoding="utf-8")
    (tmp_path / "site" / MEMORY).write_text(memory, encoding="utf-8")
    with pytest.raises(FolderError, match="beschädigt"):
        fill(tmp_path / "site", index="1")
    assert (tmp_path / "x").read_text(encoding="utf-8") == "outside"


@pytest.mark.skipif(os.name == "nt", reason="links need a right of their own there")
def test_a_link_does_not_lead_out_of_the_folder(tmp_path: Path) -> None:
    site, outside = tmp_path / "site", tmp_path / "outside"
    fill(site, index="1", sub__page="2")
    outside.mkdir()
    (outside / "page").write_text("2", encoding="utf-8")
    (site / "sub/page").unlink()
    (site / "sub").rmdir()
    (site / "sub").symlink_to(outside)
    with pytest.raises(FolderError, match="hat jemand geändert: sub/page"):
        fill(site, index="3")
    (site / MEMORY).write_text(json.dumps({"files": {"index": [shelf._hash(site / "index")]}}), encoding="utf-8")
    with pytest.raises(FolderError, match="an einem Platz, der gebraucht wird: sub/page"):
        fill(site, index="3", sub__page="4")
    assert held(outside) == {"page": "2"}


def test_many_names_are_cut_short(tmp_path: Path) -> None:
    for k in range(9):
        (tmp_path / f"f{k}").touch()
    with pytest.raises(FolderError, match=r"\(f0, f1, f2, f3, f4 …\)"):
        fill(tmp_path, index="1")


def test_here_is_a_folder_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    fill(Path(), index="1")
    fill(Path(), index="2")
    assert held(tmp_path) == {"index": "2"}
