"""Foreign HTML can be read and cannot act."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest

from tests.notebook.foreign import PAYLOADS
from workbook.notebook.clean import TEXT, Kept, cleaned
from workbook.notebook.markdown import markdown_html
from workbook.notebook.rewrite import Place

ATTRIBUTES = set(
    """
    id class href src alt title lang dir rel target scope tabindex role aria-label
    width height colspan rowspan start style
    """.split()
)


class Inside(HTMLParser):
    """All elements and attributes, as a parser sees them."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]


@pytest.mark.parametrize("payload", PAYLOADS)
@pytest.mark.parametrize("write", [cleaned, markdown_html])
def test_nothing_that_acts_or_fetches_is_left(payload: str, write) -> None:
    inside = Inside(write(payload, Place()))
    assert set(inside.tags) <= TEXT
    for tag, name, value in inside.attributes:
        assert name in ATTRIBUTES, (tag, name)
        if name == "src":
            assert value.startswith("data:image/")
        if name == "href":
            assert value.startswith(("https://", "mailto:", "#"))
            assert value.startswith("#") or ("a", "rel", "noreferrer noopener") in inside.attributes
        if name == "style":
            assert value.startswith("text-align:")
        if name == "class":
            assert "wb" not in value.split()
        if name == "id":
            assert not value.lower().startswith(("nb-", "wb"))


def test_a_kept_part_is_put_back_into_text_and_nowhere_else() -> None:
    kept = Kept()
    mark = kept.keep('<b title="x">da</b>')
    html = cleaned(f'<p title="{mark}">{mark}</p><p>\ue0007\ue001</p>', Place(), kept)
    assert html == '<p title=""><b title="x">da</b></p><p></p>'


def test_signs_that_stand_for_kept_parts_cannot_be_brought_along() -> None:
    html = markdown_html("$x$ \ue0000\ue001 <b title='&#xe000;0&#xe001;'>b</b> &#xe000;0&#xe001;", Place())
    assert html.count("<math") == 2  # as a reference it repeats a formula of its own, which harms nobody
    assert 'title=""' in html
    assert "\ue000" not in html


def test_styles_and_forms_leave_their_words() -> None:
    html = cleaned("<style>p {color: red}</style><form><label>Name <input></label><button>los</button></form>", Place())
    assert html == "Name los"


def test_cells_keep_their_alignment() -> None:
    html = cleaned("<table><tr><td style='text-align:right; color:red'>a</td></tr></table>", Place())
    assert 'style="text-align:right"' in html
    assert "color" not in html
