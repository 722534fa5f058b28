"""New numbers into the text of a model file; comments, order and everything else stay as they were."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from workbook.errors import UsageError
from workbook.folder.yaml_tree import Mapping as Branch
from workbook.folder.yaml_tree import Scalar, read_yaml


def rewritten(text: str, file: str, values: Mapping[str, float]) -> str:
    """The text of ``model.yaml`` with other values of some constants.

    Raises
    ------
    UsageError
        When a number does not stand where it was read, as after an edit meanwhile.
    """
    lines = text.splitlines(keepends=True)
    for name, value in values.items():
        scalar = _value(text, file, name)
        at = scalar.place.column - 1 + scalar.lead
        line = lines[scalar.place.line - 1]
        if line[at : at + len(scalar.text)] != scalar.text:
            raise UsageError("usage-not-written", name=name, file=file)
        lines[scalar.place.line - 1] = line[:at] + plain(value) + line[at + len(scalar.text) :]
        # Several numbers may share a line: the next is looked for in the text as it is now.
        text = "".join(lines)
    for name, value in values.items():
        if float(_value(text, file, name).text) != value:
            raise UsageError("usage-not-written", name=name, file=file)
    return text


def plain(value: float) -> str:
    """A number without exponent and without superfluous zeros."""
    return f"{Decimal(repr(value)):f}".removesuffix(".0")


def _value(text: str, file: str, name: str) -> Scalar:
    tree, _ = read_yaml(text, file)
    for key in ("constants", name, "value"):
        tree = next((v for k, v in tree.entries if k.text == key), None) if isinstance(tree, Branch) else None
    if not isinstance(tree, Scalar):
        raise UsageError("usage-not-written", name=name, file=file)
    return tree
