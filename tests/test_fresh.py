"""A failing cell is answered by a sentence, and a fresh notebook is one click away."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError

from workbook import fresh
from workbook.lab import shipped_notebooks

WELCOME = shipped_notebooks() / "de/00-willkommen.ipynb"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of copied notebooks, in which the welcome is open."""
    here = tmp_path / "de"
    shutil.copytree(WELCOME.parent, here)
    monkeypatch.chdir(here)
    monkeypatch.setenv("JPY_SESSION_NAME", "de/00-willkommen.ipynb")
    return here


def answer(source: str, folder: Path, before: str = "%load_ext workbook\nlang = 'de'") -> str:
    """What a kernel says to a cell that fails."""
    cells = [nbformat.v4.new_code_cell(before), nbformat.v4.new_code_cell(source)]
    notebook = nbformat.v4.new_notebook(cells=cells)
    with pytest.raises(CellExecutionError):
        NotebookClient(
            notebook, timeout=300, startup_timeout=300, resources={"metadata": {"path": str(folder)}}
        ).execute()
    assert not [o for o in cells[1].outputs if o.output_type == "error"], "no traceback"
    return "".join(output["data"]["text/html"] for output in cells[1].outputs)


def test_what_was_deleted_above(folder: Path) -> None:
    said = answer("wb.explore(scenario)", folder)
    assert "»wb« ist hier gerade nicht bekannt" in said
    assert 'href="00-willkommen-frisch.ipynb"' in said
    assert (folder / "00-willkommen-frisch.ipynb").read_bytes() == WELCOME.read_bytes()


def test_what_was_half_typed(folder: Path) -> None:
    assert "In Zeile 2 ist etwas vertippt oder unvollständig: »wb.explore(«" in answer("a = 1\nwb.explore(", folder)


def test_our_own_refusals_keep_their_words(folder: Path) -> None:
    assert "Meinten Sie »utopie«" in answer("import workbook as wb\nwb.load('ki-for-good').run('utopi')", folder)


def test_in_the_language_of_the_notebook(folder: Path) -> None:
    said = answer("1 / 0", folder, "%load_ext workbook\nlang = 'en'")
    assert "This cell could not be run." in said
    assert "there is a division by zero" in said


def test_run_twice_it_says_nothing(folder: Path) -> None:
    """IPython would say in English that the extension is loaded already."""
    cells = [nbformat.v4.new_code_cell("%load_ext workbook\nlang = 'en'") for _ in range(2)]
    last = nbformat.v4.new_code_cell("get_ipython().events.callbacks['pre_run_cell']")
    notebook = nbformat.v4.new_notebook(cells=[*cells, last])
    NotebookClient(notebook, timeout=300, startup_timeout=300, resources={"metadata": {"path": str(folder)}}).execute()
    assert [cell.outputs for cell in cells] == [[], []]
    assert last.outputs[0]["data"]["text/plain"].count("_listen") == 1


def test_markup_in_an_error_stays_text(folder: Path) -> None:
    said = answer("raise ValueError('<img src=x onerror=alert(1)>')", folder)
    assert "<img" not in said
    assert "&lt;img" in said


def test_a_fresh_copy_is_taken_again_until_it_was_changed(folder: Path) -> None:
    first = fresh.fresh_copy(WELCOME, folder, "de")
    assert fresh.fresh_copy(WELCOME, folder, "de") == first
    first.write_text("{}", encoding="utf-8")
    second = fresh.fresh_copy(WELCOME, folder, "de")
    assert second.name == "00-willkommen-frisch-2.ipynb"
    assert first.read_text(encoding="utf-8") == "{}"


def test_changed_and_missing_cells_are_counted(folder: Path) -> None:
    mine = folder / "00-willkommen.ipynb"
    assert fresh.changed(mine, WELCOME) == 0
    notebook = json.loads(mine.read_text(encoding="utf-8"))
    places = [k for k, cell in enumerate(notebook["cells"]) if cell["cell_type"] == "code"]
    notebook["cells"][places[0]]["source"] = "lang ="
    del notebook["cells"][places[1]]
    mine.write_text(json.dumps(notebook), encoding="utf-8")
    assert fresh.changed(mine, WELCOME) == 2
    mine.write_text("{", encoding="utf-8")
    assert fresh.changed(mine, WELCOME) == 0


@pytest.mark.parametrize("name", ["de/andere.ipynb", "", "de/00-willkommen.py"])
def test_notebooks_of_others_have_no_fresh_copy(folder: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv("JPY_SESSION_NAME", name)
    assert "href" not in answer("1 / 0", folder)
    assert not list(folder.glob("*frisch*"))


def test_a_copy_of_a_copy_is_known(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JPY_SESSION_NAME", "de/00-willkommen-frisch-2.ipynb")
    assert 'href="00-willkommen-frisch.ipynb"' in answer("1 / 0", folder)


def test_in_the_shipped_folder_itself_nothing_is_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(WELCOME.parent)
    monkeypatch.setenv("JPY_SESSION_NAME", "de/00-willkommen.ipynb")
    assert "href" not in answer("1 / 0", WELCOME.parent)
    assert not list(WELCOME.parent.glob("*frisch*"))
