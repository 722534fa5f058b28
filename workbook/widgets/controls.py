"""The parts a person moves: a lever, a decision, a switch; each says its own label."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from html import escape
from time import monotonic
from typing import Any

import anywidget
import ipywidgets as ui
import traitlets

from workbook.assets import asset
from workbook.model import Decision, Lever
from workbook.text import base_language
from workbook.wording import headed, unit_text


class Names(anywidget.AnyWidget):
    """Gives the controls around it what they lack: names, a language, and the keys that JupyterLab would take."""

    _esm = asset("names.js")
    lang = traitlets.Unicode().tag(sync=True)
    asked = traitlets.Int(0).tag(sync=True)
    answered = traitlets.Int(-1).tag(sync=True)
    """What was asked last, once the browser has seen it; -1 while it does not answer."""

    def __init__(self, lang: str = "") -> None:
        super().__init__(lang=base_language(lang) if lang else "")


class Press:
    """A button whose press may overtake words that were typed before it: when these arrive, it acts once more.

    A field sends one change at a time and keeps the next back until the kernel is at rest; a press goes at once.
    Messages keep their order: when the browser answers what was asked after the press, all older words are here.

    Parameters
    ----------
    button : ipywidgets.Button
    act : function
    fields : iterable of ipywidgets.Widget
        Where the words are typed that ``act`` reads.
    names : Names
        Answers for the browser.
    """

    GRACE = 1.0
    """Seconds after a press in which nobody has yet typed anything new, where the browser does not answer."""
    LONGEST = 30.0
    """Seconds after which no answer is waited for any more."""

    def __init__(self, button: ui.Button, act: Callable[[], None], fields: Iterable[ui.Widget], names: Names) -> None:
        self._act, self._names = act, names
        self._until = 0.0
        button.on_click(self._pressed)
        names.observe(self._answered, "answered")
        for field in fields:
            field.observe(self._came, "value")

    def rest(self) -> None:
        """Whatever arrives from now on belongs to something else."""
        self._until = 0.0

    def _pressed(self, _: object) -> None:
        self._act()
        answers = self._names.answered >= 0
        self._until = monotonic() + (self.LONGEST if answers else self.GRACE)
        self._names.asked += 1

    def _answered(self, change: dict[str, Any]) -> None:
        if change["new"] == self._names.asked:
            self.rest()

    def _came(self, _: object) -> None:
        if monotonic() < self._until:
            self._act()


def switch(label: str, act: Callable[[], None], tooltip: str = "") -> ui.ToggleButton:
    """A toggle that looks like a link; ``act`` is called when it is turned."""
    button = ui.ToggleButton(value=False, description=label, tooltip=tooltip or label)
    button.add_class("wb-link")
    button.observe(lambda _: act(), "value")
    return button


def within(roots: Iterable[ui.Widget]) -> list[ui.Widget]:
    """Widgets and all that they hold: children, layouts, styles; each once."""
    found: dict[int, ui.Widget] = {}
    waiting = list(roots)
    while waiting:
        widget = waiting.pop()
        if id(widget) in found:
            continue
        found[id(widget)] = widget
        for value in (getattr(widget, name, None) for name in widget.keys):
            inside = value if isinstance(value, (list, tuple)) else [value]
            waiting += [each for each in inside if isinstance(each, ui.Widget)]
    return list(found.values())


class LeverControl:
    """A lever as slider with a number field; both say its label."""

    def __init__(self, lever: Lever, lang: str, value: float) -> None:
        self.lever = lever
        unit = unit_text(lever.unit, lang)
        label = lever.label[lang]
        bounds = {"min": lever.low, "max": lever.high, "step": lever.step, "value": value}
        self.slider = ui.FloatSlider(**bounds, readout=False, layout=ui.Layout(width="170px"))
        self.slider.add_class("wb-slider")
        self.number = ui.BoundedFloatText(**bounds, layout=ui.Layout(width="76px"))
        name = escape(headed(lever, lang))
        self.label = ui.HTML(
            f'<span class=\'wb-lever\' data-name="{name}" title="{escape(lever.help[lang])}">{escape(label)}'
            f" <small>{escape(unit)}</small></span>"
        )
        self.box = ui.VBox([self.label, ui.HBox([self.slider, self.number])])
        self.box.add_class("wb-lever-box")

    def on_move(self, act: Callable[[dict[str, Any]], None]) -> None:
        """Call ``act`` when a person moves the slider or types a number."""
        self.slider.observe(act, "value")
        self.number.observe(act, "value")

    def exact(self, value: float) -> float:
        """The lever's own setting nearest to what a slider says."""
        position = round((value - self.lever.low) / self.lever.step)
        return self.lever.value(min(max(position, 0), self.lever.positions - 1))

    def show(self, value: float) -> None:
        """Put both to a value."""
        self.slider.value = value
        self.number.value = value


class DecisionControl:
    """A decision with its situation, question and options."""

    def __init__(self, decision: Decision, lang: str, heading: str, value: str) -> None:
        options = [(option.label[lang], name) for name, option in decision.options.items()]
        self.radio = ui.RadioButtons(options=options, value=value, layout=ui.Layout(width="auto"))
        texts = "".join(
            f"<li><strong>{escape(o.label[lang])}:</strong> {escape(o.text[lang])}</li>"
            for o in decision.options.values()
        )
        head = (
            f"<p class='wb-decide'>{decision.year} · {escape(heading)}</p><p>{escape(decision.text[lang])}</p>"
            f"<p><strong>{escape(decision.question[lang])}</strong></p>"
        )
        self.box = ui.VBox([ui.HTML(head), self.radio, ui.HTML(f"<ul class='wb-options'>{texts}</ul>")])
        self.box.add_class("wb-decision")
