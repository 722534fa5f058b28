"""Guides that can be followed word by word: what stands in their marked blocks is done."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

from workbook.cli import answer

STEP = re.compile(r"<!-- (run|append|before)(?: \"(.*?)\")?(?:: (\S+))? -->\n```\w*\n(.*?)```", re.DOTALL)


def steps_of(guide: Path) -> list[tuple[str, str, str, str]]:
    """(what to do, mark, file, text) of each marked block."""
    return STEP.findall(guide.read_text(encoding="utf-8"))


def follow(guide: Path, folder: Path) -> None:
    """Do every step; files are those of ``folder``, commands run where the process is."""
    for kind, mark, name, text in steps_of(guide):
        if kind == "run":
            for line in text.strip().splitlines():
                assert answer(shlex.split(line)[1:]) == 0, line
            continue
        path = folder / name
        before = path.read_text(encoding="utf-8") if path.exists() else ""
        assert kind == "append" or before.count(mark) == 1, (name, mark)
        path.write_text(before + text if kind == "append" else before.replace(mark, text + mark), encoding="utf-8")
