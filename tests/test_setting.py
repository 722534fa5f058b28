"""A wish is completed from its world, and what does not exist is refused."""

from __future__ import annotations

import math

import pytest

import workbook as wb
from workbook.engine.schedule import boundaries, segments
from workbook.errors import UsageError
from workbook.setting import setting_of


@pytest.fixture
def scenario(klein):
    return wb.load(klein).scenario


def test_a_world_overlaid(scenario):
    setting = setting_of(scenario, "utopie", {"welcome": 10}, {"rent": "save"})
    assert dict(setting.levers) == {"open_hours": 40, "welcome": 10, "chairs": 0.5}
    assert dict(setting.choices) == {"night": "open", "rent": "save"}
    assert setting_of(scenario).world == "weiter-so"


@pytest.mark.parametrize(
    ("wish", "code"),
    [
        ({"world": "utopia"}, "usage-world"),
        ({"levers": {"chair": 0.1}}, "usage-lever"),
        ({"levers": {"welcome": 101}}, "usage-range"),
        ({"levers": {"welcome": math.nan}}, "usage-range"),
        ({"choices": {"nights": "open"}}, "usage-decision"),
        ({"choices": {"night": "opened"}}, "usage-option"),
    ],
)
def test_what_does_not_exist_is_refused(scenario, wish, code):
    with pytest.raises(UsageError) as caught:
        setting_of(scenario, **wish)
    assert caught.value.code == code


def test_levers_act_from_the_year_after_now_and_decisions_from_theirs(scenario):
    setting = setting_of(scenario, "utopie")
    assert boundaries(scenario) == (0, 132, 156, 193)
    past, first, later = segments(scenario, dict(setting.levers), dict(setting.choices))
    assert past == (20, 30, 0.3)
    assert first == (40, 100, 0.5)  # +10 hours stop at the end of the range
    assert later == (35, 100, 0.5)  # -5 hours, +20 % stop at 100
