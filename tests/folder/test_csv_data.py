from __future__ import annotations

import pytest

from workbook.folder.csv_data import Draft, read_csv
from workbook.folder.shapes import Reporter

HEADER = "series,label_de,label_en,year,value,unit,source\n"


def read(text: str) -> tuple[dict[str, Draft], list[tuple[str, int]]]:
    drafts: dict[str, Draft] = {}
    report = Reporter()
    read_csv(text, "a.csv", drafts, report)
    return drafts, [(p.code, p.place.line) for p in report.problems]


def test_observations_in_the_order_of_years() -> None:
    drafts, problems = read(HEADER + "a,Eins,One,2020,2.5,%,s\n\na,Eins,One,2018.5,-1e3,%,t\n")
    assert problems == []
    series = drafts["a"].series()
    assert [(o.year, o.value, o.source) for o in series.observations] == [(2018.5, -1000.0, "t"), (2020.0, 2.5, "s")]
    assert (series.label["de"], series.label["en"], series.unit) == ("Eins", "One", "%")


def test_quoted_fields_may_span_lines() -> None:
    drafts, problems = read(HEADER + 'a,"Eins,\nzwei",One,2020,1,%,s\na,"Eins,\nzwei",One,2021,x,%,s\n')
    assert problems == [("shape-number", 4)]
    assert drafts["a"].row["label_de"] == "Eins,\nzwei"


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("", [("csv-empty", 1)]),
        (HEADER, [("csv-empty", 1)]),
        ("a,b\n1,2\n", [("csv-header", 1)]),
        (HEADER + "a,Eins,One,2020,1,%\n", [("csv-columns", 2)]),
        (HEADER + "A b,Eins,One,2020,1,%,s\n", [("shape-identifier", 2)]),
        (HEADER + "a,Eins,One,MMXX,1,%,s\n", [("shape-number", 2)]),
        (HEADER + "a,Eins,One,20200,1,%,s\n", [("year-outside", 2)]),
        (HEADER + "a,Eins,One,2020,nan,%,s\n", [("shape-number", 2)]),
        (HEADER + "a,<b>Eins</b>,One,2020,1,%,s\n", [("text-html", 2), ("text-html", 2)]),
        (HEADER + "a,Eins,One,2020,1,%,s\na,Ein,One,2021,1,%,s\n", [("csv-differs", 3)]),
        (HEADER + "a,Eins,One,2020,1,%,s\na,Eins,One,2020,2,%,s\n", [("csv-year-twice", 3)]),
        (HEADER + 'a,"Eins"x,One,2020,1,%,s\n', [("csv-syntax", 2), ("csv-empty", 1)]),
    ],
)
def test_problems(text: str, problems: list[tuple[str, int]]) -> None:
    assert read(text)[1] == problems
