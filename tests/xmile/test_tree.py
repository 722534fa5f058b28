"""Files that were made to do harm, or are none, are refused in a sentence."""

from __future__ import annotations

import pytest

from workbook.errors import Problem
from workbook.xmile.tree import MAX_BYTES, MAX_MARKS, NAMESPACE, Element, read_tree

_LAUGHS = "".join(f'<!ENTITY l{k} "{f"&l{k - 1};" * 10}">' for k in range(1, 10))
HOSTILE = {
    "a billion laughs": f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "ha">{_LAUGHS}]><xmile>&l9;</xmile>',
    "one long entity": f'<!DOCTYPE x [<!ENTITY a "{"a" * 50_000}">]><xmile>{"&a;" * 50_000}</xmile>',
    "a file from outside": '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/hostname">]><xmile>&f;</xmile>',
    "a document type from elsewhere": '<!DOCTYPE xmile SYSTEM "http://example.org/xmile.dtd"><xmile/>',
    "parameter entities": '<!DOCTYPE x [<!ENTITY % p SYSTEM "http://example.org/p"> %p;]><xmile/>',
}


@pytest.mark.parametrize("name", HOSTILE)
def test_no_declaration_is_read(name) -> None:
    found = read_tree(HOSTILE[name].encode(), "m.xmile")
    assert isinstance(found, Problem)
    assert (found.code, found.place.line) == ("xmile-declared", 1)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "xmile-broken"),
        (b"PK\x03\x04 a zip", "xmile-broken"),
        (b"<xmile><model></xmile>", "xmile-broken"),
        (b"<xmile>&unknown;</xmile>", "xmile-broken"),
        (b"<xmile>\x00</xmile>", "xmile-broken"),
        (b"\xff\xfe\x00", "xmile-broken"),
        (b'<?xml version="1.0" encoding="klingon"?><xmile/>', "xmile-broken"),
        (b"<xmile>" + b"<a>" * 100_000, "xmile-deep"),
        (b"{UTF-8}\nStock = INTEG(1, 0) ~~|", "xmile-vensim"),
        (b" " * (MAX_BYTES + 1), "xmile-size"),
    ],
)
def test_what_is_no_document(data, code) -> None:
    found = read_tree(data, "m.xmile")
    assert isinstance(found, Problem)
    assert found.code == code
    for lang in ("de", "en"):
        assert found.line(lang).startswith("m.xmile:")


def test_a_text_of_a_million_pieces_is_whole_and_keeps_few_places() -> None:
    found = read_tree(b"<xmile>" + b"\n" * 1_000_000 + b"</xmile>", "m.xmile")
    assert isinstance(found, Element)
    assert (len(found.text), len(found.marks)) == (1_000_000, MAX_MARKS)


def test_elements_know_their_lines() -> None:
    text = f'<xmile xmlns="{NAMESPACE}" xmlns:o="urn:o">\n <a n="1">x &lt; y\n</a><o:b/>\n</xmile>'
    root = read_tree(text.encode("utf-16"), "m.xmile")
    assert isinstance(root, Element)
    assert [(part.tag, part.place.line, part.place.column) for part in root.parts] == [("a", 2, 2), ("{urn:o}b", 3, 5)]
    assert (root.parts[0].text, root.parts[0].attributes) == ("x < y\n", {"n": "1"})
    marks = [(at, place.line, place.column) for at, place in root.parts[0].marks]
    assert marks == [(0, 2, 11), (2, 2, 13), (3, 2, 17), (5, 2, 19)]
