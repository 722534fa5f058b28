"""A file is written whole or not at all."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from workbook.saving import WriteError, written


@pytest.mark.parametrize(
    ("number", "told"),
    [
        (errno.ENOSPC, "Der Datenträger ist voll."),
        (errno.EROFS, "In diesem Ordner darf hier nicht geschrieben werden."),
        (errno.EACCES, "In diesem Ordner darf hier nicht geschrieben werden."),
        (errno.EIO, os.strerror(errno.EIO)),
    ],
)
def test_a_failed_write_keeps_the_old_file(tmp_path: Path, number: int, told: str) -> None:
    path = tmp_path / "run.csv"
    path.write_text("old", encoding="utf-8")
    with pytest.raises(WriteError) as caught, written(path) as beside:
        beside.write_text("half", encoding="utf-8")
        raise OSError(number, os.strerror(number))
    assert told in caught.value.text("de")
    assert path.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_broken_writer_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="broken"), written(tmp_path / "run.csv"):
        raise ValueError("broken")
    assert list(tmp_path.iterdir()) == []


def test_a_written_file_has_the_rights_of_any_new_file(tmp_path: Path) -> None:
    plain = tmp_path / "plain"
    plain.touch()
    with written(tmp_path / "run.csv") as beside:
        beside.write_text("x", encoding="utf-8")
    assert (tmp_path / "run.csv").stat().st_mode == plain.stat().st_mode
