"""What stands in the folder of the site, before any browser opens it."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import zipfile
from dataclasses import replace

import pytest

from workbook.lite.core import NEEDED
from workbook.lite.lock import LOCK
from workbook.lite.site import write_python

pytestmark = pytest.mark.xdist_group("lite")


def test_every_file_of_the_lock_is_there_and_is_the_one_meant(source, pyodide, tmp_path) -> None:
    """Also where the folder with Pyodide has a package of its own by the same name as one of ours."""
    given = tmp_path / "given"
    shutil.copytree(pyodide, given)
    lock = json.loads((given / LOCK).read_text(encoding="utf-8"))
    for name, file in (("traitlets", _named("traitlets")), ("numpy", "numpy-9-cp314-cp314-wasm32.whl")):
        with zipfile.ZipFile(given / file, "w") as archive:
            archive.writestr(f"{name}/__init__.py", "theirs = True\n")
        digest = hashlib.sha256((given / file).read_bytes()).hexdigest()
        lock["packages"][name] |= {"file_name": file, "sha256": digest, "depends": []}
    (given / LOCK).write_text(json.dumps(lock), encoding="utf-8")

    out = tmp_path / "out"
    first = write_python(out, replace(source, scenarios=tmp_path / "none"), given)
    known = json.loads((out / LOCK).read_text(encoding="utf-8"))["packages"]
    for entry in known.values():
        assert hashlib.sha256((out / entry["file_name"]).read_bytes()).hexdigest() == entry["sha256"], entry["name"]
    assert {path.name for path in out.iterdir()} == {*NEEDED, *(entry["file_name"] for entry in known.values())}
    assert known["traitlets"]["sha256"] == lock["packages"]["traitlets"]["sha256"]
    assert {"networkx", "numpy", "scenario-workbook"} <= set(first)


@pytest.mark.parametrize("name", ["institutions.md", "institutions.de.md"])
def test_the_site_is_as_large_as_its_guide_says(lite, root, name) -> None:
    said = int(re.search(r"(?:some|rund) (\d+) MB\.", (root / "docs" / name).read_text(encoding="utf-8")).group(1))
    found = sum(path.stat().st_size for path in lite.rglob("*") if path.is_file()) / 1e6
    assert found == pytest.approx(said, rel=0.1)


def _named(name: str) -> str:
    from importlib.metadata import version

    return f"{name}-{version(name)}-py3-none-any.whl"
