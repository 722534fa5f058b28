"""Files that are none of ours, damaged or hostile: a sentence each, and no memory filled."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from tests.spreadsheet.conftest import Tables
from workbook.spreadsheet import excel
from workbook.spreadsheet.back import read_back
from workbook.spreadsheet.cells import TableError
from workbook.spreadsheet.write import CARRIER

LEVERS = "xl/worksheets/sheet4.xml"


def refusal(path: Path) -> str:
    with pytest.raises(TableError) as caught:
        read_back(path, path.parent)
    assert path.name in caught.value.text("de") or "Blatt" in caught.value.text("de")
    assert "{" not in caught.value.text("en")
    return caught.value.code


def rewritten(path: Path, change: Callable[[str, bytes], bytes | None], **more: bytes) -> None:
    """The same archive with other parts."""
    with zipfile.ZipFile(path) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name, data in parts.items():
            changed = change(name, data)
            if changed is not None:
                new.writestr(name, changed)
        for name, data in more.items():
            new.writestr(name.replace("__", "/"), data)


def same(_: str, data: bytes) -> bytes:
    return data


def test_a_file_that_is_missing(tmp_path: Path) -> None:
    assert refusal(tmp_path / "none.xlsx") == "table-file-missing"


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"id,name\n1,2\n", b"%PDF-1.7", b"\x00" * 4_096])
def test_a_file_of_another_kind(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(content)
    assert refusal(path) == "table-not-excel"


def test_an_old_or_locked_file(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 512)
    assert refusal(path) == "table-locked"


def test_a_zip_that_is_no_excel_file(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.txt", "a")
    assert refusal(path) == "table-not-excel"


def test_macros(copied: Path) -> None:
    rewritten(copied, same, **{"xl__vbaProject.bin": b"\x00"})
    assert refusal(copied) == "table-macros"


def test_a_bomb_is_not_unpacked(copied: Path) -> None:
    """Two hundred million zeros in a few hundred thousand bytes: refused by what the list of parts says."""
    big = zipfile.ZipInfo("xl/media/a.bin")
    big.compress_type = zipfile.ZIP_DEFLATED
    with zipfile.ZipFile(copied, "a") as archive, archive.open(big, "w") as part:
        for _ in range(21):
            part.write(bytes(10_000_000))
    assert copied.stat().st_size < excel.MAX_BYTES
    assert refusal(copied) == "table-bomb"


def test_a_large_file(copied: Path) -> None:
    with copied.open("ab") as file:
        file.truncate(excel.MAX_BYTES + 1)
    assert refusal(copied) == "table-file-large"


def test_entities_are_refused_before_they_are_read(copied: Path) -> None:
    entities = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
    rewritten(copied, lambda name, data: entities if name == LEVERS else data)
    assert refusal(copied) == "table-not-excel"


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/styles.xml", LEVERS])
def test_a_damaged_part(copied: Path, part: str) -> None:
    rewritten(copied, lambda name, data: data[: len(data) // 2] if name == part else data)
    assert refusal(copied) == "table-not-excel"


def test_a_truncated_file(copied: Path) -> None:
    copied.write_bytes(copied.read_bytes()[:-2_000])
    assert refusal(copied) == "table-not-excel"


def test_an_excel_file_of_another_hand(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    openpyxl.Workbook().save(path)
    assert refusal(path) == "table-foreign"


def test_another_version_of_the_tables(tables: Tables) -> None:
    tables.book[CARRIER]["B1"].value = 99
    tables.book.save(tables.path)
    assert refusal(tables.path) == "table-layout"


@pytest.mark.parametrize("piece", ["", "AAAA", "keine Dateien", None])
def test_a_changed_carrier(tables: Tables, piece: str | None) -> None:
    ws = tables.book[CARRIER]
    for row in ws.iter_rows(min_row=3):
        row[1].value = piece
    tables.book.save(tables.path)
    assert refusal(tables.path) == "table-carrier"


def test_a_cell_far_below(tables: Tables) -> None:
    tables.book["Hebel"].cell(1_048_576, 3).value = "x"
    tables.book.save(tables.path)
    assert refusal(tables.path) == "table-far"


def test_a_cell_of_a_hundred_thousand_characters(copied: Path, tmp_path: Path) -> None:
    """Excel cannot write one; another program can."""
    long = "a" * 100_000

    def lengthened(name: str, data: bytes) -> bytes:
        return data.replace(b"Opening hours", long.encode(), 1) if name == LEVERS else data

    rewritten(copied, lengthened)
    with pytest.raises(TableError) as caught:
        read_back(copied, tmp_path)
    codes = {(f.sheet, f.problem.code) for f in caught.value.findings}
    assert ("Hebel", "table-long") in codes
    assert long not in caught.value.text()


def test_nothing_is_left_behind_by_a_refusal(copied: Path, tmp_path: Path) -> None:
    shutil.copy(copied, tmp_path / "b.xlsx")
    tables = Tables(tmp_path / "b.xlsx", tmp_path)
    tables.set("Konstanten", "join_rate", "Beleg", "studi")
    before = sorted(p.name for p in tmp_path.iterdir())
    assert tables.faults()
    assert sorted(p.name for p in tmp_path.iterdir()) == before


@pytest.mark.filterwarnings("error")
def test_what_excel_adds_in_its_own_form_is_no_warning(copied: Path, tmp_path: Path) -> None:
    """Excel writes drop-downs that point to another sheet as an extension which the reader does not know."""
    extension = (
        b'<extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}" '
        b'xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main">'
        b'<x14:dataValidations count="0"/></ext></extLst></worksheet>'
    )
    rewritten(copied, lambda name, data: data.replace(b"</worksheet>", extension) if name == LEVERS else data)
    assert read_back(copied, tmp_path).changed == 0
