r"""LaTeX -> MathML, which browsers show and read out by themselves.

The library writes text unescaped and knows ``\href`` and ``\style``; so its tree is taken, not
its text, and of the tree only elements and attributes of a list. A formula with a command that it
does not know stays the text that it is.
"""

from __future__ import annotations

import re
from functools import lru_cache
from html import escape, unescape
from xml.etree.ElementTree import Element, tostring

_ELEMENTS = frozenset(
    """
    math mrow mi mn mo ms mtext mspace mfrac msqrt mroot mstyle merror mpadded mphantom menclose
    msub msup msubsup munder mover munderover mmultiscripts mprescripts none mtable mtr mtd mlabeledtr
    """.split()
)
_ATTRIBUTES = frozenset(
    """
    display displaystyle scriptlevel mathvariant stretchy fence form separator largeop movablelimits symmetric
    accent accentunder linethickness lspace rspace minsize maxsize width height depth voffset columnalign
    rowspacing columnspacing columnlines rowlines notation linebreak
    """.split()
)
_LONGEST = 20_000
_NUMBERING = re.compile(r"\\(?:label\{[^}]*\}|nonumber\b|notag\b)")
"""What numbers equations has nothing to number here."""


@lru_cache(maxsize=512)
def formula_html(latex: str, *, block: bool = False) -> str:
    """A formula as MathML, or as text when it cannot be read; safe as part of an HTML text."""
    source = _NUMBERING.sub("", latex).strip()
    tree = _tree(source, block=block)
    if tree is None:
        return f'<code class="nb-formula-text">{escape(latex.strip())}</code>'
    tree.set("xmlns", "http://www.w3.org/1998/Math/MathML")
    mathml = tostring(tree, encoding="unicode")
    return f'<span class="nb-formula">{mathml}</span>' if block else mathml


def _tree(latex: str, *, block: bool) -> Element | None:
    from latex2mathml.converter import convert_to_element

    if not latex or len(latex) > _LONGEST:
        return None
    try:
        tree: Element = convert_to_element(latex, display="block" if block else "inline")
    except Exception:  # noqa: BLE001  # it fails in many ways, among them IndexError and RecursionError
        return None
    return tree if _tidy(tree) else None


def _tidy(tree: Element) -> bool:
    """Leave only what is known; False for a tree that holds a command or an element that is not."""
    for element in tree.iter():
        if element.tag not in _ELEMENTS:
            return False
        for name in [name for name in element.attrib if name not in _ATTRIBUTES]:
            del element.attrib[name]
        # The library writes signs as references into the text, which the tree would escape.
        element.text = unescape(element.text) if element.text else element.text
        element.tail = unescape(element.tail) if element.tail else element.tail
        if element.tag in ("mi", "mo") and (element.text or "").startswith("\\") and len(element.text or "") > 1:
            return False
    return True
