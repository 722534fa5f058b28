"""Somebody contests a number in the page: it computes with their value, says so, and hands it on as a variant."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import workbook as wb
from tests.browser.conftest import READY, opened_in
from tests.browser.steps import Keys, becomes, code, focused, rest, scenes, settle
from tests.browser.test_access_states import in_both_lights
from tests.conftest import ROOT
from tests.export.hostile import ATTACKS
from tests.strategies import random_settings
from workbook.export import export_html
from workbook.run import Workbook

pytestmark = pytest.mark.browser

CLOSE = 1e-9
REASON = "Bei uns ist es anders, seit die Stelle fehlt."
KNOWS = """try {
  localStorage.setItem("workbook/habits", JSON.stringify({guided: true, noGuess: true}));
} catch (error) { /* no storage, no habits */ }"""
"""Somebody who knows the page and comes again: what was kept stays."""
SHOWN = "() => Array.from({length: %d}, (_, k) => workbookPage.run.yearly(k, %d))"


@pytest.fixture(scope="module")
def constant(workbook: Workbook) -> str:
    """A constant that moves the numbers of the first world and stands in no condition's text."""
    base = workbook.run()
    last = workbook.scenario.time.years[-1]
    for name, each in workbook.scenario.constants.items():
        if not each.uncertain:
            continue
        moved = workbook.simulator.run(base.setting, {name: 1.5 * each.high})
        if sum(abs(moved.yearly(i, last) / base.value(i, last) - 1) > 0.01 for i in workbook.scenario.indicators) > 6:
            return name
    raise AssertionError("no constant matters")


@pytest.fixture
def page(browser: Any, saved: Path) -> Iterator[Any]:
    for opened in opened_in(browser, saved.as_uri(), KNOWS, bypass_csp=True, accept_downloads=True):
        page = opened.open(width=1280, height=800)
        yield page
        assert opened.complaints == []
        assert {url.split("#")[0] for url in opened.asked if not url.startswith(("about:", "blob:", "data:"))} == {
            opened.address
        }


def card(page: Any, constant: str) -> None:
    page.click("#menu")
    page.click("#origin")
    page.click(f'[data-constant="{constant}"] button')
    page.locator("#contest-value").wait_for()


def contest(page: Any, constant: str, value: float, reason: str = REASON, person: str = "") -> None:
    card(page, constant)
    page.fill("#contest-value", repr(value))
    page.fill("#contest-reason", reason)
    page.fill("#contest-person", person)
    page.click(".contest-card [type=submit]")
    page.locator("#contest:not([hidden])").wait_for()
    settle(page)


def numbers(page: Any, workbook: Workbook) -> list[float]:
    """The last year's numbers of the run that is shown."""
    return page.evaluate(SHOWN % (len(workbook.scenario.indicators), workbook.scenario.time.years[-1]))


def of(run: wb.Run) -> list[float]:
    return [run.value(name, run.scenario.time.years[-1]) for name in run.scenario.indicators]


def saved_card(page: Any, to: Path) -> Path:
    page.click("#contest-view")
    with page.expect_download() as download:
        page.click("#variant-save")
    download.value.save_as(to)
    page.click("#dialog-close")
    return to


def other(workbook: Workbook, constant: str, factor: float = 1.5) -> float:
    return round(factor * workbook.scenario.constants[constant].high, 6)


