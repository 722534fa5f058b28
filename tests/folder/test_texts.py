from __future__ import annotations

from workbook.folder.shapes import Reporter
from workbook.folder.texts import Section, read_texts
from workbook.model import Figure


def read(text: str) -> tuple[dict[str, Section], list[tuple[str, int, int]]]:
    report = Reporter()
    sections = read_texts(text, "a.md", 2025, 2028, report)
    return sections, [(p.code, p.place.line, p.place.column) for p in report.problems]


def parts(body: str) -> tuple[str | Figure, ...]:
    sections, problems = read(f"## eins: Titel\n{body}\n")
    assert problems == []
    return sections["eins"].passage.parts


def test_sections_in_order() -> None:
    sections, problems = read("\n## zwei: Ein *Titel*: ja\n\nText.\n\n### darunter\n\n## eins: Titel\r\nMehr.\n")
    assert problems == []
    assert list(sections) == ["zwei", "eins"]
    assert sections["zwei"].passage.title == "Ein *Titel*: ja"
    assert sections["zwei"].passage.parts == ("Text.\n\n### darunter",)
    assert sections["eins"].place.line == 8


def test_figures() -> None:
    assert parts("a {b:.1f} c{d@2024:+.0f}{e}") == (
        "a ",
        Figure("b", None, 1),
        " c",
        Figure("d", 2024, 0, sign=True),
        Figure("e", None, 0),
    )


def test_claims_vanish_without_a_gap() -> None:
    assert parts("Es wird mehr [[a rises]]. Und mehr [[b rises]] davon.\n[[c > 1]]\n\nEnde [[d > 1]]") == (
        "Es wird mehr. Und mehr davon.\n\nEnde",
    )


def test_places_of_figures_and_claims() -> None:
    sections, _ = read("## eins: Titel\nText\nund {b:.0f}\n\n  [[b >\n 1]]\n")
    section = sections["eins"]
    assert [(place.line, place.column) for _, place in section.figures] == [(3, 5)]
    assert [(leaf.place.line, leaf.place.column) for leaf in section.claims] == [(5, 5)]
    assert section.claims[0].value.text == "b >\n 1"
    found = section.claims[0].where(5)
    assert (found.line, found.column) == (6, 2)


def test_problems() -> None:
    text = "Vorwort\n## eins: Titel\n{a:5d} }\n## eins: Noch einmal\nText\n## Zwei: x\nverloren\n"
    text += "## drei: y\n\n[[a rises\n\n]]"
    assert read(text)[1] == [
        ("text-before-heading", 1, 1),
        ("text-figure", 3, 1),
        ("text-brace", 3, 8),
        ("text-scene-twice", 4, 1),
        ("text-heading", 6, 1),
        ("text-brace", 10, 1),
        ("text-brace", 12, 1),
    ]
