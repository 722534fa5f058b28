"""The board as HTML: a file of its own without any script, or a piece for a notebook."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from workbook.export.report import report_html
from workbook.prose import prose_html
from workbook.room import telling
from workbook.room.board import Board, RoomBand
from workbook.room.spread import Spread, Tally
from workbook.room.words import say

_STYLE = """
body { font-size: 1.05rem; }
@media (min-width: 1200px) { body { font-size: 1.3rem; } }
main { max-width: 80rem; overflow-wrap: break-word; }
h1, h2, h3 { margin: 1.4em 0 0.3em; }
h3 { font-size: 1em; }
.talk { border: 2px solid var(--ink); padding: 0.6rem 1rem; margin: 1rem 0; }
.talk p { margin: 0.2rem 0; }
.talk strong { font-size: 1.7em; line-height: 1.2; display: block; }
table { min-width: min(40rem, 100%); }
th, td { padding: 0.25rem 0.6rem; vertical-align: middle; }
th { font-weight: 600; }
td { white-space: nowrap; }
th:first-child { min-width: 8rem; }
@media (max-width: 600px) { .picture { display: none; } }
svg { display: block; width: 9rem; height: 1.4rem; color: var(--you); }
svg.chart { height: 3.4rem; }
summary { cursor: pointer; min-height: 28px; }
.code { font: 600 1.3em/1.4 ui-monospace, monospace; overflow-wrap: anywhere; }
.soft { color: var(--soft); }
@media print { body { font-size: 10pt; } .scroll { overflow: visible; } }
"""


def page(board: Board, lang: str, notes: Sequence[str] = ()) -> str:
    """The board as one HTML file.

    Parameters
    ----------
    notes : sequence of str
        What the reading of the codes has to say.
    """
    title = f"{say('room', lang)}: {board.workbook.scenario.title[lang]}"
    return framed(title, piece(board, lang, notes), lang)


def framed(title: str, inner: str, lang: str) -> str:
    """A whole document in the room's style."""
    return report_html(title, inner, lang, _STYLE)


def piece(board: Board, lang: str, notes: Sequence[str] = ()) -> str:
    """The board without a document around it."""
    s = board.workbook.scenario
    invitation, lever, why = telling.topic_words(board, lang)
    spreads = telling.by_distance(board)
    heads = say("number-heads", lang, year=s.time.years[-1])
    parts = [
        *(_p(words) for words in [*telling.remarks(board, lang), *notes]),
        f'<div class="talk">{_p(invitation)}<strong>{escape(lever)}</strong>{_p(why) if why else ""}</div>',
        table(lang, "heads", telling.lever_rows(board, lang), [range_picture(x) for x in spreads]),
        _p(say("method", lang), "soft"),
        _h2("answers", lang),
        *(_decision(board, tally, lang) for tally in board.answers),
        _h2("ends", lang),
        _share_table(board, board.endings, telling.ending_rows(board, lang), say("ends", lang), lang),
        _p(say("veil", lang), "soft"),
        _h2("numbers", lang),
        _p(say("charts-help", lang), "soft"),
        table_html(heads.split("|"), telling.number_rows(board, lang), [chart(board, band) for band in board.bands]),
        _h2("nearest", lang),
        _p(say("nearest-help", lang), "soft"),
        _p(board.nearest_code, "code"),
        _story(board, lang),
        f"<details><summary>{escape(say('runs', lang))}</summary>",
        table(lang, "run-heads", telling.run_rows(board, lang)),
        "</details>",
    ]
    return "\n".join(parts)


def table(lang: str, heads: str, rows: telling.Rows, pictures: Sequence[str] = ()) -> str:
    """A table whose headings are a word of the board."""
    return table_html(say(heads, lang).split("|"), rows, pictures)


