"""What a scenario declares and nothing uses; parts of shared modules may serve another scenario."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Protocol

from workbook.audit.evidence import Evidence
from workbook.errors import Place, Problem
from workbook.expr.nodes import Node, decisions_in, names_in
from workbook.model import Decision, Lever, Scenario
from workbook.plays import plays_of

_ALIKE = 1e-12
"""Relative difference of numbers that counts as none."""


class _Placed(Protocol):
    @property
    def place(self) -> Place:
        """Where it is declared."""


def unused(evidence: Evidence) -> list[Problem]:
    """Everything that could be left out without a figure or a sentence changing."""
    s = evidence.scenario
    problems = [
        *_idle_levers(evidence),
        *_still_indicators(evidence),
        *_idle_decisions(s),
        *_left_over("constant-unused", s.constants, _read(s)),
        *_left_over("input-unused", s.inputs, _read(s)),
        *_left_over("variable-unused", s.variables, _read(s)),
        *_left_over("series-unused", s.series, _series(s)),
        *_left_over("source-unused", s.sources, _sources(s)),
    ]
    return [problem for problem in problems if not problem.place.file.startswith("_")]


def _left_over(code: str, things: Mapping[str, _Placed], used: set[str]) -> Iterator[Problem]:
    for name, thing in things.items():
        if name not in used:
            yield Problem(code, thing.place, {"name": name}, "warning")


def _idle_levers(evidence: Evidence) -> Iterator[Problem]:
    """Levers that, put to either end, move no indicator in any world."""
    import numpy as np

    s, worlds = evidence.scenario, list(evidence.worlds.values())
    columns, choices = [], []
    for setting in worlds:
        start = [round((v - s.levers[n].low) / s.levers[n].step) for n, v in setting.levers]
        chosen = [list(s.decisions[n].options).index(o) for n, o in setting.choices]
        ends = [[*start[:k], end, *start[k + 1 :]] for k, lever in enumerate(s.levers.values()) for end in _ends(lever)]
        columns += ends
        choices += [chosen] * len(ends)
    plays = plays_of(evidence.simulator, np.array(columns).T, np.array(choices).reshape(len(columns), -1).T)
    rows = [plays.names.index(name) for name in s.indicators]
    pairs = plays.yearly[rows].reshape(len(rows), -1, len(worlds), len(s.levers), 2)
    low, high = pairs[..., 0], pairs[..., 1]
    moves = np.any(np.abs(high - low) > _ALIKE * (np.abs(high) + np.abs(low)), axis=(0, 1, 2))
    for lever, acts in zip(s.levers.values(), moves.tolist(), strict=True):
        if not acts:
            yield Problem("lever-idle", lever.place, {"lever": lever.name}, "warning")


def _ends(lever: Lever) -> tuple[int, int]:
    return 0, lever.positions - 1


def _still_indicators(evidence: Evidence) -> Iterator[Problem]:
    """Indicators that are the same in every random play, each year."""
    plays, s = evidence.plays, evidence.scenario
    for indicator in s.indicators.values():
        values = plays.yearly[plays.names.index(indicator.name)][:, plays.sound]
        spread = values.max(axis=1) - values.min(axis=1)
        if values.size and (spread <= _ALIKE * abs(values).max(axis=1)).all():
            yield Problem("indicator-still", indicator.place, {"indicator": indicator.name}, "warning")


def _idle_decisions(scenario: Scenario) -> Iterator[Problem]:
    """Decisions whose options all do the same and that no scene asks about."""
    asked = {name for node in _conditions(scenario) for name in decisions_in(node)}
    for decision in scenario.decisions.values():
        if decision.name not in asked and not _matters(decision):
            yield Problem("decision-idle", decision.place, {"decision": decision.name}, "warning")


def _matters(decision: Decision) -> bool:
    effects = [(dict(option.change), dict(option.set)) for option in decision.options.values()]
    return any(effect != effects[0] for effect in effects)


def _conditions(s: Scenario) -> Iterator[Node]:
    """What the story, its claims and the checks ask."""
    yield from (scene.when for chapter in s.chapters for scene in chapter.scenes if scene.when is not None)
    yield from (claim.condition for texts in s.passages.values() for p in texts.values() for claim in p.claims)
    yield from (node for check in s.checks for node in (check.holds, check.value) if node is not None)


def _read(s: Scenario) -> set[str]:
    """Every name that something reads."""
    nodes: list[Node] = [*_conditions(s), *(v.equals for v in s.variables.values())]
    nodes += [*(i.equals for i in s.indicators.values()), *(stock.initial for stock in s.stocks.values())]
    nodes += [i.after for i in s.inputs.values() if not isinstance(i.after, str)]
    flows: Iterable[str] = (f for stock in s.stocks.values() for f in (*stock.inflows, *stock.outflows))
    return {*flows, *(name for node in nodes for name in names_in(node)), *_figures(s)}


def _figures(s: Scenario) -> Iterator[str]:
    passages = (passage for texts in s.passages.values() for passage in texts.values())
    yield from (part.name for passage in passages for part in passage.parts if not isinstance(part, str))


def _series(s: Scenario) -> set[str]:
    return {*(i.series for i in s.inputs.values()), *(i.history for i in s.indicators.values())}


def _sources(s: Scenario) -> set[str]:
    observed = (o.source for series in s.series.values() for o in series.observations)
    return {*observed, *(c.source for c in s.constants.values()), *(fact.source for fact in s.facts.values())}
