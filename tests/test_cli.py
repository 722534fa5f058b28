"""The command line as a person meets it: languages, refusals, exit codes, files written whole."""

from __future__ import annotations

import csv
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest
from pyarrow import parquet

import workbook as wb
from workbook import cli
from workbook.commands import terminal
from workbook.commands.wish import number, pairs
from workbook.commands.words import WORDS, CommandError
from workbook.wording import care_words
from workbook.xmile.exporting import xmile_text

KLEIN = "tests/scenarios/klein"


@pytest.fixture
def say(capsys: pytest.CaptureFixture[str], root: Path, monkeypatch: pytest.MonkeyPatch):
    """Run a line in this process: exit code, standard output, standard error."""
    monkeypatch.chdir(root)

    def run(*words: object) -> tuple[int, str, str]:
        code = cli.answer([str(word) for word in words])
        shown = capsys.readouterr()
        return code, shown.out, shown.err

    return run


def _python(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *words],
        capture_output=True, text=True, encoding="utf-8", check=False, env=os.environ | environment,
    )  # fmt: skip


# --- words ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("key", WORDS)
def test_both_languages_speak_of_the_same_things(key: str) -> None:
    german, english = WORDS[key]
    assert german.strip()
    assert english.strip()
    assert set(re.findall(r"{(\w+)}", german)) == set(re.findall(r"{(\w+)}", english))


def test_help_is_german_first(say) -> None:
    code, out, _ = say("--help")
    assert code == 0
    assert "Aufruf: workbook [OPTIONEN] BEFEHL" in out
    for word in ("Befehle:", "Optionen:", "Diese Hilfe zeigen.", "Eine Zukunft als Tabelle."):
        assert word in out
    assert "Usage" not in out


@pytest.mark.parametrize("words", [["--lang", "en", "run", "--help"], ["run", "--lang=en", "--help"]])
def test_language_may_stand_anywhere(say, words: list[str]) -> None:
    code, out, _ = say(*words)
    assert code == 0
    assert "Usage: workbook run [OPTIONS] ID" in out
    assert "One future as a table." in out
    assert "Optionen" not in out


def test_without_a_command_the_help_is_shown(say) -> None:
    assert say()[:2] == say("--help")[:2]


def test_language_of_the_machine() -> None:
    run = _python("-m", "workbook", "--help", WORKBOOK_LANG="", LC_ALL="", LC_MESSAGES="", LANG="en_GB.UTF-8")
    assert "Usage: workbook" in run.stdout


# --- wrong use -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["chekc"], "Den Befehl »chekc« gibt es nicht. Meinten Sie »check«?"),
        (["check", "--jsno"], "Die Option »--jsno« gibt es hier nicht. Meinten Sie »--json«?"),
        (["run"], "Es fehlt: ID."),
        (["run", "--set"], "Die Option »--set« braucht einen Wert."),
        (["run", "a", "b"], "Zu viele Angaben"),
        (["list", "--lang", "fr"], "Die Sprache »fr« gibt es hier nicht."),
        (["check", "gibtsnicht"], "Ein Szenario »gibtsnicht« gibt es nicht."),
        (["lab", "--port", "70000"], "Ein Port ist eine ganze Zahl von 1 bis 65535, gefunden: »70000«."),
        (["run", KLEIN, "--set", "x"], "--set braucht die Form lever=value, gefunden: »x«."),
        (["run", KLEIN, "--set", "a=1", "--set", "a=2"], "--set nennt »a« zweimal."),
        (["run", KLEIN, "--set", "a=viel"], "Der Hebel »a« braucht eine Zahl, gefunden: »viel«."),
        (["run", KLEIN, "--choose", "=x"], "--choose braucht die Form decision=option"),
        (["run", KLEIN, "--code", "X", "--world", "utopie"], "Ein Laufcode enthält schon alles"),
        (["run", KLEIN, "--out", "a.docx"], "Die Endung ».docx« kenne ich nicht. Möglich: .csv, .json, .xlsx"),
        (["run", KLEIN, "--world", "utopia"], "Eine Welt »utopia« gibt es nicht. Meinten Sie »utopie«?"),
        (["run", KLEIN, "--set", "tueren=1"], "Einen Hebel »tueren« gibt es nicht."),
        (["run", KLEIN, "--choose", "x=y"], "Eine Entscheidung »x« gibt es nicht."),
        (["run", KLEIN, "--code", "0000"], "ode"),
        (
            ["export", KLEIN, "--to", "docx"],
            "Die Art »docx« gibt es nicht. Möglich: html, slides, pdf, deck, worksheet",
        ),
    ],
)
def test_wrong_use_is_told_in_a_sentence(say, words: list[str], told: str) -> None:
    code, out, err = say(*words)
    assert code == 2
    assert out == ""
    assert told in err
    assert "Traceback" not in err


