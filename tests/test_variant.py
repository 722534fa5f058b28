"""A contested number becomes a variant of its own name: other values, another fingerprint, compared like a world."""

from __future__ import annotations

import json

import pytest

import workbook as wb
from workbook.cli import answer
from workbook.variant import VariantError, exact

YAML = """\
name: Was die Praxis sagt
objections:
  - constant: decay_rate
    value: 0.25
    reason: Bei uns wird langsamer vergessen.
    person: A. Beispiel
"""


@pytest.fixture
def book(klein):
    return wb.load(klein)


def varied(book, folder, text):
    path = folder / "einspruch.yaml"
    path.write_text(text, encoding="utf-8")
    return book.variant(path)


def test_the_model_runs_with_the_other_value(book, tmp_path):
    other = varied(book, tmp_path, YAML)
    for each, rate in ((book, 0.5), (other, 0.25)):
        run = each.run()
        assert [row[run.trajectories.names.index("memory")] for row in run.trajectories.rows[:25]] == pytest.approx(
            [100 * (1 - rate / 12) ** month for month in range(25)], rel=1e-12
        )


def test_json_says_the_same(book, tmp_path):
    entry = {"constant": "decay_rate", "value": 0.25, "reason": "Bei uns wird langsamer vergessen."}
    path = tmp_path / "einspruch.json"
    path.write_text(json.dumps({"name": "Was die Praxis sagt", "objections": [entry]}, indent=1), encoding="utf-8")
    assert book.variant(path).scenario.fingerprint == varied(book, tmp_path, YAML).scenario.fingerprint


def test_a_run_code_belongs_to_its_variant(book, tmp_path):
    other = varied(book, tmp_path, YAML)
    code = other.run().code
    assert varied(wb.load(book.scenario.folder), tmp_path, YAML).run_of_code(code).setting == other.run().setting
    with pytest.raises(wb.RunCodeError):
        book.run_of_code(code)
    assert book.scenario.constants["decay_rate"].value == 0.5


def test_an_objection_to_the_value_in_force_changes_nothing(book, tmp_path):
    same = varied(book, tmp_path, YAML.replace("0.25", "0.5"))
    assert same.scenario.fingerprint == book.scenario.fingerprint
    assert same.run().trajectories.rows == book.run().trajectories.rows


@pytest.mark.parametrize(("value", "low", "high"), [(0.3, 0.2, 0.6), (0.1, 0.1, 0.6), (0.9, 0.2, 0.9)])
def test_a_range_grows_as_far_as_the_value_needs(book, tmp_path, value, low, high):
    text = YAML.replace("decay_rate", "join_rate").replace("0.25", str(value))
    constant = varied(book, tmp_path, text).scenario.constants["join_rate"]
    assert (constant.value, constant.low, constant.high) == (value, low, high)


