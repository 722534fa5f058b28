"""docs/researchers.md, followed word by word from an empty folder."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.conftest import ROOT
from tests.guides import follow, steps_of

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

GUIDE = ROOT / "docs/researchers.md"


def test_every_step_works_and_leaves_what_it_promises(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert len(steps_of(GUIDE)) >= 9
    follow(GUIDE, tmp_path)
    first, second = tmp_path / "offene-tuer", tmp_path / "offene-tuer-2"
    names = sorted(p.relative_to(first) for p in first.rglob("*") if p.is_file())
    assert names == sorted(p.relative_to(second) for p in second.rglob("*") if p.is_file())
    changed = [str(n) for n in names if (first / n).read_bytes() != (second / n).read_bytes()]
    assert changed in ([], ["scenario.yaml"]), "only the id follows the folder's name"
    made = ("calibration.html", "contested.csv", "futures.parquet", "sobol.csv", "iamc.csv", "offene-tuer.xmile")
    assert all((tmp_path / name).stat().st_size > 100 for name in made)
    assert json.loads((tmp_path / "offene-tuer-data/datapackage.json").read_text(encoding="utf-8"))["resources"]
    said = capsys.readouterr().out
    assert "von 100" in said
