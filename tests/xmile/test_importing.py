"""Models that come in have the numbers that they had: PySD, an integrator of our own, and our own export say so."""

from __future__ import annotations

import re

import numpy as np
import pytest

import workbook as wb
from tests.export.by_pysd import run_by_pysd
from tests.xmile.files import MODELS, taken_over, tank, xmile
from workbook.audit import audit
from workbook.errors import DivergenceError
from workbook.folder import check_folder
from workbook.setting import setting_of
from workbook.xmile.exporting import names_for, xmile_text
from workbook.xmile.importing import import_xmile
from workbook.xmile.model import XmileError
from workbook.xmile.names import key_of

CLASSICS = ("teacup", "sir", "bass", "predator-prey", "inventory")


def file_of(name: str) -> bytes:
    return (MODELS / f"{name}.xmile").read_bytes()


@pytest.fixture(scope="module", params=CLASSICS)
def classic(request, tmp_path_factory):
    data = file_of(request.param)
    imported, book = taken_over(data, tmp_path_factory.mktemp("models") / request.param)
    return request.param, data, imported, book


def series(book: wb.Workbook, name: str, count: int) -> np.ndarray:
    """Every step of a name; a lever or constant stands still."""
    s = book.scenario
    run = book.simulator.run(setting_of(s))
    if name in run.names:
        return np.array(run.series(name))
    value = s.levers[name].default if name in s.levers else s.constants[name].value
    return np.full(count, value)


def test_a_classic_passes_the_check_and_is_played(classic) -> None:
    _, _, imported, book = classic
    scenario, problems = check_folder(book.scenario.folder)
    assert scenario is not None
    assert [p.line("en") for p in problems] == []
    assert [p.line("en") for p in audit(scenario).problems if p.severity == "error"] == []
    assert imported.notes[-1][0].startswith("xmile-note-")


@pytest.mark.parametrize("name", CLASSICS)
def test_pysd_tells_the_same(name, tmp_path) -> None:
    """PySD integrates by Euler only, so a model for Runge-Kutta is asked for by Euler here."""
    data = re.sub(rb'method="\w+"', b'method="euler"', file_of(name))
    imported, book = taken_over(data, tmp_path / name)
    path = tmp_path / "model.xmile"
    path.write_bytes(data)
    frame = run_by_pysd(path)
    compared = 0
    for column in frame.columns:
        key = key_of(column)
        if key not in imported.names:
            assert key in ("final_time", "initial_time", "saveper", "time_step", "effect_of_stock"), column
            continue
        expected = np.array(frame[column], dtype=float)
        found = series(book, imported.names[key], len(expected))
        np.testing.assert_allclose(found, expected, rtol=1e-6, atol=1e-9 * np.abs(expected).max(), err_msg=column)
        compared += 1
    assert compared == sum(" size" not in key and not key.startswith("unit of ") for key in imported.names)


def test_runge_kutta_is_that_of_the_textbook(tmp_path) -> None:
    imported, book = taken_over(file_of("predator-prey"), tmp_path / "hares")
    assert book.scenario.time.method == "rk4"

    def slope(t, state):
        hares, lynx = state
        season = max(0.5, min(1.5, 1 + 0.02 * (t - 1)))
        caught = 0.04 * hares * lynx
        return np.array([0.9 * hares * (1 - hares / 500) - caught, 0.25 * caught - 0.5 * lynx * season])

    state, t, step, rows = np.array([50.0, 8.0]), 1.0, 1 / 8, []
    for _ in range(48 * 8 + 1):
        rows.append(state)
        k1 = slope(t, state)
        k2 = slope(t + step / 2, state + step / 2 * k1)
        k3 = slope(t + step / 2, state + step / 2 * k2)
        k4 = slope(t + step, state + step * k3)
        state, t = state + step / 6 * (k1 + 2 * k2 + 2 * k3 + k4), t + step
    for key, expected in zip(("hares", "lynx"), np.array(rows).T, strict=True):
        np.testing.assert_allclose(series(book, imported.names[key], len(rows)), expected, rtol=1e-9)


