"""What the page shows of a run is what Python writes of it, to the printed digit."""

from __future__ import annotations

import html
import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.browser.conftest import opened_in
from workbook import view
from workbook.assets import asset
from workbook.model import Scenario
from workbook.nearest import Move, Turn
from workbook.prose import prose_html
from workbook.run import Run, Workbook
from workbook.setting import Setting, setting_of
from workbook.text import LANGUAGES, format_number
from workbook.why import moved
from workbook.wording import digits_of, quantity, unit_text

pytestmark = pytest.mark.browser

RUNS, SEED = 100, 2030
QUICK, SLOW = 8, 12
"""Up to so many moves every run's shares are compared; up to so many those of a few runs."""

# Words that only the page says; numbers, labels and sentences come from Python.
WORDS = """() => { %s
  const places = [0, 1, 2, 3].map((n) => `{${n}}`);
  return Object.fromEntries(Object.entries(WORDS).map(([lang, words]) => [lang, {
    ...Object.fromEntries(["you", "baseline", "year", "band", "lower", "upper", "observed", "source", "voice",
      "price", "crack", "moods", "noNearest", "noDifference", "rest", "changed"].map((key) => [key, words[key]])),
    ...Object.fromEntries(["better", "summary", "nearest", "nearestAnswer"].map((key) => [key, words[key](...places)])),
    against: words.against(places.slice(0, 1)),
  }]));
}"""

READ = """async ({code, lang, shares}) => {
  const $ = (selector, inside = document) => inside.querySelector(selector);
  const all = (selector, inside = document) => [...inside.querySelectorAll(selector)];
  const words = (selector, inside) => $(selector, inside)?.textContent ?? null;
  const rest = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const press = $(`#languages button[data-lang="${lang}"]`);
  if (press.getAttribute("aria-pressed") !== "true") press.click();
  for (const each of all("details.contributions")) each.open = false;
  await rest();
  $("#code-in").value = code;
  $("#code-form").requestSubmit();
  await rest();
  for (let care; (care = $(".scene .margin button"));) care.click();
  for (const each of all(`details.why, details.table, details.hundred`)) each.open = true;
  if (shares) for (const each of all("details.contributions")) each.open = true;
  const told = (each) => $(".nearest, .shares", each);
  do await rest(); while (!all("details[open]:is(.why, .contributions)").every(told));
  return {
    code: words("#code"), fault: words("#code-fault"), live: words("#live"), title: words("#title"),
    world: $("#world").selectedOptions[0].textContent,
    profile: all("#profile-rows li")
      .map((row) => [words(".name > :first-child", row), words(".value", row), row.title]),
    levers: all(".lever")
      .map((each) => [words("label", each), $("input", each).getAttribute("aria-valuetext"), words(".unit", each)]),
    chosen: all(".decision").map((each) => $("input:checked ~ label", each).firstChild.textContent),
    charts: all("#charts .chart").map((each) => ({
      title: words("h3", each), summary: words(".summary", each), better: words(".better", each),
      dots: [all(".dots .full", each).length, all(".dots > *", each).length, $(".dots", each).ariaLabel],
      head: all("details.table thead th", each).map((cell) => cell.textContent),
      table: all("details.table tbody tr", each).map((row) => [...row.cells].map((cell) => cell.textContent)),
      said: words("details.contributions p", each), still: words("details.contributions .still", each),
      shares: all("details.contributions li", each)
        .map((item) => [item.firstElementChild.textContent, words(".amount", item)]),
    })),
    scenes: all("#chapters > .chapter").map((each) => ({
      key: $("[data-scene]", each).dataset.scene, chapter: words("h3", each), title: words("h4", each),
      mood: words(".mood", each), voice: words(".mood ~ span", each), text: words(".text", each),
      margins: all(".margin", each).map((p) => p.textContent),
      reasons: all(".reasons li", each).map((item) => item.textContent), nearest: words(".nearest", each),
    })),
  };
}"""


@dataclass(frozen=True)
class Shown:
    """One run in one language: as Python has it, and as the page shows it."""

    run: Run
    lang: str
    words: dict[str, Any]
    page: dict[str, Any]
    shared: bool

    @property
    def scenario(self) -> Scenario:
        return self.run.scenario

    @property
    def moves(self) -> int:
        return len(moved(setting_of(self.scenario), self.run.setting))

    def number(self, name: str, value: float) -> str:
        return format_number(value, self.lang, digits_of(self.scenario, name, value))

    def amount(self, name: str, value: float) -> str:
        return quantity(self.scenario, name, value, self.lang)


