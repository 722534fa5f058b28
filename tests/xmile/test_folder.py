"""A folder that says of itself what it is, whatever the file had in its names and texts."""

from __future__ import annotations

import datetime as dt

import pytest
import yaml

from tests.xmile.files import MODELS, taken_over, tank, xmile
from workbook.xmile.importing import Wishes, import_xmile
from workbook.xmile.model import XmileError
from workbook.xmile.words import NOTES, line, spoken
from workbook.xmile.yaml_text import yaml_text

HOSTILE = (
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "![x](http://example.org/x.png)",
    "[a](javascript:alert(1))",
    "{rate:.0f} [[rate &gt; 1]]",
    "# heading",
    "&amp;amp;",
    "a: b, {c}",
    "- x",
    "null",
    "&#x202E;txt",
    "x &#10;&#10; ## szene",
    "x" + "\\n" * 50,
    "a" * 500,
    "`|`",
    "%",
    "=1+1",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_texts_of_the_file_stay_texts(text, tmp_path) -> None:
    name = text.replace('"', "")
    data = xmile(
        f'<stock name="{name}"><doc>{text}</doc><eqn>10</eqn><inflow>f</inflow><units>{text}</units></stock>\n'
        f'<flow name="f"><eqn>rate</eqn></flow>\n<aux name="rate"><doc>{text}</doc><eqn>2</eqn></aux>'
    ).replace(b"<model>", f"<header><vendor>{text}</vendor><name>{text}</name></header><model>".encode())
    _, book = taken_over(data, tmp_path / "m")  # loads, so every rule for texts is kept
    assert len(book.scenario.stocks) == 1
    assert "<" not in book.scenario.title["de"]


def test_everything_that_is_a_placeholder_says_so() -> None:
    files = import_xmile((MODELS / "sir.xmile").read_bytes(), "sir.xmile", "sir", today=dt.date(2026, 5, 1)).files
    for name in ("scenario.yaml", "indicators.yaml", "story.yaml", "story/de/ending.md", "story/de/am-schluss.md"):
        assert "Platzhalter" in files[name], name
    for name in ("scenario.yaml", "indicators.yaml", "story.yaml", "story/en/ending.md", "story/en/am-schluss.md"):
        assert "laceholder" in files[name], name
    source = yaml.safe_load(files["sources.yaml"])["model"]
    assert source["title"] == "SIR epidemic (sir.xmile, XMILE 1.0)"
    assert source["publisher"] == "Example, By hand"
    frame = yaml.safe_load(files["scenario.yaml"])
    assert (frame["id"], frame["stand"], frame["check_by"]) == ("sir", dt.date(2026, 5, 1), dt.date(2027, 5, 1))
    assert "| Susceptible People | `susceptible_people` | stock |" in files["README.md"]
    assert "Eine Zeiteinheit des Modells (Days) ist hier ein Jahr" in files["README.md"]
    assert "One unit of the model's time (Days) is one year here" in files["README.md"]


def test_indicators_are_the_stocks_or_those_asked_for(tmp_path) -> None:
    _, book = taken_over((MODELS / "sir.xmile").read_bytes(), tmp_path / "a")
    assert len(book.scenario.indicators) == 3
    _, book = taken_over((MODELS / "sir.xmile").read_bytes(), tmp_path / "b", indicators=("share EVER ill",))
    assert list(book.scenario.indicators) == ["share_ever_ill_shown"]
    assert book.scenario.indicators["share_ever_ill_shown"].digits == 3
    with pytest.raises(Exception, match="nobody"):
        import_xmile(tank("rate"), "m.xmile", "m", Wishes((), ("nobody",)))


def test_a_circle_of_equations_is_told_where_it_is() -> None:
    data = tank("x", '<aux name="x"><eqn>y + rate</eqn></aux>\n<aux name="y"><eqn>x / 2</eqn></aux>')
    with pytest.raises(XmileError) as caught:
        import_xmile(data, "m.xmile", "m")
    assert {p.place.file for p in caught.value.problems} == {"m.xmile"}
    assert {p.place.line for p in caught.value.problems} <= {7, 8}


def test_an_equation_too_long_for_a_scenario_is_told_where_it_is() -> None:
    long = (
        " * ".join(f"(S + {k})" for k in range(100))
        + " * ("
        + " * ".join(f"(S + {k}.123456789)" for k in range(60))
        + ")"
    )
    with pytest.raises(XmileError) as caught:
        import_xmile(tank("rate", f'<aux name="x"><eqn>{long}</eqn></aux>'), "m.xmile", "m")
    (problem,) = caught.value.problems
    assert (problem.code, problem.place.line) == ("expr-too-long", 7)


def test_a_unit_that_cannot_be_written_makes_plain_numbers_and_is_said() -> None:
    imported = import_xmile(tank("rate").replace(b"<eqn>2</eqn>", b"<eqn>2</eqn><units>a^9</units>"), "m.xmile", "m")
    assert dict(imported.notes)["xmile-note-units"] == {"names": "m.xmile"}


def test_flows_that_do_not_exist_and_reserved_names() -> None:
    data = tank("rate", '<aux name="Time"><eqn>1</eqn></aux>').replace(b"<inflow>f<", b"<inflow>ff<")
    with pytest.raises(XmileError) as caught:
        import_xmile(data, "m.xmile", "m")
    assert [p.code for p in caught.value.problems] == ["xmile-flow", "xmile-reserved"]
    assert "Did you mean" in caught.value.problems[0].text("en")


def test_words_are_whole_in_both_languages() -> None:
    for key, (german, english) in NOTES.items():
        assert german, key
        assert german != english, key


def test_text_is_cleaned_without_being_lost() -> None:
    assert line("a\\nb\tc\u202e", 99) == "a b c"
    assert line("x" * 20, 10) == "x" * 9 + "…"
    assert line("a < b & c > d", 99) == "a < b & c > d"
    assert "<" not in line("<b>x</b>", 99)
    assert spoken("{x} [[y]] *z*") == "x y z"


@pytest.mark.parametrize(
    "value", ["yes", "a: b", "- x", "#", "", "0x1F", "1e5", "~", "[a", '"', "a\\b", "é", "*a", "a #b"]
)
def test_yaml_reads_what_was_written(value) -> None:
    data = {"k": value, "deep": {"list": [value, "b"], "texts": {"de": value, "en": value}}, "rows": [{"a": value}]}
    assert yaml.load(yaml_text(data, "heading"), yaml.BaseLoader) == data