def test_the_card_is_the_variant_that_the_page_computes(page, workbook, constant, tmp_path) -> None:
    before, value = numbers(page, workbook), other(workbook, constant)
    page.select_option("#world", "2")
    page.focus("#lever-public_voice")
    page.keyboard.press("End")
    settle(page)
    contest(page, constant, value, person="A. Beispiel, ASD Süd")
    file = saved_card(page, tmp_path / "karte.json")
    variant = workbook.variant(file)
    (objection,) = variant.contested.objections
    assert (objection.constant, objection.value, objection.reason) == (constant, value, REASON)
    assert objection.person == "A. Beispiel, ASD Süd"
    setting = workbook.run_of_code(code(page)).setting  # the code is one of the scenario as its authors wrote it
    mine, theirs = variant.run_of(setting), workbook.run_of(setting)
    assert numbers(page, workbook) == pytest.approx(of(mine), rel=CLOSE)
    assert scenes(page) == [told.key for told in mine.told]
    assert of(mine) != pytest.approx(of(theirs), rel=1e-3), "the value matters"
    page.select_option("#world", "0")
    settle(page)
    assert numbers(page, workbook) == pytest.approx(of(variant.run()), rel=CLOSE)
    page.click("#contest-switch")
    settle(page)
    assert numbers(page, workbook) == before


def test_bands_and_carry_on_follow(page, workbook, constant, tmp_path) -> None:
    contest(page, constant, other(workbook, constant))
    page.locator(".wb[data-bands]").wait_for()
    variant = workbook.variant(saved_card(page, tmp_path / "karte.json"))
    bands = page.evaluate("() => workbookPage.bands.map(({low, high, better}) => [low, high, better])")
    for (low, high, better), band in zip(bands, variant.run().bands.values(), strict=True):
        assert low == pytest.approx(list(band.low), rel=CLOSE)
        assert high == pytest.approx(list(band.high), rel=CLOSE)
        assert better == pytest.approx(band.better, abs=CLOSE)
    page.select_option("#world", "1")
    settle(page)
    last, name = variant.scenario.time.years[-1], next(iter(variant.scenario.indicators))
    page.click('[data-chart="0"] details.table summary')
    line = page.locator(f'[data-chart="0"] details.table tr:has(th:text-is("{last}"))')
    line.wait_for()
    row = line.locator("td").all_inner_texts()
    spoken = [wb.text.format_number(variant.run(w).value(name, last), "de", 0) for w in (None, "utopie")]
    assert row[:2] == spoken[::-1]


def test_the_card_says_the_effect_before_it_is_taken(page, workbook, constant) -> None:
    card(page, constant)
    value, s = other(workbook, constant), workbook.scenario
    page.fill("#contest-value", repr(value))
    settle(page)
    base, run = workbook.run(), workbook.simulator.run(workbook.run().setting, {constant: value})
    last, cells = s.time.years[-1], page.locator(".effect tbody tr").all()
    assert len(cells) == len(s.indicators)
    for row, (name, indicator) in zip(cells, s.indicators.items(), strict=True):
        was, now = base.value(name, last), run.yearly(name, last)
        told = row.locator("td").all_inner_texts()
        assert told[:2] == [wb.text.format_number(v, "de", indicator.digits) for v in (was, now)]
        assert told[2].startswith(wb.text.format_number(now - was, "de", indicator.digits + 1, sign=True)[:4])
    assert "außerhalb der Spanne" in page.inner_text("#contest-range")
    assert page.locator("#contest").is_hidden(), "nothing is taken yet"


def test_a_reason_is_needed_and_impossible_values_are_refused(page, workbook, constant) -> None:
    card(page, constant)
    page.click(".contest-card [type=submit]")
    assert "Begründung" in page.inner_text("#contest-fault")
    assert focused(page) == "contest-reason"
    page.fill("#contest-reason", " \t ")
    page.click(".contest-card [type=submit]")
    assert "Begründung" in page.inner_text("#contest-fault")
    page.fill("#contest-reason", REASON)
    page.fill("#contest-value", "")
    page.click(".contest-card [type=submit]")
    assert "Zahl" in page.inner_text("#contest-fault")
    page.fill("#contest-value", "-1e300")
    page.click(".contest-card [type=submit]")
    assert "verlässt das Modell" in page.inner_text("#contest-fault")
    assert page.locator("#contest").is_hidden()


