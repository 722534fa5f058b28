"""What somebody sees who opens the file: frozen titles, drop-downs, comments, texts that stay texts."""

from __future__ import annotations

import shutil
from pathlib import Path

import openpyxl
import pytest

from tests.spreadsheet.conftest import Tables
from workbook.folder.files import LEVERS
from workbook.spreadsheet.layout import inner_shape
from workbook.spreadsheet.write import CARRIER, save


def rule(tables: Tables, sheet: str, mark: str, title: str) -> str | None:
    """What the drop-down of a cell offers."""
    where = tables.cell(sheet, mark, title).coordinate
    rules = tables.book[sheet].data_validations.dataValidation
    return next((one.formula1 for one in rules if where in one.sqref), None)


def test_titles_are_frozen_and_column_a_is_hidden(tables: Tables) -> None:
    for ws in tables.book.worksheets[1:-1]:
        assert ws.freeze_panes is not None
        assert ws.column_dimensions["A"].hidden
        assert ws["A1"].value == "Zeile"
    assert tables.book[CARRIER].sheet_state == "hidden"


def test_the_first_sheet_names_every_other(tables: Tables) -> None:
    front = tables.book.worksheets[0]
    assert front.title == "Lies mich"
    named = [cell.value for cell in front["A"] if cell.hyperlink]
    assert named == [ws.title for ws in tables.book.worksheets[1:-1]]
    assert "workbook table --read" in " ".join(str(cell.value) for cell in front["B"])


@pytest.mark.parametrize(
    ("sheet", "mark", "title", "offered"),
    [
        ("Konstanten", "join_rate", "Beleg", '"study,statistic,expert,assumption"'),
        ("Indikatoren", "reach", "Besser", '"higher,lower"'),
        ("Szenen", "tuer/zu", "Stimmung", '"utopia,dystopia,ambivalent"'),
        ("Bestände", "guests", "Nie negativ", '"true,false"'),
        ("Antworten stellen", "rent/save/set/chairs", "Art", '"change,set"'),
        ("Texte", "de/tuer/zu", "Sprache", '"de,en"'),
    ],
)
def test_fixed_words_are_offered(tables: Tables, sheet: str, mark: str, title: str, offered: str) -> None:
    assert rule(tables, sheet, mark, title) == offered


@pytest.mark.parametrize(
    ("sheet", "mark", "title", "other"),
    [
        ("Konstanten", "join_rate", "Quelle", "Quellen"),
        ("Szenen", "tuer/zu", "Stimme", "Stimmen"),
        ("Szenen", "tuer/zu", "Kapitel", "Kapitel"),
        ("Entscheidungen", "rent", "Vorgabe", "Antworten"),
        ("Antworten stellen", "rent/save/set/chairs", "Kennung", "Hebel"),
        ("Szenario", "guide.lever", "Wert", "Hebel"),
    ],
)
def test_ids_of_other_sheets_are_offered(tables: Tables, sheet: str, mark: str, title: str, other: str) -> None:
    offered = rule(tables, sheet, mark, title)
    assert offered is not None
    named, _, cells = offered.partition("!")
    assert named == f"'{other}'"
    column = cells.split("$")[1]
    ids = [cell.value for cell in tables.book[other][column][1:] if cell.value]
    assert tables.book[other][f"{column}1"].value == "Kennung"
    assert ids


def test_units_in_use_are_offered(tables: Tables) -> None:
    offered = rule(tables, "Hebel", "chairs", "Einheit")
    assert offered is not None
    assert offered.startswith(f"'{CARRIER}'!$C$1")
    units = [cell.value for cell in tables.book[CARRIER]["C"] if cell.value]
    assert {"hours/week", "%", "chairs/person", "1/year"} <= set(units)


def test_comments_say_what_the_format_says(tables: Tables) -> None:
    meaning = inner_shape(LEVERS, "*").keys["step"].meaning[0]
    comment = tables.book["Hebel"].cell(1, tables.column("Hebel", "Schritt")).comment
    assert comment is not None
    assert meaning in comment.text


def test_numbers_are_numbers_and_texts_texts(tables: Tables) -> None:
    assert tables.cell("Konstanten", "join_rate", "Wert").value == 0.4
    assert tables.cell("Bestände", "memory", "Anfangswert").value == 100
    assert tables.cell("Konstanten", "join_rate", "Einheit").number_format == "@"
    assert tables.cell("Szenario", "time.step", "Wert").value == "1/12"
    assert tables.cell("Szenario", "stand", "Wert").value == "2026-11-24"


@pytest.mark.parametrize("begin", ["=HYPERLINK(1)", "+1", "-2", "@SUM"])
def test_a_text_that_begins_like_a_formula_stays_a_text(klein: Path, tmp_path: Path, begin: str) -> None:
    folder = tmp_path / "klein"
    shutil.copytree(klein, folder)
    levers = folder / "levers.yaml"
    levers.write_text(
        levers.read_text(encoding="utf-8").replace("de: Öffnungszeit", f"de: '{begin}'"), encoding="utf-8"
    )
    save(folder, "de", tmp_path / "a.xlsx")
    cell = Tables(tmp_path / "a.xlsx", tmp_path).cell("Hebel", "open_hours", "Name (de)")
    assert (cell.value, cell.data_type, cell.quotePrefix) == (begin, "s", True)
    assert Tables(tmp_path / "a.xlsx", tmp_path).changes() == []


def test_the_same_folder_gives_the_same_cells(klein: Path, written: Path, tmp_path: Path) -> None:
    save(klein, "de", tmp_path / "again.xlsx")
    books = [openpyxl.load_workbook(path) for path in (written, tmp_path / "again.xlsx")]
    first, second = ([[[c.value for c in row] for row in ws] for ws in book] for book in books)
    assert first == second


@pytest.mark.parametrize("lang", ["de", "en"])
def test_titles_differ_within_each_sheet(klein: Path, tmp_path: Path, lang: str) -> None:
    save(klein, lang, tmp_path / "a.xlsx")
    for ws in openpyxl.load_workbook(tmp_path / "a.xlsx").worksheets[1:-1]:
        titles = [cell.value for cell in ws[1]]
        assert len(set(titles)) == len(titles), ws.title
