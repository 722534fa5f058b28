"""The page: one explorer that fills a file of its own and fetches nothing."""

from __future__ import annotations

import html
from pathlib import Path
from string import Template

from workbook.assets import asset
from workbook.export.assets import policy, script_safe
from workbook.export.stage import Stage, Stages
from workbook.run import Workbook
from workbook.seminar import Seminar, banner, seminar_book
from workbook.text import base_language


def export_html(workbook: Workbook, path: Path, lang: str = "de", address: str = "") -> None:
    """Write the page of a scenario.

    Parameters
    ----------
    workbook : Workbook
    path : Path
    lang : str
        The language it opens in.
    address : str
        Where the page will be published; links and QR codes then lead there.
    """
    path.write_text(page_html(workbook, lang, address), encoding="utf-8")


def page_html(workbook: Workbook, lang: str = "de", address: str = "", seminar: Seminar | None = None) -> str:
    """One HTML document with everything in it: texts, model, charts, styles; of a seminar, what it chose."""
    stages = Stages(address=address)
    seminar = seminar or Seminar(workbook.scenario.id)
    workbook = seminar_book(workbook, seminar)
    start = seminar.setting(workbook.scenario)
    head = banner(seminar)
    name = html.escape(seminar.title)
    head = f'<section class="seminar" aria-label="Seminar" data-title="{name}">{head}</section>' if head else ""
    place = head + stages.place(Stage(workbook, lang, start, seminar.levers, seminar.least))
    scripts = [script_safe(asset("vendor/plotly-basic.min.js")), *stages.scripts()]
    return Template(asset("page.html")).substitute(
        lang=base_language(lang),
        title=html.escape(" · ".join(filter(None, (seminar.title, workbook.scenario.title[lang])))),
        policy=html.escape(policy(scripts)),
        style=stages.style() + (asset("seminar.css") if head else ""),
        place=place,
        markup=stages.markup(),
        scripts="\n".join(f"<script>{script}</script>" for script in scripts),
    )
