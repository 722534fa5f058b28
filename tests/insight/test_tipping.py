"""Tipping points against brute force: one run after the other over the whole grid."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

import workbook as wb
from workbook.errors import UsageError
from workbook.insight import futures
from workbook.insight.futures import drawn
from workbook.insight.tipping import spread


@pytest.fixture(scope="module")
def book(klein):
    return wb.load(klein)


@pytest.fixture(scope="module")
def found(book):
    return wb.tipping(book, "rent", samples=12)


def grid(lever):
    return [lever.value(place) for place in range(lever.positions)]


def best_of(values):
    """The options of the highest value; equal up to dust are all best."""
    top = max(values.values())
    return tuple(o for o, v in values.items() if v >= top - 1e-9 * max(map(abs, values.values())))


def test_every_step_of_every_lever_is_found(book, found):
    options, tips = list(book.scenario.decisions["rent"].options), set()
    for name, lever in book.scenario.levers.items():
        lines = []
        for value in grid(lever):
            runs = {o: book.run(levers={name: value}, choices={"rent": o}) for o in options}
            best = {i: best_of({o: r.value(i, 2030) for o, r in runs.items()}) for i in book.scenario.indicators}
            lines.append((best, {o: r.told[-1].scene.name for o, r in runs.items()}))
        for n in range(1, len(lines)):
            (best, told), (then, later) = lines[n - 1 : n + 1]
            step = (name, grid(lever)[n - 1], grid(lever)[n])
            tips |= {(*step, i, "", best[i], then[i]) for i in best if best[i] != then[i]}
            tips |= {(*step, "", o, (told[o],), (later[o],)) for o in options if told[o] != later[o]}
    ours = {
        (t.name, t.before, t.after, t.indicator, t.option, t.first, t.then) for t in found.tips if t.kind == "lever"
    }
    assert ours == tips
    assert any(t[3] for t in tips)
    assert any(t[4] for t in tips)


def test_every_step_of_a_constant_is_found(book, found):
    options, told = list(book.scenario.decisions["rent"].options), []
    c = book.scenario.constants["join_rate"]
    for value in spread(c.low, c.high):
        row = {}
        for option in options:
            setting = book.run(choices={"rent": option}).setting
            reach = book.simulator.run(setting, {"join_rate": value}).yearly("reach", 2030)
            row[option] = "haus" if reach > 30 else "ruine" if reach < 12 else "alltag"
        told.append(row)
    steps = {(o, a[o], b[o]) for a, b in pairwise(told) for o in options if a[o] != b[o]}
    ours = {(t.option, t.first[0], t.then[0]) for t in found.tips if t.kind == "constant" and t.option}
    assert ours == steps


def test_the_share_of_futures_is_counted(book, found):
    """For one step of the story: the same draws, one run after the other."""
    tip = next(t for t in found.tips if t.name == "welcome" and t.option)
    joins = drawn(book.scenario, 12, 2030).draw(range(12)).constants[0]
    values, there, where = grid(book.scenario.levers["welcome"]), 0, []
    for join in joins:
        told = []
        for value in values:
            setting = book.run(levers={"welcome": value}, choices={"rent": tip.option}).setting
            reach = book.simulator.run(setting, {"join_rate": join}).yearly("reach", 2030)
            told.append("haus" if reach > 30 else "ruine" if reach < 12 else "alltag")
        steps = [n for n in range(1, len(told)) if (told[n - 1], told[n]) == (tip.first[0], tip.then[0])]
        there += bool(steps)
        where += [values[steps[0]]] if steps else []
    assert tip.firm == pytest.approx(there / 12)
    assert tip.low == sorted(where)[int(np.ceil(0.1 * len(where))) - 1]
    assert tip.high == sorted(where)[int(np.ceil(0.9 * len(where))) - 1]


def test_what_is_at_stake_by_hand(book, found):
    tip = next(t for t in found.tips if t.kind == "lever" and t.indicator and len(t.first) == len(t.then) == 1)
    lead = [
        book.run(levers={tip.name: v}, choices={"rent": tip.first[0]}).value(tip.indicator, 2030)
        - book.run(levers={tip.name: v}, choices={"rent": tip.then[0]}).value(tip.indicator, 2030)
        for v in grid(book.scenario.levers[tip.name])
    ]
    place = grid(book.scenario.levers[tip.name]).index(tip.after)
    assert tip.stake == pytest.approx(min(max(lead[:place]), -min(lead[place:])))


def test_the_world_decides_where_all_else_stands(book):
    here = wb.tipping(book, "rent", world="utopie", samples=10)
    assert here.world == "utopie"
    values = dict(zip(book.scenario.decisions["rent"].options, here.levels[0].values, strict=True))
    for option, value in values.items():
        assert value == pytest.approx(book.run("utopie", choices={"rent": option}).value("reach", 2030))


def test_the_seed_decides_and_nothing_else(book, found, monkeypatch):
    monkeypatch.setattr(futures, "BLOCK", 11)
    assert wb.tipping(book, "rent", samples=12).tips == found.tips


def test_a_decision_that_changes_nothing_is_said(book):
    sentences = wb.tipping(book, "rent", indicators="memory_left", samples=10).sentences("de")
    assert "keine Antwort vor den anderen für »Erinnerung«" in sentences[0]
    assert sentences[1].startswith("Kein einzelner Hebel und keine Konstante ändert merklich")


@pytest.mark.parametrize(
    ("decision", "wish", "sentence"),
    [
        ("rant", {}, "Meinten Sie »rent«?"),
        ("rent", {"year": 2027}, "von 2028 bis 2030"),
        ("rent", {"indicators": ["reech"]}, "reech"),
        ("rent", {"world": "utopia"}, "utopie"),
        ("rent", {"samples": 1}, "»samples« braucht"),
    ],
)
def test_refusals(book, decision, wish, sentence):
    with pytest.raises(UsageError) as caught:
        wb.tipping(book, decision, **wish)
    assert sentence in caught.value.text("de")
