from __future__ import annotations

import pytest

from workbook.expr.nodes import Node
from workbook.expr.parse import ExprError, parse
from workbook.folder.claims import claim_condition


def condition(text: str) -> Node:
    return claim_condition(text, now=2025, year=2028)


@pytest.mark.parametrize(
    ("claim", "expression"),
    [
        ("load rises", "change(load, 2025, 2028) > 0"),
        ("load falls", "-change(load, 2025, 2028) > 0"),
        ("load rises since 2020", "change(load, 2020, 2028) > 0"),
        ("load rises by more than 10%", "change(load, 2025, 2028) > 0.1 * abs(at(load, 2025))"),
        ("load falls by at least 2.5 % since 2024", "-change(load, 2024, 2028) >= 0.025 * abs(at(load, 2024))"),
        (
            "load rises by less than 20%",
            "change(load, 2025, 2028) > 0 and change(load, 2025, 2028) < 0.2 * abs(at(load, 2025))",
        ),
        (" load > 3 and load < 9 ", "load > 3 and load < 9"),
        ("decision.night == 'open'", "decision.night == 'open'"),
    ],
)
def test_meaning(claim: str, expression: str) -> None:
    assert condition(claim) == parse(expression, "truth")


@pytest.mark.parametrize(
    ("claim", "code"),
    [
        ("load rises a bit", "text-claim"),
        ("load rises by more than 10", "text-claim"),
        ("Load rises", "text-claim"),
        ("load rises since 2028", "years-order"),
        ("load + 1", "expr-kind"),
        ("", "expr-empty"),
    ],
)
def test_refused(claim: str, code: str) -> None:
    with pytest.raises(ExprError) as caught:
        condition(claim)
    assert caught.value.code == code
