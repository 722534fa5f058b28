"""Everything as a static site: an index in German and English, and files that each stand alone.

A scenario has one file per language, although each holds all of them: a file is handed on by itself,
and title and language are then right from its first byte, also for a screen reader and without
script. The links are relative; nothing asks for a server.
"""

from __future__ import annotations

import html
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from string import Template

from workbook.assets import asset
from workbook.export.assets import digest
from workbook.export.html import page_html
from workbook.export.shelf import replaced
from workbook.run import Workbook
from workbook.seminar import Seminar, banner, seminar_book
from workbook.text import base_language, format_number

INDEX = {"de": "index.html", "en": "en.html"}
KINDS = ("slides", "notebooks")
"""What stands on the index after the scenarios, in this order; ``kit`` stands with its scenario."""

LITE = "lite"
"""The folder of notebooks that run in the browser."""
LITE_PAGE = {
    "de": f"{LITE}/notebooks/index.html?path=de/00-willkommen.ipynb",
    "en": f"{LITE}/notebooks/index.html?path=en/00-welcome.ipynb",
}
"""One notebook alone, which also fits on a phone; JupyterLab with its files stands beside it in ``lab``."""

NAMES = {"de": "Deutsch", "en": "English", "de-einfach": "Einfache Sprache"}


@dataclass(frozen=True, slots=True)
class Leaf:
    """One file of the site. ``kind`` is ``scenarios``, ``kit`` or one of :data:`KINDS`."""

    path: str
    kind: str
    lang: str
    title: str
    make: Callable[[], str]


def index_names(seminar: Seminar | None = None) -> dict[str, str]:
    """Language -> the index in it; whoever opens ``index.html`` reads the language of the seminar."""
    if seminar is not None and base_language(seminar.language) == "en":
        return {"en": "index.html", "de": "de.html"}
    return dict(INDEX)


def leaves_of(book: Workbook, seminar: Seminar | None = None) -> list[Leaf]:
    """The pages of a scenario, one per language."""
    s = book.scenario
    made = partial(page_html, book, seminar=seminar)
    return [
        Leaf(f"scenarios/{s.id}.{lang}.html", "scenarios", lang, s.title[lang], partial(made, lang=lang))
        for lang in s.languages
    ]


def write_site(
    folder: Path,
    books: Sequence[Workbook],
    extras: Sequence[Leaf],
    done: Callable[[Leaf], None],
    seminar: Seminar | None = None,
    lite: Callable[[Path], None] | None = None,
) -> dict[str, int]:
    """Write the site.

    Parameters
    ----------
    folder
        Where it is to stand; new, empty, or a site that was written before.
    books
        The scenarios.
    extras
        Whatever else there is.
    done
        Told after each file.
    seminar
        Whose choice the pages show.
    lite
        Fills a folder with notebooks that run in the browser; they need a server.

    Returns
    -------
    dict
        Path -> bytes, in the order of the index.

    Raises
    ------
    WorkbookError
        When the folder is somebody else's, or what a file is made of has a problem.
    """
    leaves = [*(leaf for book in books for leaf in leaves_of(book, seminar)), *extras]
    names = tuple(index_names(seminar).values())
    sizes: dict[str, int] = dict.fromkeys(names, 0)
    with replaced(folder, last=names) as stage:
        for leaf in leaves:
            path = stage / leaf.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text := leaf.make().encode())
            sizes[leaf.path] = len(text)
            done(leaf)
        if lite is not None:
            lite(stage / LITE)
            sizes[f"{LITE}/"] = sum(path.stat().st_size for path in (stage / LITE).rglob("*") if path.is_file())
        for name, page in _indexes(books, leaves, sizes, seminar).items():
            (stage / name).write_bytes(page)
    return sizes


