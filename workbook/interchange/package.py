"""A scenario as a data package (Frictionless, version 1): its worlds as numbers, and all they rest on.

In: a workbook. Out: the text of each file. Tables refer to each other by foreign keys, so that a
figure leads to its source.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from workbook.interchange import codebook
from workbook.model import Scenario
from workbook.run import Run, Workbook
from workbook.text import base_language

Row = Sequence[Any]


@dataclass(frozen=True, slots=True)
class Table:
    """``fields`` are names with their types; ``keys`` lead from a field to another table's."""

    name: str
    title: str
    fields: tuple[tuple[str, str], ...]
    primary: tuple[str, ...]
    rows: tuple[Row, ...]
    keys: Mapping[str, tuple[str, str]]

    def text(self) -> str:
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow([name for name, _ in self.fields])
        writer.writerows(self.rows)
        return out.getvalue()


def package_files(book: Workbook, lang: str) -> dict[str, str]:
    """Path -> text of every file; ``lang`` is that of the codebook."""
    tables = _tables(book, lang)
    files = {f"data/{table.name}.csv": table.text() for table in tables}
    descriptor = _descriptor(book.scenario, tables, files, lang)
    return {
        "datapackage.json": json.dumps(descriptor, ensure_ascii=False, indent=2, allow_nan=False) + "\n",
        "codebook.md": codebook.markdown(book.scenario, lang),
        **files,
    }


def _tables(book: Workbook, lang: str) -> list[Table]:
    s = book.scenario
    runs = {world: book.run(world=world) for world in s.worlds}
    sources = [(x.id, x.title, x.publisher, x.published, x.url, x.accessed) for x in s.sources.values()]
    observed = [
        (each.name, each.label["de"], each.label["en"], o.year, o.value, each.unit, o.source)
        for each in s.series.values()
        for o in each.observations
    ]
    kinds = {5: "number", 6: "number", 7: "number"}
    fields = tuple((name, kinds.get(k, "string")) for k, name in enumerate(codebook.HEADER))
    return [
        Table(
            "results", "Yearly means of every name in every world",
            (("world", "string"), ("year", "year"), ("name", "string"), ("value", "number")),
            ("world", "year", "name"), tuple(_results(runs)), {"name": ("names", "name"), "world": ("worlds", "world")},
        ),
        Table(
            "worlds", "The worlds",
            tuple((n, "string") for n in ("world", "label_de", "label_en", "run_code")), ("world",),
            tuple((w.name, w.label["de"], w.label["en"], runs[w.name].code) for w in s.worlds.values()), {},
        ),
        Table(
            "settings", "Levers and decisions of each world",
            tuple((n, "string") for n in ("world", "kind", "name", "setting")), ("world", "name"),
            tuple(_settings(runs)), {"world": ("worlds", "world")},
        ),
        Table("names", "Codebook", fields, ("name",), tuple(codebook.names(s, lang)), {}),
        Table(
            "observations", "Observed figures",
            (
                ("series", "string"), ("label_de", "string"), ("label_en", "string"), ("year", "number"),
                ("value", "number"), ("unit", "string"), ("source", "string"),
            ),
            ("series", "year"), tuple(observed), {"source": ("sources", "source")},
        ),
        Table(
            "sources", "Sources",
            tuple((n, "string") for n in ("source", "title", "publisher", "published", "url", "accessed")),
            ("source",), tuple(sources), {},
        ),
    ]  # fmt: skip


def _results(runs: Mapping[str, Run]) -> Iterable[Row]:
    for world, run in runs.items():
        for name in (*run.scenario.stocks, *run.scenario.inputs, *run.scenario.variables, *run.scenario.indicators):
            if name in run.trajectories.names:
                for year in run.scenario.time.years:
                    yield world, year, name, run.trajectories.yearly(name, year)


def _settings(runs: Mapping[str, Run]) -> Iterable[Row]:
    for world, run in runs.items():
        yield from ((world, "lever", name, value) for name, value in run.levers.items())
        yield from ((world, "decision", name, option) for name, option in run.choices.items())


def _descriptor(s: Scenario, tables: Sequence[Table], files: Mapping[str, str], lang: str) -> dict[str, Any]:
    spoken = "en" if base_language(lang) == "en" else "de"
    return {
        "profile": "tabular-data-package",
        "name": s.id,
        "title": s.title[spoken],
        "description": s.summary[spoken],
        "version": s.stand,
        "licenses": [{"name": s.licence}],
        "contributors": [{"title": author, "role": "author"} for author in s.authors],
        "sources": [{"title": x.title, "path": x.url} for x in s.sources.values()],
        "fingerprint": s.fingerprint,
        "resources": [_resource(table, files[f"data/{table.name}.csv"]) for table in tables],
    }


def _resource(table: Table, text: str) -> dict[str, Any]:
    data = text.encode("utf-8")
    schema: dict[str, Any] = {
        "fields": [{"name": name, "type": kind} for name, kind in table.fields],
        "missingValues": [""],
        "primaryKey": list(table.primary),
    }
    if table.keys:
        schema["foreignKeys"] = [
            {"fields": [field], "reference": {"resource": other, "fields": [target]}}
            for field, (other, target) in table.keys.items()
        ]
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": f"data/{table.name}.csv",
        "title": table.title,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(data),
        "hash": f"sha256:{hashlib.sha256(data).hexdigest()}",
        "schema": schema,
    }
