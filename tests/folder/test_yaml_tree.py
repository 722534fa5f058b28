from __future__ import annotations

import pytest

from workbook.errors import Place
from workbook.folder.yaml_tree import Mapping, Scalar, Sequence, Tree, read_yaml


def tree(text: str) -> Tree:
    read, problems = read_yaml(text, "a.yaml")
    assert problems == []
    assert read is not None
    return read


def plain(node: Tree) -> object:
    if isinstance(node, Mapping):
        return {key.text: plain(value) for key, value in node.entries}
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return node.text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: b", {"a": "b"}),
        ("[1, [2], {}]", ["1", ["2"], {}]),
        ("a:\n- b\n- c: d\n", {"a": ["b", {"c": "d"}]}),
        ("a:", {"a": ""}),
        ("a: >-\n  b\n  c\n", {"a": "b c"}),
    ],
)
def test_shapes(text: str, expected: object) -> None:
    assert plain(tree(text)) == expected


@pytest.mark.parametrize(
    "text", ["no", "yes", "on", "1_000", "12:30", "0o17", "1e3", "~", "null", "2026-11-24", ".inf"]
)
def test_a_scalar_stays_what_was_written(text: str) -> None:
    assert plain(tree(f"a: {text}")) == {"a": text}


def test_places_count_from_one() -> None:
    read = tree("a: b\nc:\n  - d\n  -   äöü\n")
    assert isinstance(read, Mapping)
    (_, first), (second_key, second) = read.entries
    assert first.place == Place("a.yaml", 1, 4)
    assert second_key.place == Place("a.yaml", 2, 1)
    assert isinstance(second, Sequence)
    assert [item.place for item in second.items] == [Place("a.yaml", 3, 5), Place("a.yaml", 4, 7)]


@pytest.mark.parametrize(
    ("text", "offset", "column"),
    [
        ("a: bcd", 2, 6),
        ("a: 'bcd'", 2, 7),
        ('a: "bcd"', 2, 7),
        ("a: 'b''d'", 2, 8),
        ('a: "b\\td"', 2, 4),
        ("a: |\n  bcd", 2, 4),
        ("äöü: bcd", 2, 8),
    ],
)
def test_the_column_within_a_scalar(text: str, offset: int, column: int) -> None:
    read = tree(text)
    assert isinstance(read, Mapping)
    scalar = read.entries[0][1]
    assert isinstance(scalar, Scalar)
    assert scalar.at(offset) == Place("a.yaml", 1, column)


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("a: 1\nb: &x 2", "yaml-alias", 2, 4),
        ("a: !x 2", "yaml-tag", 1, 4),
        ("a: 1\n---\nb: 2", "yaml-documents", 2, 1),
        ("a: 1\na: 2", "yaml-duplicate", 2, 1),
        ("[" * 21 + "]" * 21, "yaml-depth", 1, 21),
        ("? [a]\n: b", "yaml-key", 1, 3),
        ("a\N{SOFT HYPHEN}b: 1", "yaml-invisible", 1, 1),
        ("a: b: c", "yaml-colon", 1, 5),
        ("a:\n\tb: c", "yaml-tab", 2, 1),
        ("a: @b", "yaml-start", 1, 4),
        ("a: 1\nb: 'c\n", "yaml-unclosed", 2, 4),
        ("a: 1\nb: [c\n", "yaml-unclosed", 2, 4),
        ("a: 1\nb\nc: 2", "yaml-colon-missing", 2, 1),
        ("# nothing", "yaml-empty", 1, 1),
    ],
)
def test_refusals(text: str, code: str, line: int, column: int) -> None:
    _, problems = read_yaml(text, "a.yaml")
    assert [(p.code, p.place.line, p.place.column) for p in problems] == [(code, line, column)]


def test_of_two_equal_keys_the_first_stays() -> None:
    read, problems = read_yaml("a: 1\nb: 2\na: 3\n", "a.yaml")
    assert read is not None
    assert plain(read) == {"a": "1", "b": "2"}
    assert problems[0].values == {"key": "a", "first": 1}


SPANS = """\
# a comment
a: plain # behind
'b': {c: "d", e: [1, 'it''s']}
f: >-
  folded
  words

# another
g:
  - x
  - h: |
      kept
    i:
# last
"""


def spans(node: Tree) -> list[str]:
    """What each node covers, keys before their values."""
    own = [SPANS[node.start : node.end]]
    if isinstance(node, Mapping):
        return own + [part for key, value in node.entries for part in (*spans(key), *spans(value))]
    return own + [part for item in getattr(node, "items", ()) for part in spans(item)]


def test_every_node_knows_the_text_it_covers() -> None:
    assert spans(tree(SPANS))[1:] == [
        "a", "plain",
        "'b'", """{c: "d", e: [1, 'it''s']}""", "c", '"d"', "e", "[1, 'it''s']", "1", "'it''s'",
        "f", ">-\n  folded\n  words",
        "g", "- x\n  - h: |\n      kept\n    i:", "x", "h: |\n      kept\n    i:", "h", "|\n      kept", "i", "",
    ]  # fmt: skip


def test_the_way_of_writing_is_remembered() -> None:
    read = tree(SPANS)
    assert isinstance(read, Mapping)
    assert not read.flow
    (_, a), (b, inner), (_, f), (_, g) = read.entries
    assert [node.style for node in (a, b, f) if isinstance(node, Scalar)] == ["", "'", ">"]
    assert isinstance(inner, Mapping)
    assert inner.flow
    assert isinstance(g, Sequence)
    assert not g.flow
