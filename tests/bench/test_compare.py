"""The comparison compares like with like."""

from __future__ import annotations

from pathlib import Path

import pytest

import workbook as wb
from tests.bench.compare import makers, model, notebook


@pytest.mark.parametrize(
    "levers", [{}, {"open_hours": 40, "helpers": 2}, {"welcome": 100, "chairs": 0.7}, {"open_hours": 0, "helpers": 20}]
)
def test_the_scenario_and_the_plain_model_agree(tmp_path: Path, levers: dict[str, float]) -> None:
    book = wb.load(makers.scenario(tmp_path))
    run = book.run(levers=levers)
    lines = model.lines(**({name: lever[4] for name, lever in model.LEVERS.items()} | levers))
    for name, line in zip(book.scenario.indicators, lines.values(), strict=True):
        assert line == pytest.approx([run.trajectories.yearly(name, year) for year in model.YEARS], rel=1e-12), name


def test_the_levers_are_the_same(tmp_path: Path) -> None:
    book = wb.load(makers.scenario(tmp_path))
    for name, (_, low, high, step, default) in model.LEVERS.items():
        lever = book.scenario.levers[name]
        assert (lever.low, lever.high, lever.default) == (low, high, default)
        assert lever.value(1) - lever.value(0) == pytest.approx(step)
    assert list(model.LEVERS) == list(book.scenario.levers)


def test_a_notebook_carries_the_whole_model() -> None:
    space: dict[str, object] = {}
    exec(notebook.MODEL, space)
    defaults = {name: lever[4] for name, lever in model.LEVERS.items()}
    assert space["lines"](**defaults) == model.lines(**defaults)


@pytest.mark.parametrize(
    ("complaint", "told"),
    [
        ("Traceback\n  File x\nValueError: nothing to open\n[end]\nERROR: failed", "ValueError: nothing to open"),
        ("Error: no browser\nplease run this", "Error: no browser"),
        ("fetching\nERROR: https://example.org/x was not found", "ERROR: … was not found"),
        ("it stopped | here\n\n", "it stopped / here"),
        ("", "no word of explanation"),
    ],
)
def test_a_reason_is_one_line_without_addresses(complaint: str, told: str) -> None:
    assert makers.reason(complaint) == told


def test_a_tool_that_is_missing_is_told(tmp_path: Path) -> None:
    with pytest.raises(makers.NotHereError, match="FileNotFoundError"):
        makers.command(tmp_path, tmp_path / "no-such-tool", "export")
