"""Names of XMILE that are one are one here, and every name is allowed here."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbook.expr.parse import is_name
from workbook.folder.scalars import MAX_NAME
from workbook.xmile.names import identifiers, key_of, shown


@pytest.mark.parametrize(
    "name", ["Birth Rate", "birth_rate", "BIRTH  RATE", r"Birth\nRate", '"birth rate"', " birth\u00a0rate "]
)
def test_spellings_of_one_name(name) -> None:
    assert key_of(name) == "birth_rate"


def test_what_readers_see() -> None:
    assert shown('"On order\\n(paid)"') == "On order (paid)"


def test_names_that_are_not_allowed_here_are_changed_and_told_apart() -> None:
    given_names = identifiers(
        ["größe", "groesse", "2030", "on order (paid)", "step", "time", "日本", "", "a" * 80, "a" * 81], {"b"}
    )
    assert list(given_names.values()) == [
        "groesse", "groesse_2", "n_2030", "on_order_paid", "step_value", "time_value", "n", "n_2",
        "a" * 50, f"{'a' * 50}_2",
    ]  # fmt: skip
    assert identifiers(["b"], {"b"}) == {"b": "b_2"}


@given(st.lists(st.text(max_size=70), unique=True, max_size=12))
def test_any_text_gets_a_name_of_its_own(texts) -> None:
    names = identifiers(texts).values()
    assert len(set(names)) == len(texts)
    assert all(is_name(name) and len(name) <= MAX_NAME for name in names)
