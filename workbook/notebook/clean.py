"""Foreign HTML -> HTML that can only be read: no script, no handler, nothing fetched.

The cleaner (nh3) runs twice, before and after the elements are made accessible: what leaves here
has passed its list, whatever was done in between. Parts that we make ourselves and that are on no
such list (formulas) wait in :class:`Kept` and are put in last.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

import nh3

from workbook.notebook.images import svgs_as_images
from workbook.notebook.rewrite import CLOSE, KEPT, OPEN, Place, rewritten

_PRIVATE = re.compile("[\ue000-\uf8ff]")

TEXT = frozenset(
    """
    a abbr b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em
    figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q rp rt ruby s samp small
    span strong sub summary sup table tbody td tfoot th thead time tr u ul var wbr
    """.split()
)
_TRANSFORMED = frozenset(("iframe", "video", "audio", "object", "embed", "input", "section", "article"))
"""Elements that :mod:`workbook.notebook.rewrite` turns into something that can be read."""

_ATTRIBUTES: dict[str, set[str]] = {
    "*": {"id", "lang", "dir", "title", "class"},
    "a": {"href"},
    "img": {"src", "alt", "width", "height"},
    "ol": {"start", "type", "reversed"},
    "td": {"colspan", "rowspan", "style"},
    "th": {"colspan", "rowspan", "scope", "style"},
    "time": {"datetime"},
    "details": {"open"},
}
_BEFORE: dict[str, set[str]] = _ATTRIBUTES | {
    "a": {"href", "name", "id"},
    "iframe": {"src", "title"},
    "video": {"src"},
    "audio": {"src"},
    "embed": {"src"},
    "object": {"data"},
    "input": {"type", "checked"},
}
_AFTER: dict[str, set[str]] = _ATTRIBUTES | {
    "a": {"href", "target"},
    "div": {"tabindex", "role", "aria-label"},
    "pre": {"tabindex"},
    "span": {"role", "aria-label"},
}
_CLASS = re.compile(r"nb-[a-z-]+|dataframe|leaves|footnotes?(?:-[a-z]+)?", re.ASCII)
_DROPPED = frozenset(("script", "style", "noscript", "template", "title", "svg", "math", "head", "textarea", "select"))


class Kept:
    """Finished parts that stand aside while the text around them is cleaned."""

    def __init__(self) -> None:
        self.parts: list[str] = []

    def keep(self, html: str) -> str:
        """Put a part aside; what stands for it in the text."""
        self.parts.append(html)
        return f"{OPEN}{len(self.parts) - 1}{CLOSE}"

    def put_back(self, html: str) -> str:
        """The text with all parts in their places."""

        def part(match: re.Match[str]) -> str:
            number = int(match[1])
            return self.parts[number] if number < len(self.parts) else ""

        return _PRIVATE.sub("", KEPT.sub(part, html))


def sound(given: Any) -> Any:
    """The same, with U+FFFD for halves of a sign: JSON can name them, no file can hold them."""
    if isinstance(given, str):
        return given if given.isascii() else given.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if isinstance(given, Mapping):
        return {sound(key): sound(value) for key, value in given.items()}
    return [sound(each) for each in given] if isinstance(given, list | tuple) else given


def plain_text(text: str) -> str:
    """A foreign text without the signs by which kept parts are known."""
    return _PRIVATE.sub("", text)


def cleaned(html: str, place: Place, kept: Kept | None = None) -> str:
    """HTML from a stranger as HTML for a reader."""
    if kept is None:
        html = plain_text(html)
    safe = nh3.clean(
        svgs_as_images(html),
        tags=set(TEXT | _TRANSFORMED),
        clean_content_tags=set(_DROPPED),
        attributes=_BEFORE,
        attribute_filter=_filter(before=True),
        url_schemes={"http", "https", "mailto", "data", "attachment"},
        link_rel=None,
        strip_comments=True,
    )
    final = nh3.clean(
        rewritten(safe, place),
        tags=set(TEXT),
        clean_content_tags=set(_DROPPED),
        attributes=_AFTER,
        attribute_filter=_filter(before=False),
        url_schemes={"https", "mailto", "data"},
        filter_style_properties={"text-align"},
        link_rel="noreferrer noopener",
        strip_comments=True,
    )
    return kept.put_back(final) if kept else _PRIVATE.sub("", final)


def _filter(*, before: bool) -> Callable[[str, str, str], str | None]:
    def allowed(tag: str, name: str, value: str) -> str | None:
        value = _PRIVATE.sub("", KEPT.sub("", value))  # nothing of ours may be put into an attribute
        if name == "class" and not before:
            return " ".join(word for word in value.split() if _CLASS.fullmatch(word)) or None
        if name == "href" and value.lower().startswith("data:"):
            return None
        if name == "src" and not before and not value.startswith("data:image/"):
            return None
        if name in ("width", "height"):
            return value if value.isascii() and value.isdigit() else None
        return value

    return allowed
