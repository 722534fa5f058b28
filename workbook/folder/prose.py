"""What prose of authors may hold: Markdown, but no HTML, no images and no links but to the web.

In: a text. Out: what is not allowed in it, with offsets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_SUSPECT = re.compile(r"[<\]&]|!\[")
_TAG = re.compile(r"<[A-Za-z/!?][^>\n]{0,40}>?")
_AUTOLINK = re.compile(r"<https?://[^<>\s]*>")
_ENTITY = re.compile(r"&(?:#\w+|[A-Za-z]\w*);")
_IMAGE = re.compile(r"!\[")
_LINK = re.compile(r"\]\(\s*<?([^)\s>]*)|^[ ]{0,3}\[[^\]\n]+\]:[ \t]*<?(\S*)", re.MULTILINE)
_WEB = re.compile(r"https?://", re.IGNORECASE)


def prose_problems(text: str) -> Iterator[tuple[str, int, str]]:
    """Yield (code, offset, what was found) for HTML, images and links that are not allowed."""
    if not _SUSPECT.search(text):
        return
    for match in _TAG.finditer(text):
        if not _AUTOLINK.match(text, match.start()):
            yield "text-html", match.start(), match.group()
    for match in _ENTITY.finditer(text):
        yield "text-html", match.start(), match.group()
    for match in _IMAGE.finditer(text):
        yield "text-image", match.start(), match.group()
    for match in _LINK.finditer(text):
        target = match.group(1) if match.group(1) is not None else match.group(2)
        if not _WEB.match(target or ""):
            yield "text-link", match.start(), target or ""
