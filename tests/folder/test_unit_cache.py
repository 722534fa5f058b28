from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from workbook.errors import Problem
from workbook.folder import check_folder


def imported_pint(folder: Path) -> bool:
    code = f"import sys, workbook.folder as f; f.load({str(folder)!r}); print('pint' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout.strip() == "True"


def test_a_clean_result_is_remembered_until_something_changes(folder: Path, own_cache: Path) -> None:
    assert imported_pint(folder)
    assert len(list((own_cache / "scenario-workbook" / "units").iterdir())) == 1
    assert not imported_pint(folder)
    path = folder / "model.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "# noch etwas\n", encoding="utf-8")
    assert imported_pint(folder)


def test_a_faulty_result_is_not_remembered(folder: Path, own_cache: Path) -> None:
    path = folder / "model.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("leave_rate * guests", "leave_rate * memory"), encoding="utf-8")
    for _ in range(2):
        assert [p.code for p in check_folder(folder)[1]] == ["unit-equation"]
    assert not (own_cache / "scenario-workbook").exists()


def test_a_cache_that_cannot_be_written_is_no_fault(folder: Path, own_cache: Path) -> None:
    (own_cache / "scenario-workbook").write_text("in the way", encoding="utf-8")
    assert check_folder(folder)[1] == ()


def test_literals_may_start_a_stock_but_not_stand_for_a_variable(
    spoil: Callable[[str, str, str], tuple[Problem, ...]],
) -> None:
    assert spoil("model.yaml", "initial: 0.1 * residents", "initial: 120") == ()
    assert spoil("model.yaml", "equals: leave_rate * guests", "equals: 0") == ()
    assert [p.code for p in spoil("model.yaml", "equals: 0", "equals: 5")] == ["unit-equation"]
