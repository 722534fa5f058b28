"""What a person keeps while playing in a notebook: the state, named runs, a note for each chapter. Written at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from html import escape

import ipywidgets as ui

from workbook.engine.browser import at_hand, lasting
from workbook.errors import WorkbookError
from workbook.model import Chapter
from workbook.playfile import LONGEST_NAME, LONGEST_NOTE, Kept, Note, Play
from workbook.run import Run, Workbook
from workbook.saving import WriteError
from workbook.setting import Setting
from workbook.shelf import Shelf, moment
from workbook.widgets import pieces
from workbook.widgets.controls import switch
from workbook.widgets.words import word


class Keeper:
    """Keeps the play of one explorer.

    Parameters
    ----------
    workbook : Workbook
    go : function of a Setting
        Shows a run that was kept.
    """

    def __init__(self, workbook: Workbook, go: Callable[[Setting], None]) -> None:
        self.workbook = workbook
        self._go = go
        self._shelf = Shelf(workbook.scenario)
        self.told = ""
        """What is to be said about the file when the explorer opens."""
        self.play: Play | None = None
        try:
            self.play = self._shelf.read()
        except WorkbookError as error:
            self.told = error.text()
        self._notes = dict(self.play.notes) if self.play else {}
        self._kept = list(self.play.kept) if self.play else []

    def build(self, run: Run, lang: str) -> None:
        """Make the controls, in a language."""
        self.run, self.lang = run, lang
        self._status = ui.HTML()
        self.name = ui.Text(
            placeholder=word("keep_name", lang), description=word("keep_as", lang), continuous_update=False
        )
        button = ui.Button(description=word("keep", lang))
        button.on_click(lambda _: self.keep())
        self._list = ui.VBox()
        self.box = ui.VBox([ui.HBox([self.name, button]), self._list, self._status])
        self.box.add_class("wb-keeping")
        self._fill()
        if self.told:
            self._status.value = pieces.fault(self.told)
        elif self.play is not None:
            contested = f" {word('contested', lang)}" if self.play.objections else ""
            self._say(word("back_again", lang) + contested)

    def note(self, chapter: Chapter) -> tuple[ui.ToggleButton, ui.Textarea]:
        """A switch and a field for the words about a chapter."""
        known = self._notes.get(chapter.name)
        field = ui.Textarea(
            value=known.text if known else "", rows=4, layout=ui.Layout(width="100%", max_width="62ch"),
            placeholder=word("note_here", self.lang), description=word("note", self.lang),
        )  # fmt: skip
        field.description_allow_html = False
        label = word("note", self.lang)
        show = switch(label, lambda: self._open(show, field), f"{label}: {chapter.title[self.lang]}")
        show.value = bool(field.value)
        self._open(show, field)
        field.observe(partial(self._write, chapter.name), "value")
        return show, field

    def moved(self, run: Run) -> None:
        """Another future is shown: keep the state."""
        self.run = run
        self.save()

    def keep(self) -> None:
        """Keep the run shown, under the name typed or the next number."""
        taken = {each.name for each in self._kept}
        plain = self.name.value.strip()[:LONGEST_NAME] or f"{word('future', self.lang)} {len(self._kept) + 1}"
        name, number = plain, 2
        while name in taken:
            name, number = f"{plain} ({number})", number + 1
        self._kept.append(Kept(name, self.run.setting))
        self.name.value = ""
        self._fill()
        self.save()

    def save(self) -> None:
        """Write all to the file; what prevents it is said, and nothing stops."""
        before = self.play or Play(self.run.setting)
        play = replace(before, setting=self.run.setting, kept=tuple(self._kept), notes=self._notes)
        try:
            self._shelf.write(play, self.lang)
        except WriteError as error:
            self._status.value = pieces.fault(error.text(self.lang))
            return
        self._say()

    # --- parts -------------------------------------------------------------------------------

    def _say(self, before: str = "") -> None:
        where = f"{self._shelf.path.parent.name}/{self._shelf.path.name}"
        said = word("kept_in", self.lang).format(file=where)
        if at_hand():
            said = f"{said} {word('kept_in_browser', self.lang)}" if lasting() else word("kept_nowhere", self.lang)
        self._status.value = f"<p class='wb-note' role='status'>{escape(f'{before} {said}'.strip())}</p>"

    def _write(self, chapter: str, change: dict[str, str]) -> None:
        try:
            code = self.run.code
        except WorkbookError:
            code = ""
        self._notes[chapter] = Note(change["new"][:LONGEST_NOTE], code, moment())
        self.save()

    def _open(self, show: ui.ToggleButton, field: ui.Textarea) -> None:
        field.layout.display = "" if show.value else "none"

    def _fill(self) -> None:
        self._list.children = [self._row(each.name, each.setting) for each in self._kept]

    def _row(self, name: str, setting: Setting) -> ui.HBox:
        back = ui.Button(description=name, tooltip=f"{word('open', self.lang)}: {name}")
        back.add_class("wb-link")
        back.on_click(lambda _: self._go(setting))
        away = ui.Button(description=word("forget", self.lang), tooltip=f"{word('forget', self.lang)}: {name}")
        away.add_class("wb-link")
        away.on_click(lambda _: self._forget(name))
        return ui.HBox([back, away])

    def _forget(self, name: str) -> None:
        self._kept = [each for each in self._kept if each.name != name]
        self._fill()
        self.save()
