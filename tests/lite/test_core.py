"""Where Pyodide comes from."""

from __future__ import annotations

import json
import stat
import sys

import pytest

from workbook.errors import WorkbookError
from workbook.lite.core import NEEDED, pyodide_folder


def filled(folder, python="3.14.2"):
    folder.mkdir(parents=True)
    for name in NEEDED:
        (folder / name).write_text(json.dumps({"info": {"python": python}}), encoding="utf-8")
    return folder


def test_a_folder_that_is_given_is_taken_also_one_level_down(tmp_path) -> None:
    folder = filled(tmp_path / "a" / "pyodide")
    assert pyodide_folder(folder) == folder
    assert pyodide_folder(tmp_path / "a") == folder


def test_what_is_missing_in_it_is_named(tmp_path) -> None:
    (filled(tmp_path / "a") / "python_stdlib.zip").unlink()
    with pytest.raises(WorkbookError) as caught:
        pyodide_folder(tmp_path / "a")
    assert "python_stdlib.zip" in caught.value.text("de")
    assert "pyodide.mjs" not in caught.value.text("de")


def test_another_python_is_refused(tmp_path) -> None:
    with pytest.raises(WorkbookError) as caught:
        pyodide_folder(filled(tmp_path / "a", "3.13.2"))
    assert "3.13" in caught.value.text("en")


def test_without_npm_a_sentence_says_what_to_do(monkeypatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(WorkbookError) as caught:
        pyodide_folder(None)
    assert "--pyodide" in caught.value.text("de")


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in for npm is a shell script")
def test_npm_that_fails_is_quoted(monkeypatch, tmp_path) -> None:
    npm = tmp_path / "npm"
    npm.write_text("#!/bin/sh\necho kein Netz >&2\nexit 1\n", encoding="utf-8")
    npm.chmod(npm.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(WorkbookError) as caught:
        pyodide_folder(None)
    assert "kein Netz" in caught.value.text("de")
