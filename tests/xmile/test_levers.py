"""Every lever stands on a grid that holds its value of today, and says why it is one."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.xmile.files import tank
from workbook.errors import UsageError
from workbook.folder.quantities import MAX_POSITIONS, off_grid
from workbook.xmile.importing import Wishes, import_xmile
from workbook.xmile.levers import _around, _fitting, narrowed

decimals = st.integers(-10_000, 10_000).flatmap(lambda n: st.sampled_from([n / 1, n / 10, n / 100, n / 1000]))


def assert_fits(choice) -> None:
    assert choice.low <= choice.default <= choice.high
    assert not off_grid(choice.high, choice.low, choice.step)
    assert not off_grid(choice.default, choice.low, choice.step)
    positions = (Fraction(repr(choice.high)) - Fraction(repr(choice.low))) / Fraction(repr(choice.step))
    assert 1 <= positions < MAX_POSITIONS


@given(st.lists(decimals, min_size=3, max_size=3, unique=True))
def test_a_range_of_the_file_becomes_a_grid(numbers) -> None:
    low, value, high = sorted(numbers)
    choice = _fitting("k", low, high, value, "range")
    assert choice is not None
    assert_fits(choice)
    assert low <= choice.low
    assert choice.high <= high
    assert choice.high - choice.low > 0.8 * (high - low)


@given(decimals.filter(bool))
def test_half_more_or_less(value) -> None:
    choice = _around("k", value)
    assert choice is not None
    assert_fits(choice)
    assert sorted((choice.low, choice.high)) == pytest.approx(sorted((value / 2, value * 3 / 2)))


def test_half_the_way_and_half_again() -> None:
    choice = _fitting("k", 0.0, 10.0, 4.0, "range")
    ends = []
    while choice is not None:
        ends.append((choice.low, choice.high))
        assert_fits(choice)
        choice = narrowed(choice)
    assert ends[:3] == [(0, 10), (2, 7), (3, 5.4)]
    assert len(ends) < 10


def levers(data: bytes, *wishes: str) -> str:
    return import_xmile(data, "model.xmile", "m", Wishes(wishes)).files["levers.yaml"]


def test_who_becomes_a_lever() -> None:
    more = '<aux name="Other One"><eqn>3</eqn>{}</aux><aux name="y"><eqn>rate * Other_One * S</eqn></aux>'
    assumed = levers(tank("rate", more.format("")))
    assert "rate:" in assumed
    assert "other_one:" in assumed
    assert "is assumed" in assumed
    told = levers(tank("rate", more.format('<range min="1" max="5"/>')))
    assert "rate:" not in told
    assert "gives a range from 1 to 5" in told
    asked = levers(tank("rate", more.format("")), "other one:2:4:0.5")
    assert "range: [2, 4]\n  step: 0.5\n  default: 3" in asked
    assert "on request" in asked


@pytest.mark.parametrize(
    ("wish", "code"),
    [
        ("nobody", "xmile-lever-unknown"),
        ("S", "xmile-lever-unknown"),
        ("f", "xmile-lever-unknown"),
        ("rate:3:4:1", "xmile-lever-grid"),
        ("rate:0:4:0.3", "xmile-lever-grid"),
        ("rate:4:0:1", "xmile-lever-grid"),
        ("rate:0:4:0", "xmile-lever-grid"),
        ("rate:0:4:0.0001", "xmile-lever-grid"),
        ("rate:a:b:c", "xmile-lever-grid"),
        ("rate:0:4", "xmile-lever-unknown"),
    ],
)
def test_wishes_that_cannot_be_met(wish, code) -> None:
    with pytest.raises(UsageError) as caught:
        levers(tank("rate"), wish)
    assert caught.value.code == code
    assert wish.split(":")[0] in caught.value.text("en")


def test_a_model_without_constants_has_no_lever() -> None:
    data = tank("S").replace(b'<aux name="rate"><eqn>2</eqn></aux>', b"")
    with pytest.raises(UsageError) as caught:
        levers(data)
    assert caught.value.code == "xmile-no-lever"


def test_a_name_that_is_read_by_nobody_is_no_lever() -> None:
    with pytest.raises(UsageError) as caught:
        levers(tank("S / 10"))
    assert caught.value.code == "xmile-no-lever"
