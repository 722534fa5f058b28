"""Live explorers in a document: any number of them share one copy of the runtime and of each model."""

from __future__ import annotations

import html
from dataclasses import dataclass

from workbook.assets import asset
from workbook.diagrams.plain import manner
from workbook.engine.sampling import FUTURES
from workbook.engine.script import script_text
from workbook.export.assets import json_script, lean, script_safe
from workbook.export.page_texts import page_texts
from workbook.export.payload import Payload
from workbook.run import Workbook
from workbook.runcode import encode
from workbook.seminar import LEAST
from workbook.setting import Setting

CORE = ("format.js", "model.js", "story.js", "runcode.js", "play.js", "room.js", "cohorts.js", "backcast.js")
"""What computes; it touches no page and runs in Node.js as well."""
SURFACE = (
    "words.js", "contest.words.js", "dom.js", "keeping.js", "charts.js", "levers.js", "profile.js", "narrative.js",
    "numbers.js", "guess.js", "guide.js", "contest.js", "comparing.js", "sharing.js", "drawing.js", "branches.js",
    "causes.js", "remembering.js", "lecturer.js", "wishing.js", "foot.js", "paper.js", "explorer.js", "start.js",
)  # fmt: skip
SHIFT = {"page": 0, "notebook": 2, "slide": 1}
"""How far the headings of an explorer stand below those of the document around it."""


@dataclass(frozen=True, slots=True)
class Stage:
    """One explorer: what it plays, in which language, and where it begins."""

    workbook: Workbook
    lang: str = "de"
    setting: Setting | None = None
    levers: tuple[str, ...] = ()
    """Only these are shown; all when empty."""
    least: int = LEAST
    """People below which the lecturer's view shows nothing, until somebody there says otherwise."""
    kind: str = "page"
    """``page`` fills a window, ``notebook`` stands in a text, ``slide`` on a slide."""


class Stages:
    """The explorers of one document.

    Parameters
    ----------
    name : str
        Tells documents apart under which a browser keeps runs and notes; empty for the page itself.
    address : str
        Where the document is published, for links that others can open; empty when nowhere.
    """

    def __init__(self, name: str = "", address: str = "") -> None:
        self.name = name
        self.address = address
        self._bundles: dict[int, tuple[Workbook, str]] = {}
        self._count = 0

    def place(self, stage: Stage) -> str:
        """The element to stand in the document; a reader without scripts finds a sentence in it."""
        name, _ = self._bundles.setdefault(id(stage.workbook), (stage.workbook, f"b{len(self._bundles)}"))[::-1]
        prefix = "" if stage.kind == "page" else f"e{self._count}-"
        own = "" if stage.kind == "page" else f"{self.name}/{self._count}"
        self._count += 1
        given = {
            "data-explorer": name,
            "data-kind": stage.kind,
            "data-prefix": prefix,
            "data-shift": str(SHIFT[stage.kind]),
            "data-name": own,
            "data-language": stage.lang,
            "data-levers": " ".join(stage.levers),
            "data-least": str(stage.least),
            "data-code": encode(stage.workbook.scenario, stage.setting) if stage.setting else "",
        }
        attributes = " ".join(f'{key}="{html.escape(value)}"' for key, value in given.items())
        tag = "div" if stage.kind == "page" else "section"
        title = html.escape(stage.workbook.scenario.title[stage.lang])
        number = f"{self._count}. " if self._count > 1 else ""
        label = "" if stage.kind == "page" else f' aria-label="{number}{title}"'
        return f'<{tag} class="wb" {attributes}{label}></{tag}>'

    def scripts(self) -> list[str]:
        """The runtime, safe inside ``<script>``; Plotly must stand before it. Empty when nothing was placed."""
        if not self._bundles:
            return []
        bundles = ",\n".join(
            f"{name}() {{\n{bundle(Payload(workbook, self.address))}\nreturn {{DATA, PROGRAM, CONDITIONS}};\n}}"
            for workbook, name in self._bundles.values()
        )
        texts = json_script(page_texts())
        parts = [
            '"use strict";', "(function () {", f"const FUTURES = {FUTURES};", f"const PAGE_TEXTS = {texts};",
            f"const DRAWING = {json_script(manner())};",
            _library("leanQr", "vendor/lean-qr.js"), *(lean(asset(name)) for name in (*CORE, *SURFACE[:-1])),
            f"const BUNDLES = {{\n{bundles}\n}};", lean(asset(SURFACE[-1])), "})();",
        ]  # fmt: skip
        return [script_safe("\n".join(parts))]

    def markup(self) -> str:
        """The template that the runtime fills; it stands once in the document's body."""
        return asset("explorer.html") if self._bundles else ""

    def style(self) -> str:
        """The styles of the explorers."""
        return asset("page.css") + asset("room.css")


def bundle(payload: Payload) -> str:
    """The definitions of one scenario: data, program and conditions."""
    data = payload.data()
    program = lean(script_text(payload.workbook.simulator.program, payload.wanted))
    return "\n".join(
        (
            f"const DATA = {json_script(data)};",
            f"const PROGRAM = {program};",
            f"const CONDITIONS = {payload.conditions.script()};",
        )
    )


def definitions(payload: Payload) -> list[str]:
    """One scenario and the functions that compute with it, for a place without a page."""
    return [bundle(payload), f"const FUTURES = {FUTURES};", *map(asset, CORE)]


def _library(name: str, file: str) -> str:
    """A CommonJS file as one value."""
    return f"const {name} = (function () {{ const exports = {{}};\n{asset(file)}\nreturn exports; }})();"
