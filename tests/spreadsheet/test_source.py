from __future__ import annotations

import base64
import io
import random
import zipfile
from pathlib import Path

import pytest

from workbook.errors import UsageError
from workbook.spreadsheet import source
from workbook.spreadsheet.source import bytes_of, files_of, packed, text_of, unpacked


def test_files_travel_unchanged() -> None:
    files = {"a.yaml": b"a: 1\r\n", "story/de/b.md": "ü\n".encode(), "LICENSE": random.Random(1).randbytes(60_000)}
    pieces = packed(files)
    assert len(pieces) > 1
    assert all(len(piece) <= source.PIECE for piece in pieces)
    assert unpacked(pieces) == files
    assert packed(files) == pieces


@pytest.mark.parametrize("name", ["../a", "/a", "a/../../b", "C:a", "a\\b", ".git/config"])
def test_a_name_that_leads_out_is_refused(name: str) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(name, "x")
    assert unpacked([base64.b64encode(out.getvalue()).decode()]) is None


def test_more_than_a_folder_can_hold_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    pieces = packed({"a": bytes(2_000)})
    monkeypatch.setattr(source, "MAX_TOTAL", 1_999)
    assert unpacked(pieces) is None


@pytest.mark.parametrize("text", ["", "?", "AAAA", "UEsDBA=="])
def test_what_is_no_archive_is_refused(text: str) -> None:
    assert unpacked([text]) is None


def test_hidden_files_and_links_to_the_outside_stay_at_home(tmp_path: Path) -> None:
    folder = tmp_path / "a"
    (folder / ".git").mkdir(parents=True)
    (folder / ".git/config").write_text("x", encoding="utf-8")
    (folder / "levers.yaml").write_text("a: 1\n", encoding="utf-8")
    (tmp_path / "secret").write_text("x", encoding="utf-8")
    (folder / "linked.yaml").symlink_to(tmp_path / "secret")
    assert files_of(folder) == {"levers.yaml": b"a: 1\n"}


def test_a_folder_that_is_too_large_is_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.yaml").write_bytes(bytes(11))
    monkeypatch.setattr(source, "MAX_TOTAL", 10)
    with pytest.raises(UsageError, match="zu groß"):
        files_of(tmp_path)


@pytest.mark.parametrize("data", [b"a\nb\n", b"a\r\nb\r\n", b"\xef\xbb\xbfa\n", b"a\r\nb\n", b""])
def test_line_ends_and_marks_are_kept(data: bytes) -> None:
    assert bytes_of(text_of(data), data) == data


def test_a_new_line_ends_like_the_others() -> None:
    old = b"a\r\nb\r\n"
    assert bytes_of(text_of(old) + "c\n", old) == b"a\r\nb\r\nc\r\n"
