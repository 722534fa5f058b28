"""The library, with its own element for slides."""

from __future__ import annotations

import re

from workbook.assets import asset
from workbook.slides.reveal import ELEMENT, reveal_script, reveal_style


def test_a_section_is_no_slide() -> None:
    original, script = asset("vendor/reveal/reveal.js"), reveal_script()
    assert len(re.findall(r"\bsection\b", original)) > 20
    assert not re.search(r"\bsection\b", script + reveal_style())
    assert script.count(ELEMENT) == len(re.findall(r"\bsection\b", original))
    assert "IntersectionObserver" in script or "IntersectionObserver" not in original


def test_the_style_fetches_nothing() -> None:
    style = reveal_style()
    assert "@import" not in style
    assert "@font-face" not in style
    assert all(address.startswith("data:") for address in re.findall(r"url\(['\"]?([^)]*)", style))


def test_its_licence_stands_beside_it() -> None:
    assert "Permission is hereby granted" in asset("vendor/reveal/reveal.LICENSE.txt")