def test_wrong_use_in_english(say) -> None:
    code, _, err = say("--lang", "en", "check", "--jsno")
    assert code == 2
    assert err.startswith("There is no option “--jsno” here. Did you mean “--json”?\nHelp: workbook check --help")


@pytest.mark.parametrize(
    ("text", "value"), [("2.5", 2.5), ("2,5", 2.5), ("-3", -3.0), ("\N{MINUS SIGN}3", -3.0), (".5", 0.5), ("007", 7.0)]
)
def test_numbers_as_people_type_them(text: str, value: float) -> None:
    assert number("a", text) == value


@pytest.mark.parametrize("text", ["1_5", "nan", "inf", "1e999", "1.000,5", "0x10", "1 000", "٣"])
def test_numbers_nobody_means(text: str) -> None:
    with pytest.raises(CommandError) as caught:
        number("a", text)
    assert caught.value.text("en") == f"The lever “a” needs a number, found: “{text}”."


def test_pairs_forgive_spaces() -> None:
    assert pairs("--set", ["a = 1", "b=2"], "lever=value") == {"a": "1", "b": "2"}


# --- check ---------------------------------------------------------------------------------------


def test_check_of_a_good_folder(say) -> None:
    code, out, err = say("check", KLEIN)
    assert (code, err) == (0, "")
    *hints, last = out.splitlines()
    assert all(f"{KLEIN}/" in line and ": Hinweis: " in line for line in hints)
    assert last == f"{KLEIN}: in Ordnung, Hinweise: {len(hints)}."


@pytest.fixture
def broken(klein: Path, tmp_path: Path) -> Path:
    folder = shutil.copytree(klein, tmp_path / "klein")
    path = folder / "levers.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("unit:", "unti:", 1), encoding="utf-8")
    return folder


def test_check_names_file_line_and_column(say, broken: Path) -> None:
    code, out, err = say("check", broken)
    assert code == 1
    assert err == ""
    assert re.search(rf"^{re.escape(str(broken))}/levers\.yaml:\d+:\d+: .*unti", out, re.MULTILINE)
    assert re.search(rf"^{re.escape(str(broken))}: Fehler: \d+\.$", out, re.MULTILINE)


def test_check_as_json(say, broken: Path) -> None:
    code, out, _ = say("check", broken, KLEIN, "--json", "--lang", "en")
    assert code == 1
    bad, good = json.loads(out)
    assert (bad["valid"], good["valid"]) == (False, True)
    assert {problem["severity"] for problem in good["problems"]} == {"warning"}
    first = bad["problems"][0]
    assert set(first) == {"file", "line", "column", "severity", "code", "message"}
    assert first["file"] == "levers.yaml"


def test_a_run_of_a_broken_folder_tells_every_problem(say, broken: Path) -> None:
    code, out, err = say("run", broken)
    assert (code, out) == (1, "")
    assert "levers.yaml:" in err
    assert "Traceback" not in err


# --- list, run, story, export ----------------------------------------------------------------------


def test_list_shows_every_scenario(say, root: Path) -> None:
    code, out, _ = say("list")
    assert code == 0
    for path in (root / "scenarios").glob("*/scenario.yaml"):
        assert path.parent.name in out


