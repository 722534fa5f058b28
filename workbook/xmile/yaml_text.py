"""Plain data -> YAML, in the way in which the scenarios of this package are written."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

_PLAIN = re.compile(r"(?:[A-Za-z0-9_]|-[0-9])[A-Za-z0-9_+./ *()-]*", re.ASCII)
_NARROW = 116


def yaml_text(data: Mapping[str, Any], heading: str = "") -> str:
    """A document; ``heading`` becomes a comment above it."""
    lines = [f"# {heading}"] if heading else []
    return "\n".join([*lines, *_block(data, "")]) + "\n"


def _block(data: Mapping[str, Any], indent: str) -> list[str]:
    if not data:
        return [f"{indent}{{}}"]
    lines = []
    for key, value in data.items():
        short = _flow(value)
        if isinstance(value, Mapping) and value and (len(indent) + len(key) + len(short) > _NARROW or _nested(value)):
            lines += [f"{indent}{key}:", *_block(value, indent + "  ")]
        elif isinstance(value, list) and any(isinstance(item, Mapping) for item in value):
            lines.append(f"{indent}{key}:")
            for item in value:
                first, *rest = _block(item, indent + "    ")
                lines += [f"{indent}  - {first.strip()}", *rest]
        else:
            lines.append(f"{indent}{key}: {short}")
    return lines


def _nested(value: Mapping[str, Any]) -> bool:
    return any(isinstance(part, (Mapping, list)) for part in value.values())


def _flow(value: object) -> str:
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {_flow(part)}" for key, part in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_flow, value)) + "]"
    if isinstance(value, bool):
        return "true" if value else "false"
    text = str(value)
    # JSON is YAML; what it leaves to the reader of Unicode is written out above in words.
    return text if _PLAIN.fullmatch(text) and text == text.strip() else json.dumps(text, ensure_ascii=False)
