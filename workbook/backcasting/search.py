"""From a start world to points that meet all wishes: few moves, small steps, clearly different ways.

A space-filling sample, then a search along the levers from the best of it (R. Hooke, T. A. Jeeves 1961,
"Direct search" solution of numerical and statistical problems), then every move is taken back that is
not needed (backward elimination). Where too few ways differ, one that was found is closed and the search
begins anew (E. D. Brill, S.-Y. Chang, L. D. Hopkins 1982, Modeling to generate alternatives: the HSJ
approach). Nothing is drawn by chance. ``static/backcast.js`` goes the same way step by step.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from workbook.backcasting.space import LEAST_STEPS, Difference, Point, Space, at
from workbook.backcasting.trying import Trying, coarse

SAMPLE, STARTS, ROUNDS, TOGETHER, ROUND_IT = 1_200, 12, 8, 8, 6
"""Points of the sample; how many are improved; how often at most; moves tried together; ways round what was found."""


@dataclass(frozen=True, slots=True)
class Found:
    """Points that meet every wish, or none and the one that comes nearest."""

    points: tuple[Point, ...]
    nearest: Point


@dataclass(frozen=True, slots=True)
class _Start:
    point: Point
    loss: float
    closed: frozenset[int] = frozenset()
    """What must not be moved on this way."""


class Search:
    """One search; ``trying`` knows afterwards how many runs it took and what they came to."""

    def __init__(self, trying: Trying, sample: int = SAMPLE) -> None:
        self.trying = trying
        self.space: Space = trying.space
        self.sample = sample

    def run(self, paths: int) -> Found:
        """Up to ``paths`` points, each clearly different from the others."""
        base = self.space.base
        if self.trying.losses([base])[0] == 0:
            return Found((base,), base)
        found = self.descend(self._starts())
        if all(each.loss > 0 for each in found):
            found = [self._exchanged(self._best(found)), *found]
        reached = [each for each in found if each.loss == 0]
        if not reached:
            best = self._best(found)
            self._explain(best)
            return Found((), self.reduced([best])[0])
        ways = self.reduced(reached)
        chosen = self.pick(ways, (), 1)
        for count in range(2, paths + 1):
            ways += self.reduced([each for each in self.descend(self._closed(chosen)) if each.loss == 0])
            chosen = self.pick(ways, chosen, count)
        if len(chosen) < paths:
            chosen = self.pick(self._shifted([*chosen, *(each.point for each in reached)]), chosen, paths)
        return Found(tuple(sorted(chosen, key=self.space.effort)), chosen[0])

    # --- getting there -----------------------------------------------------------------------------

    def _starts(self) -> list[_Start]:
        """The start world, and the best of sample and worlds that differ from each other."""
        base = self.space.base
        points = [base, *self.space.worlds(), *self.space.spread(self.sample)]
        losses = self.trying.losses(points)
        chosen = [0]
        for k in sorted(range(1, len(points)), key=lambda k: coarse(losses[k])):
            if len(chosen) == STARTS:
                break
            if all(self.space.difference(points[k], points[other]).clear for other in chosen):
                chosen.append(k)
        return [_Start(points[k], losses[k]) for k in chosen]

    def descend(self, starts: Iterable[_Start], among: Sequence[int] | None = None) -> list[_Start]:
        """Each start improved as long as a move, or several together, helps."""
        done, going = [], list(starts)
        for _ in range(ROUNDS):
            done += [each for each in going if each.loss == 0]
            going = [each for each in going if each.loss > 0]
            stepped = self._stepped(going, among)
            done += [old for old, new in zip(going, stepped, strict=True) if new is old]
            going = [new for old, new in zip(going, stepped, strict=True) if new is not old]
        return [*done, *going]

    def _stepped(self, going: Sequence[_Start], among: Sequence[int] | None) -> list[_Start]:
        """One round: the best move of each lever and decision, then the best of them together."""
        tried = [self.space.others(each.point, self._open(each)) for each in going]
        losses = iter(self.trying.losses([point for points in tried for point in points], among))
        moves = [
            self._moves(each, points, [next(losses) for _ in points]) for each, points in zip(going, tried, strict=True)
        ]
        joined = [self._joined(each.point, best) for each, best in zip(going, moves, strict=True)]
        losses = iter(self.trying.losses([point for points in joined for point in points], among))
        stepped = []
        for each, best, points in zip(going, moves, joined, strict=True):
            options = [*best[:1], *[(next(losses), point) for point in points]]
            loss, point = min(options, key=lambda option: coarse(option[0]), default=(each.loss, each.point))
            better = coarse(loss) < coarse(each.loss)
            stepped.append(_Start(point, loss, each.closed) if better else each)
        return stepped

    def _open(self, start: _Start) -> list[int]:
        return [k for k in self.space.free if k not in start.closed]

    def _moves(self, start: _Start, points: Sequence[Point], losses: Sequence[float]) -> list[tuple[float, Point]]:
        """For each lever and decision its best move, where it helps; the best first."""
        best: dict[int, tuple[float, Point]] = {}
        for loss, point in zip(losses, points, strict=True):
            place = next(k for k, position in enumerate(point) if position != start.point[k])
            if coarse(loss) < coarse(best[place][0] if place in best else start.loss):
                best[place] = loss, point
        return sorted(best.values(), key=lambda move: coarse(move[0]))

    def _joined(self, point: Point, moves: Sequence[tuple[float, Point]]) -> list[Point]:
        """The two, three, … best moves made together."""
        found, now = [], point
        for count, (_, moved) in enumerate(moves[:TOGETHER], start=1):
            now = tuple(new if new != old else here for new, old, here in zip(moved, point, now, strict=True))
            if count > 1:
                found.append(now)
        return found

    def _exchanged(self, start: _Start) -> _Start:
        """Two moves at once, where no single one helps any more: one lever gives what another takes."""
        for _ in range(ROUNDS // 2):
            if start.loss == 0:
                break
            points = self._pairs(start.point)
            losses = self.trying.losses(points)
            k = min(range(len(points)), key=lambda k: coarse(losses[k]))
            if coarse(losses[k]) >= coarse(start.loss):
                break
            start = self._best(self.descend([_Start(points[k], losses[k])]))
        return start

    def _pairs(self, point: Point) -> list[Point]:
        """Two levers or decisions moved at once."""
        pairs = []
        for n, k in enumerate(self.space.free):
            for moved in self.space.others(point, [k]):
                pairs += self.space.others(moved, self.space.free[n + 1 :])
        return pairs

    def _best(self, found: Sequence[_Start]) -> _Start:
        return min(found, key=lambda each: coarse(each.loss))

    def _explain(self, best: _Start) -> None:
        """Where nothing meets all wishes: try each missing one alone, and the others without it."""
        wishes = range(len(self.trying.wishes))
        lacking = [k for k in wishes if self._lacks(best.point, k)]
        for k in lacking:
            others = [w for w in wishes if w != k]
            if self.trying.nearest[k] > 0:
                self.descend([_Start(best.point, self.trying.losses([best.point], [k])[0])], [k])
            if others and not self.trying.without[k]:
                self.descend([_Start(best.point, self.trying.losses([best.point], others)[0])], others)

    def _lacks(self, point: Point, wish: int) -> bool:
        return self.trying.losses([point], [wish])[0] > 0

    # --- as little as is needed --------------------------------------------------------------------

    def reduced(self, reached: Sequence[_Start]) -> list[Point]:
        """Every move taken back that is not needed, every other made as small as it may be.

        Each way gives up its moves in another order, so that different ones remain.
        """
        points, limits = [each.point for each in reached], [each.loss for each in reached]
        for whole in (True, False):
            for turn in range(len(self.space.sizes)):
                points = self._given_back(points, limits, turn, whole=whole)
        return list(dict.fromkeys(points))

    def _given_back(self, points: Sequence[Point], limits: Sequence[float], turn: int, *, whole: bool) -> list[Point]:
        """One lever or decision of each point set back to the start world, wholly or as far as costs nothing."""
        offers = []
        for n, point in enumerate(points):
            k = (turn + n) % len(self.space.sizes)
            home, here = self.space.base[k], point[k]
            if whole:
                back = [home] if home != here else []
            else:
                back = list(range(home, here, 1 if here > home else -1))[1:] if self.space.is_lever(k) else []
            offers.append([at(point, k, position) for position in back])
        losses = iter(self.trying.losses([point for some in offers for point in some]))
        given = []
        for point, limit, some in zip(points, limits, offers, strict=True):
            as_good = [offer for offer in some if _as_good(next(losses), limit)]
            given.append(as_good[0] if as_good else point)
        return given

    # --- clearly different -------------------------------------------------------------------------

    def pick(self, points: Sequence[Point], chosen: Sequence[Point], paths: int) -> list[Point]:
        """The one with the fewest moves first, then always the one that is most different for what it moves."""
        picked, left = list(chosen), sorted(dict.fromkeys(points), key=self.space.effort)
        while left and len(picked) < paths:
            gaps = [[self.space.difference(point, other) for other in picked] for point in left]
            clear = [k for k, row in enumerate(gaps) if all(gap.clear for gap in row)]
            if not clear:
                break
            k = max(clear, key=lambda k: self._novelty(left[k], gaps[k]))
            picked.append(left.pop(k))
        return picked

    def _novelty(self, point: Point, gaps: Sequence[Difference]) -> tuple[int, int]:
        """Levers that stand elsewhere than in the path most alike, less the moves that this takes."""
        moves = len(self.space.moved(point))
        return min(((gap.levers - moves, gap.share) for gap in gaps), default=(0, 0))

    def _closed(self, chosen: Sequence[Point]) -> list[_Start]:
        """Ways round what was chosen: of each point one lever or decision that it moved must stay."""
        base, moved = self.space.base, [self.space.moved(point) for point in chosen]
        closed = dict.fromkeys(frozenset(places[n % len(places)] for places in moved) for n in range(ROUND_IT))
        starts = [
            (start, places)
            for places in closed
            for start in (base, tuple(base[k] if k in places else here for k, here in enumerate(chosen[-1])))
        ]
        losses = self.trying.losses([point for point, _ in starts])
        return [_Start(point, loss, places) for (point, places), loss in zip(starts, losses, strict=True)]

    def _shifted(self, points: Sequence[Point]) -> list[Point]:
        """What else meets the wishes close by: two levers moved as far as makes a clear difference."""
        shifted = [
            at(at(point, a, point[a] + one), b, point[b] + two)
            for point in dict.fromkeys(points)
            for n, a in enumerate(self.space.free)
            for b in self.space.free[n + 1 :]
            if self.space.is_lever(b)
            for one in (-LEAST_STEPS, LEAST_STEPS)
            for two in (-LEAST_STEPS, LEAST_STEPS)
            if 0 <= point[a] + one < self.space.sizes[a] and 0 <= point[b] + two < self.space.sizes[b]
        ]
        losses = self.trying.losses(shifted)
        return [point for point, loss in zip(shifted, losses, strict=True) if loss == 0]


def _as_good(loss: float, limit: float) -> bool:
    """Whether a loss is no greater than another; a wish that was met has to stay met exactly."""
    return loss == 0 if limit == 0 else coarse(loss) <= coarse(limit)
