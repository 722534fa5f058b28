"""What no reviewer should have to look for: one list of dependencies, clean files, a wheel that is whole."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest
import yaml

import workbook
from tests.tools.language_page import language_page

# Split, so that this file does not name what it forbids.
_HOSTS = re.compile(
    r"\b(?:py" + r"pi|python" + r"hosted|npm" + r"js|ana" + r"conda)\.(?:org|com|io)\b"
    r"|\bregistry\." + r"npm|deb\." + r"debian|\bconda\." + r"io\b"
)
_MACHINE_PATH = re.compile(r"(?<![\w.])/(?:home|Users|root|work)/[\w.-]+|[A-Z]:\\+Users\\+\w")
_CONDA_NAMES = {"build": "python-build"}
"""Name on the Python side -> name on conda-forge, where they differ by more than case."""

_NOT_ON_CONDA = {"playwright", "syllapy"}


@pytest.fixture(scope="session")
def project(root: Path) -> dict:
    return tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def environment(root: Path) -> dict:
    return yaml.safe_load((root / "environment.yml").read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def files(root: Path) -> list[Path]:
    """Every text file that is, or could be, committed."""
    listing = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=root, capture_output=True, check=False,
    )  # fmt: skip
    if listing.returncode:
        pytest.skip("not a git checkout")
    names = listing.stdout.decode().split("\0")
    return sorted(root / name for name in names if name and (root / name).is_file())


def _split(requirement: str) -> tuple[str, str]:
    name, range_ = re.fullmatch(r"([A-Za-z0-9_.-]+)\s*(.*)", requirement).groups()
    return name.lower(), range_.replace(" ", "")


def _asked(project: dict) -> dict[str, str]:
    extras = project["project"]["optional-dependencies"].values()
    return dict(_split(r) for r in [*project["project"]["dependencies"], *(r for extra in extras for r in extra)])


def test_environment_and_pyproject_ask_for_the_same(project: dict, environment: dict) -> None:
    asked = _asked(project)
    plain = [d for d in environment["dependencies"] if isinstance(d, str)]
    by_pip = next(d["pip"] for d in environment["dependencies"] if isinstance(d, dict))
    conda = dict(_split(d) for d in plain)
    assert conda.pop("python") == project["project"]["requires-python"].replace(" ", "")
    for tool in ("nodejs", "make", "pip"):
        conda.pop(tool)
    expected = {_CONDA_NAMES.get(n, n): r for n, r in asked.items() if n not in _NOT_ON_CONDA}
    assert conda == expected
    assert dict(_split(d) for d in by_pip if not d.startswith("-")) == {n: asked[n] for n in _NOT_ON_CONDA}


def test_every_range_has_a_lower_and_an_upper_bound(project: dict) -> None:
    for name, range_ in _asked(project).items():
        assert re.fullmatch(r">=[\d.]+,<[\d.]+", range_), name


def test_every_ignored_rule_and_warning_has_its_reason(root: Path) -> None:
    text = (root / "pyproject.toml").read_text(encoding="utf-8")
    names = r'(?:ignore|"(?:tests|workbook|notebooks)/[^"]+"|filterwarnings)'
    lists = re.findall(rf"^{names} = \[(.*(?:\n .*)*)", text, re.MULTILINE)
    rules = [line for inside in lists for line in inside.splitlines() if line.strip().startswith('"')]
    assert len(lists) > 5
    assert len(rules) > 20
    for rule in rules:
        assert "#" in rule or rule.strip() == '"error",', rule


def test_no_file_names_a_registry_or_a_machine(root: Path, files: list[Path]) -> None:
    found = []
    for path in files:
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        for number, line in enumerate(text.splitlines(), start=1):
            found += [f"{path.relative_to(root)}:{number}: {m[0]}" for m in _HOSTS.finditer(line)]
            found += [f"{path.relative_to(root)}:{number}: {m[0]}" for m in _MACHINE_PATH.finditer(line)]
    assert found == []


@pytest.mark.parametrize("line", ["see /home/" + "anna/x", "C:\\Users\\" + "anna", "https://py" + "pi.org/simple"])
def test_the_search_for_hosts_and_paths_finds_them(line: str) -> None:
    assert _HOSTS.search(line) or _MACHINE_PATH.search(line)


def test_notebooks_are_stored_without_outputs(root: Path, files: list[Path]) -> None:
    for path in (p for p in files if p.suffix == ".ipynb"):
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        run = [c for c in cells if c["cell_type"] == "code" and (c.get("outputs") or c.get("execution_count"))]
        assert run == [], path.relative_to(root)


def test_no_lock_file_and_nothing_large(root: Path, files: list[Path]) -> None:
    names = {p.name for p in files}
    assert names.isdisjoint({"uv.lock", "pixi.lock", "poetry.lock", "package-lock.json", "conda-lock.yml"})
    assert [str(p.relative_to(root)) for p in files if p.stat().st_size > 1_500_000] == []


def test_one_version(root: Path, project: dict) -> None:
    citation = yaml.safe_load((root / "CITATION.cff").read_text(encoding="utf-8"))
    assert citation["version"] == project["project"]["version"] == workbook.__version__


def test_readme_names_both_commands_and_every_link_leads_somewhere(root: Path) -> None:
    readme = (root / "README.md").read_text(encoding="utf-8")
    assert "make lab" in readme
    assert "make test" in readme
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", readme):
        assert (root / target).exists(), target


def test_the_page_of_the_language_is_up_to_date(root: Path) -> None:
    assert (root / "docs/language.md").read_text(encoding="utf-8") == language_page(), "run `make docs`"


def test_ci_runs_what_a_developer_runs(root: Path) -> None:
    script = root / ".ci/run"
    text = script.read_text(encoding="utf-8")
    assert "set -euo pipefail" in text
    assert re.search(r"^make test$", text, re.MULTILINE)
    assert os.name == "nt" or os.access(script, os.X_OK)


def test_an_old_python_is_refused_with_a_sentence(root: Path, tmp_path: Path) -> None:
    old = tmp_path / "python3"
    old.write_text("#!/bin/sh\n[ \"$1\" = -V ] && echo 'Python 3.8.1' && exit 0\nexit 1\n", encoding="utf-8")
    old.chmod(0o755)
    run = subprocess.run(
        ["make", "lab", f"PYTHON={old}", f"VENV={tmp_path / 'venv'}"],
        cwd=root, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert run.returncode != 0
    assert "nötig ist Python 3.11 bis 3.14" in run.stdout
    assert "Python 3.11 to 3.14 is needed" in run.stdout


def test_the_wheel_holds_scenarios_and_notebooks_and_runs_without_the_checkout(root: Path, tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", tmp_path, root],
        capture_output=True, check=True,
    )  # fmt: skip
    (wheel,) = tmp_path.glob("*.whl")
    site = tmp_path / "site"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
    shipped = {p.parent.name for p in (site / "workbook/scenarios").glob("*/scenario.yaml")}
    assert shipped == {p.parent.name for p in (root / "scenarios").glob("*/scenario.yaml")} != set()
    assert {p.name for p in (site / "workbook/notebooks").rglob("*.ipynb")} == {
        p.name for p in (root / "notebooks").rglob("*.ipynb") if ".ipynb_checkpoints" not in p.parts
    }
    assert (site / "workbook/py.typed").is_file()
    assert not (site / "tests").exists()
    listed = subprocess.run(
        [sys.executable, "-c", "import workbook.folder as f; print(f.__file__); print(*f.available())"],
        cwd=tmp_path, env=os.environ | {"PYTHONPATH": str(site)}, capture_output=True, text=True, check=True,
    )  # fmt: skip
    where, ids = listed.stdout.splitlines()
    assert where.startswith(str(site))
    assert set(ids.split()) == shipped
