"""Codes come as people write them; what cannot be read is told one by one."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

import workbook as wb
from tests.room.conftest import codes_for
from workbook.room.errors import RoomError
from workbook.room.reading import MOST, Written, collected, written_in, written_in_file
from workbook.runcode import code_length, decode, encode
from workbook.setting import setting_of

WAYS = {
    "as it is": lambda code: code,
    "small letters": str.lower,
    "without hyphens": lambda code: code.replace("-", ""),
    "groups with spaces": lambda code: code.replace("-", " "),
    "other hyphens": lambda code: code.replace("-", "\u2011"),
    "look-alikes": lambda code: code.replace("0", "O").replace("1", "l"),
    "a link": lambda code: f"https://example.org/seite.html#{code}",
    "an escaped link": lambda code: "https://example.org/a.html#" + "".join(f"%{ord(c):02X}" for c in code),
    "a file's link": lambda code: f"file:///C:/seite.html#{code}",
    "numbered": lambda code: f"3. {code}",
    "a bullet": lambda code: f"- {code}",
    "with a name": lambda code: f"Gruppe Nord: {code}",
    "in quotes": lambda code: f"»{code}«.",
}


def read(workbook, text, **options):
    scenario = workbook.scenario
    return collected(scenario, written_in(text, code_length(scenario)), **options)


@pytest.mark.parametrize("way", WAYS)
def test_every_way_of_writing_is_understood(large, codes, way):
    found = read(large, "\n".join(map(WAYS[way], codes)))
    assert found.codes == tuple(sorted(codes))
    assert found.settings == tuple(decode(large.scenario, code) for code in sorted(codes))
    assert found.faults == found.repeated == ()


@pytest.mark.parametrize("gap", [" ", ", ", "; ", "\t", "\r\n", "\n\n", " | "])
def test_codes_may_stand_in_one_line(large, codes, gap):
    assert read(large, gap.join(codes)).codes == tuple(sorted(codes))
    assert read(large, gap.join(code.replace("-", " ") for code in codes)).codes == tuple(sorted(codes))


def test_names_beside_codes_are_dropped(large, codes):
    found = read(large, "\n".join(f"Adressatin {n}: {code}" for n, code in enumerate(codes)))
    assert "Adressatin" not in repr(found)


def test_the_order_of_reading_is_forgotten(large, codes):
    assert read(large, "\n".join(codes)) == read(large, "\n".join(reversed(codes)))


def test_each_damaged_code_is_refused_with_its_line(large, codes):
    first, second, third = codes[:3]
    wrong = "0" if first[3] != "0" else "1"
    text = "\n".join([first[:3] + wrong + first[4:], second[:-3], third, "", "Ü" * 16])
    found = read(large, text)
    assert found.codes == (third,)
    assert [(f.written.line, f.kind) for f in found.faults] == [(1, "damaged"), (2, "length"), (5, "damaged")]
    assert "beschädigt" in found.faults[0].text("de")
    assert "characters" in found.faults[1].text("en")
    assert str(found.faults[0]).startswith("1: ")


def test_every_wrong_symbol_and_every_swap_is_refused(large, codes):
    code = codes[0].replace("-", "")
    broken = [code[:k] + ("2" if code[k] != "2" else "3") + code[k + 1 :] for k in range(len(code))]
    broken += [code[:k] + code[k + 1] + code[k] + code[k + 2 :] for k in range(len(code) - 1) if code[k] != code[k + 1]]
    found = read(large, "\n".join(broken))
    assert len(found.faults) == len(broken)
    assert not found.codes


def test_a_code_of_another_scenario_is_named(large):
    other = wb.load("gegen-einsamkeit").run().code
    (fault,) = read(large, other).faults
    assert fault.kind == "foreign"
    assert "gegen-einsamkeit" in fault.text("de")
    assert "gegen-einsamkeit" in fault.text("en")


def test_a_code_of_another_version_is_named(large):
    old = replace(large.scenario, fingerprint="0000000100000000")
    (fault,) = read(large, encode(old, setting_of(old))).faults
    assert fault.kind == "other-scenario"
    assert "soziale-arbeit-2030" in fault.text("de")


def test_repeated_codes_count_once_unless_asked_for(large, codes):
    text = "\n".join([*codes, codes[0].lower(), codes[0]])
    once, each = read(large, text), read(large, text, keep_duplicates=True)
    assert len(once.codes) == len(codes)
    assert each.codes.count(codes[0]) == 3
    assert once.repeated == each.repeated == (codes[0],)


def test_too_many_are_refused_and_nothing_hangs(large, codes):
    found = read(large, "\n".join([codes[0]] * (MOST + 50)), keep_duplicates=True)
    assert len(found.codes) == MOST
    assert [f.kind for f in found.faults] == ["many"]


def test_a_thousand_doubtful_codes_load_the_other_scenarios_once(large, monkeypatch):
    from workbook.room import reading

    asked, real = [], reading.load
    monkeypatch.setattr(reading, "load", lambda name: asked.append(name) or real(name))
    found = read(large, "\n".join(["kurz"] * 1_000))
    assert len(found.faults) == 1_000
    assert len(asked) == len(set(asked))
    read(large, "-  - \t* -\n" * 50_000)
    assert not read(large, "- " * 200_000).faults


def test_saved_runs_of_the_page_are_read(large, codes):
    length = code_length(large.scenario)

    def saved(code):
        kept = [{"name": "A", "run": {"code": codes[-1]}}]
        return {"format": "workbook-run", "version": 1, "run": {"code": code}, "kept": kept, "notes": {}}

    one = written_in_file(json.dumps(saved(codes[0])), length, "a.json")
    assert one == [Written(codes[0], 1, "a.json")], "the run of the person, not what they kept aside"
    many = written_in_file("\ufeff" + json.dumps([saved(codes[0]), codes[1]]), length, "b.json")
    assert [each.typed for each in many] == codes[:2]
    assert [w.typed for w in written_in_file("\n".join(codes), length, "c.txt")] == codes


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("{", "room-file-json"),
        ("[" * 100_000, "room-file-json"),
        ("[]", "room-file-run"),
        ("{}", "room-file-run"),
        ('[{"format": "workbook-run", "run": {"code": 5}}]', "room-file-run"),
        ('["A", null]', "room-file-run"),
        ("x" * 2_000_001, "room-file-size"),
    ],
)
def test_files_that_hold_no_run_are_refused_with_a_sentence(large, text, code):
    with pytest.raises(RoomError) as caught:
        written_in_file(text, code_length(large.scenario), "datei.json")
    assert caught.value.code == code
    assert "datei.json" in caught.value.text("de")


@given(st.text(max_size=200))
def test_no_text_leads_to_more_than_faults(text):
    from tests.conftest import ROOT

    scenario = wb.load(ROOT / "tests/scenarios/klein").scenario
    found = list(written_in(text, code_length(scenario)))
    assert all(w.typed.strip() and 1 <= w.line <= len(text) + 1 for w in found)


def test_a_code_is_found_whatever_stands_in_other_lines(small):
    code = codes_for(small, 1, 3)[0]
    assert read(small, f"Hallo zusammen!\nhier:\n{code}\n#\n%%%\n").codes == (code,)
