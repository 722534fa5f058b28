"""What made the difference, for every indicator of a run: a table to read and to talk about."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from workbook import view
from workbook.run import Run
from workbook.text import base_language
from workbook.why import Shares

if TYPE_CHECKING:
    import pandas as pd

MOST = 3
"""Contributions that are named; the others are small or many."""


class Reasons:
    """The shares of levers and decisions in the difference to the baseline, in the last year.

    Parameters
    ----------
    run : Run
    lang : str

    Raises
    ------
    UsageError
        When more levers and decisions were moved than can be shared out exactly.
    """

    def __init__(self, run: Run, lang: str = "de") -> None:
        self.run, self.lang = run, lang
        self.shares: dict[str, Shares] = {name: run.why(name) for name in run.scenario.indicators}

    @property
    def frame(self) -> pd.DataFrame:
        """One row an indicator, one column a moved lever or decision; each row adds up to the difference."""
        import pandas as pd

        rows = {name: {p.name: part for p, part in shares.parts.items()} for name, shares in self.shares.items()}
        return pd.DataFrame.from_dict(rows, orient="index")

    def _repr_html_(self) -> str:
        german = base_language(self.lang) == "de"
        year = self.run.scenario.time.years[-1]
        base = escape(self.run.scenario.baseline.label[self.lang])
        caption = f"Was den Unterschied zu »{base}« macht" if german else f"What makes the difference to “{base}”"
        heads = ("Indikator", "Hier", base, "Am meisten durch")
        if not german:
            heads = ("Indicator", "Here", base, "Mostly by")
        head = "".join(f'<th scope="col" style="text-align: left">{text}</th>' for text in heads)
        readings = {r.name: r for r in view.readings(self.run, self.lang)}
        body = "".join(self._row(readings[name], shares) for name, shares in self.shares.items())
        return (
            f'<table class="dataframe nb-table"><caption style="text-align: left">{caption}, {year}</caption>'
            f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
        )

    def _row(self, reading: view.Reading, shares: Shares) -> str:
        told = view.share_words(self.run.scenario, shares, self.run.choices, self.lang)[:MOST]
        parts = "; ".join(f"{label} {written}" for label, _, written in told) or "–"
        left = 'style="text-align: left"'
        return (
            f'<tr><th scope="row" {left}>{escape(reading.label)}</th><td>{escape(reading.text)}</td>'
            f"<td>{escape(reading.base_text)}</td><td {left}>{escape(parts)}</td></tr>"
        )


def reasons(run: Run, lang: str = "de") -> Reasons:
    """Who made the difference to the baseline, for every indicator: the three largest exact shares of each.

    Parameters
    ----------
    run : Run
    lang : str
        Language in which a notebook shows the table.
    """
    return Reasons(run, lang)
