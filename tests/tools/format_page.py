"""Write docs/format.md from the one description of the files: ``python -m tests.tools.format_page``."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.tools import format_words as words
from workbook.expr import parse, tokens
from workbook.folder import csv_data, quantities, reading, scalars, texts, yaml_tree
from workbook.folder.files import FILES, FIRST_YEAR, FORMAT, LAST_YEAR, OPTIONAL, SHARED
from workbook.folder.scalars import (
    Address,
    Day,
    Decimal,
    Expression,
    Flag,
    Languages,
    Line,
    OneOf,
    Pattern,
    Span,
    StepOfTime,
    Whole,
)
from workbook.folder.shapes import ListOf, MapOf, Record, Shape
from workbook.folder.validate import MAX_STEPS
from workbook.text import LANGUAGES
from workbook.variant import VARIANT

_PAGE = Path(__file__).resolve().parents[2] / "docs/format.md"
_DE, _EN = 0, 1
_KEYS = (("Schlüssel", "Art", "nötig", "Bedeutung"), ("key", "type", "required", "meaning"))

_PATTERNS = {
    "identifier": ("Name a_b", "name a_b"),
    "slug": ("Name a-b", "name a-b"),
    "any": ("Name a_b oder a-b", "name a_b or a-b"),
}
_TYPES = (
    ("Name a_b", "name a_b", "kleine Buchstaben a–z, Ziffern, Unterstriche dazwischen; kein Wort der kleinen Sprache",
     "small letters a–z, digits, underscores between them; no word of the small language"),
    ("Name a-b", "name a-b", "ebenso, mit Bindestrichen", "the same with hyphens"),
    ("Zahl", "number", "`12`, `-0.5`, `1e6`; mit Punkt, ohne Tausenderzeichen, endlich",
     "`12`, `-0.5`, `1e6`; with a point, without thousands marks, finite"),
    ("Spanne", "range", "`[0, 10]`: zwei Zahlen, die kleinere zuerst", "`[0, 10]`: two numbers, the lower first"),
    ("Text in Sprachen", "text in languages",
     "`{de: …, en: …}`, in jeder Sprache des Szenarios; `de-einfach` darf fehlen",
     "`{de: …, en: …}`, in each language of the scenario; `de-einfach` may be missing"),
    ("Zeile", "line", "ein Text ohne Sprachen", "a text without languages"),
    ("Ausdruck, Bedingung", "expression, condition",
     "kleine Sprache; ein Ausdruck ergibt eine Zahl, eine Bedingung wahr oder falsch",
     "the small language; an expression yields a number, a condition a truth"),
    ("Datum", "date", "`2026-11-24`", "`2026-11-24`"),
    ("Schritt", "step", "`1` oder ein Bruchteil eines Jahres, `1/12`", "`1` or a part of a year, `1/12`"),
)  # fmt: skip


def type_words(shape: Shape, lang: int) -> str:
    """What a shape takes, in a few words."""
    match shape:
        case Pattern():
            return _PATTERNS[shape.kind][lang]
        case Line():
            return (f"Zeile, höchstens {shape.limit} Zeichen", f"line, at most {shape.limit} characters")[lang]
        case Languages():
            return (
                f"Text in Sprachen, je höchstens {shape.limit} Zeichen",
                f"text in languages, at most {shape.limit} characters each",
            )[lang]
        case Whole():
            return (f"ganze Zahl von {shape.low} bis {shape.high}", f"whole number from {shape.low} to {shape.high}")[
                lang
            ]
        case OneOf():
            return (" oder ", " or ")[lang].join(f"`{word}`" for word in shape.words)
        case Flag():
            return ("`true` oder `false`", "`true` or `false`")[lang]
        case Expression():
            kind = {"number": ("Ausdruck", "expression"), "truth": ("Bedingung", "condition")}[shape.kind][lang]
            return (" oder ", " or ")[lang].join([*(f"`{word}`" for word in shape.words), kind])
        case ListOf():
            inner = ("Einträge", "entries")[lang] if isinstance(shape.shape, Record) else type_words(shape.shape, lang)
            return f"{('Liste', 'list')[lang]}{_least(shape, lang)}: {inner}"
        case MapOf():
            names = type_words(shape.names, lang)
            inner = ("Einträge", "entries")[lang] if isinstance(shape.shape, Record) else type_words(shape.shape, lang)
            return f"{names} → {inner}{_least(shape, lang)}"
        case Record():
            return ("Eintrag", "record")[lang]
    plain: dict[type[Shape], tuple[str, str]] = {
        Decimal: ("Zahl", "number"),
        StepOfTime: ("Schritt", "step"),
        Day: ("Datum", "date"),
        Address: ("Adresse mit `http(s)://`", "address with `http(s)://`"),
        Span: ("Spanne", "range"),
    }
    return plain[type(shape)][lang]


def _least(shape: ListOf | MapOf, lang: int) -> str:
    return (f", mindestens {shape.least}", f", at least {shape.least}")[lang] if shape.least else ""


def keys(shape: Shape, lang: int, at: str = "") -> Iterator[tuple[str, str, str, str]]:
    """Each key of a shape: path, type, whether it must be there, meaning."""
    match shape:
        case MapOf():
            yield from keys(shape.shape, lang, f"{at}NAME.")
        case ListOf():
            yield from keys(shape.shape, lang, f"{at[:-1]}[].")
        case Record():
            for name, key in shape.keys.items():
                needed = (("ja", "yes") if key.required else ("nein", "no"))[lang]
                yield f"`{at}{name}`", type_words(key.shape, lang), needed, key.meaning[lang]
                yield from keys(key.shape, lang, f"{at}{name}.")


def _files(lang: int) -> str:
    header = (("Datei", "muss da sein", "enthält"), ("file", "required", "holds"))[lang]
    again = ("-1", "")[lang]  # the heading stands twice on the page, in English first
    yes, no = (("ja", "nein"), ("yes", "no"))[lang]
    rows = [
        (f"[`{name}.yaml`](#{name}yaml{again})", no if name in OPTIONAL else yes, words.FILES[name][lang])
        for name in FILES
    ]
    return _table(header, rows)


def _details(lang: int) -> str:
    parts = []
    for name, shape in FILES.items():
        before = ""
        if isinstance(shape, MapOf):
            before = f"`NAME`: {type_words(shape.names, lang)}{_least(shape, lang)}.\n\n"
        parts.append(f"## {name}.yaml\n\n{before}{_table(_KEYS[lang], list(keys(shape, lang)))}")
    return "\n\n".join(parts)


def _limits(lang: int) -> str:
    header = (("was", "höchstens"), ("what", "at most"))[lang]
    rows = (
        ("Bytes einer Datei", "bytes of a file", reading.MAX_BYTES),
        ("Dateien eines inneren Ordners", "files of an inner folder", reading.MAX_FILES),
        ("Ebenen einer YAML-Datei", "levels of a YAML file", yaml_tree.MAX_DEPTH),
        ("Werte und Schlüssel einer YAML-Datei", "values and keys of a YAML file", yaml_tree.MAX_NODES),
        ("Zeichen eines Namens", "characters of a name", scalars.MAX_NAME),
        ("Zeichen des Textes einer Szene", "characters of a scene's text", texts.MAX_SCENE),
        ("Zeichen eines Ausdrucks", "characters of an expression", tokens.MAX_LENGTH),
        ("Ebenen eines Ausdrucks", "levels of an expression", parse.MAX_DEPTH),
        ("Stellungen eines Hebels", "settings of a lever", quantities.MAX_POSITIONS),
        ("Schritte eines Laufs", "steps of a run", MAX_STEPS),
        (
            "Fehler einer Datei, die auf einmal genannt werden",
            "problems of a file told at once",
            yaml_tree.MOST_PROBLEMS,
        ),
    )
    return _table(header, [(row[lang], str(row[2])) for row in rows])


def _page(lang: int, head: str, rest: str) -> str:
    kinds = (("Art", "so geschrieben"), ("type", "written"))[lang]
    header = head.format(
        format=FORMAT,
        files=_files(lang),
        languages=", ".join(f"`{code}`" for code in LANGUAGES),
        types=_table(kinds, [(row[lang], row[2 + lang]) for row in _TYPES]),
    )
    foot = rest.format(
        shared=(" und ", " and ")[lang].join(f"`{name}.yaml`" for name in SHARED[1:]),
        figures=", ".join(f"`{figure}`" for figure in words.FIGURES),
        claims=", ".join(f"`[[{claim}]]`" for claim in words.CLAIMS),
        csv=f"    {','.join((*csv_data.COLUMNS, csv_data.NOTE))}",
        same=", ".join(f"`{column}`" for column in csv_data._SAME),
        first=FIRST_YEAR,
        last=LAST_YEAR,
        variant=_table(_KEYS[lang], list(keys(VARIANT, lang))),
        limits=_limits(lang),
    )
    return f"{header}\n{_details(lang)}\n\n{foot}"


def format_page() -> str:
    """The page in English and German."""
    english, german = _page(_EN, words.ENGLISH, words.ENGLISH_REST), _page(_DE, words.GERMAN, words.GERMAN_REST)
    return f"{english}\n{german}"


def _table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [header, ("---",) * len(header), *rows]
    return "\n".join(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |" for row in lines)


if __name__ == "__main__":
    _PAGE.write_text(format_page(), encoding="utf-8")
    sys.stdout.write(f"{_PAGE.name}\n")
