"""Notebooks written in code, so that a test shows what it tests."""

from __future__ import annotations

from typing import Any

from workbook.run import Workbook

_PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="


def cell(kind: str, source: str, slide: str = "", tags: tuple[str, ...] = (), outputs: tuple[Any, ...] = ()) -> Any:
    about: dict[str, Any] = {"tags": list(tags)} if tags else {}
    if slide:
        about["slideshow"] = {"slide_type": slide}
    made: dict[str, Any] = {
        "cell_type": kind,
        "metadata": about,
        "source": source,
        "id": f"c{abs(hash(source)) % 10**8}",
    }
    if kind == "code":
        made |= {"outputs": list(outputs), "execution_count": 1}
    return made


def text(source: str, slide: str = "", tags: tuple[str, ...] = ()) -> Any:
    return cell("markdown", source, slide, tags)


def code(source: str, *outputs: Any, slide: str = "", tags: tuple[str, ...] = ()) -> Any:
    return cell("code", source, slide, tags, outputs)


def data(**forms: Any) -> Any:
    """An output; the names of its forms are short for what Jupyter calls them."""
    names = {"html": "text/html", "png": "image/png", "plain": "text/plain", "plotly": "application/vnd.plotly.v1+json"}
    given = {names.get(name, name): value for name, value in forms.items()}
    return {"output_type": "display_data", "metadata": {}, "data": given}


def stream(words: str) -> Any:
    return {"output_type": "stream", "name": "stdout", "text": words}


def notebook(*cells: Any, **about: Any) -> dict[str, Any]:
    return {"nbformat": 4, "nbformat_minor": 5, "metadata": about, "cells": list(cells)}


def markdown(*sources: str, **about: Any) -> dict[str, Any]:
    return notebook(*map(text, sources), **about)


def figure(*ys: float) -> Any:
    trace = {"type": "scatter", "mode": "lines", "name": "Fälle", "x": [2024, 2025, 2026][: len(ys)], "y": list(ys)}
    return data(plotly={"data": [trace], "layout": {"title": {"text": "Fälle je Fachkraft"}}}, plain="Figure()")


def explorer(workbook: Workbook, world: str = "") -> Any:
    """What an explorer leaves in a notebook."""
    about = {"scenario": workbook.scenario.id, "lang": "de", "code": workbook.run(world or None).code}
    return data(**{"application/vnd.workbook.explorer+json": about, "plain": "Explorer"})


def prepared(workbook: Workbook) -> dict[str, Any]:
    """A lecture with two explorers, a figure on a later slide, notes and a code to scan."""
    return notebook(
        text("# Bleiben können", "slide", tags=("minutes-2",)),
        text("Begrüßen, dann **warten**.", "notes"),
        code("wb.explore(a)", explorer(workbook), slide="slide", tags=("minutes-15",)),
        text("## Was bleibt", "slide"),
        text("Zuerst dies.", "fragment"),
        text("Nie zu sehen", "skip"),
        code("figure", figure(60, 55, 48), slide="subslide"),
        code("wb.explore(b)", explorer(workbook, "dystopie"), slide="slide"),
        text("## Weiter", "slide", tags=("qr",)),
        workbook={"lang": "de", "minutes": 30, "address": "https://example.org/weiter"},
    )


def foreign() -> dict[str, Any]:
    """A notebook of somebody who never thought of slides, and of one who means harm."""
    return notebook(
        code("import pandas as pd\nimport matplotlib.pyplot as plt"),
        text(
            "# Analysis of waiting lists\n\nSome words in English, and the reason for it.\n\n## Data\n\nIt is a table."
        ),
        code(
            "frame",
            data(
                html="<style>td{color:red}</style><script>alert(1)</script><table class='dataframe'><thead><tr>"
                "<th></th><th>a</th></tr></thead><tbody>"
                + "".join(f"<tr><th>{n}</th><td>{n * n}</td></tr>" for n in range(30))
                + "</tbody></table>"
            ),
        ),
        text(
            "### Remote\n\n![map](https://tiles.example.org/1.png) <img src=x onerror=alert(2)>\n\n"
            "[go](javascript:alert(3))"
        ),
        code(
            "a",
            data(html='<iframe src="https://example.org"></iframe><section><h4>x</h4><section>y</section></section>'),
        ),
        code("plt.plot()", data(png=_PIXEL, plain="<Figure size 640x480>")),
        code("px.line()", figure(3, 5, 4)),
        code("print()", stream("\x1b[31mred\x1b[0m\n" + "x" * 3000 + "\n")),
        text(
            "## Formula\n\n$$\\sum_{i=1}^n x_i$$\n\n"
            "<aside class='notes'>no notes of ours</aside></deck-slide><deck-slide>"
        ),
        code(
            "boom",
            {"output_type": "error", "ename": "ValueError", "evalue": "no", "traceback": ["\x1b[0;31mboom\x1b[0m"]},
        ),
        *(code(f"out {n}", stream("row\n" * 12)) for n in range(6)),
    )
