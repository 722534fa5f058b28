from __future__ import annotations

from pathlib import Path

import pytest

from workbook.folder import load

SAME = [
    ("levers.yaml", "label: {de: Willkommen, en: Welcome}", "label: {de: Gruß, en: Greeting}"),
    ("model.yaml", "equals: leave_rate * guests", "equals: (leave_rate)  *  guests"),
    ("model.yaml", "  memory:  ", "  memory:    # Notiz\n            "),
    ("story/de/tisch.md", "Drei Tassen stehen noch da.", "Nur drei Tassen."),
    ("sources.yaml", "title: Bericht über das Haus", "title: Bericht"),
    ("decisions.yaml", "text: {de: Das Haus zahlt., en: The house pays.}", "text: {de: Es zahlt., en: It pays.}"),
]
OTHER = [
    ("levers.yaml", "default: 20", "default: 25"),
    ("levers.yaml", "range: [0, 100]", "range: [0, 110]"),
    ("model.yaml", "value: 0.5", "value: 0.6"),
    ("model.yaml", "range: [0.2, 0.6]", "range: [0.2, 0.7]"),
    ("model.yaml", "equals: leave_rate * guests", "equals: guests * leave_rate"),
    ("model.yaml", "after: trend", "after: hold"),
    ("model.yaml", "initial: 100", "initial: 101"),
    ("indicators.yaml", "equals: memory", "equals: 2 * memory"),
    ("decisions.yaml", "change: {open_hours: +10}", "change: {open_hours: +15}"),
    ("decisions.yaml", "default: pay", "default: save"),
    ("worlds.yaml", "welcome: 100", "welcome: 90"),
    ("story.yaml", "when: reach > 30", "when: reach > 31"),
    ("data/house.csv", "2024,1180", "2024,1181"),
    ("scenario.yaml", "method: euler", "method: rk4"),
]


def changed(folder: Path, name: str, old: str, new: str) -> bool:
    before = load(folder).fingerprint
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return load(folder).fingerprint != before


@pytest.mark.parametrize(("name", "old", "new"), SAME)
def test_words_do_not_count(folder: Path, name: str, old: str, new: str) -> None:
    assert not changed(folder, name, old, new)


@pytest.mark.parametrize(("name", "old", "new"), OTHER)
def test_numbers_and_conditions_count(folder: Path, name: str, old: str, new: str) -> None:
    assert changed(folder, name, old, new)


def test_it_is_a_sha256(folder: Path) -> None:
    assert len(bytes.fromhex(load(folder).fingerprint)) == 32
