"""The kit from the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.kit.conftest import page
from workbook.cli import answer
from workbook.kit import KINDS


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_is_written(klein: Path, tmp_path: Path, kind: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert answer(["export", str(klein), "--to", kind, "--lang", "en", "-o", str(tmp_path)]) == 0
    written = tmp_path / f"klein.{kind}.html"
    assert written.read_text(encoding="utf-8") == page("klein", kind, "en")
    assert str(written) in capsys.readouterr().out


def test_the_deck_is_the_one_of_slides(klein: Path, tmp_path: Path) -> None:
    for kind in ("deck", "slides"):
        assert answer(["export", str(klein), "--to", kind, "-o", str(tmp_path / f"{kind}.html")]) == 0
    assert (tmp_path / "deck.html").read_bytes() == (tmp_path / "slides.html").read_bytes()


@pytest.mark.browser
def test_pdf_by_the_ending(klein: Path, tmp_path: Path, chromium: str) -> None:
    assert answer(["export", str(klein), "--to", "worksheet", "-o", str(tmp_path / "blatt.pdf")]) == 0
    assert (tmp_path / "blatt.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize("kind", [*KINDS, "deck"])
def test_a_notebook_has_no_kit(tmp_path: Path, kind: str, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "x.ipynb").write_text("{}", encoding="utf-8")
    assert answer(["export", str(tmp_path / "x.ipynb"), "--to", kind]) == 2
    assert capsys.readouterr().err.strip() == f"--to {kind} gibt es nur für Szenarien."
