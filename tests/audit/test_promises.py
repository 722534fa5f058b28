"""Checks of checks.yaml are tried, not believed."""

from __future__ import annotations

from tests.audit.conftest import change
from workbook.audit.promises import broken_promises, extremes, in_words
from workbook.folder import load
from workbook.setting import setting_of
from workbook.simulate import Simulator


def broken(folder):
    return broken_promises(Simulator(load(folder)))


def add(folder, text):
    with (folder / "checks.yaml").open("a", encoding="utf-8") as file:
        file.write(text)


def test_checks_that_hold_are_not_told(sound):
    assert broken(sound) == []


def test_a_check_that_fails_names_year_and_example(sound):
    add(sound, "late:\n  label: {de: Spät, en: Late}\n  holds: reach < 20\n  years: [2029]\n  extreme: true\n")
    (problem,) = broken(sound)
    assert (problem.code, problem.values["year"]) == ("check-fails", 2029)
    assert "reach < 20" in problem.text("de")


def test_a_check_with_a_constant_of_its_own(sound):
    add(sound, "none:\n  label: {de: Keiner, en: None}\n  holds: reach < 10\n  years: [2030]\n  worlds: [utopie]\n")
    assert [p.values["check"] for p in broken(sound)] == ["none"]
    add(sound, "  constants: {join_rate: 0.2}\n")
    change(sound / "checks.yaml", "holds: reach < 10\n", "holds: reach < 60\n")
    assert broken(sound) == []


def test_worlds_in_the_wrong_order(sound):
    for name, order in (("up", "[weiter-so, utopie]"), ("down", "[utopie, weiter-so]")):
        add(sound, f"{name}:\n  label: {{de: x, en: x}}\n  value: reach\n  years: [2030]\n  rising: {order}\n")
    assert [(p.code, p.values["check"]) for p in broken(sound)] == [("check-order", "down")]


def test_a_run_that_leaves_the_numbers_is_told_at_its_check(sound):
    change(sound / "model.yaml", "equals: leave_rate * guests\n", "equals: 1000 * leave_rate * guests\n")
    assert {p.code for p in broken(sound)} <= {"divergence-negative", "divergence-overflow"}
    assert broken(sound)


def test_extremes_visit_both_ends_of_every_lever(house):
    visited = list(extremes(house, setting_of(house)))
    for name, lever in house.levers.items():
        assert {lever.low, lever.high} <= {dict(s.levers)[name] for s in visited}


def test_a_setting_in_words_can_be_typed_again(house):
    setting = setting_of(house, "utopie", {"chairs": 0.2}, {"night": "shut"})
    assert in_words(house, setting) == "utopie chairs=0.2 night=shut"
