"""Sheets of paper as one HTML file: nothing is fetched, no script runs, and each page says what it belongs to."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from string import Template
from types import MappingProxyType

from workbook.assets import asset
from workbook.export.assets import digest
from workbook.kit.words import say
from workbook.model import Scenario
from workbook.text import base_language, format_date


@dataclass(frozen=True, slots=True)
class Sheet:
    """One part, on a page of its own unless it goes onward; ``html`` is already safe."""

    title: str
    html: str
    kind: str = ""
    """How it is laid out: "" flows over pages, "one" is a single page, "onward" goes on below the sheet before."""


@dataclass(frozen=True, slots=True)
class Bundle:
    """All that a file of the kit is made from."""

    lang: str
    title: str
    kind: str
    """What it is, for its heading: a worksheet, cards, a script."""
    lead: str
    foot: str
    sheets: tuple[Sheet, ...]
    head: str = ""
    """Safe HTML above the title, such as a logo."""


def bundle_html(bundle: Bundle) -> str:
    """The whole file."""
    foot = re.sub(r"-(?=\d)", "\N{NON-BREAKING HYPHEN}", bundle.foot)  # no line may end within a date
    style = asset("kit.css").replace("__FOOT__", css_string(foot)).replace("__PAGE__", css_string(bundle.kind))
    policy = f"default-src 'none'; style-src {digest(style)}; img-src data:; form-action 'none'; base-uri 'none'"
    return Template(asset("kit.html")).substitute(
        lang=base_language(bundle.lang),
        policy=html.escape(policy),
        name=html.escape(f"{bundle.title} · {bundle.kind}"),
        title=html.escape(bundle.title),
        kind=html.escape(bundle.kind),
        lead=html.escape(bundle.lead),
        foot=html.escape(bundle.foot),
        head=bundle.head,
        skip=html.escape(say("skip", bundle.lang)),
        style=style,
        sheets="\n".join(_sheet(sheet, number) for number, sheet in enumerate(bundle.sheets, 1)),
    )


def foot_of(s: Scenario, lang: str, line: str = "") -> str:
    """What stands below each page: scenario, version, licence, and who holds the seminar."""
    parts = (line, s.title[lang], say("version", lang, stand=format_date(s.stand, lang)), s.licence)
    return " · ".join(part for part in parts if part)


def css_string(text: str) -> str:
    """A string that may stand in a style sheet, whatever it says."""
    return '"' + "".join(c if c.isascii() and c.isalnum() else f"\\{ord(c) or 0xFFFD:x} " for c in text) + '"'


def _sheet(sheet: Sheet, number: int) -> str:
    classes = f"sheet {sheet.kind}".strip()
    return f'<section class="{classes}" id="s{number}"><h2>{html.escape(sheet.title)}</h2>{sheet.html}</section>'


# --- what sheets are made of: safe HTML from plain text ------------------------------------------


def paragraph(text: str, kind: str = "") -> str:
    """A paragraph of plain text."""
    return f"<p{_class(kind)}>{html.escape(text)}</p>"


def listed(items: Iterable[str], kind: str = "", tag: str = "ul") -> str:
    """A list of plain texts."""
    return f"<{tag}{_class(kind)}>{''.join(f'<li>{html.escape(item)}</li>' for item in items)}</{tag}>"


def lines(count: int, label: str = "") -> str:
    """Room to write: ruled lines, after a prompt if there is one."""
    prompt = paragraph(label, "prompt") if label else ""
    return f'{prompt}<div class="lines">{"<div></div>" * count}</div>'


def fields(labels: Iterable[str], known: Mapping[str, str] = MappingProxyType({})) -> str:
    """Short things to fill in, side by side; what is known stands there already."""
    items = "".join(
        f"<p><span>{html.escape(label)}</span><span>{html.escape(known.get(label, ''))}</span></p>" for label in labels
    )
    return f'<div class="fields">{items}</div>'


def ticks(labels: Iterable[str]) -> str:
    """Answers with a box to tick."""
    return listed(labels, "ticks")


def table(caption: str, head: Sequence[str], rows: Iterable[Sequence[str]], kind: str = "") -> str:
    """A table of plain text; the first cell of a row is its heading. On a narrow screen it scrolls by itself."""
    return _table(caption, head, f"<tbody>{_rows(rows)}</tbody>", kind)


def grouped(
    caption: str, head: Sequence[str], groups: Iterable[tuple[str, Iterable[Sequence[str]]]], kind: str = ""
) -> str:
    """A table in groups, each below a heading of its own; a group is not torn apart between pages."""
    bodies = "".join(
        f'<tbody><tr><th scope="rowgroup" colspan="{len(head)}">{html.escape(name)}</th></tr>{_rows(rows)}</tbody>'
        for name, rows in groups
    )
    return _table(caption, head, bodies, kind)


def _table(caption: str, head: Sequence[str], bodies: str, kind: str) -> str:
    columns = "".join(f'<th scope="col">{html.escape(cell)}</th>' for cell in head)
    label = html.escape(caption, quote=True)
    return (
        f'<div class="scroll" role="region" aria-label="{label}" tabindex="0"><table{_class(kind)}>'
        f"<caption>{html.escape(caption)}</caption><thead><tr>{columns}</tr></thead>{bodies}</table></div>"
    )


def _rows(rows: Iterable[Sequence[str]]) -> str:
    return "".join(
        f'<tr><th scope="row">{html.escape(first)}</th>{"".join(f"<td>{html.escape(cell)}</td>" for cell in rest)}</tr>'
        for first, *rest in rows
    )


def _class(kind: str) -> str:
    return f' class="{kind}"' if kind else ""
