from __future__ import annotations

import pytest

from workbook.spreadsheet.renames import Renames


@pytest.fixture
def renames() -> Renames:
    made = Renames()
    made.learn("levers", {("welcome",): ("greeting",)}, {"greeting", "chairs"})
    made.learn("decisions", {("rent",): ("lease",)}, {"lease"})
    made.learn("options", {("rent", "share"): ("lease", "together")}, {"lease"})
    return made


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("welcome / 100", "greeting / 100"),
        ("welcome_back + unwelcome", "welcome_back + unwelcome"),
        ("lookup(welcome, [[0, 1]])", "lookup(greeting, [[0, 1]])"),
        ("decision.rent == 'share'", "decision.lease == 'together'"),
        ('decision.rent != "share" and welcome > 1', 'decision.lease != "together" and greeting > 1'),
        ("decision.rent == 'pay'", "decision.lease == 'pay'"),
        ("decision.welcome == 'welcome'", "decision.welcome == 'welcome'"),
        ("1e3 * welcome", "1e3 * greeting"),
    ],
)
def test_names_of_an_equation(renames: Renames, text: str, expected: str) -> None:
    assert renames.expression(text) == expected


def test_figures_and_claims_of_a_text_and_not_its_words(renames: Renames) -> None:
    text = "All are welcome: {welcome:.0f}, {welcome@2025}. [[welcome rises]] {unwelcome}"
    assert renames.prose(text) == "All are welcome: {greeting:.0f}, {greeting@2025}. [[greeting rises]] {unwelcome}"


def test_a_name_that_something_else_took_is_not_followed() -> None:
    made = Renames()
    made.learn("levers", {("a",): ("b",), ("b",): ("a",)}, {"a", "b"})
    assert made.expression("a + b") == "a + b"
