"""Pictures of a notebook as data of the file: from outputs, attachments and files beside it.

A picture is known by its first bytes and not by what it is called, so that no other file of the
machine can be taken for one. SVG stands in an image element, where nothing in it runs.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Mapping
from html import escape, unescape
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

_STARTS = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"BM", "image/bmp"),
)
_SVG = re.compile(
    rb"^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*|<!DOCTYPE[^>\[]*>\s*)*<svg[\s>/]", re.DOTALL | re.IGNORECASE
)
_INLINE_SVG = re.compile(r"<svg\b[^>]*>.*?</svg\s*>", re.DOTALL | re.IGNORECASE)
_DATA = re.compile(r"data:image/[\w.+-]+;base64,[A-Za-z0-9+/=\s%]+", re.ASCII)
_LARGEST = 20_000_000
"""Bytes; a larger picture would make a file that nobody can open."""


def mime_of(data: bytes) -> str | None:
    """What kind of picture these bytes are, None when they are none."""
    for start, mime in _STARTS:
        if data.startswith(start):
            return mime
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image/webp"
    if data[4:12] in (b"ftypavif", b"ftypavis"):
        return "image/avif"
    return "image/svg+xml" if _SVG.match(data[:4000]) else None


def data_uri(data: bytes) -> str | None:
    """A picture as an address that holds it, None when it is no picture."""
    mime = mime_of(data)
    if mime is None or len(data) > _LARGEST:
        return None
    if mime == "image/svg+xml":
        data = _standing_alone(data)
    return f"data:{mime};base64,{base64.b64encode(data).decode()}"


def decoded(text: Any) -> bytes:
    """The bytes of a picture in an output: base64, or the text of an SVG."""
    if isinstance(text, list):
        text = "".join(map(str, text))
    if not isinstance(text, str):
        return b""
    if "<" in text:
        return text.encode()
    try:
        return base64.b64decode(text)
    except (binascii.Error, ValueError):
        return b""


def svgs_as_images(html: str) -> str:
    """HTML with each drawing in it turned into an image element."""

    def image(match: re.Match[str]) -> str:
        drawing = match[0]
        title = re.search(r"<title[^>]*>([^<]*)</title>", drawing)
        name = title or re.search(r"^<svg[^>]*?\saria-label=[\"']([^\"']*)", drawing)
        address = data_uri(drawing.replace("&nbsp;", "&#160;").encode()) or ""
        return f'<img src="{address}" alt="{escape(unescape(name[1])) if name else ""}">'

    return _INLINE_SVG.sub(image, html) if "<svg" in html.lower() else html


class Pictures:
    """Finds what an image of one cell points at."""

    def __init__(self, folder: Path | None, attachments: Mapping[str, Any]) -> None:
        self.folder = folder
        self.attachments = attachments

    def find(self, source: str) -> str | None:
        """The address of a picture as data; None when it is remote, missing or no picture."""
        if source.startswith("data:"):
            return source if _DATA.fullmatch(source) else None
        if source.startswith("attachment:"):
            bundle = self.attachments.get(unquote(source.removeprefix("attachment:")), {})
            found = (data_uri(decoded(text)) for text in bundle.values()) if isinstance(bundle, Mapping) else ()
            return next((address for address in found if address), None)
        return self._beside(source)

    def _beside(self, source: str) -> str | None:
        """A file in the notebook's folder or in the one above it, where folders of images often are."""
        if self.folder is None:
            return None
        home = self.folder.resolve()
        try:
            path = (home / unquote(urlsplit(source).path)).resolve()
            if not path.is_relative_to(home.parent) or path.stat().st_size > _LARGEST:
                return None
            return data_uri(path.read_bytes())
        except (OSError, ValueError):
            return None


def _standing_alone(data: bytes) -> bytes:
    """A drawing cut out of a page lacks the name of its language."""
    if b"http://www.w3.org/2000/svg" in data[:4000]:
        return data
    return re.sub(rb"<svg\b", b'<svg xmlns="http://www.w3.org/2000/svg"', data, count=1, flags=re.IGNORECASE)
