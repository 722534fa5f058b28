"""A seminar's choice as the text of its file, with comments that say what else could stand there."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from workbook.model import Scenario
from workbook.seminar import LEAST, Seminar
from workbook.text import base_language

_COMMENTS: Mapping[str, tuple[str, str]] = {
    "head": (
        "Ein Seminar zu »{title}«. Zeilen mit # gelten nicht; das # löschen, damit sie gelten.",
        "A seminar on “{title}”. Lines with # do not count; delete the # to make them count.",
    ),
    "who": ("Was auf jedem Blatt steht.", "What stands on each sheet."),
    "logo": ("Ein Bild neben dieser Datei: PNG oder SVG.", "A picture beside this file: PNG or SVG."),
    "world": ("Wo alle beginnen:", "Where all begin:"),
    "levers": (
        "Welche Hebel man stellt; alle anderen bleiben fest.",
        "Which levers can be moved; all others stay fixed.",
    ),
    "chapters": (
        "Welche Kapitel erzählt werden; das Ende immer.",
        "Which chapters are told; the ending always.",
    ),
    "least": (
        "Unter so vielen Beteiligten wird keine Spannweite aufgeschrieben.",
        "With fewer people than this no spread is written down.",
    ),
}  # fmt: skip
EXAMPLES: Mapping[str, tuple[str, str]] = {
    "title": ("Werkstatt Zukunft", "A workshop on the future"),
    "lecturer": ("A. Beispiel", "A. Example"),
    "organisation": ("Hochschule am Fluss", "University by the river"),
    "date": ("12. Januar 2027", "12 January 2027"),
}


def seminar_text(s: Scenario, seminar: Seminar, lang: str) -> str:
    """The file of a seminar; what is left open stands as a comment.

    Parameters
    ----------
    s
        The scenario, for the names that may be chosen.
    seminar
        ``Seminar(s.id)`` gives an empty form.
    lang
        The language of the comments.
    """
    place = 1 if base_language(lang) == "en" else 0

    def comment(key: str, **values: str) -> str:
        return f"# {_COMMENTS[key][place].format(**values)}"

    chapters = {c.name: f"{c.year} · {c.title[lang]}" for c in s.chapters if c is not s.endings}
    rows = [
        comment("head", title=_line(s.title[lang])),
        f"scenario: {_quoted(s.id)}",
        "",
        comment("who"),
        *(_field(key, getattr(seminar, key), example[place]) for key, example in EXAMPLES.items()),
        comment("logo"),
        _field("logo", seminar.logo, "logo.svg"),
        "",
        f"language: {seminar.language or lang}  # {', '.join(s.languages)}",
        "",
        comment("world"),
        *(f"#   {name}: {_line(world.label[lang])}" for name, world in s.worlds.items()),
        f"world: {seminar.world or s.baseline.name}",
        "",
        comment("levers"),
        *_choice("levers", seminar.levers, {n: lever.label[lang] for n, lever in s.levers.items()}),
        "",
        comment("chapters"),
        *_choice("chapters", seminar.chapters, chapters),
        "",
        comment("least"),
        f"least: {seminar.least or LEAST}",
    ]
    return "\n".join(rows) + "\n"


def _field(key: str, value: str, example: str) -> str:
    return f"{key}: {_quoted(value)}" if value else f"# {key}: {_quoted(example)}"


def _choice(key: str, chosen: Iterable[str], known: Mapping[str, str]) -> list[str]:
    """A list in which everything that can be chosen has its line; all of them when nothing is chosen."""
    names = tuple(chosen) or tuple(known)
    return [f"{key}:", *(f"  {'- ' if n in names else '# - '}{n}  # {_line(label)}" for n, label in known.items())]


def _quoted(text: str) -> str:
    """A text as YAML takes it literally; JSON's strings are YAML's, too."""
    return json.dumps(text, ensure_ascii=False)


def _line(text: str) -> str:
    return " ".join(text.split())
