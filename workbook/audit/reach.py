"""A witness for each scene, ending and option: stored, a world, a random play, or searched for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from workbook.audit.evidence import Evidence
from workbook.audit.search import search
from workbook.audit.witnesses import (
    option_targets,
    reaches,
    read_witnesses,
    stored_setting,
    targets,
)
from workbook.errors import Place, Problem
from workbook.expr.nodes import Compare, Decided, Node, Not, children
from workbook.expr.nodes import Number as Literal
from workbook.folder.draft import WITNESSES
from workbook.model import Chapter, Scene
from workbook.setting import Setting

_SHOWN = 5
"""Witnesses that a warning names."""


@dataclass(frozen=True, slots=True)
class Reached:
    """Target -> setting and run code of its witness; what has none is told in ``problems``."""

    settings: dict[str, Setting]
    codes: dict[str, str]
    problems: tuple[Problem, ...]


def reach(evidence: Evidence) -> Reached:
    """Find a witness for everything, each borne out by a run of its own."""
    scenario, stored = evidence.scenario, read_witnesses(evidence.scenario)
    found: dict[str, Setting] = {}
    worlds = {setting: evidence.told(setting) for setting in evidence.worlds.values()}
    problems: list[Problem] = []
    for target in targets(scenario):
        kept = stored_setting(scenario, stored.codes.get(target, ""))
        if kept is not None and reaches(evidence, kept, target):
            found[target] = kept
            continue
        setting = next((one for one, told in worlds.items() if target in told), None)
        setting = setting or _played(evidence, target)
        if setting is None:
            problems.append(_unreached(evidence, target))
        else:
            found[target] = setting
    codes = {target: evidence.code(setting) for target, setting in found.items()}
    if stored.there:
        stale = [target for target in targets(scenario) if codes.get(target) != stored.codes.get(target)]
        stale += [target for target in stored.codes if target not in targets(scenario)]
        if stale:
            place = next((stored.places[target] for target in stale if target in stored.places), Place(WITNESSES))
            values: dict[str, object] = {"count": len(stale), "names": _some(stale), "scenario": scenario.id}
            problems.append(Problem("witness-stale", place, values, "warning"))
    return Reached(found, codes, tuple(problems))


def _some(names: list[str]) -> str:
    return ", ".join(names[:_SHOWN]) + (" …" if len(names) > _SHOWN else "")


def _played(evidence: Evidence, target: str) -> Setting | None:
    """A random play that reaches a target, else one that was searched for."""
    scenario, plays = evidence.scenario, evidence.plays
    option = option_targets(scenario).get(target)
    if option is not None:
        chosen = plays.sound & (plays.option(option[0]) == option[1])
        return evidence.first(chosen, lambda one: bool(evidence.told(one)))
    k, j = _places(evidence, target)
    setting = evidence.first(plays.told(k, j), lambda one: target in evidence.told(one)) or search(evidence, k, j)
    return setting if setting is not None and target in evidence.told(setting) else None


def _places(evidence: Evidence, target: str) -> tuple[int, int]:
    return next(
        (k, j)
        for k, chapter in enumerate(evidence.scenario.chapters)
        for j, scene in enumerate(chapter.scenes)
        if f"{chapter.name}.{scene.name}" == target
    )


def _unreached(evidence: Evidence, target: str) -> Problem:
    """Why nothing came there: the condition never holds, or an earlier scene is always told instead."""
    scenario, plays = evidence.scenario, evidence.plays
    option = option_targets(scenario).get(target)
    if option is not None:
        place = scenario.decisions[option[0]].options[option[1]].place
        return Problem("option-unreachable", place, {"decision": option[0], "option": option[1]})
    k, j = _places(evidence, target)
    chapter, scene = scenario.chapters[k], scenario.chapters[k].scenes[j]
    values: dict[str, object] = {"scene": scene.name, "chapter": chapter.name, "plays": len(plays), "text": scene.text}
    fits = plays.sound if scene.when is None else plays.holds(scene.when, chapter.year) & plays.sound
    if fits.any():
        earlier = [other.name for i, other in enumerate(chapter.scenes) if (plays.told(k, i) & fits).any()]
        return Problem("scene-shadowed", scene.place, values | {"others": earlier, "count": int(fits.sum())})
    reached = ranges(evidence, chapter, scene)
    if not reached:
        return Problem("scene-impossible", scene.when_place, values)
    return Problem("scene-unreachable", scene.when_place, values | {"ranges": reached})


def ranges(evidence: Evidence, chapter: Chapter, scene: Scene) -> str:
    """Between which values the sides of a condition lay: of the terms that never held, else of all."""
    terms = list(_terms(scene.when, wanted=True)) if scene.when is not None else []
    plays = evidence.plays
    never = [t for t in terms if not ((plays.holds(t[0], chapter.year) == t[1]) & plays.sound).any()]
    sides = [side for term, _ in never or terms for side in _sides(evidence, chapter, scene, term)]
    return "; ".join(dict.fromkeys(sides))


def _terms(node: Node, *, wanted: bool) -> Iterator[tuple[Compare, bool]]:
    """The comparisons of a condition, each with the truth that the condition wants of it."""
    if isinstance(node, Compare):
        yield node, wanted
    for part in children(node):
        yield from _terms(part, wanted=wanted != isinstance(node, Not))


def _sides(evidence: Evidence, chapter: Chapter, scene: Scene, term: Compare) -> Iterator[str]:
    import numpy as np

    if isinstance(term.left, Decided):
        return
    plays = evidence.plays
    for side in (term.left, term.right):
        if not isinstance(side, Literal):
            values = np.broadcast_to(np.asarray(plays.computed(side, chapter.year), dtype=float), len(plays))
            values = values[plays.sound & np.isfinite(values)]
            if values.size:
                yield f"{_text(scene, side)} = {values.min():.4g} … {values.max():.4g}"


def _text(scene: Scene, node: Node) -> str:
    return scene.text[node.start : node.end] or scene.text
