"""A notebook runs, or says in one sentence why not."""

from __future__ import annotations

import json
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from workbook.notebook.faults import KINDS, SENTENCES, NotebookError
from workbook.notebook.running import heading_before, read_notebook, run_notebook


def notebook(*cells: str):
    return new_notebook(
        cells=[new_markdown_cell(c) if c.startswith("#") else new_code_cell(c) for c in cells],
        metadata={"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}},
    )


def test_it_runs_in_its_own_folder(tmp_path: Path) -> None:
    (tmp_path / "daten.txt").write_text("da", encoding="utf-8")
    made = notebook("# A", "print(open('daten.txt').read())")
    run_notebook(made, tmp_path)
    assert made.cells[1].outputs[0].text == "da\n"


def test_a_failing_cell_is_told_with_place_and_reason(tmp_path: Path) -> None:
    with pytest.raises(NotebookError) as caught:
        run_notebook(notebook("# A", "## Teil *zwei*", "1 + 1", "import gibtsnicht", "print('nie')"), tmp_path)
    assert caught.value.exit_code == 1
    german = caught.value.text("de")
    assert german.startswith("Zelle 4 unter »Teil zwei« ist gescheitert: ein Paket fehlt (ModuleNotFoundError:")
    assert "gibtsnicht" in german
    assert "\n" not in german
    assert caught.value.text("en").startswith("Cell 4 under “Teil zwei” failed: a package is missing")


@pytest.mark.parametrize(
    ("lang", "start"), [("de", "Zelle 1 ist gescheitert: Eine Welt »nix«"), ("en", "Cell 1 failed: There is no")]
)
def test_an_error_of_ours_keeps_its_own_sentence(tmp_path: Path, lang: str, start: str) -> None:
    code = "import workbook as wb\nwb.load('soziale-arbeit-2030').run('nix')"
    with pytest.raises(NotebookError) as caught:
        run_notebook(notebook(code), tmp_path, lang)
    said = caught.value.text(lang)
    assert "nix" in said
    assert "UsageError" not in said
    assert said.startswith(start.split(":", maxsplit=1)[0])


def test_a_kernel_that_dies_or_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(NotebookError, match="abgebrochen"):
        run_notebook(notebook("import os; os._exit(3)"), tmp_path)
    made = notebook("1")
    made.metadata.kernelspec.name = "gibt-es-nicht"
    with pytest.raises(NotebookError, match=r"gibt-es-nicht.*--no-run"):
        run_notebook(made, tmp_path)


@pytest.mark.parametrize("text", ["", "{", "[]", '{"cells": 3}', "\x00\xff", '{"nbformat": 4, "nbformat_minor": 5}'])
def test_what_is_no_notebook_is_said_to_be_none(tmp_path: Path, text: str) -> None:
    path = tmp_path / "x.ipynb"
    path.write_text(text, encoding="latin-1")
    with pytest.raises(NotebookError, match=r"ist kein Notebook"):
        read_notebook(path)


def test_a_missing_notebook(tmp_path: Path) -> None:
    with pytest.raises(NotebookError, match="gibt es nicht"):
        read_notebook(tmp_path / "x.ipynb")
    with pytest.raises(NotebookError, match="gibt es nicht"):
        read_notebook(tmp_path)


def test_an_old_notebook_is_read(tmp_path: Path) -> None:
    path = tmp_path / "alt.ipynb"
    cell = {"cell_type": "markdown", "source": "# A", "metadata": {}}
    old = {"metadata": {}, "nbformat": 3, "nbformat_minor": 0, "worksheets": [{"cells": [cell], "metadata": {}}]}
    path.write_text(json.dumps(old), encoding="utf-8")
    assert read_notebook(path).cells[0].source == "# A"


def test_headings_before_a_cell() -> None:
    made = notebook("# A", "x", "## `B` **c** ##", "y")
    assert [heading_before(made, number) for number in (1, 2, 3, 4)] == ["A", "A", "B c", "B c"]
    assert heading_before(notebook("x"), 1) == ""


def test_sentences_in_both_languages_speak_of_the_same() -> None:
    from string import Formatter

    def fields(text: str) -> set[str]:
        return {name for _, name, _, _ in Formatter().parse(text) if name}

    for key, (german, english) in SENTENCES.items():
        assert fields(german) == fields(english), key
        assert german != english
    assert all(german and english for german, english in KINDS.values())


def test_a_notebook_is_stored_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "x.ipynb"
    nbformat.write(notebook("1 + 1"), path)
    before = path.read_bytes()
    run_notebook(read_notebook(path), tmp_path)
    assert path.read_bytes() == before
