"""Ensembles on Dask: the same rows, whoever computes them and whoever dies meanwhile."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time

import pytest

import workbook as wb
from workbook.errors import UsageError, WorkbookError

pytest.importorskip("distributed")
pytestmark = pytest.mark.xdist_group("dask")

import distributed  # noqa: E402 - only where it is installed
from distributed import Client  # noqa: E402 - as above

from workbook.ensembles import cluster  # noqa: E402 - as above

LIMIT = 120


def until(true, limit=LIMIT):
    end = time.monotonic() + limit
    while not true():
        assert time.monotonic() < end
        time.sleep(0.02)


class Dask:
    """A real scheduler and its workers, each a process of its own."""

    def __init__(self, folder, workers):
        file = folder / "scheduler.json"
        place = ["--scheduler-file", str(file), "--host", "127.0.0.1", "--no-dashboard"]
        self.scheduler = self.start("scheduler", *place, "--port", "0")
        until(lambda: file.exists() and file.read_text().rstrip().endswith("}"))
        self.address = json.loads(file.read_text())["address"]
        self.kind = ["worker", *place, "--no-nanny", "--nthreads", "1", "--local-directory", str(folder)]
        self.workers = []
        self.hire(workers)

    def hire(self, workers):
        self.workers += [self.start(*self.kind) for _ in range(workers)]
        with Client(self.address, set_as_default=False) as client:
            client.wait_for_workers(workers, timeout=LIMIT)

    @staticmethod
    def start(*words):
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        return subprocess.Popen([sys.executable, "-m", "dask", *words], **quiet)

    def end(self):
        for process in (*self.workers, self.scheduler):
            process.kill()
            process.wait()


@pytest.fixture(scope="module")
def dask(tmp_path_factory):
    made = Dask(tmp_path_factory.mktemp("dask"), 3)
    yield made
    made.end()


@pytest.fixture
def run(klein, tmp_path):
    def ensemble(name, samples=600, chunk=10, **wish):
        return wb.ensemble(klein, samples, out=tmp_path / name, chunk=chunk, **wish).path

    return ensemble


@pytest.mark.parametrize("engine", ["numpy", "numba"])
def test_the_file_is_the_same_to_the_byte(run, dask, capfd, engine):
    here, there = run("a.parquet", engine=engine), run("b.parquet", engine=engine, scheduler=dask.address)
    assert there.read_bytes() == here.read_bytes()
    assert not capfd.readouterr().err


def test_a_killed_worker_costs_no_row(run, dask):
    seen = []

    def progress(done, rows):
        seen.append(done)
        if done == rows // 3:
            dask.workers[0].send_signal(signal.SIGKILL)

    assert run("b.parquet", scheduler=dask.address, progress=progress).read_bytes() == run("a.parquet").read_bytes()
    assert seen == list(range(0, 601, 10))
    assert dask.workers[0].wait() == -signal.SIGKILL


@pytest.mark.parametrize("first_on_dask", [True, False])
def test_what_one_began_the_other_finishes(run, dask, first_on_dask):
    def stop(done, _rows):
        if done >= 200:
            raise KeyboardInterrupt

    ways = [{"scheduler": dask.address}, {}]
    begin, end = ways if first_on_dask else ways[::-1]
    with pytest.raises(KeyboardInterrupt):
        run("b.parquet", progress=stop, **begin)
    seen = []
    path = run("b.parquet", resume=True, progress=lambda done, _: seen.append(done), **end)
    assert seen[0] == 200
    assert path.read_bytes() == run("a.parquet").read_bytes()


def test_a_worker_with_another_version_is_refused(run, dask, monkeypatch, tmp_path):
    versions = cluster.versions_of
    monkeypatch.setattr(cluster, "versions_of", lambda engine: versions(engine) | {"numpy": "0.1", "pyarrow": "0.2"})
    with pytest.raises(WorkbookError) as error:
        run("a.parquet", scheduler=dask.address)
    told = str(error.value)
    assert re.search(r"^tcp://127\.0\.0\.1:\d+ würde andere Zeilen berechnen", told)
    assert re.search(r"numpy [\d.]+ ≠ 0\.1, pyarrow [\d.]+ ≠ 0\.2\.", told)
    assert not (tmp_path / "a.parquet").exists()


@pytest.mark.parametrize("name", ["digits", "scenario"])
def test_a_worker_that_computes_other_digits_is_refused(run, dask, monkeypatch, name):
    passport = cluster._passport
    monkeypatch.setattr(cluster, "_passport", lambda job: passport(job) | {name: "0" * 12})
    with pytest.raises(WorkbookError, match=rf"\(dort ≠ hier\): {name} [0-9a-f]+ ≠ 0{{12}}\."):
        run("a.parquet", scheduler=dask.address)


def test_whoever_is_left_alone_says_so(run, tmp_path, monkeypatch):
    made = Dask(tmp_path, 1)

    def kill(process):
        def progress(done, _rows):
            if done == 50:
                process.kill()
                monkeypatch.setattr(cluster, "WAIT", 3)

        return progress

    try:
        with pytest.raises(WorkbookError, match="Seit 3 Sekunden gibt es keinen Arbeitsprozess"):
            run("a.parquet", scheduler=made.address, progress=kill(made.workers[0]))
        monkeypatch.undo()
        made.hire(1)
        with pytest.raises(WorkbookError, match="Verbindung zum Dask-Scheduler ist abgerissen"):
            run("b.parquet", scheduler=made.address, progress=kill(made.scheduler))
    finally:
        made.end()
    for name in ("a", "b"):
        assert len(list(tmp_path.glob(f"{name}.parquet.parts/*.arrow"))) >= 5
        assert not list(tmp_path.glob(f"{name}.parquet.parts/*.new"))


def test_an_answer_that_died_with_the_last_worker_is_not_waited_for(run, tmp_path, monkeypatch):
    made, wait = Dask(tmp_path, 1), distributed.wait

    def dies_before_it_is_asked(*futures, **wish):
        done = wait(*futures, **wish)
        made.workers[0].kill()
        made.workers[0].wait()
        return done

    monkeypatch.setattr(distributed, "wait", dies_before_it_is_asked)
    monkeypatch.setattr(cluster, "WAIT", 3)
    try:
        with pytest.raises(WorkbookError, match="Seit 3 Sekunden gibt es keinen Arbeitsprozess"):
            run("a.parquet", scheduler=made.address)
    finally:
        made.end()


def test_nobody_there(run, monkeypatch):
    monkeypatch.setattr(cluster, "WAIT", 1)
    with pytest.raises(WorkbookError, match=r"Unter tcp://127\.0\.0\.1:9 antwortet kein Dask-Scheduler"):
        run("a.parquet", scheduler="tcp://127.0.0.1:9")


@pytest.mark.parametrize(
    ("wish", "told"),
    [
        ({"scheduler": "localhost"}, "»localhost« ist keine Adresse eines Dask-Schedulers"),
        ({"scheduler": "http://there:8786"}, "Erwartet wird zum Beispiel tcp://rechner:8786"),
        ({"workers": 0}, "»workers« braucht eine ganze Zahl von 1 bis"),
        ({"workers": 2, "scheduler": "tcp://there:8786"}, "nicht beides"),
    ],
)
def test_a_wish_that_cannot_be_met_is_a_sentence(run, wish, told):
    with pytest.raises(UsageError, match=re.escape(told)):
        run("a.parquet", **wish)


def test_processes_of_this_machine_listen_to_this_machine_only(run):
    import psutil

    def children():
        return set(psutil.Process().children(recursive=True))

    def is_worker(process):
        try:
            return "spawn_main" in str(process.cmdline())
        except psutil.Error:  # it has just ended
            return False

    before, heard = children(), set()

    def progress(done, _rows):
        if done == 300:
            team = children() - before
            assert len(team) >= 2
            heard.update(c.laddr.ip for p in (psutil.Process(), *team) for c in p.net_connections("inet"))

    path = run("b.parquet", workers=2, progress=progress)
    assert heard == {"127.0.0.1"}
    assert path.read_bytes() == run("a.parquet").read_bytes()
    until(lambda: not any(is_worker(p) for p in children() - before))


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGKILL])
def test_no_process_outlives_the_command(klein, tmp_path, sign):
    import psutil

    out = tmp_path / "a.parquet"
    line = ["ensemble", str(klein), "--samples", "3000", "--chunk", "10", "--workers", "2", "--out", str(out)]
    process = subprocess.Popen(
        [sys.executable, "-m", "workbook", *line], stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    folder = tmp_path / "a.parquet.parts"
    until(lambda: len(list(folder.glob("*.arrow"))) >= 3 or process.poll() is not None)
    team = psutil.Process(process.pid).children(recursive=True)
    # Ctrl-C reaches all processes of a terminal at once.
    (os.killpg if sign == signal.SIGINT else os.kill)(process.pid, sign)
    told = process.communicate(timeout=LIMIT)[1]
    assert len(team) >= 2
    until(lambda: not any(p.is_running() and p.status() != psutil.STATUS_ZOMBIE for p in team))
    if sign == signal.SIGINT:
        assert process.returncode == 130
        assert told.strip().count("\n") == 0, told
    kept = len(list(folder.glob("*.arrow")))
    seen = []
    table = wb.ensemble(klein, 3000, chunk=10, out=out, resume=True, progress=lambda done, _: seen.append(done))
    assert seen[0] == 10 * kept < 3000
    assert table.frame().equals(wb.ensemble(klein, 3000, chunk=10).frame())
