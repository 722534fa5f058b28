"""All files of a folder, carried along inside the Excel file so that nothing of them is lost.

They travel as a zip archive in base64, cut into pieces that a cell can hold: text that a spreadsheet
program has no reason to touch.
"""

from __future__ import annotations

import base64
import binascii
import io
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath

from workbook.errors import UsageError
from workbook.folder.reading import MAX_BYTES

PIECE = 30_000
"""Characters of one cell; Excel takes 32,767."""

MAX_FILES = 1_000
MAX_TOTAL = 20 * MAX_BYTES
"""Bytes of all files together."""


def files_of(folder: Path) -> dict[str, bytes]:
    """Every file of a folder by its relative name; hidden ones and links to the outside are left out.

    Raises
    ------
    UsageError
        When there is more than an Excel file should carry.
    """
    root = folder.resolve()
    found: dict[str, bytes] = {}
    total = 0
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder)
        if any(part.startswith(".") for part in name.parts) or not path.is_file():
            continue
        if not path.resolve().is_relative_to(root):
            continue
        total += path.stat().st_size
        if total > MAX_TOTAL or len(found) >= MAX_FILES:
            raise UsageError("table-folder-large", folder=folder.name, limit=MAX_TOTAL, files=MAX_FILES)
        found[name.as_posix()] = path.read_bytes()
    return found


def packed(files: Mapping[str, bytes]) -> list[str]:
    """The files as pieces of text."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as out:
        for name, data in sorted(files.items()):
            # Without a time of day: the same folder always gives the same text.
            out.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    text = base64.b64encode(archive.getvalue()).decode("ascii")
    return [text[k : k + PIECE] for k in range(0, len(text), PIECE)]


def unpacked(pieces: Iterable[str]) -> dict[str, bytes] | None:
    """The files again; None when the text was changed, or leads out of the folder, or is too large."""
    try:
        data = base64.b64decode("".join(pieces), validate=True)
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            listed = archive.infolist()
            sizes = sum(info.file_size for info in listed)
            if len(listed) > MAX_FILES or sizes > MAX_TOTAL or not all(_is_inside(i.filename) for i in listed):
                return None
            return {info.filename: archive.read(info) for info in listed}
    except (binascii.Error, ValueError, zipfile.BadZipFile, EOFError, OSError, NotImplementedError, RuntimeError):
        return None


def _is_inside(name: str) -> bool:
    path = PurePosixPath(name)
    return (
        bool(path.parts)
        and not path.is_absolute()
        and "\\" not in name
        and ":" not in name
        and not any(part.startswith(".") for part in path.parts)
    )


def text_of(data: bytes) -> str:
    """A file as text with plain line ends, without the mark that some editors put first."""
    text = data.decode("utf-8").removeprefix("\ufeff")
    return text.replace("\r\n", "\n") if _has_long_ends(text) else text


def bytes_of(text: str, old: bytes | None) -> bytes:
    """A text as the file was written before: its mark and its line ends."""
    if old is None:
        return text.encode("utf-8")
    before = old.decode("utf-8")
    if _has_long_ends(before):
        text = text.replace("\n", "\r\n")
    return (("\ufeff" if before.startswith("\ufeff") else "") + text).encode("utf-8")


def _has_long_ends(text: str) -> bool:
    return "\r\n" in text and text.count("\r\n") == text.count("\n")