def test_a_cup_of_tea_cools_as_newton_said(tmp_path) -> None:
    _, book = taken_over(file_of("teacup"), tmp_path / "teacup")
    found = series(book, "teacup_temperature", 241)
    np.testing.assert_allclose(found, 70 + 110 * (1 - 1 / 80) ** np.arange(241), rtol=1e-12)


@pytest.mark.parametrize("scenario_id", wb.available())
def test_our_own_export_comes_back(scenario_id, tmp_path) -> None:
    s = wb.load(scenario_id)
    setting = setting_of(s.scenario, "utopie")
    imported, book = taken_over(xmile_text(s.scenario, setting).encode(), tmp_path / "wieder")
    before, after = s.simulator.run(setting), book.simulator.run(setting_of(book.scenario))
    given = names_for(s.simulator.program.visible)
    for name in s.simulator.program.visible:
        expected = np.array(before.series(name))
        found = np.array(after.series(imported.names[given[name]]))
        np.testing.assert_allclose(found, expected, rtol=1e-9, atol=1e-12 * np.abs(expected).max(), err_msg=name)


def test_a_run_that_divides_by_zero_is_a_sentence() -> None:
    with pytest.raises(DivergenceError) as caught:
        import_xmile(tank("rate / (S - 10)"), "model.xmile", "zero")
    assert "divides by zero" in caught.value.text("en")


def test_everything_in_the_way_is_told_at_once() -> None:
    with pytest.raises(XmileError) as caught:
        import_xmile(file_of("refused"), "refused.xmile", "refused")
    told = {(p.place.line, p.text("en")) for p in caught.value.problems}
    lines = file_of("refused").decode().splitlines()
    for word, feature in (
        ("gear", "method gear"),
        ("<dim name", "array, dimension Region"),
        ("<conveyor>", "conveyor"),
        ("<queue/>", "queue"),
        ("SMTHN", "function SMTHN"),
        ("RANDOM", "function RANDOM"),
        ("MOD 3", "MOD"),
        ("discrete", "gf (discrete)"),
        ("extrapolate", "gf (extrapolate)"),
        ("<module", "module"),
        ("Sales.sold", "module Sales.sold"),
        ("DELAY(", "function DELAY"),
        ("isee:summing", "summing"),
    ):
        line = next(k for k, text in enumerate(lines, start=1) if word in text and "xmlns" not in text)
        assert any(at == line and feature in text for at, text in told), feature
    text = caught.value.text("de")
    assert text.startswith("»refused.xmile« lässt sich nicht genau übernehmen")
    assert "refused.xmile:9:32: Das lässt sich hier nicht genau wiedergeben: function SMTHN. (Coming)" in text


def test_a_stock_that_would_be_clipped_is_refused(tmp_path) -> None:
    leaking = ('<stock name="S"><eqn>10</eqn><outflow>f</outflow>{}</stock>\n<flow name="f"><eqn>rate</eqn></flow>\n'
               '<aux name="rate"><eqn>2</eqn></aux>')  # fmt: skip
    with pytest.raises(XmileError) as caught:
        import_xmile(xmile(leaking.format("<non_negative/>")), "model.xmile", "leak")
    (problem,) = caught.value.problems
    assert (problem.code, problem.place.line) == ("xmile-clipped", 4)
    assert "at time 5.25" in problem.text("en")
    _, book = taken_over(xmile(leaking.format("")), tmp_path / "leak")
    assert series(book, "s", 41)[-1] == 10 - 2 * 10
    with pytest.raises(XmileError) as caught:
        import_xmile(xmile(leaking.format("<non_negative/>"), method="rk4"), "model.xmile", "leak")
    assert [p.code for p in caught.value.problems] == ["xmile-feature"]


def test_a_flow_that_may_not_be_negative_stops_at_zero(tmp_path) -> None:
    data = tank("20 - S").replace(b"</flow>", b"<non_negative/></flow>").replace(b"<eqn>10</eqn>", b"<eqn>30</eqn>")
    imported, book = taken_over(data.replace(b"20 - S", b"20 * rate / 2 - S"), tmp_path / "m")
    assert set(series(book, imported.names["f"], 41)) == {0.0}
    assert set(series(book, imported.names["s"], 41)) == {30.0}
    imported, book = taken_over(data.replace(b"20 - S", b"20 * rate - S"), tmp_path / "n")
    assert series(book, imported.names["s"], 41)[1] == 30 + 0.25 * 10


