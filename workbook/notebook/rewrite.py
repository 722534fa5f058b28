"""Clean HTML -> accessible HTML: headings in order, marked links, described images, named tables.

In: balanced HTML, as the cleaner writes it. Out: HTML that still has to pass the cleaner.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from html import escape, unescape
from html.parser import HTMLParser
from urllib.parse import urlsplit

from workbook.notebook.headings import Headings
from workbook.notebook.words import word

OPEN, CLOSE = "\ue000", "\ue001"
KEPT = re.compile(f"{OPEN}(\\d+){CLOSE}")
"""What stands for a part that was put aside, see :class:`workbook.notebook.clean.Kept`."""

_VOID = frozenset(("br", "hr", "img", "col", "wbr", "input", "embed"))
_NUMBER = re.compile(r"[-+\N{MINUS SIGN}±]?[\d.,\u00a0\u202f ]*\d(?:[eE][-+]?\d+)?\s*[%€$]?|NaN|nan|–", re.ASCII)
_MEDIA = frozenset(("iframe", "video", "audio", "object", "embed"))
_NOTES = {
    "info": "note", "success": "tip", "warning": "warning", "danger": "danger", "error": "danger",
    "hint": "tip", "attention": "warning", "admonition": "note",
}  # fmt: skip
KINDS = ("note", "tip", "important", "warning", "caution", "danger", "seealso")


@dataclass
class Place:
    """Where a piece of HTML will stand: all that it must fit to."""

    lang: str = "de"
    headings: Headings = field(default_factory=Headings)
    picture: Callable[[str], str | None] = lambda _: None
    """The address of an image as data, see :meth:`workbook.notebook.images.Pictures.find`."""

    siblings: Mapping[str, str] = field(default_factory=dict)
    """Links to other notebooks -> links to what they became."""

    alt: str = ""
    """What images are about that do not say it themselves."""


def rewritten(html: str, place: Place) -> str:
    """The same HTML for everybody."""
    writer = _Writer(place)
    writer.feed(html)
    writer.close()
    return writer.text()


def note_kind(classes: str) -> str | None:
    """Which kind of note a box is by its classes: Jupyter's alerts, Sphinx' and GitHub's notes."""
    for name in classes.split():
        for start in ("alert-", "markdown-alert-", "nb-note-", ""):
            kind = name.removeprefix(start)
            if (start == "" and "admonition" not in classes) or (start and kind == name):
                continue
            if kind in KINDS or (kind in _NOTES and kind != "admonition"):
                return _NOTES.get(kind, kind)
    return "note" if {"alert", "admonition"} & set(classes.split()) else None


