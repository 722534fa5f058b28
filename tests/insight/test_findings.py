"""The four commands: what they print, write and refuse; and the page that they make."""

from __future__ import annotations

import json
import re

import pandas as pd
import pytest

import workbook as wb
from workbook.cli import answer
from workbook.insight.page import page
from workbook.insight.telling import Telling, amount, digits_within, hundred

COMMANDS = {
    "sensitivity": ["--samples", "4"],
    "discover": ["--where", "reach > 30", "--samples", "600"],
    "robust": ["--samples", "30"],
    "tipping": ["rent", "--samples", "10"],
}


def line(name, klein, *more):
    own = COMMANDS[name]
    if name == "tipping":
        return [name, str(klein), own[0], *own[1:], *more]
    return [name, str(klein), *own, *more]


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize("lang", ["de", "en"])
def test_sentences_and_tables_are_printed(klein, capsys, name, lang):
    assert answer(line(name, klein, "--lang", lang)) == 0
    said = capsys.readouterr()
    assert said.err == ""
    assert ("Reichweite" if lang == "de" else "Reach") in said.out
    assert not re.search(r"\bnan\b|None", said.out)


@pytest.mark.parametrize("name", COMMANDS)
def test_a_file_has_the_full_numbers(klein, capsys, tmp_path, name):
    for ending in ("csv", "json", "xlsx", "parquet"):
        assert answer(line(name, klein, "-o", str(tmp_path / f"a.{ending}"))) == 0
    frame = pd.read_csv(tmp_path / "a.csv")
    assert len(frame) > 0
    assert len(pd.read_parquet(tmp_path / "a.parquet")) == len(frame)
    kept = json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))
    assert kept["scenario"] == "klein"
    assert kept["fingerprint"] == wb.load(klein).scenario.fingerprint
    assert len(kept["rows"]) == len(frame)
    assert "Geschrieben" in capsys.readouterr().out


@pytest.mark.parametrize("name", COMMANDS)
def test_a_page_needs_nothing_else(klein, capsys, tmp_path, name):
    assert answer(line(name, klein, "-o", str(tmp_path / "a.html"))) == 0
    text = (tmp_path / "a.html").read_text(encoding="utf-8")
    assert "<script" not in text
    assert "style=" not in text.split("</head>")[1]
    assert "http" not in re.sub(r"http-equiv", "", text)
    assert f"<code>workbook {name} " in text
    assert '<html lang="de">' in text
    assert text.count("<th scope=") > 4
    assert "<figcaption" in text


@pytest.mark.parametrize("name", COMMANDS)
def test_the_command_of_a_page_makes_it_again(klein, capsys, tmp_path, name):
    import shlex

    first = tmp_path / "a.html"
    answer(line(name, klein, "-o", str(first)))
    said = re.search(r"<code>workbook (.*?)</code>", first.read_text(encoding="utf-8"))[1]
    words = shlex.split(said.replace("&#x27;", "'").replace("&gt;", ">"))
    assert answer([*words, "-o", str(tmp_path / "b.html")]) == 0
    assert (tmp_path / "b.html").read_text(encoding="utf-8") == first.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (["sensitivity", "--years", "2030,soon"], 2, "soon"),
        (["sensitivity", "--method", "sobel"], 2, "sobol"),
        (["sensitivity", "-o", "a.docx"], 2, ".html"),
        (["discover", "--where", "reach >> 3"], 2, "an Stelle"),
        (["discover", "--ensemble", "missing.parquet"], 2, "kein Ensemble"),
        (["robust", "--worlds", "utopie"], 2, "zwei Welten"),
        (["robust", "--indicators", ","], 2, "mindestens einen Namen"),
        (["tipping", "rant"], 2, "rent"),
        (["robust", "--samples", "20", "-o", "no/such/a.html"], 1, "Den Ordner gibt es nicht"),
    ],
)
def test_refusals(klein, capsys, words, code, sentence):
    assert answer([words[0], str(klein), *words[1:]]) == code
    assert sentence in capsys.readouterr().err


def test_an_ensemble_on_disk_is_understood(klein, tmp_path, capsys):
    wb.ensemble(klein, 800, out=tmp_path / "a.parquet")
    words = ["discover", str(klein), "--ensemble", str(tmp_path / "a.parquet"), "--ending", "haus"]
    assert answer(words) == 0
    assert "gezogen: 800" in capsys.readouterr().out


def test_a_page_escapes_what_it_shows():
    told = Telling("<b>", ("<i>&",), (), "<u>")
    text = page(told, "de", "workbook <x>", "abc")
    assert not re.search(r"<b>|<i>|<u>|<x>", text)


@pytest.mark.parametrize(
    ("share", "words"),
    [(0, "0 von 100"), (0.001, "weniger als 1 von 100"), (0.005, "1 von 100"), (0.424, "42 von 100"),
     (0.994, "99 von 100"), (0.999, "mehr als 99 von 100"), (1, "100 von 100")],
)  # fmt: skip
def test_some_is_never_told_as_none_and_most_never_as_all(share, words):
    assert hundred(share, "de") == words


def test_amounts_have_three_digits_and_shares_differ_in_points(klein):
    s = wb.load("soziale-arbeit-2030").scenario
    assert amount(s, "staff", 340_866, "de") == "341.000 Personen"
    assert amount(s, "exhaustion", 12.34, "de") == "12\u00a0%-Punkte"
    assert amount(s, "exhaustion", 0.0123, "en") == "0.012\u00a0% points"
    assert (digits_within(0.2, 0.6), digits_within(0, 50), digits_within(0, 1e6)) == (3, 1, 0)


def test_a_finding_shows_itself_in_words_and_in_a_notebook_with_tables(klein):
    found = wb.robustness(klein, 20, indicators="reach")
    assert repr(found) == found.sentences("de")[0]
    html = found._repr_html_()
    assert html.startswith("<p>Bei »Reichweite« 2030")
    assert html.count("<table") == 1
    assert html.count("<tr>") == 1 + len(wb.load(klein).scenario.worlds)
