"""The page keeps and reads a seminar's memory as Python does: the same file, the same sums, the same refusals."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from tests.node import run_script
from tests.room.conftest import codes_for, settings_for
from workbook.export.payload import Payload
from workbook.export.stage import definitions
from workbook.room.board import board_of
from workbook.room.errors import RoomError
from workbook.room.memory import cohort_of, cohorts_in, memory_text, merged
from workbook.runcode import encode

SCRIPT = """
const names = `DATA, PROGRAM, CONDITIONS, createModel, createTeller, collectRuns, boardOf, cohortOf, cohortsText,
  cohortsIn, mergedCohorts, comparable`;
const made = new Function(`"use strict";\n${data.definitions}\nreturn {${names}};`)(), {DATA} = made;
const model = made.createModel(DATA, made.PROGRAM), teller = made.createTeller(DATA, model, made.CONDITIONS);
const {settings} = made.collectRuns(DATA, data.codes.join("\\n"), true);
const room = made.cohortOf(DATA, data.memory, made.boardOf(DATA, model, teller, settings), "Sommer 2026", "2026-11-27");
const read = (text) => made.cohortsIn(DATA, text, 10);
const all = data.texts.flatMap((text) => read(text).cohorts);
output({
  kept: made.cohortsText(DATA, [room]),
  back: made.cohortsText(DATA, read(made.cohortsText(DATA, [room])).cohorts),
  merged: made.cohortsText(DATA, made.mergedCohorts(all)),
  medians: made.comparable(DATA, data.memory.grids, all[0]).spreads.map(({median, apart}) => [median, apart]),
  faults: data.faulty.map((text) => read(text)?.fault ?? null),
  other: made.comparable(DATA, data.memory.grids.map(([low, step]) => [low, 2 * step]), all[0]).spreads,
});
"""
DAY = "2026-11-27"


def kept(workbook, count, seed, name):
    settings = settings_for(workbook, count, seed)
    board = board_of(workbook, [encode(workbook.scenario, s) for s in settings], settings, least=count)
    return cohort_of(board, name, DAY)


def faulty(text):
    """The file with one thing wrong, and what Python calls it."""

    def with_(change):
        plain = json.loads(text)
        change(plain)
        return json.dumps(plain)

    lever = next(iter(json.loads(text)["cohorts"][0]["levers"]))
    return [
        "{}",
        "[1",
        '{"run": {"code": "x"}}',
        with_(lambda p: p.update(version=2)),
        with_(lambda p: p.update(scenario="anderes")),
        with_(lambda p: p.update(cohorts=3)),
        with_(lambda p: p["cohorts"][0].update(people=13)),
        with_(lambda p: p["cohorts"][0].update(name="<b>")),
        with_(lambda p: p["cohorts"][0].pop("endings")),
        with_(lambda p: p["cohorts"][0]["levers"].update({lever: None})),
        with_(lambda p: p["cohorts"][0]["levers"][lever].update(touched=99)),
        with_(lambda p: p["cohorts"][0]["levers"][lever].update(counts=[12.5, -0.5])),
        with_(lambda p: p["cohorts"].append(None)),
    ]


@pytest.fixture(scope="module", params=["small", "large"])
def both(request):
    workbook = request.getfixturevalue(request.param)
    s = workbook.scenario
    twins = [kept(workbook, 12, 3, "2025"), kept(workbook, 15, 4, "2025"), kept(workbook, 11, 5, "Älteste (2024)")]
    few = memory_text(s, [kept(workbook, 9, 6, "wenige")])
    texts = [memory_text(s, twins[:2]), memory_text(s, [twins[2], twins[0]])]
    payload = Payload(workbook)
    found = run_script(
        SCRIPT,
        {
            "definitions": "\n".join(definitions(payload)),
            "memory": {"fingerprint": s.fingerprint, "grids": [[x.low, x.step] for x in s.levers.values()]},
            "codes": codes_for(workbook, 12, 3), "texts": texts, "faulty": [*faulty(texts[0]), few],
        },
    )  # fmt: skip
    return workbook, twins, texts, few, found


def test_the_same_file(both):
    workbook, twins, _, _, found = both
    expected = memory_text(workbook.scenario, [replace(twins[0], name="Sommer 2026")])
    assert json.loads(found["kept"]) == json.loads(expected)
    assert found["back"] == found["kept"]
    assert cohorts_in(found["kept"], workbook.scenario, 10, "m") == (replace(twins[0], name="Sommer 2026"),)


def test_the_same_sums(both):
    workbook, twins, texts, _, found = both
    s = workbook.scenario
    read = [cohort for text in texts for cohort in cohorts_in(text, s, 10, "m")]
    assert cohorts_in(found["merged"], s, 10, "m") == merged(read)
    assert [(c.name, c.people) for c in merged(read)] == [("2025", 27), ("Älteste (2024)", 11)]
    spreads = twins[0].spreads(s)
    assert found["medians"] == [pytest.approx([x.median, x.apart]) for x in spreads.values()]


def test_the_same_refusals(both):
    workbook, _, texts, few, found = both
    for text, fault in zip([*faulty(texts[0]), few], found["faults"], strict=True):
        with pytest.raises(RoomError) as refused:
            cohorts_in(text, workbook.scenario, 10, "m")
        assert fault in {refused.value.code, None}, text
        assert fault is not None or refused.value.code == "memory-form"


def test_another_slider_is_not_compared(both):
    assert set(both[-1]["other"]) == {None}
