"""Text cells -> HTML: the project's Markdown reader, with what notebooks write on top.

Stories allow no HTML; notebooks live on it, so it is let through here and cleaned afterwards
(:mod:`workbook.notebook.clean`). nbconvert's own reader is not used: it knows no notes, and its
formulas wait for a library from the net.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from html import escape
from typing import TYPE_CHECKING, Any

from workbook.notebook.clean import Kept, cleaned, plain_text
from workbook.notebook.formula import formula_html
from workbook.notebook.rewrite import Place, note_kind
from workbook.notebook.words import word

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_DIRECTIVE = re.compile(r"^\{([a-z-]+)\}\s*(.*)$")


@cache
def reader() -> MarkdownIt:
    """The one reader for notebooks: GitHub's Markdown, formulas, and MyST's notes."""
    from markdown_it import MarkdownIt
    from mdit_py_plugins.amsmath import amsmath_plugin
    from mdit_py_plugins.colon_fence import colon_fence_plugin
    from mdit_py_plugins.dollarmath import dollarmath_plugin
    from mdit_py_plugins.gfm import gfm_plugin

    made = MarkdownIt("commonmark", {"html": True}).use(gfm_plugin)
    # "$5 and $10" are prices.
    made.use(dollarmath_plugin, allow_space=False, allow_digits=False, double_inline=True, allow_labels=True)
    made.use(amsmath_plugin).use(colon_fence_plugin)
    for name, block in (("math_inline", False), ("math_inline_double", True), ("math_block", True),
                        ("math_block_label", True), ("amsmath", True)):  # fmt: skip
        made.add_render_rule(name, _formula_rule(block=block))
    made.add_render_rule("fence", _fence)
    made.add_render_rule("colon_fence", _fence)
    made.add_render_rule("alert_title_open", _nothing)
    made.add_render_rule("alert_title_close", _nothing)
    made.core.ruler.push("alerts", _without_titles)
    return made


def markdown_html(text: str, place: Place, number: int = 0) -> str:
    """A text cell as HTML for a reader; ``number`` keeps its footnotes apart from those of others."""
    kept = Kept()
    environment = {"kept": kept, "lang": place.lang, "docId": f"c{number}"}
    rendered: str = reader().render(plain_text(text), environment)
    return cleaned(rendered, place, kept)


def _formula_rule(*, block: bool) -> Any:
    def rule(self: Any, tokens: Sequence[Token], index: int, options: Any, env: dict[str, Any]) -> str:
        return str(env["kept"].keep(formula_html(tokens[index].content, block=block)))

    return rule


def _fence(self: Any, tokens: Sequence[Token], index: int, options: Any, env: dict[str, Any]) -> str:
    """A listing, or a note written as one: ``:::{note}``."""
    token = tokens[index]
    directive = _DIRECTIVE.match(token.info.strip())
    if directive:
        return _note(directive[1], directive[2], token.content, env)
    from workbook.notebook.listing import listing_html

    return str(env["kept"].keep(listing_html(token.content, token.info.split()[0] if token.info.strip() else "")))


def _note(name: str, title: str, content: str, env: dict[str, Any]) -> str:
    body = "\n".join(line for line in content.splitlines() if not re.match(r":[a-z-]+:", line.strip()))
    kind = note_kind(f"admonition {name}") or "note"
    if name == "math":
        return str(env["kept"].keep(formula_html(body, block=True)))
    head = title or word(kind, env["lang"])
    inside = reader().render(body, env)
    return f'<div class="nb-note nb-note-{kind}"><p class="nb-note-title">{escape(head)}</p>\n{inside}</div>\n'


def _nothing(self: Any, tokens: Sequence[Token], index: int, options: Any, env: dict[str, Any]) -> str:
    return ""


def _without_titles(state: Any) -> None:
    """GitHub's notes carry an English word as their title; ours is put there in the reader's language."""
    inside = False
    for token in state.tokens:
        if token.type in ("alert_title_open", "alert_title_close"):
            inside = token.type == "alert_title_open"
        elif inside and token.type == "inline":
            token.children = []
