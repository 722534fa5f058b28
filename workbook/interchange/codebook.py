"""Every name of a scenario with its kind, unit, grade and source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workbook.model import Scenario
from workbook.text import base_language

HEADER = (
    "name", "kind", "label_de", "label_en", "unit", "value", "low", "high", "grade", "source", "equation", "note",
)  # fmt: skip

Cell = str | float | None
Row = tuple[Cell, ...]

_HEADS = {
    "title": ("Codebuch", "Codebook"),
    "names": ("Namen", "Names"),
    "series": ("Beobachtete Reihen", "Observed series"),
    "sources": ("Quellen", "Sources"),
    "columns": (
        "Name|Art|Bedeutung|Einheit|Wert|Spanne|Beleg|Quelle|Gleichung|Begründung",
        "Name|Kind|Meaning|Unit|Value|Range|Grade|Source|Equation|Reason",
    ),
    "series-columns": ("Name|Bedeutung|Einheit|Jahre|Quellen", "Name|Meaning|Unit|Years|Sources"),
    "about": (
        "Jahresmittel; Gleichungen und Zahlen gehören dem Szenario, sie sind Argumente und keine Vorhersagen.",
        "Yearly means; equations and numbers belong to the scenario, they are arguments and not forecasts.",
    ),
}


def names(s: Scenario, lang: str = "en") -> Iterator[Row]:
    """One row for each name, in the order of the files; notes in the language asked for."""
    for lever in s.levers.values():
        label = (lever.label["de"], lever.label["en"])
        yield (lever.name, "lever", *label, lever.unit, lever.default, lever.low, lever.high, "", "", "", "")
    for c in s.constants.values():
        note = c.note[lang] if c.note else ""
        label = (c.label["de"], c.label["en"])
        yield (c.name, "constant", *label, c.unit, c.value, c.low, c.high, c.grade, c.source, "", note)
    for entry in s.inputs.values():
        sources = " ".join(dict.fromkeys(o.source for o in s.series[entry.series].observations))
        label = (entry.label["de"], entry.label["en"])
        yield (entry.name, "input", *label, entry.unit, None, None, None, "", sources, entry.series, "")
    for stock in s.stocks.values():
        flows = " ".join([*(f"+{n}" for n in stock.inflows), *(f"-{n}" for n in stock.outflows)])
        label = (stock.label["de"], stock.label["en"])
        yield (stock.name, "stock", *label, stock.unit, None, None, None, "", "", flows, "")
    for kind, group in (("variable", s.variables), ("indicator", s.indicators)):
        for each in group.values():
            label = (each.label["de"], each.label["en"])
            yield (each.name, kind, *label, each.unit, None, None, None, "", "", each.text, "")


def markdown(s: Scenario, lang: str) -> str:
    """The codebook for readers."""
    place = int(base_language(lang) == "en")

    def say(key: str) -> str:
        return _HEADS[key][place]

    rows = []
    for name, kind, de, en, unit, value, low, high, grade, source, equation, note in names(s, lang):
        span = f"{low!r} … {high!r}" if low != high else ""
        shown = "" if value is None else repr(value)
        rows.append([f"`{name}`", kind, (de, en)[place], unit, shown, span, grade, source, f"`{equation}`", note])
    series = [
        [
            f"`{each.name}`", each.label[lang], each.unit,
            f"{each.observations[0].year:g}–{each.observations[-1].year:g}",
            " ".join(dict.fromkeys(o.source for o in each.observations)),
        ]
        for each in s.series.values()
    ]  # fmt: skip
    listed = "\n".join(
        f"- `{x.id}`: {_plain(x.title)}. {_plain(x.publisher)}, {_plain(x.published)}. <{x.url}> ({x.accessed})"
        for x in s.sources.values()
    )
    return (
        f"# {say('title')}: {_plain(s.title[lang])}\n\n{say('about')}\n\n## {say('names')}\n\n"
        f"{_table(say('columns'), rows)}\n## {say('series')}\n\n{_table(say('series-columns'), series)}\n"
        f"## {say('sources')}\n\n{listed}\n"
    )


def _table(heads: str, rows: Sequence[Sequence[Cell]]) -> str:
    columns = heads.split("|")
    lines = [columns, ["---"] * len(columns), *([_plain(cell) for cell in row] for row in rows)]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _plain(cell: Cell) -> str:
    """Text that cannot end a cell or become a heading or HTML; empty code is left out."""
    text = " ".join(str("" if cell is None or cell == "``" else cell).split())
    return text.replace("|", "\\|").replace("<", "&lt;")
