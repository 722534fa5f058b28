"""Circles among equations that no stock or delay breaks, told as the path a -> b -> a."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from workbook.errors import Place
from workbook.expr.nodes import Node
from workbook.folder.names import reads, reads_at_start
from workbook.folder.shapes import Fields, Reporter

ARROW = " -> "


def check_cycles(model: Fields, report: Reporter) -> None:
    """Report each circle once, at its first equation in the file.

    Two graphs are looked at: that of each moment, and that of the first moment, when stocks take
    their initial values and delays begin with what they take in.
    """
    equations = {
        name: node
        for group, key in (("inputs", "after"), ("variables", "equals"))
        for name, node in _nodes(model.under(group), key).items()
    }
    initial = equations | _nodes(model.under("stocks"), "initial")
    told: set[str] = set()
    for code, nodes, needs in (
        ("name-cycle", equations, reads),
        ("name-cycle-start", initial, reads_at_start),
    ):
        for path in _circles(nodes, needs, told):
            report(code, _place(path[0], model), path=ARROW.join([*path, path[0]]))


def _nodes(group: Fields, key: str) -> dict[str, Node]:
    leaves = {name: group.under(name).get(key) for name in group}
    return {name: leaf.value for name, leaf in leaves.items() if leaf and not isinstance(leaf.value, str)}


def _circles(
    equations: Mapping[str, Node], needs: Callable[[Node], frozenset[str]], told: set[str]
) -> Iterator[list[str]]:
    """Circles that share no name with each other or with what was told before."""
    graph = {name: sorted(needs(node) & equations.keys()) for name, node in equations.items()}
    for name in graph:
        path = [] if name in told else shortest_circle(graph, name)
        if path and not told & set(path):
            told.update(path)
            yield path


def _place(name: str, model: Fields) -> Place:
    groups = (model.under(group) for group in ("inputs", "variables", "stocks"))
    return next(group.where(name) for group in groups if name in group.keys_at)


def shortest_circle(graph: Mapping[str, list[str]], start: str) -> list[str]:
    """The shortest way from a name back to itself (without the return), or an empty list."""
    came_from: dict[str, str] = {}
    level = [start]
    while level:
        following: list[str] = []
        for name in level:
            for needed in graph.get(name, ()):
                if needed == start:
                    path = [name]
                    while path[-1] != start:
                        path.append(came_from[path[-1]])
                    return path[::-1]
                if needed not in came_from:
                    came_from[needed] = name
                    following.append(needed)
        level = following
    return []
