"""The explorer of a notebook: levers, decisions, story and charts wired together. No arithmetic here."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from html import escape
from typing import Any

import ipywidgets as ui

from workbook import charts, view
from workbook.assets import asset
from workbook.errors import UsageError, WorkbookError, nearest
from workbook.model import Decision, Lever
from workbook.run import Passage, Run, Workbook
from workbook.setting import Setting, setting_of
from workbook.story import asked_in
from workbook.widgets import pieces
from workbook.widgets.controls import DecisionControl, LeverControl, Names, switch, within
from workbook.widgets.figure import Chart, Plots
from workbook.widgets.keeping import Keeper
from workbook.widgets.mime import EXPLORER_MIME, explorer_data, explorer_words
from workbook.widgets.words import SPOKEN, word
from workbook.wording import digits_of, unit_text

FIRST_CHARTS = 4
"""Charts in view from the start; the others are one click away."""


class Explorer(ui.VBox):  # type: ignore[misc]  # ipywidgets is untyped
    """The widget behind :func:`explore`.

    ``explorer.run`` is the future shown now; ``set_lever`` and ``choose`` move it from code.
    """

    def __init__(
        self,
        workbook: Workbook,
        lang: str = "de",
        world: str | None = None,
        levers: Iterable[str] | None = None,
        *,
        keep: bool = False,
    ) -> None:
        self.workbook = workbook
        self.scenario = workbook.scenario
        self.shown = tuple(levers) if levers is not None else tuple(self.scenario.levers)
        for name in self.shown:
            _known("lever", name, self.scenario.levers)
        _known("language", lang, self.scenario.languages)
        self.keeper = Keeper(workbook, self.go) if keep else None
        known = self.keeper.play if self.keeper else None
        self.run: Run = workbook.run_of(known.setting) if known else workbook.run(world)
        self.lang = lang
        self._busy = False
        super().__init__()
        self.add_class("wb-explorer")
        self._build()

    # --- what can be done ------------------------------------------------------------------

    def set_lever(self, name: str, value: float) -> None:
        """Move one lever; raises UsageError for an unknown one or a value out of its range."""
        run = self.run
        self.go(setting_of(self.scenario, run.setting.world, run.levers | {name: value}, run.choices))

    def choose(self, decision: str, option: str) -> None:
        """Take a decision; raises UsageError for an unknown one or an unknown option."""
        run = self.run
        self.go(setting_of(self.scenario, run.setting.world, run.levers, run.choices | {decision: option}))

    def go(self, setting: Setting) -> None:
        """Show the future of a setting; one that diverges is refused with a sentence."""
        try:
            run = self.workbook.run_of(setting)
        except WorkbookError as error:
            self._show_setting()
            self.live.value = pieces.live(error.text(self.lang))
            return
        before = self.run
        self.run = run
        self._show(before)
        if self.keeper:
            self.keeper.moved(run)

    def words(self, key: str) -> str:
        """A word of the surface in the language shown."""
        return word(key, self.lang)

    def _repr_mimebundle_(self, **kwargs: Any) -> dict[str, Any] | None:
        """The widget, and what an exporter needs to bring it back to life."""
        bundle: dict[str, Any] | None = super()._repr_mimebundle_(**kwargs)
        if bundle is not None:
            bundle["text/plain"] = explorer_words(self.run, self.lang)
            bundle[EXPLORER_MIME] = explorer_data(self.run, self.lang, self.shown)
        return bundle

    # --- building ----------------------------------------------------------------------------

    def _build(self) -> None:
        s = self.scenario
        self.live = ui.HTML()
        self.profile = ui.HTML()
        self.code = ui.HTML()
        if self.keeper:
            self.keeper.build(self.run, self.lang)
        self.fault = ui.HTML()
        self.sliders = {name: self._slider(s.levers[name]) for name in self.shown}
        self.radios = {name: self._radio(decision) for name, decision in s.decisions.items()}
        self.scenes = [ui.HTML() for _ in s.chapters]
        self.reasons = [ui.HTML() for _ in s.chapters]
        self.reason_switches = [
            switch(self.words("why_scene"), partial(self._show_reasons, k)) for k in range(len(s.chapters))
        ]
        self.care_switches = [
            switch(self.words("read"), partial(self._show_scene, k, retold=False)) for k in range(len(s.chapters))
        ]
        self.frames = {n: charts.ChartFrame.of(self.workbook, i, self.lang) for n, i in s.indicators.items()}
        self.figures: dict[str, Chart] = {}
        self.notes = {name: ui.HTML() for name in s.indicators}
        self.table_switches = {
            name: switch(self.words("table"), partial(self._show_table, name), i.label[self.lang])
            for name, i in s.indicators.items()
        }
        self.tables = {name: ui.HTML() for name in s.indicators}
        self.why_switches = {
            name: switch(self.words("why"), partial(self._show_shares, name), i.label[self.lang])
            for name, i in s.indicators.items()
        }
        self.shares = {name: ui.HTML() for name in s.indicators}
        style = ui.HTML(f"<style>{asset('explorer.css')}</style>")
        columns = ui.GridBox(
            [self._lever_column(), self._story_column(), self._number_column()],
            layout=ui.Layout(grid_template_columns="270px minmax(0, 1fr) 400px", grid_gap="0 1.2rem"),
        )
        columns.add_class("wb-columns")
        self.children = [style, self._header(), self.profile, self.live, columns, Names(self.lang), Plots()]
        self._show(self.run)

    def _header(self) -> ui.HBox:
        s = self.scenario
        title = ui.HTML(pieces.title(s.title[self.lang]))
        options = [(world.label[self.lang], name) for name, world in s.worlds.items()]
        self.world = ui.Dropdown(options=options, value=self.run.setting.world, description=self.words("world"))
        self.world.observe(self._when(lambda change: self.go(setting_of(s, change["new"]))), "value")
        language = ui.Dropdown(
            options=[(SPOKEN[lang], lang) for lang in s.languages], value=self.lang, description=self.words("language")
        )
        language.observe(self._when(lambda change: self._speak(change["new"])), "value")
        reset = ui.Button(description=self.words("reset"))
        reset.on_click(lambda _: self.go(setting_of(s, self.run.setting.world)))
        header = ui.HBox([title, self.world, language, reset])
        header.add_class("wb-header")
        return header

    def _speak(self, lang: str) -> None:
        """All is built anew; what was there is closed, or it would stay alive in the kernel and in the browser."""
        self.lang = lang
        apart = (self.notes, self.tables, self.shares, self.table_switches, self.why_switches)
        old = within([*self.children, *(widget for group in apart for widget in group.values())])
        self._build()
        for widget in old:
            widget.close()

    def _lever_column(self) -> ui.VBox:
        children: list[ui.Widget] = [self._heading("levers")]
        group = ""
        for name in self.shown:
            lever = self.scenario.levers[name]
            if lever.group[self.lang] != group:
                group = lever.group[self.lang]
                children.append(ui.HTML(f"<h4>{escape(group)}</h4>"))
            children.append(self.sliders[name].box)
        column = ui.VBox(children)
        column.add_class("wb-levers")
        return column

    def _story_column(self) -> ui.VBox:
        s = self.scenario
        children: list[ui.Widget] = [
            self._heading("story"),
            ui.HTML(f"<p class='wb-lead'>{escape(s.summary[self.lang])}</p>"),
        ]
        for k, chapter in enumerate(s.chapters):
            title = chapter.title[self.lang]
            year = "" if chapter is s.endings else f"{chapter.year} · "
            children.append(ui.HTML(f"<h3 class='wb-chapter'>{year}{escape(title)}</h3>"))
            children += [self.radios[d.name].box for d in asked_in(s, chapter)]
            children += [self.scenes[k], self.care_switches[k], self.reason_switches[k], self.reasons[k]]
            children += self.keeper.note(chapter) if self.keeper else ()
        enter = ui.Text(
            placeholder="XXXXX-XXXXX-…", description=self.words("enter"), continuous_update=False,
            style={"description_width": "initial"},
        )  # fmt: skip
        enter.observe(self._when(self._typed), "value")
        children += [self.code, enter, self.fault, *([self.keeper.box] if self.keeper else [])]
        column = ui.VBox(children)
        column.add_class("wb-story")
        return column

    def _number_column(self) -> ui.VBox:
        names = list(self.scenario.indicators)
        self.more = ui.Button(description=self.words("all"))
        self.more.on_click(lambda _: self._show_all())
        self.chart_box = ui.VBox([self._chart(name) for name in names[:FIRST_CHARTS]])
        column = ui.VBox([self._heading("numbers"), self.chart_box, self.more])
        column.add_class("wb-numbers")
        return column

    def _show_all(self) -> None:
        names = list(self.scenario.indicators)
        self.more.layout.display = "none"
        self.chart_box.children = (*self.chart_box.children, *(self._chart(n) for n in names[FIRST_CHARTS:]))

    def _heading(self, key: str) -> ui.HTML:
        return ui.HTML(f"<h3 class='wb-heading'>{self.words(key)}</h3>")

    def _slider(self, lever: Lever) -> LeverControl:
        control = LeverControl(lever, self.lang, self.run.levers[lever.name])
        control.on_move(self._when(lambda change: self.set_lever(lever.name, control.exact(change["new"]))))
        return control

    def _radio(self, decision: Decision) -> DecisionControl:
        control = DecisionControl(decision, self.lang, self.words("decide"), self.run.choices[decision.name])
        control.radio.observe(self._when(lambda change: self.choose(decision.name, change["new"])), "value")
        return control

    def _when(self, act: Callable[[dict[str, Any]], None]) -> Callable[[dict[str, Any]], None]:
        """Act on a person's change, not on our own."""

        def listener(change: dict[str, Any]) -> None:
            if not self._busy:
                act(change)

        return listener

    def _typed(self, change: dict[str, Any]) -> None:
        code = change["new"].strip()
        self.fault.value = ""
        if not code:
            return
        try:
            self.go(self.workbook.run_of_code(code).setting)
        except WorkbookError as error:
            self.fault.value = pieces.fault(error.text(self.lang))

    # --- showing -----------------------------------------------------------------------------

    def _show_setting(self) -> None:
        """Put every control to the run that is shown; after a refused move, too."""
        self._busy = True
        try:
            for name, slider in self.sliders.items():
                slider.show(self.run.levers[name])
            for name, control in self.radios.items():
                control.radio.value = self.run.choices[name]
            self.world.value = self.run.setting.world
        finally:
            self._busy = False

    def _show(self, before: Run) -> None:
        self._show_setting()
        self._show_profile()
        for k, (old, new) in enumerate(zip(before.told, self.run.told, strict=True)):
            self._show_scene(k, retold=old.key != new.key)
        for name in self.figures:
            self._move_chart(name)
        try:
            self.code.value = f"<p>{self.words('code')}: <code>{self.run.code}</code></p>"
        except WorkbookError as error:
            self.code.value = f"<p>{escape(error.text(self.lang))}</p>"

    def _show_profile(self) -> None:
        self.profile.value = pieces.profile(view.readings(self.run, self.lang), self.lang)
        self.live.value = pieces.live(view.sentence(self.run, self.lang))

    def _passage(self, k: int, *, moves: bool = False) -> Passage:
        return self.run.passage(self.run.told[k], self.lang, moves=moves)

    def _show_scene(self, k: int, *, retold: bool) -> None:
        passage = self._passage(k)
        veiled = bool(passage.care) and not self.care_switches[k].value
        self.care_switches[k].layout.display = "" if veiled else "none"
        self.scenes[k].value = pieces.scene(passage, self.lang, retold=retold, veiled=veiled)
        self._show_reasons(k)

    def _show_reasons(self, k: int) -> None:
        asked = self.reason_switches[k].value
        self.reasons[k].value = pieces.reasons(self._passage(k, moves=True), self.lang) if asked else ""

    def _chart(self, name: str) -> ui.VBox:
        frame = self.frames[name]
        indicator = frame.indicator
        unit = unit_text(indicator.unit, self.lang)
        head = f"<h4 class='wb-chart'>{escape(indicator.label[self.lang])} <small>{escape(unit)}</small></h4>"
        rows = view.rows(self.run, indicator)
        figure = Chart(f"{indicator.label[self.lang]} {unit}", charts.traces(frame, rows), charts.layout(frame))
        self.figures[name] = figure
        self._note(name)
        self._show_table(name)
        switches = ui.HBox([self.why_switches[name], self.table_switches[name]])
        box = ui.VBox([ui.HTML(head), figure, self.notes[name], switches, self.shares[name], self.tables[name]])
        box.add_class("wb-chart-box")
        return box

    def _move_chart(self, name: str) -> None:
        frame = self.frames[name]
        self.figures[name].draw(charts.traces(frame, view.rows(self.run, frame.indicator)))
        self._note(name)
        self._show_table(name)
        self._show_shares(name)

    def _note(self, name: str) -> None:
        said = view.better_words(self.run, self.scenario.indicators[name], self.lang)
        self.notes[name].value = pieces.note(said)

    def _show_table(self, name: str) -> None:
        if not self.table_switches[name].value:
            self.tables[name].value = ""
            return
        rows = view.rows(self.run, self.scenario.indicators[name])
        digits = digits_of(self.scenario, name, rows.you[-1])
        self.tables[name].value = pieces.table(rows, digits, self.lang)

    def _show_shares(self, name: str) -> None:
        if not self.why_switches[name].value:
            self.shares[name].value = ""
            return
        try:
            found = self.run.why(name)
        except WorkbookError as error:
            self.shares[name].value = pieces.fault(error.text(self.lang))
            return
        better = 1 if self.scenario.indicators[name].better == "higher" else -1
        told = view.share_words(self.scenario, found, self.run.choices, self.lang)
        still = view.still_words(self.scenario, found, self.lang)
        self.shares[name].value = pieces.shares(told, still, better, self.lang)


def _known(kind: str, name: str, allowed: Iterable[str]) -> None:
    names = list(allowed)
    if name not in names:
        raise UsageError(f"usage-{kind}", name=name, nearest=nearest(name, names), allowed=", ".join(names))