def test_it_is_compared_under_its_name(book, tmp_path):
    other = varied(book, tmp_path, YAML)
    table = wb.compare(book.run(), other.run(), lang="de")
    world = book.scenario.baseline.label["de"]
    assert list(table.columns) == [world, f"{world} · Was die Praxis sagt", f"Δ {world} · Was die Praxis sagt"]
    year = book.scenario.time.years[-1]
    for k, name in enumerate(book.scenario.indicators):
        assert table.iloc[k, 2] == other.run().value(name, year) - book.run().value(name, year)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "einspruch.yaml:1:1"),
        ("name: a: b", "einspruch.yaml:1:8"),
        (
            YAML.replace("decay_rate", "decay_rat"),
            "3:15: Eine Konstante »decay_rat« gibt es nicht. Meinten Sie »decay_rate«?",
        ),
        (YAML.replace("0.25", "=1/4"), "4:12"),
        (YAML.replace("0.25", "1e999"), "4:12"),
        (YAML.replace("0.25", ".nan"), "4:12"),
        (YAML.replace("    reason: Bei uns wird langsamer vergessen.\n", ""), "reason"),
        (YAML.replace("langsamer", "x" * 2_000), "5:13"),
        (YAML.replace("Bei uns wird langsamer vergessen.", '"\\u001b\\u2028"'), "5:13"),
        (YAML + YAML.split("objections:\n")[1], "7:15"),
        (YAML.replace("person", "author"), "author"),
        ("name: x\nobjections: []\n", "2:13"),
        ("name: x\nobjections: 3\n", "2:13"),
        ("- 1\n", "1:1"),
        ("name: &a x\nobjections: [*a]\n", "1:7"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(book, tmp_path, text, told):
    with pytest.raises(VariantError) as caught:
        varied(book, tmp_path, text)
    assert told in caught.value.text("de")
    assert caught.value.text("en").startswith("The variant in “")


def test_what_a_person_says_may_look_like_anything(book, tmp_path):
    said = "<b>Nein</b> ![x](y) {{1}} [bold]\x1b[31m\u202e\n zweite Zeile"
    entry = {"constant": "decay_rate", "value": 0.25, "reason": said, "person": "<i>A.</i>"}
    path = tmp_path / "einspruch.json"
    path.write_text(json.dumps({"name": "</script>", "objections": [entry]}), encoding="utf-8")
    contested = book.variant(path).contested
    assert contested.name == "</script>"
    (objection,) = contested.objections
    assert objection.reason == "<b>Nein</b> ![x](y) {{1}} [bold] [31m zweite Zeile"
    assert objection.person == "<i>A.</i>"


def test_the_authors_value_is_remembered_through_variants(book, tmp_path):
    again = varied(varied(book, tmp_path, YAML), tmp_path, YAML.replace("0.25", "0.125"))
    assert [(o.value, o.instead) for o in again.contested.objections] == [(0.125, 0.5)]


def test_a_variant_of_a_variant_keeps_both_values(book, tmp_path):
    more = YAML.replace("decay_rate", "leave_rate").replace("Was die Praxis sagt", "Und wer geht")
    both = varied(varied(book, tmp_path, YAML), tmp_path, more)
    assert both.contested.name == "Was die Praxis sagt · Und wer geht"
    assert {o.constant: o.value for o in both.contested.objections} == {"decay_rate": 0.25, "leave_rate": 0.25}
    assert [both.scenario.constants[name].value for name in ("decay_rate", "leave_rate")] == [0.25, 0.25]


@pytest.mark.parametrize("name", ["nichts.yaml", "."])
def test_a_file_that_is_not_there(book, tmp_path, name):
    with pytest.raises(wb.UsageError, match=r"gibt es nicht|does not exist"):
        book.variant(tmp_path / name)


def test_bytes_that_are_no_text(book, tmp_path):
    path = tmp_path / "einspruch.yaml"
    path.write_bytes(b"name: \xff\n")
    with pytest.raises(VariantError, match="UTF-8"):
        book.variant(path)


def test_the_command_line_runs_a_variant(klein, tmp_path, capsys):
    path, out = tmp_path / "einspruch.yaml", tmp_path / "lauf.json"
    path.write_text(YAML, encoding="utf-8")
    assert answer(["run", str(klein), "--variant", str(path), "--out", str(out), "--lang", "de"]) == 0
    assert "Variante: Was die Praxis sagt" in capsys.readouterr().out
    kept = out.read_text(encoding="utf-8")
    assert '"Was die Praxis sagt"' in kept
    assert '"decay_rate": 0.25' in kept
    path.write_text(YAML.replace("decay_rate", "nichts"), encoding="utf-8")
    assert answer(["run", str(klein), "--variant", str(path), "--lang", "de"]) == 1
    told = capsys.readouterr().err
    assert "einspruch.yaml:3:15" in told
    assert "Traceback" not in told


# --- every command that runs a scenario runs its variant -----------------------------------------------


@pytest.fixture
def files(tmp_path):
    """Two files of which the second goes further than the first."""
    first, second = tmp_path / "erst.yaml", tmp_path / "dann.yaml"
    first.write_text(YAML, encoding="utf-8")
    more = YAML.replace("Was die Praxis sagt", "Und dann").replace("0.25", "0.125")
    second.write_text(more + YAML.split("objections:\n")[1].replace("decay", "leave"), encoding="utf-8")
    return first, second


def test_a_later_file_goes_after_an_earlier(klein, files, tmp_path, capsys):
    out = tmp_path / "lauf.json"
    line = ["run", str(klein), "--variant", str(files[0]), "--variant", str(files[1]), "--out", str(out)]
    assert answer([*line, "--lang", "de"]) == 0
    assert json.loads(out.read_text(encoding="utf-8"))["constants"] == {"decay_rate": 0.125, "leave_rate": 0.25}
    assert "- Vergessen je Jahr: 0,125 je Jahr statt 0,5. Bei uns wird langsamer vergessen. – A. Beispiel" in (
        capsys.readouterr().out
    )


@pytest.mark.parametrize("command", ["story", "map"])
def test_story_and_map_say_the_variant_and_its_reasons(klein, files, capsys, command):
    assert answer([command, str(klein), "--variant", str(files[0]), "--lang", "en"]) == 0
    told = capsys.readouterr().out
    assert told.startswith("Variant: Was die Praxis sagt\n- Forgetting per year: 0.25 per year instead of 0.5. Bei uns")


def test_the_exported_page_is_the_variants(klein, book, files, tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert answer(["export", str(klein), "--variant", str(files[0])]) == 0
    assert "klein-erst.html" in capsys.readouterr().out, "the page of the scenario keeps its name"
    page = (tmp_path / "klein-erst.html").read_text(encoding="utf-8")
    assert "Was die Praxis sagt" in page
    assert "Bei uns wird langsamer vergessen." in page


@pytest.mark.parametrize("kind", ["slides"])
def test_a_variant_is_not_exported_where_it_would_not_be_named(klein, files, capsys, kind):
    assert answer(["export", str(klein), "--variant", str(files[0]), "--to", kind, "--lang", "de"]) == 2
    assert "html und pdf" in capsys.readouterr().err


def test_an_ensemble_of_a_variant(klein, book, files, tmp_path):
    from pyarrow import parquet

    out = tmp_path / "viele.parquet"
    line = ["ensemble", str(klein), "--samples", "8", "--constants", "none", "--choices", "default", "--out", str(out)]
    assert answer([*line, "--variant", str(files[0])]) == 0
    last = book.scenario.time.years[-1]
    found = parquet.read_table(out).column(f"memory_left_{last}").to_pylist()
    assert found == pytest.approx([book.variant(files[0]).run().value("memory_left", last)] * 8, rel=1e-9)


@pytest.mark.parametrize(
    ("value", "german", "english"),
    [
        (0.0542, "0,0542", "0.0542"),
        (1308000.0, "1.308.000", "1,308,000"),
        (1e-7, "0,0000001", "0.0000001"),
        (-4.0, "−4", "−4"),
    ],
)
def test_a_constant_is_told_with_all_its_digits(value, german, english):
    assert [exact(value, lang) for lang in ("de", "en")] == [german, english]
