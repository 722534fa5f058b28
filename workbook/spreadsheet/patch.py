"""Changed nodes -> the text of the file, everything that was not changed as it stood.

An entry owns its lines, the comment behind them and the comment lines directly above it. Headings
(``# --- …``) and empty lines belong to the place: they stay when an entry goes. New entries are
written like their neighbours.
"""

from __future__ import annotations

import re
from collections.abc import Sequence as Several
from dataclasses import dataclass
from itertools import pairwise

from workbook.folder.yaml_tree import Mapping, Scalar, Sequence, Tree
from workbook.spreadsheet.document import Entry, Node
from workbook.spreadsheet.scalar_text import folded, literal, written, written_key

_LONG = 110
"""Characters from which a new text is folded, and a new mapping of texts gets lines of its own."""

_OWN = re.compile(r"(?m)(?:^[ \t]*#(?! ?-{3}).*\n)+[ \t]*\Z")
_REST = re.compile(r"[ \t]+#.*")
_HEADER = re.compile(r"[|>][-+]?")


def patched(text: str, root: Node) -> str:
    """The text of the file with what has been changed.

    Parameters
    ----------
    text
        The file as it was; empty for a new one.
    root
        Its nodes.
    """
    if root.origin is None:
        return _fresh(root, 0, [], flow=False) + "\n"
    patch = _Patch(text)
    return text[: root.origin.start] + patch.value(root, [], 0, "", flow=False) + text[patch.end(root.origin) :]


@dataclass(frozen=True, slots=True)
class _Part:
    """Where an entry stands in the text, its own comment lines included."""

    begin: int
    key: Scalar | None
    value: Tree
    end: int


class _Patch:
    def __init__(self, text: str) -> None:
        self.text = text

    def end(self, tree: Tree, *, flow: bool = False) -> int:
        """Behind a value and the comment on its last line."""
        if not flow and not isinstance(tree, Scalar) and not tree.flow and _children(tree):
            return self.end(_children(tree)[-1])
        rest = None if flow else _REST.match(self.text, tree.end)
        return rest.end() if rest else tree.end

    def value(self, node: Node, models: Several[Tree], indent: int, lead: str, *, flow: bool) -> str:
        """What now stands from where the old value began (and its ``lead``, comments above) to where it ended."""
        tree = node.origin
        if tree is None or isinstance(tree, Scalar) != (node.entries is None):
            return lead + _fresh(node, indent, models, flow=flow)
        behind = self.text[tree.end : self.end(tree, flow=flow)]
        if isinstance(tree, Scalar):
            same = node.text == tree.text
            return (
                lead + (self.text[tree.start : tree.end] if same else self._scalar(tree, node.text, flow=flow)) + behind
            )
        if flow or tree.flow:
            return lead + self._flow(node, tree, models) + behind
        return self._block(node, tree, models, lead)

    def _scalar(self, tree: Scalar, text: str, *, flow: bool) -> str:
        if tree.style not in ("|", ">"):
            return written(text, tree.style, flow=flow)
        header, _, body = self.text[tree.start : tree.end].partition("\n")
        lines = body.split("\n")
        indent = len(lines[0]) - len(lines[0].lstrip(" "))
        mark = _HEADER.match(header)
        sign = mark.group() if mark else f"{tree.style}-"
        text += "\n" * (tree.text.endswith("\n") and not text.endswith("\n"))
        way = (
            folded(text, indent, [line[indent:] for line in lines], sign)
            if tree.style == ">"
            else literal(text, indent, sign)
        )
        return way or written(text)

    def _flow(self, node: Node, tree: Mapping | Sequence, models: Several[Tree]) -> str:
        parts = self._parts(tree, tree.start, flow=True)
        between = [self.text[a.end : b.begin] for a, b in pairwise(parts)]
        usual = between[0] if between and "#" not in between[0] else ", "
        texts = [self._entry(entry, node, parts, models, 0, flow=True) for entry in node.entries or ()]
        joined = ""
        for k, (entry, text) in enumerate(zip(node.entries or (), texts, strict=True)):
            if k:
                joined += between[entry.was - 1] if entry.was else usual
            joined += text
        head = self.text[tree.start : parts[0].begin] if parts else self.text[tree.start]
        tail = self.text[parts[-1].end : tree.end] if parts else self.text[tree.end - 1]
        return head + joined + tail

    def _block(self, node: Node, tree: Mapping | Sequence, models: Several[Tree], lead: str) -> str:
        if not node.entries:
            return lead + ("[]" if node.listed else "{}")
        parts = self._parts(tree, tree.start - len(lead), flow=False)
        indent = tree.place.column - 1
        gaps = ["", *(self.text[a.end : b.begin] for a, b in pairwise(parts))]
        usual = ("\n\n" if len(gaps) > 1 and all("\n\n" in gap for gap in gaps[1:]) else "\n") + " " * indent
        joined = ""
        seen = -1
        for k, entry in enumerate(node.entries):
            between = _between(gaps, seen, entry.was, usual)
            if k:
                joined += between
            elif "#" in between and seen == -1 and entry.was:
                joined += between.lstrip(" \n")
            joined += self._entry(entry, node, parts, models, indent, flow=False)
            seen = entry.was if entry.was is not None else seen
        return joined

    def _parts(self, tree: Mapping | Sequence, begin: int, *, flow: bool) -> list[_Part]:
        parts: list[_Part] = []
        pairs = tree.entries if isinstance(tree, Mapping) else tuple((None, item) for item in tree.items)
        for key, value in pairs:
            start = key.start if key else value.start if flow else self.text.rfind("-", 0, value.start)
            if parts and not flow:
                own = _OWN.search(self.text[parts[-1].end : start])
                if own:
                    start = parts[-1].end + own.start() + len(own.group()) - len(own.group().lstrip())
            elif not parts and not flow:
                start = begin
            parts.append(_Part(start, key, value, self.end(value, flow=flow)))
        return parts

    def _entry(
        self, entry: Entry, node: Node, parts: Several[_Part], models: Several[Tree], indent: int, *, flow: bool
    ) -> str:
        near = _models(entry, models, [part.value for part in parts])
        if entry.was is None:
            return _named(entry, node, near, indent, flow=flow)
        part = parts[entry.was]
        value_at = part.value.start
        if part.key is None:
            lead = self.text[part.begin : value_at]
            return lead + self.value(entry.node, near, indent + 2, "", flow=flow)
        key = self.text[part.key.start : part.key.end] if entry.key == part.key.text else written_key(entry.key)
        lead = self.text[part.begin : part.key.start]
        gap = self.text[part.key.end : value_at]
        own = "" if flow or entry.node.origin is None else _own(gap, part.value)
        gap = gap[: len(gap) - len(own)]
        return lead + key + gap + self.value(entry.node, near, indent + 2, own, flow=flow)


