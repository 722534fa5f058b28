from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbook.folder.yaml_tree import Mapping, Scalar, read_yaml
from workbook.spreadsheet.document import Entry, Node, node_of
from workbook.spreadsheet.patch import patched

TEXT = """\
# about the file
levers:
  # --- houses
  # the first
  open:   # comment behind
    label: {de: Offen, en: 'Open'}  # and here
    range: [0, 40]
  shut: {label: {de: Zu, en: Shut}, range: [1, 2]}

  # --- rooms
  # the third
  third:
    help: >-
      Some words that are
      folded over lines.
    list:
      # why a
      - a
      - b
tail: 1
"""


def node(text: str) -> Node:
    tree, problems = read_yaml(text, "a.yaml")
    assert tree is not None
    assert not problems
    return node_of(tree)


def removed(name: str) -> str:
    root = node(TEXT)
    levers = root.at("levers")
    assert levers is not None
    levers.entries = [entry for entry in levers.entries or [] if entry.key != name]
    return patched(TEXT, root)


def test_what_is_not_changed_stays() -> None:
    assert patched(TEXT, node(TEXT)) == TEXT


def test_an_entry_goes_with_its_own_comment_and_leaves_the_heading() -> None:
    first = TEXT.index("  # the first")
    assert removed("open") == TEXT[:first] + TEXT[TEXT.index("  shut:") :]
    third = TEXT.index("  # the third")
    assert removed("third") == TEXT[: TEXT.index("\n\n  # --- rooms") + 1] + TEXT[TEXT.index("tail") :] or third
    assert "# --- rooms" in removed("shut")
    assert "# the third" in removed("shut")


def test_the_comment_above_the_first_item_goes_with_it() -> None:
    root = node(TEXT)
    items = root.find(["levers", "third", "list"])
    assert items is not None
    items.entries = (items.entries or [])[1:]
    assert patched(TEXT, root) == TEXT.replace("      # why a\n      - a\n", "")


def test_names_change_where_they_stand() -> None:
    root = node(TEXT)
    entry = (root.at("levers") or root).entry("open")
    assert entry is not None
    entry.key = "opened"
    assert patched(TEXT, root) == TEXT.replace("  open:   #", "  opened:   #")


@pytest.mark.parametrize(
    ("path", "value", "old", "new"),
    [
        (["levers", "open", "label", "en"], "Wide open", "en: 'Open'", "en: 'Wide open'"),
        (["levers", "open", "label", "de"], "a, b", "de: Offen", "de: 'a, b'"),
        (["levers", "third", "help"], "Some words that were folded over lines.", "that are", "that were"),
        (["levers", "third", "list", 1], "c: d", "- b", "- 'c: d'"),
        (["tail"], "2", "tail: 1", "tail: 2"),
    ],
)
def test_one_value_changes_and_nothing_else(path: list[str | int], value: str, old: str, new: str) -> None:
    root = node(TEXT)
    found = root.find(path)
    assert found is not None
    found.text = value
    assert patched(TEXT, root) == TEXT.replace(old, new)


def test_a_new_entry_looks_like_its_neighbours() -> None:
    text = "a:\n  label: {de: x, en: y}\n  when: 1\n\nb:\n  label: {de: x, en: y}\n  when: 2\n"
    root = node(text)
    new = Node(entries=[Entry(Node("3"), "when"), Entry(Node(entries=[Entry(Node("z"), "de")]), "label")])
    (root.entries or []).append(Entry(new, "c"))
    assert patched(text, root) == text + "\nc:\n  label: {de: z}\n  when: 3\n"


def test_a_new_item_of_flow_items_is_one_too() -> None:
    text = "s:\n  - {id: a, when: b}\n  - {id: c}\n"
    root = node(text)
    items = root.at("s")
    assert items is not None
    (items.entries or []).insert(1, Entry(Node(entries=[Entry(Node("x"), "id"), Entry(Node("y, z"), "when")])))
    assert patched(text, root) == "s:\n  - {id: a, when: b}\n  - {id: x, when: 'y, z'}\n  - {id: c}\n"


def test_what_is_left_empty_says_so() -> None:
    root = node("a:\n  b: 1\nc: {d: 1}\n")
    for entry in root.entries or []:
        entry.node.entries = []
    tree, _ = read_yaml(patched("a:\n  b: 1\nc: {d: 1}\n", root), "a.yaml")
    assert isinstance(tree, Mapping)
    assert all(isinstance(value, Mapping) and not value.entries for _, value in tree.entries)


LEAVES = st.text("ab:# ,'\"{}[]-?é", max_size=12)
TREES = st.recursive(
    LEAVES, lambda inner: st.dictionaries(st.text("abc", min_size=1), inner, max_size=4) | st.lists(inner, max_size=4)
)


def built(value: object) -> Node:
    if isinstance(value, dict):
        return Node(entries=[Entry(built(inner), key) for key, inner in value.items()])
    if isinstance(value, list):
        return Node(entries=[Entry(built(inner)) for inner in value], listed=True)
    return Node(str(value))


def bare(text: str) -> object:
    def plain(tree: object) -> object:
        if isinstance(tree, Scalar):
            return tree.text
        if isinstance(tree, Mapping):
            return {key.text: plain(inner) for key, inner in tree.entries}
        return [plain(item) for item in tree.items]

    tree, problems = read_yaml(text, "a.yaml")
    assert not problems
    return plain(tree)


@given(st.dictionaries(st.text("abc", min_size=1), TREES, min_size=1, max_size=4))
def test_whatever_is_new_is_read_back(value: dict[str, object]) -> None:
    assert bare(patched("", built(value))) == value


@given(st.dictionaries(st.text("abc", min_size=1), TREES, min_size=1, max_size=4), st.data())
def test_entries_may_come_go_and_change_places(value: dict[str, object], data: st.DataObject) -> None:
    text = patched("", built(value))
    root = node(text)
    order = data.draw(st.permutations(root.entries or []))
    kept = data.draw(st.integers(0, len(order)))
    added = data.draw(TREES)
    root.entries = [*order[:kept], Entry(built(added), "new")]
    expected = {entry.key: value[entry.key] for entry in order[:kept]} | {"new": added}
    again = bare(patched(text, root))
    assert again == expected
    assert list(again) == list(expected)
