"""A QR code of an address as SVG, with the address beside it for those who cannot scan."""

from __future__ import annotations

import html
from urllib.parse import urlsplit

from workbook.slides.deck import Slide
from workbook.slides.words import word

_QUIET = 4
"""Modules of white around the code, as ISO 18004 asks."""


def qr_html(address: str, lang: str) -> str:
    """The code and the address, or an empty string for what is no address on the web."""
    picture = _picture(address, lang)
    if not picture:
        return ""
    shown = html.escape(address)
    return (
        f'<figure class="deck-qr">{picture}<figcaption><p>{html.escape(word("qr-help", lang))}</p>'
        f'<p><a class="leaves" href="{shown}" target="_blank" rel="noreferrer noopener">{shown}</a></p>'
        "</figcaption></figure>"
    )


def qr_slide(address: str, lang: str) -> Slide | None:
    """A slide of its own for the code."""
    figure = qr_html(address, lang)
    title = word("qr-title", lang)
    return Slide(f"<h2>{html.escape(title)}</h2>{figure}", title, kind="qr") if figure else None


def _picture(address: str, lang: str) -> str:
    import segno
    from segno.encoder import DataOverflowError

    if not is_web_address(address):
        return ""
    try:
        code = segno.make(address, error="m", micro=False)
    except DataOverflowError:
        return ""
    size = code.symbol_size(border=_QUIET)[0]
    # Runs of dark modules of a row become one stroke; one square for each would be three times as long.
    strokes: list[str] = []
    for y, modules in enumerate(code.matrix_iter(border=_QUIET)):
        row = list(modules)
        x = 0
        while x < size:
            run = x
            while run < size and row[run]:
                run += 1
            if run > x:
                strokes.append(f"M{x} {y}.5h{run - x}")
            x = run + 1
    label = html.escape(word("qr-alt", lang, address=address))
    # Dark on white in any colour scheme: many cameras do not read the reverse.
    return (
        f'<svg role="img" aria-label="{label}" viewBox="0 0 {size} {size}" shape-rendering="crispEdges">'
        f'<path fill="#fff" d="M0 0h{size}v{size}h-{size}z"/><path stroke="#000" d="{"".join(strokes)}"/></svg>'
    )


def is_web_address(address: str) -> bool:
    """Whether a text is an address that a phone can open, and no trick."""
    if any(character.isspace() or not character.isprintable() for character in address):
        return False
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname)