def test_the_page_refuses_what_python_refuses(page, workbook) -> None:
    """Also where the shown numbers stay finite and only a stock falls below zero."""
    s, setting = workbook.scenario, workbook.run().setting
    refused = {}
    for name, each in list(s.constants.items())[::3]:
        for value in (0.0, -abs(each.value) - 1, 1_000 * each.value + 1):
            try:
                workbook.simulator.run(setting, {name: value})
                refused[name, value] = False
            except wb.DivergenceError:
                refused[name, value] = True
    places = list(s.constants)
    found = page.evaluate(
        """(trials) => { const {model, play} = workbookPage, before = model.constants;
          const sound = trials.map(([place, value]) => {
            model.hold(before.map((each, k) => (k === place ? [value, value, value] : each)));
            return model.isSound(play.setting);
          });
          model.hold(before);
          return sound; }""",
        [[places.index(name), value] for name, value in refused],
    )
    assert [not sound for sound in found] == list(refused.values())
    assert 10 < sum(refused.values()) < len(refused) - 10


@pytest.mark.parametrize(
    "objections",
    [
        "x", {}, [None, 3, [], "y"], [{"constant": "nothing", "value": 1, "reason": "r"}],
        [{"constant": "__proto__", "value": 1, "reason": "r"}], [{"constant": "expansion_now", "value": 1}],
        [{"constant": "expansion_now", "value": "1", "reason": "r"}],
        [{"constant": "expansion_now", "value": None, "reason": "r"}],
        [{"constant": "expansion_now", "value": 0.03, "reason": " \u2028 "}],
    ],
)  # fmt: skip
def test_cards_of_a_file_that_are_none_are_left_out(page, workbook, tmp_path, objections: object) -> None:
    page.click("#menu")
    with page.expect_download() as download:
        page.click("#save")
    plain = json.loads(download.value.path().read_text(encoding="utf-8"))
    file = tmp_path / "lauf.json"
    file.write_text(json.dumps({**plain, "objections": objections}), encoding="utf-8")
    page.evaluate("document.getElementById('notice').textContent = ''")
    page.set_input_files("#file", file)
    page.locator("#notice:not(:empty)").wait_for()
    assert page.evaluate("workbookPage.play.objections") == []
    assert numbers(page, workbook) == pytest.approx(of(workbook.run()), rel=CLOSE)


def test_a_card_of_a_file_that_cannot_be_computed_is_laid_aside(page, workbook, constant, tmp_path) -> None:
    page.click("#menu")
    with page.expect_download() as download:
        page.click("#save")
    plain = json.loads(download.value.path().read_text(encoding="utf-8"))
    plain["objections"] = [{"constant": constant, "value": -1e300, "reason": REASON, "on": True}]
    plain["kept"] = [{"name": "K", "run": plain["run"], "objections": plain["objections"]}]
    file = tmp_path / "lauf.json"
    file.write_text(json.dumps(plain), encoding="utf-8")
    page.set_input_files("#file", file)
    page.locator("#contest:not([hidden])").wait_for()
    assert "beiseite" in page.inner_text("#contest")
    assert numbers(page, workbook) == pytest.approx(of(workbook.run()), rel=CLOSE)


def test_cards_are_kept_in_the_browser_and_in_the_file(page, workbook, constant, tmp_path) -> None:
    contest(page, constant, other(workbook, constant), person="B.")
    page.click("#keep")
    mine = numbers(page, workbook)
    page.click("#menu")
    with page.expect_download() as download:
        page.click("#save")
    download.value.save_as(tmp_path / "lauf.json")
    plain = json.loads((tmp_path / "lauf.json").read_text(encoding="utf-8"))
    assert [(o["constant"], o["reason"], o["person"], o["on"]) for o in plain["objections"]] == [
        (constant, REASON, "B.", True)
    ]
    assert plain["kept"][0]["objections"][0]["constant"] == constant
    page.reload()
    page.wait_for_selector(READY)
    page.locator("#contest:not([hidden])").wait_for()
    settle(page)
    assert numbers(page, workbook) == mine
    page.click("#menu")
    page.click("#forget")
    settle(page)
    assert page.locator("#contest").is_hidden()
    assert numbers(page, workbook) == pytest.approx(of(workbook.run()), rel=CLOSE)
    page.set_input_files("#file", tmp_path / "lauf.json")
    page.locator("#contest:not([hidden])").wait_for()
    settle(page)
    assert numbers(page, workbook) == mine


