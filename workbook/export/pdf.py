"""A document of ours -> PDF: tagged, with bookmarks, printed by a browser of this machine.

The document must need nothing else; what it asks for is refused.
"""

from __future__ import annotations

import base64
from pathlib import Path

from workbook.export.devtools import opened
from workbook.saving import written

_A4 = (8.27, 11.69)
"""Inches."""

_ALIVE = """(() => {
  const {alive, bands} = document.documentElement?.dataset ?? {};
  const explorers = document.querySelector(".wb") !== null || alive !== undefined;
  const slides = /[?&]print-pdf\\b/.test(location.search) && document.querySelector(".reveal") !== null;
  return document.readyState === "complete" && document.fonts.status === "loaded"
    && (!explorers || (alive !== undefined && bands !== undefined))
    && (!slides || document.documentElement.dataset.deck === "printed");
})()"""
"""Loaded; explorers have computed their futures; slides have become pages."""

_ACROSS = """(() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("@page { size: A4 landscape !important; }");
  document.adoptedStyleSheets.push(sheet);
})()"""
"""A browser takes the size from the document's own rules, whatever it is asked for; so there must be such a rule."""

_HEIGHT = "Math.min(16000, Math.max(900, document.documentElement.scrollHeight))"

_QUIET = """new Promise((settle) => {
  let rest = 0;
  const done = () => { watcher.disconnect(); settle(true); };
  const again = () => { clearTimeout(rest); rest = setTimeout(done, 250); };
  const watcher = new MutationObserver(again);
  requestAnimationFrame(() => requestAnimationFrame(() => {
    watcher.observe(document, {subtree: true, childList: true, attributes: true, characterData: true});
    again();
  }));
  setTimeout(done, 5000);
})"""
"""A quarter of a second without a change once all is drawn, at most five seconds."""


def write_pdf(html: str, path: Path, *, query: str = "", landscape: bool = False) -> None:
    """Print a document; the file is written whole or not at all.

    Parameters
    ----------
    html
        A self-contained document, such as a page or slides.
    path
        The file to write.
    query
        What follows the address, ``?print-pdf`` for slides.
    landscape
        A4 across, whatever the document would like; otherwise its own ``@page`` size, else A4 upright.

    Raises
    ------
    WorkbookError
        With a sentence: no browser, a crash, too long, or a file that cannot be written.
    """
    printed = pdf_of(html, query=query, landscape=landscape)
    with written(path) as beside:
        beside.write_bytes(printed)


def pdf_of(html: str, *, query: str = "", landscape: bool = False) -> bytes:
    """The printed document; arguments and errors as of :func:`write_pdf`."""
    width, height = _A4
    with opened(html) as page:
        page.open(query)
        page.wait_for(_ALIVE)
        # As high as the document: what is drawn only when it comes into view is in view now.
        page.call(
            "Emulation.setDeviceMetricsOverride",
            width=1280, height=page.evaluate(_HEIGHT), deviceScaleFactor=1, mobile=False,
        )  # fmt: skip
        page.evaluate(_QUIET)
        if landscape:
            page.evaluate(_ACROSS)
        answer = page.call(
            "Page.printToPDF",
            printBackground=True, preferCSSPageSize=True,
            paperWidth=width, paperHeight=height, displayHeaderFooter=False,
            generateTaggedPDF=True, generateDocumentOutline=True,
        )  # fmt: skip
    return base64.b64decode(answer["data"])
