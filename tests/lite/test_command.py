"""``workbook site --lite``: refusals, and the link to what was written."""

from __future__ import annotations

from pathlib import Path

import pytest

import workbook as wb
from workbook.cli import main
from workbook.export.site import LITE_PAGE, write_site


def exit_code(*words: object) -> int:
    with pytest.raises(SystemExit) as ended:
        main([str(word) for word in words])
    return ended.value.code


def test_pyodide_belongs_to_lite(tmp_path, capsys) -> None:
    assert exit_code("site", "-o", tmp_path / "s", "--pyodide", tmp_path) == 2
    assert "--lite" in capsys.readouterr().err
    assert not (tmp_path / "s").exists()


def test_a_folder_without_pyodide_is_refused_and_nothing_is_left(tmp_path, capsys, klein) -> None:
    given = ("site", klein, "-o", tmp_path / "s", "--only-scenarios", "--lite", "--pyodide", tmp_path)
    assert exit_code(*given) == 1
    assert "pyodide.asm.wasm" in capsys.readouterr().err
    assert not (tmp_path / "s").exists()


def test_the_index_leads_to_the_notebooks_and_says_what_they_need(tmp_path, klein) -> None:
    def lite(folder: Path) -> None:
        (folder / "notebooks").mkdir(parents=True)
        (folder / "notebooks/index.html").write_text("x" * 5_000, encoding="utf-8")

    book = wb.load(klein)
    sizes = write_site(tmp_path / "s", [book], [], lambda _: None, lite=lite)
    assert sizes["lite/"] == 5_000
    for lang, name in (("de", "index.html"), ("en", "en.html")):
        text = (tmp_path / "s" / name).read_text(encoding="utf-8")
        assert f'href="{LITE_PAGE[lang]}"' in text
        assert "http.server" in text
        assert (tmp_path / "s" / LITE_PAGE[lang].partition("?")[0]).is_file()
    write_site(tmp_path / "s", [book], [], lambda _: None)
    assert not (tmp_path / "s" / "lite").exists()


def test_the_link_names_notebooks_that_ship(root) -> None:
    for page in LITE_PAGE.values():
        assert (root / "notebooks" / page.partition("path=")[2]).is_file()