def test_list_starts_without_the_heavy_libraries() -> None:
    heavy = "{'pandas', 'plotly', 'IPython', 'ipywidgets', 'jupyterlab', 'nbconvert', 'pyarrow', 'openpyxl'}"
    code = f"import sys; from workbook import cli; cli.answer(['list']); print('heavy', {heavy} & set(sys.modules))"
    assert _python("-c", code).stdout.splitlines()[-1] == "heavy set()"


def test_run_shows_years_and_code(say) -> None:
    code, out, _ = say("run", KLEIN)
    assert code == 0
    assert "2015" in out
    assert "2030" in out
    assert re.search(r"Laufcode: \S+", out)
    assert "\x1b" not in out


def _code(out: str) -> str:
    return re.search(r"(?:Laufcode|Run code): (\S+)", out)[1]


def test_a_run_code_brings_the_run_back(say) -> None:
    first = say("run", KLEIN, "--world", "utopie")[1]
    assert say("run", KLEIN, "--code", _code(first))[1] == first
    assert say("run", KLEIN)[1] != first


def test_a_future_as_a_model_for_other_simulators(say, tmp_path: Path) -> None:
    """Whatever its ending: .stmx is XMILE, too."""
    out = tmp_path / "run.stmx"
    assert say("run", KLEIN, "--world", "utopie", "--form", "xmile", "--out", out)[0] == 0
    book = wb.load(KLEIN)
    assert out.read_text(encoding="utf-8") == xmile_text(book.scenario, book.run("utopie").setting)


def test_all_formats_hold_the_same_numbers(say, tmp_path: Path) -> None:
    for ending in ("csv", "json", "xlsx", "parquet"):
        assert say("run", KLEIN, "--out", tmp_path / f"run.{ending}")[0] == 0
    with (tmp_path / "run.csv").open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    numbers = [[float(cell) for cell in row] for row in rows]
    kept = json.loads((tmp_path / "run.json").read_text(encoding="utf-8"))
    assert [list(row.values()) for row in kept["rows"]] == numbers
    assert list(kept["rows"][0]) == header
    assert kept["scenario"] == "klein"
    sheet = openpyxl.load_workbook(tmp_path / "run.xlsx")["run"]
    told = [list(row) for row in sheet.iter_rows(values_only=True)]
    assert told[0] == header
    # A spreadsheet keeps 15 digits.
    assert told[1:] == [pytest.approx(row, rel=1e-14) for row in numbers]
    table = parquet.read_table(tmp_path / "run.parquet")
    assert table.column_names == header
    assert [list(row.values()) for row in table.to_pylist()] == numbers
    assert json.loads(table.schema.metadata[b"workbook"])["code"] == kept["code"]


def test_months_hold_every_step_of_every_name(say, tmp_path: Path) -> None:
    path = tmp_path / "run.csv"
    assert say("run", KLEIN, "--months", "--out", path)[0] == 0
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 16 * 12 + 1
    assert (float(rows[0]["time"]), float(rows[12]["time"])) == (2015.0, 2016.0)
    assert {"guests", "residents", "reach"} <= set(rows[0])
    assert say("run", KLEIN, "--months") == (2, "", "--months braucht --out FILE.\n")


def test_a_lever_between_two_positions_has_no_code_but_numbers(say, tmp_path: Path) -> None:
    code, out, _ = say("run", KLEIN, "--set", "welcome=35", "--out", tmp_path / "run.json")
    assert code == 0
    assert "keine Stellung 35" in out
    kept = json.loads((tmp_path / "run.json").read_text(encoding="utf-8"))
    assert kept["code"] is None
    assert kept["levers"]["welcome"] == 35