def _own(gap: str, value: Tree) -> str:
    """Comment lines above the first entry of a block, without the indentation in front of them."""
    found = None if isinstance(value, Scalar) or value.flow else _OWN.search(gap)
    return found.group().lstrip() if found else ""


def _between(gaps: Several[str], before: int, was: int | None, usual: str) -> str:
    """What stands between two entries that are now neighbours; headings of what went are kept."""
    if was is None or (was <= before) or not was:
        return usual
    headings = [gap.rstrip() for gap in gaps[before + 1 : was] if "#" in gap]
    return "".join(headings) + gaps[was]


def _children(tree: Tree) -> list[Tree]:
    if isinstance(tree, Mapping):
        return [value for _, value in tree.entries]
    return list(tree.items) if isinstance(tree, Sequence) else []


def _models(entry: Entry, models: Several[Tree], siblings: Several[Tree]) -> list[Tree]:
    """Values whose style a new one takes: its own from before, the same name elsewhere, its neighbours."""
    cousins = [v for m in models if isinstance(m, Mapping) for k, v in m.entries if k.text == entry.key]
    kind = Scalar if entry.node.entries is None else Sequence if entry.node.listed else Mapping
    own = [entry.node.model] if entry.node.model is not None else []
    return [tree for tree in (*own, *cousins, *siblings) if isinstance(tree, kind)]


def _named(entry: Entry, node: Node, models: Several[Tree], indent: int, *, flow: bool) -> str:
    """A new entry with its name or its dash."""
    if node.listed:
        return ("" if flow else "- ") + _fresh(entry.node, indent + 2, models, flow=flow)
    value = _fresh(entry.node, indent + 2, models, flow=flow)
    lines = not flow and bool(entry.node.entries) and value[:1] not in "{["
    return f"{written_key(entry.key)}:" + (f"\n{' ' * (indent + 2)}" if lines else " ") + value


def _fresh(node: Node, indent: int, models: Several[Tree], *, flow: bool) -> str:
    """A new value, in the style of the first model."""
    model = models[0] if models else None
    if node.entries is None:
        style = model.style if isinstance(model, Scalar) else ""
        if not flow and ("\n" in node.text or len(node.text) > _LONG):
            return folded(node.text, indent) or written(node.text)
        return written(node.text, style, flow=flow)
    entries = node.entries
    if isinstance(model, Mapping):
        order = [key.text for key, _ in model.entries]
        entries = sorted(entries, key=lambda e: order.index(e.key) if e.key in order else len(order))
    inner = [(entry, _models(entry, models, [])) for entry in entries]
    if flow or not entries or _is_short(node, model):
        marks = "[]" if node.listed else "{}"
        return marks[0] + ", ".join(_named(e, node, near, indent, flow=True) for e, near in inner) + marks[1]
    return f"\n{' ' * indent}".join(_named(e, node, near, indent, flow=False) for e, near in inner)


def _is_short(node: Node, model: Tree | None) -> bool:
    """Whether a new mapping or list goes on one line."""
    entries = node.entries or []
    if isinstance(model, (Mapping, Sequence)) and model.flow and _children(model):
        return True
    plain = all(entry.node.entries is None for entry in entries)
    fits = sum(len(entry.key) + len(entry.node.text) + 4 for entry in entries) <= _LONG
    texts = isinstance(model, Mapping) and not model.flow and _children(model)
    return plain and fits and not texts
