"""A field to pick a logo with: it hands over name, size and bytes of a picture on the reader's own device."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import anywidget
import traitlets

from workbook.assets import asset
from workbook.seminar import MOST_LOGO

Taken = Callable[[str, int, bytes | None], None]
"""(name, size in bytes, the bytes); without bytes the picture is too large or could not be read."""


class LogoField(anywidget.AnyWidget):
    """Calls ``taken`` with whatever a person picks."""

    _esm = asset("logo.js")
    label = traitlets.Unicode().tag(sync=True)
    accept = traitlets.Unicode(".png,.svg").tag(sync=True)
    most = traitlets.Int(MOST_LOGO).tag(sync=True)

    def __init__(self, label: str, taken: Taken) -> None:
        super().__init__(label=label)
        self._taken = taken
        self.add_class("wb-logo")
        self.on_msg(self._given)

    def _given(self, _: Any, content: Mapping[str, Any], buffers: list[Any]) -> None:
        self._taken(str(content["name"]), int(content["size"]), bytes(buffers[0]) if buffers else None)
