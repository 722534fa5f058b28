"""Writes ``notebooks/*/0N-ID.ipynb``, one for each scenario, from its own words: ``make docs``."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import workbook as wb
from workbook.model import Scenario
from workbook.text import format_number
from workbook.wording import unit_text

ROOT = Path(__file__).resolve().parents[2]
ORDER = (
    "soziale-arbeit-2030", "ki-for-good", "digitale-soziale-arbeit", "menschenfreundlich", "gegen-einsamkeit",
    "haushalt-unter-druck",
)  # fmt: skip

WORDS = {
    "de": {
        "guess": (
            "**Raten Sie zuerst:** {question} Sagen Sie es laut oder schreiben Sie es auf. Dann führen Sie die Zellen aus "
            "(Menü *Ausführen → Alle Zellen ausführen*) und stellen *{lever}* auf {to}."
        ),
        "lines": (
            "Die gestrichelte Linie ist *weiter so*, die Punkte sind beobachtet, das Band umfasst acht von zehn denkbaren "
            "Zukünften. Was Sie stellen, merken und notieren, liegt sofort im Ordner `meine-zukuenfte`. Öffnen Sie dieses "
            "Notebook ein andermal, führen Sie wieder alle Zellen aus, und alles ist da; vorher steht an der Stelle der Hebel "
            "nur *Error displaying widget*."
        ),
        "beside": (
            "## Zukünfte nebeneinander\n\nWeiter so, Utopie, Dystopie und die Zukunft, die oben gerade eingestellt ist "
            "(Zelle noch einmal ausführen, wenn Sie etwas verändert haben). Es gibt keine Gesamtnote: Was wichtiger ist, "
            "entscheiden Sie, am besten im Notebook [Vergleichen](10-vergleichen.ipynb)."
        ),
        "causes": (
            "## Was treibt hier was an?\n\nDie Rückkopplungen dieses Szenarios, aus den Gleichungen gezeichnet. **R** "
            "verstärkt sich selbst, **B** bremst sich selbst."
        ),
        "past": (
            "## Wie gut erzählt das Modell die Vergangenheit?\n\nMittlere Abweichung von den beobachteten Jahren, in Prozent. "
            "Daneben steht, wie viele Jahre beobachtet sind. Das Modell sagt nichts voraus; es ist ein Argument, das man "
            "nachrechnen und dem man widersprechen kann."
        ),
    },
    "en": {
        "guess": (
            "**Guess first:** {question} Say it aloud or write it down. Then run the cells (menu *Run → Run All Cells*) and "
            "set *{lever}* to {to}."
        ),
        "lines": (
            "The dashed line is *carry on*, the dots were observed, the band holds eight in ten conceivable futures. What you "
            "set, keep and note lies in the folder `meine-zukuenfte` at once. When you open this notebook another time, run "
            "all cells again, and everything is there; before that, *Error displaying widget* is all that stands in place of "
            "the levers."
        ),
        "beside": (
            "## Futures side by side\n\nCarry on, utopia, dystopia, and the future that is set above at the moment (run the "
            "cell again when you have changed something). There is no total mark: you decide what matters more, best in the "
            "notebook [Compare](10-compare.ipynb)."
        ),
        "causes": (
            "## What drives what here?\n\nThe feedback loops of this scenario, drawn from its equations. **R** reinforces "
            "itself, **B** balances itself."
        ),
        "past": (
            "## How well does the model retell the past?\n\nMean deviation from the observed years, in per cent. Beside it, how "
            "many years were observed. The model predicts nothing; it is an argument that can be recalculated and contradicted."
        ),
    },
}


def notebook(scenario: Scenario, lang: str) -> dict[str, Any]:
    """The notebook of a scenario in German or English."""
    guide, words = scenario.guide, WORDS[lang]
    assert guide is not None, "every shipped scenario has its first three minutes"
    lever = scenario.levers[guide.lever]
    to = f"{format_number(guide.to, lang)} {unit_text(lever.unit, lang)}"
    guess = words["guess"].format(question=guide.question[lang], lever=lever.label[lang], to=to.strip())
    setting = f'%load_ext workbook\nlang = "{lang}"\nscenario = "{scenario.id}"'
    play = "import workbook as wb\n\nbook = wb.load(scenario)\nexplorer = wb.explore(book, lang, keep=True)\nexplorer"
    beside = 'wb.compare(book.baseline, book.run("utopie"), book.run("dystopie"), explorer.run, lang=lang)'
    parts = [
        ("markdown", f"# {scenario.title[lang]}\n\n{guide.you[lang]}\n\n{guess}\n\n{words['lines']}"),
        ("code", setting), ("code", play),
        ("markdown", words["beside"]), ("code", beside),
        ("markdown", words["causes"]), ("code", "wb.causes(book, lang)"),
        ("markdown", words["past"]), ("code", "wb.past(book, lang)"),
    ]  # fmt: skip
    return whole(parts, lang)


def whole(parts: list[tuple[str, str]], lang: str) -> dict[str, Any]:
    """A notebook of cells: code hidden, nothing run."""
    cells = []
    for number, (kind, source) in enumerate(parts):
        cell: dict[str, Any] = {"cell_type": kind, "id": f"c{number:02}", "metadata": {}, "source": _lines(source)}
        if kind == "code":
            about = {"jupyter": {"source_hidden": True}, "tags": ["hide-input"]}
            cell |= {"metadata": about, "execution_count": None, "outputs": []}
        cells.append(cell)
    about = {
        "kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
        "workbook": {"language": lang},
    }
    return {"cells": cells, "metadata": about, "nbformat": 4, "nbformat_minor": 5}


def text_of(made: dict[str, Any]) -> str:
    """As it is stored."""
    return json.dumps(made, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def all_notebooks() -> dict[str, str]:
    """Path below ``notebooks`` -> text."""
    made = {}
    for number, name in enumerate(ORDER, start=1):
        scenario = wb.load(name).scenario
        for lang in WORDS:
            made[f"{lang}/{number:02}-{name}.ipynb"] = text_of(notebook(scenario, lang))
    return made


def _lines(source: str) -> list[str]:
    return source.splitlines(keepends=True)


if __name__ == "__main__":
    for path, text in all_notebooks().items():
        (ROOT / "notebooks" / path).write_text(text, encoding="utf-8")
