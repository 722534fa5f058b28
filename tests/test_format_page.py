"""docs/format.md is current, names every key, and shows only what is really read."""

from __future__ import annotations

import re

import pytest

from tests.tools import format_words as words
from tests.tools.format_page import format_page, keys, type_words
from workbook.folder.csv_data import COLUMNS, NOTE, read_csv
from workbook.folder.files import FILES
from workbook.folder.shapes import ListOf, MapOf, Record, Reporter
from workbook.folder.texts import read_texts
from workbook.model import Figure


def shapes(shape):
    """A shape and all within it."""
    yield shape
    inner = [key.shape for key in shape.keys.values()] if isinstance(shape, Record) else []
    inner += [shape.names, shape.shape] if isinstance(shape, MapOf) else []
    inner += [shape.shape] if isinstance(shape, ListOf) else []
    for each in inner:
        yield from shapes(each)


def halves():
    english, german = format_page().split("# Das Ordnerformat")
    return german, english


def test_the_written_page_is_up_to_date(root):
    assert (root / "docs/format.md").read_text(encoding="utf-8") == format_page(), "run `make docs`"


@pytest.mark.parametrize("name", FILES)
def test_every_key_stands_in_both_languages_with_its_meaning(name):
    for lang, half in enumerate(halves()):
        section = half.split(f"\n## {name}.yaml\n")[1].split("\n## ")[0]
        written = {row[0] for line in section.splitlines() if (row := re.findall(r"\| (`[^|]+`) \|", line))}
        records = [shape for shape in shapes(FILES[name]) if isinstance(shape, Record)]
        assert len(written) == len({path for path, *_ in keys(FILES[name], lang)}) == sum(len(r.keys) for r in records)
        for record in records:
            for key, described in record.keys.items():
                assert any(path.strip("`").split(".")[-1] == key for path in written), key
                assert described.meaning[lang].replace("|", "\\|") in section


@pytest.mark.parametrize("lang", [0, 1])
def test_each_shape_has_words_that_differ_by_kind(lang):
    every = {type(shape) for fields in FILES.values() for shape in shapes(fields)}
    said = {kind: {type_words(s, lang) for f in FILES.values() for s in shapes(f) if type(s) is kind} for kind in every}
    assert len(every) >= 14
    everything = [text for texts in said.values() for text in texts]
    assert all(everything)
    assert len(everything) == len(set(everything)), "two kinds share their words"


def read(body):
    report = Reporter()
    sections = read_texts(f"## a: A\n\n{body}\n", "a.md", 2025, 2030, report)
    assert report.problems == []
    return sections["a"].passage


@pytest.mark.parametrize("text", words.FIGURES)
def test_the_figures_of_the_page_are_read(text):
    assert f"`{text}`" in format_page()
    assert [type(part) for part in read(f"x {text} y").parts] == [str, Figure, str]


@pytest.mark.parametrize("text", words.CLAIMS)
def test_the_claims_of_the_page_are_read(text):
    assert f"`[[{text}]]`" in format_page()
    assert [claim.text for claim in read(f"x [[{text}]] y").claims] == [text]


def test_what_is_no_figure_is_refused():
    report = Reporter()
    read_texts("## a: A\n\n{a:.9f} [[a rises quickly]]\n", "a.md", 2025, 2030, report)
    assert [problem.code for problem in report.problems] == ["text-figure", "text-claim"]


@pytest.mark.parametrize("columns", [COLUMNS, (*COLUMNS, NOTE)])
def test_the_header_of_the_page_is_read(columns):
    header = ",".join(columns)
    assert all(f"    {header}" in half for half in halves())
    report, series = Reporter(), {}
    row = "a,Ä,A,2025,1.5,person,s" + ",n" * (len(columns) - len(COLUMNS))
    assert read_csv(f"{header}\n{row}\n", "a.csv", series, report)
    assert report.problems == []
    assert series["a"].observations[2025].value == 1.5


def test_both_halves_have_the_same_rows():
    german, english = halves()
    shape = [[line.count("|") for line in half.splitlines() if line.startswith("|")] for half in (german, english)]
    assert shape[0] == shape[1]
    assert not re.search(r"\{[a-z_]+\}", re.sub(r"`[^`\n]*`", "", format_page())), "a placeholder was left"


def test_the_file_of_a_variant_stands_there_too():
    for half, heading in zip(halves(), ("## Varianten", "## Variants"), strict=True):
        section = half.split(heading)[1].split("\n## ")[0]
        for key in ("name", "objections", *(f"objections[].{k}" for k in ("constant", "value", "reason", "person"))):
            assert f"| `{key}` |" in section


def test_links_to_files_lead_to_headings():
    page = format_page()
    headings = [line[3:].replace(".", "").lower() for line in page.splitlines() if line.startswith("## ")]
    for target in re.findall(r"\(#([^)]+)\)", page):
        name, _, again = target.partition("-")
        assert headings.count(name) == 2, target
        assert again in ("", "1")
