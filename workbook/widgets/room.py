"""A place to paste run codes in a notebook: the room's board appears below, from enough codes on."""

from __future__ import annotations

from html import escape

import ipywidgets as ui

from workbook.assets import asset
from workbook.messages import current_language
from workbook.room.board import FEWEST, LEAST
from workbook.room.room import Room, collect
from workbook.room.words import say
from workbook.run import Workbook
from workbook.widgets.controls import Names, Press
from workbook.widgets.still import Still, board_still


class RoomPaste(Still, ui.VBox):  # type: ignore[misc]  # ipywidgets is untyped
    """Codes in, board out; nothing of it is stored.

    Attributes
    ----------
    codes : ipywidgets.Textarea
    least : ipywidgets.BoundedIntText
    twice : ipywidgets.Checkbox
        Count a code as often as it comes.
    shown : ipywidgets.HTML
        The board, or why there is none yet.
    said : ipywidgets.HTML
        The board's first sentence, read aloud.
    """

    def __init__(self, workbook: Workbook, lang: str, least: int = LEAST) -> None:
        self.workbook = workbook
        self.lang = lang
        self.room: Room | None = None
        wide = ui.Layout(width="min(40rem, 100%)")
        self.codes = ui.Textarea(description=say("paste", lang), rows=6, layout=wide)
        self.least = ui.BoundedIntText(value=least, min=FEWEST, max=1_000, description=say("least", lang), layout=wide)
        self.twice = ui.Checkbox(value=False, description=say("twice", lang), indent=False, layout=wide)
        self.said, self.shown = ui.HTML(), ui.HTML()
        for field in (self.codes, self.least):
            field.style.description_width = "initial"
        button = ui.Button(description=say("show", lang))
        names = Names(lang)
        Press(button, self.show, [self.codes, self.least, self.twice], names)
        note = ui.HTML(f"<p>{escape(say('paste-help', lang))}</p>")
        style = ui.HTML(f"<style>{asset('explorer.css')}</style>")
        super().__init__([style, note, self.codes, self.least, self.twice, button, self.said, self.shown, names])
        self.add_class("wb-explorer")
        self.add_class("wb-room")

    def still(self) -> str:
        """The board that is shown, without codes."""
        return board_still(self.room, int(self.least.value), self.lang)

    def show(self) -> None:
        """Read what stands there, and show the board or why there is none."""
        room = collect(
            self.workbook, self.codes.value, self.least.value, self.lang, keep_duplicates=bool(self.twice.value)
        )
        self.room = room
        self.said.value = f"<p class='wb-unseen' role='status'>{escape(room.headline())}</p>"
        self.shown.value = room.html()


def board(workbook: Workbook | str, lang: str | None = None, least: int = LEAST) -> RoomPaste:
    """Paste the run codes of a room into the notebook and see its board.

    Parameters
    ----------
    workbook : Workbook or str
        From :func:`workbook.load`, or the id of a scenario.
    lang : str, optional
        Language of the board; that of messages when left out.
    least : int
        How many codes there must be before anything is shown; at least 3.
    """
    if isinstance(workbook, str):
        from workbook import load

        workbook = load(workbook)
    spoken = lang or current_language()
    return RoomPaste(
        workbook, spoken if spoken in workbook.scenario.languages else workbook.scenario.languages[0], least
    )
