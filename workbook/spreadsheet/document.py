"""A YAML file that may be changed: nodes that remember where in the text they came from.

In: a tree with places. Out: nodes whose values can be replaced, named anew, added, taken away and
moved; :mod:`workbook.spreadsheet.patch` writes them back with as few changed lines as there are changes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from workbook.folder.yaml_tree import Mapping, Scalar, Tree

Step = str | int
"""A name in a mapping or an item of a list; items that have an ``id`` are also found by it."""


@dataclass(eq=False)
class Node:
    """A value; ``origin`` is what it was in the text, None for a new one."""

    text: str = ""
    entries: list[Entry] | None = None
    """None for a single value."""
    listed: bool = False
    origin: Tree | None = None
    model: Tree | None = None
    """What a moved value was elsewhere: it is written anew, in the same style."""

    def at(self, step: Step) -> Node | None:
        """The node behind a name, a number or an id."""
        entry = self.entry(step)
        return entry.node if entry else None

    def entry(self, step: Step) -> Entry | None:
        """The entry of a name, a number or an id."""
        entries = self.entries or []
        if isinstance(step, int):
            return entries[step] if step < len(entries) else None
        if self.listed:
            return next((e for e in entries if (name := e.node.at("id")) is not None and name.text == step), None)
        return next((e for e in entries if e.key == step), None)

    def find(self, path: Sequence[Step]) -> Node | None:
        """The node at the end of a path."""
        node: Node | None = self
        for step in path:
            node = node.at(step) if node else None
        return node


@dataclass(eq=False)
class Entry:
    """A name with its value, or an item of a list; ``was`` is its position in the text, None for a new one."""

    node: Node
    key: str = ""
    was: int | None = None


@dataclass(frozen=True)
class Order:
    """Where a new key goes: behind the last of those that come before it."""

    keys: Sequence[str] = field(default_factory=tuple)

    def position(self, entries: Sequence[Entry], key: str) -> int:
        """The index at which a key is to be put in."""
        if key not in self.keys:
            return len(entries)
        before = set(self.keys[: self.keys.index(key)])
        return max((k + 1 for k, entry in enumerate(entries) if entry.key in before), default=0)


def node_of(tree: Tree) -> Node:
    """The tree as nodes that may be changed."""
    if isinstance(tree, Scalar):
        return Node(tree.text, origin=tree)
    if isinstance(tree, Mapping):
        entries = [Entry(node_of(value), key.text, k) for k, (key, value) in enumerate(tree.entries)]
        return Node(entries=entries, origin=tree)
    return Node(entries=[Entry(node_of(item), "", k) for k, item in enumerate(tree.items)], listed=True, origin=tree)


def moved(node: Node) -> Node:
    """A copy that is written anew where it goes, in the style of where it was."""
    entries = None
    if node.entries is not None:
        entries = [Entry(moved(entry.node), entry.key) for entry in node.entries]
    return Node(node.text, entries, node.listed, None, node.model or node.origin)


def put(node: Node, path: Sequence[str], value: str | Sequence[str] | None, orders: Sequence[Order]) -> None:
    """Set, add or take away what stands at the end of a path of names.

    Parameters
    ----------
    node
        A mapping.
    path
        Names, at least one.
    value
        A text, a list of texts, or None to take the entry away; what is left empty goes with it.
    orders
        For each step the order of the names of its mapping.
    """
    name, entry = path[0], node.entry(path[0])
    entries = node.entries if node.entries is not None else []
    node.entries = entries
    if entry is None:
        if value is None:
            return
        entry = Entry(Node(entries=None if len(path) == 1 else []), name)
        entries.insert(orders[0].position(entries, name), entry)
    if len(path) > 1:
        put(entry.node, path[1:], value, orders[1:])
        if not entry.node.entries:
            entries.remove(entry)
    elif value is None:
        entries.remove(entry)
    elif isinstance(value, str):
        entry.node.text = value
        entry.node.entries = None
    else:
        _list(entry.node, value)


def _list(node: Node, texts: Sequence[str]) -> None:
    """Other items; those that were there before are kept as they were written."""
    left = list(node.entries or [])
    entries = []
    for text in texts:
        same = next((entry for entry in left if entry.node.text == text), None)
        if same:
            left.remove(same)
        entries.append(same)
    # What is neither old nor new by its text has been changed in place, one for one.
    for k, entry in enumerate(entries):
        if entry is None:
            other = left.pop(0) if left and len(texts) == len(node.entries or []) else Entry(Node())
            other.node.text = texts[k]
            entries[k] = other
    node.entries = [entry for entry in entries if entry]
    node.listed = True
