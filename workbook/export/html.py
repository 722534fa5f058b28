"""The page: data, the printed program and a small runtime in one file that fetches nothing."""

from __future__ import annotations

import html
from pathlib import Path
from string import Template

from workbook.assets import asset
from workbook.engine.sampling import FUTURES
from workbook.engine.script import script_text
from workbook.export.assets import json_script, policy, script_safe
from workbook.export.payload import Payload
from workbook.run import Workbook
from workbook.text import base_language

CORE = ("format.js", "model.js", "story.js", "runcode.js")
"""What computes; it touches no page and runs in Node.js as well."""
SURFACE = ("words.js", "charts.js", "page.js")


def export_html(workbook: Workbook, path: Path, lang: str = "de") -> None:
    """Write the page of a scenario; ``lang`` is the language it opens in."""
    path.write_text(page_html(workbook, lang), encoding="utf-8")


def page_html(workbook: Workbook, lang: str = "de") -> str:
    """One HTML document with everything in it: texts, model, charts, styles."""
    payload = Payload(workbook)
    runtime = "\n".join(
        ['"use strict";', "(function () {", *definitions(payload), *map(asset, SURFACE), "})();"],
    )
    scripts = [script_safe(asset("vendor/plotly-basic.min.js")), script_safe(runtime)]
    return Template(asset("page.html")).substitute(
        lang=lang,
        title=html.escape(workbook.scenario.title[lang]),
        tabs={"de": "Ansicht", "en": "View"}[base_language(lang)],
        policy=html.escape(policy(scripts)),
        style=asset("page.css"),
        scripts="\n".join(f"<script>{script}</script>" for script in scripts),
    )


def definitions(payload: Payload) -> list[str]:
    """The scripts that define data, program, conditions and the functions that compute with them."""
    data = payload.data()
    program = script_text(payload.workbook.simulator.program, payload.wanted)
    return [
        f"const DATA = {json_script(data)};",
        f"const FUTURES = {FUTURES};",
        f"const PROGRAM = {program};",
        f"const CONDITIONS = {payload.conditions.script()};",
        *map(asset, CORE),
    ]
