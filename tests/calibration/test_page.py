"""The report: asks for nothing, can be read without seeing, and what authors wrote stays text."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest

import workbook as wb
from workbook.calibration.fit import calibrate
from workbook.calibration.page import page
from workbook.text import Text

HOSTILE = '</title><script>alert(1)</script>"&'


@pytest.fixture(scope="module")
def found(klein):
    book = wb.load(klein)
    return book.scenario, calibrate(book, ["join_rate"], holdout=0)


def test_it_asks_for_nothing(found):
    text = page(*found, "de", "workbook calibrate klein")
    assert not re.search(r"<script|<link|src=|href=|url\(|style=\"", text)
    assert "workbook calibrate klein" in text


def test_every_drawing_has_a_name_and_its_numbers(found):
    text = page(*found, "en", "")
    body = text.split("<body>")[1].split("</body>")[0]
    root = ET.fromstring(body)
    drawings = list(root.iter("svg"))
    assert len(drawings) == 2
    assert all(svg.get("aria-label") and svg.get("role") == "img" for svg in drawings)
    for figure in root.iter("figure"):
        assert figure.find("details//table") is not None
    assert [cell.get("scope") for cell in root.iter("th")].count(None) == 0
    assert "nan" not in text.lower()


def test_both_languages_say_the_same_amount(found):
    german, english = (page(*found, lang, "") for lang in ("de", "en"))
    assert german.count("<td>") == english.count("<td>")
    assert 'lang="de"' in german
    assert 'lang="en"' in english


def test_text_of_authors_stays_text(found):
    scenario, result = found
    fitted = result.constants[0]
    constant = replace(fitted.constant, label=Text.of(de=HOSTILE))
    result = replace(result, constants=(replace(fitted, constant=constant),))
    text = page(replace(scenario, title=Text.of(de=HOSTILE)), result, "de", HOSTILE)
    assert "<script" not in text
    ET.fromstring(text.split("<body>")[1].split("</body>")[0])