def settings(scenario: Scenario) -> Iterator[Setting]:
    """Mostly the first world with few moves, so that shares are quick; then every world; then all at random."""
    draw = random.Random(SEED)
    worlds, levers, decisions = list(scenario.worlds), list(scenario.levers), list(scenario.decisions)
    for n in range(RUNS):
        few = n % 5 != 4
        world = worlds[0] if few else draw.choice(worlds)
        setting = setting_of(scenario, world)
        count = len(levers) + len(decisions) if n % 25 == 24 else draw.randint(0, QUICK if few else 3)
        for name in draw.sample([*levers, *decisions], count):
            if name in scenario.levers:
                lever = scenario.levers[name]
                values = [lever.value(k) for k in range(lever.positions)]
                setting = setting.with_lever(name, draw.choice([v for v in values if v != lever.default]))
            else:
                decision = scenario.decisions[name]
                setting = setting.with_choice(name, draw.choice([o for o in decision.options if o != decision.default]))
        yield setting


@pytest.fixture(scope="module")
def shown(browser: Any, workbook: Workbook, saved: Path) -> list[Shown]:
    blank = browser.new_page()
    words = blank.evaluate(WORDS % asset("words.js"))
    blank.close()
    found, slow = [], 0
    for opened in opened_in(browser, saved.as_uri(), reduced_motion="reduce"):
        page = opened.open()
        # One language after the other: changing it writes the whole page anew.
        for n, setting in sorted(enumerate(settings(workbook.scenario)), key=lambda each: each[0] % len(LANGUAGES)):
            run, lang = workbook.run_of(setting), LANGUAGES[n % len(LANGUAGES)]
            count = len(moved(setting_of(workbook.scenario), setting))
            shared = count <= QUICK or (count <= SLOW and slow < 3)
            slow += QUICK < count <= SLOW and shared
            read = page.evaluate(READ, {"code": run.code, "lang": lang, "shares": shared})
            found.append(Shown(run, lang, words[lang], read, shared))
        assert opened.complaints == []
        assert opened.asked == [saved.as_uri()]
    return found


def alike(shown: list[Shown], wanted: Callable[[Shown], Any], seen: Callable[[Shown], Any]) -> None:
    """Each run as Python has it beside what the page shows; all that differ are told."""
    differ = [
        (each.run.code, each.lang, expected, found)
        for each in shown
        if (expected := wanted(each)) != (found := seen(each))
    ]
    assert not differ, f"{len(differ)} of {len(shown)} runs differ, the first: {differ[0]}"


def test_the_runs_are_of_all_kinds(shown: list[Shown]) -> None:
    assert len(shown) == RUNS
    assert {each.lang for each in shown} == set(LANGUAGES)
    assert {each.run.setting.world for each in shown} == set(shown[0].scenario.worlds)
    shared = [each.moves for each in shown if each.shared]
    assert len(shared) >= 80
    assert any(QUICK < count <= SLOW for count in shared)
    told = {told.key for each in shown for told in each.run.told}
    assert len(told) >= 2 * len(shown[0].scenario.chapters)


def test_code_world_and_title(shown: list[Shown]) -> None:
    alike(
        shown,
        lambda e: [
            e.run.code,
            "",
            e.scenario.title[e.lang],
            e.scenario.worlds[e.run.setting.world].label[e.lang],
        ],
        lambda e: [e.page[key] for key in ("code", "fault", "title", "world")],
    )


def test_levers_and_choices(shown: list[Shown]) -> None:
    def levers(each: Shown) -> list[list[str]]:
        s, start = each.scenario, dict(setting_of(each.scenario, each.run.setting.world).levers)
        return sorted(
            [
                s.levers[name].label[each.lang],
                each.amount(name, value) + (f", {each.words['changed']}" if value != start[name] else ""),
                unit_text(s.levers[name].unit, each.lang),
            ]
            for name, value in each.run.levers.items()
        )

    alike(shown, levers, lambda e: sorted(e.page["levers"]))
    alike(
        shown,
        lambda e: sorted(e.scenario.decisions[d].options[o].label[e.lang] for d, o in e.run.choices.items()),
        lambda e: sorted(e.page["chosen"]),
    )


def test_profile(shown: list[Shown]) -> None:
    alike(
        shown,
        lambda e: [[r.label, r.short, f"{r.label}: {r.text}"] for r in view.readings(e.run, e.lang)],
        lambda e: e.page["profile"],
    )


def test_the_sentence(shown: list[Shown]) -> None:
    # Plain language frames the same numbers in words of its own.
    def sentence(each: Shown) -> str:
        text = view.sentence(each.run, each.lang)
        head = f"{each.scenario.time.years[-1]}, gegenüber weiter so: "
        if each.lang != "de-einfach" or not text.startswith(head):
            return text
        return each.words["against"].format(text.removeprefix(head).removesuffix("."))

    alike(shown, sentence, lambda e: e.page["live"])


