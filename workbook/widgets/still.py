"""What a widget shows as HTML that stays: in an exported notebook nobody could draw it again."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import Any

from workbook.room import telling
from workbook.room.page import table
from workbook.room.room import Room
from workbook.text import base_language

_WORDS: Mapping[str, tuple[str, str]] = {
    "weighing": (
        "So stand es, als dieses Notebook lief; gewichten lässt es sich, wo es läuft.",
        "This is how it stood when this notebook ran; where it runs, it can be weighed.",
    ),
    "board": (
        "Hier kommen im laufenden Notebook die Laufcodes zusammen. Ab {least} Codes zeigt der Raum, worin er sich "
        "uneins ist; Codes stehen in dieser Datei keine.",
        "Where this notebook runs, run codes come together here. From {least} codes on the room shows what it "
        "disagrees on; no codes stand in this file.",
    ),
}  # fmt: skip


class Still:
    """Mixed into a widget, puts :meth:`still` into its output, for exporters and for readers without a kernel."""

    def still(self) -> str:
        """Summary and tables, without style, script or controls."""
        raise NotImplementedError

    def _repr_mimebundle_(self, **kwargs: Any) -> dict[str, Any] | None:
        bundle: dict[str, Any] | None = super()._repr_mimebundle_(**kwargs)  # type: ignore[misc]  # the widget's own
        if bundle is not None:
            bundle["text/html"] = self.still()
        return bundle


def weighing_still(result: str, lang: str) -> str:
    """What was weighed: the sentence, the table, and of when they are."""
    return f"{result}{_note('weighing', lang)}"


def board_still(room: Room | None, least: int, lang: str) -> str:
    """The room as a whole; a code or a single run is not put into anybody's file."""
    note = _note("board", lang, least=room.least if room else least)
    if room is None or room.people < room.least:
        return note
    invitation, lever, why = telling.topic_words(room.board, lang)
    said = (room.headline(lang), *telling.remarks(room.board, lang), f"{invitation} {lever}", why)
    return "".join([*(f"<p>{escape(text)}</p>" for text in dict.fromkeys(said) if text),
                    table(lang, "heads", telling.lever_rows(room.board, lang)), note])  # fmt: skip


def _note(key: str, lang: str, **values: object) -> str:
    text = _WORDS[key][1 if base_language(lang) == "en" else 0].format(**values)
    return f"<p><small>{escape(text)}</small></p>"
