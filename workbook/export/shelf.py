"""A folder of files that belong together, replaced so that at every moment each of its links leads somewhere.

Only a folder that is new or empty, or that was filled here before, is written to; what else lies in it
stays. A memory in the folder holds the hash of each file as it was written: what somebody has changed
since is not overwritten.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path, PurePosixPath

from workbook.errors import WorkbookError

MEMORY = ".workbook-site.json"
_STAGE = ".workbook-site-new"
_CLUTTER = {"desktop.ini", "thumbs.db", "system volume information", "$recycle.bin"}
"""What operating systems put into any folder; so does everything that begins with a dot."""

_Hashes = dict[str, list[str]]
"""path -> the hashes that a file of ours may have; two while an old one is being replaced."""


class FolderError(WorkbookError):
    """A folder that must not be filled; the first of the names in the way are told."""

    def __init__(self, code: str, folder: Path, names: Sequence[str] = ()) -> None:
        shown = ", ".join(names[:5]) + (" …" if len(names) > 5 else "")
        super().__init__(code, folder=str(folder), names=shown)


@contextmanager
def replaced(folder: Path, last: Sequence[str]) -> Iterator[Path]:
    """Offer a folder to fill; on success its files take their places, on failure nothing has changed.

    Parameters
    ----------
    folder
        Where the files are to be.
    last
        Names that are put in place after all others: they lead to them.

    Raises
    ------
    FolderError
        When the folder holds something that was not written here, or something changed since.
    """
    old = _own(folder)
    made = [path for path in (folder, *folder.parents) if not path.exists()]
    stage = folder / _STAGE
    try:
        folder.mkdir(parents=True, exist_ok=True)
        shutil.rmtree(stage, ignore_errors=True)  # of a run that was cut off
        stage.mkdir()
        yield stage
        _move(stage, folder, old, last)
    finally:
        shutil.rmtree(stage, ignore_errors=True)
        for path in made:
            with suppress(OSError):
                path.rmdir()  # only when empty, that is after a failure


def _own(folder: Path) -> _Hashes:
    """What was written here before and is still as it was."""
    if not folder.exists():
        return {}
    if not folder.is_dir():
        raise FolderError("folder-is-file", folder)
    memory = folder / MEMORY
    if not memory.is_file():
        foreign = sorted(p.name for p in folder.iterdir() if not _clutter(p.name))
        if foreign:
            raise FolderError("folder-foreign", folder, foreign)
        return {}
    old = _remembered(memory)
    if old is None:
        raise FolderError("folder-memory", folder, [MEMORY])
    changed = [name for name, hashes in old.items() if (folder / name).exists() and not _ours(folder, name, hashes)]
    if changed:
        raise FolderError("folder-changed", folder, sorted(changed))
    return old


def _clutter(name: str) -> bool:
    return name.startswith(".") or name.lower() in _CLUTTER


def _remembered(memory: Path) -> _Hashes | None:
    """The hashes of a memory; None when it was damaged, or names a path outside of its folder."""
    try:
        found = json.loads(memory.read_text(encoding="utf-8"))["files"]
        hashes = {str(name): [str(each) for each in known] for name, known in found.items()}
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None
    return hashes if all(_inside(name) for name in hashes) else None


def _inside(name: str) -> bool:
    path = PurePosixPath(name)
    return bool(name) and not path.is_absolute() and ".." not in path.parts and not set(name) & set("\\:\0")


def _ours(folder: Path, name: str, hashes: Sequence[str]) -> bool:
    """Whether a file is one that was written here, and not behind a link that leads elsewhere."""
    path = folder / name
    steps = [path, *path.parents[: len(PurePosixPath(name).parts) - 1]]
    return path.is_file() and not any(step.is_symlink() for step in steps) and _hash(path) in hashes


def _move(stage: Path, folder: Path, old: Mapping[str, list[str]], last: Sequence[str]) -> None:
    new = {path.relative_to(stage).as_posix(): _hash(path) for path in stage.rglob("*") if path.is_file()}
    in_way = [name for name in new if name not in old and _taken(folder, name)]
    if in_way:
        raise FolderError("folder-in-way", folder, sorted(in_way))
    # Before the first move, so that after a cut everything here is still known as ours.
    both = {name: [*old.get(name, ()), *([new[name]] if name in new else ())] for name in {*old, *new}}
    _remember(folder, both)
    for name in sorted(new, key=lambda name: (name in last, name)):
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        (stage / name).replace(target)
    for name in old.keys() - new.keys():
        _remove(folder, name)
    _remember(folder, {name: [known] for name, known in new.items()})


def _taken(folder: Path, name: str) -> bool:
    """Whether something stands at a place, or one of the folders to it is a file or leads elsewhere."""
    path = folder / name
    between = path.parents[: len(PurePosixPath(name).parts) - 1]
    blocked = any(step.is_symlink() or (step.exists() and not step.is_dir()) for step in between)
    return blocked or path.is_symlink() or path.exists()


def _remove(folder: Path, name: str) -> None:
    path = folder / name
    path.unlink(missing_ok=True)
    for parent in path.parents[: len(PurePosixPath(name).parts) - 1]:
        with suppress(OSError):
            parent.rmdir()


def _remember(folder: Path, files: Mapping[str, Sequence[str]]) -> None:
    beside = folder / _STAGE / MEMORY
    text = json.dumps({"files": dict(sorted(files.items()))}, indent=0)
    beside.write_text(text, encoding="utf-8")
    beside.replace(folder / MEMORY)


def _hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
