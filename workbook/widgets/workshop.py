"""Where a participant writes a scene of their own: what is typed is kept, and told as soon as it fits."""

from __future__ import annotations

import json
from functools import partial
from html import escape
from math import ceil, floor
from typing import Any

import ipywidgets as ui

from workbook.assets import asset
from workbook.errors import ScenarioError, WorkbookError
from workbook.folder.files import CARES
from workbook.model import Chapter, Scenario
from workbook.own import NAME, OwnScene, begin, own_folder, put, take_back
from workbook.run import Run, Workbook
from workbook.saving import WriteError, written
from workbook.setting import Setting
from workbook.shelf import Shelf
from workbook.text import base_language, format_number
from workbook.widgets import pieces
from workbook.widgets.controls import Names, Press
from workbook.widgets.words import word
from workbook.wording import care_name, digits_of, headed

_FIELDS = ("title", "text", "when", "mood", "voice", "price", "crack", "care")


class Studio(ui.VBox):  # type: ignore[misc]  # ipywidgets is untyped
    """The widget behind :func:`workbook.studio`; ``studio.book`` is the copy with the own scenes."""

    def __init__(self, workbook: Workbook, lang: str) -> None:
        super().__init__()
        self.add_class("wb-explorer")
        self.add_class("wb-studio")
        self.original, self.lang = workbook.scenario, lang
        self.fault = ui.HTML()
        self.book = self._open()
        self.setting = self._last()
        self._busy = False
        self._drafts: dict[str, dict[str, Any]] = self._read_drafts()
        self._build()
        self._show_chapter()

    @property
    def run(self) -> Run:
        """The future in which the story is read here: the last one played, else the first world."""
        return self.book.run_of(self.setting)

    # --- what can be done ----------------------------------------------------------------------

    def tell(self) -> None:
        """Put the scene into the story; what does not fit is said, and nothing changes."""
        values = self._values()
        scene = OwnScene(self._chapter.name, **{**values, "care": tuple(values["care"])})
        if not scene.title.strip() or not scene.text.strip() or not scene.when.strip():
            self.fault.value = pieces.fault(word("studio_empty", self.lang))
            return
        self._take(partial(put, self.original, scene, self.lang))

    def untell(self) -> None:
        """Take the own scene of this chapter out of the story; the words stay here."""
        self._take(partial(take_back, self.original, self._chapter.name))

    # --- parts ---------------------------------------------------------------------------------

    def _open(self) -> Workbook:
        try:
            return Workbook(_load(begin(self.original)))
        except WorkbookError as error:
            self.fault.value = pieces.fault(_told(error, self.lang))
            return Workbook(self.original)

    def _last(self) -> Setting:
        try:
            play = Shelf(self.original).read()
        except WorkbookError:
            play = None
        return play.setting if play else self.book.run().setting

    def _take(self, act: Any) -> None:
        self.fault.value = ""
        try:
            self.book = Workbook(act())
        except WorkbookError as error:
            self.fault.value = pieces.fault(_told(error, self.lang))
            return
        self._show_told()

    @property
    def _chapter(self) -> Chapter:
        return next(c for c in self.original.chapters if c.name == self.chapter.value)

    def _build(self) -> None:
        s, lang = self.original, self.lang
        # As wide as the longest name in front, so that none is cut off.
        about = {"layout": ui.Layout(width="100%", max_width="46rem"), "style": {"description_width": "7.5rem"}}
        self.chapter = ui.Dropdown(
            options=[(f"{c.year} · {c.title[lang]}", c.name) for c in s.chapters],
            description=word("chapter", lang), **about,
        )  # fmt: skip
        self.title = ui.Text(description=word("title", lang), **about)
        self.text = ui.Textarea(description=word("text", lang), rows=10, **about)
        self.when = ui.Text(description=word("when", lang), **about)
        moods = [(word(mood, lang), mood) for mood in ("utopia", "ambivalent", "dystopia")]
        self.mood = ui.Dropdown(options=moods, description=word("mood", lang), **about)
        voices = [(label[lang], name) for name, label in s.voices.items()]
        self.voice = ui.Dropdown(options=voices, description=word("voice", lang), **about)
        self.price = ui.Text(description=word("price", lang), placeholder=word("price_help", lang), **about)
        self.crack = ui.Text(description=word("crack", lang), placeholder=word("crack_help", lang), **about)
        notes = [(care_name(care, lang), care) for care in CARES]
        self.care = ui.SelectMultiple(options=notes, description=word("care", lang), rows=4, **about)
        tell, untell = ui.Button(description=word("tell", lang)), ui.Button(description=word("untell", lang))
        for button in (tell, untell):
            button.layout.width = "auto"
        tell.button_style = "primary"
        untell.on_click(lambda _: self.untell())
        self.told = ui.HTML()
        self.chapter.observe(lambda _: self._show_chapter(), "value")
        for name in _FIELDS:
            getattr(self, name).observe(lambda _: self._typed(), "value")
        names = Names(lang)
        self._press = Press(tell, self.tell, [getattr(self, name) for name in _FIELDS], names)
        head = ui.HTML(f"<style>{asset('explorer.css')}</style>{pieces.title(s.title[lang])}")
        self.children = [
            head, self.chapter, self.title, self.text, self._condition(), self.when, self.mood,
            self.voice, self.price, self.crack, self.care, ui.HBox([tell, untell]), self.fault,
            self.told, names,
        ]  # fmt: skip

    def _condition(self) -> ui.VBox:
        """A condition put together by hand and eye, for those who do not write any."""
        s, lang = self.original, self.lang
        names = [(headed(i, lang), i.name) for i in s.indicators.values()]
        self.which = ui.Dropdown(options=names, description=word("number", lang), layout=ui.Layout(width="24rem"))
        self.least = ui.Dropdown(
            options=[(word("at_least", lang), ">="), (word("at_most", lang), "<=")], description=word("is", lang)
        )
        self.bound = ui.FloatText(description=word("value", lang))
        add = ui.Button(description=word("use", lang), layout=ui.Layout(width="auto"))
        add.on_click(lambda _: self._add())
        self._suggested = self.bound.value
        self.which.observe(lambda _: self._suggest(), "value")
        self.least.observe(lambda _: self._suggest(anew=False), "value")
        self._suggest()
        row = ui.HBox([self.which, self.least, self.bound, add], layout=ui.Layout(flex_flow="row wrap"))
        return ui.VBox([ui.HTML(f"<p class='wb-note'>{escape(word('when_help', lang))}</p>"), row])

    def _suggest(self, *, anew: bool = True) -> None:
        """The value of the chapter's year in the run shown: with it the scene is told at once.

        It is rounded to the side on which the condition holds; a value that a person has typed stays unless ``anew``.
        """
        if not anew and self.bound.value != self._suggested:
            return
        value = self.run.value(self.which.value, self._chapter.year)
        scale = 10 ** digits_of(self.original, self.which.value, value)
        whole = floor(value * scale) if self.least.value == ">=" else ceil(value * scale)
        self.bound.value = self._suggested = whole / scale

    def _add(self) -> None:
        part = f"{self.which.value} {self.least.value} {self.bound.value:.10g}"
        self.when.value = f"{self.when.value} and {part}" if self.when.value.strip() else part

    # --- showing and keeping ---------------------------------------------------------------------

    def _values(self) -> dict[str, Any]:
        return {name: getattr(self, name).value for name in _FIELDS} | {"care": list(self.care.value)}

    def _show_chapter(self) -> None:
        draft = self._drafts.get(self._chapter.name, {})
        self._press.rest()
        self._busy = True
        try:
            for name in _FIELDS:
                field = getattr(self, name)
                allowed = [value for _, value in field.options] if hasattr(field, "options") else None
                value = draft.get(name)
                if name == "care":
                    listed = value if isinstance(value, list) else []
                    field.value = tuple(each for each in listed if each in CARES)
                elif allowed is not None:
                    field.value = value if value in allowed else allowed[0]
                else:
                    field.value = value if isinstance(value, str) else ""
        finally:
            self._busy = False
        self._suggest()
        self._show_told()

    def _show_told(self) -> None:
        run, lang = self.run, self.lang
        k = [c.name for c in run.scenario.chapters].index(self._chapter.name)
        told = run.told[k]
        own = any(scene.name == NAME for scene in run.scenario.chapters[k].scenes)
        said = "own_told" if told.scene.name == NAME else "own_waits" if own else "own_none"
        shown = run.passage(told, lang, moves=False)
        values = ""
        if said == "own_waits":
            year = self._chapter.year
            names = [n for n in run.scenario.indicators if n in self.when.value]
            parts = [f"{headed(run.scenario.indicators[n], lang)}: {_number(run, n, year, lang)}" for n in names]
            values = pieces.note(f"{year}: {'; '.join(parts)}.") if parts else ""
        self.told.value = (
            f"<h3 class='wb-heading'>{escape(word('story', lang))}</h3>"
            f"<p class='wb-live' role='status'>{escape(word(said, lang))}</p>{values}"
            f"{pieces.scene(shown, lang, retold=False, veiled=False)}"
        )

    def _typed(self) -> None:
        if self._busy:
            return
        self._drafts[self._chapter.name] = self._values()
        try:
            with written(self._draft_path) as file:
                text = json.dumps({"format": "workbook-drafts", "drafts": self._drafts}, ensure_ascii=False, indent=2)
                file.write_text(text + "\n", encoding="utf-8")
        except WriteError as error:
            self.fault.value = pieces.fault(error.text(self.lang))

    @property
    def _draft_path(self) -> Any:
        folder = own_folder(self.original)
        return folder.with_name(f"{folder.name}.entwurf.json")

    def _read_drafts(self) -> dict[str, dict[str, Any]]:
        try:
            plain = json.loads(self._draft_path.read_text(encoding="utf-8"))
            found = plain["drafts"]
            return {name: dict(each) for name, each in found.items()}
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return {}


def _number(run: Run, name: str, year: int, lang: str) -> str:
    value = run.value(name, year)
    return format_number(value, lang, digits_of(run.scenario, name, value))


def _load(folder: Any) -> Scenario:
    from workbook.folder import load

    return load(folder)


def _told(error: WorkbookError, lang: str) -> str:
    """What is wrong with the words, without the places of a file that the person has not seen."""
    if isinstance(error, ScenarioError):
        return " ".join(dict.fromkeys(problem.text(base_language(lang)) for problem in error.problems))
    return error.text(lang)
