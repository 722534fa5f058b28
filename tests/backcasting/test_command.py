"""``workbook backcast`` as a person meets it: sentences, exit codes, files."""

from __future__ import annotations

import csv
import json

import pytest

import workbook as wb
from workbook import cli
from workbook.commands.backcast import asked
from workbook.commands.words import CommandError

KLEIN = "tests/scenarios/klein"


@pytest.fixture
def say(capsys: pytest.CaptureFixture[str], root, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(root)

    def run(*words: object) -> tuple[int, str, str]:
        code = cli.answer([str(word) for word in words])
        shown = capsys.readouterr()
        return code, shown.out, shown.err

    return run


def test_paths_are_told_and_lead_to_the_wish(say) -> None:
    code, out, _ = say("backcast", KLEIN, "--wish", "reach>=32")
    assert code == 0
    assert out.startswith("3 deutlich verschiedene Wege führen dorthin.")
    codes = [line.split(": ")[1] for line in out.splitlines() if "Laufcode" in line]
    assert len(codes) == 3
    for each in codes:
        assert wb.load(KLEIN).run_of_code(each).value("reach", 2030) >= 32


def test_what_cannot_be_reached_leaves_with_one(say) -> None:
    code, out, err = say("backcast", KLEIN, "--wish", "memory_left>=50", "--lang", "en")
    assert code == 1
    assert out.startswith("Not reachable: of ")
    assert "none of the settings reaches that." in out
    assert not err


def test_a_range_a_reserve_and_what_is_kept(say) -> None:
    code, out, _ = say(
        "backcast", KLEIN, "-w", "reach >= 30", "-w", "reach<=45", "--keep", "welcome, night", "--reserve", "5 %"
    )
    assert code == 0
    assert (
        "Mit Reserve gesucht: Reichweite: mindestens 31,75 %, höchstens 43,25 %.".replace(" %", "\N{NO-BREAK SPACE}%")
        in out
    )
    assert "Willkommen" not in out


def test_a_table_has_a_row_for_each_path(say, tmp_path) -> None:
    file = tmp_path / "wege.csv"
    say("backcast", KLEIN, "--wish", "reach>=32", "--out", file)
    rows = list(csv.DictReader(file.read_text(encoding="utf-8").splitlines()))
    assert len(rows) == 3
    for row in rows:
        run = wb.load(KLEIN).run_of_code(row["code"])
        assert float(row["reach 2030"]) == run.value("reach", 2030) >= 32
        assert {name: float(row[name]) for name in run.levers} == run.levers
    other = tmp_path / "wege.json"
    say("backcast", KLEIN, "--wish", "reach>=32", "--wish", "reach<=90", "--out", other)
    assert json.loads(other.read_text(encoding="utf-8"))["wishes"] == {"reach": ">=32 <=90"}
    assert say("backcast", KLEIN, "--wish", "reach>=32", "--out", tmp_path / "wege.xlsx")[0] == 0


def test_a_closed_folder_leaves_a_sentence(say, tmp_path) -> None:
    code, _, err = say("backcast", KLEIN, "--wish", "reach>=32", "--out", tmp_path / "nirgends" / "wege.csv")
    assert code == 1
    assert "Traceback" not in err


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ([], "Es ist nichts gewünscht."),
        (["--wish", "reech>=20"], "Meinten Sie »reach«?"),
        (["--wish", "reach=20"], "--wish braucht die Form"),
        (["--wish", "reach>=viel"], "--wish braucht die Form"),
        (["--wish", "reach>=32", "--wish", "reach>=30"], "zweimal"),
        (["--wish", "reach>=32", "--keep", "chair"], "Meinten Sie »chairs«?"),
        (["--wish", "reach>=32", "--paths", "0"], "»paths« muss eine Zahl von 1 bis 20 sein"),
        (["--wish", "reach>=32", "--reserve", "90"], "--reserve braucht eine Zahl von 0 bis 50"),
        (["--wish", "reach>=32", "--reserve", "x"], "--reserve braucht eine Zahl von 0 bis 50"),
        (["--wish", "reach>=32", "--world", "utopi"], "Meinten Sie »utopie«?"),
        (["--wish", "reach>=32", "--out", "wege.txt"], "Die Endung ».txt«"),
    ],
)
def test_wrong_use_is_answered_with_a_sentence(say, words: list[str], told: str) -> None:
    code, out, err = say("backcast", KLEIN, *words)
    assert code == 2
    assert not out
    assert told in err


def test_wishes_as_people_type_them() -> None:
    assert asked(["a<=1,5", "b ≥ 2", "b<=−3"]) == {"a": (None, 1.5), "b": (2, -3)}
    with pytest.raises(CommandError):
        asked(["a<2"])
