"""Text cells as HTML."""

from __future__ import annotations

import pytest

from workbook.notebook.markdown import markdown_html
from workbook.notebook.rewrite import Place


def html(text: str, lang: str = "de") -> str:
    return markdown_html(text, Place(lang))


def test_formulas_in_the_line_and_alone() -> None:
    assert '<p>Mit <math display="inline"' in html("Mit $x^2$ hier")
    assert '<math display="block"' in html("$$\nx^2\n$$")
    assert '<math display="block"' in html("\\begin{align}\na &= b\n\\end{align}")


def test_prices_are_no_formulas() -> None:
    assert html("Das kostet $5 und dann $10.") == "<p>Das kostet $5 und dann $10.</p>\n"


@pytest.mark.parametrize(
    "text",
    [
        "> [!WARNING]\n> **Bald**",
        ":::{warning}\n**Bald**\n:::",
        "```{warning}\n**Bald**\n```",
        "::::{warning}\n:class: dropdown\n**Bald**\n::::",
    ],
)
def test_notes_of_all_dialects_are_the_same(text: str) -> None:
    for lang, title in (("de", "Achtung"), ("en", "Warning")):
        found = html(text, lang)
        assert f'<div class="nb-note nb-note-warning" role="note" aria-label="{title}">' in found
        assert f'<p class="nb-note-title">{title}</p>' in found
        assert found.count("nb-note-title") == 1
        assert "<strong>Bald</strong>" in found
        assert ":class:" not in found


def test_a_note_may_have_its_own_title() -> None:
    found = html(":::{note} Eigener\nText mit $x$\n:::")
    assert '<p class="nb-note-title">Eigener</p>' in found
    assert "<math" in found


def test_tables_lists_footnotes_and_code() -> None:
    found = markdown_html(
        "|a|\n|-|\n|1|\n\n- [x] ja\n\nText[^1]\n\n[^1]: Unten\n\n```python\nif x: pass\n```", Place(), 7
    )
    assert "<table>" in found
    assert "☑" in found
    assert 'href="#fn-c7-1"' in found
    assert 'id="fn-c7-1"' in found
    assert '<span class="nb-k-k">if</span>' in found


def test_a_formula_in_a_heading_does_not_spoil_its_name() -> None:
    place = Place()
    found = markdown_html("## Das Gesetz $x^2$", place)
    assert 'id="Das-Gesetz"' in found
    assert "<math" in found
    assert place.headings.found[0].text == "Das Gesetz"


def test_html_of_an_author_is_kept_as_far_as_it_only_tells() -> None:
    assert html("Ein <kbd>Strg</kbd> und <u onclick=x>das</u>") == "<p>Ein <kbd>Strg</kbd> und <u>das</u></p>\n"
