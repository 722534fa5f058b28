"""How far plays are from being told a scene: 0 where they are, growing with what is missing.

The branch distance of search-based testing (P. McMinn, Search-based software test data generation,
2004): a comparison is as far as its sides are apart, in units of their spread over random plays;
``and`` adds, ``or`` takes the nearest.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from workbook.expr.nodes import Arithmetic, Choose, Compare, Decided, Logic, Node, Not
from workbook.model import Chapter
from workbook.plays import Plays

if TYPE_CHECKING:
    from workbook.plays import Array

LEAST = 1e-6
"""Distance of a strict comparison whose sides are equal."""

FAR = 1e3
"""Distance of a play that left the numbers."""

_OPPOSITE = {"<": ">=", "<=": ">", ">": "<=", ">=": "<", "==": "!=", "!=": "=="}


class Distance:
    """Distances to the scenes of a chapter; ``plays`` gives the spread of each comparison."""

    def __init__(self, plays: Plays, chapter: Chapter) -> None:
        self.plays = plays
        self.chapter = chapter
        self._spreads: dict[Node, float] = {}

    def to_scene(self, plays: Plays, scene: int) -> Array:
        """Distance of each play to a scene: its condition holds and no earlier one does."""
        import numpy as np

        total = np.zeros(len(plays))
        with np.errstate(all="ignore"):
            for place, other in enumerate(self.chapter.scenes[: scene + 1]):
                if other.when is not None:
                    total += self.to(plays, other.when, wanted=place == scene)
        far: Array = np.where(plays.sound & np.isfinite(total), total, FAR)
        return far

    def to(self, plays: Plays, node: Node, *, wanted: bool) -> Array:
        """Distance of each play to a condition's being true, or false."""
        import numpy as np

        match node:
            case Not():
                return self.to(plays, node.operand, wanted=not wanted)
            case Logic():
                both = [self.to(plays, part, wanted=wanted) for part in (node.left, node.right)]
                either: Array = both[0] + both[1] if (node.op == "and") == wanted else np.minimum(*both)
                return either
            case Choose():
                ways = [
                    self.to(plays, node.condition, wanted=which) + self.to(plays, part, wanted=wanted)
                    for which, part in ((True, node.yes), (False, node.no))
                ]
                return np.minimum(*ways)
            case Compare() if isinstance(node.left, Decided):
                return np.where(plays.holds(node, self.chapter.year) == wanted, 0.0, 1.0)
            case Compare():
                return self._compared(plays, node, wanted=wanted)
            case _:
                raise TypeError(node)

    def _compared(self, plays: Plays, node: Compare, *, wanted: bool) -> Array:
        import numpy as np

        gap = self._gap(plays, node)
        match node.op if wanted else _OPPOSITE[node.op]:
            case "<" | "<=":
                missing = gap
            case ">" | ">=":
                missing = -gap
            case "==":
                missing = np.abs(gap)
            case _:
                missing = np.zeros_like(gap)
        if node not in self._spreads:
            spread = float(np.nanstd(self._gap(self.plays, node)))
            self._spreads[node] = spread if np.isfinite(spread) and spread > 0 else 1.0
        holds = plays.holds(node, self.chapter.year) == wanted
        return np.where(holds, 0.0, np.maximum(missing / self._spreads[node], LEAST))

    def _gap(self, plays: Plays, node: Compare) -> Any:
        import numpy as np

        gap = plays.computed(Arithmetic("-", node.left, node.right), self.chapter.year)
        return np.broadcast_to(np.asarray(gap, dtype=float), len(plays))