def test_a_code_means_the_scenario_as_it_is(page, workbook, constant) -> None:
    utopia = workbook.run("utopie")
    contest(page, constant, other(workbook, constant))
    assert "nur als Datei" in page.inner_text("#code-contest")
    page.fill("#code-in", utopia.code)
    page.press("#code-in", "Enter")
    settle(page)
    assert numbers(page, workbook) == pytest.approx(of(utopia), rel=CLOSE)
    assert "beiseite" in page.inner_text("#contest")
    assert page.inner_text("#code-contest") == ""
    page.click("#contest-switch")
    rest(page)  # the address follows when the levers rest, and the autosave with it
    page.goto(page.url.split("#")[0] + f"#{workbook.run('dystopie').code}")
    page.reload()
    page.wait_for_selector(READY)
    assert numbers(page, workbook) == pytest.approx(of(workbook.run("dystopie")), rel=CLOSE)


def test_a_kept_run_keeps_its_model(page, workbook, constant) -> None:
    page.click("#keep")
    contest(page, constant, other(workbook, constant))
    page.click("#keep")
    page.click("#compare")
    page.locator(".compare tr").first.wait_for()
    s = workbook.scenario
    row = page.locator(".compare tr", has=page.locator("th", has_text=s.constants[constant].label["de"]))
    told = row.locator("td").all_inner_texts()
    assert told[0] == told[2] == told[3], "carry on, the second kept run and the one shown are the contested ones"
    assert told[1] != told[0]
    head = page.locator(".compare thead th").all_inner_texts()
    assert ["mit 1 Widerspruch" in words for words in head] == [True, False, True, True]
    page.locator(".kept button").first.click()
    settle(page)
    assert numbers(page, workbook) == pytest.approx(of(workbook.run()), rel=CLOSE)
    assert "beiseite" in page.inner_text("#contest")


def test_two_cards_one_laid_aside(page, workbook, constant, tmp_path) -> None:
    second = next(n for n, c in workbook.scenario.constants.items() if c.uncertain and n != constant)
    contest(page, constant, other(workbook, constant))
    contest(page, second, other(workbook, second, 1.1))
    assert "mit 2 Widersprüchen" in page.inner_text("#contest")
    both = workbook.variant(saved_card(page, tmp_path / "beide.json"))
    assert numbers(page, workbook) == pytest.approx(of(both.run()), rel=CLOSE)
    page.click("#contest-view")
    page.locator("[data-counts]").first.uncheck()
    assert page.evaluate("document.activeElement.dataset.counts") is not None
    page.click("#dialog-close")
    one = workbook.variant(saved_card(page, tmp_path / "eine.json"))
    assert [o.constant for o in one.contested.objections] == [second]
    assert numbers(page, workbook) == pytest.approx(of(one.run()), rel=CLOSE)


def test_by_keyboard_alone(page, workbook, constant, tmp_path) -> None:
    keys = Keys(page)
    keys.press("#menu")
    keys.press("#origin")
    keys.reach("#origin-find")
    page.keyboard.type(workbook.scenario.constants[constant].label["de"])
    keys.press(f'[data-constant="{constant}"] button')
    keys.write("#contest-value", repr(other(workbook, constant)))
    keys.write("#contest-reason", REASON)
    keys.press(".contest-card [type=submit]")
    becomes(lambda: page.locator("#dialog").evaluate("e => e.open"), wanted=False)
    keys.press("#contest-switch")
    assert numbers(page, workbook) == pytest.approx(of(workbook.run()), rel=CLOSE)
    becomes(lambda: focused(page), "contest-switch")
    keys.press("#contest-view")
    keys.reach("#variant-save")


