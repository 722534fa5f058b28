"""Explorers of a notebook -> live explorers of the file.

An output says which scenario it shows and how it was set; the scenario is read anew here, since
what is stored in a notebook may be old or another's.
"""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from pathlib import Path
from typing import Any, Protocol

from workbook.errors import WorkbookError
from workbook.export.stage import Stage
from workbook.notebook.headings import Headings
from workbook.notebook.words import word
from workbook.run import Workbook
from workbook.runcode import encode
from workbook.setting import Setting, setting_of

MIME = "application/vnd.workbook.explorer+json"


class Stages(Protocol):
    """What is needed of :class:`workbook.export.stage.Stages`."""

    def place(self, stage: Stage) -> str: ...
    def scripts(self) -> list[str]: ...
    def markup(self) -> str: ...
    def style(self) -> str: ...


class Explorers:
    """The explorers of one file; they share one copy of everything."""

    def __init__(self, stages: Stages, headings: Headings, lang: str, kind: str, folder: Path | None) -> None:
        self.stages = stages
        self.headings = headings
        self.lang = lang
        self.kind = kind
        self.folder = folder
        self.count = 0
        self._read: dict[str, Workbook] = {}

    def add(self, data: Any) -> str:
        """An explorer as HTML, or a sentence why it is not here."""
        try:
            stage, changed = self._stage(data if isinstance(data, Mapping) else {})
            head = self._head(stage)
            placed = head + self.stages.place(stage)
        except WorkbookError as error:
            reason = error.text(self.lang)
            return f'<p class="nb-aside">{escape(word("scenario-gone", self.lang, reason=reason))}</p>\n'
        self.count += 1
        note = f'<p class="nb-aside">{escape(word("scenario-changed", self.lang))}</p>\n' if changed else ""
        return note + placed

    def _head(self, stage: Stage) -> str:
        """An explorer's own headings are of the third rank in a text: below a title one is missing."""
        if stage.kind != "notebook" or (self.headings.found and self.headings.found[-1].rank > 1):
            return ""
        heading = self.headings.add(2, stage.workbook.scenario.title[stage.lang])
        return f'<h2 class="nb-quiet" id="{escape(heading.id)}">{escape(heading.text)}</h2>\n' if heading else ""

    def _stage(self, data: Mapping[str, Any]) -> tuple[Stage, bool]:
        """The explorer, and whether its setting had to be given up."""
        workbook = self._workbook(str(data.get("scenario", "")))
        scenario = workbook.scenario
        asked = str(data.get("lang", self.lang))
        lang = next((name for name in (asked, self.lang) if name in scenario.languages), scenario.languages[0])
        shown = data.get("levers")
        levers = tuple(name for name in shown if name in scenario.levers) if isinstance(shown, list) else ()
        setting: Setting | None = None
        changed = False
        try:
            setting = _setting(workbook, data)
            if setting is not None:
                encode(scenario, setting)  # a stage is set by its code, which not every setting has
        except (WorkbookError, AttributeError, TypeError, ValueError):  # what is stored may be anything
            changed = True
        return Stage(workbook=workbook, lang=lang, setting=setting, levers=levers, kind=self.kind), changed

    def _workbook(self, name: str) -> Workbook:
        if name not in self._read:
            from workbook import load

            self._read[name] = load(self._beside(name) or name)
        return self._read[name]

    def _beside(self, name: str) -> Path | None:
        """A scenario that lies by the notebook; its name was written where the notebook's code ran."""
        if self.folder is None or not name:
            return None
        try:
            places = (self.folder / name, self.folder / "scenarios" / name)
            return next((place for place in places if (place / "scenario.yaml").is_file()), None)
        except (OSError, ValueError):
            return None


def _setting(workbook: Workbook, data: Mapping[str, Any]) -> Setting | None:
    code = data.get("code")
    if isinstance(code, str):
        return workbook.run_of_code(code).setting
    given = data.get("setting")
    if not isinstance(given, Mapping):
        return None
    return setting_of(workbook.scenario, given.get("world"), given.get("levers"), given.get("choices"))