def test_a_lever_that_breaks_the_model_goes_less_far_unless_it_was_asked_for(tmp_path) -> None:
    data = tank("S * rate ^ 20").replace(b"<eqn>2</eqn>", b'<eqn>1</eqn><range min="0" max="10"/>')
    imported, book = taken_over(data, tmp_path / "wild")
    assert "xmile-note-lever-narrowed" in dict(imported.notes)
    assert book.scenario.levers["rate"].high < 10
    assert "shortened" in book.scenario.levers["rate"].help["en"]
    with pytest.raises(XmileError) as caught:
        taken_over(data, tmp_path / "asked", levers=("rate:0:10:1",))
    assert caught.value.problems[0].code == "xmile-lever-ends"


def test_units_are_kept_worked_out_or_joined(tmp_path) -> None:
    _, book = taken_over(file_of("sir"), tmp_path / "sir")
    units = {v.name: v.unit for v in (*book.scenario.stocks.values(), *book.scenario.variables.values())}
    assert units["susceptible_people"] == "person"
    assert units["infection_rate"] == "person/year"  # a day of the model is a year here
    assert units["r0"] == "1"  # the file gives none
    _, book = taken_over(file_of("bass"), tmp_path / "bass")
    assert book.scenario.stocks["adopters"].unit == "1"
    assert book.scenario.levers["effectiveness"].unit == "1/year"
    imported, book = taken_over(tank("0.1 * S + rate"), tmp_path / "lacking")
    assert dict(imported.notes)["xmile-note-factors"] == {"names": ["f"]}
    assert book.scenario.constants["unit_of_f"].unit == "1/year"
    data = tank("rate", '<aux name="x"><eqn>S - 3 + f</eqn><units>people</units></aux>')
    imported, book = taken_over(data, tmp_path / "odd")
    assert "xmile-note-units" in dict(imported.notes)
    assert book.scenario.stocks["s"].unit == "1"


def test_calendar_years_stay_and_other_times_begin_in_2000(tmp_path) -> None:
    _, bass = taken_over(file_of("bass"), tmp_path / "bass")
    assert (bass.scenario.time.start, bass.scenario.time.now, bass.scenario.time.end) == (2005, 2006, 2020)
    imported, prey = taken_over(file_of("predator-prey"), tmp_path / "prey")
    assert (prey.scenario.time.start, prey.scenario.time.end) == (2000, 2048)
    assert dict(imported.notes)["xmile-note-time"] == {"unit": "Months", "start": "1", "year": 2000}


@pytest.mark.parametrize(
    ("specs", "code"),
    [
        ("<start>0</start><stop>10</stop><dt>0.3</dt>", "xmile-step"),
        ("<start>0</start><stop>10</stop><dt>0</dt>", "xmile-number"),
        ("<start>0</start><stop>ten</stop><dt>1</dt>", "xmile-number"),
        ("<start>0</start><stop>2</stop><dt>1</dt>", "xmile-horizon"),
        ("<start>0</start><stop>7.5</stop><dt>0.5</dt>", "xmile-horizon"),
        ("<start>0</start><stop>1000</stop><dt>1</dt>", "xmile-horizon"),
        ("<start>0</start><stop>100</stop><dt>0.01</dt>", "xmile-steps"),
    ],
)
def test_times_that_do_not_fit(specs, code) -> None:
    data = tank("rate").replace(b"<start>0</start><stop>10</stop><dt>0.25</dt>", specs.encode())
    with pytest.raises(XmileError) as caught:
        import_xmile(data, "model.xmile", "time")
    assert [p.code for p in caught.value.problems] == [code]
    assert len(caught.value.text("en").splitlines()) == 2


def test_a_twelfth_written_short_is_said() -> None:
    data = tank("rate").replace(b"<dt>0.25</dt>", b"<dt>0.083333</dt>")
    imported = import_xmile(data, "model.xmile", "twelfth")
    assert "step: 1/12" in imported.files["scenario.yaml"]
    assert ("xmile-note-step", {"found": "0.083333", "steps": 12}) in imported.notes
