"""Formulas become MathML, or stay text; nothing in them acts."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import pytest

from workbook.notebook.formula import formula_html


@pytest.mark.parametrize(
    "latex",
    [
        r"\frac{a}{b}",
        r"\sum_{i=1}^n x_i",
        r"\begin{align}a&=b\\c&=d\end{align}",
        r"\begin{cases}1&x>0\\0\end{cases}",
        r"a < b \text{ und } c & d",
        r"\begin{equation}\label{eins} x = 1\end{equation}",
    ],
)
def test_a_formula_is_mathml_that_parses(latex: str) -> None:
    tree = ET.fromstring(formula_html(latex))
    assert tree.tag == "{http://www.w3.org/1998/Math/MathML}math"
    assert tree.get("display") == "inline"
    assert "&#" not in "".join(tree.itertext())


def test_a_block_says_so() -> None:
    html = formula_html("x^2", block=True)
    assert html.startswith('<span class="nb-formula"><math display="block"')


@pytest.mark.parametrize("latex", [r"\frac{", r"\unbekannt{x}", r"x_{", r"\left( x", "", r"\\\{" * 9000, r"\ce{H2O}"])
def test_what_cannot_be_read_stays_text(latex: str) -> None:
    html = formula_html(latex)
    assert html.startswith('<code class="nb-formula-text">')
    assert "<math" not in html


@pytest.mark.parametrize(
    "latex",
    [
        r"\text{<script>alert(1)</script>}",
        r"\text{&lt;script&gt;alert(1)&lt;/script&gt;}",
        r"\href{javascript:alert(1)}{x}",
        r"\style{background:url(https://evil.example)}{x}",
        r"\class{wb}{x}",
        r"\text{</math><img src=x onerror=alert(1)>}",
        r"\unbekannt{<img src=x onerror=alert(1)>}",
    ],
)
def test_a_formula_does_nothing(latex: str) -> None:
    html = formula_html(latex)
    assert not re.search(r"<(?!/?(?:math|m[a-z]+|code|span)\b)", html)
    assert not re.search(r"\s(?:href|style|on\w+)=", re.sub(r">[^<]*<", "><", html))
