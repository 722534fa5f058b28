"""A plan in words: three languages, true numbers, a miss that does not read like a hit."""

from __future__ import annotations

import re

import pytest

import workbook as wb
from tests.backcasting.targets import opened
from workbook.backcasting.telling import conflicts, exact_digits, moves, reached, sentences, shown, telling_digits
from workbook.backcasting.words import PAGE, WORDS

LANGUAGES = ("de", "en", "de-einfach")


@pytest.fixture(scope="module")
def reachable():
    return wb.backcast(opened("gegen-einsamkeit"), {"loneliness": (None, 9), "cost_reached": (None, 300)})


@pytest.fixture(scope="module")
def unreachable():
    return wb.backcast(opened("ki-for-good"), {"service_cost": (None, 13.2), "direct_time": (16, None)})


@pytest.mark.parametrize("key", WORDS["de"])
def test_every_language_speaks_of_the_same_things(key: str) -> None:
    places = {lang: set(re.findall(r"{([\w-]+)}", WORDS[lang][key])) for lang in LANGUAGES}
    assert WORDS["de"].keys() == WORDS["en"].keys() == WORDS["de-einfach"].keys()
    assert places["de"] == places["en"]
    assert places["de-einfach"] <= places["de"]


def test_the_page_has_what_differs_from_german_only() -> None:
    assert PAGE["de"].keys() == PAGE["en"].keys() > PAGE["de-einfach"].keys()
    assert {**PAGE["de"], **PAGE["de-einfach"]}.items() <= WORDS["de-einfach"].items()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_whole_plan_is_told(reachable, lang: str) -> None:
    told = "\n".join(sentences(reachable, lang))
    for path in reachable.paths:
        assert path.code in told
        for name, (before, after) in path.levers.items():
            lever = reachable.workbook.scenario.levers[name]
            assert lever.label[lang] in told
            assert before != after
    assert told.count("100") >= len(reachable.paths)
    assert not re.search(r"[{}]", told)


def test_moves_and_outcomes_are_those_of_the_run(reachable) -> None:
    path = reachable.paths[0]
    assert moves(path, "de")[0] == "»Offene Treffpunkte« auf 7 Plätze statt 3 Plätze"
    run = opened("gegen-einsamkeit").run(levers={n: after for n, (_, after) in path.levers.items()})
    written = f"{run.value('loneliness', 2030):.1f}".replace(".", ",")
    assert reached(path, reachable.wishes, "de")[0] == f"»Einsamkeit«: {written} %, gewünscht höchstens 9,0 %".replace(
        " %", "\N{NO-BREAK SPACE}%"
    )


def test_what_cannot_be_had_together_is_said(unreachable) -> None:
    told = conflicts(unreachable, "en")
    assert told == [
        "Without the wish for “Direct time” all the rest can be reached together.",
        "Without the wish for “Cost of the social service” all the rest can be reached together.",
    ]
    for kept in ({"service_cost": (None, 13.2)}, {"direct_time": (16, None)}):
        assert wb.backcast(opened("ki-for-good"), kept, paths=1).reachable


def test_a_wish_that_nothing_reaches_is_said_to_be_one() -> None:
    plan = wb.backcast(opened("ki-for-good"), {"service_cost": (None, 10), "direct_time": (12, None)})
    assert plan.alone == ("service_cost",)
    assert conflicts(plan, "de")[:1] == [
        "»Kosten des Sozialen Dienstes« höchstens 10,0 Mio. € je Jahr: Das erreicht keine der Einstellungen, auch ohne "
        "die anderen Wünsche nicht.",
    ]


def test_a_small_miss_is_written_with_more_digits(unreachable) -> None:
    assert telling_digits(1, 13.202, 13.2, "de") == 3
    assert telling_digits(1, 13.3, 13.2, "de") == 1
    assert telling_digits(0, 5.0, 5.0, "de") == 4
    cost = next(line for line in reached(unreachable.nearest, unreachable.wishes, "en") if "Cost" in line)
    value, limit = (float(number) for number in re.findall(r"\d+\.\d+", cost)[:2])
    assert value > limit


def test_a_bound_is_written_as_it_was_given(reachable) -> None:
    s, wish = reachable.workbook.scenario, reachable.wishes[0]
    assert [exact_digits(s, wish, value) for value in (9.0, 9.25, 9.3337, 1 / 3)] == [1, 2, 4, 4]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_notebook_shows_a_table_with_a_row_for_each_path(reachable, unreachable, lang: str) -> None:
    for plan, rows in ((reachable, 3), (unreachable, 1)):
        html = shown(plan, lang)
        assert html.count("<tr>") == rows + 1
        assert html.count('<th scope="row">') == rows
    assert reachable._repr_html_() == shown(reachable, "de")


def test_one_path_that_was_asked_for_is_no_shortfall() -> None:
    plan = wb.backcast("gegen-einsamkeit", {"loneliness": (None, 9)}, paths=1, lang="en")
    assert repr(plan).startswith("One way leads there.")


def test_a_start_world_that_meets_the_wishes_has_nothing_to_move() -> None:
    plan = wb.backcast("gegen-einsamkeit", {"loneliness": (None, 9)}, world="utopie")
    assert repr(plan).startswith("Die Welt »Donnerstags Suppe« erfüllt die Wünsche schon.")
    assert plan.paths[0].steps == 0
