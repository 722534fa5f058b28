"""A run as a code: there and back, and no slip of the pen goes unnoticed."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

import workbook as wb
from tests.strategies import random_setting
from workbook.errors import RunCodeError
from workbook.runcode import CHECKS, SYMBOLS, decode, encode
from workbook.setting import setting_of

LONGEST = 20
"""Characters, with hyphens, of a code that is to be said and written down."""


@pytest.fixture(scope="module", params=["tests/scenarios/klein", "scenarios/soziale-arbeit-2030"])
def scenario(request, root):
    return wb.load(root / request.param).scenario


def test_every_world_and_five_hundred_settings_come_back(scenario):
    dice = random.Random(5)
    settings = [setting_of(scenario, world) for world in scenario.worlds]
    settings += [random_setting(scenario, dice) for _ in range(500)]
    codes = {encode(scenario, setting): setting for setting in settings}
    for code, setting in codes.items():
        assert decode(scenario, code) == setting
        assert len(code) <= LONGEST
    assert len(codes) == len(set(settings))


def test_each_wrong_symbol_is_refused(scenario):
    code = encode(scenario, setting_of(scenario)).replace("-", "")
    for place in range(len(code)):
        for symbol in CHECKS if place == len(code) - 1 else SYMBOLS:
            if symbol != code[place]:
                with pytest.raises(RunCodeError):
                    decode(scenario, code[:place] + symbol + code[place + 1 :])


def test_each_swap_of_neighbours_is_refused(scenario):
    dice = random.Random(6)
    for _ in range(20):
        code = encode(scenario, random_setting(scenario, dice)).replace("-", "")
        for k in range(len(code) - 1):
            if code[k] != code[k + 1]:
                with pytest.raises(RunCodeError):
                    decode(scenario, code[:k] + code[k + 1] + code[k] + code[k + 2 :])


def test_small_letters_spaces_and_look_alikes_are_forgiven(scenario):
    setting = setting_of(scenario, list(scenario.worlds)[1])
    code = encode(scenario, setting)
    for typed in (
        code.lower(),
        code.replace("-", " "),
        code.replace("0", "o").replace("1", "l"),
        f" {code} ",
        f"\ufeff{code}",
    ):
        assert decode(scenario, typed) == setting


def test_another_scenario_is_told_apart_from_damage(scenario):
    code = encode(scenario, setting_of(scenario))
    other = replace(scenario, fingerprint="0" * 64 if scenario.fingerprint[0] != "0" else "f" * 64)
    with pytest.raises(RunCodeError) as caught:
        decode(other, code)
    assert caught.value.code == "run-code-other-scenario"


def test_a_wrong_length_and_a_lever_between_positions_are_told(scenario):
    with pytest.raises(RunCodeError) as caught:
        decode(scenario, "ABC")
    assert caught.value.code == "run-code-length"
    lever = next(iter(scenario.levers.values()))
    with pytest.raises(RunCodeError) as caught:
        encode(scenario, setting_of(scenario, levers={lever.name: lever.low + lever.step / 3}))
    assert caught.value.code == "run-code-off-grid"
