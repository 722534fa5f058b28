"""A form for a seminar: it writes the file of the seminar, and from it whatever is to be handed out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from html import escape
from pathlib import Path
from typing import Any

import ipywidgets as ui

from workbook.assets import asset
from workbook.errors import WorkbookError
from workbook.messages import message
from workbook.run import Workbook
from workbook.saving import written
from workbook.seminar import LEAST, Seminar, SeminarError, read_seminar
from workbook.seminar_text import seminar_text
from workbook.text import base_language
from workbook.widgets import pieces
from workbook.widgets.controls import Names
from workbook.widgets.words import SPOKEN

Make = Callable[[Workbook, str, str, str, Seminar], str]
"""(workbook, kind, language, address, seminar) -> the text of a file."""

_WORDS: Mapping[str, tuple[str, str]] = {
    "title": ("Titel", "Title"),
    "lecturer": ("Leitung", "Led by"),
    "organisation": ("Hochschule, Träger", "University, organisation"),
    "date": ("Wann", "When"),
    "logo": ("Logo (PNG, SVG)", "Logo (PNG, SVG)"),
    "logo-help": ("Name einer Datei neben {file}", "Name of a file beside {file}"),
    "language": ("Sprache", "Language"),
    "world": ("Alle beginnen in", "All begin in"),
    "least": ("Kleinste Gruppe", "Smallest group"),
    "levers": ("Hebel, die man stellt", "Levers to be moved"),
    "chapters": ("Kapitel, die erzählt werden", "Chapters to be told"),
    "save": ("Speichern", "Save"),
    "saved": ("Gespeichert: {file}", "Saved: {file}"),
    "made": ("Geschrieben: {file}", "Written: {file}"),
    "none": ("Mindestens ein Hebel und ein Kapitel gehören dazu.", "At least one lever and one chapter belong to it."),
    "broken": (
        "Die Datei bleibt, wie sie ist, bis das behoben oder sie umbenannt ist.",
        "The file stays as it is until this is mended or it is renamed.",
    ),
    "html": ("Seite", "Page"),
    "slides": ("Folien", "Slides"),
    "worksheet": ("Arbeitsblatt", "Worksheet"),
    "cards": ("Spielkarten", "Cards"),
    "script": ("Leitfaden", "Script"),
}  # fmt: skip
KINDS = ("html", "slides", "worksheet", "cards", "script")
_TEXTS = ("title", "lecturer", "organisation", "date", "logo")


class SeminarForm(ui.VBox):  # type: ignore[misc]  # ipywidgets is untyped
    """The widget behind :func:`workbook.seminar_form`.

    Parameters
    ----------
    workbook
    lang
        Language of the form.
    file
        The seminar's file; if it is there, the form begins with what it says.
    make
        Makes the text of what is handed out.
    """

    def __init__(self, workbook: Workbook, lang: str, file: Path, make: Make) -> None:
        super().__init__()
        self.add_class("wb-explorer")
        self.workbook, self.lang, self.file, self._make = workbook, lang, file, make
        self.said = ui.HTML()
        self.broken = False
        self._build(self._begun())

    @property
    def seminar(self) -> Seminar:
        """What the form says now, without the picture."""
        return Seminar(
            self.workbook.scenario.id,
            **{key: self.texts[key].value.strip() for key in _TEXTS},
            language=self.language.value,
            world=self.world.value,
            levers=_chosen(self.levers),
            chapters=_chosen(self.chapters),
            least=self.least.value,
        )

    def save(self) -> Seminar | None:
        """Write the file; None, and a sentence, when something does not fit."""
        if self.broken:
            self._begun()
            if self.broken:
                return None
        seminar = self.seminar
        if not seminar.levers or not seminar.chapters:
            self._refuse(self._word("none"))
            return None
        try:
            with written(self.file) as beside:
                text = seminar_text(self.workbook.scenario, seminar, base_language(self.lang))
                beside.write_text(text, encoding="utf-8")
                whole = read_seminar(beside, self.workbook.scenario)
        except SeminarError as error:
            # The places are those of a file that is gone again; what is wrong is enough.
            self._refuse(" ".join(message(p.code, self.lang, **p.values) for p in error.problems))
            return None
        except WorkbookError as error:
            self._refuse(error.text(self.lang))
            return None
        self._tell(self._word("saved", file=self.file))
        return whole

    def export(self, kind: str) -> Path | None:
        """Save, then write one of :data:`KINDS` beside the file; None when that was not possible."""
        seminar = self.save()
        if seminar is None:
            return None
        name = self.workbook.scenario.id + ("" if kind == "html" else f".{kind}")
        target = self.file.with_name(f"{name}.html")
        try:
            text = self._make(self.workbook, kind, seminar.language, "", seminar)
            with written(target) as beside:
                beside.write_text(text, encoding="utf-8")
        except WorkbookError as error:
            self._refuse(error.text(self.lang))
            return None
        self._tell(self._word("made", file=target))
        return target

    # --- parts ---------------------------------------------------------------------------------

    def _begun(self) -> Seminar:
        """What the file says, or an empty seminar; a file that cannot be read is left alone."""
        self.broken = False
        empty = Seminar(self.workbook.scenario.id)
        if not self.file.exists():
            return empty
        try:
            return read_seminar(self.file, self.workbook.scenario)
        except WorkbookError as error:
            self.broken = True
            self._refuse(f"{error.text(self.lang)} {self._word('broken')}")
            return empty

    def _build(self, begun: Seminar) -> None:
        s, lang = self.workbook.scenario, self.lang
        style, wide = {"description_width": "170px"}, ui.Layout(width="auto", max_width="44rem")
        self.texts = {
            key: ui.Text(getattr(begun, key), description=self._word(key), style=style, layout=wide) for key in _TEXTS
        }
        self.texts["logo"].placeholder = self._word("logo-help", file=self.file.name)
        about = {"style": style, "layout": ui.Layout(width="auto", max_width="30rem")}
        self.language = ui.Dropdown(
            options=[(SPOKEN[each], each) for each in s.languages], value=begun.language or lang,
            description=self._word("language"), **about,
        )  # fmt: skip
        self.world = ui.Dropdown(
            options=[(w.label[lang], name) for name, w in s.worlds.items()],
            value=begun.world or s.baseline.name, description=self._word("world"), **about,
        )  # fmt: skip
        self.least = ui.BoundedIntText(begun.least or LEAST, min=3, max=500, description=self._word("least"), **about)
        self.levers = _boxes({n: x.label[lang] for n, x in s.levers.items()}, begun.levers)
        chapters = {c.name: f"{c.year} · {c.title[lang]}" for c in s.chapters if c is not s.endings}
        self.chapters = _boxes(chapters, begun.chapters)
        self.buttons = {"save": self._button("save", self.save, "primary")}
        self.buttons |= {kind: self._button(kind, partial(self.export, kind)) for kind in KINDS}
        row = ui.Layout(flex_flow="row wrap")
        self.children = (
            ui.HTML(f"<style>{asset('explorer.css')}</style>"),
            *self.texts.values(), self.language, self.world, self.least,
            self._heading("levers"), ui.Box([*self.levers.values()], layout=row),
            self._heading("chapters"), ui.Box([*self.chapters.values()], layout=row),
            ui.Box([*self.buttons.values()], layout=row), self.said, Names(),
        )  # fmt: skip

    def _button(self, key: str, act: Callable[[], Any], style: str = "") -> ui.Button:
        button = ui.Button(description=self._word(key), button_style=style)
        button.on_click(lambda _: act())
        return button

    def _heading(self, key: str) -> ui.HTML:
        return ui.HTML(f"<h3>{escape(self._word(key))}</h3>")

    def _word(self, key: str, **values: object) -> str:
        return _WORDS[key][1 if base_language(self.lang) == "en" else 0].format(**values)

    def _tell(self, sentence: str) -> None:
        self.said.value = pieces.live(sentence)

    def _refuse(self, sentence: str) -> None:
        self.said.value = pieces.fault(sentence)


def _boxes(labels: Mapping[str, str], chosen: Iterable[str]) -> dict[str, ui.Checkbox]:
    """A box to tick for each name; all are ticked when nothing is chosen."""
    ticked = set(chosen) or set(labels)
    layout = ui.Layout(width="20rem")
    return {n: ui.Checkbox(n in ticked, description=label, indent=False, layout=layout) for n, label in labels.items()}


def _chosen(boxes: Mapping[str, ui.Checkbox]) -> tuple[str, ...]:
    return tuple(name for name, box in boxes.items() if box.value)
