"""What the page on XMILE promises is what the reader knows."""

from __future__ import annotations

import re

import pytest

from workbook.xmile.equations import _COUNTS, BUILT_IN


@pytest.mark.parametrize("page", ["docs/xmile.md", "docs/xmile.de.md"])
def test_every_function_is_named(root, page) -> None:
    text = (root / page).read_text(encoding="utf-8")
    inside, refused = re.split(r"^## (?:What is refused|Was abgelehnt wird)$", text, flags=re.MULTILINE)
    told = set(re.findall(r"\b[A-Z][A-Z0-9]+\b", inside))
    known = {name.upper() for name in (*_COUNTS, *BUILT_IN)} - {"LOOKUP", "IF_THEN_ELSE"}
    assert known <= told
    assert told - known <= {"PI", "IF", "THEN", "ELSE", "AND", "OR", "NOT", "RK4", "XMILE", "OASIS", "README"}
    assert not known & set(
        re.findall(r"`([A-Z][A-Z0-9]+)`", refused.replace("`PULSE` and", "").replace("`PULSE` und", ""))
    )
