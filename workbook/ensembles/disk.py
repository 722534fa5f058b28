"""Bytes that stay: written, forced to the disk; and what the disk refuses, as a sentence."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from workbook.errors import WorkbookError

_CAUSES = {
    errno.ENOSPC: "full",
    errno.EDQUOT: "full",
    errno.EACCES: "forbidden",
    errno.EPERM: "forbidden",
    errno.EROFS: "forbidden",
    errno.ENOENT: "folder",
    errno.ENOTDIR: "folder",
}


@contextmanager
def told(file: Path) -> Iterator[None]:
    """What the disk refuses, as a sentence."""
    try:
        yield
    except OSError as error:
        cause = _CAUSES.get(error.errno or 0, "other")
        detail = error.strerror or str(error)
        raise WorkbookError(f"ensemble-write-{cause}", file=file, detail=detail) from error


def write(path: Path, content: Any) -> None:
    """A new file with some bytes (any buffer), on the disk when this returns."""
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def sync(path: Path) -> None:
    """Wait until a file is on the disk."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def sync_folder(path: Path) -> None:
    """Wait until a folder's names are on the disk."""
    if os.name == "nt":
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
