"""A folder copied under another id: whole or not at all."""

from __future__ import annotations

import re
import shutil
import tempfile
from pathlib import Path


def copy_folder(origin: Path, target: Path) -> None:
    """Copy a scenario; the name of ``target`` becomes its id.

    Raises
    ------
    OSError
        When it cannot be written; then nothing is there.
    """
    with tempfile.TemporaryDirectory(prefix=f".{target.name}-", dir=target.parent) as beside:
        made = Path(beside) / target.name
        shutil.copytree(origin, made, ignore=shutil.ignore_patterns(".*"))
        frame = made / "scenario.yaml"
        text = frame.read_text(encoding="utf-8")
        frame.write_text(re.sub(r"(?m)^id:.*$", f"id: {target.name}", text, count=1), encoding="utf-8")
        for path in made.rglob("*"):
            path.chmod(0o755 if path.is_dir() else 0o644)
        made.rename(target)
