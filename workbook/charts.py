"""Plotly figures of runs. Makes them and shows nothing; the only module that knows Plotly's words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from workbook.model import Indicator, Scenario
from workbook.setting import setting_of
from workbook.text import base_language, format_number
from workbook.view import Rows, limits, rows
from workbook.wording import digits_of, headed, unit_text

if TYPE_CHECKING:
    from workbook.run import Run, Workbook
    from workbook.table import Table

YOU, SOFT, INK, RULE, BAND = "#00507a", "#5c584f", "#1d1c1a", "#cfc8b9", "rgba(0, 114, 178, 0.17)"
"""One accent for the reader's own run; the rest is ink. Lines also differ by dash."""

LOW_ROW, HIGH_ROW, BASELINE_ROW, YOU_ROW, OBSERVED_ROW, YOU_LABEL, BASELINE_LABEL = range(7)
HEIGHT = 150


@dataclass(frozen=True, slots=True)
class ChartFrame:
    """What stays the same when a lever moves: labels, limits, marks."""

    scenario: Scenario
    indicator: Indicator
    lang: str
    low: float
    high: float

    @classmethod
    def of(cls, workbook: Workbook, indicator: Indicator, lang: str) -> ChartFrame:
        """The frame of an indicator over all worlds of its scenario."""
        return cls(workbook.scenario, indicator, lang, *limits(workbook.worlds, indicator))


def traces(frame: ChartFrame, chart: Rows) -> list[dict[str, Any]]:
    """The seven rows of a chart, as plain dictionaries."""
    middles = [year + 0.5 for year in chart.years]
    unit = unit_text(frame.indicator.unit, frame.lang)
    digits = digits_of(frame.scenario, frame.indicator.name, chart.you[-1])
    told = {
        "text": [str(year) for year in chart.years],
        "hovertemplate": f"%{{text}}: %{{y:,.{digits}f}} {unit}<extra></extra>",
    }
    theirs, mine = label_sides(frame, chart)
    line = {"type": "scatter", "x": middles, "mode": "lines"}
    seen = [(year + 0.5 if year == int(year) else year, value, source) for year, value, source in chart.observed]
    return [
        {**line, "y": chart.low, "line": {"width": 0}, "hoverinfo": "skip"},
        {**line, "y": chart.high, "line": {"width": 0}, "fill": "tonexty", "fillcolor": BAND, "hoverinfo": "skip"},
        {**line, "y": chart.baseline, "line": {"color": SOFT, "width": 1.5, "dash": "dash"}, **told},
        {**line, "y": chart.you, "line": {"color": YOU, "width": 2.5}, **told},
        {
            "type": "scatter",
            "mode": "markers",
            "x": [x for x, _, _ in seen],
            "y": [value for _, value, _ in seen],
            "text": [f"{int(x)}, {source}" for x, _, source in seen],
            "hovertemplate": f"%{{text}}: %{{y:,.{digits}f}} {unit}<extra></extra>",
            "marker": {"color": INK, "size": 5},
        },
        _label(you(frame.lang), middles[-1], chart.you[-1], mine, YOU),
        _label(carry_on(frame.lang), middles[-1], chart.baseline[-1], theirs, SOFT),
    ]


def you(lang: str) -> str:
    """What the own line is called."""
    return "Sie" if base_language(lang) == "de" else "you"


def carry_on(lang: str) -> str:
    """What the baseline is called."""
    return "weiter so" if base_language(lang) == "de" else "carry on"


def _label(text: str, x: float, y: float, side: str, color: str) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "text",
        "x": [x],
        "y": [y],
        "text": [f" {text}"],
        "textposition": side,
        "textfont": {"color": color, "size": 12},
        "cliponaxis": False,
        "hoverinfo": "skip",
    }


def label_sides(frame: ChartFrame, chart: Rows) -> tuple[str, str]:
    """Where the labels of the baseline and of the own line stand, out of each other's way."""
    gap = chart.you[-1] - chart.baseline[-1]
    if abs(gap) > 0.15 * (frame.high - frame.low):
        return "middle right", "middle right"
    return ("bottom right", "top right") if gap >= 0 else ("top right", "bottom right")


