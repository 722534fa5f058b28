"""A page taken apart as a browser would: its elements with their attributes, its scripts and styles."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser


@dataclass
class Parts:
    elements: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    scripts: list[str] = field(default_factory=list)
    styles: list[str] = field(default_factory=list)
    text: str = ""

    @property
    def tags(self) -> list[str]:
        return [tag for tag, _ in self.elements]

    @property
    def policy(self) -> str:
        return next(a["content"] for t, a in self.elements if a.get("http-equiv") == "Content-Security-Policy")


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts = Parts()
        self.inside = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.parts.elements.append((tag, {name: value or "" for name, value in attrs}))
        self.inside = tag
        if tag == "script":
            self.parts.scripts.append("")
        elif tag == "style":
            self.parts.styles.append("")

    def handle_endtag(self, tag: str) -> None:
        self.inside = ""

    def handle_data(self, data: str) -> None:
        if self.inside == "script":
            self.parts.scripts[-1] += data
        elif self.inside == "style":
            self.parts.styles[-1] += data
        else:
            self.parts.text += data


def parts_of(page: str) -> Parts:
    reader = _Reader()
    reader.feed(page)
    reader.close()
    return reader.parts
