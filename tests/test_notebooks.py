"""Every notebook: stored clean, code hidden, twins alike, and run from top to bottom."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

from tests.tools.scenario_notebooks import ORDER, all_notebooks

NOTEBOOKS = Path(__file__).parent.parent / "notebooks"
ALL = sorted(p for p in NOTEBOOKS.rglob("*.ipynb") if ".ipynb_checkpoints" not in p.parts)
OWN = {
    "00-willkommen": "00-welcome",
    "10-vergleichen": "10-compare",
    "11-meine-utopie": "11-my-utopia",
    "20-vortrag": "20-lecture",
    "90-forschung": "90-research",
}
TWINS = OWN | {f"{number:02}-{name}": f"{number:02}-{name}" for number, name in enumerate(ORDER, start=1)}


def cells(path: Path, kind: str) -> list[dict[str, Any]]:
    found = json.loads(path.read_text(encoding="utf-8"))["cells"]
    return [cell for cell in found if cell["cell_type"] == kind]


def source(cell: dict[str, Any]) -> str:
    return "".join(cell["source"])


@pytest.mark.parametrize("path", ALL, ids=lambda p: f"{p.parent.name}/{p.stem}")
def test_stored_clean_and_code_hidden(path: Path) -> None:
    for cell in cells(path, "code"):
        assert cell["outputs"] == []
        assert cell["execution_count"] is None
        assert cell["metadata"]["jupyter"]["source_hidden"] is True
        assert "hide-input" in cell["metadata"]["tags"]
    assert source(cells(path, "markdown")[0]).startswith("# ")


def test_every_notebook_has_its_twin_with_the_same_code() -> None:
    german = {path.stem: path for path in ALL if path.parent.name == "de"}
    english = {path.stem: path for path in ALL if path.parent.name == "en"}
    assert german.keys() == TWINS.keys()
    assert english.keys() == set(TWINS.values())
    for name, twin in TWINS.items():
        ours = [source(cell) for cell in cells(german[name], "code")]
        theirs = [source(cell).replace('lang = "en"', 'lang = "de"') for cell in cells(english[twin], "code")]
        assert ours == theirs
        assert len(cells(german[name], "markdown")) == len(cells(english[twin], "markdown"))


def test_the_notebooks_of_scenarios_say_what_the_scenarios_say() -> None:
    """``make docs`` writes them anew."""
    for path, text in all_notebooks().items():
        assert (NOTEBOOKS / path).read_text(encoding="utf-8") == text, path


def test_links_lead_to_notebooks() -> None:
    for path in ALL:
        for cell in cells(path, "markdown"):
            for target in re.findall(r"\]\(([^)]+\.ipynb)\)", source(cell)):
                assert (path.parent / target).is_file(), (path.name, target)


@pytest.mark.parametrize("path", ALL, ids=lambda p: f"{p.parent.name}/{p.stem}")
def test_runs_from_top_to_bottom(path: Path, tmp_path: Path) -> None:
    notebook = nbformat.read(path, as_version=4)
    NotebookClient(
        notebook, timeout=600, startup_timeout=300, resources={"metadata": {"path": str(tmp_path)}}
    ).execute()
    outputs = [output for cell in notebook.cells if cell.cell_type == "code" for output in cell.outputs]
    shown = {kind for output in outputs for kind in output.get("data", {})}
    assert {"application/vnd.jupyter.widget-view+json", "text/html"} & shown
    assert not [output for output in outputs if output.output_type == "error"]
    assert not [output for output in outputs if output.output_type == "stream" and output.name == "stderr"]
