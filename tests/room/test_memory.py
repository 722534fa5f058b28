"""A memory holds counts of whole rooms, adds up exactly, and holds no run of anybody."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from tests.room.conftest import codes_for, settings_for
from workbook.room.board import board_of
from workbook.room.errors import RoomError
from workbook.room.memory import cohort_of, cohorts_in, memory_text, merged
from workbook.runcode import code_length, encode

DAY = "2026-11-27"


def cohort(workbook, count=12, seed=7, name="2026"):
    settings = settings_for(workbook, count, seed)
    codes = [encode(workbook.scenario, s) for s in settings]
    return cohort_of(board_of(workbook, codes, settings), name, DAY)


def test_there_and_back(large):
    own = cohort(large)
    text = memory_text(large.scenario, [own])
    assert cohorts_in(text, large.scenario, 10, "m.json") == (own,)


def test_no_single_run_is_in_the_file(large):
    settings = settings_for(large, 12, 7)
    text = memory_text(large.scenario, [cohort(large)])
    for setting in settings:
        code = encode(large.scenario, setting)
        for form in (code, code.lower(), code.replace("-", ""), *code.split("-")[:-1]):
            assert form not in text
    assert not [word for word in ("code", "run", "note", "guess", "world") if f'"{word}' in text]
    (record,) = json.loads(text)["cohorts"]
    assert record.keys() == {"name", "date", "mark", "people", "levers", "decisions", "endings"}
    for lever in record["levers"].values():
        assert lever.keys() == {"low", "step", "counts", "touched"}
        assert sum(lever["counts"]) == 12, "a count over people, not a row of one"


def test_the_file_does_not_tell_in_which_order_people_came(large):
    settings = settings_for(large, 12, 7)
    codes = [encode(large.scenario, s) for s in settings]
    there = cohort_of(board_of(large, codes, settings), "a", DAY)
    back = cohort_of(board_of(large, codes[::-1], settings[::-1]), "a", DAY)
    assert memory_text(large.scenario, [there]) == memory_text(large.scenario, [back])


def test_two_rooms_together_are_one_large_room(large):
    one, other = settings_for(large, 12, 1), settings_for(large, 15, 2)
    both = [*one, *other]
    whole = cohort_of(board_of(large, [encode(large.scenario, s) for s in both], both), "2026", DAY)
    assert merged([cohort(large, 12, 1), cohort(large, 15, 2)]) == (whole,)
    spreads = whole.spreads(large.scenario)
    for name, lever in large.scenario.levers.items():
        values = sorted(dict(s.levers)[name] for s in both)
        assert spreads[name].median == values[13]
        assert spreads[name].lever == lever


def test_the_same_file_given_twice_counts_once(large):
    own = cohort(large)
    assert merged([own, own]) == (own,)


def test_other_names_and_versions_stay_apart(large):
    own = cohort(large)
    earlier = replace(own, name="2025", date="2025-11-20")
    older = replace(own, mark="00ff")
    assert len(merged([own, earlier, older])) == 3
    assert merged([own, earlier])[0].name == "2025", "in the order of their days"


def test_what_has_changed_in_the_scenario_is_not_compared(large):
    own, s = cohort(large), large.scenario
    name = next(iter(s.levers))
    finer = replace(s, levers={**s.levers, name: replace(s.levers[name], step=s.levers[name].step / 2)})
    assert name not in own.spreads(finer)
    assert len(own.spreads(finer)) == len(s.levers) - 1
    decision = next(iter(s.decisions))
    options = dict(list(s.decisions[decision].options.items())[:-1])
    fewer = replace(s, decisions={**s.decisions, decision: replace(s.decisions[decision], options=options)})
    assert own.tally(fewer, decision) is None
    assert own.tally(s, decision) is not None
    assert own.ends(s) is not None


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda _: "{", "memory-form"),
        (lambda _: [], "memory-form"),
        (lambda plain: {**plain, "format": "workbook-run"}, "memory-form"),
        (lambda plain: {**plain, "version": 2}, "memory-newer"),
        (lambda plain: {**plain, "scenario": "klein"}, "memory-scenario"),
        (lambda plain: _with(plain, people=13), "memory-damaged"),
        (lambda plain: _with(plain, people=True), "memory-damaged"),
        (lambda plain: _with(plain, name="<b>"), "memory-damaged"),
        (lambda plain: _with(plain, name="=1+1"), "memory-damaged"),
        (lambda plain: _with(plain, date="gestern"), "memory-damaged"),
        (lambda plain: _with(plain, endings={}), "memory-damaged"),
        (lambda plain: _with(plain, levers=[]), "memory-damaged"),
        (lambda plain: {**plain, "cohorts": [None]}, "memory-damaged"),
    ],
)
def test_a_wrong_file_is_refused_with_a_sentence(large, change, code):
    plain = change(json.loads(memory_text(large.scenario, [cohort(large)])))
    text = plain if isinstance(plain, str) else json.dumps(plain)
    with pytest.raises(RoomError) as caught:
        cohorts_in(text, large.scenario, 10, "m.json")
    assert caught.value.code == code
    assert "m.json" in caught.value.text("en")


def _with(plain, **changes):
    return {**plain, "cohorts": [{**plain["cohorts"][0], **changes}]}


def test_a_cohort_below_the_limit_is_refused(large):
    settings = settings_for(large, 5, 7)
    few = cohort_of(board_of(large, codes_for(large, 5), settings, 5), "klein", DAY)
    text = memory_text(large.scenario, [few])
    with pytest.raises(RoomError, match="nur 5 Läufe"):
        cohorts_in(text, large.scenario, 10, "m.json")
    assert cohorts_in(text, large.scenario, 5, "m.json") == (few,)


@pytest.mark.parametrize("name", ["", "  ", "x" * 61, "a\nb", "<script>", "=SUM(A1)", "+1", "Sommer; 2026"])
def test_names_of_groups_are_plain(large, name):
    settings = settings_for(large, 10, 7)
    board = board_of(large, codes_for(large, 10), settings)
    with pytest.raises(RoomError, match="kein Name einer Gruppe"):
        cohort_of(board, name, DAY)


def test_a_memory_has_no_place_for_words(large):
    plain = json.loads(memory_text(large.scenario, [cohort(large)]))
    plain["cohorts"][0]["remark"] = "Das hat Frau K. gesagt."
    again = memory_text(large.scenario, cohorts_in(json.dumps(plain), large.scenario, 10, "m.json"))
    assert "Frau K." not in again


def test_a_code_is_longer_than_any_number_of_the_file(large):
    """So the search above can find one."""
    assert code_length(large.scenario) > 10
