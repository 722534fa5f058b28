"""The long table: every figure once, named so that runs do not fall together, and read by pyam where it is at hand."""

from __future__ import annotations

import csv
import subprocess
import sys
from importlib.util import find_spec

import pytest

import workbook as wb
from workbook.cli import answer
from workbook.interchange.iamc import HEADER, iamc_rows


def test_every_figure_once(klein):
    book = wb.load(klein)
    runs = [book.run(world=world) for world in book.scenario.worlds]
    rows = iamc_rows(runs)
    s = book.scenario
    assert len(rows) == len(s.worlds) * len(s.indicators) * len(s.time.years)
    assert len({row[:6] for row in rows}) == len(rows)
    for model, scenario, _, variable, unit, year, value in rows:
        assert model == s.id
        assert value == book.run(world=scenario).value(variable, year)
        assert unit


def test_a_moved_lever_is_another_scenario(klein):
    book = wb.load(klein)
    plain, moved = book.run(), book.run(levers={"open_hours": 30})
    between = book.run(levers={"open_hours": 30.123})
    names = [iamc_rows([run])[0][1] for run in (plain, moved, between)]
    assert names == [
        plain.setting.world,
        f"{plain.setting.world} {moved.code}",
        f"{plain.setting.world} open_hours=30.123",
    ]


def test_the_command_writes_it(klein, tmp_path):
    out = tmp_path / "f.csv"
    assert answer(["run", str(klein), "--form", "iamc", "--out", str(out)]) == 0
    with out.open(encoding="utf-8", newline="") as file:
        header, *rows = list(csv.reader(file))
    assert tuple(header) == HEADER
    told = iamc_rows([wb.load(klein).run()])
    assert [(*row[:5], int(row[5]), float(row[6])) for row in rows] == told


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--form", "iamc"], "--form braucht --out"),
        (["--form", "iamc", "--months", "--out", "x.csv"], "ohne --months"),
        (["--form", "other", "--out", "x.csv"], "Möglich: wide, iamc, xmile"),
        (["--form", "iamc", "--out", "x.doc"], "Endung"),
    ],
)
def test_refusals(klein, capsys, words, sentence):
    assert answer(["run", str(klein), *words]) == 2
    assert sentence in capsys.readouterr().err


@pytest.mark.skipif(find_spec("pyam") is None, reason="pyam-iamc is not installed")
def test_pyam_reads_it(klein, tmp_path):
    out = tmp_path / "f.csv"
    assert answer(["run", str(klein), "--form", "iamc", "--out", str(out)]) == 0
    # In a process of its own: pyam warns of things that are not ours.
    code = "import sys, pyam; d = pyam.IamDataFrame(sys.argv[1]).data; print(len(d), repr(d.value.sum()))"
    said = subprocess.run([sys.executable, "-c", code, str(out)], capture_output=True, text=True, check=True).stdout
    rows = iamc_rows([wb.load(klein).run()])
    assert said.split()[0] == str(len(rows))