def layout(frame: ChartFrame) -> dict[str, Any]:
    """The layout of a chart: fixed limits, the line of today, a mark at each decision."""
    time = frame.scenario.time
    german = base_language(frame.lang) == "de"
    ticks = [year for year in range(time.start, time.end) if year % 5 == 0]

    digits = 0 if frame.high - frame.low > 20 else 1
    widest = max(len(format_number(value, frame.lang, digits)) for value in (frame.low, frame.high))

    def mark(x: float, dash: str) -> dict[str, Any]:
        edge = {"color": RULE, "width": 1, "dash": dash}
        return {"type": "line", "x0": x, "x1": x, "y0": 0, "y1": 1, "yref": "paper", "line": edge}

    return {
        "height": HEIGHT,
        "margin": {"l": max(58, 10 + 7 * widest), "r": 62, "t": 4, "b": 22},
        "showlegend": False,
        "hovermode": "closest",
        "dragmode": False,
        "template": "none",
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "separators": ",." if german else ".,",
        "font": {"family": "system-ui, sans-serif", "size": 12, "color": INK},
        "xaxis": {
            "range": [time.start, time.end + 0.2],
            "tickvals": [year + 0.5 for year in ticks],
            "ticktext": [str(year) for year in ticks],
            "showgrid": False,
            "zeroline": False,
            "linecolor": RULE,
            "fixedrange": True,
        },
        "yaxis": {
            "range": [frame.low, frame.high],
            "nticks": 4,
            "gridcolor": RULE,
            "zeroline": False,
            "fixedrange": True,
            "tickformat": f",.{digits}f",
        },
        "shapes": [mark(time.acting, "solid"), *(mark(d.year, "dot") for d in frame.scenario.decisions.values())],
        "annotations": [
            {
                "x": time.acting,
                "y": 1,
                "yref": "paper",
                "yanchor": "top",
                "xanchor": "right",
                "text": "heute" if german else "today",
                "showarrow": False,
                "font": {"size": 11, "color": SOFT},
            }
        ],
    }


def figure(run: Run, indicator: str, lang: str = "de") -> Any:
    """A Plotly figure of one indicator of a run, with history, band and baseline."""
    import plotly.graph_objects as go

    frame = ChartFrame.of(run.workbook, run.scenario.indicators[indicator], lang)
    return go.Figure(data=traces(frame, rows(run, frame.indicator)), layout=layout(frame))


def compare(*each: Run | Workbook, lang: str = "de", year: int | None = None, world: str | None = None) -> Table:
    """Runs side by side: one row an indicator, one column a run, differences to the first.

    Parameters
    ----------
    each
        Two or more runs of one scenario, or workbooks: a scenario and variants of it.
    year : int, optional
        The last year when left out.
    world : str, optional
        Where workbooks begin; the first world when left out.
    """
    from workbook.run import Run
    from workbook.table import Looks, Table, Words, digits_for

    runs = [given if isinstance(given, Run) else given.run(world) for given in each]
    s = runs[0].scenario
    when = s.time.years[-1] if year is None else year
    names = _names(runs, lang)
    table: dict[str, list[float]] = {
        name: [run.value(i, when) for i in s.indicators] for name, run in zip(names, runs, strict=True)
    }
    for name in names[1:]:
        table[f"Δ {name}"] = [b - a for a, b in zip(table[names[0]], table[name], strict=True)]
    index = [headed(i, lang) for i in s.indicators.values()]
    german = base_language(lang) == "de"
    caption = (
        f"Jahresmittel {when}; darunter der Unterschied zu »{names[0]}«"
        if german
        else f"Yearly means of {when}; below them the difference from “{names[0]}”"
    )
    words = Words(
        caption, "Indikator" if german else "Indicator",
        tuple(headed(i, lang) for i in s.indicators.values()), tuple(table),
    )  # fmt: skip
    digits = digits_for(s, ([(i, column[k]) for column in table.values()] for k, i in enumerate(s.indicators)))
    under = {1 + k: len(names) + k for k in range(len(names) - 1)}
    return Table.made(table, index, str(when), Looks({lang: words}, digits, under))


def _names(runs: Sequence[Run], lang: str) -> list[str]:
    names: list[str] = []
    for number, run in enumerate(runs, start=1):
        own = run.setting != setting_of(run.scenario, run.setting.world)
        yours = "Ihre Zukunft" if base_language(lang) == "de" else "Your future"
        label = yours if own else run.scenario.worlds[run.setting.world].label[lang]
        contested = run.workbook.contested
        if contested is not None:
            label = f"{label} · {contested.name}"
        elif label in names:  # a future of one's own that nobody has moved yet
            label = yours
        names.append(label if label not in names else f"{label} ({number})")
    return names
