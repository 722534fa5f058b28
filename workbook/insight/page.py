"""A finding as one page: sentences and tables, no script, nothing asked of any host."""

from __future__ import annotations

from html import escape

from workbook.calibration.page import STYLE
from workbook.export.assets import digest
from workbook.insight.telling import Telling, table_html
from workbook.text import base_language

_MORE = """
figcaption { font-weight: 600; }
.left { text-align: left; }
.right { text-align: right; white-space: nowrap; }
th.right { white-space: normal; }
ul { padding-left: 1.2rem; }
li { margin: 0.4rem 0; }
@media (max-width: 40rem) { th:first-child { min-width: 7rem; max-width: 9rem; overflow-wrap: break-word; } }
"""


def page(told: Telling, lang: str, command: str, fingerprint: str) -> str:
    """The page.

    Parameters
    ----------
    command, fingerprint
        The line that makes it again, and the scenario's hash.
    """
    german = base_language(lang) == "de"
    tables = "".join(table_html(part, classes=True) for part in told.tables)
    style = STYLE + _MORE
    policy = f"default-src 'none'; style-src {digest(style)}; form-action 'none'; base-uri 'none'"
    sentences = "".join(f"<li>{escape(sentence)}</li>\n" for sentence in told.sentences)
    return (
        f'<!doctype html>\n<html lang="{base_language(lang)}"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{escape(policy)}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(told.title)}</title><style>{style}</style></head><body><main>\n"
        f"<h1>{escape(told.title)}</h1>\n<ul>{sentences}</ul>\n"
        f"<h2>{'Zahlen' if german else 'Numbers'}</h2>\n{tables}\n"
        f"<h2>{'Wie gerechnet wurde' if german else 'How it was computed'}</h2>\n<p>{escape(told.method)}</p>\n"
        f"<p><code>{escape(command)}</code> · <code>{escape(fingerprint)}</code></p>\n</main></body></html>\n"
    )