def _indexes(
    books: Sequence[Workbook], leaves: Sequence[Leaf], sizes: dict[str, int], seminar: Seminar | None
) -> dict[str, bytes]:
    """Both indexes; since they tell their own size, they are written until it is right."""
    while True:
        names = index_names(seminar)
        pages = {name: index_html(lang, books, leaves, sizes, seminar).encode() for lang, name in names.items()}
        measured = {name: len(page) for name, page in pages.items()}
        settled = all(_kilobytes(sizes[name], "de") == _kilobytes(size, "de") for name, size in measured.items())
        sizes |= measured
        if settled:
            return pages


def index_html(
    lang: str,
    books: Sequence[Workbook],
    leaves: Sequence[Leaf],
    sizes: Mapping[str, int],
    seminar: Seminar | None = None,
) -> str:
    """The index in one language, with a link to the other; that of a seminar says whose it is and what it chose."""
    words, style = _words()[lang], asset("site.css")
    names = index_names(seminar)
    other = next(each for each in names if each != lang)
    # A title alone stands in the heading already.
    head = banner(seminar) if seminar is not None and (seminar.picture or seminar.line != seminar.title) else ""
    if head:
        head = f'<section class="seminar" aria-label="Seminar">{head}</section>'
        style += asset("seminar.css")
    if seminar is not None and seminar.title:
        words = words | {"title": seminar.title}
    content = [f"<h2>{words['scenarios']}</h2>"]
    content += [_card(book, lang, leaves, sizes, seminar) for book in books]
    for kind in KINDS:
        found = [leaf for leaf in leaves if leaf.kind == kind]
        if found:
            content += [f"<h2>{words[kind]}</h2>", _files(found, lang, sizes)]
    if f"{LITE}/" in sizes:
        content += [f"<h2>{words['lite']}</h2>", f"<p>{words['lite-about']}</p>", _lite_link(lang, words["lite-open"])]
    content += [f'<h2 id="sizes">{words["sizes"]}</h2>', _table(leaves, lang, sizes, names)]
    policy = f"default-src 'none'; style-src {digest(style)}; img-src data:; form-action 'none'; base-uri 'none'"
    return Template(asset("site.html")).substitute(
        {name.replace("-", "_"): html.escape(text) for name, text in words.items()},
        lang=lang,
        policy=html.escape(policy),
        style=style,
        other_lang=other,
        other_file=names[other],
        seminar=head,
        content="\n".join(content),
    )


def _card(book: Workbook, lang: str, leaves: Sequence[Leaf], sizes: Mapping[str, int], seminar: Seminar | None) -> str:
    chosen = seminar or Seminar(book.scenario.id)
    s, words = seminar_book(book, chosen).scenario, _words()[lang]
    pages = [leaf for leaf in leaves if leaf.path in {own.path for own in leaves_of(book)}]
    links = [f"{_link(leaf, NAMES[leaf.lang])} {_size(leaf, lang, sizes)}" for leaf in pages]
    past = [(s.indicators[name].label[lang], each.error) for name, each in book.hindcast.items()]
    mean = format_number(sum(error for _, error in past) / len(past), lang, 1) if past else ""
    told = len(s.chapters) - 1
    facts = {
        "years": words["years-value"].format(start=s.time.years[0], end=s.time.years[-1], now=int(s.time.acting)),
        "worlds": "; ".join(world.label[lang] for world in s.worlds.values()),
        "story": words["story-value"].format(
            chapters=words["chapter" if told == 1 else "chapters"].format(count=told),
            scenes=sum(len(chapter.scenes) for chapter in s.chapters if chapter is not s.endings),
            decisions=len(s.decisions),
            endings=len(s.endings.scenes),
        ),
        "languages": ", ".join(NAMES[each] for each in s.languages),
        "past": words["past-value"].format(error=mean) if past else words["past-none"],
        "source": " · ".join([", ".join(s.authors), s.licence, str(s.stand)]),
    }
    printed = [leaf for leaf in leaves if leaf.kind == "kit" and leaf.path.startswith(f"kit/{s.id}.")]
    levers = [lever.label[lang] for lever in chosen.shown(s)]
    errors = [f"{label}: {format_number(error, lang, 1)} %" for label, error in past]
    return "\n".join(
        [
            f'<article aria-labelledby="{s.id}">',
            f'<h3 id="{s.id}">{html.escape(s.title[lang])}</h3>',
            f"<p>{html.escape(s.summary[lang])}</p>",
            f'<ul class="open" aria-label="{html.escape(words["open"])}">',
            *(f"<li>{link}</li>" for link in links),
            "</ul>",
            "<dl>",
            *(f"<dt>{html.escape(words[key])}</dt><dd>{html.escape(text)}</dd>" for key, text in facts.items()),
            "</dl>",
            _printed(printed, lang, sizes) if printed else "",
            _more(words["levers"].format(count=len(levers)), levers),
            _more(words["past-each"], errors, words["past-note"]) if errors else "",
            "</article>",
        ]
    )


