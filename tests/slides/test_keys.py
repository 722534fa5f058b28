"""Whom a key belongs to, run by Node.js."""

from __future__ import annotations

import pytest

from tests.node import run_script
from workbook.assets import asset

SLIDE: list[str] = []
SLIDER = ["holds"]
IN_EXPLORER = ["explorer", "presses"]
SELECT = ["holds", "types"]


@pytest.mark.parametrize(
    ("key", "inside", "belongs"),
    [
        ("ArrowRight", SLIDE, "deck"),
        ("Escape", SLIDE, "deck"),
        ("ArrowRight", SLIDER, "own"),
        ("Home", SLIDER, "own"),
        ("Escape", SLIDER, "leave"),
        ("Escape", IN_EXPLORER, "leave"),
        ("ArrowDown", IN_EXPLORER, "own"),
        ("PageDown", SLIDER, "deck"),
        ("PageUp", IN_EXPLORER, "deck"),
        ("PageDown", SELECT, "own"),
        (" ", ["presses"], "own"),
        ("Enter", ["presses"], "own"),
        ("ArrowRight", ["presses"], "deck"),
        ("Escape", ["dialog", "presses"], "own"),
        ("PageDown", ["dialog"], "own"),
    ],
)
def test_keys(key: str, inside: list[str], belongs: str) -> None:
    found = run_script(
        f"{asset('slides.keys.js')}\noutput(keyBelongs(data[0], Object.fromEntries(data[1].map((k) => [k, true]))))",
        [key, inside],
    )
    assert found == belongs
