"""A page to read, not to play: one document without any script, its style named by its hash."""

from __future__ import annotations

from html import escape

from workbook.export.assets import digest
from workbook.text import base_language

STYLE = """
:root { color-scheme: light dark; --ink: #1d1c1a; --paper: #fbf9f4; --soft: #5c584f; --you: #00507a; --rule: #8b8577; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #ece7dc; --paper: #171614; --soft: #b1aa9b; --you: #74c0ea; --rule: #8b8577; }
}
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
main { max-width: 60rem; margin: 0 auto; padding: 1rem 1.25rem 3rem; }
h1, h2, h3 { line-height: 1.25; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { padding: 0.2rem 0.7rem; border-bottom: 1px solid var(--rule); text-align: right; vertical-align: top; }
th:first-child { text-align: left; }
:focus-visible { outline: 3px solid var(--you); outline-offset: 2px; }
"""


def report_html(title: str, inner: str, lang: str, more_style: str = "") -> str:
    """A whole document; its policy lets nothing run and nothing be fetched or sent.

    Parameters
    ----------
    title
        Plain text; also the heading of the page.
    inner
        HTML below the heading.
    more_style
        CSS of this kind of report, behind what all share.
    """
    style = STYLE + more_style
    policy = f"default-src 'none'; style-src {digest(style)}; form-action 'none'; base-uri 'none'"
    return (
        f'<!doctype html>\n<html lang="{base_language(lang)}"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{escape(policy)}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title><style>{style}</style></head><body><main>\n"
        f"<h1>{escape(title)}</h1>\n{inner}\n</main></body></html>\n"
    )
