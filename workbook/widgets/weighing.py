"""Futures side by side by what matters to the reader. There is no total: what leads where is said, number by number."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

import ipywidgets as ui

from workbook import view
from workbook.assets import asset
from workbook.errors import UsageError
from workbook.run import Run
from workbook.view import Reading
from workbook.widgets import pieces
from workbook.widgets.controls import Names
from workbook.widgets.still import Still, weighing_still
from workbook.widgets.words import word

WEIGHTS = ("weight_none", "weight_some", "weight_much")
"""What a number can be to the reader; the place is the weight."""


class Weighing(Still, ui.VBox):  # type: ignore[misc]  # ipywidgets is untyped
    """The widget behind :func:`workbook.weigh`; ``weighing.weights`` says what matters how much."""

    def __init__(self, runs: Mapping[str, Run], lang: str) -> None:
        if len(runs) < 2:
            raise UsageError("weigh-few", count=len(runs))
        if len({run.scenario.id for run in runs.values()}) > 1:
            raise UsageError("weigh-foreign")
        super().__init__()
        self.add_class("wb-explorer")
        self.lang = lang
        self.places = {name: {r.name: r for r in view.readings(run, lang)} for name, run in runs.items()}
        first = next(iter(self.places.values()))
        options = [(word(key, lang), weight) for weight, key in enumerate(WEIGHTS)]
        self.controls = {
            name: ui.Dropdown(
                options=options, value=1, description=reading.label, style={"description_width": "17rem"},
                layout=ui.Layout(width="auto"),
            )
            for name, reading in first.items()
        }  # fmt: skip
        self.result = ui.HTML()
        for control in self.controls.values():
            control.observe(lambda _: self._show(), "value")
        style = ui.HTML(f"<style>{asset('explorer.css')}</style>")
        weights = ui.VBox([*self.controls.values()])
        weights.add_class("wb-weights")
        whole = ui.VBox([weights, self.result])
        whole.add_class("wb-weighing")
        scenario = next(iter(runs.values())).scenario
        self.children = [style, ui.HTML(pieces.title(scenario.title[lang])), whole, Names(lang)]
        self._show()

    @property
    def weights(self) -> dict[str, int]:
        """Indicator -> 0, 1 or 2."""
        return {name: int(control.value) for name, control in self.controls.items()}

    def still(self) -> str:
        """What is shown, without the controls."""
        return weighing_still(self.result.value, self.lang)

    def _show(self) -> None:
        lang, weights = self.lang, self.weights
        wanted = sorted((n for n in weights if weights[n]), key=lambda n: -weights[n])
        if not wanted:
            self.result.value = f"<p class='wb-live' role='status'>{escape(word('weigh_nothing', lang))}</p>"
            return
        heads = "".join(f"<th scope='col'>{escape(name)}</th>" for name in self.places)
        rows = "".join(self._row(name, weights[name]) for name in wanted)
        table = f"<table><thead><tr><td></td>{heads}</tr></thead><tbody>{rows}</tbody></table>"
        self.result.value = (
            f"<p class='wb-live' role='status'>{escape(self.sentence())}</p>"
            f"<div class='wb-note' tabindex='0' role='group' aria-label='{word('numbers', lang)}'>{table}</div>"
        )

    def _row(self, name: str, weight: int) -> str:
        readings = {future: found[name] for future, found in self.places.items()}
        ahead = leading(readings)
        mark = f"</strong> <small>{word('leads', self.lang)}</small>"
        cells = "".join(
            f"<td><strong>{escape(r.text)}{mark}</td>" if future in ahead else f"<td>{escape(r.text)}</td>"
            for future, r in readings.items()
        )
        label = escape(next(iter(readings.values())).label)
        strong = f"<strong>{label}</strong>" if weight == len(WEIGHTS) - 1 else label
        return f"<tr><th scope='row'>{strong}</th>{cells}</tr>"

    def sentence(self) -> str:
        """Which future leads in what matters, in words."""
        lang, weights = self.lang, self.weights
        most = max(weights.values())
        wanted = [name for name in weights if weights[name] == most]
        parts, everywhere = [], set(self.places)
        for future in self.places:
            won = [n for n in wanted if future in leading({f: found[n] for f, found in self.places.items()})]
            if won:
                labels = [self.places[future][n].label for n in won]
                parts.append(word("leads_in", lang).format(future=future, what=_listed(labels, lang)))
            if len(won) < len(wanted):
                everywhere.discard(future)
        end = "" if everywhere else f" {word('nowhere_all', lang)}"
        start = word("weigh_much" if most == len(WEIGHTS) - 1 else "weigh_some", lang)
        return f"{start} {' '.join(parts)}{end}" if parts else f"{start} {word('no_difference', lang)}"


def leading(readings: Mapping[str, Reading]) -> set[str]:
    """The futures nearest to the utopia value; none when all read alike."""
    if len({reading.text for reading in readings.values()}) == 1:
        return set()
    best = max(reading.place for reading in readings.values())
    texts = {reading.text for reading in readings.values() if reading.place == best}
    return {future for future, reading in readings.items() if reading.text in texts}


def _listed(labels: list[str], lang: str) -> str:
    last = f" {word('and', lang)} {labels[-1]}" if len(labels) > 1 else labels[-1]
    return ", ".join(labels[:-1]) + last
