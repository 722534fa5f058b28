"""One run: its rows, its years, its history."""

from __future__ import annotations

import pytest

import workbook as wb
from workbook.setting import setting_of


def test_the_past_is_the_same_in_every_world(klein):
    book = wb.load(klein)
    plain, open_house = book.run().trajectories, book.run("utopie").trajectories
    assert plain.rows[:132] == open_house.rows[:132]
    assert plain.rows[140] != open_house.rows[140]
    assert plain.times[0] == 2015
    assert plain.times[-1] == 2031
    assert len(plain.rows) == 193


def test_a_year_is_the_mean_of_its_months(klein):
    run = wb.load(klein).run().trajectories
    assert run.yearly("memory", 2016) == pytest.approx(sum(run.series("memory")[12:24]) / 12, rel=1e-14)
    for year in (2014, 2031):
        with pytest.raises(KeyError):
            run.yearly("memory", year)


def test_memory_fades_as_on_paper(klein):
    for i, value in enumerate(wb.load(klein).run("utopie").trajectories.series("memory")):
        assert value == pytest.approx(100 * (1 - 0.5 / 12) ** i, rel=1e-12)


def test_other_constants_change_the_past_too(klein):
    book = wb.load(klein)
    run = book.simulator.run(setting_of(book.scenario), {"decay_rate": 0.0})
    assert set(run.series("memory")) == {100}
    assert book.run().trajectories.series("memory")[12] < 100


def test_many_runs_are_read_alike_with_few_and_with_numpy(klein):
    book = wb.load(klein)
    settings = [setting_of(book.scenario, levers={"welcome": w}) for w in range(0, 101, 10)]
    few = book.simulator.many(settings, ("reach",))
    many = book.simulator.many(settings * 4, ("reach",))
    for a, b in zip(few, many, strict=False):
        assert a("reach", 2030) == pytest.approx(b("reach", 2030), rel=1e-12)
