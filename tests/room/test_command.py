"""``workbook collect``: what it prints, writes and refuses."""

from __future__ import annotations

import csv
import json

import openpyxl
import pytest

from tests.room.conftest import codes_for
from workbook.cli import answer
from workbook.room import collect


@pytest.fixture
def listed(tmp_path, small):
    path = tmp_path / "codes.txt"
    path.write_text("\n".join(codes_for(small)), encoding="utf-8")
    return path


def rows_of(path):
    return list(csv.reader(path.read_text(encoding="utf-8").splitlines()))


@pytest.fixture
def command(klein):
    return lambda *words: answer(["collect", str(klein), *map(str, words)])


def test_codes_on_the_line_with_and_without_quotes(command, small, capsys):
    codes = codes_for(small)
    assert command(*codes) == 0
    printed = capsys.readouterr().out
    assert command(*" ".join(codes).replace("-", " ").split()) == 0
    assert capsys.readouterr().out == printed
    assert "Sprecht zuerst über den Hebel" in printed
    assert collect(small, codes, lang="de").preferred.code in printed


def test_the_three_forms_hold_the_same(command, listed, small, tmp_path):
    room = collect(small, codes_for(small), lang="de")
    for ending in ("html", "csv", "xlsx", "json"):
        assert command("--file", listed, "--out", tmp_path / f"raum.{ending}") == 0
    rows = rows_of(tmp_path / "raum.csv")
    lows = {row[2]: float(row[4]) for row in rows if row[1] == "lever" and row[3] == "low"}
    assert lows == dict(room.spread["low"])
    (table,) = [sheet for sheet in openpyxl.load_workbook(tmp_path / "raum.xlsx") if sheet.title == "run"]
    assert [["" if c is None else c for c in row][:4] for row in table.iter_rows(values_only=True)] == [
        r[:4] for r in rows
    ]
    plain = json.loads((tmp_path / "raum.json").read_text(encoding="utf-8"))
    assert [list(map(str, row.values())) for row in plain["rows"]] == rows[1:]
    assert room.preferred.code in (tmp_path / "raum.html").read_text(encoding="utf-8")


def test_small_counts_are_in_no_file(command, small, tmp_path):
    from workbook.runcode import encode
    from workbook.setting import setting_of

    s = small.scenario
    codes = [encode(s, setting_of(s))] * 9 + [encode(s, setting_of(s, choices={"rent": "save"}))]
    assert command(*codes, "--keep-duplicates", "--out", tmp_path / "raum.csv") == 0
    rows = rows_of(tmp_path / "raum.csv")
    rent = {row[3]: row[4:] for row in rows if row[1:3] == ["decision", "rent"]}
    assert rent == {"pay": ["", "rest"], "save": ["", "few"], "share": ["0", ""]}


def test_damaged_codes_are_told_and_the_rest_is_shown(command, listed, tmp_path, capsys):
    with listed.open("a", encoding="utf-8") as file:
        file.write("\nkaputt\n")
    assert command("--file", listed, "--out", tmp_path / "raum.html") == 1
    assert "codes.txt:13: Der Laufcode »kaputt«" in capsys.readouterr().err
    written = (tmp_path / "raum.html").read_text(encoding="utf-8")
    assert "kaputt" not in written
    assert "1 nicht gelesen" in written


def test_below_ten_nothing_is_written(command, small, tmp_path, capsys):
    out = tmp_path / "raum.html"
    assert command(*codes_for(small, 9), "--out", out) == 1
    said = capsys.readouterr()
    assert "erst ab 10" in said.err
    assert said.out == ""
    assert not out.exists()
    assert command(*codes_for(small, 9), "--least", "9", "--out", out) == 0
    assert "gesenkt" in capsys.readouterr().out
    assert "Die Grenze ist auf 9 gesenkt" in out.read_text(encoding="utf-8")


def test_a_memory_grows_by_cohorts_and_compares_them(command, small, tmp_path, capsys):
    one, other, out = tmp_path / "a.json", tmp_path / "b.json", tmp_path / "vergleich.html"
    assert command(*codes_for(small, 12, 1), "--memory", one, "--cohort", "2025", "--out", tmp_path / "x.csv") == 0
    assert command(*codes_for(small, 11, 2), "--memory", one, "--cohort", "2026", "--out", tmp_path / "x.csv") == 0
    assert command(*codes_for(small, 10, 3), "--memory", other, "--cohort", "2026", "--out", tmp_path / "x.csv") == 0
    assert [c["people"] for c in json.loads(one.read_text(encoding="utf-8"))["cohorts"]] == [12, 11]
    assert not any(code in one.read_text(encoding="utf-8") for code in codes_for(small, 12, 1))
    capsys.readouterr()
    assert command("--memory", one, "--memory", other, "--out", out) == 0
    assert "2026 (21 Läufe" in out.read_text(encoding="utf-8"), "groups of one name are added up"
    assert command("--memory", one) == 0
    assert "2025 (12 Läufe" in capsys.readouterr().out
    assert command("--memory", one, "--out", tmp_path / "v.csv") == 0
    rows = rows_of(tmp_path / "v.csv")
    assert {row[0] for row in rows[1:]} == {"2025", "2026"}


def test_a_cohort_is_never_written_twice(command, small, tmp_path, capsys):
    memory = tmp_path / "a.json"
    words = (*codes_for(small, 12, 1), "--memory", memory, "--cohort", "2025")
    assert command(*words) == 0
    before = memory.read_bytes()
    assert command(*words) == 1
    assert "schon eine Gruppe »2025«" in capsys.readouterr().err
    assert memory.read_bytes() == before


def test_a_room_below_the_limit_leaves_no_memory(command, small, tmp_path):
    assert command(*codes_for(small, 9), "--memory", tmp_path / "a.json", "--cohort", "x") == 1
    assert not (tmp_path / "a.json").exists()


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        ([], 2, "Es fehlen Codes"),
        (["ABC", "--out", "raum.pdf"], 2, "Endung ».pdf«"),
        (["ABC", "--memory", "a.json"], 2, "gehören zusammen"),
        (["ABC", "--cohort", "2026"], 2, "gehören zusammen"),
        (["ABC", "--memory", "a", "--memory", "b", "--cohort", "c"], 2, "nur ein --memory"),
        (["ABC", "--least", "2"], 2, "Grenze 2"),
        (["ABC", "--least", "zehn"], 2, "--least passt nicht"),
        (["--file", "no/such.txt"], 1, "lässt sich nicht lesen"),
        (["--memory", "no/such.json"], 1, "lässt sich nicht lesen"),
        (["ABC"], 1, "0 Codes"),
    ],
)
def test_refusals(command, words, code, sentence, capsys):
    assert command(*words) == code
    assert sentence in capsys.readouterr().err


@pytest.mark.parametrize("lang", ["de", "en"])
def test_files_that_are_no_text_are_refused(command, tmp_path, capsys, lang):
    path = tmp_path / "foto.png"
    path.write_bytes(b"\x89PNG\xff\xfe")
    assert command("--file", path, "--lang", lang) == 1
    assert "foto.png" in capsys.readouterr().err
    (tmp_path / "leer.json").write_text("{}", encoding="utf-8")
    assert command("--memory", tmp_path / "leer.json", "--lang", lang) == 1
    assert ("Seminargedächtnis" if lang == "de" else "seminar memory") in capsys.readouterr().err


def test_an_old_file_stays_whole_when_the_folder_is_missing(command, small, capsys):
    assert command(*codes_for(small), "--out", "no/such/raum.html") == 1
    assert "Den Ordner gibt es nicht" in capsys.readouterr().err
