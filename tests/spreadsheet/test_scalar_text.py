from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbook.folder.yaml_tree import Mapping, Scalar, Tree, read_yaml
from workbook.spreadsheet.scalar_text import folded, literal, written, written_key

LINES = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Co", "Cn"), exclude_characters="\ufeff\u2028\u2029"), min_size=1
)


def tree(text: str) -> Tree:
    read, problems = read_yaml(text, "a.yaml")
    assert not problems
    assert read is not None
    return read


def value(text: str, key: str = "k") -> str:
    read = tree(text)
    assert isinstance(read, Mapping)
    found = next(node for name, node in read.entries if name.text == key)
    assert isinstance(found, Scalar)
    return found.text


@given(LINES, st.sampled_from(["", "'", '"']))
def test_every_text_is_read_back(text: str, style: str) -> None:
    assert value(f"k: {written(text, style)}\nl: m\n") == text
    assert value(f"{{k: {written(text, style, flow=True)}, l: m}}") == text


@given(LINES.filter(str.isprintable))
def test_every_name_is_read_back(text: str) -> None:
    read = tree(f"{written_key(text)}: x\n")
    assert isinstance(read, Mapping)
    assert [key.text for key, _ in read.entries] == [text]


@pytest.mark.parametrize(
    ("text", "flow", "expected"),
    [
        ("plain words", False, "plain words"),
        ("a, b", False, "a, b"),
        ("a, b", True, "'a, b'"),
        ("a: b", False, "'a: b'"),
        ("a #b", False, "'a #b'"),
        ("it's", False, "it's"),
        ("'quoted'", False, "'''quoted'''"),
        ("no", False, "'no'"),
        ("2026-11-24", False, "2026-11-24"),
        ("%", False, "'%'"),
        ("- a", False, "'- a'"),
        ("a\nb", False, '"a\\nb"'),
        ("reach > 25", True, "reach > 25"),
        ("a if b else c", True, "a if b else c"),
    ],
)
def test_the_plainest_way_is_taken(text: str, flow: bool, expected: str) -> None:  # noqa: FBT001
    assert written(text, flow=flow) == expected


def test_quotes_that_were_there_stay() -> None:
    assert written("plain", "'") == "'plain'"
    assert written("plain", '"') == '"plain"'


OLD = ["one two three four five", "six seven eight nine ten", "eleven twelve"]


def test_a_folded_text_keeps_the_lines_before_and_behind_the_change() -> None:
    new = " ".join(OLD).replace("eight", "acht")
    assert folded(new, 2, OLD) == ">-\n  one two three four five\n  six seven acht nine ten\n  eleven twelve"


@given(st.lists(st.text("abc :#'\"-", min_size=1), min_size=1).map("\n".join))
def test_a_folded_text_is_read_back_or_refused(text: str) -> None:
    block = folded(text, 4)
    if block is not None:
        assert value(f"o: 1\nk: {block}\nl: m\n".replace("\n    ", "\n  ")) == text


def test_an_empty_line_is_a_line_break() -> None:
    block = folded("one\ntwo", 2)
    assert block == ">-\n  one\n\n  two"
    assert value(f"k: {block}\n") == "one\ntwo"


def test_a_literal_text_keeps_its_lines() -> None:
    assert literal("one\n  two", 2) == "|-\n  one\n    two"
    assert folded("  leading", 2) is None
