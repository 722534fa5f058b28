"""The page played from the introduction to the end, in each language and each way a person reaches things."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.browser.conftest import Opened, opened_in
from tests.browser.steps import NEVER_HERE, WAYS, Way, becomes, code, digits, focused, notice, rest, scenes, settle
from workbook.export import export_html
from workbook.run import Run, Workbook

pytestmark = pytest.mark.browser

LANGUAGES = ("de", "en", "de-einfach")
SLID, TYPED, NUDGED = "team_voice", "induction_hours", "agency_share"
KEPT_FULL = {"de": "Mehr als 3 Läufe", "en": "No more than 3 runs", "de-einfach": "höchstens 3 Läufe"}
INSTEAD = {"de": "statt", "en": "instead of", "de-einfach": "statt"}


@pytest.fixture(scope="module", params=LANGUAGES)
def lang(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture(scope="module")
def written(workbook: Workbook, lang: str, tmp_path_factory: pytest.TempPathFactory) -> str:
    path: Path = tmp_path_factory.mktemp("page") / f"seite-{lang}.html"
    export_html(workbook, path, lang)
    return path.as_uri()


@pytest.fixture(params=list(WAYS))
def met(request: pytest.FixtureRequest, browser: Any, written: str) -> Iterator[tuple[Opened, Way]]:
    """A page never seen before, and somebody's way of using it."""
    kind = WAYS[request.param]
    for opened in opened_in(browser, written, NEVER_HERE, **kind.options):
        yield opened, kind(opened.open(width=kind.width, height=kind.height))


@pytest.fixture
def fresh(browser: Any, saved: Path) -> Iterator[Any]:
    """The German page as a person first meets it, the introduction put away."""
    for opened in opened_in(browser, saved.as_uri(), NEVER_HERE):
        page = opened.open()
        page.click("#guide-skip")
        yield page


def test_one_play_from_beginning_to_end(met: tuple[Opened, Way], workbook: Workbook, lang: str) -> None:
    opened, way = met
    page = way.page
    levers = introduced(way, workbook)
    moved(way, workbook, levers)
    way.look_at("story")
    choices = decided(way, workbook)
    run = workbook.run(levers=levers, choices=choices)
    is_shown(page, run)
    reasons_given(way, run, lang)
    way.look_at("numbers")
    numbers_told(way, run)
    way.press("#keep")
    way.press("#undo")
    assert code(page) != run.code
    way.press("#redo")
    is_shown(page, run)
    three_kept(way, workbook, lang)
    noted(way)
    shared(way)
    spoken(way, lang)
    last = code(page)
    way.press("#reset")
    assert code(page) == workbook.run("dystopie").code
    way.press("#undo")
    assert code(page) == last
    assert [url.partition("#")[0] for url in opened.asked if url != "about:blank"] == [opened.address]
    assert opened.complaints == []


def introduced(way: Way, workbook: Workbook) -> dict[str, float]:
    """The guide: who you are, a lever, a guess, what came, the story, what is yours."""
    page, guide = way.page, workbook.scenario.guide
    assert page.locator("#guide").is_visible()
    way.press("#guide-next")
    way.press("#guide-set")
    assert code(page) == workbook.baseline.code, "the result waits for the guess"
    way.press("#guess [data-way=lower]")
    levers = {guide.lever: guide.to}
    is_shown(page, workbook.run(levers=levers))
    guessed = page.locator("#guessed")
    assert guessed.is_visible()
    assert not page.locator("#guess").is_visible()
    assert workbook.scenario.indicators[guide.indicator].label[page_language(page)] in guessed.inner_text()
    assert guessed.inner_text() in page.locator("#guide").inner_text()
    way.press("#guide-next")
    way.press("#guide-next")
    way.press("#guide .group button:nth-child(2)")
    assert not page.locator("#guide").is_visible()
    becomes(lambda: focused(page), "story")
    return levers


def moved(way: Way, workbook: Workbook, levers: dict[str, float]) -> None:
    """Three more levers: one slid, one typed, one pushed a step."""
    page, known = way.page, workbook.scenario.levers
    way.look_at("levers")
    before = page.input_value(f"#lever-{SLID}")
    way.slide(f"#lever-{SLID}")
    assert page.input_value(f"#lever-{SLID}") != before
    levers[SLID] = known[SLID].value(int(page.input_value(f"#lever-{SLID}")))
    levers[TYPED] = known[TYPED].value(10)
    way.write(f"[data-name={TYPED}] input[type=number]", f"{levers[TYPED]:g}")
    step = known[NUDGED].value(1) - known[NUDGED].value(0)
    way.press(f"[data-name={NUDGED}] .row button:last-of-type")
    way.press(f"[data-name={NUDGED}] .row button:last-of-type")
    way.press(f"[data-name={NUDGED}] .row button:first-of-type")
    levers[NUDGED] = known[NUDGED].default + step
    is_shown(page, workbook.run(levers=levers))


