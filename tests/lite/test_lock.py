"""What Pyodide is told about its packages."""

from __future__ import annotations

import hashlib
import json

import pytest

from workbook.lite.lock import LOCK, first, holds, locked
from workbook.lite.wheels import made


def core(folder, *there):
    folder.mkdir()
    packages = {
        name: {"name": name, "file_name": f"{name}-1-cp314.whl", "depends": ["numpy"] * (name == "pandas")}
        for name in ("matplotlib", "micropip", "numpy", "pandas", "pint")
    }
    (folder / LOCK).write_text(json.dumps({"info": {"python": "3.14.2"}, "packages": packages}), encoding="utf-8")
    for name in there:
        (folder / f"{name}-1-cp314.whl").write_bytes(b"")
    return folder


def test_packages_without_a_file_are_left_out_and_ours_come_in(tmp_path) -> None:
    wheel = made("pint", tmp_path, {"pint.py": ""})
    lock = locked(core(tmp_path / "core"), [wheel])
    assert list(lock["packages"]) == ["pint"]
    entry = lock["packages"]["pint"]
    assert entry["sha256"] == hashlib.sha256(wheel.path.read_bytes()).hexdigest()
    assert entry["file_name"] == wheel.path.name
    assert first(lock, [wheel]) == ["pint"]


def test_a_whole_distribution_keeps_its_compiled_packages_and_loads_numpy_first(tmp_path) -> None:
    wheel = made("pint", tmp_path, {"pint.py": ""})
    lock = locked(core(tmp_path / "core", "numpy", "pandas", "pint"), [wheel])
    assert lock["packages"]["pint"]["file_name"] == "pint-1-cp314.whl"
    assert lock["packages"]["pandas"]["depends"] == ["numpy"]
    assert first(lock, [wheel]) == ["numpy", "pandas", "pint"]


def test_of_a_whole_distribution_comes_along_what_is_needed_and_no_installer(tmp_path) -> None:
    folder = core(tmp_path / "core", "matplotlib", "micropip", "numpy")
    stand_in = made("micropip", tmp_path, {"micropip.py": ""})
    lock = locked(folder, [stand_in])
    assert list(lock["packages"]) == ["micropip", "numpy"]
    assert lock["packages"]["micropip"]["sha256"] == stand_in.sha256
    assert holds(folder, "numpy")
    assert not holds(folder, "pandas")


@pytest.mark.parametrize("name", ["https://beispiel.invalid/numpy-1-cp314.whl", "../numpy-1-cp314.whl"])
def test_what_lies_elsewhere_is_not_taken(tmp_path, name) -> None:
    folder = core(tmp_path / "core")
    (tmp_path / "numpy-1-cp314.whl").write_bytes(b"")
    known = json.loads((folder / LOCK).read_text(encoding="utf-8"))
    known["packages"]["numpy"]["file_name"] = name
    (folder / LOCK).write_text(json.dumps(known), encoding="utf-8")
    assert not holds(folder, "numpy")
    assert locked(folder, [])["packages"] == {}


def test_nobody_waits_for_what_is_not_there(tmp_path) -> None:
    lock = locked(core(tmp_path / "core", "pandas"), [])
    assert lock["packages"]["pandas"]["depends"] == []
