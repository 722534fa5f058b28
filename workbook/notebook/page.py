"""``workbook-html``: a notebook as one page to read and to play."""

from __future__ import annotations

from html import escape
from string import Template

from workbook.assets import asset
from workbook.export.assets import policy, script_safe
from workbook.notebook.document import Cell, Document
from workbook.notebook.exporter import NotebookExporter
from workbook.notebook.headings import Heading
from workbook.notebook.words import word
from workbook.text import base_language

_DEEPEST = 3
"""Headings of a lower rank are not in the table of contents."""


class HtmlExporter(NotebookExporter):
    """Export a notebook as one accessible HTML page that needs nothing else."""

    export_from_notebook = "HTML (Workbook)"

    def page(self, document: Document) -> str:
        """The whole page."""
        return page_html(document, show_code=bool(self.show_code))


def page_html(document: Document, *, show_code: bool = False) -> str:
    """One HTML document: what the notebook says and gives, its code on demand."""
    lang = document.lang
    cells = "\n".join(html for cell in document.cells if (html := _cell(cell, lang, show_code=show_code)))
    listings = any(cell.source for cell in document.cells)
    scripts = [*document.libraries(), *([script_safe(asset("notebook.js"))] if listings else [])]
    title = f"<h1>{escape(document.title)}</h1>" if not document.titled else ""
    contents = _contents(document)
    return Template(asset("notebook.html")).substitute(
        lang=base_language(lang),
        title=escape(document.title),
        policy=escape(policy(scripts)),
        style=f"{asset('notebook.css')}\n{document.style()}",
        state=' data-code="shown"' if show_code else "",
        skip=escape(word("skip", lang)),
        switch=_switch(lang, show_code=show_code) if listings else "",
        contents=contents,
        head=title,
        cells=cells,
        about=escape(word("about", lang)),
        leaves=f"<p>{escape(word('leaves', lang))}</p>" if 'class="leaves"' in cells else "",
        markup=document.markup(),
        scripts="\n".join(f"<script>{script}</script>" for script in scripts),
    )


def _cell(cell: Cell, lang: str, *, show_code: bool) -> str:
    listing = _listing(cell, lang, show_code=show_code) if cell.source else ""
    if not cell.html and not listing:
        return ""
    only = "" if cell.html else " nb-code-only"
    return f'<div class="nb-cell nb-{cell.kind}{only}">\n{listing}{cell.html}\n</div>'


def _listing(cell: Cell, lang: str, *, show_code: bool) -> str:
    of = escape(word("code-of", lang, number=cell.number))
    summary = f'<summary>{escape(word("code", lang))}<span class="nb-quiet"> {of}</span></summary>'
    return f'<details class="nb-source"{" open" if show_code else ""}>{summary}{cell.source}</details>\n'


def _switch(lang: str, *, show_code: bool) -> str:
    pressed = "true" if show_code else "false"
    words = escape(word("show-code", lang))
    return f'<button type="button" class="nb-switch" id="nb-switch" aria-pressed="{pressed}">{words}</button>'


def _contents(document: Document) -> str:
    """Links to the parts; nothing for a notebook of one part."""
    parts = [heading for heading in document.headings if 2 <= heading.rank <= _DEEPEST]
    if len(parts) < 2:
        return ""
    items = "".join(_item(heading) for heading in parts)
    name = escape(word("contents", document.lang))
    return (
        f'<nav class="nb-contents" aria-label="{name}"><details open><summary>{name}</summary>'
        f"<ol>{items}</ol></details></nav>"
    )


def _item(heading: Heading) -> str:
    return f'<li class="nb-rank-{heading.rank}"><a href="#{escape(heading.id)}">{escape(heading.text)}</a></li>'
