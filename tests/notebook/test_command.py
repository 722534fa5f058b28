"""``workbook export NOTEBOOK``."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from workbook.cli import answer

KLEIN = "tests/scenarios/klein"


@pytest.fixture
def say(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, root: Path):
    monkeypatch.chdir(root)

    def run(*words: object) -> tuple[int, str, str]:
        code = answer([str(word) for word in words])
        out, err = capsys.readouterr()
        return code, out, err

    return run


@pytest.fixture
def notebook(tmp_path: Path) -> Path:
    stored = new_code_cell("print('neu')", outputs=[new_output("stream", text="alt")])
    cells = [new_markdown_cell("# Mein Heft"), stored]
    path = tmp_path / "heft.ipynb"
    nbformat.write(new_notebook(cells=cells, metadata={"kernelspec": {"name": "python3", "display_name": "P"}}), path)
    return path


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    path = tmp_path / "kaputt.ipynb"
    nbformat.write(new_notebook(cells=[new_markdown_cell("## Hier"), new_code_cell("1 / 0")]), path)
    return path


def test_a_notebook_is_run_and_written(say, notebook: Path, tmp_path: Path) -> None:
    code, out, err = say("export", notebook, "-o", tmp_path / "aus.html")
    assert (code, err) == (0, "")
    assert out == f"Geschrieben: {tmp_path / 'aus.html'}\n"
    text = (tmp_path / "aus.html").read_text(encoding="utf-8")
    assert '<pre class="nb-terminal">neu' in text
    assert 'class="nb-terminal">alt' not in text


def test_without_a_run_it_stays_as_it_was_saved(say, notebook: Path, broken: Path, tmp_path: Path) -> None:
    assert say("export", notebook, "--no-run", "-o", tmp_path / "aus.html")[0] == 0
    assert 'class="nb-terminal">alt' in (tmp_path / "aus.html").read_text(encoding="utf-8")
    assert say("export", broken, "--no-run", "-o", tmp_path / "k.html")[0] == 0


def test_a_failing_cell_is_one_sentence_and_leaves_nothing(say, broken: Path, tmp_path: Path) -> None:
    out = tmp_path / "aus.html"
    out.write_text("vorher", encoding="utf-8")
    before = sorted(tmp_path.iterdir())
    code, said, err = say("export", broken, "-o", out)
    assert code == 1
    assert said == ""
    expected = "Zelle 2 unter »Hier« ist gescheitert: es wird durch null geteilt (ZeroDivisionError: division by zero)."
    assert err == f"{expected} Es wurde nichts geschrieben.\n"
    assert out.read_text(encoding="utf-8") == "vorher"
    assert sorted(tmp_path.iterdir()) == before
    code, _, err = say("export", broken, "-o", out, "--lang", "en")
    assert code == 1
    assert err.startswith("Cell 2 under “Hier” failed: there is a division by zero")


def test_code_from_the_start_and_another_language(say, notebook: Path, tmp_path: Path) -> None:
    assert say("export", notebook, "--no-run", "--show-code", "--lang", "en", "-o", tmp_path / "a.html")[0] == 0
    text = (tmp_path / "a.html").read_text(encoding="utf-8")
    assert '<html lang="en"' in text
    assert 'aria-pressed="true">Show code' in text


def test_where_a_file_goes(say, notebook: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "ordner"
    folder.mkdir()
    for out, expected in (
        (folder, folder / "heft.html"),
        (folder / "name", folder / "name.html"),
        (folder / "n.htm", folder / "n.htm"),
    ):
        assert say("export", notebook, "--no-run", "-o", out)[0] == 0
        assert expected.is_file()
    monkeypatch.chdir(folder)
    assert answer(["export", str(notebook), "--no-run", "--to", "slides"]) == 0
    assert (folder / "heft.slides.html").is_file()
    code, _, err = say("export", notebook, "--no-run", "-o", tmp_path / "fehlt" / "a.html")
    assert code == 1
    assert "Den Ordner gibt es nicht" in err


def test_slides_of_a_notebook_and_of_a_scenario(say, notebook: Path, tmp_path: Path) -> None:
    for source in (notebook, KLEIN):
        path = tmp_path / "folien.html"
        assert (
            say("export", source, "--to", "slides", "-o", path, *(["--no-run"] if source == notebook else []))[0] == 0
        )
        assert "reveal" in path.read_text(encoding="utf-8")


@pytest.mark.browser
def test_pdf_by_its_ending(say, notebook: Path, tmp_path: Path, chromium: str) -> None:
    assert say("export", notebook, "--no-run", "-o", tmp_path / "heft.pdf")[0] == 0
    assert (tmp_path / "heft.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["fehlt.ipynb"], "Das Notebook »fehlt.ipynb« gibt es nicht."),
        (
            ["x.ipynb", "--to", "docx"],
            "Die Art »docx« gibt es nicht. "
            "Möglich: html, slides, pdf, deck, worksheet, cards, script.",
        ),
        ([KLEIN, "--no-run"], "--no-run gibt es nur für Notebooks."),
        ([KLEIN, "--show-code"], "--show-code gibt es nur für Notebooks."),
        ([KLEIN, "--to", "pdf", "-o", "a.html"], "Die Art »pdf« passt nicht zur Endung von »a.html«."),
        ([KLEIN, "--to", "html", "-o", "a.pdf"], "Die Art »html« passt nicht zur Endung von »a.pdf«."),
        (
            [KLEIN, "--address", "javascript:x"],
            "Eine Adresse beginnt mit https:// oder http://, gefunden: »javascript:x«.",
        ),
    ],
)
def test_what_is_refused_is_refused_with_a_sentence(say, words: list[str], said: str) -> None:
    code, out, err = say("export", *words)
    assert code in (1, 2)
    assert out == ""
    assert err.strip() == said


def test_a_scenario_goes_on_as_before(say, tmp_path: Path) -> None:
    code, _, _ = say("export", KLEIN, "-o", tmp_path)
    assert code == 0
    assert (tmp_path / "klein.html").is_file()
    address = "https://hochschule.example/klein.html"
    assert say("export", KLEIN, "-o", tmp_path / "a.html", "--address", address)[0] == 0
    assert address in (tmp_path / "a.html").read_text(encoding="utf-8")
