"""Installed distributions as wheels."""

from __future__ import annotations

import zipfile
from importlib.metadata import distribution

import pytest

from workbook.errors import WorkbookError
from workbook.lite import wheels


def test_what_is_needed_is_found_with_all_it_needs_in_turn() -> None:
    names = [wheels.normal(dist.metadata["Name"]) for dist in wheels.installed(["ipywidgets", "pint"])]
    assert {"ipywidgets", "comm", "traitlets", "ipython", "pint", "flexparser"} <= set(names)
    assert not {"widgetsnbextension", "numpy", "pexpect"} & set(names)
    assert names == sorted(names)


def test_all_that_is_missing_is_named_at_once() -> None:
    with pytest.raises(WorkbookError) as caught:
        wheels.installed(["gibt-es-nicht", "pint", "auch-nicht"])
    assert "auch-nicht, gibt-es-nicht" in caught.value.text("de")


def test_compiled_files_stay_behind_and_the_same_content_is_the_same_file(tmp_path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
    dist = distribution("pyyaml")
    assert any(file.suffix in (".so", ".pyd") for file in dist.files), "nothing to leave out: choose another one"
    one, two = (wheels.repacked(dist, tmp_path / folder) for folder in ("a", "b"))
    assert one.sha256 == two.sha256
    assert "yaml" in one.imports
    with zipfile.ZipFile(one.path) as archive:
        names = archive.namelist()
        assert archive.testzip() is None
    assert "yaml/__init__.py" in names
    assert not [name for name in names if name.endswith((".so", ".pyd", ".pyc"))]


def test_our_own_wheel_holds_scenarios_notebooks_and_more(root, tmp_path) -> None:
    parts = {"scenarios": root / "scenarios", "notebooks": root / "notebooks"}
    wheel = wheels.own(root / "workbook", tmp_path, parts, {"worked_out/x.json": b"{}"}, "1.2.3")
    with zipfile.ZipFile(wheel.path) as archive:
        names = set(archive.namelist())
    wanted = {"workbook/scenarios/ki-for-good/scenario.yaml", "workbook/notebooks/de/00-willkommen.ipynb"}
    assert wanted | {"workbook/__init__.py", "workbook/worked_out/x.json"} <= names
    assert wheel.imports == ("workbook",)


def test_a_wheel_that_lies_here_tells_its_name_and_needs(tmp_path) -> None:
    made = wheels.made("bei-spiel", tmp_path, {"beispiel.py": "x = 1\n"}, "0.3")
    told = wheels.shipped(made.path)
    assert (told.name, told.version, told.imports, told.depends) == ("bei-spiel", "0.3", ("beispiel",), ())