def decided(way: Way, workbook: Workbook) -> dict[str, str]:
    """Every decision, another way than the world has it."""
    choices = {}
    for decision in workbook.scenario.decisions.values():
        choices[decision.name] = next(o for o in decision.options if o != decision.default)
        way.choose(decision.name, choices[decision.name])
    return choices


def reasons_given(way: Way, run: Run, lang: str) -> None:
    passage = run.story(lang).passages[0]
    scene = f'[data-scene="{passage.key}"]'
    way.press(f"{scene} details.why summary")
    way.page.locator(f"{scene} .reasons .nearest").wait_for()
    shown = way.page.locator(f"{scene} .reasons li").all_inner_texts()
    assert shown == [f"{condition} ({value})" for condition, value in passage.why]
    told = run.told[0]
    said, move = way.page.locator(f"{scene} .nearest").inner_text(), run.moves[told.chapter.name]
    assert run.scenario.levers[move.lever].label[lang] in said
    assert run.scenario.passages[lang][f"{told.chapter.name}.{move.scene}"].title in said


def numbers_told(way: Way, run: Run) -> None:
    """The table year by year, and as many full dots as the sentence says."""
    page, years = way.page, run.scenario.time.years
    way.press('[data-chart="0"] details.table summary')
    becomes(page.locator('[data-chart="0"] tbody tr').count, len(years))
    way.press('[data-chart="0"] details.hundred summary')
    becomes(page.locator('[data-chart="0"] .dots .dot').count, 100)
    full = page.locator('[data-chart="0"] .dots .dot.full').count()
    sentence = page.locator('[data-chart="0"] .better').inner_text()
    assert full == digits(sentence)
    assert full == pytest.approx(100 * next(iter(run.bands.values())).better, abs=0.51)


def three_kept(way: Way, workbook: Workbook, lang: str) -> None:
    """One is kept already; a world and a move in it make three; a fourth is refused, and the table opens."""
    page = way.page
    way.world(2)
    is_shown(page, workbook.run("dystopie"))
    way.look_at("story")
    careful(way, workbook)
    way.press("#keep")
    way.look_at("levers")
    way.press(f"[data-name={SLID}] .row button:last-of-type")
    assert code(page) == workbook.run("dystopie").code, "a new world asks for a guess again"
    way.press("#guess-skip")
    way.press("#keep")
    way.press(f"[data-name={SLID}] .row button:last-of-type")
    way.press("#keep")
    assert page.evaluate("workbookPage.play.kept.length") == 3
    assert KEPT_FULL[lang] in notice(page)
    dialog = page.locator("#dialog")
    dialog.locator("table").wait_for()
    assert dialog.locator("thead th").count() == 5
    rows = dialog.locator("tbody th[scope=row]").all_inner_texts()
    assert all(any(i.label[lang] in row for row in rows) for i in workbook.scenario.indicators.values())
    way.press("#dialog-close")
    assert not dialog.is_visible()
    becomes(lambda: focused(page), "keep")


def careful(way: Way, workbook: Workbook) -> None:
    """A scene that may hurt is asked about first: one is read, the next is left out."""
    read, left = [t.key for t in workbook.run("dystopie").told if t.scene.care][:2]
    for key, button in ((read, 1), (left, 2)):
        assert way.page.locator(f'[data-scene="{key}"] .text').count() == 0
        way.press(f'[data-scene="{key}"] .group button:nth-child({button})')
    assert way.page.locator(f'[data-scene="{read}"] .text').inner_text()
    assert way.page.locator(f'[data-scene="{left}"] .text').count() == 0
    assert way.page.locator(f'[data-scene="{left}"] .group').count() == 0


def noted(way: Way) -> None:
    way.look_at("story")
    way.press("[data-chapter=ganztag] summary")
    way.write("#note-ganztag", "Wer holt ab?")
    assert way.page.evaluate("workbookPage.play.notes.ganztag") | {"changed": ""} == {
        "text": "Wer holt ab?",
        "code": code(way.page),
        "changed": "",
    }