def test_a_narrow_terminal_sees_the_whole_future(say, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(terminal, "_UNWRAPPED", 100)
    out = say("run", KLEIN)[1]
    assert re.findall(r"\b20\d\d\b", out) == ["2015", "2020", *(str(year) for year in range(2025, 2031))]


@pytest.mark.parametrize(("lang", "word"), [("de", "Warum diese Szene?"), ("en", "Why this scene?")])
def test_story_tells_scenes_and_reasons(say, lang: str, word: str) -> None:
    code, out, _ = say("story", KLEIN, "--lang", lang)
    assert code == 0
    assert word in out
    assert out.count("## ") >= 2
    assert "{" not in out
    assert "[[" not in out


def test_story_says_what_a_scene_touches_on_before_it_is_told(say) -> None:
    run = wb.load("soziale-arbeit-2030").run("dystopie")
    lines = say("story", "soziale-arbeit-2030", "--world", "dystopie", "--lang", "de-einfach")[1].splitlines()
    careful = [p for p in run.story("de-einfach", moves=False).passages if p.care]
    assert careful
    for passage in careful:
        at = lines.index(f"## {passage.title}")
        assert lines[at + 2] == f"*{care_words(passage.care, 'de-einfach')}*"


def test_story_tells_decisions_before_what_came_of_them(say) -> None:
    out = say("story", KLEIN, "--choose", "night=open", "--lang", "en")[1]
    asked = out.index("**Does the house open at night?** Yes")
    assert out.index("# 2027 · ") < asked < out.index("## ")


def test_a_language_without_texts_is_refused_when_asked_for(say, monkeypatch: pytest.MonkeyPatch) -> None:
    code, _, err = say("story", KLEIN, "--lang", "de-einfach")
    assert code == 2
    assert err == "Die Sprache »de-einfach« gibt es hier nicht. Meinten Sie »de«? Möglich: de, en.\n"
    german = say("story", KLEIN, "--lang", "de")
    monkeypatch.setenv("WORKBOOK_LANG", "de-einfach")
    assert say("story", KLEIN) == german


@pytest.mark.parametrize(("lang", "own"), [("de", "Ihr Weg"), ("en", "Your way")])
def test_the_map_marks_the_way_of_a_future(say, klein: Path, lang: str, own: str) -> None:
    code, out, _ = say("map", KLEIN, "--world", "utopie", "--lang", lang)
    assert code == 0
    run = wb.load(klein).run("utopie")
    titles = [passage.title for passage in run.story(lang, moves=False).passages]
    rows = [line for line in out.splitlines() if re.search(r"\d · ", line)]
    assert len(rows) == sum(len(chapter.scenes) for chapter in run.scenario.chapters)
    marked = [line for line in rows if own in line]
    assert len(marked) == len(titles)
    assert all(title in line for title, line in zip(titles, marked, strict=True))
    assert all(title in out.split(f"{own}: ", maxsplit=1)[1] for title in titles)


def test_export_writes_one_page(say, tmp_path: Path) -> None:
    page = tmp_path / "seite.html"
    code, out, _ = say("export", KLEIN, "-o", page)
    assert (code, out) == (0, f"Geschrieben: {page}\n")
    assert page.read_text(encoding="utf-8").lstrip().lower().startswith("<!doctype html>")
    assert [p.name for p in tmp_path.iterdir()] == ["seite.html"]


# --- files ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "told"),
    [("fehlt/run.csv", "Den Ordner gibt es nicht."), ("ordner.csv", "ist ein Ordner, keine Datei.")],
)
def test_places_where_no_file_can_be(say, tmp_path: Path, name: str, told: str) -> None:
    (tmp_path / "ordner.csv").mkdir()
    code, _, err = say("run", KLEIN, "--out", tmp_path / name)
    assert code == 1
    assert told in err


# --- terminals -----------------------------------------------------------------------------------


def test_a_poor_terminal_gets_question_marks_instead_of_a_failure() -> None:
    run = _python("-m", "workbook", "check", "gibtsnicht", PYTHONIOENCODING="ascii")
    assert run.returncode == 2
    assert "Ein Szenario ?gibtsnicht? gibt es nicht." in run.stderr


def test_a_reader_who_stops_early_hears_no_complaint(root: Path) -> None:
    run = subprocess.run(
        f"{sys.executable} -m workbook check {KLEIN} {KLEIN} --json | true; exit ${{PIPESTATUS[0]}}",
        shell=True, executable=shutil.which("bash"), cwd=root, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert run.stderr == ""


def test_version(say, root: Path) -> None:
    assert re.fullmatch(r"\d[\d.]*\n", say("--version")[1])
