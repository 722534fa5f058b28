"""A text -> how YAML writes it: plain when that is read back alike, else quoted; long texts folded.

Every way of writing is tried by reading it: the first that gives the same text is taken.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence

from workbook.folder.yaml_tree import Mapping, Scalar, Tree, read_yaml

WIDTH = 120
"""Characters of a line of folded text where no older line says otherwise."""

_SLACK = 12
"""Characters by which a changed line may be longer than those beside it, so that it stays one line."""

_TRUTHS = re.compile(r"(?i)y|n|yes|no|on|off|null|~")
"""Words that other readers of YAML take for something else than a text."""


def written(text: str, style: str = "", *, flow: bool = False) -> str:
    """A text on one line, plain or in quotes.

    Parameters
    ----------
    text
        What has to be read back.
    style
        ``'`` or ``"`` to keep these quotes where they are possible; anything else: plain where possible.
    flow
        Whether it stands within braces or brackets.
    """
    return next(way for way in _ways(text, style) if _is_read(way, text, flow=flow))


def written_key(text: str) -> str:
    """A name in front of a colon."""
    ways = (text, f"'{text}'", json.dumps(text, ensure_ascii=False))
    return next((way for way in ways if text and _key(read_yaml(f"{way}: x", "")[0]) == text), ways[-1])


def folded(text: str, indent: int, old: Sequence[str] = (), header: str = ">-") -> str | None:
    """A text as a folded block; lines of the old one stay as far as their words do.

    Returns
    -------
    str or None
        From ``>-`` to the last word; None when the text cannot be written like this.
    """
    pad = "\n" + " " * indent
    width = max((len(line) + _SLACK for line in old), default=WIDTH)
    head: list[str] = []
    tail: list[str] = []
    left = text.removesuffix("\n")
    for line in old:
        if not line or not left.startswith(f"{line} "):
            break
        head.append(line)
        left = left[len(line) + 1 :]
    for line in reversed(old[len(head) :]):
        if not line or not left.endswith(f" {line}"):
            break
        tail.insert(0, line)
        left = left[: -len(line) - 1]
    # A line break of the text is an empty line of the block.
    middle = [wrapped for part in left.split("\n") for wrapped in (*_wrapped(part, width), "")][:-1]
    block = header + "".join(pad + line if line else "\n" for line in (*head, *middle, *tail))
    return block if _value(read_yaml(f"k:\n{' ' * (indent - 1)}l: {block}\n", "")[0], "k", "l") == text else None


def literal(text: str, indent: int, header: str = "|-") -> str | None:
    """A text whose line breaks are written as they are; None when that is not read back alike."""
    pad = " " * indent
    block = header + "".join(f"\n{pad}{line}" if line else "\n" for line in text.removesuffix("\n").split("\n"))
    return block if _value(read_yaml(f"k:\n{' ' * (indent - 1)}l: {block}\n", "")[0], "k", "l") == text else None


def _ways(text: str, style: str) -> Iterator[str]:
    if style not in ("'", '"') and text and not _TRUTHS.fullmatch(text):
        yield text
    if style != '"':
        yield "'" + text.replace("'", "''") + "'"
    yield json.dumps(text, ensure_ascii=False)
    yield json.dumps(text)


def _is_read(way: str, text: str, *, flow: bool) -> bool:
    if "\n" in way:
        return False
    # As the value of a name and as the item of a list: what is plain in one may not be in the other.
    probe = f"{{k: {way}, l: [{way}, m]}}" if flow else f"k: {way}\nl:\n  - {way}\n"
    tree, problems = read_yaml(probe, "")
    return not problems and _value(tree, "k") == text and _items(tree) == [text, "m"][: 1 + flow]


def _value(tree: Tree | None, *path: str) -> str | None:
    for name in path:
        tree = next((v for k, v in tree.entries if k.text == name), None) if isinstance(tree, Mapping) else None
    return tree.text if isinstance(tree, Scalar) else None


def _items(tree: Tree | None) -> list[str | None]:
    listed = tree.entries[-1][1] if isinstance(tree, Mapping) else None
    items = getattr(listed, "items", ())
    return [item.text if isinstance(item, Scalar) else None for item in items]


def _key(tree: Tree | None) -> str | None:
    return tree.entries[0][0].text if isinstance(tree, Mapping) and len(tree.entries) == 1 else None


def _wrapped(text: str, width: int) -> list[str]:
    """Lines that end where single spaces were; longer gaps are kept within a line."""
    lines: list[str] = []
    for word in re.split(r"(?<=\S) (?=\S)", text):
        if lines and len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines
