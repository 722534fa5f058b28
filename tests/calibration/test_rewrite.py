"""Numbers change, nothing else."""

from __future__ import annotations

import pytest

from workbook.calibration.rewrite import plain, rewritten
from workbook.errors import UsageError

TEXT = """# über allem\r
constants:\r
  a: {label: {de: Ä, en: A}, value: 0.5, range: [0.5, 1]}  # 0.5 bleibt\r
  b:\r
    value:   '2'   # zwei\r
    note: value 2\r
stocks: {}\r
"""


def test_only_the_number_changes():
    new = rewritten(TEXT, "model.yaml", {"a": 0.75, "b": 2.25})
    assert new == TEXT.replace("value: 0.5,", "value: 0.75,").replace("'2'", "'2.25'")


def test_of_two_on_one_line_both_are_found():
    text = "constants: {a: {value: 1}, b: {value: 2}}\n"
    assert rewritten(text, "model.yaml", {"a": 1.125, "b": 3.0}) == "constants: {a: {value: 1.125}, b: {value: 3}}\n"


@pytest.mark.parametrize("text", ["constants: {b: {value: 1}}\n", "constants: [1]\n", "constants: {a: {value: [1]}}\n"])
def test_what_is_not_there_is_not_written(text):
    with pytest.raises(UsageError, match="nichts geschrieben"):
        rewritten(text, "model.yaml", {"a": 2.0})


@pytest.mark.parametrize(
    ("value", "text"), [(1e-07, "0.0000001"), (30000.0, "30000"), (1.5e21, "1500000000000000000000")]
)
def test_numbers_are_plain(value, text):
    assert plain(value) == text
    assert float(text) == value
