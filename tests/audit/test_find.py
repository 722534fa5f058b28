"""Places are those of the file as it lies there."""

from __future__ import annotations

import re

from workbook.audit.find import in_passage, key_in
from workbook.folder import load


def shown(folder, place):
    line = (folder / place.file).read_text(encoding="utf-8").splitlines()[place.line - 1]
    return line[place.column - 1 :]


def test_keys_are_found_under_their_parents(sound):
    scenario = load(sound)
    assert shown(sound, key_in(scenario, "scenario.yaml", "check_by")).startswith("check_by: 2027")
    assert shown(sound, key_in(scenario, "scenario.yaml", "voices", "guest")).startswith("guest: {de: Gast")
    assert key_in(scenario, "scenario.yaml", "nobody").line == 1


def test_a_key_within_braces(sound):
    (sound / "scenario.yaml").write_text(
        (sound / "scenario.yaml").read_text(encoding="utf-8")
        .replace("voices:\n  host: {de: Gastgeberin, en: Host}\n  guest: {de: Gast, en: Guest}\n",
                 "voices: {host: {de: Gastgeberin, en: Host}, guest: {de: Gast, en: Guest}}\n"),
        encoding="utf-8",
    )  # fmt: skip
    assert shown(sound, key_in(load(sound), "scenario.yaml", "voices", "guest")).startswith("guest: {de: Gast")


def test_words_of_a_passage_stop_at_the_next_heading(sound):
    scenario = load(sound)
    passage = scenario.passages["de"]["tuer.offen"]
    hits = list(in_passage(scenario, passage, re.compile("Tür|hundert|klemmt")))
    assert [word for word, _ in hits] == ["Tür", "hundert"]
    assert all(shown(sound, place).startswith(word) for word, place in hits)
