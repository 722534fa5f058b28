"""A worksheet asks before it tells, and holds every lever, decision and chapter once."""

from __future__ import annotations

import re

import pytest

from tests.export.page_parts import parts_of
from tests.kit.conftest import book, page
from tests.kit.sheets import german, read
from workbook.kit.worksheet import code_boxes
from workbook.runcode import code_length
from workbook.text import format_date


@pytest.mark.parametrize("lang", ["de", "en", "de-einfach"])
def test_everything_of_the_scenario_is_there(name: str, lang: str) -> None:
    s = book(name).scenario
    text = parts_of(page(name, "worksheet", lang)).text
    told = [x.label[lang] for x in (*s.levers.values(), *s.indicators.values(), *s.decisions.values())]
    told += [o.label[lang] for d in s.decisions.values() for o in d.options.values()]
    told += [c.title[lang] for c in s.chapters]
    told += [s.title[lang], s.guide.you[lang], s.guide.question[lang], s.licence, format_date(s.stand, lang)]
    assert [each for each in told if each not in text] == []


def test_guessing_comes_before_the_levers_and_no_result_is_told(name: str) -> None:
    w = book(name)
    found = read(page(name, "worksheet"))
    titles = [text for level, text in found.headings if level == "h2"]
    assert titles[0] == "Bevor es losgeht: raten"
    assert titles.index("Unsere Hebel") < titles.index("Unsere Geschichte") < titles.index("Danach")
    guesses = next(t for t in found.tables if t.caption.startswith("Zahlen:"))
    assert len(guesses.rows) == len(w.scenario.indicators)
    for row, indicator in zip(guesses.rows, w.scenario.indicators.values(), strict=True):
        value, digits = german(row[1])
        assert abs(value - w.baseline.value(indicator.name, w.scenario.time.now)) <= 0.5 * 10**-digits * (1 + 1e-9)
        assert row[2:] == ["", ""]


def test_backwards_goes_from_the_last_year_to_the_first(name: str) -> None:
    time = book(name).scenario.time
    table = next(t for t in read(page(name, "worksheet")).tables if t.caption.startswith("Rückwärts"))
    assert [int(row[0]) for row in table.rows] == list(range(time.years[-1], time.acting - 1, -1))
    assert {"Wer hat es getan?", "Was ist geschehen?", "Bis wann?"} < set(table.labels)


@pytest.mark.parametrize(("length", "groups"), [(15, [5, 5, 5]), (12, [5, 5, 2]), (5, [5]), (1, [1])])
def test_boxes_for_the_code_stand_in_fives(length: int, groups: list[int]) -> None:
    assert [len(re.findall("<span>", item)) for item in code_boxes(length, "de").split("<li>")[1:]] == groups


def test_there_is_a_box_for_each_symbol_of_a_real_code(name: str) -> None:
    w = book(name)
    code = w.baseline.code
    boxes = re.search(r'<ul class="code".*?</ul>', page(name, "worksheet"))[0]
    assert [item.count("<span>") for item in boxes.split("<li>")[1:]] == [len(part) for part in code.split("-")]
    assert code_length(w.scenario) == len(code.replace("-", ""))
