r"""Names of XMILE -> names of a scenario.

To XMILE ``Birth Rate``, ``birth_rate`` and ``"Birth\nRate"`` are one name (specification 3.2.2):
case does not matter, and spaces, underscores and line breaks are the same.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping

from workbook.expr.parse import is_name
from workbook.folder.scalars import MAX_NAME

_SPACE = re.compile(r"(?:\\n|[\s_\u00a0])+")
_LETTERS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "ø": "o", "ł": "l"})


def key_of(name: str) -> str:
    """What two spellings of one name have in common."""
    plain = name.strip()
    if len(plain) >= 2 and plain[0] == plain[-1] == '"':
        plain = plain[1:-1].replace('\\"', '"')
    return _SPACE.sub("_", plain).strip("_").casefold()


def shown(name: str) -> str:
    """A name as a reader should see it."""
    return _SPACE.sub(" ", name.strip().strip('"')).strip()


def identifiers(keys: Iterable[str], taken: Iterable[str] = ()) -> Mapping[str, str]:
    """An identifier for each key, each only once and none of those taken."""
    used = set(taken)
    given: dict[str, str] = {}
    for key in keys:
        base = identifier(key)
        name, count = base, 1
        while name in used:
            count += 1
            name = f"{base[: MAX_NAME - 5].rstrip('_')}_{count}"
        used.add(name)
        given[key] = name
    return given


def identifier(text: str) -> str:
    """The nearest name that a scenario allows."""
    spelled = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    plain = re.sub("[^a-z0-9]+", "_", spelled.encode("ascii", "ignore").decode()).strip("_")
    if not plain or not plain[0].isalpha():
        plain = f"n_{plain}".rstrip("_")
    plain = plain[: MAX_NAME - 10].rstrip("_")
    return plain if is_name(plain) else f"{plain}_value"
