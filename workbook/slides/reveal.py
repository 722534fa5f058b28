"""reveal.js as a deck needs it: its own element for slides, so that a slide may hold anything.

reveal.js takes every ``<section>`` below a slide for a further slide. Notebooks and explorers are
full of sections; so a slide is a ``<deck-slide>`` here, in script and style alike.
"""

from __future__ import annotations

import re
from functools import cache

from workbook.assets import asset

ELEMENT = "deck-slide"
_SECTION = re.compile(r"\bsection\b")


@cache
def reveal_script() -> str:
    """The library as a script that defines ``Reveal``."""
    return _SECTION.sub(ELEMENT, asset("vendor/reveal/reveal.js"))


@cache
def reveal_style() -> str:
    """The layout that the library needs; the look is our own."""
    return _SECTION.sub(ELEMENT, asset("vendor/reveal/reveal.css"))
