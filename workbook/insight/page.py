"""A finding as one page: sentences and tables, no script, nothing asked of any host."""

from __future__ import annotations

from html import escape

from workbook.export.report import report_html
from workbook.insight.telling import Telling, german, table_html

_STYLE = """
figure { margin: 1rem 0; }
code { overflow-wrap: anywhere; }
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
    tables = "".join(table_html(part, classes=True) for part in told.tables)
    sentences = "".join(f"<li>{escape(sentence)}</li>\n" for sentence in told.sentences)
    numbers, method = ("Zahlen", "Wie gerechnet wurde") if german(lang) else ("Numbers", "How it was computed")
    inner = (
        f"<ul>{sentences}</ul>\n<h2>{numbers}</h2>\n{tables}\n<h2>{method}</h2>\n<p>{escape(told.method)}</p>\n"
        f"<p><code>{escape(command)}</code> · <code>{escape(fingerprint)}</code></p>"
    )
    return report_html(told.title, inner, lang, _STYLE)
