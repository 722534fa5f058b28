"""Signs are measured and not believed; a loop that is only claimed is found out."""

from __future__ import annotations

from dataclasses import replace

import pytest

import workbook as wb
from workbook.causal import Causes, check_loops
from workbook.expr.nodes import names_in
from workbook.expr.parse import parse
from workbook.model import Loop
from workbook.simulate import Simulator
from workbook.text import Text


def loop(kind, *through):
    return Loop("kreis", Text.of(de="Kreis", en="Circle"), kind, through)


def changed(scenario, loops=None, **equations):
    """The small scenario with other equations and loops."""
    variables = dict(scenario.variables)
    for name, text in equations.items():
        variables[name] = replace(variables[name], equals=parse(text), text=text)
    return replace(scenario, variables=variables, loops=scenario.loops if loops is None else tuple(loops))


def sign(scenario, cause, effect):
    return Causes(Simulator(scenario)).links[cause, effect].sign


@pytest.fixture(scope="module")
def small(klein):
    return wb.load(klein).scenario


@pytest.fixture(scope="module")
def causes(small):
    return Causes(Simulator(small))


def test_signs_of_the_small_scenario(causes):
    signs = {pair: link.sign for pair, link in causes.links.items()}
    assert signs["guests", "joining"] == "-"
    assert signs["residents", "joining"] == "+"
    assert signs["welcome", "joining"] == "+"
    assert signs["joining", "guests"] == "+"
    assert signs["leaving", "guests"] == "-"
    assert signs["guests", "leaving"] == "+"
    assert signs["residents", "reach"] == "-"
    assert signs["memory", "memory_left"] == "+"


def test_every_name_that_an_equation_reads_is_a_link(causes, small):
    read = {(name, v.name) for v in small.variables.values() for name in names_in(v.equals)}
    assert read <= causes.links.keys()
    assert {effect for _, effect in causes.links} <= {
        *small.variables, *small.stocks, *small.indicators, *small.inputs,
    }  # fmt: skip


def test_a_delay_is_a_link_that_takes_time(causes):
    link = causes.links["chairs", "pull"]
    assert (link.sign, link.delayed) == ("+", True)
    assert not causes.links["open_hours", "pull"].delayed
    assert causes.links["joining", "guests"].delayed, "a stock takes time to fill"


@pytest.mark.parametrize(
    ("equation", "expected"),
    [
        ("leave_rate * guests * delay3(welcome, 1) / 200", "+"),
        ("leave_rate * guests * delay1(100 - welcome, 1) / 200", "-"),
        ("leave_rate * guests * (delay1(welcome, 1) - 2 * smooth(welcome, 1))", "?"),
        ("leave_rate * guests * lookup(welcome, [[0, 0], [50, 1], [100, 0]])", "?"),
        ("leave_rate * guests + 0 * welcome", "0"),
        ("leave_rate * guests + min(welcome, 1000)", "+"),
        ("leave_rate * guests * (2 if welcome > 50 else 1)", "+"),
        ("leave_rate * guests / welcome", "-"),
        ("leave_rate * guests * sqrt(welcome)", "+"),
    ],
)
def test_signs_of_one_equation(small, equation, expected):
    assert sign(changed(small, leaving=equation), "welcome", "leaving") == expected


def test_the_named_loop_is_in_the_model(causes, small):
    circle = causes.circle(small.loops[0])
    assert [link.sign for link in circle.links] == ["+", "-"]
    assert circle.kind == small.loops[0].kind == "balancing"
    assert check_loops(small) == []


def test_a_loop_of_the_other_kind(small):
    (found,) = check_loops(changed(small, [loop("reinforcing", "joining", "guests")]))
    assert (found.code, found.severity) == ("loop-balances", "error")
    assert "joining +→ guests -→ joining" in found.text("de")
    growing = changed(small, [loop("balancing", "joining", "guests")], joining="join_rate * guests * welcome / 100")
    assert [p.code for p in check_loops(growing)] == ["loop-reinforces"]


def test_a_loop_that_does_not_close(small):
    (found,) = check_loops(changed(small, [loop("balancing", "joining", "guests", "forgetting")]))[:1]
    assert found.code == "loop-broken"
    assert "forgetting" in found.text("en")
    assert not Causes(Simulator(small)).circle(loop("balancing", "joining", "forgetting")).kind


def test_a_loop_whose_sign_wavers_or_that_rests(small):
    hump = "join_rate * welcome * lookup(guests / residents, [[0, 0], [0.3, 9], [1, 0]])"
    codes = [p.code for p in check_loops(changed(small, [loop("balancing", "joining", "guests")], joining=hump))]
    assert codes == ["loop-wavers"]
    rest = "join_rate * welcome + 0 * guests"
    codes = [p.code for p in check_loops(changed(small, [loop("balancing", "joining", "guests")], joining=rest))]
    assert codes == ["loop-idle"]


def test_a_model_that_runs_nowhere_shows_nothing(small):
    causes = Causes(Simulator(changed(small, leaving="leave_rate * guests / (welcome - welcome)")))
    assert {link.sign for pair, link in causes.links.items() if pair[1] == "leaving"} == {"0"}


def test_circles_through_a_name_are_counted(causes):
    assert sorted(sorted(circle) for circle in causes.circles) == [
        ["forgetting", "memory"], ["guests", "joining"], ["guests", "leaving"],
    ]  # fmt: skip
    assert (causes.through("guests"), causes.through("memory"), causes.through("welcome")) == (2, 1, 0)


@pytest.mark.parametrize("name", wb.available())
def test_every_loop_of_every_scenario_is_found_in_its_model(name):
    scenario = wb.load(name).scenario
    assert scenario.loops
    assert [p.line() for p in check_loops(scenario)] == []
