"""What people type wrongly is told by sheet and cell, all at once, and nothing is written."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from tests.spreadsheet.conftest import Tables
from workbook.spreadsheet.cells import TableError


def typing(sheet: str, mark: str, title: str, value: object, code: str):
    """A value typed into a cell is told at that cell."""

    def fault(tables: Tables) -> list[tuple[str, str, str]]:
        return [(sheet, tables.set(sheet, mark, title, value), code)]

    return fault


def name_twice(t: Tables):
    where = t.set("Hebel", "welcome", "Kennung", "open_hours")
    return [("Hebel", where, "table-twice")]


def orphan(t: Tables):
    t.delete("Szenen", "tisch/leer")
    return [
        ("Texte", t.cell("Texte", f"{lang}/tisch/leer", "Szene").coordinate, "text-scene-unknown")
        for lang in ("de", "en")
    ]


def text_missing(t: Tables):
    t.delete("Texte", "en/tisch/leer")
    return [("Szenen", t.cell("Szenen", "tisch/leer", "Kennung").coordinate, "text-scene-missing")]


def decision_deleted(t: Tables):
    t.delete("Entscheidungen", "night")
    rows = [
        ("Antworten", "night/open"),
        ("Antworten", "night/shut"),
        ("Antworten stellen", "night/open/change/open_hours"),
    ]
    faults = [(sheet, t.cell(sheet, mark, "Entscheidung").coordinate, "table-parent") for sheet, mark in rows]
    where = t.cell("Welten stellen", "utopie/choices/night", "Kennung").coordinate
    return [*faults, ("Welten stellen", where, "decision-unknown")]


def new_row_without_source(t: Tables):
    row = t.add(
        "Konstanten", Kennung="guess", Wert=1, Einheit="1/year", Beleg="study", **{"Name (de)": "a", "Name (en)": "b"}
    )
    return [("Konstanten", f"I{row}", "constant-source")]


def new_row_half_empty(t: Tables):
    row = t.add("Hebel", Kennung="half", Einheit="hours/week", **{"Spanne von": 0, "Spanne bis": 1, "Schritt": 1})
    told = {"Name (de)": "C", "Erklärung (de)": "E", "Vorgabe": "K", "Gruppe (de)": "L"}
    return [("Hebel", f"{letter}{row}", "shape-missing") for letter in told.values()]


def unknown_language(t: Tables):
    where = t.set("Texte", "de/tisch/leer", "Sprache", "fr")
    return [("Texte", where, "shape-choice")]


def observation_twice(t: Tables):
    t.set("Reihen", "house.csv:2", "Jahr", 2015)
    return [("Reihen", t.cell("Reihen", "house.csv:2", "Jahr").coordinate, "csv-year-twice")]


def merged(t: Tables):
    row = t.row("Konstanten", "decay_rate")  # has no range
    t.book["Konstanten"].merge_cells(f"F{row}:G{row}")
    return [("Konstanten", f"F{row}:G{row}", "table-merged")]


def title_renamed(t: Tables):
    t.book["Hebel"]["G1"].value = "Einheiten"
    return [("Hebel", "G1", "table-title-missing")]


def title_gone(t: Tables):
    t.book["Hebel"].delete_cols(7)
    return [("Hebel", "", "table-title-gone")]


def title_doubled(t: Tables):
    ws = t.book["Hebel"]
    ws.cell(1, ws.max_column + 1).value = "Einheit"
    return [("Hebel", ws.cell(1, ws.max_column).coordinate, "table-title-twice")]


def sheet_gone(t: Tables):
    del t.book["Quellen"]
    return [("Quellen", "", "table-sheet-missing")]


def row_of_form_gone(t: Tables):
    t.delete("Szenario", "licence")
    return [("Szenario", "", "table-row-missing")]


def form_label_changed(t: Tables):
    return [("Szenario", t.set("Szenario", "licence", "Angabe", "Licence"), "table-fixed")]


def claim_broken(t: Tables):
    where = t.set("Texte", "de/tisch/leer", "Text", "Drei Tassen. [[reach falls a bit]]")
    return [("Texte", where, "text-claim")]


FAULTS: dict[str, Callable[[Tables], list[tuple[str, str, str]]]] = {
    "grade": typing("Konstanten", "join_rate", "Beleg", "studi", "shape-choice"),
    "mood": typing("Szenen", "tuer/zu", "Stimmung", "froh", "shape-choice"),
    "better": typing("Indikatoren", "reach", "Besser", "more", "shape-choice"),
    "voice": typing("Szenen", "tuer/zu", "Stimme", "hots", "voice-unknown"),
    "source": typing("Konstanten", "join_rate", "Quelle", "house2021", "source-unknown"),
    "unit": typing("Hebel", "chairs", "Einheit", "seats/person", "unit-unknown"),
    "unit missing": typing("Hebel", "chairs", "Einheit", None, "shape-missing"),
    "language missing": typing("Hebel", "chairs", "Name (en)", None, "text-language-missing"),
    "number with comma": typing("Konstanten", "join_rate", "Wert", "0,4", "table-comma"),
    "number that is none": typing("Konstanten", "join_rate", "Wert", "viel", "shape-number"),
    "date for a number": typing("Hebel", "chairs", "Schritt", date(2026, 5, 3), "table-date"),
    "time for a step": typing("Szenario", "time.step", "Wert", date(2026, 12, 1), "table-date"),
    "formula": typing("Konstanten", "join_rate", "Wert", "=0.1+0.3", "table-formula"),
    "truth": typing("Hebel", "chairs", "Vorgabe", True, "table-truth"),
    "default off the grid": typing("Hebel", "open_hours", "Vorgabe", 21, "value-grid"),
    "range upside down": typing("Hebel", "open_hours", "Spanne von", 50, "shape-range-order"),
    "half a range": typing("Konstanten", "join_rate", "Spanne von", None, "shape-range"),
    "equation": typing("Größen", "leaving", "Gleichung", "leave_rate * gusts", "name-unknown"),
    "bracket": typing("Größen", "leaving", "Gleichung", "leave_rate * (guests", "expr-unexpected"),
    "condition without option": typing("Szenen", "tisch/voll", "Bedingung", "decision.rent == 'rnt'", "option-unknown"),
    "name with capitals": typing("Hebel", "chairs", "Kennung", "Stühle", "shape-identifier"),
    "name missing": typing("Szenen", "tuer/zu", "Kennung", None, "table-name-missing"),
    "chapter unknown": typing("Szenen", "tuer/zu", "Kapitel", "tor", "table-parent"),
    "kind of setting": typing("Antworten stellen", "rent/save/set/chairs", "Art", "put", "shape-choice"),
    "setting of no lever": typing("Welten stellen", "utopie/levers/chairs", "Kennung", "tables", "lever-unknown"),
    "day": typing("Quellen", "house2020", "Abgerufen", "20.11.2026", "shape-date"),
    "address": typing("Quellen", "house2020", "Adresse", "example.org", "shape-url"),
    "year of an observation": typing("Reihen", "house.csv:1", "Jahr", 15, "year-outside"),
    "source of an observation": typing("Reihen", "house.csv:1", "Quelle", None, "csv-field"),
    "file of an observation": typing("Reihen", "house.csv:1", "Datei", "../x.csv", "table-file-name"),
    "html in a text": typing("Texte", "de/tisch/leer", "Text", "Eins<br>zwei", "text-html"),
    "figure of nothing": typing("Texte", "de/tisch/leer", "Text", "{gusts:.0f}", "name-unknown"),
    "hidden sign": typing("Hebel", "chairs", "Name (de)", "St\u202eühle", "file-control"),
    "name twice": name_twice,
    "text without scene": orphan,
    "scene without text": text_missing,
    "decision deleted": decision_deleted,
    "new row without source": new_row_without_source,
    "new row half empty": new_row_half_empty,
    "language of a text": unknown_language,
    "observation twice": observation_twice,
    "merged cells": merged,
    "title renamed": title_renamed,
    "title gone": title_gone,
    "title doubled": title_doubled,
    "sheet gone": sheet_gone,
    "row of single value gone": row_of_form_gone,
    "label of single value changed": form_label_changed,
    "claim": claim_broken,
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_told_at_its_cell(tables: Tables, name: str) -> None:
    expected = FAULTS[name](tables)
    assert tables.faults() == expected


def test_all_faults_are_told_at_once_in_the_order_of_the_sheets(tables: Tables) -> None:
    cells = [
        ("Hebel", tables.set("Hebel", "open_hours", "Vorgabe", 21)),
        ("Konstanten", tables.set("Konstanten", "join_rate", "Beleg", "studi")),
        ("Konstanten", tables.set("Konstanten", "leave_rate", "Wert", "0,2")),
        ("Szenen", tables.set("Szenen", "tuer/zu", "Stimme", "hots")),
        ("Texte", tables.set("Texte", "de/tisch/leer", "Text", "Eins<br>zwei")),
    ]
    assert [(sheet, where) for sheet, where, _ in tables.faults()] == cells


def test_a_fault_is_a_sentence_in_both_languages(tables: Tables) -> None:
    where = tables.set("Konstanten", "join_rate", "Beleg", "studi")
    with pytest.raises(TableError) as caught:
        tables.read()
    assert caught.value.text("de").splitlines() == [
        "Aus »klein.xlsx« wird noch kein Szenario; geschrieben wurde nichts. Zu ändern (1):",
        f"Blatt Konstanten, Zelle {where}: »studi« ist hier nicht möglich. Meinten Sie »study«? "
        "Möglich: study, statistic, expert, assumption.",
    ]
    assert caught.value.text("en").splitlines()[1].startswith(f"Sheet Konstanten, cell {where}: ")
