"""A disk that is really full, and one that is really closed."""

from __future__ import annotations

import shutil
import subprocess

import pytest

import workbook as wb
from workbook.errors import WorkbookError


@pytest.fixture
def small_disk(tmp_path):
    """A folder on a disk of its own, and a way to change that disk."""
    place = tmp_path / "disk"
    place.mkdir()

    def mount(options):
        line = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(place)]
        return shutil.which("mount") and subprocess.run(line, capture_output=True, check=False).returncode == 0

    if not mount("size=400k"):
        pytest.skip("mounting is not allowed here; test_ensemble.py plays the same with a pretended disk")
    yield place, lambda options: mount(f"remount,{options}")
    subprocess.run(["umount", "--lazy", str(place)], check=True)  # a worker may still be on its way out


@pytest.mark.parametrize("workers", [None, 2])
def test_a_full_disk_and_then_more_space(klein, small_disk, workers):
    place, change = small_disk
    path = place / "a.parquet"
    old = wb.ensemble(klein, 20, seed=1, out=path).path.read_bytes()
    with pytest.raises(WorkbookError, match="Der Datenträger ist voll"):
        wb.ensemble(klein, 1_000, chunk=20, out=path, workers=workers)
    assert path.read_bytes() == old
    kept = len(list(place.glob("a.parquet.parts/*.arrow")))
    assert 0 < kept < 50
    assert change("size=4m")
    seen = []
    table = wb.ensemble(klein, 1_000, chunk=20, out=path, resume=True, progress=lambda done, _: seen.append(done))
    assert seen[0] == 20 * kept
    assert table.frame().equals(wb.ensemble(klein, 1_000).frame())


def test_a_closed_disk(klein, small_disk):
    place, change = small_disk
    path = place / "a.parquet"
    old = wb.ensemble(klein, 20, seed=1, out=path).path.read_bytes()
    assert change("ro")
    with pytest.raises(WorkbookError, match="darf hier nicht geschrieben werden"):
        wb.ensemble(klein, 20, out=path)
    assert path.read_bytes() == old
    assert [p.name for p in place.iterdir()] == ["a.parquet"]
    assert change("rw")
