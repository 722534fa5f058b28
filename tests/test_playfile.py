"""A person's play as a file: the same in notebook and page, and never more than it says."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import workbook as wb
from tests.strategies import random_settings
from workbook.errors import UsageError
from workbook.playfile import Kept, Note, Play, merged, play_from, play_text
from workbook.run import Workbook
from workbook.variant import Objection

NOW = "2026-11-27T14:03:00Z"


@pytest.fixture(scope="module")
def book(klein: Path) -> Workbook:
    return wb.load(klein)


def test_what_is_written_is_read(book: Workbook) -> None:
    s = book.scenario
    for setting in random_settings(s, 20, seed=4):
        other = book.run("utopie").setting
        play = Play(setting, (Kept("meine", other), Kept("zweite", setting)), {"ende": Note("Ein Satz. 🙂", "AB", NOW)})
        again = play_from(s, play_text(s, play, "de", NOW))
        assert (again.setting, again.kept, dict(again.notes), again.lost) == (setting, play.kept, dict(play.notes), 0)


def test_what_a_page_wrote_beside_is_handed_on(book: Workbook) -> None:
    s = book.scenario
    plain = json.loads(play_text(s, Play(book.run().setting), "de", NOW)) | {"guesses": [{"guess": "lower"}]}
    again = json.loads(play_text(s, play_from(s, json.dumps(plain)), "de", NOW))
    assert again["guesses"] == [{"guess": "lower"}]


def test_settings_that_no_longer_fit_are_counted(book: Workbook) -> None:
    s = book.scenario
    plain = json.loads(play_text(s, Play(book.run("utopie").setting), "de", NOW))
    lever, decision = next(iter(s.levers)), next(iter(s.decisions))
    plain["run"]["levers"][lever] = 1e9
    plain["run"]["choices"][decision] = "nothing"
    play = play_from(s, json.dumps(plain))
    start = book.run("utopie")
    assert play.lost == 2
    assert dict(play.setting.levers)[lever] == start.levers[lever]
    assert dict(play.setting.choices)[decision] == start.choices[decision]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "kept-damaged"),
        ("[" * 100_000, "kept-damaged"),
        ('"text"', "kept-foreign"),
        ("{}", "kept-foreign"),
        ('{"format": "workbook-run", "version": true}', "kept-damaged"),
        ('{"format": "workbook-run", "version": 2}', "kept-newer"),
        ('{"format": "workbook-run", "version": 1, "scenario": "other"}', "kept-other"),
        ('{"format": "workbook-run", "version": 1, "scenario": "klein", "run": []}', "kept-damaged"),
        (" " * 2_000_001, "kept-foreign"),
    ],
)
def test_files_that_are_none(book: Workbook, text: str, code: str) -> None:
    with pytest.raises(UsageError) as caught:
        play_from(book.scenario, text)
    assert caught.value.code == code


def test_hostile_parts_do_no_harm(book: Workbook) -> None:
    s = book.scenario
    plain = json.loads(play_text(s, Play(book.run().setting), "de", NOW))
    plain |= {
        "kept": [None, {"name": 5, "run": plain["run"]}, {"name": "x" * 999, "run": {}}],
        "notes": {"a": 1, "b": {"text": "x" * 30_000}},
    }
    plain["run"]["levers"] = dict.fromkeys(s.levers, float("nan"))
    play = play_from(s, json.dumps(plain))
    assert [each.name for each in play.kept] == [""]
    assert len(play.notes["b"].text) == 20_000
    assert play.setting == book.run().setting


def test_of_two_notes_the_later_stays() -> None:
    early, late, other = Note("früh", changed="2026-01-01"), Note("spät", changed="2026-01-02"), Note("andere")
    assert merged({"a": early}, {"a": late, "b": other}) == {"a": late, "b": other}
    assert merged({"a": late}, {"a": early}) == {"a": late}
    assert merged({"a": Note("", changed="2026-01-03")}, {"a": late}) == {"a": Note("", changed="2026-01-03")}


def test_objections_of_a_page_are_read_written_and_computed_with(book: Workbook) -> None:
    s = book.scenario
    name = next(c.name for c in s.constants.values() if c.uncertain)
    value = s.constants[name].high
    plain = json.loads(play_text(s, Play(book.run().setting), "de", NOW))
    said = [{"constant": name, "value": value, "reason": "Bei uns ist es mehr.", "person": "A.", "on": True}]
    noise = [{"constant": "unknown", "value": 1, "reason": "x"}, {"constant": name, "value": "much", "reason": "x"}, 3]
    plain |= {"objections": [*said, *noise], "kept": [{"name": "anders", "run": plain["run"], "objections": said}]}
    play = play_from(s, json.dumps(plain))
    assert play.objections == (Objection(name, value, s.constants[name].value, "Bei uns ist es mehr.", "A."),)
    assert play.kept[0].objections == play.objections
    assert play.lost == 2
    assert json.loads(play_text(s, play, "de", NOW))["objections"] == said
    off = plain | {"objections": [said[0] | {"on": False}]}
    assert play_from(s, json.dumps(off)).objections == ()
