"""The page to read: nothing runs, nothing is fetched, what it is handed as text stays text."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest

from tests.export.page_parts import parts_of
from workbook.export.assets import digest
from workbook.export.report import report_html

HOSTILE = '</title></style><script>alert(1)</script>"&'


def test_nothing_runs_and_only_its_own_style_is_let_in():
    found = parts_of(report_html("Zahlen", "<p>Ein Satz.</p>", "de", "p { margin: 0; }"))
    (style,) = found.styles
    assert digest(style) in found.policy
    assert "default-src 'none'" in found.policy
    assert "script-src" not in found.policy
    assert not {"script", "link", "img", "form"} & set(found.tags)


def test_a_report_s_own_style_comes_last_and_wins():
    (style,) = parts_of(report_html("Zahlen", "", "de", "main { max-width: 1rem; }")).styles
    assert style.rindex("max-width: 1rem") > style.index("max-width: 60rem")


def test_the_title_stays_text():
    text = report_html(HOSTILE, "", "de")
    assert "<script" not in text
    root = ET.fromstring(text.split("<body>")[1].split("</body>")[0])
    assert root.findtext("h1") == HOSTILE


@pytest.mark.parametrize(("lang", "base"), [("de", "de"), ("de-einfach", "de"), ("en", "en")])
def test_the_page_says_its_language(lang, base):
    assert f'<html lang="{base}">' in report_html("", "", lang)
