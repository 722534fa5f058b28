"""Code and what a terminal said, as HTML: highlighted by classes, coloured by the page's style."""

from __future__ import annotations

import re
from functools import lru_cache
from html import escape
from typing import Any

_CURSOR = re.compile(r"\x1b\[[0-9;?]*[A-HJKSTfhilnprsu]|\x1b[()][0-9A-Za-z]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)")
"""Movements of a cursor that a page has not."""

_STYLE = re.compile(r' style="[^"]*"')


@lru_cache(maxsize=256)
def listing_html(code: str, language: str = "python") -> str:
    """A listing; what the highlighter does not know is shown plain."""
    from pygments import highlight
    from pygments.formatters import HtmlFormatter
    from pygments.lexers import get_lexer_by_name
    from pygments.util import ClassNotFound

    aliases = {"ipython": "python", "ipython3": "python", "": "text"}
    try:
        lexer = get_lexer_by_name(aliases.get(language.lower(), language.lower()), stripnl=False)
    except ClassNotFound:
        lexer = get_lexer_by_name("text", stripnl=False)
    inside = highlight(code.rstrip("\n"), lexer, HtmlFormatter(nowrap=True, classprefix="nb-k-")).rstrip("\n")
    return f'<pre class="nb-code"><code>{inside}</code></pre>\n'


def bare_text(text: str) -> str:
    """Text of a terminal without its colours."""
    return re.sub(r"\x1b\[[0-9;]*m", "", _CURSOR.sub("", text))


def terminal_html(text: str) -> str:
    """Text of a terminal: colours become classes, a line written over shows its last state."""
    from nbconvert import filters

    ansi2html: Any = filters.ansi2html
    lines = (line.rstrip("\r").rsplit("\r", 1)[-1] for line in _CURSOR.sub("", text).split("\n"))
    # ansi2html writes 256 colours as styles, chosen for one background only.
    coloured = _STYLE.sub("", str(ansi2html("\n".join(lines))))
    return f'<pre class="nb-terminal">{coloured}</pre>\n'


def plain_html(text: str) -> str:
    """Text as it is."""
    return f'<pre class="nb-terminal">{escape(text)}</pre>\n'
