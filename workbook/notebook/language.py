"""In which language a notebook speaks: it says so, its folder says so, or its words do."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from workbook.text import LANGUAGES, base_language

_GERMAN = frozenset("der die das und ist nicht ein eine zu mit von den im wir sie für auf wird".split())
_ENGLISH = frozenset("the and of is are to in a that this we with for it not from was be".split())
_FEW = 2
"""So many words prove nothing: "a" is also the name of something."""

_WORD = re.compile(r"[a-zäöüß]+")


def language_of(metadata: Mapping[str, Any], folder: Path | None, texts: Iterable[str]) -> str:
    """The language of a notebook; German when nothing tells.

    Parameters
    ----------
    metadata
        Of the notebook; ``workbook.lang`` (or ``workbook.language``), or ``language`` or ``lang``.
    folder
        Where it lies: ``…/en/notebook.ipynb`` is English.
    texts
        Sources of its text cells.
    """
    own = metadata.get("workbook")
    given = own if isinstance(own, Mapping) else {}
    for found in (given.get("lang"), given.get("language"), metadata.get("lang"), metadata.get("language")):
        if isinstance(found, str) and (known := _known(found)):
            return known
    if folder is not None and folder.name in LANGUAGES:
        return folder.name
    words = [word for text in texts for word in _WORD.findall(text.lower())]
    english, german = (sum(word in small for word in words) for small in (_ENGLISH, _GERMAN))
    return "en" if english > max(german, _FEW) else "de"


def _known(found: str) -> str | None:
    """``de-AT`` and ``en_US`` are languages of ours."""
    name = found.lower().replace("_", "-")
    if name in LANGUAGES:
        return name
    base = base_language(name.split("-")[0])
    return base if base in LANGUAGES and name.split("-")[0] == base else None