def _printed(leaves: Sequence[Leaf], lang: str, sizes: Mapping[str, int]) -> str:
    heading = html.escape(_words()[lang]["kit"])
    return f"<details><summary>{heading}</summary>{_files(leaves, lang, sizes)}</details>"


def _more(heading: str, items: Iterable[str], note: str = "") -> str:
    told = f"<p>{html.escape(note)}</p>" if note else ""
    rows = "".join(f"<li>{html.escape(item)}</li>" for item in items)
    return f"<details><summary>{html.escape(heading)}</summary>{told}<ul>{rows}</ul></details>"


def _files(leaves: Iterable[Leaf], lang: str, sizes: Mapping[str, int]) -> str:
    rows = (f"<li>{_link(leaf, leaf.title)} ({NAMES[leaf.lang]}) {_size(leaf, lang, sizes)}</li>" for leaf in leaves)
    return f'<ul class="files">{"".join(rows)}</ul>'


def _link(leaf: Leaf, text: str) -> str:
    code = leaf.lang.partition("-")[0]
    return f'<a href="{html.escape(leaf.path)}" hreflang="{code}" lang="{code}">{html.escape(text)}</a>'


def _lite_link(lang: str, text: str) -> str:
    return f'<p><a href="{html.escape(LITE_PAGE[lang])}">{html.escape(text)}</a></p>'


def _size(leaf: Leaf, lang: str, sizes: Mapping[str, int]) -> str:
    return f'<span class="size">{_kilobytes(sizes[leaf.path], lang)} kB</span>'


def _kilobytes(size: int, lang: str) -> str:
    return format_number(max(1, size / 1000), lang)


def _table(leaves: Sequence[Leaf], lang: str, sizes: Mapping[str, int], names: Mapping[str, str]) -> str:
    words = {name: html.escape(text) for name, text in _words()[lang].items()}
    known = {leaf.path: (leaf.title, leaf.lang) for leaf in leaves}
    known |= {name: (_words()[each]["title"], each) for each, name in names.items()}
    known[f"{LITE}/"] = _words()[lang]["lite"], lang
    head = "".join(f'<th scope="col">{words[key]}</th>' for key in ("file", "size", "holds", "language"))
    rows = "".join(
        f'<tr><th scope="row">{html.escape(path)}</th><td>{_kilobytes(size, lang)}</td>'
        f'<td lang="{known[path][1].partition("-")[0]}">{html.escape(known[path][0])}</td>'
        f"<td>{NAMES[known[path][1]]}</td></tr>"
        for path, size in sizes.items()
    )
    total = _kilobytes(sum(sizes.values()), lang)
    return (
        f'<div class="scroll" role="region" aria-label="{words["sizes-label"]}" tabindex="0"><table>'
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody>"
        f'<tfoot><tr><th scope="row">{words["sum"]}</th><td>{total}</td><td colspan="2"></td></tr></tfoot>'
        "</table></div>"
    )


@cache
def _words() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = json.loads(asset("site.json"))
    return found