class _Writer(HTMLParser):
    def __init__(self, place: Place) -> None:
        super().__init__(convert_charrefs=True)
        self.place = place
        self.out: list[str] = []
        self.ends: list[tuple[str, str, int]] = []
        """Open elements: name, how it is closed, where it began in ``out``."""
        self.media = ""
        self.heading = 0

    def text(self) -> str:
        while self.ends:
            self.handle_endtag(self.ends[-1][0])
        return "".join(self.out)

    # --- reading ---------------------------------------------------------------------------------

    def handle_data(self, data: str) -> None:
        if not self.media:
            self.out.append(escape(data, quote=False))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self.media:
            return
        given = {name: value or "" for name, value in attrs}
        if tag in _MEDIA:
            self.out.append(self._media(given))
            self.media = "" if tag in _VOID else tag
        elif tag in _VOID:
            self.out.append(self._void(tag, given))
        else:
            end, start = self._element(tag, given)
            self.ends.append((tag, end, len(self.out)))
            self.out.append(start)

    def handle_endtag(self, tag: str) -> None:
        if self.media:
            self.media = "" if tag == self.media else self.media
            return
        if tag in _VOID or not any(name == tag for name, _, _ in self.ends):
            return
        while True:
            name, end, begin = self.ends.pop()
            self._close(name, begin)
            self.out.append(end)
            if name == tag:
                return

    # --- writing ---------------------------------------------------------------------------------

    def _element(self, tag: str, given: dict[str, str]) -> tuple[str, str]:
        """How an element ends and how it begins."""
        if re.fullmatch("h[1-6]", tag):
            return "", ""  # written when its text is known
        if tag in ("section", "article"):
            tag = "div"
        if tag == "table":
            name = escape(word("table", self.place.lang))
            frame = f'<div class="nb-scroll" tabindex="0" role="group" aria-label="{name}">'
            return "</table></div>", f"{frame}<table{_written(given)}>"
        if tag == "a":
            return self._link(given)
        if tag == "th":
            given.setdefault("scope", "col" if self._inside("thead") else "row")
        if tag == "div" and (kind := note_kind(given.get("class", ""))):
            return "</div>", self._note(kind, given)
        if given.get("id", "").startswith(("nb-", "wb")):
            del given["id"]  # names of the page's own parts
        return f"</{tag}>", f"<{tag}{_written(given)}>"

    def _close(self, tag: str, begin: int) -> None:
        """Settle what can be known only at an element's end."""
        inside = "".join(self.out[begin + 1 :])
        if re.fullmatch("h[1-6]", tag):
            said = _words(KEPT.sub("", inside))
            heading = self.place.headings.add(int(tag[1]), said or ("…" if KEPT.search(inside) else ""))
            if heading is None:
                del self.out[begin:]
                return
            self.out[begin] = f'<h{heading.rank} id="{escape(heading.id)}">'
            self.out.append(f"</h{heading.rank}>")
        elif tag == "th" and not _words(inside):
            # An empty heading is announced as one; an empty cell is passed over.
            self.out[begin] = "<td>"
        elif tag == "td" and _NUMBER.fullmatch(_words(inside)):
            self.out[begin] = f'<td class="nb-number"{self.out[begin].removeprefix("<td")}'
        elif tag == "a" and not _words(inside) and "<img" not in inside and "href" in self.out[begin]:
            address = re.search('href="([^"]*)"', self.out[begin])
            self.out.append(address[1] if address else "")

    def _link(self, given: dict[str, str]) -> tuple[str, str]:
        address = given.get("href", "").strip()
        anchor = given.get("name") or given.get("id") or ""
        start = f'<span id="{escape(self.place.headings.own_id(anchor))}"></span>' if anchor else ""
        address = self.place.siblings.get(address, address)
        if self._inside("a") or not address:
            return "", start
        if address.startswith("#"):
            return "</a>", f'{start}<a href="{escape(address)}">'
        if address.lower().startswith(("https://", "mailto:")):
            title = f' title="{escape(given["title"])}"' if given.get("title") else ""
            return "</a>", f'{start}<a class="leaves" target="_blank" href="{escape(address)}"{title}>'
        if given.get("href", "").strip() in self.place.siblings:
            return "</a>", f'{start}<a class="nb-sibling" href="{escape(address)}">'
        return "", start  # another file, or a scheme that a reader cannot follow: the words stay

    def _void(self, tag: str, given: dict[str, str]) -> str:
        if tag == "img":
            return self._image(given)
        if tag == "input":
            if given.get("type") != "checkbox":
                return ""
            done = "checked" in given
            name = escape(word("done" if done else "open", self.place.lang))
            return f'<span role="img" aria-label="{name}" class="nb-check">{"☑" if done else "☐"}</span>'
        return f"<{tag}{_written(given)}>"

    def _image(self, given: dict[str, str]) -> str:
        source, lang = given.get("src", ""), self.place.lang
        alt = given.get("alt", "").strip() or self.place.alt
        if re.match(r"(?:https?:)?//", source, re.IGNORECASE):
            address = f"https:{source[source.index('//') :]}"
            return self._marked(address, word("image-remote", lang, alt=alt or _host(address)))
        found = self.place.picture(source) if source else None
        if found is None:
            name = "" if source.startswith("data:") else source.rsplit("/", 1)[-1][:80]
            return escape(word("image-gone", lang, alt=alt or name or "?"))
        alt = alt or word("image-undescribed", lang)
        size: dict[str, str] = {name: given[name] for name in ("width", "height", "title") if name in given}
        return f'<img src="{escape(found)}" alt="{escape(alt)}"{_written(size)}>'

    def _media(self, given: dict[str, str]) -> str:
        address = given.get("src") or given.get("data") or ""
        host = _host(address)
        if not host:
            return f'<p class="nb-aside">{escape(word("media-left-out", self.place.lang))}</p>'
        return self._marked(f"https:{address[address.index('//') :]}", word("frame-remote", self.place.lang, host=host))

    def _marked(self, address: str, text: str) -> str:
        if self._inside("a"):
            return escape(text)
        return f'<a class="leaves" target="_blank" href="{escape(address)}">{escape(text)}</a>'

    def _note(self, kind: str, given: dict[str, str]) -> str:
        name = escape(word(kind, self.place.lang))
        title = "" if "nb-note" in given.get("class", "").split() else f'<p class="nb-note-title">{name}</p>'
        return f'<div class="nb-note nb-note-{kind}" role="note" aria-label="{name}">{title}'

    def _inside(self, tag: str) -> bool:
        return any(name == tag and end for name, end, _ in self.ends) or (
            tag == "thead" and any(name == tag for name, _, _ in self.ends)
        )


def _written(given: Mapping[str, str]) -> str:
    return "".join(f' {name}="{escape(value)}"' for name, value in given.items())


def _words(html: str) -> str:
    """The text of finished HTML; images count by their description."""
    described = re.sub(r'<img[^>]*\salt="([^"]*)"[^>]*>', r"\1", html)
    return " ".join(unescape(re.sub(r"<[^>]*>", "", described)).split())


def _host(address: str) -> str:
    try:
        parts = urlsplit(address if not address.startswith("//") else f"https:{address}")
    except ValueError:
        return ""
    return parts.hostname or "" if parts.scheme in ("http", "https") else ""
