"""The code to scan."""

from __future__ import annotations

import re

import pytest
import segno

from workbook.slides.qr import is_web_address, qr_html, qr_slide

ADDRESS = "https://example.org/a?b=c&d=<e>"


def test_the_picture_holds_the_modules_of_the_code() -> None:
    """Each stroke of the drawing is taken back to modules; they must be the library's."""
    html = qr_html("https://example.org/seminar", "de")
    strokes = re.findall(r"M(\d+) (\d+)\.5h(\d+)", html)
    dark = {(int(x) + k, int(y)) for x, y, run in strokes for k in range(int(run))}
    code = segno.make("https://example.org/seminar", error="m", micro=False)
    wanted = {(x, y) for y, row in enumerate(code.matrix_iter(border=4)) for x, module in enumerate(row) if module}
    assert dark == wanted
    assert min(x for x, _ in dark) == 4


def test_the_address_stands_beside_it_and_is_escaped() -> None:
    html = qr_html(ADDRESS, "de")
    assert html.count("https://example.org/a?b=c&amp;d=&lt;e&gt;") == 3
    assert 'aria-label="QR-Code der Adresse https://' in html
    assert 'rel="noreferrer noopener"' in html
    assert "QR code of the address" in qr_html(ADDRESS, "en")


@pytest.mark.parametrize(
    "address",
    [
        "",
        "seminar",
        "javascript:alert(1)",
        "file:///etc",
        "https://",
        "https://a b",
        "https://a\u202eb.org",
        "http://[",
        "ftp://a.org",
    ],
)
def test_what_is_no_address_has_no_code(address: str) -> None:
    assert not is_web_address(address)
    assert qr_html(address, "de") == ""
    assert qr_slide(address, "de") is None


def test_an_address_longer_than_any_code_has_none() -> None:
    assert qr_slide("https://example.org/" + "x" * 3000, "de") is None


def test_the_slide_has_a_title() -> None:
    slide = qr_slide(ADDRESS, "en")
    assert slide is not None
    assert slide.title in slide.html
    assert slide.kind == "qr"
