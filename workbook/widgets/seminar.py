"""A form for a seminar: it writes the file of the seminar, and from it whatever is to be handed out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from html import escape
from pathlib import Path
from time import monotonic, strftime
from typing import Any

import ipywidgets as ui

from workbook.assets import asset
from workbook.errors import Problem, UsageError, WorkbookError
from workbook.messages import message
from workbook.run import Workbook
from workbook.saving import WriteError, written
from workbook.seminar import MOST_LOGO, Seminar, SeminarError, logo_ending, read_seminar, scenario_of
from workbook.seminar_text import EXAMPLES, seminar_text
from workbook.text import base_language
from workbook.widgets import pieces
from workbook.widgets.controls import Names, Press
from workbook.widgets.logo import LogoField
from workbook.widgets.seminar_words import seminar_word
from workbook.widgets.words import SPOKEN

KINDS = ("html", "slides", "worksheet", "cards", "script")
QUEUED = 0.5
"""Seconds after something was made in which a press was waiting already."""
_TEXTS = ("title", "lecturer", "organisation", "date", "logo")


@dataclass(frozen=True, slots=True)
class Maker:
    """What the form makes things with; it stands above the widgets."""

    text: Callable[[Workbook, str, str, str, Seminar], str]
    """(workbook, kind, language, address, seminar) -> the text of a file."""
    folder: Callable[[Path, Workbook, Seminar, Callable[[int, int], None]], None]
    """Fills a folder with everything; told (files done, files in all) after each."""
    load: Callable[[str], Workbook]
    titles: Mapping[str, str]
    """Id -> title of the scenarios that can be chosen."""


class SeminarForm(ui.VBox):  # type: ignore[misc]  # ipywidgets is untyped
    """The widget behind :func:`workbook.seminar_form`.

    Parameters
    ----------
    workbook
        The scenario with which it begins, unless the file names another one.
    lang
        Language of the form.
    file
        The seminar's file; if it is there, the form begins with what it says.
    maker
        Makes what is handed out.
    """

    def __init__(self, workbook: Workbook, lang: str, file: Path, maker: Maker) -> None:
        super().__init__()
        self.add_class("wb-explorer")
        self.add_class("wb-seminar")
        self.workbook, self.lang, self.file, self._maker = workbook, lang, file, maker
        # What is said stands where one looks: of the upper fields above them, of the buttons above these.
        self.above, self.said, self.progress, self.names = ui.HTML(), ui.HTML(), ui.HTML(), Names(lang)
        self.style = ui.HTML(f"<style>{asset('explorer.css')}</style>")
        self.said.add_class("wb-said")
        self._where = self.above
        self._known = _content(file)
        self._broken = ""
        self.links: dict[tuple[str, str], ui.Button] = {}
        self._last: tuple[str, Seminar | None, float] = ("", None, 0.0)
        self._own = workbook
        begun = self._begun()
        self._fields(begun)
        self._build(begun.language, begun.world, begun.levers, begun.chapters)
        self._where = self.said

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
        there = _content(self.file)
        if there is not None and (there != self._known or self._broken):
            self._refuse(self._broken if there == self._known else self._word("changed", file=self.file.name))
            return None
        seminar = self.seminar
        if not seminar.levers or not seminar.chapters:
            self._refuse(self._word("none"))
            return None
        text = seminar_text(self.workbook.scenario, seminar, base_language(self.lang))
        try:
            with written(self.file) as beside:
                beside.write_text(text, encoding="utf-8")
                whole = read_seminar(beside, self.workbook.scenario)
        except SeminarError as error:
            self._refuse(" ".join(self._placed(problem, text) for problem in error.problems))
            return None
        except WorkbookError as error:
            self._refuse(error.text(self.lang))
            return None
        self._known = _content(self.file)
        self._tell(self._word("saved", file=self.file.resolve(), time=strftime("%H:%M:%S")))
        return whole

    def export(self, kind: str) -> Path | None:
        """Save, then write one of :data:`KINDS` beside the file; None when that was not possible."""
        seminar = self.save()
        if seminar is None:
            return None
        name = self.workbook.scenario.id + ("" if kind == "html" else f".{kind}")
        target = self.file.with_name(f"{name}.html")

        def make() -> None:
            text = self._maker.text(self.workbook, kind, seminar.language, "", seminar)
            with written(target) as beside:
                beside.write_text(text, encoding="utf-8")

        return target if self._made(kind, target, make) else None

    def fold(self) -> Path | None:
        """Save, then write everything into a folder beside the file; its index, or None."""
        seminar = self.save()
        if seminar is None:
            return None
        folder = self.file.with_suffix("")
        index = folder / "index.html"
        make = partial(self._maker.folder, folder, self.workbook, seminar, self._step)
        return index if self._made("folder", index, make) else None

    def take_logo(self, name: str, size: int, data: bytes | None) -> None:
        """Put a picture beside the file and name it as the logo."""
        if data is None and size <= MOST_LOGO:
            raise UsageError("seminar-logo-missing", name=name)
        target = self.file.with_name(f"{self.file.stem}-logo{logo_ending(name, size, data or b'')}")
        with written(target) as beside:
            beside.write_bytes(data or b"")
        self.texts["logo"].value = target.name
        self._tell(self._word("uploaded", file=target.name))

    def choose(self, name: str) -> None:
        """Go over to another scenario; who, when and how many stay."""
        spoken, here = self.language.value, self.workbook.scenario.id
        try:
            self.workbook = self._own if name == self._own.scenario.id else self._maker.load(name)
        except WorkbookError:
            self.scenario.value = here
            raise
        self._build(spoken)

    # --- parts ---------------------------------------------------------------------------------

    @property
    def _labels(self) -> str:
        """The language in which the scenario's own words stand here."""
        known = self.workbook.scenario.languages
        return self.lang if self.lang in known else known[0]

    def _begun(self) -> Seminar:
        """What the file says, or an empty seminar; a file that cannot be read is left alone."""
        empty = Seminar(self.workbook.scenario.id)
        if not self.file.exists():
            return empty
        try:
            name = scenario_of(self.file)
            if name != self.workbook.scenario.id and name in self._maker.titles:
                self.workbook = self._maker.load(name)
            return read_seminar(self.file, self.workbook.scenario)
        except WorkbookError as error:
            self._broken = f"{error.text(self.lang)} {self._word('broken')}"
            self._refuse(self._broken)
            return Seminar(self.workbook.scenario.id)

    def _placed(self, problem: Problem, text: str) -> str:
        """A problem by the name of its field: the file in which it has a line is gone again."""
        key = text.splitlines()[problem.place.line - 1].partition(":")[0]
        name = f"{self._word(key)}: " if key in _TEXTS else ""
        return name + message(problem.code, self.lang, **problem.values)

    def _fields(self, begun: Seminar) -> None:
        """What every scenario has."""
        s, place = self.workbook.scenario, 1 if base_language(self.lang) == "en" else 0
        examples = {key: self._word("example", text=text[place]) for key, text in EXAMPLES.items()}
        examples["logo"] = self._word("logo-help", file=self.file.name)
        wide = _about("44rem")
        self.texts = {
            key: ui.Text(getattr(begun, key), placeholder=examples[key], description=self._word(key), **wide)
            for key in _TEXTS
        }
        titles = {s.id: s.title[self._labels], **self._maker.titles}
        titles.setdefault(self._own.scenario.id, self._own.scenario.id)
        self.scenario = ui.Dropdown(
            options=[(title, name) for name, title in titles.items()], value=s.id,
            description=self._word("scenario"), **_about(),
        )  # fmt: skip
        self.scenario.observe(self._turned, "value")
        self.upload = LogoField(
            self._word("upload"), lambda *given: self._tried(lambda: self.take_logo(*given), self.above)
        )
        self.least = ui.BoundedIntText(begun.least, min=3, max=500, description=self._word("least"), **_about())

    def _build(
        self, spoken: str = "", world: str = "", levers: Iterable[str] = (), chapters: Iterable[str] = ()
    ) -> None:
        """What each scenario has of its own; the fields above stay, and so does the place where somebody types."""
        s, lang = self.workbook.scenario, self._labels
        self.language = ui.Dropdown(
            options=[(SPOKEN[each], each) for each in s.languages], value=spoken if spoken in s.languages else lang,
            description=self._word("language"), **_about(),
        )  # fmt: skip
        self.world = ui.Dropdown(
            options=[(w.label[lang], name) for name, w in s.worlds.items()], value=world or s.baseline.name,
            description=self._word("world"), **_about(),
        )  # fmt: skip
        self.levers = _boxes({n: x.label[lang] for n, x in s.levers.items()}, levers)
        titles = {c.name: f"{c.year} · {c.title[lang]}" for c in s.chapters if c is not s.endings}
        self.chapters = _boxes(titles, chapters)
        acts: dict[str, Callable[[], Any]] = {"save": self.save, "folder": self.fold}
        acts |= {kind: partial(self.export, kind) for kind in KINDS}
        self._presses: list[Press] = []
        self.buttons = {key: self._button(key, act) for key, act in acts.items()}
        self.buttons["save"].button_style = "primary"
        self.children = (
            self.style, self.above, self.scenario, *self.texts.values(), self.upload, self.language, self.world,
            self.least, ui.HTML(pieces.note(self._word("least-note"))),
            *self._group("levers", self.levers), ui.HTML(pieces.note(self._word("enough"))),
            *self._group("chapters", self.chapters),
            self.said, self.progress, _row(self.buttons.values()), self.names,
        )  # fmt: skip

    def _turned(self, change: Mapping[str, Any]) -> None:
        if change["new"] != self.workbook.scenario.id:
            self._tried(lambda: self.choose(change["new"]), self.above)

    def _group(self, key: str, boxes: Mapping[str, ui.Checkbox]) -> tuple[ui.Widget, ui.Widget]:
        """A heading with links that tick all or none, and the boxes."""
        heading = self._word(key)
        for word, ticked in (("all", True), ("no", False)):
            link = ui.Button(description=self._word(word), tooltip=f"{heading}: {self._word(word)}")
            link.add_class("wb-link")
            link.on_click(lambda _, ticked=ticked: _tick(boxes, ticked))
            self.links[key, word] = link
        head = ui.Box(
            [ui.HTML(f"<h3>{escape(heading)}</h3>"), *(self.links[key, word] for word in ("all", "no"))],
            layout=ui.Layout(align_items="center"),
        )
        return head, _row(boxes.values())

    def _button(self, key: str, act: Callable[[], Any]) -> ui.Button:
        button = ui.Button(description=self._word(key), layout=ui.Layout(width="auto"))
        fields = (*self.texts.values(), self.language, self.world, self.least)
        fields += (*self.levers.values(), *self.chapters.values())
        self._presses.append(Press(button, partial(self._tried, act), fields, self.names))
        return button

    def _tried(self, act: Callable[[], Any], where: ui.HTML | None = None) -> None:
        """Whatever a click or a choice brings about ends in a sentence: Jupyter hides what else it would say."""
        if where is not None:
            for press in self._presses:
                press.rest()
        self._where = where or self.said
        self.above.value = self.said.value = ""  # so that the same sentence is read aloud again
        try:
            act()
        except WorkbookError as error:
            self._refuse(error.text(self.lang))
        except Exception as error:  # noqa: BLE001 - see above
            self._refuse(self._word("failed", detail=f"{type(error).__name__}: {error}"))
        finally:
            self._where = self.said

    def _made(self, kind: str, target: Path, make: Callable[[], None]) -> bool:
        """Make something and say so; presses that came meanwhile ask for what is there now."""
        if self._last[:2] == (kind, self.seminar) and monotonic() - self._last[2] < QUEUED:
            self._tell(self._word("made", file=target.resolve()))
            return True
        self._tell(self._word("making", what=self._word(kind)))
        try:
            make()
        except WorkbookError as error:
            self._refuse(error.text(self.lang))
            return False
        except OSError as error:
            self._refuse(WriteError(target.parent, error).text(self.lang))
            return False
        finally:
            self.progress.value = ""
        self._tell(self._word("made", file=target.resolve()))
        self._last = kind, self.seminar, monotonic()
        return True

    def _step(self, done: int, count: int) -> None:
        # Beside the live region: a screen reader is not to read each file.
        self.progress.value = pieces.note(self._word("step", done=done, count=count))

    def _word(self, key: str, **values: object) -> str:
        return seminar_word(key, self.lang, **values)

    def _tell(self, sentence: str) -> None:
        self._where.value = pieces.live(sentence)

    def _refuse(self, sentence: str) -> None:
        self._where.value = pieces.fault(sentence)


def _about(width: str = "30rem") -> dict[str, Any]:
    return {"style": {"description_width": "170px"}, "layout": ui.Layout(width="auto", max_width=width)}


def _row(widgets: Iterable[ui.Widget]) -> ui.Box:
    return ui.Box([*widgets], layout=ui.Layout(flex_flow="row wrap"))


def _boxes(labels: Mapping[str, str], chosen: Iterable[str]) -> dict[str, ui.Checkbox]:
    """A box to tick for each name; all are ticked when nothing is chosen."""
    ticked = set(chosen) or set(labels)
    layout = ui.Layout(width="20rem")
    return {n: ui.Checkbox(n in ticked, description=label, indent=False, layout=layout) for n, label in labels.items()}


def _chosen(boxes: Mapping[str, ui.Checkbox]) -> tuple[str, ...]:
    return tuple(name for name, box in boxes.items() if box.value)


def _tick(boxes: Mapping[str, ui.Checkbox], ticked: bool) -> None:  # noqa: FBT001 - a box is ticked or not
    for box in boxes.values():
        box.value = ticked


def _content(file: Path) -> bytes | None:
    try:
        return file.read_bytes()
    except OSError:
        return None
