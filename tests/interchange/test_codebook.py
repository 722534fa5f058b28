"""Every name once, and text that cannot break the table it stands in."""

from __future__ import annotations

from dataclasses import replace

from markdown_it import MarkdownIt

import workbook as wb
from workbook.interchange.codebook import HEADER, markdown, names
from workbook.text import Text


def test_every_name_once(klein):
    s = wb.load(klein).scenario
    rows = list(names(s))
    assert [row[0] for row in rows] == [
        *s.levers, *s.constants, *s.inputs, *s.stocks, *s.variables, *s.indicators,
    ]  # fmt: skip
    assert {len(row) for row in rows} == {len(HEADER)}
    told = {row[0]: dict(zip(HEADER, row, strict=True)) for row in rows}
    assert told["join_rate"] | {"note": ""} == {
        "name": "join_rate", "kind": "constant", "label_de": "Zugang je Jahr", "label_en": "Joining per year",
        "unit": "1/year", "value": 0.4, "low": 0.2, "high": 0.6, "grade": "study", "source": "house2020",
        "equation": "", "note": "",
    }  # fmt: skip
    assert told["residents"]["source"] == "house2020"
    assert told["guests"]["equation"] == "+joining -leaving"
    assert told["leaving"]["equation"] == "leave_rate * guests"


def test_readers_get_a_table_in_their_language(klein):
    s = wb.load(klein).scenario
    for lang, heading in (("de", "Codebuch"), ("en", "Codebook")):
        text = markdown(s, lang)
        assert text.startswith(f"# {heading}: {s.title[lang]}")
        shown = MarkdownIt().enable("table").render(text)
        assert shown.count("<tr>") == 2 + len(list(names(s))) + len(s.series)
        assert all(f"<code>{name}</code>" in shown for name in s.variables)


def test_text_of_authors_cannot_break_out(klein):
    s = wb.load(klein).scenario
    hostile = "a | b\n\n# c <script>alert(1)</script>"
    guests = replace(s.stocks["guests"], label=Text.of(de=hostile, en=hostile))
    s = replace(s, title=Text.of(de=hostile, en=hostile), stocks=dict(s.stocks) | {"guests": guests})
    shown = MarkdownIt("commonmark", {"html": True}).enable("table").render(markdown(s, "de"))
    assert "<script" not in shown
    assert shown.count("<h1>") == 1
    assert shown.count("<tr>") == 2 + len(list(names(s))) + len(s.series)
