"""A script fills its minutes, keeps its order, and says nothing that a run contradicts."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from tests.export.page_parts import parts_of
from tests.kit.conftest import book, page
from tests.kit.sheets import german, read
from workbook.kit.script import PLANS
from workbook.kit.script_words import STEPS


@pytest.mark.parametrize("minutes", PLANS)
def test_the_parts_add_up_to_the_whole(minutes: int) -> None:
    assert sum(step.minutes for step in PLANS[minutes]) == minutes
    table = next(t for t in read(page("gegen-einsamkeit", "script")).tables if f"{minutes} Minuten" in t.caption)
    begins = [tuple(map(int, row[0].split("–"))) for row in table.rows]
    assert begins[0][0] == 0
    assert begins[-1][1] == minutes
    assert all(a[1] == b[0] for a, b in pairwise(begins))


@pytest.mark.parametrize("minutes", PLANS)
def test_anger_before_hope_guess_before_result_feelings_before_insights(minutes: int) -> None:
    order = [step.key.removesuffix("-short") for step in PLANS[minutes]]
    for first, second in (("anger", "reveal"), ("guess", "reveal"), ("feelings", "insights"), ("insights", "monday")):
        assert order.index(first) < order.index(second)
    assert all(step.key in STEPS for step in PLANS[minutes])


@pytest.mark.parametrize("lang", ["de", "en"])
def test_no_place_is_left_open(name: str, lang: str) -> None:
    text = parts_of(page(name, "script", lang)).text
    assert re.findall(r"\{[^}]*\}", text) == []
    s = book(name).scenario
    told = [loop.label[lang] for loop in s.loops] + [d.label[lang] for d in s.decisions.values()]
    told += [s.guide.you[lang], s.guide.question[lang], *(f.text[lang] for f in s.facts.values())]
    told += [source.title for source in s.sources.values()]
    assert [each for each in told if each not in text] == []


def test_the_answer_to_the_first_question_is_a_run(name: str) -> None:
    w = book(name)
    guide, time = w.scenario.guide, w.scenario.time
    told = re.search(r"Auflösung: .+?\.(?=<)", page(name, "script"))[0]
    years = re.findall(r"(\d{4}): (−?[\d.,]+\d)[^(]*\(sonst (−?[\d.,]+\d)", told)
    assert [int(year) for year, _, _ in years] == [time.acting + 1, time.years[-1]]
    moved = w.run(levers={guide.lever: guide.to})
    for year, *printed in years:
        for text, run in zip(printed, (moved, w.baseline), strict=True):
            value, digits = german(text)
            assert abs(value - run.value(guide.indicator, int(year))) <= 0.5 * 10**-digits * (1 + 1e-9)


def test_what_an_answer_moves_is_a_run(name: str) -> None:
    w = book(name)
    s = w.scenario
    last = s.time.years[-1]
    (table,) = (t for t in read(page(name, "script")).tables if t.sheet == "Was jede Antwort allein bewegt")
    rows = iter(table.rows)
    for decision in sorted(s.decisions.values(), key=lambda d: d.year):
        assert next(rows) == [f"{decision.year} · {decision.label['de']}"]
        for option in decision.options.values():
            row, run = next(rows), w.run(choices={decision.name: option.name})
            assert row[0].startswith(option.label["de"])
            for label, text in zip(table.labels[1:], row[1:], strict=True):
                indicator = next(x for x in s.indicators.values() if label.startswith(x.label["de"]))
                value, digits = german(text.replace("+", ""))
                exact = run.value(indicator.name, last) - w.baseline.value(indicator.name, last)
                assert abs(value - exact) <= 0.5 * 10**-digits * (1 + 1e-9), (row, label, exact)
    assert list(rows) == []


def test_every_subject_that_needs_care_is_named(name: str) -> None:
    s = book(name).scenario
    text = parts_of(page(name, "script")).text.replace("\N{NO-BREAK SPACE}", " ")
    careful = [c for c in s.chapters if any(scene.care for scene in c.scenes)]
    assert all(f"{c.year}, »{c.title['de']}«" in text for c in careful)
    assert "0800 111 0 111" in text
    assert "116 111" in text
