from __future__ import annotations

import pytest

from workbook.folder.yaml_tree import read_yaml
from workbook.spreadsheet.document import Node, Order, moved, node_of, put

TEXT = "a:\n  label: {de: x, en: y}\n  range: [0, 1]\n  through: [p, q]\ns:\n  - {id: one, n: 1}\n  - {id: two}\n"
ORDERS = (Order(("label", "range", "unit", "through")), Order(("de", "en")))


@pytest.fixture
def root() -> Node:
    tree, _ = read_yaml(TEXT, "a.yaml")
    assert tree is not None
    return node_of(tree)


def plain(node: Node) -> object:
    if node.entries is None:
        return node.text
    if node.listed:
        return [plain(entry.node) for entry in node.entries]
    return {entry.key: plain(entry.node) for entry in node.entries}


def test_items_are_found_by_id_and_by_number(root: Node) -> None:
    assert root.find(["s", "one", "n"]) is root.find(["s", 0, "n"])
    assert root.find(["s", "three"]) is None
    assert root.find(["s", 7]) is None
    assert root.find(["a", "label", "de", "more"]) is None


def test_a_new_name_goes_where_the_shape_has_it(root: Node) -> None:
    a = root.at("a")
    assert a is not None
    put(a, ["unit"], "1", ORDERS)
    put(a, ["other"], "2", ORDERS)
    assert [entry.key for entry in a.entries or []] == ["label", "range", "unit", "through", "other"]
    assert [entry.was for entry in a.entries or []] == [0, 1, None, 2, None]


def test_inner_names_are_made_and_taken_away_with_the_last_value(root: Node) -> None:
    a = root.at("a")
    assert a is not None
    put(a, ["note", "de"], "n", ORDERS)
    assert plain(a.at("note") or a) == {"de": "n"}
    put(a, ["note", "de"], None, ORDERS)
    put(a, ["label", "de"], None, ORDERS)
    assert a.at("note") is None
    assert plain(a.at("label") or a) == {"en": "y"}
    put(a, ["label", "en"], None, ORDERS)
    assert a.at("label") is None


@pytest.mark.parametrize(
    ("texts", "was"),
    [
        (["p", "q"], [0, 1]),
        (["q", "p"], [1, 0]),
        (["p"], [0]),
        (["p", "new", "q"], [0, None, 1]),
        (["p", "r"], [0, 1]),
    ],
)
def test_items_that_were_there_are_kept(root: Node, texts: list[str], was: list[int | None]) -> None:
    a = root.at("a")
    assert a is not None
    put(a, ["through"], texts, ORDERS)
    through = a.at("through")
    assert through is not None
    assert plain(through) == texts
    assert [entry.was for entry in through.entries or []] == was


def test_a_moved_record_is_new_but_remembers_its_style(root: Node) -> None:
    a = root.at("a")
    assert a is not None
    copy = moved(a)
    assert plain(copy) == plain(a)
    assert copy.origin is None
    assert copy.model is a.origin