def shared(way: Way) -> None:
    """The code in large letters, and a picture that has the three marks cameras look for."""
    way.press("#share")
    dialog = way.page.locator("#dialog")
    assert dialog.locator(".big-code").inner_text() == code(way.page)
    drawn = dialog.locator(".qr path").nth(1).get_attribute("d")
    side = int(dialog.locator(".qr").get_attribute("viewBox").split()[-1])
    for x, y in ((4, 4), (side - 11, 4), (4, side - 11)):
        assert all(f"M{x + k} {y}h" in drawn and f"M{x + k} {y + 6}h" in drawn for k in range(7))
        assert all(f"M{x + k} {y + 1}h" not in drawn for k in range(1, 6))
    way.press("#dialog-close")


def spoken(way: Way, lang: str) -> None:
    """Another language tells the same future; then back."""
    page, before = way.page, (code(way.page), scenes(way.page))
    other = "en" if lang != "en" else "de"
    for each in (other, lang):
        way.press(f"#languages [data-lang={each}]")
        assert (code(page), scenes(page)) == before
        assert page.evaluate("document.documentElement.lang") == each[:2]
        assert INSTEAD[each] in page.locator("#live").inner_text()
        assert page.input_value("#note-ganztag") == "Wer holt ab?"


def page_language(page: Any) -> str:
    return page.locator("#languages [aria-pressed=true]").get_attribute("data-lang")


def is_shown(page: Any, run: Run) -> None:
    settle(page)
    assert code(page) == run.code
    assert scenes(page) == [told.key for told in run.told]


# --- the guess -------------------------------------------------------------------------------------


def seen(page: Any) -> tuple[Any, ...]:
    """All that shows a result."""
    return (
        page.evaluate("() => Array.from(document.querySelector('.canvas').data[3].y)"),
        page.locator("#profile-rows").inner_text(),
        page.locator("#chapters").inner_text(),
        page.locator(".summary").all_inner_texts(),
        code(page),
    )


def move(page: Any, name: str = "case_cap", key: str = "Home") -> None:
    page.focus(f"#lever-{name}")
    page.keyboard.press(key)
    settle(page)


def test_a_guess_holds_the_result_back(fresh: Any, workbook: Workbook) -> None:
    before = seen(fresh)
    move(fresh)
    move(fresh, "team_voice", "End")
    rest(fresh)
    assert seen(fresh) == before
    assert fresh.input_value("#lever-case_cap") == "0"
    assert "wartet auf Ihre Vermutung" in fresh.locator("#live").inner_text()
    assert fresh.locator("#guess").is_visible()
    fresh.select_option("#guess-about", "0")
    fresh.click("#guess [data-way=lower]")
    run = workbook.run(levers={"case_cap": 30, "team_voice": 100})
    is_shown(fresh, run)
    assert all(now != then for now, then in zip(seen(fresh), before, strict=True))
    fallen = run.trajectories.yearly("caseload", 2030) < workbook.baseline.trajectories.yearly("caseload", 2030)
    assert fallen
    assert "Getroffen." in fresh.locator("#guessed").inner_text()
    assert fresh.evaluate("workbookPage.play.guesses") == [
        {"indicator": "caseload", "guess": "lower", "came": "lower", "code": run.code}
    ]


def test_a_round_asks_once_and_a_new_world_again(fresh: Any, workbook: Workbook) -> None:
    move(fresh)
    fresh.click("#guess-skip")
    is_shown(fresh, workbook.run(levers={"case_cap": 30}))
    assert not fresh.locator("#guessed").is_visible()
    assert fresh.evaluate("workbookPage.play.guesses") == []
    move(fresh, "team_voice", "End")
    is_shown(fresh, workbook.run(levers={"case_cap": 30, "team_voice": 100}))
    fresh.select_option("#world", "1")
    is_shown(fresh, workbook.run("utopie"))
    move(fresh, "public_voice", "Home")
    assert fresh.locator("#guess").is_visible()
    assert code(fresh) == workbook.run("utopie").code


def test_who_does_not_want_to_be_asked_is_not(fresh: Any, workbook: Workbook) -> None:
    move(fresh)
    fresh.check("#guess-never")
    fresh.click("#guess-skip")
    for again in (lambda: fresh.select_option("#world", "1"), fresh.reload):
        again()
        fresh.wait_for_selector("html[data-bands]")
        settle(fresh)
        fresh.select_option("#world", "1")
        settle(fresh)  # nobody presses a key within a frame
        move(fresh, "public_voice", "Home")
        assert not fresh.locator("#guess").is_visible()
        is_shown(fresh, workbook.run("utopie", levers={"public_voice": 0}))
    fresh.click("#menu")
    fresh.click("#guess-switch")
    fresh.click("#reset")
    settle(fresh)
    move(fresh, "public_voice", "Home")
    assert fresh.locator("#guess").is_visible()
