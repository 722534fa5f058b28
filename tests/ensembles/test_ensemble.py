"""An ensemble as a researcher meets it: rows, records, interruptions."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import time

import numpy as np
import pytest
from pyarrow import parquet
from scipy import stats

import workbook as wb
from workbook import cli
from workbook.ensembles import EnsembleTable, disk
from workbook.errors import UsageError, WorkbookError


@pytest.fixture
def small(klein, tmp_path):
    """A small ensemble with five chunks."""

    def run(name="a.parquet", **wish):
        return wb.ensemble(klein, 50, out=tmp_path / name, chunk=10, **wish)

    return run


@pytest.mark.parametrize("design", ["lhs", "sobol", "factorial"])
def test_each_row_is_its_own_run(small, klein, design):
    table = small(design=design)
    frame = table.frame()
    book = wb.load(klein)
    assert list(frame["sample"]) == list(range(len(table)))
    for row in frame.iloc[::7].to_dict("records"):
        levers = {n: row[n] for n in book.scenario.levers}
        choices = {n: row[n] for n in book.scenario.decisions}
        run = book.run(levers=levers, choices=choices)
        sampled = {n: row[n] for n in table.names("constant")}
        means = book.simulator.run(run.setting, sampled).yearly
        for column in table.names("indicator"):
            _, name, year = table.record["columns"][column]
            assert row[column] == pytest.approx(means(name, year), rel=1e-12)


def test_levers_stand_on_their_grid_and_constants_are_triangular(klein):
    table = wb.ensemble(klein, 4_000, levers=["welcome"], world="utopie")
    frame = table.frame()
    scenario = wb.load(klein).scenario
    lever = scenario.levers["welcome"]
    assert set(frame["welcome"]) == {lever.value(p) for p in range(lever.positions)}
    assert frame["open_hours"].nunique() == 1
    assert frame["open_hours"][0] == dict(wb.load(klein).run("utopie").levers)["open_hours"]
    join = scenario.constants["join_rate"]
    law = stats.triang((join.value - join.low) / (join.high - join.low), join.low, join.high - join.low)
    assert stats.kstest(frame["join_rate"], law.cdf).statistic < 1e-3
    assert set(frame["rent"].value_counts()) <= {1333, 1334}


def test_rows_do_not_depend_on_chunks(klein, tmp_path):
    for design in ("lhs", "sobol", "factorial"):
        frames = [
            wb.ensemble(klein, 70, design=design, chunk=chunk, out=tmp_path / f"{design}{chunk}.parquet").frame()
            for chunk in (7, 64, 70)
        ]
        assert frames[0].equals(frames[1])
        assert frames[0].equals(frames[2])


def test_the_record_stands_in_the_file(small):
    table = small(seed=7)
    record = EnsembleTable(table.path).record
    assert record["seed"] == 7
    assert record["fingerprint"]
    assert record["versions"].keys() >= {"scenario-workbook", "numpy", "scipy"}
    assert parquet.read_metadata(table.path).num_row_groups == 5
    assert sum(len(part) for part in table.batches(["sample"])) == len(table) == 50
    assert table.unsound == 0


def test_the_seed_decides(small):
    first, again, other = small("a.parquet"), small("b.parquet"), small("c.parquet", seed=1)
    assert first.frame().equals(again.frame())
    assert not first.frame().equals(other.frame())


@pytest.mark.parametrize(
    ("wish", "told"),
    [
        ({"design": "lsh"}, "»design« kennt »lsh« nicht. Meinten Sie »lhs«?"),
        ({"engine": "fortran"}, "»engine« kennt »fortran« nicht."),
        ({"samples": 0}, "»samples« braucht eine ganze Zahl von 1 bis"),
        ({"samples": True}, "»samples« braucht eine ganze Zahl"),
        ({"seed": -1}, "»seed« braucht eine ganze Zahl von 0 bis"),
        ({"chunk": 0}, "»chunk« braucht eine ganze Zahl von 1 bis"),
        ({"chunk": 10**9}, "»chunk« braucht eine ganze Zahl von 1 bis"),
        ({"levers": ["welcom"]}, "Einen Hebel »welcom« gibt es nicht. Meinten Sie »welcome«?"),
        ({"world": "utopia"}, "Eine Welt »utopia« gibt es nicht."),
        ({"levers": [], "constants": "none", "choices": "default"}, "So variiert nichts"),
        ({"design": "factorial", "samples": 10}, "mindestens 48 Läufe, erlaubt sind 10."),
        ({"out": "a.csv"}, "Ein Ensemble wird als .parquet geschrieben"),
    ],
)
def test_a_wish_that_cannot_be_met_is_a_sentence(klein, wish, told):
    with pytest.raises(UsageError) as error:
        wb.ensemble(klein, **wish)
    assert told in str(error.value)


def stopping(after):
    def progress(done, _):
        if done >= after:
            raise KeyboardInterrupt

    return progress


def test_what_was_interrupted_is_continued(small, tmp_path):
    whole = small("whole.parquet")
    old = small("a.parquet", seed=1).path.read_bytes()
    with pytest.raises(KeyboardInterrupt):
        small(progress=stopping(20))
    assert (tmp_path / "a.parquet").read_bytes() == old
    with pytest.raises(UsageError, match="unterbrochenes Ensemble"):
        small()
    with pytest.raises(UsageError, match="Verschieden sind: seed"):
        small(resume=True, seed=5)
    seen = []
    table = small(resume=True, progress=lambda done, _: seen.append(done))
    assert seen[0] == 20
    assert table.frame().equals(whole.frame())
    assert not (tmp_path / "a.parquet.parts").exists()
    before = table.path.stat().st_mtime_ns
    assert small(resume=True).path.stat().st_mtime_ns == before
    with pytest.raises(UsageError, match="gehört zu einem anderen Ensemble"):
        small(resume=True, seed=6)


def test_a_part_cut_short_is_computed_again(small, tmp_path):
    whole = small("whole.parquet").frame()
    with pytest.raises(KeyboardInterrupt):
        small(progress=stopping(30))
    part = tmp_path / "a.parquet.parts/00000001.arrow"
    part.write_bytes(part.read_bytes()[:500])
    seen = []
    assert small(resume=True, progress=lambda done, _: seen.append(done)).frame().equals(whole)
    assert seen[0] == 20


def test_a_killed_process_loses_no_row(klein, tmp_path):
    out = tmp_path / "a.parquet"
    # Half way it waits for its end, so that no machine is too slow to kill it in time.
    script = (
        "import sys, time, workbook; workbook.ensemble(sys.argv[1], 3000, chunk=10, out=sys.argv[2],"
        " progress=lambda done, _: time.sleep(600 * (done >= 1500)))"
    )
    process = subprocess.Popen([sys.executable, "-c", script, str(klein), str(out)])
    folder = tmp_path / "a.parquet.parts"
    limit = time.monotonic() + 120
    while len(list(folder.glob("*.arrow"))) < 3 and time.monotonic() < limit:
        time.sleep(0.01)
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert not out.exists()
    kept = len(list(folder.glob("*.arrow")))
    assert 3 <= kept < 300
    seen = []
    table = wb.ensemble(klein, 3000, chunk=10, out=out, resume=True, progress=lambda done, _: seen.append(done))
    assert seen[0] == 10 * kept
    assert table.frame().equals(wb.ensemble(klein, 3000, chunk=10).frame())


def test_a_full_disk_leaves_the_old_file_whole(small, monkeypatch):
    table = small(seed=1)
    old = table.path.read_bytes()
    for function in ("sync", "write"):
        with monkeypatch.context() as full:

            def fail(*_):
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

            full.setattr(disk, function, fail)
            with pytest.raises(WorkbookError, match="Der Datenträger ist voll"):
                small()
        assert table.path.read_bytes() == old
        for left in table.path.parent.glob("*.parts"):
            for file in left.iterdir():
                file.unlink()
            left.rmdir()
    assert [p.name for p in table.path.parent.iterdir()] == ["a.parquet"]


def test_a_folder_that_is_not_there_or_no_folder(klein, tmp_path):
    with pytest.raises(WorkbookError, match="Den Ordner gibt es nicht"):
        wb.ensemble(klein, 10, out=tmp_path / "no/a.parquet")
    (tmp_path / "b.parquet").mkdir()
    with pytest.raises(UsageError, match="ist ein Ordner"):
        wb.ensemble(klein, 10, out=tmp_path / "b.parquet")


def test_a_folder_that_is_closed(klein, tmp_path, monkeypatch):
    def closed(*_, **__):
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    monkeypatch.setattr("pathlib.Path.mkdir", closed)
    with pytest.raises(WorkbookError, match="darf hier nicht geschrieben werden"):
        wb.ensemble(klein, 10, out=tmp_path / "a.parquet")


def test_any_other_file_is_no_ensemble(tmp_path):
    (tmp_path / "a.parquet").write_bytes(b"PAR1 no")
    with pytest.raises(UsageError, match="kein Ensemble"):
        EnsembleTable(tmp_path / "a.parquet")


def test_the_command(klein, tmp_path, capsys):
    line = ["ensemble", str(klein), "--samples", "30", "--out", str(tmp_path / "a.parquet"), "--seed", "4"]
    assert cli.answer(line) == 0
    assert "30 Läufe, 39 Spalten, davon 32 mit Jahreswerten" in capsys.readouterr().out
    assert cli.answer([*line, "--resume", "--design", "sobol"]) == 2
    assert "Verschieden sind: design" in capsys.readouterr().err
    assert EnsembleTable(tmp_path / "a.parquet").record["command"].startswith("workbook")


def test_numba_gives_the_same_rows(small):
    pytest.importorskip("numba")
    a, b = small("a.parquet").frame(), small("b.parquet", engine="numba").frame()
    numbers = a.select_dtypes("number").columns
    np.testing.assert_allclose(b[numbers], a[numbers], rtol=1e-9)


def test_a_death_while_the_parts_are_cleared_away_blocks_nothing(klein, tmp_path, monkeypatch):
    """The file is whole by then; what is left of the parts must not be taken for an interrupted run."""
    path = tmp_path / "f.parquet"

    def dies(folder, **_):
        raise KeyboardInterrupt

    monkeypatch.setattr("workbook.ensembles.parts.shutil.rmtree", dies)
    with pytest.raises(KeyboardInterrupt):
        wb.ensemble(klein, 20, out=path)
    monkeypatch.undo()
    again = wb.ensemble(klein, 20, out=path)
    assert len(again) == 20
    assert not (tmp_path / "f.parquet.parts").exists()
