"""The data package: its description is true, its keys lead somewhere, and it is written whole or not at all."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import subprocess
import sys
from importlib.util import find_spec

import pytest

import workbook as wb
from workbook.cli import answer
from workbook.interchange.package import package_files


def tables(files):
    package = json.loads(files["datapackage.json"])
    return {r["name"]: (r, list(csv.DictReader(io.StringIO(files[r["path"]])))) for r in package["resources"]}


def assert_true(files):
    """What the description says of the tables, checked row by row."""
    told = tables(files)
    for resource, rows in told.values():
        data = files[resource["path"]].encode("utf-8")
        assert resource["bytes"] == len(data)
        assert resource["hash"] == f"sha256:{hashlib.sha256(data).hexdigest()}"
        schema = resource["schema"]
        assert files[resource["path"]].splitlines()[0].split(",") == [f["name"] for f in schema["fields"]]
        for field in schema["fields"]:
            convert = {"number": float, "year": int, "string": str}[field["type"]]
            for row in rows:
                if row[field["name"]] != "":
                    convert(row[field["name"]])
        primary = [tuple(row[name] for name in schema["primaryKey"]) for row in rows]
        assert len(set(primary)) == len(primary), resource["name"]
        for key in schema.get("foreignKeys", ()):
            (field,), (target,) = key["fields"], key["reference"]["fields"]
            known = {row[target] for row in told[key["reference"]["resource"]][1]}
            assert {row[field] for row in rows} <= known, (resource["name"], field)
    return told


def test_a_small_package_is_true(klein):
    book = wb.load(klein)
    told = assert_true(package_files(book, "de"))
    _, results = told["results"]
    for row in results:
        assert float(row["value"]) == book.run(world=row["world"]).value(row["name"], int(row["year"]))
    assert {row["name"] for row in results} >= {*book.scenario.indicators, *book.scenario.stocks}
    for row in told["worlds"][1]:
        assert book.run_of_code(row["run_code"]).setting == book.run(world=row["world"]).setting


@pytest.mark.parametrize("name", wb.available())
def test_every_scenario_has_one(name):
    assert_true(package_files(wb.load(name), "en"))


def test_it_is_the_same_each_time(klein):
    assert package_files(wb.load(klein), "de") == package_files(wb.load(klein), "de")


def test_the_command_writes_a_folder(klein, tmp_path, capsys):
    out = tmp_path / "paket"
    assert answer(["package", str(klein), "-o", str(out)]) == 0
    files = package_files(wb.load(klein), "de")
    written = {str(p.relative_to(out)): p.read_text(encoding="utf-8") for p in out.rglob("*") if p.is_file()}
    assert written == files
    assert [p.name for p in tmp_path.iterdir()] == ["paket"]
    assert answer(["package", str(klein), "-o", str(out)]) == 1
    assert "schon etwas anderes" in capsys.readouterr().err


def test_an_empty_folder_may_be_there(klein, tmp_path):
    assert answer(["package", str(klein), "-o", str(tmp_path / "a")]) == 0
    (tmp_path / "b").mkdir()
    assert answer(["package", str(klein), "-o", str(tmp_path / "b")]) == 0
    assert (tmp_path / "b/datapackage.json").read_bytes() == (tmp_path / "a/datapackage.json").read_bytes()


def test_refusals(klein, tmp_path, capsys):
    (tmp_path / "file").write_text("x", encoding="utf-8")
    assert answer(["package", str(klein), "-o", str(tmp_path / "file")]) == 1
    assert "ist eine Datei" in capsys.readouterr().err
    assert answer(["package", str(klein), "-o", str(tmp_path / "no/such")]) == 1
    assert "Den Ordner gibt es nicht" in capsys.readouterr().err
    assert answer(["package", str(klein)]) == 2
    assert answer(["package", "nothing", "-o", str(tmp_path / "x")]) == 2
    assert [p.name for p in tmp_path.iterdir()] == ["file"]


@pytest.mark.skipif(find_spec("frictionless") is None, reason="frictionless is not installed")
def test_frictionless_finds_nothing_wrong(klein, tmp_path):
    out = tmp_path / "paket"
    assert answer(["package", str(klein), "-o", str(out)]) == 0
    words = [sys.executable, "-m", "frictionless", "validate", "datapackage.json", "--json"]
    said = subprocess.run(words, cwd=out, capture_output=True, text=True, check=False)
    assert json.loads(said.stdout)["valid"], said.stdout
