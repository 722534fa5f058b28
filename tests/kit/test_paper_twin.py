"""What the game on paper holds: few levers, exact rows, and for each scene the span of its figures."""

from __future__ import annotations

from itertools import product

import pytest

from tests.kit.conftest import SIX, book
from workbook.kit.paper_twin import MOST_WAYS, chosen_levers, three, twin_of
from workbook.model import Figure


def test_the_levers_are_the_asked_one_and_the_strongest_other(name: str) -> None:
    w = book(name)
    s = w.scenario
    last = s.time.years[-1]

    def effect(lever: str) -> float:
        ends = [w.run(levers={lever: value}) for value in (s.levers[lever].low, s.levers[lever].high)]
        return sum(
            abs(ends[1].value(i.name, last) - ends[0].value(i.name, last)) / abs(i.utopia - i.dystopia)
            for i in s.indicators.values()
        )

    chosen = {lever.name for lever in chosen_levers(w)}
    (other,) = chosen - {s.guide.lever}
    assert effect(other) == max(effect(lever) for lever in s.levers if lever != s.guide.lever)


def test_three_positions_hold_the_default_and_the_question(name: str) -> None:
    s = book(name).scenario
    for lever in s.levers.values():
        to = s.guide.to if lever.name == s.guide.lever else None
        found = three(lever, lever.default, to)
        assert len(found) == 3 == len(set(found))
        assert list(found) == sorted(found)
        assert lever.default in found
        assert to is None or to in found
        assert set(found) <= {lever.value(k) for k in range(lever.positions)}
        assert {lever.low, lever.high} & set(found)


def test_one_table_is_the_baseline(name: str) -> None:
    w = book(name)
    twin = twin_of(w)
    same = [
        t for t in twin.tables if t.start.levers and all(v == w.scenario.levers[n].default for n, v in t.start.levers)
    ]
    assert len(same) == 1
    assert {t.start.world for t in twin.tables if not t.start.levers} == set(w.scenario.worlds) - {"weiter-so"}


def test_a_sheet_holds_what_fits(name: str) -> None:
    for table in twin_of(book(name)).tables:
        assert all(len(block.rows) <= MOST_WAYS for block in table.blocks)


@pytest.mark.parametrize("name", SIX[:2])
def test_the_figures_of_a_scene_lie_within_the_printed_span(name: str) -> None:
    w = book(name)
    s, twin = w.scenario, twin_of(w)
    seen = 0
    for begin in ({}, {"world": "utopie"}, {"world": "dystopie"}):
        for option in next(iter(s.decisions.values())).options:
            run = w.run(**begin, choices={next(iter(s.decisions)): option})
            if begin:  # a world of the game keeps no choices of its own: all are the group's
                assert any(t.start.world == begin["world"] for t in twin.tables)
            for told in run.told:
                for part in s.passages["de"][told.key].parts:
                    if isinstance(part, Figure):
                        low, high = twin.figures[told.key, part]
                        value = run.value(part.name, part.year or told.chapter.year)
                        assert low - 1e-9 <= value <= high + 1e-9, (told.key, part)
                        seen += 1
    assert seen > 10


def test_spans_are_those_of_all_runs() -> None:
    w = book("klein")
    s, twin = w.scenario, twin_of(w)
    seen: dict[tuple[str, Figure], list[float]] = {}
    for table in twin.tables:
        for answers in product(*(d.options for d in twin.decisions)):
            choices = dict(zip((d.name for d in twin.decisions), answers, strict=True))
            run = w.run(table.start.world, dict(table.start.levers), choices)
            for told in run.told:
                parts = {p for texts in s.passages.values() for p in texts[told.key].parts if isinstance(p, Figure)}
                for part in parts:
                    seen.setdefault((told.key, part), []).append(run.value(part.name, part.year or told.chapter.year))
    assert seen
    spans = {key: (min(values), max(values)) for key, values in seen.items()}
    assert twin.figures == {key: pytest.approx(span, rel=1e-9) for key, span in spans.items()}


def test_the_number_that_is_guessed_is_the_one_of_the_first_question(name: str) -> None:
    w = book(name)
    assert twin_of(w).indicators[0].name == w.scenario.guide.indicator
