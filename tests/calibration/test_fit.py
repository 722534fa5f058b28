"""Constants are found again where the past was made with known ones."""

from __future__ import annotations

import shutil

import pytest

import workbook as wb
from workbook.calibration.fit import calibrate
from workbook.errors import UsageError

YEARS = range(2016, 2025)
TRUE = 0.47


@pytest.fixture
def made(klein, tmp_path):
    """The small scenario with a past that it told itself, with another joining rate."""
    folder = tmp_path / "klein"
    shutil.copytree(klein, folder)
    book = wb.load(folder)
    told = book.simulator.history({"join_rate": TRUE})
    data = next((folder / "data").glob("*.csv"))
    kept = [line for line in data.read_text(encoding="utf-8").splitlines() if not line.startswith("reach_survey")]
    kept += [f"reach_survey,Reichweite,Reach,{y},{told.yearly('reach', y)!r},%,house2020," for y in YEARS]
    data.write_text("\n".join(kept) + "\n", encoding="utf-8")
    return folder


def test_history_is_the_past_of_a_run(klein):
    book = wb.load(klein)
    values = {"join_rate": 0.5}
    run = book.simulator.run(book.baseline.setting, values)
    past = book.simulator.history(values)
    assert [past.yearly("reach", y) for y in past.time.years] == [run.yearly("reach", y) for y in past.time.years]
    with pytest.raises(KeyError):
        past.yearly("reach", book.scenario.time.acting)


@pytest.mark.parametrize("names", [["join_rate"], []])
def test_the_true_value_is_found(made, names):
    found = calibrate(wb.load(made), names, holdout=3)
    assert found.values == {"join_rate": pytest.approx(TRUE, rel=1e-4)}
    (past,) = found.past
    assert past.held == len(YEARS) - 3
    before, after = past.matches(held=True)
    assert before.count == 3
    assert after.mape < 0.05
    assert before.mape > 1
    assert found.constants[0].profile.decided
    assert not found.constants[0].at_edge


def test_what_is_held_out_does_not_move_the_fit(made):
    first = calibrate(wb.load(made), ["join_rate"], holdout=2).values
    data = next((made / "data").glob("*.csv"))
    lines = data.read_text(encoding="utf-8").splitlines()
    lines[-1] = "reach_survey,Reichweite,Reach,2024,90,%,house2020,"
    data.write_text("\n".join(lines) + "\n", encoding="utf-8")
    book = wb.load(made)
    assert calibrate(book, ["join_rate"], holdout=2).values == first
    assert calibrate(book, ["join_rate"], holdout=0).values != first


def test_a_value_beyond_the_range_stops_at_its_edge(made):
    data = next((made / "data").glob("*.csv"))
    lines = data.read_text(encoding="utf-8").splitlines()
    lines = [",".join([*p[:4], "60", *p[5:]]) if (p := ln.split(","))[0] == "reach_survey" else ln for ln in lines]
    data.write_text("\n".join(lines) + "\n", encoding="utf-8")
    (fitted,) = calibrate(wb.load(made), ["join_rate"]).constants
    assert fitted.value == pytest.approx(0.6, rel=1e-3)
    assert fitted.at_edge


def test_a_short_series_is_fitted_whole(klein):
    (past,) = calibrate(wb.load(klein), ["join_rate"], holdout=1).past
    assert past.held == len(past.years) == 2
    assert past.matches(held=True) is None


@pytest.mark.parametrize("name", ["decay_rate", "nothing", "open_hours"])
def test_only_constants_with_a_range_can_be_fitted(klein, name):
    with pytest.raises(UsageError, match="unsichere Konstante"):
        calibrate(wb.load(klein), [name])
