"""Markdown of authors becomes a handful of elements, and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.export.hostile import ATTACKS
from tests.export.page_parts import parts_of
from workbook.model import Figure, Passage
from workbook.prose import passage_html

SAFE = {"p", "em", "strong", "a", "ul", "ol", "li", "blockquote", "code", "pre", "br", "hr"} | {
    f"h{n}" for n in range(1, 7)
}
SHARE = Figure("share", None, 1)


def told(*parts: str | Figure) -> str:
    return passage_html(Passage("Titel", parts), lambda figure: f"<i>{figure.name}</i>")


def test_paragraphs_and_emphasis() -> None:
    assert told("Eins *zwei* **drei**.\n\n> vier\n") == (
        "<p>Eins <em>zwei</em> <strong>drei</strong>.</p>\n<blockquote>\n<p>vier</p>\n</blockquote>\n"
    )


def test_figures_stand_where_they_were() -> None:
    text = told("Von ", SHARE, " auf *", Figure("cases", 2030, 0), "*, und ", SHARE, ".")
    assert text == "<p>Von <i>share</i> auf <em><i>cases</i></em>, und <i>share</i>.</p>\n"


def test_more_than_ten_figures_keep_their_order() -> None:
    figures = [Figure(f"n{k}", None, 0) for k in range(12)]
    text = told(*(part for figure in figures for part in (figure, " ")))
    assert text == "<p>" + " ".join(f"<i>n{k}</i>" for k in range(12)) + "</p>\n"


def test_a_figure_first_is_no_list() -> None:
    assert told(SHARE, ". Mai") == "<p><i>share</i>. Mai</p>\n"


def test_links_leave_openly() -> None:
    ((_, _), (_, attributes)) = parts_of(told("[Quelle](https://example.org/a?b=1&c=2)")).elements
    assert attributes == {
        "href": "https://example.org/a?b=1&c=2", "rel": "noreferrer noopener", "target": "_blank", "class": "leaves",
    }  # fmt: skip


@pytest.mark.parametrize(
    "scheme", ["javascript:", "JaVaScRiPt:", "vbscript:", "data:text/html,", "file:///", "&#106;avascript:"]
)
def test_links_to_anything_but_the_web_are_text(scheme: str) -> None:
    assert "href" not in told(f"[Klick]({scheme}alert(1)) <{scheme}alert(1)>\n\n[Klick][x]\n\n[x]: {scheme}alert(1)")


def test_images_are_not_shown() -> None:
    assert "<img" not in told("![Bild](https://example.org/pixel.png)")


@pytest.mark.parametrize("text", ATTACKS)
def test_attacks_are_read_as_text(text: str) -> None:
    found = parts_of(told(text))
    assert set(found.tags) <= SAFE
    assert all(set(a) <= {"href", "rel", "target", "class"} for _, a in found.elements)


@given(st.text(alphabet="<>/&;\"'`[]()!*_#- \n\\ahref:jscript=on1{}$", max_size=60))
def test_no_text_becomes_another_element(text: str) -> None:
    found = parts_of(told(text))
    assert set(found.tags) <= SAFE
    for _, attributes in found.elements:
        assert not any(name.startswith("on") for name in attributes)
        assert not attributes.get("href", "").lower().strip().startswith(("javascript:", "vbscript:", "data:"))
