"""The page's own scripts read and count a room as Python does."""

from __future__ import annotations

import json

import pytest

from tests.node import run_script
from tests.room.conftest import codes_for
from tests.room.test_reading import WAYS
from workbook.export.payload import Payload
from workbook.export.stage import definitions
from workbook.room import collect
from workbook.room.reading import written_in, written_in_file
from workbook.room.spread import part, veiled
from workbook.runcode import code_length

SCRIPT = """
const names = `DATA, PROGRAM, CONDITIONS, createModel, createTeller, collectRuns, boardOf, writtenIn, codesOfFile,
  codeLength, veiled, partOf`;
const made = new Function(`"use strict";\n${data.definitions}\nreturn {${names}};`)(), {DATA} = made;
const model = made.createModel(DATA, made.PROGRAM), teller = made.createTeller(DATA, model, made.CONDITIONS);
output({
  rooms: data.rooms.map(([text, twice]) => {
    const {codes, repeated, faults, settings} = made.collectRuns(DATA, text, twice);
    return {codes, repeated, faults, board: made.boardOf(DATA, model, teller, settings)};
  }),
  written: data.texts.map((text) => made.writtenIn(text, made.codeLength(DATA)).map((w) => [w.typed, w.line])),
  files: data.files.map(made.codesOfFile),
  veiled: data.counts.map(made.veiled),
  parts: data.parts.map(([count, people]) => made.partOf(count, people)),
});
"""
COUNTS = [[0, 12], [1, 11], [2, 5, 5], [3, 4, 5], [2, 2, 2, 2, 2], [10, 1, 1], [6, 6]]
PARTS = [[n, 12] for n in range(13)]


@pytest.fixture(scope="module", params=["small", "large"])
def both(request):
    workbook = request.getfixturevalue(request.param)
    codes = codes_for(workbook, 30, 3)
    texts = ["\n".join(map(way, codes[:12])) for way in WAYS.values()]
    texts += [" ".join(codes[:12]), "kaputt\n\n" + codes[0][:-2] + "\nHallo, Welt; #%zz " + codes[1]]
    rooms = [("\n".join(codes[:12]), False), ("\n".join([*codes, codes[3], "x"]), False)]
    rooms += [("\n".join([*codes[:5], *codes[:5], codes[0]]), True)]
    files = [
        json.dumps([{"format": "workbook-run", "run": {"code": codes[0]}}, codes[1]]),
        "{}",
        "[1",
        "[null]",
        codes[0],
    ]
    page = run_script(
        SCRIPT,
        {
            "definitions": "\n".join(definitions(Payload(workbook))),
            "rooms": rooms, "texts": texts, "files": files, "counts": COUNTS, "parts": PARTS,
        },
    )  # fmt: skip
    return workbook, rooms, texts, files, page


def test_the_same_codes_are_found(both):
    workbook, _, texts, _, page = both
    length = code_length(workbook.scenario)
    for text, found in zip(texts, page["written"], strict=True):
        assert [tuple(each) for each in found] == [(w.typed, w.line) for w in written_in(text, length)], text


def test_the_same_room(both):
    workbook, rooms, _, _, page = both
    s = workbook.scenario
    for (text, twice), found in zip(rooms, page["rooms"], strict=True):
        room = collect(workbook, text, keep_duplicates=twice)
        assert tuple(found["codes"]) == room.read.codes
        assert tuple(found["repeated"]) == room.read.repeated
        assert [(f["line"], f["fault"]) for f in found["faults"]] == [(f.written.line, f.kind) for f in room.faults]
        board, shown = room.board, found["board"]
        for spread, each in zip(board.spreads, shown["spreads"], strict=True):
            assert tuple(each["counts"]) == spread.counts
            assert each["touched"] == spread.touched
            for name in ("low", "median", "high", "mean", "apart"):
                assert each[name] == pytest.approx(getattr(spread, name), rel=1e-12, abs=1e-12)
        for tally, counts in zip(board.answers, shown["answers"], strict=True):
            assert dict(zip(s.decisions[tally.name].options, counts, strict=True)) == dict(tally.counts)
        assert shown["endings"] == [count for _, count in board.endings.counts]
        assert found["codes"][shown["nearest"]] == board.nearest_code
        assert [board.spreads[k] for k in shown["order"]] == sorted(board.spreads, key=lambda x: -x.apart)
        for band, each in zip(board.bands, shown["bands"], strict=True):
            assert each["reached"] == band.reached
            rows = list(zip(band.low, band.middle, band.high, strict=True))
            assert each["rows"] == [pytest.approx(row, rel=1e-9, abs=1e-12) for row in rows]


def test_the_same_files(both):
    workbook, _, _, files, page = both
    length = code_length(workbook.scenario)
    for text, found in zip(files, page["files"], strict=True):
        if found is None:
            with pytest.raises(Exception, match=r"datei\.json"):
                written_in_file(text, length, "datei.json")
        else:
            assert found.split("\n") == [w.typed for w in written_in_file(text, length, "datei.json")]


def test_the_same_veil(both):
    page = both[-1]
    assert page["veiled"] == [list(veiled(row)) for row in COUNTS]
    assert page["parts"] == [part(*each) for each in PARTS]
