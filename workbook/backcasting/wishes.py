"""What is wished of the last year: for some indicators a lowest or a highest value, or both."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from workbook.errors import UsageError, nearest
from workbook.messages import message
from workbook.model import Indicator, Scenario

MOST_PATHS, MOST_SAMPLE, MOST_RESERVE = 20, 1_000_000, 0.5


@dataclass(frozen=True, slots=True)
class Wish:
    """One indicator in the last year, in its own unit; an end that is open is infinite."""

    indicator: str
    low: float
    high: float
    scale: float
    """The way from dystopia to utopia, by which misses of different units are made comparable."""
    reserve: float = 0.0
    """By what share of that way the wish shall be surpassed."""

    @property
    def floor(self) -> float:
        """The lowest value that meets the wish with its reserve."""
        return self.low + self.reserve * self.scale

    @property
    def ceiling(self) -> float:
        """The highest one."""
        return self.high - self.reserve * self.scale

    def missed(self, value: float) -> float:
        """How much a value lacks, in the indicator's unit; 0 when the wish is met with its reserve."""
        return max(self.floor - value, value - self.ceiling, 0.0)


class WishError(UsageError):
    """Wishes that cannot be understood; names everything that is wrong with them."""

    def __init__(self, problems: Iterable[UsageError]) -> None:
        self.problems = tuple(problems)
        super().__init__(self.problems[0].code, **self.problems[0].values)

    def text(self, lang: str | None = None) -> str:
        """One line for each problem."""
        return "\n".join(message(problem.code, lang, **problem.values) for problem in self.problems)


def wishes_of(
    scenario: Scenario,
    asked: Mapping[str, Any],
    keep: Iterable[str] = (),
    *,
    paths: Any = 1,
    reserve: Any = 0.0,
    sample: Any = 1,
    lang: str = "de",
) -> tuple[Wish, ...]:
    """The wishes, in the order of the scenario's indicators; parameters as those of ``backcast``.

    Raises
    ------
    WishError
        With all that is wrong: unknown names, bounds that are no numbers or leave nothing between them,
        counts out of range, nothing wished, nothing left to move.
    """
    movable, keep = [*scenario.levers, *scenario.decisions], list(keep)
    problems = [_unknown("usage-indicator", name, scenario.indicators) for name in asked]
    problems += [_unknown("wish-keep", name, movable) for name in keep]
    problems.append(_unknown("usage-language", lang, scenario.languages))
    problems += [
        _outside("paths", paths, 1, MOST_PATHS), _outside("sample", sample, 1, MOST_SAMPLE),
        _outside("reserve", reserve, 0, MOST_RESERVE, whole=False),
    ]  # fmt: skip
    if not asked:
        problems.append(UsageError("wish-none", allowed=", ".join(scenario.indicators)))
    if set(movable) <= set(keep):
        problems.append(UsageError("wish-nothing-free"))
    wishes = [
        _wish(indicator, asked[name], reserve if isinstance(reserve, int | float) else 0.0)
        for name, indicator in scenario.indicators.items()
        if name in asked
    ]
    problems += [wish for wish in wishes if isinstance(wish, UsageError)]
    wrong = [problem for problem in problems if problem is not None]
    if wrong:
        raise WishError(wrong)
    return tuple(wish for wish in wishes if isinstance(wish, Wish))


def _unknown(code: str, name: Any, known: Iterable[str]) -> UsageError | None:
    allowed = list(known)
    if name in allowed:
        return None
    return UsageError(code, name=name, nearest=nearest(str(name), allowed), allowed=", ".join(allowed))


def _outside(name: str, value: Any, low: float, high: float, *, whole: bool = True) -> UsageError | None:
    kinds = int if whole else (int, float)
    if isinstance(value, kinds) and not isinstance(value, bool) and low <= value <= high:
        return None
    return UsageError("wish-count", name=name, found=str(value), low=low, high=high)


def _wish(indicator: Indicator, bounds: Any, reserve: float) -> Wish | UsageError:
    ends = tuple(bounds) if isinstance(bounds, tuple | list) else ()
    if len(ends) != 2 or not all(map(_is_end, ends)) or ends == (None, None):
        return UsageError("wish-bounds", name=indicator.name, found=str(bounds))
    low = -math.inf if ends[0] is None else float(ends[0])
    high = math.inf if ends[1] is None else float(ends[1])
    wish = Wish(indicator.name, low, high, abs(indicator.utopia - indicator.dystopia), reserve)
    if low > high:
        return UsageError("wish-empty", name=indicator.name, low=low, high=high)
    if wish.floor > wish.ceiling:
        return UsageError("wish-narrow", name=indicator.name, low=low, high=high, reserve=reserve)
    return wish


def _is_end(end: Any) -> bool:
    number = isinstance(end, int | float) and not isinstance(end, bool)
    return end is None or (number and math.isfinite(end))