@pytest.mark.parametrize("reason", [*ATTACKS[:12], " ".join(ATTACKS)[:1_900]])
def test_hostile_reasons_stay_text(page, workbook, constant, tmp_path, reason: str) -> None:
    contest(page, constant, other(workbook, constant), reason, reason[:150])
    page.click("#contest-view")
    page.locator("#cards li").wait_for()
    page.evaluate("workbookPage.print()")
    settle(page)
    for place in ("#cards", "#paper"):
        assert (
            page.locator(f"{place} :is(img, script, svg:not(.qr, .prints svg), iframe, object, style, a, b)").count()
            == 0
        )
    assert page.evaluate("globalThis.pwned ?? null") is None
    page.click("#dialog-close")
    (objection,) = workbook.variant(saved_card(page, tmp_path / "karte.json")).contested.objections
    assert objection.reason == page.evaluate("workbookPage.play.objections[0].reason")
    assert objection.person == page.evaluate("workbookPage.play.objections[0].person")
    page.reload()
    page.wait_for_selector(READY)
    assert page.evaluate("globalThis.pwned ?? null") is None


@pytest.mark.parametrize("width", [1280, 360, 320])
def test_axe_finds_nothing_and_nothing_is_cut_off(page, workbook, constant, axe, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 740})
    page.click("#menu")
    page.click("#origin")
    page.locator(".origin li").first.wait_for()
    narrow = """() => [document.documentElement, document.querySelector('dialog')]
      .every((e) => e.scrollWidth <= e.clientWidth)"""
    found = {"list": in_both_lights(page, axe)}
    assert page.evaluate(narrow)
    page.click(f'[data-constant="{constant}"] button')
    page.fill("#contest-value", repr(other(workbook, constant)))
    page.click(".contest-card [type=submit]")
    found["card"] = in_both_lights(page, axe)
    assert page.evaluate(narrow)
    page.fill("#contest-reason", REASON)
    page.click(".contest-card [type=submit]")
    settle(page)
    found["marked"] = in_both_lights(page, axe)
    page.click("#contest-view")
    page.locator("#cards li").wait_for()
    found["cards"] = in_both_lights(page, axe)
    assert page.evaluate(narrow)
    small = page.evaluate(
        """() => [...document.querySelectorAll('#dialog :is(button, input), #contest button')]
          .map((e) => e.getBoundingClientRect()).filter((r) => r.width && (r.height < 20 || r.width < 20)).length"""
    )
    assert small == 0
    assert not any(found.values()), found


@pytest.mark.parametrize("lang", ["de", "en", "de-einfach"])
def test_it_is_said_in_every_language(page, workbook, constant, lang: str) -> None:
    page.click(f"#languages [data-lang={lang}]")
    settle(page)
    contest(page, constant, other(workbook, constant))
    label = workbook.scenario.constants[constant].label[lang]
    page.click("#contest-view")
    assert page.locator("#cards strong").inner_text().startswith(label)
    entry = page.locator(f'[data-constant="{constant}"]')
    assert entry.locator("strong").inner_text() == label
    note = workbook.scenario.constants[constant].note
    assert not note or note[lang] in entry.inner_text()
    words = page.inner_text("#dialog") + page.inner_text("#contest")
    assert "undefined" not in words
    assert "${" not in words


def test_the_list_holds_every_constant_and_is_searched(page, workbook) -> None:
    page.click("#menu")
    page.click("#origin")
    page.locator(".origin li").first.wait_for()
    names = page.eval_on_selector_all(".origin [data-constant]", "all => all.map((e) => e.dataset.constant)")
    s = workbook.scenario
    assert sorted(names) == sorted(s.constants)
    assert page.locator(".origin li").count() == len(s.constants) + len(s.inputs)
    sourced = next(c for c in s.constants.values() if c.source)
    assert s.sources[sourced.source].title in page.inner_text(f'[data-constant="{sourced.name}"]')
    page.fill("#origin-find", sourced.name)
    assert page.locator(".origin li:visible").count() < len(s.constants)
    assert page.locator(f'[data-constant="{sourced.name}"]').is_visible()