def table_html(heads: Sequence[str], rows: telling.Rows, pictures: Sequence[str] = (), label: str = "") -> str:
    """Rows with a picture behind the label, in a frame that scrolls by itself where it is narrow."""
    blank = '<td class="picture"></td>' if pictures else ""
    first, *others = (f'<th scope="col">{escape(h)}</th>' if h else "<td></td>" for h in heads)
    head = first + blank + "".join(others)
    seen = [f'<td class="picture">{picture}</td>' for picture in pictures] or [""] * len(rows)
    body = "".join(
        f'<tr><th scope="row">{escape(label)}</th>{picture}{"".join(f"<td>{escape(cell)}</td>" for cell in cells)}</tr>'
        for (label, *cells), picture in zip(rows, seen, strict=True)
    )
    return (
        f'<div class="scroll" tabindex="0" role="group" aria-label="{escape(label or heads[0])}">'
        f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _decision(board: Board, tally: Tally, lang: str) -> str:
    label = telling.answers_label(board, tally, lang)
    return f"<h3>{escape(label)}</h3>" + _share_table(
        board, tally, telling.answer_rows(board, tally, lang), label, lang
    )


def _share_table(board: Board, tally: Tally, rows: telling.Rows, label: str, lang: str) -> str:
    return table_html(["", say("share-head", lang)], rows, share_pictures(tally, board.people), label)


def _story(board: Board, lang: str) -> str:
    """The whole story of the run nearest to all, folded."""
    story = board.workbook.run_of(board.nearest).story(lang, moves=False)
    return "\n".join(
        f"<details><summary>{escape(p.chapter)}: {escape(p.title)}</summary>{prose_html(p.text)}</details>"
        for p in story.passages
    )


def range_picture(spread: Spread) -> str:
    """The lever's range as a line, the room from lowest to highest as a bar, the median as a mark."""
    span = spread.lever.high - spread.lever.low
    low, median, high = (100 * (v - spread.lever.low) / span for v in (spread.low, spread.median, spread.high))
    return _svg(
        '<path d="M0 5h100" stroke="currentColor" stroke-opacity=".45"/>'
        f'<rect x="{low:.1f}" y="3" width="{high - low:.1f}" height="4" fill="currentColor" fill-opacity=".45"/>'
        f'<rect x="{min(max(median - 1, 0), 98):.1f}" width="2" height="10" fill="currentColor"/>'
    )


def share_pictures(tally: Tally, people: int) -> list[str]:
    """A bar for each share; cells that are not told share one bar, at the most frequent answer."""
    told = sum(cell for cell in tally.cells if isinstance(cell, int))
    widths = [cell if isinstance(cell, int) else people - told if cell == "rest" else 0 for cell in tally.cells]
    return [
        _svg(f'<rect y="2" width="{100 * width / people:.1f}" height="6" fill="currentColor"/>') for width in widths
    ]  # fmt: skip


def chart(board: Board, band: RoomBand) -> str:
    """The room's band over the years with its median and the baseline."""
    base = [board.workbook.baseline.trajectories.yearly(band.indicator.name, year) for year in band.years]
    values = (*band.low, *band.high, *base)
    low, span, last = min(values), (max(values) - min(values)) or 1.0, len(band.years) - 1

    def points(row: Sequence[float], *, back: bool = False) -> str:
        pairs = [f"{100 * k / last:.1f} {29 - 28 * (v - low) / span:.1f}" for k, v in enumerate(row)]
        return "L".join(reversed(pairs) if back else pairs)

    line = 'fill="none" stroke="currentColor" vector-effect="non-scaling-stroke"'
    return _svg(
        f'<path d="M{points(band.low)}L{points(band.high, back=True)}Z" fill="currentColor" fill-opacity=".3"/>'
        f'<path d="M{points(band.middle)}" {line} stroke-width="2"/>'
        f'<path d="M{points(base)}" {line} stroke-dasharray="4 3"/>',
        ' class="chart"', 30,
    )  # fmt: skip


def _svg(shapes: str, more: str = "", height: int = 10) -> str:
    """Hidden from screen readers: the row beside it says the same in numbers."""
    return (
        f'<svg viewBox="0 0 100 {height}" preserveAspectRatio="none" width="140" height="{2 * height}"'
        f' aria-hidden="true"{more}>{shapes}</svg>'
    )


def _p(words: str, kind: str = "") -> str:
    return f'<p class="{kind}">{escape(words)}</p>' if kind else f"<p>{escape(words)}</p>"


def _h2(key: str, lang: str) -> str:
    return f"<h2>{escape(say(key, lang))}</h2>"
