"""``workbook check``: tables for people, data for programs, and the file of witnesses."""

from __future__ import annotations

import json
import re

import pytest

from workbook.cli import answer
from workbook.folder import load
from workbook.runcode import decode


@pytest.fixture
def say(capsys):
    def ask(*words):
        code = answer([str(word) for word in words])
        return code, *capsys.readouterr()

    return ask


def test_a_sound_folder_is_fine(say, sound):
    assert say("check", sound) == (0, f"{sound}: in Ordnung.\n", "")


def test_coverage_is_a_table(say, sound):
    code, out, _ = say("check", sound, "--coverage")
    assert code == 0
    rows = re.findall(r"^ *(\d{4}) +(\S+\.\S+) +(\S+) +(\S+) +([\d,]+) % +(\S+) *$", out, re.MULTILINE)
    scenario = load(sound)
    assert [row[1] for row in rows] == [f"{c.name}.{s.name}" for c in scenario.chapters for s in c.scenes]
    assert sum(float(row[4].replace(",", ".")) for row in rows) == pytest.approx(300, abs=0.5)
    for row in rows:
        decode(scenario, row[5])
    assert "10.000" in out


def test_reading_is_a_table(say, sound):
    code, out, _ = say("check", sound, "--reading", "--lang", "en")
    assert code == 0
    assert len(re.findall(r"^ *\w+\.\w+ +(?:de|en) +\d+", out, re.MULTILINE)) == 2 * 9
    assert len(re.findall(r"^ *all +(?:de|en) +\d+", out, re.MULTILINE)) == 2


def test_witnesses_are_written_and_good(say, sound):
    code, out, _ = say("check", sound, "--witnesses")
    assert code == 0
    assert f"Geschrieben: {sound / 'witnesses.yaml'}" in out
    first = (sound / "witnesses.yaml").read_bytes()
    assert say("check", sound) == (0, f"{sound}: in Ordnung.\n", "")
    say("check", sound, "--witnesses")
    assert (sound / "witnesses.yaml").read_bytes() == first
    assert sorted(p.name for p in sound.iterdir() if p.name.startswith(".")) == []


def test_what_was_stale_is_no_longer_told_once_written(say, sound):
    (sound / "witnesses.yaml").write_text("tuer.zu: 1\n", encoding="utf-8")
    assert "tuer.offen" in say("check", sound)[1]
    code, out, _ = say("check", sound, "--witnesses")
    assert code == 0
    assert "witnesses.yaml:" not in out


def test_data_for_programs_has_everything(say, sound):
    code, out, _ = say("check", sound, "--json", "--lang", "en")
    assert code == 0
    (record,) = json.loads(out)
    assert record["valid"]
    assert record["problems"] == []
    assert len(record["coverage"]) == 9
    assert sum(one["share"] for one in record["coverage"]) == pytest.approx(3)
    assert len(record["witnesses"]) == 14
    assert {one["claim"] for one in record["claims"]} >= {"reach <= 25", "guests > 300"}
    assert all(one["false"] == 0 for one in record["claims"])
    assert {one["language"] for one in record["reading"]} == {"de", "en"}
    assert record["profiles"].keys() == {"weiter-so", "utopie"}


def test_an_unfit_folder_has_problems_only(say, sound):
    (sound / "story.yaml").unlink()
    code, out, _ = say("check", sound, "--json", "--coverage", "--reading", "--witnesses")
    assert code == 1
    (record,) = json.loads(out)
    assert set(record) == {"scenario", "folder", "valid", "problems"}
    assert not (sound / "witnesses.yaml").exists()
