"""What ``import workbook`` offers, and what it leaves for later."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

import workbook
from workbook.folder import check_folder

HEAVY = ("numpy", "pandas", "plotly", "ipywidgets", "anywidget", "nbconvert", "pint", "IPython", "jupyterlab")


def test_every_public_name_is_there_and_described():
    for name in workbook.__all__:
        assert getattr(workbook, name).__doc__


def test_what_is_not_there_is_missing_as_usual():
    with pytest.raises(AttributeError, match="explode"):
        _ = workbook.explode


def loaded(program: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", f"import sys, json\n{program}\nprint(json.dumps(sorted(sys.modules)))"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    return json.loads(done.stdout.splitlines()[-1])


def test_importing_loads_nothing_heavy():
    modules = loaded("import workbook")
    assert not {name.split(".")[0] for name in modules} & set(HEAVY)


def test_one_run_and_its_story_need_no_numpy(klein):
    check_folder(klein)  # units are worked out once, by a library that loads NumPy, and then remembered
    modules = loaded(f"""
import workbook
run = workbook.load({str(klein)!r}).run("utopie")
run.story("de", moves=False)
run.code
""")
    assert not {name.split(".")[0] for name in modules} & {"numpy", "pandas", "plotly", "ipywidgets", "nbconvert"}
