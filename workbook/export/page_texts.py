"""The texts that every page carries: who helps, what happens with data, how accessible it is."""

from __future__ import annotations

from functools import cache
from typing import Any

from workbook.assets import asset
from workbook.prose import prose_html
from workbook.text import LANGUAGES

NAMES = ("help", "privacy", "access")


@cache
def page_texts() -> list[dict[str, Any]]:
    """Title and HTML of each text in every language; the first line of a file is its title."""
    return [_text(name) for name in NAMES]


def _text(name: str) -> dict[str, Any]:
    titles, bodies = {}, {}
    for lang in LANGUAGES:
        first, _, rest = asset(f"texts/{name}.{lang}.md").partition("\n")
        titles[lang], bodies[lang] = first.lstrip("# ").strip(), prose_html(rest)
    return {"name": name, "title": titles, "html": bodies}
