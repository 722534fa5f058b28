"""What a file looks like, said once: reads the tree and yields the JSON Schema.

A shape turns a tree into plain values that keep their places (:class:`Leaf`, :class:`Fields`,
:class:`Items`) and reports what does not fit; a value that does not fit is left out, so that
everything else can still be checked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from workbook.errors import Place, Problem, nearest
from workbook.folder import yaml_tree
from workbook.folder.yaml_tree import Scalar, Tree

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Leaf(Generic[T]):
    """A value that was read from one scalar (or a pair, or a text in languages)."""

    value: T
    place: Place
    text: str = ""
    at: Callable[[int], Place] | None = None

    def where(self, offset: int) -> Place:
        """The place of a character within the text."""
        return self.at(offset) if self.at else self.place


@dataclass(frozen=True, slots=True)
class Items:
    """A list that was read."""

    items: tuple[Any, ...]
    place: Place

    def __iter__(self) -> Iterator[Any]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)


@dataclass(frozen=True, slots=True)
class Fields(Mapping[str, Any]):
    """A record or a map that was read; ``keys_at`` says where each key stood."""

    place: Place
    values_by_key: dict[str, Any] = field(default_factory=dict)
    keys_at: dict[str, Place] = field(default_factory=dict)
    """Also holds the keys whose values did not fit."""

    def __getitem__(self, key: str) -> Any:
        return self.values_by_key[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self.values_by_key)

    def __len__(self) -> int:
        return len(self.values_by_key)

    def value(self, key: str, default: Any = None) -> Any:
        """The plain value behind a key, without its place."""
        leaf = self.values_by_key.get(key)
        return default if leaf is None else leaf.value

    def under(self, key: str) -> Fields:
        """The inner record or map; an empty one when it is missing."""
        inner = self.values_by_key.get(key)
        return inner if isinstance(inner, Fields) else Fields(self.keys_at.get(key, self.place))

    def listed(self, key: str) -> Items:
        """The inner list; an empty one when it is missing."""
        inner = self.values_by_key.get(key)
        return inner if isinstance(inner, Items) else Items((), self.place)

    def where(self, key: str) -> Place:
        """Where a key stands, or the record itself."""
        return self.keys_at.get(key, self.place)


class Reporter:
    """Collects problems while shapes read."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.within = ""
        """Name of what is being read, for saying where something is missing."""

    def __call__(self, code: str, place: Place, **values: object) -> None:
        self.problems.append(Problem(code, place, values))

    def warn(self, code: str, place: Place, **values: object) -> None:
        self.problems.append(Problem(code, place, values, severity="warning"))


class Shape:
    """Reads one kind of tree; None means that it did not fit and was reported."""

    def read(self, tree: Tree, report: Reporter) -> Any:
        raise NotImplementedError

    def schema(self) -> dict[str, Any]:
        """The same as JSON Schema."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class Key:
    """One field of a record: what it holds and what it means, in German and English."""

    shape: Shape
    meaning: tuple[str, str]
    required: bool = True


class Record(Shape):
    """A mapping with known keys."""

    def __init__(self, **keys: Key) -> None:
        self.keys = keys

    def read(self, tree: Tree, report: Reporter) -> Fields | None:
        if not isinstance(tree, yaml_tree.Mapping):
            report("shape-record", tree.place, found=found_kind(tree))
            return None
        fields, within = Fields(tree.place), report.within
        for key, value in tree.entries:
            fields.keys_at[key.text] = key.place
            known = self.keys.get(key.text)
            if known is None:
                near = nearest(key.text, self.keys)
                report("shape-unknown", key.place, key=key.text, nearest=near, allowed=list(self.keys))
                continue
            report.within = key.text
            read = known.shape.read(value, report)
            if read is not None:
                fields.values_by_key[key.text] = read
        for name, known in self.keys.items():
            if known.required and name not in fields.keys_at:
                report("shape-missing", tree.place, key=name, within=within)
        return fields

    def schema(self) -> dict[str, Any]:
        properties = {
            name: {"description": " / ".join(key.meaning), **key.shape.schema()} for name, key in self.keys.items()
        }
        required = [name for name, key in self.keys.items() if key.required]
        result: dict[str, Any] = {"type": "object", "properties": properties, "additionalProperties": False}
        return result | ({"required": required} if required else {})


class MapOf(Shape):
    """A mapping from names to things of one shape."""

    def __init__(self, names: NameShape, shape: Shape, least: int = 0) -> None:
        self.names = names
        self.shape = shape
        self.least = least

    def read(self, tree: Tree, report: Reporter) -> Fields | None:
        if isinstance(tree, Scalar) and tree.text in ("", "{}") and not self.least:
            return Fields(tree.place)
        if not isinstance(tree, yaml_tree.Mapping):
            report("shape-record", tree.place, found=found_kind(tree))
            return None
        fields = Fields(tree.place)
        for key, value in tree.entries:
            if self.names.read(key, report) is None:
                continue
            fields.keys_at[key.text] = key.place
            report.within = key.text
            read = self.shape.read(value, report)
            if read is not None:
                fields.values_by_key[key.text] = read
        if len(tree.entries) < self.least:
            report("shape-count", tree.place, least=self.least, found=len(tree.entries))
        return fields

    def schema(self) -> dict[str, Any]:
        result = {
            "type": "object",
            "propertyNames": {"pattern": self.names.pattern},
            "additionalProperties": self.shape.schema(),
        }
        return result | ({"minProperties": self.least} if self.least else {"type": ["object", "null"]})


class ListOf(Shape):
    """A list of things of one shape."""

    def __init__(self, shape: Shape, least: int = 0) -> None:
        self.shape = shape
        self.least = least

    def read(self, tree: Tree, report: Reporter) -> Items | None:
        if not isinstance(tree, yaml_tree.Sequence):
            report("shape-list", tree.place, found=found_kind(tree))
            return None
        if len(tree.items) < self.least:
            report("shape-count", tree.place, least=self.least, found=len(tree.items))
        read = (self.shape.read(item, report) for item in tree.items)
        return Items(tuple(item for item in read if item is not None), tree.place)

    def schema(self) -> dict[str, Any]:
        result = {"type": "array", "items": self.shape.schema()}
        return result | ({"minItems": self.least} if self.least else {})


class NameShape(Shape):
    """A scalar that names something; also the shape of a map's keys."""

    pattern = ""


def found_kind(tree: Tree) -> str:
    """What a tree is, in a word that messages translate."""
    if isinstance(tree, yaml_tree.Mapping):
        return "mapping"
    if isinstance(tree, yaml_tree.Sequence):
        return "list"
    return tree.text or "nothing"