def test_what_is_printed_carries_the_card(page, workbook, constant) -> None:
    contest(page, constant, other(workbook, constant), person="C.")
    page.evaluate("workbookPage.print()")
    paper = page.text_content("#paper")
    for words in (
        workbook.scenario.constants[constant].label["de"],
        REASON,
        "C.",
        "mit 1 Widerspruch",
        "nur als Datei",
    ):
        assert words in paper


def test_the_board_of_a_room_is_that_of_the_scenario(page, workbook, constant) -> None:
    """Codes mean the model as it is, whatever somebody contests in the page that gathers them."""
    codes = "\n".join(dict.fromkeys(workbook.run_of(each).code for each in random_settings(workbook.scenario, 14, 5)))

    def board() -> str:
        page.click("#menu")
        page.click("#room")
        page.fill("#room-codes", codes)
        page.click("#room-show")
        page.locator("#dialog table").first.wait_for()
        told = page.inner_text("#dialog")
        page.click("#dialog-close")
        return told

    before = board()
    contest(page, constant, other(workbook, constant))
    assert board() == before


# --- the page of a variant --------------------------------------------------------------------------


def variant_of(workbook: Workbook, constant: str, folder: Path, **more: str) -> Workbook:
    file = folder / "einspruch.json"
    entry = {"constant": constant, "value": other(workbook, constant), "reason": REASON, **more}
    file.write_text(json.dumps({"name": "Was die Praxis <b>sagt</b>", "objections": [entry]}), encoding="utf-8")
    return workbook.variant(file)


def test_the_page_of_a_variant_says_so_and_contests_on(browser, workbook, constant, tmp_path) -> None:
    variant = variant_of(workbook, constant, tmp_path, person="<i>D.</i>")
    export_html(variant, tmp_path / "variante.html")
    second = next(n for n, c in workbook.scenario.constants.items() if c.uncertain and n != constant)
    for opened in opened_in(browser, (tmp_path / "variante.html").as_uri(), accept_downloads=True):
        page = opened.open()
        assert "Was die Praxis <b>sagt</b>" in page.inner_text("#title")
        assert page.title().endswith("Was die Praxis <b>sagt</b>")
        said = page.inner_text("#variant")
        for words in (REASON, "<i>D.</i>", workbook.scenario.constants[constant].label["de"]):
            assert words in said
        assert code(page) == variant.run().code
        assert numbers(page, workbook) == pytest.approx(of(variant.run()), rel=CLOSE)
        contest(page, second, other(workbook, second, 1.1))
        both = workbook.variant(saved_card(page, tmp_path / "beide.json"))
        assert {o.constant for o in both.contested.objections} == {constant, second}
        assert numbers(page, workbook) == pytest.approx(of(both.run()), rel=CLOSE)
        assert opened.complaints == []


@pytest.mark.parametrize("scenario", sorted(p.parent.name for p in ROOT.glob("scenarios/*/scenario.yaml")))
def test_in_all_six(browser, scenario: str, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.chdir(ROOT)
    book = wb.load(scenario)
    export_html(book, tmp_path / "seite.html")
    own = [n for n, c in book.scenario.constants.items() if c.uncertain]
    for opened in opened_in(browser, (tmp_path / "seite.html").as_uri(), accept_downloads=True):
        page = opened.open()
        for name in (own[0], own[-1]):
            contest(page, name, book.scenario.constants[name].high)
        variant = book.variant(saved_card(page, tmp_path / "karte.json"))
        assert numbers(page, book) == pytest.approx(of(variant.run()), rel=CLOSE)
        assert scenes(page) == [told.key for told in variant.run().told]
        assert opened.complaints == []
