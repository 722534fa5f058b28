"""PyYAML's own parser, for a Python without libyaml: in a browser, or where it was not compiled."""

from __future__ import annotations

from typing import Any

import yaml


class PlainLoader(yaml.SafeLoader):
    """Takes a question mark inside a text between braces, as libyaml and YAML 1.2 do.

    PyYAML's scanner ends such a text at the sign. While a text is read the sign therefore looks like a letter; what
    is taken over is the text itself.
    """

    _in_text = False

    def peek(self, index: int = 0) -> str:
        found: str = super().peek(index)
        return "a" if self._in_text and found == "?" else found

    def scan_plain(self) -> Any:
        self._in_text = True
        try:
            return super().scan_plain()
        finally:
            self._in_text = False
