"""Small models written as text, on the frame of the small scenario."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from workbook.expr.parse import parse
from workbook.model import Constant, Indicator, Scenario, Stock, Time, Variable
from workbook.text import Text

Flows = tuple[str, tuple[str, ...], tuple[str, ...]]
"""Initial value, inflows, outflows."""


def model(
    frame: Scenario,
    stocks: Mapping[str, Flows],
    variables: Mapping[str, str],
    *,
    constants: Mapping[str, float] | None = None,
    time: Time | None = None,
    may_fall: tuple[str, ...] = (),
) -> Scenario:
    """A scenario with these equations only; levers and inputs are those of the frame, decisions none."""
    return replace(
        frame,
        time=time or frame.time,
        constants={
            name: Constant(name, Text.of(en=name), value, value, value, "1", "assumption", "")
            for name, value in (constants or {}).items()
        },
        stocks={
            name: Stock(name, Text.of(en=name), parse(initial), inflows, outflows, "1", name not in may_fall)
            for name, (initial, inflows, outflows) in stocks.items()
        },
        variables={name: Variable(name, Text.of(en=name), parse(text), "1", text) for name, text in variables.items()},
        indicators={
            "shown": Indicator(
                "shown", Text.of(en="shown"), Text(), parse("time"), "year", "higher", 2, 1, text="time"
            ),
        },
        decisions={},
        worlds={"weiter-so": next(iter(frame.worlds.values()))},
        checks=(),
        loops=(),
    )
