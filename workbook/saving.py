"""Files written whole or not at all: into a file beside, which then takes the place of the old one."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from workbook.errors import WorkbookError

_CODES = {
    errno.ENOSPC: "write-full",
    errno.EDQUOT: "write-full",
    errno.EACCES: "write-forbidden",
    errno.EPERM: "write-forbidden",
    errno.EROFS: "write-forbidden",
    errno.ENOENT: "write-no-folder",
    errno.ENOTDIR: "write-no-folder",
    errno.EISDIR: "write-is-folder",
}


class WriteError(WorkbookError):
    """A file or folder that could not be written; what was there before is whole."""

    def __init__(self, path: str | os.PathLike[str], error: OSError) -> None:
        detail = error.strerror or str(error)
        super().__init__(_CODES.get(error.errno or 0, "write-other"), file=os.fspath(path), detail=detail)


@contextmanager
def written(path: Path) -> Iterator[Path]:
    """Offer a file to write to; on success it becomes ``path``, on failure nothing is left of it.

    Raises
    ------
    WriteError
        With a sentence, when the folder is missing or closed or the disk is full.
    """
    beside: Path | None = None
    try:
        if path.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        # The ending stays: writers choose their format by it.
        handle, name = tempfile.mkstemp(prefix=f".{path.stem}-", suffix=path.suffix, dir=path.parent)
        os.close(handle)
        beside = Path(name)
        yield beside
        _flush(beside)
        beside.chmod(_mode(path))
        beside.replace(path)
    except OSError as error:
        raise WriteError(path, error) from error
    finally:
        if beside is not None:
            beside.unlink(missing_ok=True)


def _flush(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _mode(path: Path) -> int:
    """The rights of the old file, or those that any new file gets here."""
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
