"""What a figure holds, in plain numbers."""

from __future__ import annotations

import base64
import struct

import pytest

from workbook.notebook.figure_data import plain, series_of, told, values


def test_packed_numbers_are_unpacked() -> None:
    packed = base64.b64encode(struct.pack("<3d", 1, 2.5, -3)).decode()
    assert values({"dtype": "f8", "bdata": packed}) == (1.0, 2.5, -3.0)
    assert values({"dtype": "i2", "bdata": base64.b64encode(struct.pack("<2h", 7, -7)).decode()}) == (7, -7)
    assert values({"dtype": "unsinn", "bdata": packed}) == ()
    assert values({"dtype": "f8", "bdata": "AAA"}) == ()
    assert values([[1, 2], [3]]) == (1, 2, 3)
    assert values("x") == ()


def test_series_have_names_and_places() -> None:
    figure = {
        "data": [
            {"type": "scatter", "name": "Fälle <b>neu</b>", "x": [2020, 2021], "y": [1, 2]},
            {"type": "bar", "orientation": "h", "y": ["a", "b"], "x": [3, 4]},
            {"type": "pie", "labels": ["c"], "values": [5]},
            {"type": "histogram", "x": [1, 1, 2]},
            {"mode": "text", "x": [1], "y": [1]},
            {"visible": False, "y": [1]},
            "unsinn",
        ]
    }
    found = series_of(figure, "de")
    assert [(one.name, one.xs, one.ys) for one in found] == [
        ("Fälle neu", (2020, 2021), (1, 2)),
        ("Reihe 2", ("a", "b"), (3, 4)),
        ("Reihe 3", ("c",), (5,)),
        ("Reihe 4", (), (1, 1, 2)),
    ]


@pytest.mark.parametrize(
    ("value", "german", "english"),
    [
        (1234.5, "1.234,5", "1,234.5"),
        (2030, "2.030", "2,030"),
        (32533, "32.533", "32,533"),
        (0.12345, "0,1235", "0.1235"),
        (3.5, "3,50", "3.50"),
        (float("nan"), "–", "–"),
        (None, "–", "–"),
        (1.5e20, "1,5e+20", "1.5e+20"),
        ("2021-05-01T00:00:00", "2021-05-01", "2021-05-01"),
        ("<b>fett</b>", "fett", "fett"),
        (True, "True", "True"),
    ],
)
def test_values_are_told_as_a_reader_writes_them(value, german: str, english: str) -> None:
    assert told(value, "de") == german
    assert told(value, "en") == english


def test_places_are_years() -> None:
    assert told(2030, "de", place=True) == told(2030.0, "en", place=True) == "2030"
    assert told(32533, "de", place=True) == "32.533"


def test_labels_lose_their_markup() -> None:
    assert plain({"text": "a<br>b &amp; <i>c</i>"}) == "a b & c"
    assert plain(None) == ""