def test_charts_in_words(shown: list[Shown]) -> None:
    def summaries(each: Shown) -> list[list[str]]:
        s, base = each.scenario, each.run.workbook.baseline
        last, now = s.time.years[-1], s.time.now
        found = []
        for name, indicator in s.indicators.items():
            label = indicator.label[each.lang]
            values = (each.run.value(name, last), each.run.value(name, now), base.value(name, last))
            said = each.words["summary"].format(label, *(each.amount(name, value) for value in values))
            found.append([f"{label} {unit_text(indicator.unit, each.lang)}", said])
        return found

    alike(shown, summaries, lambda e: [[chart["title"], chart["summary"]] for chart in e.page["charts"]])


def test_in_how_many_of_a_hundred_futures(shown: list[Shown]) -> None:
    def futures(each: Shown) -> list[list[Any]]:
        found = []
        for name, indicator in each.scenario.indicators.items():
            count = format_number(100 * each.run.bands[name].better, each.lang)
            said = each.words["better"].format(count)
            if each.lang != "de-einfach":
                assert said == view.better_words(each.run, indicator, each.lang)
            found.append([said, [int(count), 100, said]])
        return found

    alike(shown, futures, lambda e: [[chart["better"], chart["dots"]] for chart in e.page["charts"]])


def test_tables(shown: list[Shown]) -> None:
    def tables(each: Shown) -> list[list[list[str]]]:
        w = each.words
        head = [
            w["year"],
            w["you"],
            w["baseline"],
            f"{w['band']}: {w['lower']}",
            w["upper"],
            w["observed"],
            w["source"],
        ]
        found = []
        for name, indicator in each.scenario.indicators.items():
            rows = view.rows(each.run, indicator)
            observed = {year: (each.number(name, value), who) for year, value, who in rows.observed}
            columns = zip(rows.you, rows.baseline, rows.low, rows.high, strict=True)
            body = [
                [str(year), *(each.number(name, value) for value in values), *observed.get(year, ("", ""))]
                for year, values in zip(rows.years, columns, strict=True)
            ]
            found.append([head, *body])
        return found

    alike(shown, tables, lambda e: [[chart["head"], *chart["table"]] for chart in e.page["charts"]])


def test_shares_of_why(shown: list[Shown]) -> None:
    def shares(each: Shown) -> list[Any]:
        names = list(each.scenario.indicators)
        return [
            of(each, rows(each, name), view.still_words(each.scenario, each.run.why(name), each.lang)) for name in names
        ]

    def of(each: Shown, told: list[tuple[str, float, str]], still: str) -> list[Any]:
        said = each.words["rest" if told else "noDifference"]
        return [said, [[label, words] for label, _, words in told], still or None]

    def rows(each: Shown, name: str) -> list[tuple[str, float, str]]:
        return view.share_words(each.scenario, each.run.why(name), each.run.choices, each.lang)

    alike(
        [each for each in shown if each.shared],
        shares,
        lambda e: [[chart["said"], chart["shares"], chart["still"]] for chart in e.page["charts"]],
    )
    assert any(chart["still"] for each in shown if each.shared for chart in each.page["charts"])


def test_scenes_and_the_figures_in_them(shown: list[Shown]) -> None:
    def scenes(each: Shown) -> list[list[Any]]:
        found = []
        for p in each.run.story(each.lang, moves=False).passages:
            margins = [f"{each.words[side]}: {text}" for side, text in (("price", p.price), ("crack", p.crack)) if text]
            voice = f"{each.words['voice']}: {p.voice}"
            found.append(
                [p.key, p.chapter, p.title, each.words["moods"][p.mood], voice, plain(prose_html(p.text)), margins]
            )
        return found

    fields = ("key", "chapter", "title", "mood", "voice", "text", "margins")
    alike(shown, scenes, lambda e: [[scene[name] for name in fields] for scene in e.page["scenes"]])
    written = [scene["text"] for each in shown for scene in each.page["scenes"]]
    assert sum(bool(re.search(r"\d", text)) for text in written) > len(written) / 2


def plain(markup: str) -> str:
    return html.unescape(re.sub(r"<[^>]*>", "", markup))


def test_reasons_and_the_nearest_other_scene(shown: list[Shown]) -> None:
    def reasons(each: Shown) -> list[list[Any]]:
        return [
            [[f"{condition} ({value})" for condition, value in p.why], p.nearest or str(each.words["noNearest"])]
            for p in each.run.story(each.lang).passages
        ]

    alike(shown, reasons, lambda e: [[scene["reasons"], scene["nearest"]] for scene in e.page["scenes"]])
    moves = [move for each in shown for move in each.run.moves.values()]
    assert {Move, Turn} <= {type(move) for move in moves}
