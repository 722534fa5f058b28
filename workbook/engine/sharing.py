"""What an experienced hand would compute once: fixed parts before the loop, repeated parts in it.

A part inside a branch that may not be taken stays where it is, since computing it might fail.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from workbook.engine.equations import Equation
from workbook.expr.nodes import Arithmetic, Call, Choose, Logic, Name, Negate, Node, children, names_in, rebuilt, walk


def share(
    moving: Sequence[Equation], indicators: Sequence[Equation], given: frozenset[str]
) -> tuple[list[Equation], list[Equation], list[Equation]]:
    """Give fixed and repeated parts names of their own.

    Parameters
    ----------
    given : frozenset of str
        Levers, constants and variables that change only with them.

    Returns
    -------
    lifted, moving, indicators : lists of Equation
        Fixed parts; the moving equations with repeated parts among them, in no order; the
        indicators.
    """
    counts = Counter(part for e in (*moving, *indicators) for part in _certain(e.node))
    parts = _Parts(counts, given)
    told = [Equation(e.name, parts.replace(e.name, e.node, whole=True), e.part) for e in moving]
    shown = [Equation(e.name, parts.replace(e.name, e.node, whole=True)) for e in indicators]
    return parts.lifted, [*told, *parts.repeated], shown


class _Parts:
    def __init__(self, counts: Counter[Node], given: frozenset[str]) -> None:
        self.counts = counts
        self.given = given
        self.names: dict[Node, str] = {}
        self.lifted: list[Equation] = []
        self.repeated: list[Equation] = []

    def replace(self, owner: str, node: Node, *, whole: bool = False) -> Node:
        """The node with its fixed and repeated parts read from names; a whole equation keeps its own."""
        if node in self.names:
            return Name(self.names[node], start=node.start, end=node.end)
        if _works(node) and not whole:
            if _fixed(node, self.given):
                return self._name(owner, node, node, self.lifted)
            if self.counts[node] > 1:
                return self._name(owner, node, self._inner(owner, node), self.repeated)
        return self._inner(owner, node)

    def _inner(self, owner: str, node: Node) -> Node:
        certain = set(map(id, _evaluated(node)))
        return rebuilt(node, lambda part: self.replace(owner, part) if id(part) in certain else part)

    def _name(self, owner: str, node: Node, how: Node, place: list[Equation]) -> Name:
        self.names[node] = f"{owner}__part{len(self.names) + 1}"
        place.append(Equation(self.names[node], how, part=True))
        return Name(self.names[node], start=node.start, end=node.end)


def _works(node: Node) -> bool:
    return isinstance(node, Arithmetic | Call | Negate | Choose) and bool(names_in(node))


def _fixed(node: Node, given: Iterable[str]) -> bool:
    return all(not isinstance(n, Name) or n.name in given for n in walk(node))


def _evaluated(node: Node) -> tuple[Node, ...]:
    """The parts that are computed whatever happens."""
    if isinstance(node, Choose):
        return (node.condition,)
    return (node.left,) if isinstance(node, Logic) else children(node)


def _certain(node: Node) -> Iterator[Node]:
    if _works(node):
        yield node
    for part in _evaluated(node):
        yield from _certain(part)
