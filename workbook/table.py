"""Tables that stay DataFrames and that a notebook shows in a reader's words: labels, units, the language's numbers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from html import escape
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, ClassVar

from workbook.messages import current_language
from workbook.text import base_language, format_number
from workbook.wording import digits_of, headed

if TYPE_CHECKING or find_spec("pandas") is not None:
    import pandas as pd
else:  # in a browser: a table to be read, not to be computed with
    from workbook import plain_frame as pd

if TYPE_CHECKING:
    from workbook.model import Scenario
    from workbook.run import Run, Workbook


YEAR = -1
"""In place of decimal places: a year is written without marks."""


@dataclass(frozen=True, slots=True)
class Words:
    """What a table says in one language."""

    caption: str
    corner: str
    rows: tuple[str, ...]
    heads: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Looks:
    """How a table is shown; plain data."""

    words: Mapping[str, Words]
    digits: tuple[tuple[int, ...], ...]
    """Decimal places of each cell; :data:`YEAR` for one that is no quantity."""
    under: Mapping[int, int] = field(default_factory=dict)
    """Column -> the column of differences that stands below its values."""


class Table(pd.DataFrame):
    """A DataFrame with a readable face; what is computed from it is a plain DataFrame."""

    _metadata: ClassVar[list[str]] = ["_looks", "_made"]
    _looks: Looks
    _made: tuple[list[object], list[object]]

    @classmethod
    def of(cls, frame: pd.DataFrame, looks: Looks) -> Table:
        """A frame with its looks."""
        table = cls(frame)
        table._looks = looks
        table._made = (list(frame.index), list(frame.columns))
        return table

    @classmethod
    def made(cls, columns: Mapping[str, list[Any]], index: Iterable[object], name: str, looks: Looks) -> Table:
        """Columns by name over an index with a name of its own."""
        return cls.of(pd.DataFrame(dict(columns), index=pd.Index(list(index), name=name)), looks)

    @property
    def _constructor(self) -> type[pd.DataFrame]:
        return pd.DataFrame

    def spoken(self, lang: str) -> Table:
        """The same table, shown in a language whatever that of this process."""
        words = self._looks.words
        chosen = words.get(lang) or words.get(base_language(lang)) or next(iter(words.values()))
        return Table.of(pd.DataFrame(self), Looks({lang: chosen}, self._looks.digits, self._looks.under))

    def _repr_html_(self) -> str | None:
        """Pandas' own face when somebody has put in rows or columns since."""
        looks = getattr(self, "_looks", None)
        if looks is None or (list(self.index), list(self.columns)) != self._made:
            plain: str | None = super()._repr_html_()  # type: ignore[misc]  # the stubs do not know it
            return plain
        lang = current_language()
        if lang not in looks.words:
            lang = base_language(lang) if base_language(lang) in looks.words else next(iter(looks.words))
        return table_html(self, looks, lang)


def table_html(frame: pd.DataFrame, looks: Looks, lang: str) -> str:
    """A table with caption and headings in both directions."""
    words = looks.words[lang]
    below = set(looks.under.values())
    columns = [k for k in range(len(words.heads)) if k not in below]

    def written(r: int, k: int, *, sign: bool = False) -> str:
        value, digits = float(frame.iloc[r, k]), looks.digits[r][k]  # type: ignore[arg-type]  # numbers only
        return f"{value:.0f}" if digits == YEAR else format_number(value, lang, digits, sign=sign)

    def cell(r: int, k: int) -> str:
        gap = f"<br><small>{written(r, looks.under[k], sign=True)}</small>" if k in looks.under else ""
        return f'<td style="text-align: right">{written(r, k)}{gap}</td>'

    left = 'style="text-align: left"'
    head = "".join(f'<th scope="col" style="text-align: right">{escape(words.heads[k])}</th>' for k in columns)
    body = "".join(
        f'<tr><th scope="row" {left}>{escape(label)}</th>{"".join(cell(r, k) for k in columns)}</tr>'
        for r, label in enumerate(words.rows)
    )
    return (
        f'<table class="dataframe nb-numbers nb-table"><caption {left}>{escape(words.caption)}</caption>'
        f'<thead><tr><th scope="col" {left}>{escape(words.corner)}</th>{head}</tr></thead><tbody>{body}</tbody></table>'
    )


def digits_for(scenario: Scenario, rows: Iterable[Iterable[tuple[str, float]]]) -> tuple[tuple[int, ...], ...]:
    """Decimal places of cells, each given by its indicator and its value."""
    return tuple(tuple(digits_of(scenario, name, value) for name, value in row) for row in rows)


def yearly_table(run: Run) -> Table:
    """A run's indicators, year by year."""
    s, years = run.scenario, run.scenario.time.years
    columns = {n: [run.trajectories.yearly(n, y) for y in years] for n in s.indicators}
    words = {}
    for lang in s.languages:
        german = base_language(lang) == "de"
        world = s.worlds[run.setting.world].label[lang]
        words[lang] = Words(
            f"Jahresmittel eines Laufs, begonnen in der Welt »{world}«"
            if german
            else f"Yearly means of a run that began in the world “{world}”",
            "Jahr" if german else "Year",
            tuple(str(year) for year in years),
            tuple(headed(i, lang) for i in s.indicators.values()),
        )
    digits = digits_for(s, ([(n, columns[n][k]) for n in columns] for k in range(len(years))))
    return Table.made(columns, years, "year", Looks(words, digits))


def past(workbook: Workbook, lang: str = "de") -> Table:
    """How well the model retells the observed past: one row an indicator that has been observed.

    Parameters
    ----------
    workbook : Workbook
        From :func:`workbook.load`.
    lang : str
        Language in which a notebook shows the table; the names of rows and columns stay.
    """
    found = workbook.hindcast
    german = base_language(lang) == "de"
    columns: dict[str, list[Any]] = {
        "observations": [len(each.years) for each in found.values()],
        "first": [min(each.years) for each in found.values()],
        "last": [max(each.years) for each in found.values()],
        "error": [each.error for each in found.values()],
    }
    words = Words(
        "Das Modell und die beobachteten Jahre" if german else "The model and the observed years",
        "Indikator" if german else "Indicator",
        tuple(workbook.scenario.indicators[name].label[lang] for name in found),
        ("Beobachtete Jahre", "von", "bis", "Mittlere Abweichung in %")
        if german
        else ("Years observed", "from", "to", "Mean deviation in %"),
    )
    return Table.made(columns, found, "indicator", Looks({lang: words}, tuple((0, YEAR, YEAR, 1) for _ in found)))
